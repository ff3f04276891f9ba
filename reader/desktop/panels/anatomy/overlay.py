"""What is painted over the text as received: a box around each part, a frame around the current."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from reader.cable.model import Role
from reader.desktop.panels.page.shapes import range_rects, visible_blocks
from reader.desktop.panels.source import BANDS, NO_MESSAGE
from reader.desktop.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from reader.cable.explanations.anatomy import Part
    from reader.desktop.panels.page.rows import Row
    from reader.desktop.panels.page.shapes import VisibleBlock
    from reader.desktop.panels.page.view import PageView

TINTS: Final = (46, 22)
"""How strongly neighbouring parts are tinted, of 255, so that they are told apart."""
FRAME: Final = 2.0


class AnatomyOverlay(QWidget):
    """Lies over a view; the mouse goes through it."""

    def __init__(self, view: PageView) -> None:
        # Not in the viewport, which takes what is in it along when it scrolls.
        super().__init__(view)
        self._view = view
        self._parts: Sequence[Part] = ()
        self._current = -1
        self.theme = LIGHT
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.moved.connect(self.update)
        view.viewport().installEventFilter(self)
        self.setGeometry(view.viewport().geometry())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be where the text is."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.setGeometry(self._view.viewport().geometry())
        return super().eventFilter(watched, event)

    def show_parts(self, parts: Sequence[Part], current: int) -> None:
        """Box these parts, in order, and frame the one with this index."""
        self._parts = parts
        self._current = current
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the parts that are in view."""
        painter = QPainter(self)
        rows = self._view.page.rows
        for visible in visible_blocks(self._view):
            number = visible.block.blockNumber()
            if number >= len(rows):
                break
            self._paint_row(painter, visible, rows[number])
        painter.end()

    def _paint_row(self, painter: QPainter, visible: VisibleBlock, row: Row) -> None:
        index = bisect_left(self._parts, row.start, key=lambda part: part.end)
        while index < len(self._parts) and self._parts[index].start < row.end:
            part = self._parts[index]
            start = row.position_of(max(part.start, row.start))
            end = row.position_of(min(part.end, row.end))
            for rect in range_rects(visible, start, end, 0.0) if start < end else ():
                self._paint_part(painter, rect, index)
            index += 1

    def _paint_part(self, painter: QPainter, rect: QRectF, index: int) -> None:
        part = self._parts[index]
        colour = QColor(self.theme.bands[BANDS.get(part.role, NO_MESSAGE)])
        if part.role is not Role.PARAGRAPH or part.field:
            # Long texts would be dimmed, and are told apart without it.
            tint = QColor(colour)
            tint.setAlpha(TINTS[index % 2])
            painter.fillRect(rect, tint)
        # The sign that needs no colour: a bracket below each part, with a gap to the next.
        painter.setPen(QPen(colour, 1.5))
        foot = rect.bottom() + 1
        painter.drawLine(QPointF(rect.left() + 1, foot), QPointF(rect.right() - 1, foot))
        for x in (rect.left() + 1, rect.right() - 1):
            painter.drawLine(QPointF(x, foot), QPointF(x, foot - 3))
        if index == self._current:
            painter.setPen(QPen(QColor(self.theme.accent), FRAME))
            painter.drawRect(rect.adjusted(0, 0.5, 0, -0.5))
