"""Lines put on pages, and pages painted: head and foot with id, classification and page n of m."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from reader.cable.exports.signs import seen
from reader.desktop.printing.fonts import MUTED, RULE
from reader.desktop.printing.lines import Line, Setter
from reader.desktop.session.exporting import Cancelled
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QPagedPaintDevice

    from reader.cable.exports.edition import Edition
    from reader.desktop.printing.fonts import PrintFonts

MARGIN: Final = 70.0
"""Points to the left and right of the column, 25 millimetres."""
TOP: Final = 74.0
BOTTOM: Final = 68.0
EDGE: Final = 40.0
"""Points from the edge of the paper to head and foot."""
MOST_KEPT: Final = 8
"""Lines that go to the next page together, lest a page be left empty for them."""
LONGEST_EDGE: Final = 200
"""Characters of head and foot; Qt shortens a long text in quadratic time."""
ASKED_EVERY: Final = 64
"""Lines after which it is asked whether all of it is still wanted."""


class Pages(NamedTuple):
    """An edition on pages."""

    edition: Edition
    fonts: PrintFonts
    pages: tuple[tuple[tuple[float, Line], ...], ...]
    """The lines of each page, and how far down the page each of them begins."""


def never() -> bool:
    """Whether the work is to stop: it is not."""
    return False


def set_pages(
    device: QPagedPaintDevice,
    edition: Edition,
    fonts: PrintFonts,
    cancelled: Callable[[], bool] = never,
) -> Pages:
    """Set an edition on the pages of a device. Raises Cancelled."""
    point = device.logicalDpiY() / 72
    size = _paper(device)
    setter = Setter(device, fonts, size.width() - 2 * MARGIN * point)
    lines: list[Line] = []
    for number, line in enumerate(setter.set_edition(edition)):
        if number % ASKED_EVERY == 0 and cancelled():
            raise Cancelled
        lines.append(line)
    room = size.height() - (TOP + BOTTOM) * point
    return Pages(edition, fonts, tuple(_break(lines, room, TOP * point)))


def _break(
    lines: Sequence[Line], room: float, top: float
) -> Iterable[tuple[tuple[float, Line], ...]]:
    """The lines page by page; what belongs together stays so, and no page begins with a space."""
    page: list[Line] = []
    height = 0.0
    for line in lines:
        if height + line.height > room and page:
            kept = _kept(page)
            yield _placed(page, top)
            page = kept
            height = sum(each.height for each in kept)
        if line.paint is not None or page:
            page.append(line)
            height += line.height
    if any(line.paint for line in page):
        yield _placed(page, top)


def _kept(page: list[Line]) -> list[Line]:
    """Take from the end of a page what must stand beside the line after it."""
    start = len(page)
    while start and (page[start - 1].keeps or page[start - 1].paint is None):
        start -= 1
    if not start or len(page) - start > MOST_KEPT:
        return []
    kept = page[start:]
    del page[start:]
    while kept and kept[0].paint is None:
        del kept[0]
    return kept if any(line.keeps for line in kept) else []


def _placed(page: Sequence[Line], top: float) -> tuple[tuple[float, Line], ...]:
    placed: list[tuple[float, Line]] = []
    for line in page:
        placed.append((top, line))
        top += line.height
    return tuple(placed)


def paint_pages(
    device: QPagedPaintDevice,
    pages: Pages,
    *,
    first: int = 1,
    last: int = 0,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = never,
) -> None:
    """Paint the pages from the first to the last, or all of them. Raises Cancelled."""
    total = len(pages.pages)
    end = min(last or total, total)
    # A range behind the last page is that page: a sheet is printed in any case.
    first = min(first, end)
    painter = QPainter()
    if not painter.begin(device):
        raise OSError("the printer takes no pages")
    try:
        for number in range(first, end + 1):
            if cancelled():
                raise Cancelled
            if number > first:
                device.newPage()
            _paint_page(painter, device, pages, number)
            progress(number - first + 1, end - first + 1)
    finally:
        painter.end()


def _paint_page(painter: QPainter, device: QPagedPaintDevice, pages: Pages, number: int) -> None:
    # Places are counted from the edge of the paper, whatever the printer can reach of it.
    offset = device.pageLayout().paintRectPixels(device.logicalDpiY()).topLeft()
    painter.save()
    if device.pageLayout().mode().name != "FullPageMode":
        painter.translate(-offset.x(), -offset.y())
    left = MARGIN * device.logicalDpiY() / 72
    for top, line in pages.pages[number - 1]:
        if line.paint is not None:
            line.paint(painter, left, top)
    _paint_edges(painter, device, pages, number)
    painter.restore()


def _paint_edges(painter: QPainter, device: QPagedPaintDevice, pages: Pages, number: int) -> None:
    """Head: id and classification as received. Foot: title, and page n of m."""
    point, size = device.logicalDpiY() / 72, _paper(device)
    edition = pages.edition
    metrics = QFontMetricsF(pages.fonts.small, device)
    width = size.width() - 2 * MARGIN * point
    ends = (
        (EDGE * point, edition.cable_id, edition.classification),
        (
            size.height() - EDGE * point - metrics.height(),
            edition.title,
            tr("page {number} of {count}", number=number, count=len(pages.pages)),
        ),
    )
    painter.setFont(pages.fonts.small)
    for top, near, far in ends:
        painter.setPen(QColor(MUTED))
        box = QRectF(MARGIN * point, top, width, metrics.height())
        # The shorter one is whole, the other has the room that is left.
        far_text = metrics.elidedText(
            seen(far[:LONGEST_EDGE]), Qt.TextElideMode.ElideRight, width * 0.7
        )
        room = width - metrics.horizontalAdvance(far_text) - 12 * point
        near_text = metrics.elidedText(seen(near[:LONGEST_EDGE]), Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft), near_text)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight), far_text)
    painter.setPen(QPen(QColor(RULE), 0.5 * point))
    for top in (EDGE * point + metrics.height() * 1.3, ends[1][0] - metrics.height() * 0.3):
        start = QPointF(MARGIN * point, top)
        painter.drawLine(QLineF(start, start + QPointF(width, 0)))


def _paper(device: QPagedPaintDevice) -> QRectF:
    """The whole sheet in units of the device."""
    return QRectF(device.pageLayout().fullRectPixels(device.logicalDpiY()))
