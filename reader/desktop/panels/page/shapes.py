"""Where ranges of a row lie on the screen: the grounds that are painted under the text.

Qt paints the ground of a selection as high as its letters, which leaves stripes between lines
that are set apart. The grounds here reach from line to line.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLine

from reader.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QColor, QTextBlock, QTextLayout

    from reader.desktop.panels.page.text import PageText

_RIGHT_TO_LEFT: Final = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff]"


class VisibleBlock(Record):
    """A block in the viewport; coordinates of its layout's lines count from `origin`."""

    block: QTextBlock
    origin: QPointF
    top: float
    bottom: float

    @property
    def layout(self) -> QTextLayout:
        """Its lines, asked for each time: those of a text that is gone must not be kept."""
        return self.block.layout()


class Glimpse(Record):
    """The blocks that were in a viewport, and what that depended on."""

    seen_at: tuple[object, ...] = ()
    blocks: tuple[VisibleBlock, ...] = ()


def visible_blocks(view: PageText) -> tuple[VisibleBlock, ...]:
    """The blocks of a view that are in its viewport, from the top.

    All that is done and painted in a frame asks for them; they are looked for once.
    """
    left = -view.horizontalScrollBar().value()
    top = -view.verticalScrollBar().value()
    height = view.viewport().height()
    seen_at = (view.document(), left, top, height, view.lineWrapColumnOrWidth())
    if view.glimpse.seen_at != seen_at:
        view.glimpse = Glimpse(seen_at, tuple(_blocks_in_view(view, left, top, height)))
    return view.glimpse.blocks


def _blocks_in_view(view: PageText, left: int, top: int, height: int) -> Iterator[VisibleBlock]:
    layout = view.document().documentLayout()
    block = view.first_visible_block()
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        if rect.top() + top > height:
            return
        origin = block.layout().position() + QPointF(left, top)
        yield VisibleBlock(block, origin, rect.top() + top, rect.bottom() + top)
        block = block.next()


def baseline(visible: VisibleBlock) -> float:
    """The baseline of a block's first line."""
    line = visible.layout.lineAt(0)
    return float(visible.origin.y() + line.y() + line.ascent())


def visible_range(visible: VisibleBlock, height: float) -> tuple[int, int]:
    """The positions of a block between which its lines are in a viewport of this height."""
    lines = visible.layout
    numbers = range(lines.lineCount())
    above = visible.origin.y()
    first = bisect_left(numbers, 0.0, key=lambda number: line_bottom(lines, number) + above)
    last = bisect_right(numbers, height, key=lambda number: lines.lineAt(number).y() + above)
    if first >= last:
        return 0, 0
    end = lines.lineAt(last - 1)
    return lines.lineAt(first).textStart(), end.textStart() + end.textLength()


def line_bottom(lines: QTextLayout, number: int) -> float:
    """Where a line ends, from the top of its block."""
    line = lines.lineAt(number)
    return float(line.y() + line.height())


def range_rects(visible: VisibleBlock, start: int, end: int, pitch: float) -> list[QRectF]:
    """The grounds of the positions [start, end) of a block, a rectangle a line."""
    rects: list[QRectF] = []
    lines = visible.layout
    first = lines.lineForTextPosition(start)
    if not first.isValid():
        return rects
    text = visible.block.text()
    is_bidirectional = not text.isascii() and re.search(_RIGHT_TO_LEFT, text) is not None
    for number in range(first.lineNumber(), lines.lineCount()):
        line = lines.lineAt(number)
        line_start = line.textStart()
        if line_start >= end:
            break
        low, high = max(start, line_start), min(end, line_start + line.textLength())
        if high <= low:
            continue
        height = max(line.height(), pitch)
        top = visible.origin.y() + line.y() - (height - line.height()) / 2
        for left, right in _runs(line, low, high, bidirectional=is_bidirectional):
            rects.append(QRectF(visible.origin.x() + left, top, right - left, height))
    return rects


def _runs(
    line: QTextLine, low: int, high: int, *, bidirectional: bool
) -> Iterator[tuple[float, float]]:
    """The stretches of one line that hold its positions [low, high)."""
    if not bidirectional:
        yield _x(line, low), _x(line, high)
        return
    stretch: tuple[float, float] | None = None
    for position in range(low, high):
        ends = _x(line, position), _x(line, position, QTextLine.Edge.Trailing)
        left, right = min(ends), max(ends)
        if stretch is None:
            stretch = left, right
        elif abs(left - stretch[1]) < 1 or abs(right - stretch[0]) < 1:
            stretch = min(left, stretch[0]), max(right, stretch[1])
        else:
            yield stretch
            stretch = left, right
    if stretch is not None:
        yield stretch


def _x(line: QTextLine, position: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    # PySide gives the place together with the position that it stands for.
    place: tuple[float, int] | float = line.cursorToX(position, edge)  # type: ignore[assignment]
    return place[0] if isinstance(place, tuple) else place


def fill_rect(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Fill a rectangle as `fillRect` does, which would make all of Qt's gradients for Python.

    Of whole pixels and with hard edges: what is taller than a hundred pixels and is not, Qt shares
    out among threads, which takes longer than the filling.
    """
    pen = painter.pen()
    smooth = painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
    painter.setPen(pen)
