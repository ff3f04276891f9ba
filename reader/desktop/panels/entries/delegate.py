"""How the entries of a list are measured and painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from reader.desktop.models.entries import ENTRY_ROLE, Entry
from reader.desktop.panels.entries.letters import SIDE, EntryLetters, fitted_lines
from reader.desktop.panels.entries.rows import Pens, RowDelegate
from reader.desktop.panels.page.signs import paint_sign, paint_star

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from reader.desktop.panels.entries.list import EntryList

MOST_FITTED: Final = 2_000


class EntryDelegate(RowDelegate):
    """Paints the entries of one list."""

    def __init__(self, view: EntryList) -> None:
        super().__init__(view)
        self._view = view
        self.marked_row = -1
        self.lead_width = 0
        self._fitted: dict[tuple[EntryLetters, str, int, int, bool], list[str]] = {}
        """Titles that were broken into lines, which is asked for whenever a row is painted."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the ground, the lead, the title, the details, the star."""
        entry: Entry = index.data(ENTRY_ROLE)
        rect = option.rect
        pens = self.pens(is_lit=self.is_lit(option))
        painter.save()
        self._paint_ground(painter, option, is_marked=index.row() == self.marked_row)
        self._paint_words(painter, rect, entry, pens)
        if entry.has_star:
            self._paint_star(painter, rect, pens.star)
        if entry.inks:
            self._paint_inks(painter, rect, entry)
        painter.restore()

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """As tall as the entry's lines."""
        entry: Entry = index.data(ENTRY_ROLE)
        width = self._view.viewport().width()
        letters = self.letters()
        is_short = self._most_lines(entry) == 1
        # Where a title has one line at most, only those in view need be fitted to it.
        titles = 1 if is_short else len(self._title_lines(entry, width))
        height = titles * letters.of(entry)[1].height() + len(entry.details) * letters.detail_height
        return QSize(width, height + self._gap_above(entry, index.row()) + letters.pad * 2)

    # Fonts and distances, all in sizes of the list's font.

    def _gap_above(self, entry: Entry, row: int) -> int:
        """Strong entries head a group, and stand off from the group before."""
        return self.letters().height // 2 if entry.is_strong and row else 0

    def _indent(self, entry: Entry) -> int:
        """Where the title begins: after the lead, or at the side for what heads a group."""
        if entry.is_strong and not entry.lead:
            return SIDE
        return SIDE + self.lead_width + self.letters().height // 2

    def _most_lines(self, entry: Entry) -> int:
        return 3 if entry.is_strong else self._view.most_lines

    def _title_lines(self, entry: Entry, width: int) -> list[str]:
        room = width - self._indent(entry) - SIDE - self._signs_width(entry)
        most = self._most_lines(entry)
        key = (self.letters(), entry.title, room, most, entry.is_strong)
        lines = self._fitted.get(key)
        if lines is None:
            if len(self._fitted) > MOST_FITTED:
                self._fitted.clear()
            sizes = self.letters().of(entry)[1]
            lines = self._fitted[key] = fitted_lines(sizes, entry.title, room, most)
        return lines

    def _signs_width(self, entry: Entry) -> int:
        """What star and signs take of the last line."""
        if not entry.has_star and not entry.inks:
            return 0
        star = self.letters().star
        inks = round(star * 1.4) * len(entry.inks) + star // 2 if entry.inks else 0
        return star * 2 * entry.has_star + inks

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, *, is_marked: bool
    ) -> None:
        rect = option.rect
        if self.is_lit(option):
            painter.fillRect(rect, QColor(self.theme.selection))
        elif self.is_under_pointer(option):
            painter.fillRect(rect, QColor(self.theme.raised))
        elif is_marked:
            painter.fillRect(rect, QColor(self.theme.base))
        if is_marked:
            bar = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, QColor(self.theme.accent))

    def _paint_words(self, painter: QPainter, rect: QRect, entry: Entry, pens: Pens) -> None:
        letters = self.letters()
        row_top = rect.top() + letters.pad
        left = rect.left() + self._indent(entry)
        font, metrics = letters.of(entry)
        lines = self._title_lines(entry, rect.width())
        words = len(lines) * metrics.height() + len(entry.details) * letters.detail_height
        top = max(row_top, rect.bottom() + 1 - letters.pad - words)
        baseline = top + metrics.ascent()
        if entry.lead:
            painter.setFont(font)
            painter.setPen(pens.text if entry.is_strong else pens.muted)
            right = left - letters.height // 2
            x = right - metrics.horizontalAdvance(entry.lead)
            painter.drawText(x if not entry.is_strong else rect.left() + SIDE, baseline, entry.lead)
        painter.setFont(font)
        painter.setPen(pens.text)
        for line in lines:
            painter.drawText(left, baseline, line)
            baseline += metrics.height()
        top += len(lines) * metrics.height()
        painter.setFont(letters.detail)
        painter.setPen(pens.muted)
        metrics = letters.detail_sizes
        for line in self.detail_lines(entry, rect.width()):
            painter.drawText(left, top + metrics.ascent(), line)
            top += metrics.height()

    def detail_lines(self, entry: Entry, width: int) -> list[str]:
        """The details of an entry in a row of so many pixels; the last leaves room for signs."""
        metrics, right = self.letters().detail_sizes, Qt.TextElideMode.ElideRight
        room = width - self._indent(entry) - SIDE
        rooms = [room] * (len(entry.details) - 1) + [room - self._signs_width(entry)]
        return [
            metrics.elidedText(line, right, max(each, 0))
            for line, each in zip(entry.details, rooms, strict=False)
        ]

    def _paint_inks(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        """The signs of highlights, to the left of the star."""
        letters = self.letters()
        size = letters.star
        x = rect.right() - SIDE - size * (2 if entry.has_star else 0)
        y = rect.bottom() - letters.pad - letters.height / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, ink in enumerate(reversed(entry.inks)):
            centre = QPointF(x - size * (0.5 + 1.4 * place), y)
            paint_sign(painter, centre, size * 0.55, ink, self.theme)

    def _paint_star(self, painter: QPainter, rect: QRect, colour: QColor) -> None:
        letters = self.letters()
        size = letters.star
        centre = QPointF(
            rect.right() - SIDE - size / 2, rect.bottom() - letters.pad - letters.height / 2
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_star(painter, centre, size, colour, filled=True)
