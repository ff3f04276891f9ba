"""The highlights of a page: which words are marked in which ink, and what of it a row shows.

Nothing here knows of Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.desktop.panels.page.rows import Page, Place, Row

MOST_LANES: Final = 3
"""Underlines below each other where highlights overlap; more share the last place."""


class Highlight(NamedTuple):
    """Some words of a cable's paragraphs that are marked."""

    ordinal: int
    start: int
    last_ordinal: int
    end: int
    """Offset in the text of `last_ordinal`, one past the last character."""
    ink: int
    """Which of the four inks: the number of its colour in `INKS`."""
    words: str = ""
    """What is said of it: the name of its colour, and its own."""
    note: str = ""
    """What the reader noted at it."""
    is_certain: bool = True

    @property
    def has_note(self) -> bool:
        """Whether something is noted at it."""
        return bool(self.note.strip())


class Band(NamedTuple):
    """What a row shows of a highlight."""

    start: int
    """Offsets in the text of the row's item."""
    end: int
    highlight: Highlight
    lane: int
    """How far below the letters it is underlined: 0 for the nearest."""
    is_first: bool
    """Whether the highlight begins here."""


class Highlights:
    """The highlights of one page, looked up row by row as rows come into view."""

    def __init__(
        self, page: Page, highlights: Iterable[Highlight] = (), paragraphs: int | None = None
    ) -> None:
        """`paragraphs` is how many the cable has, where that is not how many the page has."""
        self._page = page
        count = len(page.items) if paragraphs is None else paragraphs
        self.all = tuple(
            each for each in highlights if 0 <= each.ordinal <= each.last_ordinal < count
        )
        """In the order in which they are painted, one over the other."""
        self.lanes = _lanes(self.all)
        """How far below the letters each is underlined."""
        self._bands: dict[int, tuple[Band, ...]] = {}

    def bands(self, number: int) -> tuple[Band, ...]:
        """What the row with this number shows of them."""
        if not self.all:
            return ()
        known = self._bands.get(number)
        if known is None:
            known = self._bands[number] = tuple(self.find_bands(self._page.rows[number]))
        return known

    def in_paragraph(self, ordinal: int) -> list[Highlight]:
        """Those that have words of a paragraph."""
        return [each for each in self.all if each.ordinal <= ordinal <= each.last_ordinal]

    def at(self, place: Place) -> Highlight | None:
        """The uppermost one over a place, its end included; None where there is none."""
        if not self.all or place.item >= len(self._page.ordinals):
            return None
        ordinal = self._page.ordinals[place.item]
        if ordinal is None:
            return None
        here = (ordinal, place.offset)
        for each in reversed(self.all):
            if (each.ordinal, each.start) <= here <= (each.last_ordinal, each.end):
                return each
        return None

    def find_bands(self, row: Row) -> Iterator[Band]:
        """What a row shows of them, in the order in which they are painted."""
        ordinal = self._page.ordinals[row.item]
        if ordinal is None:
            return
        for each, lane in zip(self.all, self.lanes, strict=True):
            if not each.ordinal <= ordinal <= each.last_ordinal:
                continue
            first = each.start if each.ordinal == ordinal else 0
            start = max(first, row.start)
            end = row.end if each.last_ordinal > ordinal else min(each.end, row.end)
            if start < end:
                is_first = each.ordinal == ordinal and row.start <= first
                yield Band(start, end, each, lane, is_first)


def _lanes(highlights: tuple[Highlight, ...]) -> list[int]:
    """A lane for each, so that those which overlap are underlined below each other."""
    lanes = [0] * len(highlights)
    ends = [(-1, 0)] * MOST_LANES
    order = sorted(range(len(highlights)), key=lambda index: highlights[index][:2])
    for index in order:
        each = highlights[index]
        free = (lane for lane, end in enumerate(ends) if end <= (each.ordinal, each.start))
        lane = lanes[index] = next(free, MOST_LANES - 1)
        ends[lane] = max(ends[lane], (each.last_ordinal, each.end))
    return lanes
