"""Which rows of the palette have what was typed, the best first.

Nothing here knows of Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_QUERY: Final = 100
"""Characters of what is typed that are looked for."""


class PaletteRow(NamedTuple):
    """Something to go to or to run."""

    id: str
    title: str
    place: str = ""
    """The menu it is in."""
    help: str = ""
    keys: str = ""
    reason: str = ""
    """Why it cannot be run now; empty when it can."""


def found_rows(rows: Sequence[PaletteRow], query: str, recent: Sequence[str]) -> list[PaletteRow]:
    """The rows that have every word of a query; without one, all, those lately run first."""
    words = query[:LONGEST_QUERY].lower().split()
    order = {row_id: place for place, row_id in enumerate(recent)}
    ranked = []
    for place, row in enumerate(rows):
        rank = _rank(row, words)
        if rank is not None:
            is_late = order.get(row.id, len(order))
            # What can be run comes before what cannot, and a better match before a later use.
            ranked.append((bool(row.reason), rank, is_late, place))
    return [rows[place] for *_, place in sorted(ranked)]


def _rank(row: PaletteRow, words: list[str]) -> int | None:
    """How far a row is from the words: 0 for the best; None if it lacks one of them."""
    fields = (row.title.lower(), row.place.lower(), row.help.lower())
    rank = 0
    for word in words:
        found = _word_rank(word, fields)
        if found is None:
            return None
        rank += found
    return rank


def _word_rank(word: str, fields: tuple[str, ...]) -> int | None:
    title = fields[0]
    if title.startswith(word):
        return 0
    for distance, field in enumerate(fields):
        if any(part.startswith(word) for part in field.split()):
            return 1 + 3 * distance
        if word in field:
            return 2 + 3 * distance
    return 12 if _has_in_order(word, title) else None


def _has_in_order(letters: str, text: str) -> bool:
    """Whether letters stand in a text one after the other: `zmin` in `zoom in`."""
    rest = iter(text)
    return all(letter in rest for letter in letters)
