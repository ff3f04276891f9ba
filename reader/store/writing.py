"""Changing the marks inside one transaction: every change with what undoes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from reader.errors import StoreError
from reader.store import history
from reader.store.edits import merge
from reader.store.marks import (
    LONGEST_NAME,
    Delete,
    Mark,
    NameColour,
    Put,
    check_mark,
)
from reader.store.rows import (
    MARK_COLUMNS,
    checksum,
    keepable_mark,
    kept,
    mark_from,
    mark_of,
    microseconds,
    row_of,
)
from reader.store.words import WAITING, change_words, enter_waiting, indexed_up_to
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from sqlite3 import Connection, Cursor

    from reader.store.history import Step
    from reader.store.marks import Change
    from reader.store.rows import Row

ALL_COLUMNS: Final = ", ".join((*MARK_COLUMNS, "checksum"))
INSERT: Final = (
    f"INSERT INTO marks (number, {ALL_COLUMNS}) "  # noqa: S608
    f"VALUES ({', '.join('?' * (len(MARK_COLUMNS) + 2))}) ON CONFLICT (id) DO NOTHING"
)
UPDATE: Final = (
    f"UPDATE marks SET {', '.join(f'{column} = ?' for column in (*MARK_COLUMNS, 'checksum'))} "  # noqa: S608
    "WHERE number = ?"
)
SELECT: Final = f"SELECT number, {ALL_COLUMNS} FROM marks WHERE id = ?"  # noqa: S608
STANDING: Final = (
    "SELECT (SELECT max(step) FROM history), (SELECT value FROM facts WHERE key = ?), "
    "(SELECT value FROM facts WHERE key = 'indexed')"
)
LABELS: Final = MARK_COLUMNS.index("labels")


class Group(NamedTuple):
    """Changes that are one step to the user: done together, undone together."""

    changes: Sequence[Change]
    title: str
    """What the step is called where it can be undone: "Add bookmark"."""


class Numbered(NamedTuple):
    """A row of a mark and its number."""

    number: int
    row: Row


class Writer:
    """Writes groups of changes, each as one step of the history.

    It may serve for several transactions, as long as nobody else has changed anything between.
    """

    def __init__(self, connection: Connection, cursor: Cursor, *, has_words: bool) -> None:
        """`cursor` is one of the connection; what is written most is written with it."""
        self._connection = connection
        self._cursor = cursor
        self._has_words = has_words
        last, undone, indexed = connection.execute(STANDING, (history.UNDONE,)).fetchone()
        self._last_step: int = last or 0
        self._undone: str | None = undone
        self._indexed = indexed_up_to(indexed)
        self._new_marks = 0

    def write(self, group: Group, now: datetime) -> Step:
        """Make the changes of a group; raises StoreError before anything is written.

        To be called inside a transaction. BrokenRow where what stands there is damaged.
        """
        for change in group.changes:
            if isinstance(change, Put):
                check_mark(change.mark)
            elif isinstance(change, NameColour):
                _check_name(change.name)
        told, step, made = Told(), 0, microseconds(now)
        for place, change in enumerate(group.changes):
            part = self._change(place, change, told)
            if part is None:
                continue
            if not step:
                step = history.next_step(self._connection, self._last_step, self._undone)
                self._last_step, self._undone = step, None
            history.write_part(self._cursor, step, part, group.title, made)
        return told.step(group.title)

    def swap(self, step: int) -> Step:
        """Undo or redo a step: put the other state in the place of what stands."""
        told, title = Told(), ""
        for part, title, made in history.parts_of(self._connection, step):
            if part.subject == "colour":
                old: Any = self._name_colour(part.key, part.other)
                told.has_names = True
                number = None
            else:
                stored = self._stored(part.key)
                new = None if part.other is None else history.row_again(part.other)
                old = stored and stored.row
                number = self._set_row(stored.number if stored else part.number, old, new)
                told.note(old, new)
            swapped = part._replace(number=number, other=old)
            history.write_part(self._cursor, step, swapped, title, made)
        return told.step(title)

    def follow_path(self, cable_id: str, path: str) -> None:
        """Put another path into every mark of a cable; the history stays as it is."""
        rows = self._connection.execute(
            f"SELECT number, {ALL_COLUMNS} FROM marks WHERE cable_id = ?",  # noqa: S608
            (cable_id,),
        )
        for number, *old in rows.fetchall():
            new = row_of(replace(mark_of(tuple(old)), path=path))
            if new != tuple(old):
                self._set_row(number, tuple(old), new)

    def rename_label(self, old: str, new: str) -> list[Change]:
        """The changes that put one label in the place of another; none for "" takes it away."""
        rows = self._connection.execute(
            f"SELECT {ALL_COLUMNS} FROM marks JOIN mark_labels ON mark = number "  # noqa: S608
            "WHERE label = ? ORDER BY number",
            (old,),
        )
        changes: list[Change] = []
        for mark in map(mark_of, rows.fetchall()):
            labels = tuple(new if label == old else label for label in mark.labels)
            changes.append(Put(replace(mark, labels=labels), mark))
        return changes

    def _change(self, place: int, change: Change, told: Told) -> history.Part | None:
        """Make one change; what undoes it, or None where nothing was changed."""
        if isinstance(change, Put) and change.base is None:
            mark = keepable_mark(change.mark)
            number = self._insert(None, row_of(mark))
            if number is not None:
                told.note_new(mark)
                return history.Part(place, "mark", change.mark.id, number, None)
        if isinstance(change, NameColour):
            name = kept(" ".join(change.name.split()))
            before = self._name_colour(change.colour.value, name or None)
            told.has_names = True
            return history.Part(place, "colour", change.colour.value, None, before)
        mark_id = change.mark_id if isinstance(change, Delete) else change.mark.id
        stored = self._stored(mark_id)
        old = stored and stored.row
        new = None if isinstance(change, Delete) else _new_row(change, old)
        told.note(old, new)
        if old == new:
            return None
        number = self._set_row(stored and stored.number, old, new)
        return history.Part(place, "mark", mark_id, number, old)

    def _stored(self, mark_id: str) -> Numbered | None:
        found = self._connection.execute(SELECT, (mark_id,)).fetchone()
        return Numbered(found[0], found[1:]) if found else None

    def _set_row(self, number: int | None, old: Row | None, new: Row | None) -> int | None:
        """Put a row in the place of another, None for none; its labels and words follow."""
        if new is None and old is None:
            return number
        if old is None and new is not None:
            is_taken = number is not None and self._is_taken(number)
            return self._insert(None if is_taken else number, new)
        if number is not None:
            if new is None:
                self._connection.execute("DELETE FROM marks WHERE number = ?", (number,))
            else:
                self._connection.execute(UPDATE, (*new, number))
            self._follow(number, old, new)
        return number

    def _insert(self, number: int | None, row: Row) -> int | None:
        """Put in a row with a number, or with the next one; None where there is one of its id."""
        self._cursor.execute(INSERT, (number, *row))
        if not self._cursor.rowcount:
            return None
        number = self._cursor.lastrowid or 0
        if row[LABELS] or number <= self._indexed:
            self._follow(number, None, row)
        self._new_marks += number > self._indexed
        return number

    def _follow(self, number: int, old: Row | None, new: Row | None) -> None:
        """Have labels follow a mark, and the search index if the mark is in it."""
        self._label(number, old[LABELS] if old else "", new[LABELS] if new else "")
        if number <= self._indexed:
            change_words(self._connection, number, old, new, usable=self._has_words)

    def end(self) -> None:
        """Enter new marks into the search index if they are many; the last thing to be done."""
        if self._has_words and self._new_marks > WAITING:
            self._indexed = enter_waiting(self._connection)
        self._new_marks = 0

    def _is_taken(self, number: int) -> bool:
        found = self._connection.execute("SELECT 1 FROM marks WHERE number = ?", (number,))
        return found.fetchone() is not None

    def _label(self, number: int, old: str, new: str) -> None:
        if old == new:
            return
        for sql, labels in (
            ("DELETE FROM mark_labels WHERE label = ? AND mark = ?", old),
            ("INSERT INTO mark_labels VALUES (?, ?)", new),
        ):
            if labels:
                self._connection.executemany(sql, [(label, number) for label in labels.split("\n")])

    def _name_colour(self, colour: str, name: str | None) -> str | None:
        """Give a colour a name, or none; the name that it had."""
        found = self._connection.execute(
            "SELECT name FROM colour_names WHERE colour = ?", (colour,)
        ).fetchone()
        self._connection.execute("DELETE FROM colour_names WHERE colour = ?", (colour,))
        if name is not None:
            values = (colour, name)
            self._connection.execute(
                "INSERT INTO colour_names (colour, name, checksum) VALUES (?, ?, ?)",
                (*values, checksum("colour", values)),
            )
        return found[0] if found else None


class Told:
    """Gathers what a step has done."""

    __slots__ = ("_cables", "_marks", "has_names")

    def __init__(self) -> None:
        self.has_names = False
        self._marks: dict[str, Mark | None] = {}
        self._cables: dict[str, None] = {}

    def note_new(self, mark: Mark) -> None:
        """Take a mark that was not there before."""
        self._marks[mark.id] = mark
        self._cables[mark.cable_id] = None

    def note(self, old: Row | None, new: Row | None) -> None:
        """Take a mark that was changed, by its rows before and after."""
        for row in (old, new):
            if row is not None:
                self._marks[row[0]] = mark_from(new[:-1]) if new is not None else None
                self._cables[row[2]] = None

    def step(self, title: str) -> Step:
        """What was done."""
        marks = tuple(filter(None, self._marks.values()))
        gone: tuple[str, ...] = ()
        if len(marks) < len(self._marks):
            gone = tuple(mark_id for mark_id, mark in self._marks.items() if mark is None)
        return history.Step(title, marks, gone, tuple(self._cables), self.has_names)


def _new_row(change: Put, old: Row | None) -> Row:
    mark = keepable_mark(change.mark)
    if old is not None:
        stored = mark_of(old)
        if change.base is not None and stored != change.base:
            mark = keepable_mark(merge(mark, change.base, stored))
        elif replace(mark, changed=stored.changed) == stored:
            return old
    return row_of(mark)


def _check_name(name: str) -> None:
    if len(name) > LONGEST_NAME:
        raise StoreError(
            tr(
                "This name is too long to be kept: {count:,} characters, and {most:,} is the most.",
                count=len(name),
                most=LONGEST_NAME,
            ),
            hint=tr("Choose a shorter one."),
        )
