"""The bookmarks: every mark of every cable, kept so that nothing acknowledged is ever lost.

    bookmarks = Bookmarks.open(bookmarks_path())
    bookmarks.add(new_mark(MarkKind.BOOKMARK, make_anchor(cable, 6), cable))
    bookmarks.marks_of(cable_key(cable))
    bookmarks.undo()
    bookmarks.close()

A method that changes something returns after COMMIT with `synchronous=FULL`, or it raises
StoreError and nothing was changed. Each object is used by one thread at a time; windows, lanes and
processes have one each, and see each other's changes by `has_changed_elsewhere`.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from reader.errors import StoreError
from reader.store import care, history
from reader.store.database import damaged
from reader.store.marks import Colour, Delete, Mark, NameColour, Put
from reader.store.opening import OpenStore
from reader.store.rows import BrokenRow, checksum, mark_of
from reader.store.searching import (
    Counts,
    MarkedCable,
    Order,
    Query,
    count_all,
    count_labels,
    count_marks,
    find_first,
    find_numbers,
    marked_cables,
)
from reader.store.words import enter_waiting, has_waiting
from reader.store.writing import ALL_COLUMNS, Group, Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path
    from sqlite3 import Connection
    from types import TracebackType

    from reader.store.history import Step
    from reader.store.marks import Change

PAGE: Final = 500
"""Marks that are read at a time."""


class Bookmarks:
    """The store of marks, open."""

    def __init__(self, store: OpenStore) -> None:
        self.path = store.path
        self.notices: tuple[str, ...] = store.notices
        """What the user should be told about how it was opened."""
        self._store = store
        self._seen = store.version()

    @classmethod
    def open(cls, path: Path) -> Bookmarks:
        """Open the store, or make it; checked after an unclean end, and brought up to date.

        Raises StoreError with what to do, and then nothing was changed; DamagedStore where
        `recover` will help.
        """
        return cls(OpenStore(path))

    def close(self) -> None:
        """Put everything into the one file, and let go of it. Once is enough; twice is harmless."""
        self._store.close()

    def __enter__(self) -> Bookmarks:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # Changing. Each returns when it is on the disk.

    def apply(self, changes: Sequence[Change], title: str = "") -> Step:
        """Make changes as one step, all or none; `title` is what undoing it will be called."""
        [outcome] = self.apply_groups([Group(changes, title)])
        if isinstance(outcome, StoreError):
            raise outcome
        return outcome

    def apply_groups(self, groups: Sequence[Group]) -> list[Step | StoreError]:
        """Make several steps in one transaction; one that cannot be is a StoreError in its place.

        Raises StoreError when none was kept.
        """
        now = datetime.now(UTC)

        def write(writer: Writer, _: Connection) -> list[Step | StoreError]:
            outcomes: list[Step | StoreError] = []
            for group in groups:
                try:
                    outcomes.append(writer.write(group, now))
                except StoreError as error:
                    outcomes.append(error)
            return outcomes

        return self._store.write(write, is_plain=True)

    def add(self, mark: Mark, title: str = "Add mark") -> Step:
        """Keep a new mark."""
        return self.apply([Put(mark)], title)

    def change(self, mark: Mark, base: Mark | None = None, title: str = "Change mark") -> Step:
        """Keep a mark as it was edited; `base` is the mark before editing (see `Put`)."""
        return self.apply([Put(mark, base)], title)

    def delete(self, mark_ids: Iterable[str], title: str = "Delete mark") -> Step:
        """Take marks away; `undo` brings them back."""
        return self.apply([Delete(mark_id) for mark_id in mark_ids], title)

    def name_colour(self, colour: Colour, name: str, title: str = "Name colour") -> Step:
        """Give a colour a name of the user's own; an empty one takes it away."""
        return self.apply([NameColour(colour, name)], title)

    def rename_label(self, old: str, new: str, title: str = "Rename label") -> Step:
        """Put one label in the place of another in every mark; an empty one takes it away."""

        def write(writer: Writer, _: Connection) -> Step:
            return writer.write(Group(writer.rename_label(old, new), title), datetime.now(UTC))

        return self._store.write(write)

    def follow_path(self, cable_id: str, path: str) -> None:
        """Note where a cable that has marks was seen last; no step, since nobody's words change."""
        if any(mark.path != path for mark in self.marks_of(cable_id)):
            self._store.write(lambda writer, _: writer.follow_path(cable_id, path))

    def take_in(self, other: Path, title: str = "Take in bookmarks") -> Step:
        """Take the marks of a rescued file or a backup into this store, as one step.

        Of a mark that both have, the one that was changed later stays.
        """
        wanted: list[Change] = []
        for mark in care.marks_in(other):
            known = self.mark(mark.id)
            if known is None or known.changed < mark.changed:
                wanted.append(Put(mark))
        return self.apply(wanted, title)

    # Undo and redo.

    @property
    def undo_title(self) -> str | None:
        """What would be undone; None where there is nothing."""
        return self._store.read(lambda at: _title(history.step_to_undo(at)))

    @property
    def redo_title(self) -> str | None:
        """What would be done again; None where there is nothing."""
        return self._store.read(lambda at: _title(history.step_to_redo(at)))

    def undo(self) -> Step | None:
        """Undo the latest step, whichever window it was made in; None where there is none."""
        return self._swap(history.step_to_undo, history.note_undone)

    def redo(self) -> Step | None:
        """Do again what was undone last; None where there is nothing, or something new was done."""
        return self._swap(history.step_to_redo, history.note_redone)

    def _swap(
        self,
        which: Callable[[Connection], tuple[int, str] | None],
        note: Callable[[Connection, int], None],
    ) -> Step | None:
        def write(writer: Writer, connection: Connection) -> Step | None:
            found = which(connection)
            if found is None:
                return None
            step = writer.swap(found[0])
            note(connection, found[0])
            return step

        return self._store.write(write)

    # Reading. Raises DamagedStore where a row is not as it was written.

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

    # Care. Each may take seconds where there are many marks: for a worker with its own Bookmarks.

    def check(self) -> None:
        """Look at everything, each row with its checksum; raises DamagedStore."""
        care.check(self._store)

    def back_up(self, *, only_if_due: bool = True) -> Path | None:
        """Make a copy that is known to be sound, once a day; None where there is a fresh one.

        Raises DamagedStore where the copy, and so the store, is not sound.
        """
        return care.back_up(self._store, only_if_due=only_if_due)

    def erase_deleted(self) -> None:
        """Leave no trace of what was deleted, in the store and its backups; undo ends here."""
        care.erase_deleted(self._store)

    def is_in_place(self) -> bool:
        """Whether the file still stands where it stood; to be asked every few seconds."""
        return self._store.is_in_place()

    def rescue(self) -> Path:
        """Write all of a moved or replaced store to a new file, and close it; where that is.

        It is the old place where that is free: open it again. Else `take_in` the new file into
        what stands there now.
        """
        return care.rescue(self._store)

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


def _title(found: tuple[int, str] | None) -> str | None:
    return found[1] if found else None
