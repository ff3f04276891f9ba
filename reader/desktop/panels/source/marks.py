"""The marks of a cable in its text as received: where the words of highlights stand there.

Nothing here knows of Qt.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from reader.desktop.panels.page.highlights import Band, Highlight, Highlights
from reader.desktop.panels.page.places import Received, ordinal_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from reader.cable.model import Cable
    from reader.desktop.panels.page.rows import Page, Place, Row

Stretches = tuple[tuple[int, int], ...]


class Stars(NamedTuple):
    """The bookmarks of a cable by the ordinals of their paragraphs."""

    names: Mapping[int, str]
    noted: Mapping[int, str] = {}
    """What is noted at those that have a note."""
    uncertain: Collection[int] = ()
    """Those that may be meant for another place."""


NO_STARS = Stars({})


class ReceivedHighlights(Highlights):
    """Highlights, whose words are looked for in a paragraph when one of its lines is in view."""

    def __init__(self, page: Page, cable: Cable, highlights: Iterable[Highlight]) -> None:
        super().__init__(page, highlights, len(cable.paragraphs))
        self._cable = cable
        self._known: dict[int, tuple[tuple[int, Stretches], ...]] = {}

    def at(self, place: Place) -> Highlight | None:
        """The uppermost one over a place of the text as received, its end included."""
        ordinal = ordinal_at(self._cable, place.offset)
        if not self.all or ordinal < 0:
            return None
        for index, stretches in reversed(self._of(ordinal)):
            number = bisect_right(stretches, place.offset, key=lambda each: each[0]) - 1
            if number >= 0 and place.offset <= stretches[number][1]:
                return self.all[index]
        return None

    def find_bands(self, row: Row) -> Iterator[Band]:
        """What a line shows of them."""
        paragraphs = self._cable.paragraphs
        ordinal = max(ordinal_at(self._cable, row.start), 0)
        while ordinal < len(paragraphs) and paragraphs[ordinal].start <= row.end:
            for index, stretches in self._of(ordinal):
                yield from self._bands_in(row, ordinal, index, stretches)
            ordinal += 1

    def _bands_in(self, row: Row, ordinal: int, index: int, stretches: Stretches) -> Iterator[Band]:
        each = self.all[index]
        number = max(bisect_right(stretches, row.start, key=lambda one: one[0]) - 1, 0)
        for start, end in stretches[number:]:
            if start >= row.end:
                break
            if end > row.start:
                is_first = ordinal == each.ordinal and start == stretches[0][0]
                low, high = max(start, row.start), min(end, row.end)
                yield Band(low, high, each, self.lanes[index], is_first)

    def _of(self, ordinal: int) -> tuple[tuple[int, Stretches], ...]:
        """The numbers of the highlights in a paragraph, each with where its words stand."""
        known = self._known.get(ordinal)
        if known is None:
            known = self._known[ordinal] = tuple(self._look(ordinal))
        return known

    def _look(self, ordinal: int) -> Iterator[tuple[int, Stretches]]:
        received: Received | None = None
        for index, each in enumerate(self.all):
            if each.ordinal <= ordinal <= each.last_ordinal:
                received = received or Received(self._cable, ordinal)
                start = each.start if each.ordinal == ordinal else 0
                whole = len(self._cable.paragraphs[ordinal].text)
                end = each.end if each.last_ordinal == ordinal else whole
                yield index, received.stretches(start, end)


def paragraph_of(cable: Cable, row: Row) -> int | None:
    """The ordinal of the paragraph to which a line belongs; None for headings, pages and others."""
    ordinal = ordinal_at(cable, max(row.start, row.end - 1))
    if ordinal < 0:
        return None
    spans = cable.paragraphs[ordinal].spans
    number = bisect_right(spans, row.end, key=lambda span: span.start) - 1
    if number < 0:
        # The line of a number whose words begin in the next one.
        return ordinal if row.end > cable.paragraphs[ordinal].start else None
    return ordinal if row.start < spans[number].end else None


def starred(cable: Cable, row: Row, stars: Stars) -> int | None:
    """The first bookmarked paragraph that begins in a line; None where none does."""
    if not stars.names or row.is_cut:
        return None
    paragraphs = cable.paragraphs
    first = bisect_right(paragraphs, row.start - 1, key=lambda each: each.start)
    while first < len(paragraphs) and paragraphs[first].start <= row.end:
        if first in stars.names:
            return first
        first += 1
    return None
