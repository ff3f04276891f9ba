"""The slider of the page for lists, tables, forms and notes, in the colours around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reader.desktop.panels.page.scroll_marks import Slider

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar


class QuietSlider(Slider):
    """A slider on the ground of what is scrolled."""

    def __init__(self, bar: QScrollBar, around: QWidget) -> None:
        super().__init__(bar)
        self._around = around

    def colours(self) -> tuple[QColor, QColor]:
        """Those of what is scrolled, and of the theme."""
        palette = self._around.palette()
        return palette.color(self._around.backgroundRole()), palette.color(palette.ColorRole.Dark)


def quieten(area: QAbstractScrollArea) -> None:
    """Give both scrollbars of an area the slider that the page has, and its ground between them."""
    for bar in (area.verticalScrollBar(), area.horizontalScrollBar()):
        # One that marks places has its own.
        if bar.layout() is None:
            QuietSlider(bar, area.viewport())
    if area.cornerWidget() is None:
        # Where the two meet, the style would put a frame.
        corner = QWidget(area)
        corner.setBackgroundRole(area.viewport().backgroundRole())
        corner.setAutoFillBackground(True)
        area.setCornerWidget(corner)
