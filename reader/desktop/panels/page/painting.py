"""What is painted around the letters of a page: grounds beneath them, seams over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reader.desktop.panels.page.decorations import overlapping
from reader.desktop.panels.page.shapes import range_rects, visible_blocks, visible_range

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCursor

    from reader.cable.model import Passage
    from reader.desktop.panels.page.rows import Row
    from reader.desktop.panels.page.shapes import VisibleBlock
    from reader.desktop.panels.page.typesetting import Typography
    from reader.desktop.panels.page.view import PageView

MARKER_WORDS: Final = 40
"""Characters that the words around a passage may have: `Begin summary and comment:`."""


class PagePainter:
    """Paints the grounds and the seams of the rows that are in the viewport."""

    def __init__(self, view: PageView, typography: Typography, painter: QPainter) -> None:
        self._view = view
        self._type = typography
        self._theme = typography.theme
        self._painter = painter
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint_grounds(self, selection: QTextCursor) -> None:
        """Paint what lies beneath the letters: passages, redactions, hits, the selection."""
        rows = self._view.page.rows
        low, high = selection.selectionStart(), selection.selectionEnd()
        for visible in visible_blocks(self._view):
            number = visible.block.blockNumber()
            if number >= len(rows):
                return
            row = rows[number]
            self._paint_passages(visible, row, number)
            self._paint_highlights(visible, row, number)
            self._paint_redactions(visible, row)
            self._paint_linked(visible, row)
            outlined = self._paint_hits(visible, row)
            start = visible.block.position()
            first, last = max(low - start, 0), min(high - start, visible.block.length() - 1)
            if first < last:
                self._fill(self._rects(visible, first, last), self._theme.selection)
            if outlined:
                self._outline(outlined)

    def paint_seams(self) -> None:
        """Paint a small caret under each place where two pieces of a sentence were joined."""
        rows = self._view.page.rows
        pen = QPen(QColor(self._theme.mark), max(1.0, self._type.pitch / 20))
        size = self._type.pitch * 0.13
        for visible in visible_blocks(self._view):
            number = visible.block.blockNumber()
            if number >= len(rows):
                return
            row = rows[number]
            for seam in self._view.decorations.seams.get(row.item, ()):
                if not row.start < seam.offset <= row.end:
                    continue
                self._painter.setPen(pen)
                foot = self._seam_foot(visible, row.position_of(seam.offset))
                self._painter.drawPolyline(
                    [
                        foot + QPointF(-size, size),
                        foot,
                        foot + QPointF(size, size),
                    ]
                )

    def _seam_foot(self, visible: VisibleBlock, position: int) -> QPointF:
        """Under the gap before a position, a little below the baseline."""
        rects = self._rects(visible, position - 1, position)
        line = visible.layout.lineForTextPosition(position - 1)
        x = rects[-1].center().x() if rects else visible.origin.x()
        return QPointF(x, visible.origin.y() + line.y() + line.ascent() + self._type.pitch * 0.08)

    def _paint_passages(self, visible: VisibleBlock, row: Row, number: int) -> None:
        view = self._view
        for passage in overlapping(view.decorations.passages.get(row.item, ()), row.start, row.end):
            if self._is_whole(passage):
                self._paint_band(visible, number)
                return
            rects = self._rects(
                visible, row.position_of(passage.start), row.position_of(passage.end)
            )
            self._fill([rect.adjusted(-2, 0, 2, 0) for rect in rects], self._theme.passage)

    def _is_whole(self, passage: Passage) -> bool:
        """Whether a passage is all of its paragraph but for the words that mark it."""
        item = self._view.page.items[passage.ordinal]
        rest = len(self._view.page.texts[item]) - passage.end
        return passage.start <= MARKER_WORDS and rest <= MARKER_WORDS

    def _paint_band(self, visible: VisibleBlock, number: int) -> None:
        """The band under a whole row, joined to the band of the row before."""
        page, padding = self._view.page, self._type.padding
        row = page.rows[number]
        leading = max(self._type.pitch - visible.layout.lineAt(0).height(), 0)
        top = visible.top - leading * 0.8
        bottom = visible.bottom + leading * 0.8
        if not row.is_first:
            top = visible.top - visible.block.blockFormat().topMargin() - leading
        width = self._view.text_width() + 2 * padding
        self._painter.setBrush(QColor(self._theme.passage))
        left = self._view.text_left() - padding
        self._painter.drawRoundedRect(QRectF(left, top, width, bottom - top), 4, 4)

    def _paint_highlights(self, visible: VisibleBlock, row: Row, number: int) -> None:
        """The grounds of highlights in the order in which they were made, each underlined."""
        highlights = self._view.highlights
        bands = highlights.bands(number) if highlights is not None else ()
        if not bands:
            return
        from reader.desktop.panels.page.signs import paint_underline  # noqa: PLC0415

        letters, pitch = self._type.letters, self._type.pitch
        weight = max(1.0, pitch / 16)
        foot = (letters.ascent() + letters.descent()) / 2
        for band in bands:
            rects = self._rects(visible, row.position_of(band.start), row.position_of(band.end))
            ink = band.highlight.ink
            if band.highlight.is_certain:
                ground = self._theme.highlights[ink].ground
                self._fill([rect.adjusted(0, pitch / 20, 0, -pitch / 20) for rect in rects], ground)
            for rect in rects:
                top = rect.center().y() + foot - weight + band.lane * 2 * weight
                line = QRectF(rect.left(), top, rect.width(), weight)
                paint_underline(self._painter, line, ink, self._theme)

    def _paint_redactions(self, visible: VisibleBlock, row: Row) -> None:
        found = self._view.decorations.redactions.get(row.item, ())
        letters = self._type.letters
        for redaction in overlapping(found, row.start, row.end):
            rects = self._rects(
                visible, row.position_of(redaction.start), row.position_of(redaction.end)
            )
            for rect in rects:
                centre = rect.center().y() + (letters.ascent() - letters.descent()) / 2
                top = centre - letters.capHeight() * 1.12
                rect.setTop(top)
                rect.setBottom(centre + letters.capHeight() * 0.12)
            self._fill(rects, self._theme.redaction)

    def _paint_hits(self, visible: VisibleBlock, row: Row) -> list[QRectF]:
        """Paint the hits of a row; the rectangles of the current one are returned."""
        hits = self._view.hits
        current: list[QRectF] = []
        if not hits:
            return current
        # Of a very long paragraph, only what is in view.
        first, last = visible_range(visible, self._view.viewport().height())
        low, high = row.offset_at(first), row.offset_at(last, after=True)
        # A hit that begins before may reach into it.
        index = max(hits.index_from(row.item, low) - 1, 0)
        while index < len(hits):
            hit = hits[index]
            index += 1
            if (hit.item, hit.end) <= (row.item, low):
                continue
            if hit.item != row.item or hit.start >= high:
                break
            start = row.position_of(max(hit.start, row.start))
            rects = self._rects(visible, start, row.position_of(min(hit.end, row.end)))
            self._fill(rects, self._theme.hit)
            if index - 1 == self._view.current_hit:
                current = rects
        return current

    def _paint_linked(self, visible: VisibleBlock, row: Row) -> None:
        """Tint the place of the view beside this one, and mark its lines in the margin."""
        linked = self._view.linked
        if linked is None or row.item != linked[0].item:
            return
        low, high = max(linked[0].offset, row.start), min(linked[1].offset, row.end)
        if low > high or (low == high and row.start < row.end):
            return
        tint, mark = QColor(self._theme.linked), QColor(self._theme.accent)
        width = max(3.0, self._type.pitch / 8)
        left = self._view.text_left() - width
        for rect in self._rects(visible, row.position_of(low), row.position_of(high)):
            self._painter.fillRect(rect.toAlignedRect(), tint)
            edge = QRectF(left - width, rect.top(), width, rect.height() + 1)
            self._painter.fillRect(edge.toAlignedRect(), mark)

    def _outline(self, rects: list[QRectF]) -> None:
        self._painter.setPen(QPen(QColor(self._theme.current_hit), 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in rects:
            self._painter.drawRoundedRect(rect.adjusted(-1, 1, 1, -1), 2, 2)
        self._painter.setPen(Qt.PenStyle.NoPen)

    def _rects(self, visible: VisibleBlock, start: int, end: int) -> list[QRectF]:
        return range_rects(visible, start, end, self._type.pitch)

    def _fill(self, rects: list[QRectF], colour: str) -> None:
        """Fill whole pixels: grounds of neighbouring lines meet without a seam."""
        for rect in rects:
            self._painter.fillRect(rect.toAlignedRect(), QColor(colour))
