"""The buttons of a header: they unfold something, and an arrow says whether it is unfolded."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QToolButton

from reader.desktop.plain import action_text, set_tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class DrawerButton(QToolButton):
    """Unfolds something below the header; the arrow says whether it is unfolded."""

    def __init__(self, help_words: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_tooltip(self, help_words)

    def show_words(self, words: str) -> None:
        """Show words on the button; without any it is hidden and folded."""
        self.setText(action_text(words))
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        if not words:
            self.setChecked(False)

    def sizeHint(self) -> QSize:
        """As wide as arrow and words, without a frame: the words stand in the header's column."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.accessibleName()) + self._arrow_room()
        return QSize(width + 2, metrics.height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint a small arrow, and the words; a line below them under the pointer."""
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        palette = self.palette()
        colour = palette.color(palette.ColorRole.WindowText)
        room = self._arrow_room()
        painter.setPen(colour)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        words = self.rect().adjusted(room, 0, 0, 0)
        painter.drawText(words, int(flags), self.accessibleName())
        paint_arrow(painter, self.rect(), room, Turn.DOWN if self.isChecked() else Turn.RIGHT)
        if self.hasFocus():
            painter.setPen(QPen(palette.color(palette.ColorRole.Accent), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _arrow_room(self) -> int:
        return self.fontMetrics().height()


class FoldButton(QToolButton):
    """Folds the header, or unfolds it."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """A square as high as a line."""
        side = self.fontMetrics().height() + 2
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the arrow alone."""
        painter = QPainter(self)
        palette = self.palette()
        role = palette.ColorRole.Accent if self.underMouse() else palette.ColorRole.WindowText
        painter.setPen(palette.color(role))
        paint_arrow(painter, self.rect(), self.width(), Turn.DOWN if self.isChecked() else Turn.UP)
        if self.hasFocus():
            painter.setPen(QPen(palette.color(palette.ColorRole.Accent), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class Turn(Enum):
    """Where an arrow points: its tip and its ends, in halves of its size."""

    RIGHT = ((-0.5, -1), (0.5, 0), (-0.5, 1))
    DOWN = ((-1, -0.5), (0, 0.5), (1, -0.5))
    UP = ((-1, 0.5), (0, -0.5), (1, 0.5))


def paint_arrow(painter: QPainter, rect: QRect, room: int, turn: Turn) -> None:
    """Paint an open arrow in the middle of the first `room` pixels of a rectangle."""
    size = room * 0.22
    centre = QPointF(rect.left() + room / 2 - size / 2, rect.center().y() + 0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(painter.pen().color(), max(room / 12, 1.2)))
    painter.drawPolyline(QPolygonF([centre + QPointF(x * size, y * size) for x, y in turn.value]))
    painter.restore()
