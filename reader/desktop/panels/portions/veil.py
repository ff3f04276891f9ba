"""Dimming paragraphs: a veil over their words, and a broken line beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from reader.desktop.panels.page.shapes import visible_blocks

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QPaintEvent

    from reader.desktop.panels.page.view import PageView

VEIL: Final = 88
"""How dense the veil is, of 255: the words keep a contrast of 4.5 to 1."""


class Veil(QWidget):
    """Lies over the text to be read; the mouse goes through it."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self._ordinals: frozenset[int] = frozenset()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(view.viewport().geometry())
        view.moved.connect(self.update)
        view.viewport().installEventFilter(self)
        self.hide()

    def dim(self, ordinals: Collection[int]) -> None:
        """Dim these paragraphs and no others."""
        self._ordinals = frozenset(ordinals)
        self.setVisible(bool(ordinals))
        self.update()

    def ordinals(self) -> frozenset[int]:
        """The paragraphs that are dimmed."""
        return self._ordinals

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be where the text is."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.setGeometry(self._view.viewport().geometry())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the veil over the paragraphs that are in view."""
        typography = self._view.typography
        if typography is None:
            return
        painter = QPainter(self)
        page = self._view.page
        veil = QColor(typography.theme.base)
        veil.setAlpha(VEIL)
        pen = QPen(QColor(typography.theme.gutter), max(1.0, typography.pitch / 16))
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        for visible in visible_blocks(self._view):
            number = visible.block.blockNumber()
            if number >= len(page.rows):
                break
            if page.ordinals[page.rows[number].item] in self._ordinals:
                height = visible.bottom - visible.top
                painter.fillRect(QRectF(0, visible.top, self.width(), height), veil)
                x = typography.padding / 3
                painter.drawLine(QPointF(x, visible.top), QPointF(x, visible.bottom))
        painter.end()
