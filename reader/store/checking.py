"""Whether every part of the bookmarks is as it was written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.store.database import damaged, means_damage, snapshot, store_error, trouble
from reader.store.rows import BrokenRow, checked, checksum
from reader.store.words import mend_words
from reader.store.writing import ALL_COLUMNS, LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from sqlite3 import Connection

# A page that the disk did not give is no page that was damaged.
UNREAD_PAGE: Final = re.compile(r"unable to get the page\. error code=(\d{1,5})")
IO_ERROR: Final = 10


def check_store(connection: Connection, path: Path, *, has_words: bool) -> None:
    """Look at everything: the build of the file, and each row with its checksum.

    The search index is mended where it differs from the marks. Raises DamagedStore, or StoreError
    where the store cannot be looked at now.
    """
    import sqlite3  # noqa: PLC0415

    try:
        with snapshot(connection):
            flaw = next(flaws_of(connection), "")
    except BrokenRow as error:
        raise damaged(path, str(error)) from error
    except sqlite3.Error as error:
        raise store_error(error, path, doing="checked") from error
    if flaw:
        raise damaged(path, flaw)
    if has_words:
        try:
            mend_words(connection)
        except sqlite3.Error as error:
            # What is searched can be mended another day, when nobody writes and there is room.
            if means_damage(error):
                raise store_error(error, path, doing="checked") from error


def flaws_of(connection: Connection) -> Iterator[str]:
    """What is wrong, in a few words each; nothing for a sound store. May raise BrokenRow."""
    import sqlite3  # noqa: PLC0415

    try:
        for (finding,) in connection.execute("PRAGMA integrity_check(1)"):
            unread = UNREAD_PAGE.search(finding)
            if unread and int(unread[1]) & 0xFF == IO_ERROR:
                raise trouble("SQLITE_IOERR", doing="checked")
            if finding != "ok":
                yield str(finding)[:200]
        yield from _flaws_of_rows(connection)
    except sqlite3.Error as error:
        if not means_damage(error):
            raise
        yield str(error)


def _flaws_of_rows(connection: Connection) -> Iterator[str]:
    labels = set()
    sql = f"SELECT number, {ALL_COLUMNS} FROM marks NOT INDEXED"  # noqa: S608
    for number, *row in connection.execute(sql):
        named = checked(tuple(row))[LABELS]
        if named:
            labels |= {(label, number) for label in named.split("\n")}
    for table, kind, skipped in (("history", "history", 0), ("colour_names", "colour", 1)):
        for row in connection.execute(f"SELECT * FROM {table}"):  # noqa: S608
            *values, found = row[skipped:]
            if checksum(kind, tuple(values)) != found:
                yield table
    if set(connection.execute("SELECT label, mark FROM mark_labels")) != labels:
        yield "mark_labels"
