"""What undo and redo need: for every step, what stood before in the place of what it changed.

A step's parts hold the *other* state: what undoing puts there. Undoing swaps it with what stands,
so that redoing is the same once more. The history is in the store itself: it is written in the
transaction of the change, it is the same in every window, and it outlives a restart.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from reader.store.rows import BrokenRow, checksum, microseconds
from reader.store.schema import fact, note_fact

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from sqlite3 import Connection, Cursor

    from reader.store.marks import Mark
    from reader.store.rows import Row

MOST_STEPS: Final = 500
TRIMMED_EVERY: Final = 50
SESSION: Final = 24 * 60 * 60 * 1_000_000
"""Microseconds after which a step is no longer of this session and can no longer be undone."""

UNDONE: Final = "undone"
"""The fact that holds the first step that was undone; none where there is nothing to redo."""


WRITE_PART: Final = "INSERT OR REPLACE INTO history VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"


class Step(NamedTuple):
    """What one change or undo did."""

    title: str
    """As it was called: "Add bookmark"."""
    marks: tuple[Mark, ...]
    """The marks that were changed, as they stand now."""
    gone: tuple[str, ...]
    """The ids of those that are no more."""
    cables: tuple[str, ...]
    """The cables whose marks these are or were, each once."""
    has_names: bool = False
    """Whether the name of a colour was changed."""


class Part(NamedTuple):
    """One thing that a step changed."""

    place: int
    """Among the parts of its step."""
    subject: str
    """`mark` or `colour`."""
    key: str
    """The mark's id, or the colour's value."""
    number: int | None
    """The mark's number, so that it comes back in its order."""
    other: Any
    """The row of a mark or the name of a colour; None where there is none on the other side."""


def next_step(connection: Connection, last: int, undone: str | None) -> int:
    """The number of a step to be written after `last`; what could be redone is no more."""
    if undone is not None:
        connection.execute("DELETE FROM history WHERE step >= ?", (int(undone),))
        connection.execute("DELETE FROM facts WHERE key = ?", (UNDONE,))
        last = connection.execute("SELECT max(step) FROM history").fetchone()[0] or 0
    if last % TRIMMED_EVERY == 0:
        connection.execute("DELETE FROM history WHERE step <= ?", (last - MOST_STEPS,))
    return last + 1


def write_part(cursor: Cursor, step: int, part: Part, title: str, made: int) -> None:
    """Note a part of a step, or another state in its place; `made` is in microseconds."""
    place, subject, key, number, other = part
    if other is not None:
        other = json.dumps(other, default=bytes.hex)
    values = (step, place, title, made, subject, key, number, other)
    cursor.execute(WRITE_PART, (*values, checksum("history", values)))


def parts_of(connection: Connection, step: int) -> Iterator[tuple[Part, str, int]]:
    """The parts of a step, last first, each with the step's title and time; may raise BrokenRow."""
    for row in connection.execute(
        "SELECT * FROM history WHERE step = ? ORDER BY part DESC", (step,)
    ).fetchall():
        *values, found = row
        if checksum("history", tuple(values)) != found:
            raise BrokenRow("history")
        _, place, title, made, subject, key, number, other = values
        part = Part(place, subject, key, number, None if other is None else json.loads(other))
        yield part, title, made


def step_to_undo(connection: Connection) -> tuple[int, str] | None:
    """The latest step that stands, and its title."""
    undone = fact(connection, UNDONE)
    before = int(undone) if undone is not None else 1 << 62
    return _one(connection, "step < ? ORDER BY step DESC", before)


def step_to_redo(connection: Connection) -> tuple[int, str] | None:
    """The earliest step that was undone, and its title."""
    undone = fact(connection, UNDONE)
    return None if undone is None else _one(connection, "step >= ? ORDER BY step", int(undone))


def note_undone(connection: Connection, step: int) -> None:
    """Note that this step and all later ones are undone."""
    note_fact(connection, UNDONE, step)


def note_redone(connection: Connection, step: int) -> None:
    """Note that this step stands again."""
    following = _one(connection, "step > ? ORDER BY step", step)
    if following is None:
        connection.execute("DELETE FROM facts WHERE key = ?", (UNDONE,))
    else:
        note_fact(connection, UNDONE, following[0])


def has_expired(connection: Connection, now: datetime) -> bool:
    """Whether there are steps of an earlier session, by a clock that may have been set."""
    oldest = connection.execute("SELECT made FROM history ORDER BY step, part LIMIT 1").fetchone()
    return oldest is not None and abs(microseconds(now) - oldest[0]) > SESSION


def forget_before(connection: Connection, now: datetime) -> None:
    """Forget the steps of earlier sessions."""
    connection.execute("DELETE FROM history WHERE abs(? - made) > ?", (microseconds(now), SESSION))


def forget_all(connection: Connection) -> None:
    """Forget every step: nothing can be undone, and no deleted note is left in the history."""
    connection.execute("DELETE FROM history")
    connection.execute("DELETE FROM facts WHERE key = ?", (UNDONE,))


def row_again(other: list[Any]) -> Row:
    """The row of a mark that a part holds; its path was written in hexadecimal digits."""
    row = list(other)
    row[4] = bytes.fromhex(row[4])
    return tuple(row)


def _one(connection: Connection, condition: str, value: int) -> tuple[int, str] | None:
    row = connection.execute(
        f"SELECT step, title FROM history WHERE {condition} LIMIT 1",  # noqa: S608
        (value,),
    ).fetchone()
    return (row[0], row[1]) if row else None
