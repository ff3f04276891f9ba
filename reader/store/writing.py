"""Changing the marks inside one transaction: every change with what undoes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from reader.errors import StoreError
from reader.store import history
from reader.store.marks import (
    LONGEST_NAME,
    LONGEST_NOTE,
    Delete,
    Mark,
    NameColour,
    Put,
    check_mark,
    tidy_labels,
)
from reader.store.rows import MARK_COLUMNS, checksum, kept, mark_of, microseconds, row_of
from reader.store.words import change_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from sqlite3 import Connection

    from reader.store.history import Step
    from reader.store.marks import Change
    from reader.store.rows import Row

ALL_COLUMNS: Final = ", ".join((*MARK_COLUMNS, "checksum"))
INSERT: Final = (
    f"INSERT INTO marks (number, {ALL_COLUMNS}) "  # noqa: S608
    f"VALUES ({', '.join('?' * (len(MARK_COLUMNS) + 2))})"
)
UPDATE: Final = (
    f"UPDATE marks SET {', '.join(f'{column} = ?' for column in (*MARK_COLUMNS, 'checksum'))} "  # noqa: S608
    "WHERE number = ?"
)
SELECT: Final = f"SELECT number, {ALL_COLUMNS} FROM marks WHERE id = ?"  # noqa: S608
LABELS: Final = MARK_COLUMNS.index("labels")
BETWEEN_NOTES: Final = "\n\n---\n\n"
"""Between two notes that two windows have written on the same mark."""


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
    """Writes groups of changes, each as one step of the history."""

    def __init__(self, connection: Connection, *, has_words: bool) -> None:
        self._connection = connection
        self._has_words = has_words

    def write(self, group: Group, now: datetime) -> Step:
        """Make the changes of a group; raises StoreError before anything is written.

        To be called inside a transaction. BrokenRow where what stands there is damaged.
        """
        for change in group.changes:
            _check(change)
        told = Told()
        parts = [self._change(place, each, told) for place, each in enumerate(group.changes)]
        if any(parts):
            step, made = history.next_step(self._connection), microseconds(now)
            for part in filter(None, parts):
                numbered = part._replace(step=step)
                history.write_part(self._connection, numbered, group.title, made)
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
            history.write_part(
                self._connection, part._replace(number=number, other=old), title, made
            )
        return told.step(title)

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
        """Make one change; what undoes it, its step still to be numbered, or None for nothing."""
        if isinstance(change, NameColour):
            name = kept(" ".join(change.name.split()))
            before = self._name_colour(change.colour.value, name or None)
            told.has_names = True
            return history.Part(0, place, "colour", change.colour.value, None, before)
        mark_id = change.mark_id if isinstance(change, Delete) else change.mark.id
        stored = self._stored(mark_id)
        old = stored and stored.row
        new = None if isinstance(change, Delete) else _new_row(change, old)
        told.note(old, new)
        if old == new:
            return None
        number = self._set_row(stored and stored.number, old, new)
        return history.Part(0, place, "mark", mark_id, number, old)

    def _stored(self, mark_id: str) -> Numbered | None:
        found = self._connection.execute(SELECT, (mark_id,)).fetchone()
        return Numbered(found[0], found[1:]) if found else None

    def _set_row(self, number: int | None, old: Row | None, new: Row | None) -> int | None:
        """Put a row in the place of another, None for none; its labels and words follow."""
        if new is None and old is None:
            return number
        if new is None:
            self._connection.execute("DELETE FROM marks WHERE number = ?", (number,))
        elif old is None:
            if number is not None and self._is_taken(number):
                number = None
            number = self._connection.execute(INSERT, (number, *new)).lastrowid
        else:
            self._connection.execute(UPDATE, (*new, number))
        if number is not None:
            self._label(number, old[LABELS] if old and new else "", new[LABELS] if new else "")
            change_words(self._connection, number, old, new, usable=self._has_words)
        return number

    def _is_taken(self, number: int) -> bool:
        found = self._connection.execute("SELECT 1 FROM marks WHERE number = ?", (number,))
        return found.fetchone() is not None

    def _label(self, number: int, old: str, new: str) -> None:
        if old == new:
            return
        self._connection.execute("DELETE FROM mark_labels WHERE mark = ?", (number,))
        self._connection.executemany(
            "INSERT INTO mark_labels VALUES (?, ?)",
            [(label, number) for label in new.split("\n") if label],
        )

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

    def __init__(self) -> None:
        self.has_names = False
        self._rows: dict[str, Row | None] = {}
        self._cables: dict[str, None] = {}

    def note(self, old: Row | None, new: Row | None) -> None:
        """Take a mark that was changed."""
        for row in (old, new):
            if row is not None:
                self._rows[row[0]] = new
                self._cables[row[2]] = None

    def step(self, title: str) -> Step:
        """What was done."""
        return history.Step(
            title,
            tuple(mark_of(row) for row in self._rows.values() if row is not None),
            tuple(mark_id for mark_id, row in self._rows.items() if row is None),
            tuple(self._cables),
            self.has_names,
        )


def merge(wanted: Mark, base: Mark, stored: Mark) -> Mark:
    """What was edited in one window, on top of what another has stored since.

    What the edit left alone is as stored; what both have changed is as edited, save that two notes
    are both kept, and labels that either has added or taken away.
    """
    fields: dict[str, Any] = {}
    for field in ("kind", "anchor", "cable_id", "title", "path", "name", "status", "colour"):
        if getattr(wanted, field) == getattr(base, field):
            fields[field] = getattr(stored, field)
    added = set(wanted.labels) - set(base.labels)
    removed = set(base.labels) - set(wanted.labels)
    if stored.labels != base.labels:
        fields["labels"] = tuple(
            label
            for label in tidy_labels((*stored.labels, *(x for x in wanted.labels if x in added)))
            if label not in removed
        )
    if wanted.note == base.note:
        fields["note"] = stored.note
    elif stored.note not in (base.note, wanted.note) and stored.note:
        both = wanted.note + BETWEEN_NOTES + stored.note
        if len(both.encode("utf-8", "replace")) <= LONGEST_NOTE:
            fields["note"] = both
    return replace(wanted, created=stored.created, **fields)


def _new_row(change: Put, old: Row | None) -> Row:
    mark = change.mark
    if old is not None:
        stored = mark_of(old)
        if change.base is not None and stored != change.base:
            mark = merge(mark, change.base, stored)
        elif replace(mark, changed=stored.changed) == stored:
            return old
    return row_of(mark)


def _check(change: Change) -> None:
    if isinstance(change, Put):
        check_mark(change.mark)
    elif isinstance(change, NameColour) and len(change.name) > LONGEST_NAME:
        raise StoreError(
            f"This name is too long to be kept: {len(change.name):,} characters, and "
            f"{LONGEST_NAME:,} is the most.",
            hint="Choose a shorter one.",
        )
