"""A quiet slider over a scrollbar, with marks where the hits of a search and the bookmarks are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.desktop.panels.page.shapes import fill_rect

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QScrollBar

    from reader.desktop.theme import Theme


SHORTEST: Final = 24
"""Pixels of the slider in a very long text."""


class Slider(QWidget):
    """Lies over a scrollbar, lets the mouse through, and paints where the reader is along it."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar)
        self._is_upright = bar.orientation() is Qt.Orientation.Vertical
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # Nothing of Qt's scrollbar is to be seen, so that it need not paint.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        bar.valueChanged.connect(self.update)
        bar.rangeChanged.connect(self.update)
        # A layout keeps it as large as the scrollbar.
        layout = QVBoxLayout(bar)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self)

    def colours(self) -> tuple[QColor, QColor]:
        """Those of the ground and of the slider."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground and the slider."""
        painter = QPainter(self)
        ground, slider = self.colours()
        fill_rect(painter, self.rect(), ground)
        self._paint_slider(painter, slider)
        painter.end()

    def _bar(self) -> QScrollBar:
        """The scrollbar; kept, it would be lost when Python forgets what Qt has put around it."""
        return cast("QScrollBar", self.parentWidget())

    def _track(self) -> tuple[int, int]:
        """Where the slider may be: from there on, and so many pixels long.

        Fusion puts a square button at either end; the style is not asked, since Python's QStyle
        alone takes 5 ms to load.
        """
        button, length = self.width(), self.height()
        if not self._is_upright:
            button, length = length, button
        return button, length - 2 * button

    def _paint_slider(self, painter: QPainter, colour: QColor) -> None:
        bar = self._bar()
        span = bar.maximum() - bar.minimum()
        if span <= 0:
            return
        button, length = self._track()
        size = max(length * bar.pageStep() / (span + bar.pageStep()), SHORTEST)
        start = button + (length - size) * (bar.value() - bar.minimum()) / span
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        wide = button / 2
        side = (button - wide) / 2
        rect = QRectF(side, start, wide, size)
        painter.drawRoundedRect(
            rect if self._is_upright else QRectF(start, side, size, wide), wide / 2, wide / 2
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


class ScrollMarks(Slider):
    """The slider of an upright scrollbar with marks along it, in the colours of a theme."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar)
        self._hits: frozenset[int] = frozenset()
        self._bookmarks: frozenset[int] = frozenset()
        self._highlights: dict[int, frozenset[int]] = {}
        self._inks: tuple[QColor, ...] = ()
        self._hit_colour = self._bookmark_colour = QColor()
        self._ground = self._slider = QColor()

    def set_theme(self, theme: Theme, ground: str) -> None:
        """Take the colours of a theme; `ground` is that of what is scrolled."""
        self._hit_colour, self._bookmark_colour = QColor(theme.current_hit), QColor(theme.bookmark)
        self._inks = tuple(QColor(each.edge) for each in theme.highlights)
        self._ground, self._slider = QColor(ground), QColor(theme.reading)
        self.update()

    def set_hits(self, shares: Iterable[float]) -> None:
        """Mark hits at these shares of the whole, from 0 to 1."""
        self._hits = _thousandths(shares)
        self.update()

    def set_bookmarks(self, shares: Iterable[float]) -> None:
        """Mark bookmarks at these shares of the whole, from 0 to 1."""
        self._bookmarks = _thousandths(shares)
        self.update()

    def set_highlights(self, shares: Mapping[int, Iterable[float]]) -> None:
        """Mark highlights at these shares of the whole, from 0 to 1, by ink."""
        self._highlights = {ink: _thousandths(each) for ink, each in shares.items()}
        self.update()

    def colours(self) -> tuple[QColor, QColor]:
        """Those of the theme."""
        return self._ground, self._slider

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the slider, and a short line for each place; neighbours on a line are one."""
        super().paintEvent(event)
        painter = QPainter(self)
        button, length = self._track()
        half = self.width() // 2
        for shares, colour, left in (
            (self._hits, self._hit_colour, 2),
            (self._bookmarks, self._bookmark_colour, half),
        ):
            for line in {round(share / 1000 * (length - 3)) for share in shares}:
                fill_rect(painter, QRect(left, button + line, half - 2, 3), colour)
        # At the edge, and narrower than a bookmark.
        for ink, shares in self._highlights.items():
            for line in {round(share / 1000 * (length - 2)) for share in shares}:
                rect = QRect(half + half // 2, button + line, half // 2, 2)
                fill_rect(painter, rect, self._inks[ink])
        painter.end()


def _thousandths(shares: Iterable[float]) -> frozenset[int]:
    """So many places as can be told apart on a scrollbar, however many hits there are."""
    return frozenset(round(share * 1000) for share in shares)
