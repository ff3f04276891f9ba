"""What lies over a page and is painted row by row; the mouse goes through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from reader.desktop.panels.page.shapes import visible_blocks

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from reader.desktop.panels.page.rows import Row
    from reader.desktop.panels.page.shapes import VisibleBlock
    from reader.desktop.panels.page.typesetting import Typography
    from reader.desktop.panels.page.view import PageView


class PageOverlay(QWidget):
    """Follows a view as that is scrolled, sized and set anew."""

    def __init__(self, view: PageView) -> None:
        # Not in the viewport, which takes what is in it along when it scrolls.
        super().__init__(view)
        self._view = view
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(view.viewport().geometry())
        view.moved.connect(self.update)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be where the text is."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.setGeometry(self._view.viewport().geometry())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the rows that are in view."""
        typography = self._view.typography
        if typography is None:
            return
        painter = QPainter(self)
        self.take_pen(painter, typography)
        rows = self._view.page.rows
        for visible in visible_blocks(self._view):
            number = visible.block.blockNumber()
            if number >= len(rows):
                break
            self.paint_row(painter, visible, rows[number])
        painter.end()

    def take_pen(self, painter: QPainter, typography: Typography) -> None:
        """Make ready for the rows."""

    def paint_row(self, painter: QPainter, visible: VisibleBlock, row: Row) -> None:
        """Paint what lies over a row."""
        raise NotImplementedError
