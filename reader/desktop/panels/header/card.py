"""The card on which an item of the header, or a part of the text, is explained for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.cable.model import NOWHERE
from reader.desktop.panels.page.quiet import quieten
from reader.desktop.plain import PlainLabel
from reader.desktop.theme import LIGHT, colour_words
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from reader.cable.explanations.explanation import Explanation
    from reader.desktop.theme import Theme


class ExplanationCard(QWidget):
    """A title, what the thing is, and how it was read; it stays until it is closed."""

    place_wanted = Signal(object)
    """A Span of the text as received."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, has_buttons: bool = True) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._has_buttons = has_buttons
        self._span = NOWHERE
        self._title = PlainLabel(wraps=True)
        self._meaning = PlainLabel(wraps=True)
        self._how_read = PlainLabel(wraps=True)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._place = QPushButton(tr("Show in the text as received"))
        self._place.clicked.connect(lambda: self.place_wanted.emit(self._span))
        self._close = QPushButton(tr("Close"))
        self._close.clicked.connect(self.closed)
        buttons = QHBoxLayout()
        buttons.addWidget(self._place)
        buttons.addWidget(self._close)
        buttons.addStretch(1)
        self._words = CardWords((self._title, self._meaning, self._how_read))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(6)
        layout.addWidget(self._words)
        if has_buttons:
            layout.addLayout(buttons)
        self.setAccessibleName(tr("Explanation"))
        self.setFocusProxy(self._title)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """A quiet ground with a line at its left, as of a passage that is set off."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.passage))
        painter.fillRect(0, 0, 3, self.height(), QColor(self._theme.accent))
        painter.end()

    def show_explanation(self, explanation: Explanation) -> None:
        """Show another explanation."""
        self._span = explanation.span
        self._title.setText(explanation.title)
        self._meaning.setText(explanation.meaning)
        self._meaning.setVisible(bool(explanation.meaning))
        lines = "\n".join(explanation.how_read)
        self._how_read.setText(lines)
        self._how_read.setVisible(bool(lines))
        self._place.setVisible(self._has_buttons and explanation.span != NOWHERE)
        self._words.begin()
        self.setAccessibleDescription(explanation.words())

    def words(self) -> str:
        """What stands on the card."""
        return self.accessibleDescription()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        for label in (self._title, self._how_read):
            colour_words(label, theme.text)
        colour_words(self._meaning, theme.muted)
        self._words.set_ground(QColor(theme.passage))
        self.update()


class CardWords(QScrollArea):
    """The words of a card, as tall as they are; scrolled where the window is too low for that."""

    def __init__(self, labels: Sequence[PlainLabel]) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The labels take the keys; what they have no use for scrolls.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        quieten(self)
        inner = self._inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for label in labels:
            label.make_selectable()
            layout.addWidget(label)
        self.setWidget(inner)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As tall as the words are in so many pixels."""
        return self._inner.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """As large as the words are."""
        return self._inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Room for three lines."""
        return QSize(0, self.fontMetrics().lineSpacing() * 3)

    def begin(self) -> None:
        """Take the room that other words need, and show their beginning."""
        self.verticalScrollBar().setValue(0)
        self.updateGeometry()

    def set_ground(self, colour: QColor) -> None:
        """Stand on the card's ground."""
        for widget in (self, self.viewport(), self._inner):
            palette = widget.palette()
            palette.setColor(palette.ColorRole.Window, colour)
            palette.setColor(palette.ColorRole.Base, colour)
            widget.setPalette(palette)
