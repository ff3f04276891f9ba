"""The marks as they are read: of a cable, of a search, one by one, and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from reader.errors import StoreError
from reader.store.database import damaged
from reader.store.marks import Colour
from reader.store.rows import BrokenRow, checksum, mark_of
from reader.store.searching import (
    Counts,
    Holdings,
    MarkedCable,
    Order,
    Query,
    count_all,
    count_holdings,
    count_labels,
    count_marks,
    find_first,
    find_numbers,
    marked_cables,
)
from reader.store.words import enter_waiting, has_waiting
from reader.store.writing import ALL_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.store.marks import Mark
    from reader.store.opening import OpenStore

PAGE: Final = 500
"""Marks that are read at a time."""


class Reading:
    """What the marks of an open store are asked.

    Raises DamagedStore where a row is not as it was written.
    """

    def __init__(self, store: OpenStore) -> None:
        self.path = store.path
        self._store = store
        self._seen = store.version()

    def mark(self, mark_id: str) -> Mark | None:
        """The mark with this id."""
        return next(iter(self._marks("WHERE id = ?", (mark_id,))), None)

    def marks_of(self, cable_id: str) -> tuple[Mark, ...]:
        """The marks of a cable (see `cable_key`), in the order of the text."""
        return self._marks(
            "WHERE cable_id = ? ORDER BY cable_id, ordinal, start, number", (cable_id,)
        )

    def all_marks(self) -> Iterator[Mark]:
        """All marks in the order in which they were kept, PAGE of them read at a time."""
        last = 0
        while rows := self._rows("WHERE number > ? ORDER BY number LIMIT ?", (last, PAGE)):
            last = rows[-1][0]
            yield from self._read_rows(rows)

    def find(self, query: Query) -> tuple[int, ...]:
        """The numbers of the marks that are asked for, in order; `marks_at` reads them.

        Whatever was typed, there is no error in the query itself.
        """
        has_words = self._has_words(query)
        return self._store.read(lambda at: find_numbers(at, query, has_words=has_words))

    def find_first(self, query: Query, limit: int) -> tuple[int, tuple[int, ...]]:
        """How many marks are asked for, and the numbers of the first ones, in order."""
        has_words = self._has_words(query)
        return self._store.read(lambda at: find_first(at, query, limit, has_words=has_words))

    def _has_words(self, query: Query) -> bool:
        """Whether the index can be used, new marks having been entered into it."""
        has_words = self._store.has_words
        if has_words and query.text and self._store.read(has_waiting):
            try:
                self._store.write(lambda _, connection: enter_waiting(connection))
            except StoreError:
                # Another program is writing, or the disk is full: read all marks this once.
                return False
        return has_words

    def marks_at(self, numbers: Sequence[int]) -> tuple[Mark, ...]:
        """The marks with these numbers, in this order; those that have gone are left out."""
        found: dict[int, Mark] = {}
        for start in range(0, len(numbers), PAGE):
            page = numbers[start : start + PAGE]
            rows = self._rows(f"WHERE number IN ({', '.join('?' * len(page))})", tuple(page))
            found |= zip((row[0] for row in rows), self._read_rows(rows), strict=True)
        return tuple(found[number] for number in numbers if number in found)

    def search(self, text: str, order: Order = Order.NEWEST) -> Iterator[Mark]:
        """The marks that have these words somewhere, PAGE of them read at a time."""
        numbers = self.find(Query(text=text, order=order))
        for start in range(0, len(numbers), PAGE):
            yield from self.marks_at(numbers[start : start + PAGE])

    def counts(self) -> Counts:
        """How many marks there are, in all and of each sort."""
        return self._store.read(count_marks)

    def total(self) -> int:
        """How many marks there are."""
        return self._store.read(count_all)

    def holdings(self) -> Holdings:
        """What there would be to lose."""
        return self._store.read(count_holdings)

    def count_of(self, cable_id: str) -> int:
        """How many marks a cable has, without reading them."""
        sql = "SELECT count(*) FROM marks WHERE cable_id = ?"
        return self._store.read(lambda at: int(at.execute(sql, (cable_id,)).fetchone()[0]))

    def labels(self) -> dict[str, int]:
        """The labels, each with how many marks have it."""
        return self._store.read(count_labels)

    def cables(self) -> tuple[MarkedCable, ...]:
        """The cables that have marks."""
        return self._store.read(marked_cables)

    def colour_names(self) -> dict[Colour, str]:
        """The names that the user has given to colours."""
        rows = self._store.read(
            lambda at: at.execute("SELECT colour, name, checksum FROM colour_names").fetchall()
        )
        if any(checksum("colour", tuple(values)) != found for *values, found in rows):
            raise damaged(self.path, "colour")
        return {Colour(colour): name for colour, name, _ in rows}

    def has_changed_elsewhere(self) -> bool:
        """Whether another window or process has changed something since this was last asked."""
        seen, self._seen = self._seen, self._store.version()
        return seen != self._seen

    # What all of these rest on.

    def _marks(self, condition: str, values: tuple[object, ...]) -> tuple[Mark, ...]:
        return tuple(self._read_rows(self._rows(condition, values)))

    def _rows(self, condition: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        sql = f"SELECT number, {ALL_COLUMNS} FROM marks {condition}"  # noqa: S608
        return self._store.read(lambda at: at.execute(sql, values).fetchall())

    def _read_rows(self, rows: list[tuple[Any, ...]]) -> Iterator[Mark]:
        try:
            for row in rows:
                yield mark_of(row[1:])
        except BrokenRow as error:
            raise damaged(self.path, str(error)) from error
