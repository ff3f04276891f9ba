"""Dimming paragraphs: a veil over their words, and a broken line beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from reader.desktop.panels.page.overlay import PageOverlay

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from PySide6.QtGui import QPainter

    from reader.desktop.panels.page.rows import Row
    from reader.desktop.panels.page.shapes import VisibleBlock
    from reader.desktop.panels.page.typesetting import Typography
    from reader.desktop.panels.page.view import PageView

VEIL: Final = 88
"""How dense the veil is, of 255: the words keep a contrast of 4.5 to 1."""


class Veil(PageOverlay):
    """Lies over the paragraphs that are dimmed."""

    def __init__(self, view: PageView, paragraph_of: Callable[[Row], int | None]) -> None:
        """`paragraph_of` tells to which paragraph a row belongs, by its ordinal."""
        super().__init__(view)
        self._paragraph_of = paragraph_of
        self._ordinals: frozenset[int] = frozenset()
        self._colour = QColor()
        self.hide()

    def dim(self, ordinals: Collection[int]) -> None:
        """Dim these paragraphs and no others."""
        self._ordinals = frozenset(ordinals)
        self.setVisible(bool(ordinals))
        self.update()

    def ordinals(self) -> frozenset[int]:
        """The paragraphs that are dimmed."""
        return self._ordinals

    def take_pen(self, painter: QPainter, typography: Typography) -> None:
        """The veil has the colour of the page, the line that of the numbers beside it."""
        self._colour = QColor(typography.theme.base)
        self._colour.setAlpha(VEIL)
        pen = QPen(QColor(typography.theme.gutter), max(1.0, typography.pitch / 16))
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)

    def paint_row(self, painter: QPainter, visible: VisibleBlock, row: Row) -> None:
        """Paint the veil over a row of a dimmed paragraph."""
        if self._paragraph_of(row) not in self._ordinals:
            return
        height = visible.bottom - visible.top
        painter.fillRect(QRectF(0, visible.top, self.width(), height), self._colour)
        x = self._view.text_left() / 3
        painter.drawLine(QPointF(x, visible.top), QPointF(x, visible.bottom))
