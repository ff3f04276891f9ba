"""Which rows of a list are shown: those that hold the words asked for, in the order asked for.

Nothing here knows of the window: a worker does it, however many rows there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.intake.rows import Column, Rows


class Wish(NamedTuple):
    """What the reader wants to see of a list."""

    words: str = ""
    """All of them stand somewhere in a row."""
    column: Column | None = None
    """By which the rows are ordered; None for the order of the file."""
    is_descending: bool = False

    def is_plain(self) -> bool:
        """Whether every row is wanted, in the order of the file."""
        return not self.words.strip() and self.column is None


class Selection(NamedTuple):
    """The rows that a wish leads to, as far as the list has been made."""

    rows: Rows
    wish: Wish
    seen: int
    """How many rows there were to choose from."""
    matching: Sequence[int]
    """The numbers of those that match, in the order of the file."""
    shown: Sequence[int]
    """The same, in the order that is wanted."""

    def continues(self, before: Selection | None) -> bool:
        """Whether it is the one before with more rows at the end, and nothing else."""
        return (
            before is not None
            and before.rows is self.rows
            and before.wish == self.wish
            and self.wish.column is None
            and before.seen <= self.seen
        )

    def place_of(self, number: int) -> int:
        """Where a row stands among those that are shown; -1 for one that is not."""
        try:
            return self.shown.index(number)
        except ValueError:
            return -1


def select(rows: Rows, wish: Wish, before: Selection | None = None) -> Selection:
    """The rows for a wish; what was selected before is not gone through again where it holds."""
    seen = len(rows)
    if wish.is_plain():
        return Selection(rows, wish, seen, range(seen), range(seen))
    matching: Sequence[int]
    if not wish.words.strip():
        matching = range(seen)
    elif before is not None and before.rows is rows and _is_narrower(wish.words, before.wish.words):
        old = before.matching
        if wish.words != before.wish.words:
            old = rows.matching(wish.words, old)
        matching = [*old, *rows.matching(wish.words, range(before.seen, seen))]
    else:
        matching = rows.matching(wish.words, range(seen))
    shown = matching
    if wish.column is not None:
        shown = rows.in_order(wish.column, matching, descending=wish.is_descending)
    return Selection(rows, wish, seen, matching, shown)


def _is_narrower(words: str, before: str) -> bool:
    """Whether a row that holds all of the words holds those that were asked for before."""
    return words.casefold().startswith(before.casefold())
