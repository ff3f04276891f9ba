"""The palette: a line to type in, and the commands that have its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.panels.page.scroll_marks import ScrollMarks
from reader.desktop.panels.palette.finding import LONGEST_QUERY, found_rows
from reader.desktop.panels.palette.list import PaletteDelegate, PaletteModel
from reader.desktop.plain import PlainLabel
from reader.desktop.theme import LIGHT
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPaintEvent

    from reader.desktop.panels.palette.finding import PaletteRow
    from reader.desktop.theme import Theme

WIDTH: Final = 42
MOST_ROWS: Final = 9
"""Rows that are seen at once."""
PARAGRAPH: Final = ":"
HEADING: Final = "#"
TAB: Final = "@"
MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PalettePanel(QFrame):
    """Finds commands by words, `:12`, `#` headings and `@` tabs; Enter takes one."""

    command_chosen = Signal(str)
    """The id of a command to run."""
    paragraph_chosen = Signal(int)
    """The printed number of a paragraph to go to."""
    place_chosen = Signal(str, int)
    """HEADING or TAB, and the place in the body or in the row of tabs to go to."""

    def __init__(
        self,
        rows: Sequence[PaletteRow],
        places: Mapping[str, Sequence[PaletteRow]] | None = None,
        recent: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._commands = rows
        self._places = places or {}
        """The headings and the tabs, by their sign; the id of each is its place."""
        self._recent = recent
        self._theme = LIGHT
        self._model = PaletteModel()
        self._query = QLineEdit()
        self._list = QListView()
        self._delegate = PaletteDelegate(self._list)
        self._said = PlainLabel(wraps=True)
        self._slider = ScrollMarks(self._list.verticalScrollBar())
        self._room = 0
        self._reader: QWidget | None = None
        """Where the keyboard was."""
        self.setAccessibleName(tr("Any command"))
        self.setAutoFillBackground(True)
        self._build()
        self._query.textChanged.connect(self._find)
        self._query.installEventFilter(self)
        self._list.clicked.connect(lambda _: self._take())
        self._find("")

    def _build(self) -> None:
        line = self.fontMetrics().height()
        self._query.setPlaceholderText(
            tr("A command; :12 for paragraph 12, # for headings, @ for tabs")
        )
        self._query.setAccessibleName(tr("Find a command"))
        self._query.setMaxLength(LONGEST_QUERY)
        self._query.setFrame(False)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setAccessibleName(tr("Commands that were found"))
        self._list.setMouseTracking(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._said.setContentsMargins(line, line // 2, line, line)
        holder = QVBoxLayout()
        holder.setContentsMargins(10, 8, 10, 8)
        holder.addWidget(self._query)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(0)
        layout.addLayout(holder)
        layout.addWidget(self._said)
        layout.addWidget(self._list, 1)
        self.setFocusProxy(self._query)
        self.hide()

    # What Qt calls.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go through the list with the arrows, and take a row with Enter, while typing."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in MOVES:
                self._list.event(event)
                self._describe()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
        elif event.type() is QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            # A menu of the line's own takes the keyboard for a moment, another window for longer.
            reasons = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
            if event.reason() not in reasons:
                self._reader = None
                self.leave()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint an edge around: it stands above the text."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QColor(self._theme.accent))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    # What the window calls.

    def open_over(self, window: QWidget) -> None:
        """Open at the top of the window, in its middle."""
        line = self.fontMetrics().height()
        self._room = window.height() - 3 * line
        width = min(line * WIDTH, window.width() - 2 * line)
        self.setFixedWidth(width)
        self._fit()
        self.move((window.width() - width) // 2, line * 2)
        self._reader = QApplication.focusWidget()
        self.show()
        self.raise_()
        self._query.setFocus()

    def leave(self) -> None:
        """Go away, and give the keyboard back to where the reader was."""
        if self.isHidden():
            return
        reader, self._reader = self._reader, None
        # Not at once: without the keyboard it would hear again that it lost that.
        self._query.removeEventFilter(self)
        self.hide()
        if reader is not None and reader in QApplication.allWidgets():
            reader.setFocus()
        self.deleteLater()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = self._delegate.theme = theme
        self._slider.set_theme(theme, theme.base)
        self.update()

    def _fit(self) -> None:
        """Be as tall as the rows that were found, as far as the window has room."""
        rows = min(self._model.rowCount(), MOST_ROWS)
        height = rows * self._list.sizeHintForRow(0)
        room = self._room - self._query.sizeHint().height()
        self._list.setFixedHeight(max(min(height, room), 0))
        self.adjustSize()

    # What is found.

    def _find(self, query: str) -> None:
        words = ""
        if query.startswith(PARAGRAPH):
            rows: list[PaletteRow] = []
            words = self._paragraph_words(query[len(PARAGRAPH) :].strip())
        elif query[:1] in (HEADING, TAB):
            rows = found_rows(self._places.get(query[0], ()), query[1:], ())
            words = "" if rows else tr("Nothing here has these words.")
        else:
            rows = found_rows(self._commands, query, self._recent)
            words = "" if rows else tr("No command has these words.")
        self._model.show_rows(rows)
        self._said.setText(words)
        self._said.setVisible(bool(words))
        self._list.setVisible(bool(rows))
        self._fit()
        if rows:
            self._list.setCurrentIndex(self._model.index(0))
        self._describe()

    def _paragraph_words(self, number: str) -> str:
        if _is_number(number):
            return tr("Enter goes to paragraph {number}.", number=number)
        return tr("The number of a paragraph, as it is printed.")

    def _describe(self) -> None:
        """Say which row Enter would take to those who do not see the list."""
        index = self._list.currentIndex()
        said = index.data(Qt.ItemDataRole.AccessibleTextRole) if index.isValid() else None
        self._query.setAccessibleDescription(said or self._said.text())

    def _take(self) -> None:
        query = self._query.text()
        number = query.removeprefix(PARAGRAPH).strip()
        if query.startswith(PARAGRAPH):
            if _is_number(number):
                self.leave()
                self.paragraph_chosen.emit(int(number))
            return
        row = self._model.row_at(self._list.currentIndex())
        if row is None or row.reason:
            return
        self.leave()
        if query[:1] in (HEADING, TAB):
            self.place_chosen.emit(query[0], int(row.id))
        else:
            self.command_chosen.emit(row.id)


def _is_number(words: str) -> bool:
    return words.isascii() and words.isdigit() and len(words) <= 4
