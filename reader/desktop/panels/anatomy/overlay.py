"""What is painted over the text as received: a box around each part, a frame around the current."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPen

from reader.cable.model import Role
from reader.desktop.panels.page.overlay import PageOverlay
from reader.desktop.panels.page.shapes import range_rects
from reader.desktop.panels.source.margin import BANDS, NO_MESSAGE
from reader.desktop.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from reader.cable.explanations.anatomy import Part
    from reader.desktop.panels.page.rows import Row
    from reader.desktop.panels.page.shapes import VisibleBlock
    from reader.desktop.panels.page.view import PageView

TINTS: Final = (46, 22)
"""How strongly neighbouring parts are tinted, of 255, so that they are told apart."""
FRAME: Final = 2.0


class AnatomyOverlay(PageOverlay):
    """Lies over the text as received."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._parts: Sequence[Part] = ()
        self._current = -1
        self.theme = LIGHT

    def show_parts(self, parts: Sequence[Part], current: int) -> None:
        """Box these parts, in order, and frame the one with this index."""
        self._parts = parts
        self._current = current
        self.update()

    def paint_row(self, painter: QPainter, visible: VisibleBlock, row: Row) -> None:
        """Paint the parts of a row."""
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
