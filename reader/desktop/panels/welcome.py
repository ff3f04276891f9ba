"""The empty window: what to do, what was read lately, and a cable to try."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.desktop.panels.page.quiet import quieten
from reader.desktop.plain import PlainLabel, action_text, set_tooltip
from reader.desktop.theme import LIGHT, colour_words
from reader.paths import shown_path
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from reader.desktop.theme import Theme

COLUMN: Final = 31
"""Width of the column, in heights of a line."""

TITLE_SIZE: Final = 2.2
"""Size of the program's name, of the window's font."""


class WelcomePanel(QScrollArea):
    """Says how a cable is opened; shown while none is."""

    open_wanted = Signal()
    paste_wanted = Signal()
    sample_wanted = Signal()
    file_wanted = Signal(object)
    """The full path of a recent file; as a `str` of Qt's it would lose bytes that are no text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self.setFrameShape(QFrame.Shape.NoFrame)
        quieten(self)
        self.setWidgetResizable(True)
        self.setAccessibleName(tr("What to do"))
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        ground = QWidget()
        ground.setBackgroundRole(QPalette.ColorRole.Base)
        ground.setAutoFillBackground(True)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 24, 0, 24)
        self._column.setSpacing(4)
        self._choices: list[Choice] = []
        self._quiet: list[PlainLabel] = []
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._build()
        holder = QWidget()
        holder.setLayout(self._column)
        outer = QVBoxLayout(ground)
        outer.addStretch(2)
        outer.addWidget(holder, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
        self.setWidget(ground)
        self.setFocusProxy(self._choices[0])

    def _build(self) -> None:
        indent = self.fontMetrics().height()
        title = PlainLabel("Cable Reader")
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * TITLE_SIZE)
        title.setFont(font)
        title.setIndent(indent)
        self._column.addWidget(title)
        self._add_quiet(
            tr("Reads US diplomatic cables. Drop a file or a folder on this window, or:")
        )
        self._column.addSpacing(indent)
        for words, keys, help_words, wanted in (
            (
                tr("Open a file…"),
                "Ctrl+O",
                tr("A telegram, a saved page, a table, an archive."),
                "open",
            ),
            (
                tr("Open pasted text"),
                "Ctrl+V",
                tr("What you copied from a page or a message."),
                "paste",
            ),
            (
                tr("Open the sample cable"),
                "",
                tr("A made-up cable about a lighthouse museum."),
                "sample",
            ),
        ):
            choice = Choice(words, keys, help_words)
            choice.clicked.connect(getattr(self, f"{wanted}_wanted"))
            self._choices.append(choice)
            self._column.addWidget(choice)
        self._column.addSpacing(indent)
        self._column.addLayout(self._recent)

    def _add_quiet(self, words: str) -> None:
        label = PlainLabel(words, wraps=True)
        label.setIndent(self.fontMetrics().height())
        self._quiet.append(label)
        self._column.addWidget(label)

    def show_recent(self, paths: Sequence[str]) -> None:
        """Show these files as those that were opened lately."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not paths:
            return
        heading = PlainLabel(tr("Recent files"))
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        heading.setIndent(self.fontMetrics().height())
        heading.setContentsMargins(0, 0, 0, 4)
        self._recent.addWidget(heading)
        for path in paths:
            self._recent.addWidget(self._file_button(path))

    def _file_button(self, path: str) -> Choice:
        folder, _, name = path.rpartition("/")
        button = Choice(shown_path(name or path), "", shown_path(folder), is_small=True)
        button.set_theme(self._theme)
        set_tooltip(button, shown_path(path))
        button.clicked.connect(lambda: self.file_wanted.emit(path))
        return button

    def show_keys(self, keys: Sequence[str]) -> None:
        """Show other keys beside the things to do, in their order."""
        for choice, each in zip(self._choices, keys, strict=True):
            choice.show_keys(each)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        for choice in self.findChildren(Choice):
            choice.set_theme(theme)
        for label in self._quiet:
            colour_words(label, theme.muted)


class Choice(QPushButton):
    """A line of the empty window that does something: words, what they mean, and the keys."""

    def __init__(self, words: str, keys: str, help_words: str, *, is_small: bool = False) -> None:
        super().__init__(action_text(words))
        self._words = words
        self._keys = keys
        self._help_words = help_words
        self._is_small = is_small
        self._theme = LIGHT
        self.setAccessibleName(words)
        self.setAccessibleDescription(help_words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def show_keys(self, keys: str) -> None:
        """Show other keys."""
        self._keys = keys
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its two lines, or its one, with room around them."""
        line = self.fontMetrics().height()
        height = line * 1.7 if self._is_small else line * 2 + line * 1.2
        return QSize(line * COLUMN, round(height))

    def minimumSizeHint(self) -> QSize:
        """Narrow windows elide the words."""
        return QSize(self.fontMetrics().height() * 12, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground under pointer and keyboard, and the words."""
        theme, line = self._theme, self.fontMetrics().height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.passage))
            painter.drawRoundedRect(self.rect(), 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        inside = self.rect().adjusted(line, 0, -line, 0)
        if self._is_small:
            self._paint_file(painter, inside)
        else:
            self._paint_choice(painter, inside.adjusted(0, round(line * 0.6), 0, 0), line)
        painter.end()

    def _paint_choice(self, painter: QPainter, inside: QRect, line: int) -> None:
        strong = QFont(self.font())
        strong.setBold(True)
        first = QRect(inside.left(), inside.top(), inside.width(), line)
        second = first.translated(0, line)
        keys = self.fontMetrics().horizontalAdvance(self._keys)
        _write(painter, first.adjusted(0, 0, -keys, 0), self._words, strong, self._theme.link)
        _write(painter, second, self._help_words, self.font(), self._theme.muted)
        painter.drawText(first, int(Qt.AlignmentFlag.AlignRight), self._keys)

    def _paint_file(self, painter: QPainter, inside: QRect) -> None:
        words = _write(painter, inside, self._words, self.font(), self._theme.link)
        rest = inside.adjusted(words + self.fontMetrics().height(), 0, 0, 0)
        _write(painter, rest, self._help_words, self.font(), self._theme.muted)


def _write(painter: QPainter, rect: QRect, words: str, font: QFont, colour: str) -> int:
    """Write words into a rectangle, elided to fit; how wide they are, in pixels."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, max(rect.width(), 0))
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
    return metrics.horizontalAdvance(shown)
