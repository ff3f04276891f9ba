"""From a difference to its place in the cable."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from reader.cable.model import Paragraph

if TYPE_CHECKING:
    from reader.cable.comparison.differences import Comparison, Difference


class PlaceHere(NamedTuple):
    """Where a difference stands in the first of two cables."""

    ordinal: int
    offset: int
    length: int


def place_here(comparison: Comparison, difference: Difference) -> PlaceHere | None:
    """The paragraph and the offset in its text; None in the header, a heading, or the other one."""
    row = comparison.rows[difference.row]
    if not row.items:
        return None
    start, end = difference.marks[0].start, difference.marks[-1].end
    place = max(bisect_right(row.starts, start) - 1, 0)
    item = comparison.here.body[row.items[place]]
    if not isinstance(item, Paragraph):
        return None
    marking = f"({item.marking}) " if item.marking else ""
    begin = row.starts[place] + len(marking)
    offset = min(max(start - begin, 0), len(item.text))
    stop = min(max(end - begin, offset), len(item.text))
    return PlaceHere(item.ordinal, offset, stop - offset)
