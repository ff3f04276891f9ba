"""The gutter beside a page: paragraph numbers, portion markings, bookmark stars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from reader.desktop.panels.page.shapes import baseline, visible_blocks
from reader.desktop.plain import set_tooltip
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from reader.desktop.panels.page.shapes import VisibleBlock
    from reader.desktop.panels.page.typesetting import Typography
    from reader.desktop.panels.page.view import PageView

LONGEST_MARKING: Final = 8
"""Characters of a portion marking that the gutter has room for; hover tells the whole."""

# The ten corners of a star of radius 1, the first one up.
STAR: Final = tuple(
    (radius * x, radius * y)
    for radius, x, y in (
        (1.0, 0.0, -1.0),
        (0.42, 0.588, -0.809),
        (1.0, 0.951, -0.309),
        (0.42, 0.951, 0.309),
        (1.0, 0.588, 0.809),
        (0.42, 0.0, 1.0),
        (1.0, -0.588, 0.809),
        (0.42, -0.951, 0.309),
        (1.0, -0.951, -0.309),
        (0.42, -0.588, -0.809),
    )
)


class Label:
    """What stands in the gutter beside one item."""

    __slots__ = ("marking", "number", "ordinal", "shown_marking")

    def __init__(self, ordinal: int | None, number: int | None, marking: str | None) -> None:
        self.ordinal = ordinal
        self.number = "" if number is None else str(number)
        self.marking = marking or ""
        is_long = len(self.marking) > LONGEST_MARKING
        self.shown_marking = self.marking[: LONGEST_MARKING - 1] + "…" if is_long else self.marking


class Gutter(QWidget):
    """Paints the labels of the visible items; a click on one toggles its bookmark."""

    bookmark_toggled = Signal(int)

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self._labels: Sequence[Label] = ()
        self._bookmarks: Mapping[int, str] = {}
        self._noted: Collection[int] = ()
        self._hovered: int | None = None
        self._number_width = self._marking_width = self._star = self._gap = 0.0
        self._bar_end = 0.0
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(tr("Paragraph numbers, portion markings and bookmarks"))
        view.moved.connect(self.update)
        view.read_on.connect(self.describe)

    # What Qt calls.

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the labels of the items that begin in the viewport."""
        typography = self._view.typography
        if typography is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._bar_end = 0.0
        rows = self._view.page.rows
        for visible in visible_blocks(self._view):
            number = visible.block.blockNumber()
            if number >= len(rows):
                break
            row = rows[number]
            if row.item == self._view.reading and self._labels:
                self._paint_reading(painter, visible, typography)
            if row.is_first and row.item < len(self._labels):
                self._paint_label(painter, visible, row.item, typography)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Offer a star beside the paragraph under the pointer, and tell about it."""
        ordinal = self._ordinal_at(event.position().y())
        self._hover(ordinal)
        set_tooltip(self, "" if ordinal is None else self.words(ordinal))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: ARG002
        """Take the offered star away."""
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Toggle the bookmark of the paragraph."""
        ordinal = self._ordinal_at(event.position().y())
        if event.button() is Qt.MouseButton.LeftButton and ordinal is not None:
            self.bookmark_toggled.emit(ordinal)

    # What the panel calls.

    def set_labels(self, labels: Sequence[Label], bookmarks: Mapping[int, str]) -> None:
        """Take the labels of another page, one an item, and its bookmarks."""
        self._labels = labels
        self._bookmarks = bookmarks
        self._noted = ()
        self._hovered = None

    def set_bookmarks(self, bookmarks: Mapping[int, str], noted: Collection[int] = ()) -> None:
        """Take the names of the bookmarks by ordinal, and the ordinals of those with a note."""
        self._bookmarks = bookmarks
        self._noted = noted
        self.describe()

    def needed_width(self, typography: Typography) -> int:
        """How wide the gutter must be for its labels, in pixels."""
        numbers = QFontMetricsF(typography.number)
        markings = QFontMetricsF(typography.marking)
        digits = max((len(label.number) for label in self._labels), default=0)
        shown = {label.shown_marking for label in self._labels}
        self._star = numbers.height() * 0.42
        self._gap = numbers.height() * 0.5
        self._number_width = numbers.horizontalAdvance("0") * max(digits, 2)
        self._marking_width = max(map(markings.horizontalAdvance, shown), default=0.0)
        return round(2 * self._star + self._number_width + self._marking_width + self._gap * 4)

    def words(self, ordinal: int) -> str:
        """What there is to say of a paragraph: number, marking, bookmark."""
        label = self._labels[self._view.page.items[ordinal]]
        parts = [
            tr("Paragraph {number}", number=label.number)
            if label.number
            else tr("Paragraph without a number")
        ]
        if label.marking:
            parts.append(label.marking)
        name = self._bookmarks.get(ordinal)
        if name is not None:
            parts.append(tr("bookmarked: {name}", name=name) if name else tr("bookmarked"))
        if ordinal in self._noted:
            parts.append(tr("with a note"))
        return ", ".join(parts)

    # What is painted.

    def _paint_reading(
        self, painter: QPainter, visible: VisibleBlock, typography: Typography
    ) -> None:
        """A quiet bar beside the item that is being read."""
        width = max(2.0, typography.pitch / 10)
        row = self._view.page.rows[visible.block.blockNumber()]
        top = visible.origin.y() if row.is_first else self._bar_end
        self._bar_end = visible.bottom
        rect = QRectF(self.width() - width, top, width, visible.bottom - top)
        painter.fillRect(rect, QColor(typography.theme.reading))

    def _paint_label(
        self, painter: QPainter, visible: VisibleBlock, item: int, typography: Typography
    ) -> None:
        label = self._labels[item]
        theme = typography.theme
        line = baseline(visible)
        is_read = item == self._view.reading
        right = 2 * self._star + 1.5 * self._gap + self._number_width
        painter.setPen(QColor(theme.text if is_read else theme.gutter))
        font = QFont(typography.number)
        font.setBold(is_read)
        painter.setFont(font)
        numbers = QFontMetricsF(font)
        painter.drawText(
            QPointF(right - numbers.horizontalAdvance(label.number), line), label.number
        )
        painter.setFont(typography.marking)
        painter.drawText(QPointF(right + self._gap, line), label.shown_marking)
        if label.ordinal is None:
            return
        centre = QPointF(self._star + self._gap / 2, line - numbers.capHeight() / 2)
        if label.ordinal in self._bookmarks:
            self._paint_star(painter, centre, QColor(theme.bookmark), filled=True)
            if label.ordinal in self._noted:
                self._paint_note(painter, centre, QColor(theme.bookmark))
        elif label.ordinal == self._hovered:
            self._paint_star(painter, centre, QColor(theme.gutter), filled=False)

    def _paint_star(
        self, painter: QPainter, centre: QPointF, colour: QColor, *, filled: bool
    ) -> None:
        radius = self._star * 0.95
        star = QPolygonF([centre + QPointF(x * radius, y * radius) for x, y in STAR])
        painter.setPen(QPen(colour, 1.2))
        painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
        painter.drawPolygon(star)

    def _paint_note(self, painter: QPainter, centre: QPointF, colour: QColor) -> None:
        """Three lines of writing below the star."""
        width, gap = self._star * 1.5, max(self._star * 0.45, 2.0)
        top = centre.y() + self._star * 1.35
        painter.setPen(QPen(colour, max(self._star / 5, 1.0)))
        for line, share in enumerate((1.0, 1.0, 0.6)):
            y = top + line * gap
            left = centre.x() - width / 2
            painter.drawLine(QPointF(left, y), QPointF(left + width * share, y))

    # What stands where.

    def _ordinal_at(self, y: float) -> int | None:
        for visible in visible_blocks(self._view):
            number = visible.block.blockNumber()
            if number >= len(self._view.page.rows):
                return None
            if visible.top <= y <= visible.bottom:
                return self._view.page.ordinals[self._view.page.rows[number].item]
        return None

    def _hover(self, ordinal: int | None) -> None:
        if ordinal != self._hovered:
            self._hovered = ordinal
            self.update()

    def describe(self) -> None:
        """Say where the reader is to those who do not see the gutter."""
        page = self._view.page
        has_labels = len(self._labels) > self._view.reading
        ordinal = page.ordinals[self._view.reading] if has_labels else None
        count = len(page.items)
        self.setAccessibleDescription(
            ""
            if ordinal is None
            else tr(
                "{paragraph}; {number} of {count}",
                paragraph=self.words(ordinal),
                number=ordinal + 1,
                count=count,
            )
        )
        self.update()
