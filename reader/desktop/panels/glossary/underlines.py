"""Acronyms in the text, on demand: dots below them, and what they stand for by pointer and key."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen

from reader.desktop.panels.glossary.panel import term_words
from reader.desktop.panels.page.overlay import PageOverlay
from reader.desktop.panels.page.rows import Place
from reader.desktop.panels.page.shapes import range_rects
from reader.desktop.plain import show_tooltip

if TYPE_CHECKING:
    from reader.cable.explanations.glossary import Term
    from reader.desktop.panels.page.rows import Row
    from reader.desktop.panels.page.shapes import VisibleBlock
    from reader.desktop.panels.page.typesetting import Typography
    from reader.desktop.panels.page.view import PageView

Marked = tuple[int, int, "Term"]
"""Where a term begins and ends in the text of its paragraph."""


class TermUnderlines(PageOverlay):
    """Lies over the text to be read."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._terms: dict[int, list[Marked]] = {}
        """By the ordinal of the paragraph, in order."""
        self.hide()

    def show_terms(self, terms: tuple[Term, ...]) -> None:
        """Underline these; only those that have a meaning."""
        self._terms = {}
        for term in terms:
            for ordinal, start, end in term.places if term.meaning else ():
                self._terms.setdefault(ordinal, []).append((start, end, term))
        for marked in self._terms.values():
            marked.sort(key=lambda each: each[:2])
        self.update()

    def term_at(self, place: Place) -> Marked | None:
        """The term at a place of the page, its end included."""
        ordinals = self._view.page.ordinals
        ordinal = ordinals[place.item] if place.item < len(ordinals) else None
        marked = self._terms.get(ordinal, []) if ordinal is not None else []
        index = bisect_right(marked, place.offset, key=lambda each: each[0]) - 1
        if index < 0 or place.offset > marked[index][1]:
            return None
        return marked[index]

    # What Qt calls.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of the term under a resting pointer."""
        if (
            event.type() is QEvent.Type.ToolTip
            and isinstance(event, QHelpEvent)
            and self.isVisible()
        ):
            place = self._view.place_at(event.pos())
            found = self.term_at(place)
            if found is not None:
                start, end = Place(place.item, found[0]), Place(place.item, found[1])
                if self._view.is_over(event.pos(), start, end):
                    show_tooltip(self._view.viewport(), term_words(found[2]), self._line(event))
                    return True
        return super().eventFilter(watched, event)

    def take_pen(self, painter: QPainter, typography: Typography) -> None:
        """Dots, in a colour of second rank."""
        pen = QPen(QColor(typography.theme.muted), max(1.5, typography.pitch / 14))
        pen.setStyle(Qt.PenStyle.DotLine)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint_row(self, painter: QPainter, visible: VisibleBlock, row: Row) -> None:
        """Paint dots below the terms of a row."""
        ordinal = self._view.page.ordinals[row.item]
        for first, last, _ in self._terms.get(ordinal, ()) if ordinal is not None else ():
            start, end = max(first, row.start), min(last, row.end)
            if start >= end:
                continue
            ends = row.position_of(start), row.position_of(end)
            for rect in range_rects(visible, *ends, 0.0):
                foot = rect.bottom() + 0.5
                painter.drawLine(QPointF(rect.left(), foot), QPointF(rect.right(), foot))

    def _line(self, event: QHelpEvent) -> QRect:
        height = self._view.fontMetrics().height()
        return QRect(event.pos(), QSize(1, height))
