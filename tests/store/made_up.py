"""Marks in cables that nobody has sent, for tests."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from reader.store.anchors import Anchor
from reader.store.marks import Colour, Mark, MarkKind, Status

if TYPE_CHECKING:
    from pathlib import Path

QUOTES = (
    "The lamp of the northern lighthouse burned at noon.",
    "Honey is weighed by the jar, and wax by the pound.",
    "The ferry left the pier without its bell.",
    "Nobody on the island has counted the puffins since spring.",
    "The museum keeps the log of every keeper.",
)
LABELS = (("ferries",), (), ("honey", "prices"), ("museum",), ())
MORNING = datetime(2011, 5, 2, 8, 30, tzinfo=UTC)


def made_mark(number: int = 0, **fields: object) -> Mark:
    """A mark; each number gives another one, and the same one every time."""
    quote = QUOTES[number % len(QUOTES)]
    cable_id = f"09REYKJAVIK{9000 + number % 7}"
    mark = Mark(
        id=UUID(int=number + 1, version=4).hex,
        kind=MarkKind.HIGHLIGHT if number % 2 else MarkKind.BOOKMARK,
        anchor=Anchor(
            cable_id, number % 30, number % 30 + 1, 4, 20, number % 30, quote, "- ", " -"
        ),
        cable_id=cable_id,
        title=f"Lighthouses and what they cost, part {number % 7}",
        path="/home/keeper/cables/lamp.cable.txt",
        name=f"Place {number}" if number % 3 else "",
        note=f"Ask the keeper about number {number}.",
        labels=LABELS[number % len(LABELS)],
        status=(None, *Status)[number % 5],
        colour=tuple(Colour)[number % 4] if number % 2 else None,
        created=MORNING + timedelta(minutes=number),
        changed=MORNING + timedelta(minutes=number),
    )
    return replace(mark, **fields)  # type: ignore[arg-type]


def made_marks(count: int) -> list[Mark]:
    """Many marks, all different."""
    return [made_mark(number) for number in range(count)]


def look_into(path: Path, sql: str) -> list[tuple]:
    """What another program finds in a database that is closed."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def change_file(path: Path, *statements: str) -> None:
    """What another program does to a database that is closed."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        for statement in statements:
            connection.execute(statement)
    finally:
        connection.close()
