"""The card that tells of a cited cable beside the place that mentions it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QVBoxLayout, QWidget

from reader.desktop.plain import PlainLabel
from reader.desktop.theme import LIGHT, colour_words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from reader.desktop.theme import Theme

WIDTH: Final = 26
"""Width of the card at most, in heights of a line."""


class Card(NamedTuple):
    """What is told of a cited cable."""

    title: str
    """Its canonical id, or the item as printed."""
    details: str = ""
    """What it is, when it was sent, how it can be opened; a line each."""
    subject: str = ""
    summary: str = ""

    def words(self) -> str:
        """All of it, for screen readers."""
        return ". ".join(
            part for part in (self.title, self.subject, self.details, self.summary) if part
        )


class PeekCard(QFrame):
    """A card above the text; it never takes the keyboard, and Escape closes it."""

    def __init__(self, parent: QWidget, view: QAbstractScrollArea) -> None:
        """`view` is the text: Escape in it closes the card, and so does scrolling it."""
        super().__init__(parent)
        self._room = parent
        self._view = view
        self._theme = LIGHT
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._labels = [PlainLabel(wraps=True) for _ in range(4)]
        self._column = layout = QVBoxLayout(self)
        line = self.fontMetrics().height()
        layout.setContentsMargins(line * 2 // 3, line // 2, line * 2 // 3, line // 2)
        layout.setSpacing(line // 4)
        for label in self._labels:
            layout.addWidget(label)
        for label in self._labels[:2]:
            font = label.font()
            font.setBold(True)
            label.setFont(font)
        view.installEventFilter(self)
        view.verticalScrollBar().valueChanged.connect(self.hide)
        self.hide()

    def show_card(self, card: Card, place: QRect) -> None:
        """Show the card below a place in the parent, or above it where there is no room."""
        for label, words in zip(
            self._labels, (card.title, card.subject, card.details, card.summary), strict=True
        ):
            label.setText(words)
            label.setVisible(bool(words))
        self.setAccessibleName(card.words())
        room = self._room.rect()
        # The slider stays in sight.
        room.setRight(room.right() - self._view.verticalScrollBar().width())
        width = min(self._words_width(), self.fontMetrics().height() * WIDTH, room.width() - 8)
        self.setFixedWidth(width)
        height = self._column.heightForWidth(width)
        self.resize(width, height)
        top = place.bottom() + 6
        if top + height > room.bottom() and place.top() - height - 6 >= room.top():
            top = place.top() - height - 6
        left = max(min(place.left(), room.right() - width - 4), 4)
        self.move(QPoint(left, top))
        self.show()
        self.raise_()

    def _words_width(self) -> int:
        """The width at which no line is broken: few words leave more of the text in sight."""
        sides = self._column.contentsMargins()
        lines = (
            label.fontMetrics().horizontalAdvance(line)
            for label in self._labels
            for line in label.text().split("\n")
        )
        return max(lines) + sides.left() + sides.right() + self.fontMetrics().averageCharWidth()

    def words(self) -> str:
        """What the card tells; empty while it is hidden."""
        return self.accessibleName() if not self.isHidden() else ""

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        colour_words(self._labels[2], theme.muted)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint an edge that parts the card from the text around it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QColor(self._theme.edge))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close with Escape, and leave every other key to the text."""
        if not self.isHidden() and isinstance(event, QKeyEvent):
            is_escape = event.key() == Qt.Key.Key_Escape
            if is_escape and event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() is QEvent.Type.KeyPress:
                self.hide()
                return is_escape
        elif event.type() is QEvent.Type.FocusOut:
            self.hide()
        return super().eventFilter(watched, event)
