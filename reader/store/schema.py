"""How the bookmarks are laid out in the database, and how older layouts become this one.

A layout has a number, kept in `user_version` and once more in `facts`. MIGRATIONS are never edited
after they were released: a change is one more of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.errors import StoreError
from reader.paths import shown_path
from reader.store.database import Transaction, code_of, damaged
from reader.store.rows import SEARCHED, checksum
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from sqlite3 import Connection

APPLICATION_ID: Final = 0x43_42_4C_52
"""`CBLR`, in the header of the file: these are bookmarks of ours."""

FIRST_LAYOUT: Final = (
    """CREATE TABLE facts (
        key TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
    ) WITHOUT ROWID""",
    # The columns of `rows.MARK_COLUMNS`; `labels` are separated by newlines.
    """CREATE TABLE marks (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        cable_id TEXT NOT NULL,
        title TEXT NOT NULL,
        path BLOB NOT NULL,
        name TEXT NOT NULL,
        note TEXT NOT NULL,
        labels TEXT NOT NULL,
        status TEXT,
        colour TEXT,
        created INTEGER NOT NULL,
        changed INTEGER NOT NULL,
        canonical_id TEXT,
        ordinal INTEGER NOT NULL,
        paragraph_number INTEGER,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        last_ordinal INTEGER NOT NULL,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        checksum INTEGER NOT NULL
    )""",
    "CREATE INDEX marks_by_cable ON marks (cable_id, ordinal, start)",
    """CREATE TABLE mark_labels (
        label TEXT NOT NULL,
        mark INTEGER NOT NULL,
        PRIMARY KEY (label, mark)
    ) WITHOUT ROWID""",
    """CREATE TABLE colour_names (
        number INTEGER PRIMARY KEY,
        colour TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        checksum INTEGER NOT NULL
    )""",
    # What undo puts in the place of what stands: the mark or name before, NULL for none.
    """CREATE TABLE history (
        step INTEGER NOT NULL,
        part INTEGER NOT NULL,
        title TEXT NOT NULL,
        made INTEGER NOT NULL,
        subject TEXT NOT NULL,
        key TEXT NOT NULL,
        number INTEGER,
        other TEXT,
        checksum INTEGER NOT NULL,
        PRIMARY KEY (step, part)
    ) WITHOUT ROWID""",
)
MIGRATIONS: tuple[tuple[str, ...], ...] = (FIRST_LAYOUT,)

# Words of notes, names, labels and quotes; the text itself stays in `marks`.
SEARCH_TABLE: Final = f"""CREATE VIRTUAL TABLE words USING fts5(
    {", ".join(SEARCHED)}, content='marks', content_rowid='number',
    tokenize="unicode61 remove_diacritics 2", prefix='2 3'
)"""


def fact(connection: Connection, key: str) -> str | None:
    """What is noted under a key."""
    row = connection.execute("SELECT value FROM facts WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def note_fact(connection: Connection, key: str, value: object) -> None:
    """Note something under a key."""
    connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (key, str(value)))


def layout_of(connection: Connection, path: Path) -> int:
    """The number of the file's layout, 0 for a new file.

    Raises StoreError for a database of another program and for a layout of a newer version, and
    DamagedStore where what the file says of itself does not agree.
    """
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if not names and not application and not version:
        return 0
    is_ours = {"facts", "marks"} <= names
    if application != APPLICATION_ID and not is_ours:
        raise StoreError(
            tr(
                "The bookmarks are not opened: {path} was made by another program.",
                path=shown_path(path),
            ),
            hint=tr("Move it away, and open the window again. Cables can be read all the same."),
            detail=f"application {application:#x}",
        )
    noted = fact(connection, "layout") if is_ours else None
    if application != APPLICATION_ID or noted != str(version):
        raise damaged(path, f"application {application:#x}, layout {version}, noted {noted}")
    if version > len(MIGRATIONS):
        raise StoreError(
            tr(
                "The bookmarks were last used by a newer version of Cable Reader, "
                "and this one does not understand them."
            ),
            hint=tr("Use the newer version. Cables can be read all the same."),
            detail=f"layout {version}; this version knows {len(MIGRATIONS)}",
        )
    if fact(connection, "shape") != str(shape(connection)):
        raise damaged(path, "shape")
    return version


def shape(connection: Connection) -> int:
    """A checksum over the tables and indexes, as the file describes them."""
    rows = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    return checksum("shape", tuple(value for row in rows for value in row))


def migrate(connection: Connection, version: int, copy_first: Callable[[int], object]) -> None:
    """Bring the layout up to date, in one transaction; `copy_first` is told the old number."""
    if 0 < version < len(MIGRATIONS):
        copy_first(version)
    if version < len(MIGRATIONS):
        with Transaction(connection):
            # Another window may have been quicker.
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            for statements in MIGRATIONS[version:]:
                for statement in statements:
                    connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
            note_fact(connection, "layout", len(MIGRATIONS))
            note_fact(connection, "shape", shape(connection))
    if not has_words(connection):
        make_words(connection)


def has_words(connection: Connection) -> bool:
    """Whether there is a table for full-text search."""
    found = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'words'").fetchone()
    return found is not None


def make_words(connection: Connection) -> None:
    """Make the table for full-text search, unless this SQLite has none; search reads all then."""
    import sqlite3  # noqa: PLC0415

    try:
        with Transaction(connection):
            if not has_words(connection):
                connection.execute(SEARCH_TABLE)
                note_fact(connection, "indexed", 0)
                note_fact(connection, "shape", shape(connection))
    except sqlite3.OperationalError as error:
        if code_of(error) != "SQLITE_ERROR":
            raise
