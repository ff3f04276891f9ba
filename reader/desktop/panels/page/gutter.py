"""The gutter beside a page: paragraph numbers, portion markings, bookmark stars."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from reader.cable.model import Paragraph
from reader.desktop.panels.page.shapes import baseline, fill_rect, visible_blocks
from reader.desktop.plain import set_tooltip
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from reader.cable.model import Heading
    from reader.desktop.panels.page.shapes import VisibleBlock
    from reader.desktop.panels.page.typesetting import Typography
    from reader.desktop.panels.page.view import PageView

LONGEST_MARKING: Final = 9
"""Characters of a line of a portion marking; a longer marking is folded into lines."""
MOST_LINES: Final = 4
"""Lines of a marking beside a paragraph; hover tells the rest."""
# SECRET//, NOFORN, REL, TO, USA, : where a marking may be folded
PART: Final = re.compile(r"[^/ ,-]{1,13}[/,-]{0,2}|[/,-]{1,13}")

NO_NOTES: Final[dict[int, str]] = {}

MOST_SIGNS: Final = 2
"""Signs of highlights beside one line; hover tells of the others."""


class Label:
    """What stands in the gutter beside one item."""

    __slots__ = ("marking", "number", "ordinal", "shown_marking")

    def __init__(self, ordinal: int | None, number: int | None, marking: str | None) -> None:
        self.ordinal = ordinal
        self.number = "" if number is None else str(number)
        self.marking = marking or ""
        is_long = len(self.marking) > LONGEST_MARKING
        self.shown_marking = folded(self.marking) if is_long else (self.marking,)


class Labels:
    """What stands beside the items of a page, each made when it is in view."""

    def __init__(self, body: Sequence[Heading | Paragraph] = ()) -> None:
        self._body = body

    def __len__(self) -> int:
        return len(self._body)

    def __getitem__(self, item: int) -> Label:
        there = self._body[item]
        if isinstance(there, Paragraph):
            return Label(there.ordinal, there.number, there.marking)
        return Label(None, None, there.marking)

    def digits(self) -> int:
        """How many digits the longest number has."""
        numbers = [each.number or 0 for each in self._body if isinstance(each, Paragraph)]
        return len(str(max(numbers, default=0)))

    def shown_markings(self) -> set[str]:
        """The markings as they are shown, each once."""
        markings = {each.marking for each in self._body}
        return {line for marking in markings for line in Label(None, None, marking).shown_marking}


def folded(marking: str) -> tuple[str, ...]:
    """A long marking in lines: `SECRET//NOFORN` is `SECRET//` over `NOFORN`."""
    lines: list[str] = []
    for part in PART.findall(marking):
        joined = f"{lines[-1]} {part}" if lines and lines[-1][-1] not in "/-" else ""
        if lines and lines[-1][-1] in "/-":
            joined = lines[-1] + part
        if joined and len(joined) <= LONGEST_MARKING:
            lines[-1] = joined
        else:
            lines.append(part)
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]}…"]
    return tuple(lines)


class LabelLetters:
    """The fonts of labels, and what is asked of them for each label that is painted."""

    __slots__ = (
        "ink",
        "marking",
        "marking_sizes",
        "number",
        "number_sizes",
        "read_ink",
        "read_number",
        "read_number_sizes",
    )

    def __init__(self, typography: Typography) -> None:
        self.ink, self.read_ink = QColor(typography.theme.gutter), QColor(typography.theme.text)
        self.number, self.marking = typography.number, typography.marking
        self.read_number = QFont(typography.number)
        self.read_number.setBold(True)
        self.number_sizes = QFontMetricsF(self.number)
        self.read_number_sizes = QFontMetricsF(self.read_number)
        self.marking_sizes = QFontMetricsF(self.marking)


class Gutter(QWidget):
    """Paints the labels of the visible items; a click on one toggles its bookmark."""

    bookmark_toggled = Signal(int)

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self._labels = Labels()
        self._bookmarks: Mapping[int, str] = {}
        self._noted: Mapping[int, str] = {}
        self._uncertain: Collection[int] = ()
        self._hovered: int | None = None
        self._letters: LabelLetters | None = None
        self._number_width = self._marking_width = self._star = self._gap = 0.0
        self._bar_end = 0.0
        # The view need not paint its ground beneath it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(tr("Paragraph numbers, portion markings and bookmarks"))
        view.moved.connect(self.update)
        view.read_on.connect(self.describe)

    # What Qt calls.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the labels of the items that begin in the viewport."""
        typography = self._view.typography
        if typography is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill_rect(painter, event.rect(), QColor(typography.theme.base))
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
            if self._view.highlights is not None:
                self._paint_signs(painter, visible, typography)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Offer a star beside the paragraph under the pointer, and tell about it."""
        ordinal = self._ordinal_at(event.position().y())
        self._hover(ordinal)
        set_tooltip(self, "" if ordinal is None else self._told(ordinal))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: ARG002
        """Take the offered star away."""
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Toggle the bookmark of the paragraph."""
        ordinal = self._ordinal_at(event.position().y())
        if event.button() is Qt.MouseButton.LeftButton and ordinal is not None:
            self.bookmark_toggled.emit(ordinal)

    # What the panel calls.

    def set_labels(self, labels: Labels, bookmarks: Mapping[int, str]) -> None:
        """Take the labels of another page, one an item, and its bookmarks."""
        self._labels = labels
        self._bookmarks = bookmarks
        self._noted, self._uncertain = {}, ()
        self._hovered = None

    def set_bookmarks(
        self,
        bookmarks: Mapping[int, str],
        noted: Mapping[int, str] = NO_NOTES,
        uncertain: Collection[int] = (),
    ) -> None:
        """Take the names of the bookmarks by ordinal, and what is noted at some of them.

        `uncertain` are those of which it is not sure that they stand here.
        """
        self._bookmarks = bookmarks
        self._noted = noted
        self._uncertain = uncertain
        self.describe()

    def needed_width(self, typography: Typography) -> int:
        """How wide the gutter must be for its labels, in pixels."""
        self._letters = LabelLetters(typography)
        numbers, markings = self._letters.number_sizes, self._letters.marking_sizes
        self._star = numbers.height() * 0.42
        self._gap = numbers.height() * 0.5
        self._number_width = numbers.horizontalAdvance("0") * max(self._labels.digits(), 2)
        self._marking_width = max(
            map(markings.horizontalAdvance, self._labels.shown_markings()), default=0.0
        )
        return round(2 * self._star + self._number_width + self._marking_width + self._gap * 5)

    def _told(self, ordinal: int) -> str:
        """What hovering tells: the same, what is noted, and what the marking means."""
        from reader.cable.explanations.classifying import portion  # noqa: PLC0415
        from reader.desktop.panels.page.telling import with_note  # noqa: PLC0415

        words = with_note(self.words(ordinal), self._noted.get(ordinal, ""))
        marking = self._labels[self._view.page.items[ordinal]].marking
        return "\n".join((words, *portion(marking).how_read)) if marking else words

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
        if ordinal in self._uncertain:
            parts.append(tr("perhaps not the place"))
        highlights = self._view.highlights
        if highlights is not None:
            parts += [
                tr("highlighted: {words}", words=each.words)
                for each in highlights.in_paragraph(ordinal)
            ]
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
        rect = QRectF(self.width() - width, top, width, visible.bottom - top).toAlignedRect()
        fill_rect(painter, rect, QColor(typography.theme.reading))

    def _paint_label(
        self, painter: QPainter, visible: VisibleBlock, item: int, typography: Typography
    ) -> None:
        letters = self._letters
        if letters is None:
            return
        label = self._labels[item]
        line = baseline(visible)
        is_read = item == self._view.reading
        right = 2 * self._star + 1.5 * self._gap + self._number_width
        painter.setPen(letters.read_ink if is_read else letters.ink)
        painter.setFont(letters.read_number if is_read else letters.number)
        numbers = letters.read_number_sizes if is_read else letters.number_sizes
        painter.drawText(
            QPointF(right - numbers.horizontalAdvance(label.number), line), label.number
        )
        painter.setFont(letters.marking)
        height = letters.marking_sizes.height() if len(label.shown_marking) > 1 else 0
        for number, words in enumerate(label.shown_marking):
            painter.drawText(QPointF(right + self._gap, line + number * height), words)
        ordinal = label.ordinal
        if ordinal is None or (ordinal not in self._bookmarks and ordinal != self._hovered):
            return
        from reader.desktop.panels.page.signs import paint_bookmark  # noqa: PLC0415

        paint_bookmark(
            painter,
            QPointF(self._star + self._gap / 2, line - numbers.capHeight() / 2),
            self._star,
            typography,
            is_kept=ordinal in self._bookmarks,
            is_certain=ordinal not in self._uncertain,
            has_note=ordinal in self._noted,
        )

    def _paint_signs(
        self, painter: QPainter, visible: VisibleBlock, typography: Typography
    ) -> None:
        """The signs of the highlights that begin in a row, each beside its line."""
        from reader.desktop.panels.page.signs import paint_highlight_sign  # noqa: PLC0415

        highlights, letters = self._view.highlights, self._letters
        number = visible.block.blockNumber()
        bands = highlights.bands(number) if highlights is not None and letters is not None else ()
        shown: dict[int, int] = {}
        radius = self._gap * 0.4
        for band in bands:
            position = self._view.page.rows[number].position_of(band.start)
            line = visible.layout.lineForTextPosition(position)
            place = shown.get(line.lineNumber(), 0)
            if not band.is_first or place == MOST_SIGNS:
                continue
            shown[line.lineNumber()] = place + 1
            x = self.width() - self._gap * 1.7 + place * radius * 2
            foot = QPointF(x, visible.origin.y() + line.y() + line.ascent())
            paint_highlight_sign(painter, foot, radius, band.highlight, typography)

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
