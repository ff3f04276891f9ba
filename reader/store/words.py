"""Full-text search over names, notes, labels, titles and quotes: never an error, whatever is typed.

The index (FTS5) belongs to the table `marks` and holds no text of its own. New marks are entered
many at a time: those with numbers above the fact `indexed` are still to come. A SQLite without
FTS5 reads all marks instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.store.database import Transaction
from reader.store.rows import MARK_COLUMNS, SEARCHED, kept
from reader.store.schema import fact, note_fact

if TYPE_CHECKING:
    from sqlite3 import Connection

    from reader.store.rows import Row

LONGEST_QUERY: Final = 512
MOST_TERMS: Final = 32
WAITING: Final = 256
"""New marks in one transaction that wait to be entered; a search enters them at once."""
STALE: Final = "stale"
"""In the place of `indexed`: a SQLite without FTS5 has changed marks, and all is entered anew."""
FIRST_OF_THE_EAST: Final = "\u2e80"
"""From here on scripts put no blanks between words, and FTS5 takes a sentence for one word."""

PLACES: Final = tuple(MARK_COLUMNS.index(column) for column in SEARCHED)
COLUMNS: Final = ", ".join(SEARCHED)
ENTER: Final = f"INSERT INTO words (rowid, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"  # noqa: S608
STRIKE: Final = f"INSERT INTO words (words, rowid, {COLUMNS}) VALUES ('delete', ?, ?, ?, ?, ?, ?)"  # noqa: S608
ENTER_WAITING: Final = (
    f"INSERT INTO words (rowid, {COLUMNS}) SELECT number, {COLUMNS} FROM marks WHERE number > ?"  # noqa: S608
)


def is_usable(connection: Connection) -> bool:
    """Whether this SQLite has full-text search, and the file a table for it."""
    import sqlite3  # noqa: PLC0415

    try:
        connection.execute("SELECT rowid FROM words LIMIT 0")
    except sqlite3.OperationalError:
        return False
    return True


def terms(text: str) -> list[str]:
    """The words of a query, MOST_TERMS at most, of its first LONGEST_QUERY characters."""
    return kept(text[:LONGEST_QUERY]).replace("\0", " ").split()[:MOST_TERMS]


def match_expression(text: str) -> str | None:
    """A query as FTS5 understands it, every term in quotes; None where only reading all will do.

    All terms must be there; the last one may be the beginning of a word. A term without a letter
    or digit (¶, --) is nothing to FTS5 and is left out; when there is no other, reading all finds
    it.
    """
    words = [term for term in terms(text) if any(map(str.isalnum, term))]
    if not words or any(sign >= FIRST_OF_THE_EAST for sign in "".join(words)):
        return None
    quoted = ['"' + word.replace('"', '""') + '"' for word in words]
    is_unfinished = not text[:LONGEST_QUERY][-1:].isspace() and words[-1][-1:].isalnum()
    return " ".join(quoted) + ("*" if is_unfinished else "")


def like_conditions(text: str) -> tuple[str, tuple[str, ...]]:
    """SQL and its values for reading all marks: each term is somewhere in the searched columns."""
    conditions, values = [], []
    for term in terms(text):
        pattern = term.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        conditions.append(
            "(" + " OR ".join(rf"marks.{column} LIKE ? ESCAPE '\'" for column in SEARCHED) + ")"
        )
        values += [f"%{pattern}%"] * len(SEARCHED)
    return " AND ".join(conditions), tuple(values)


def indexed_up_to(noted: str | None) -> int:
    """Marks with numbers up to this one are in the index, by the fact `indexed`."""
    return int(noted) if noted and noted.isdigit() else 0


def has_waiting(connection: Connection) -> bool:
    """Whether there are marks that the index does not have yet."""
    last = connection.execute("SELECT max(number) FROM marks").fetchone()[0] or 0
    return bool(last > indexed_up_to(fact(connection, "indexed")))


def change_words(
    connection: Connection, number: int, old: Row | None, new: Row | None, *, usable: bool
) -> None:
    """Have the index follow one mark that is in it, in the transaction that changes it."""
    if not usable:
        note_fact(connection, "indexed", STALE)
        return
    if old is not None:
        connection.execute(STRIKE, (number, *(old[place] for place in PLACES)))
    if new is not None:
        connection.execute(ENTER, (number, *(new[place] for place in PLACES)))


def enter_waiting(connection: Connection) -> int:
    """Enter the new marks into the index, in the open transaction; the last number in it."""
    indexed = indexed_up_to(fact(connection, "indexed"))
    last = connection.execute("SELECT max(number) FROM marks").fetchone()[0] or 0
    if last > indexed:
        connection.execute(ENTER_WAITING, (indexed,))
        note_fact(connection, "indexed", last)
    return max(last, indexed)


def mend_words(connection: Connection) -> bool:
    """Check the index against the marks, and make it anew where it differs; False if it did."""
    import sqlite3  # noqa: PLC0415

    with Transaction(connection):
        is_stale = fact(connection, "indexed") == STALE
        if not is_stale:
            enter_waiting(connection)
            try:
                connection.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
            except sqlite3.DatabaseError:
                is_stale = True
        if is_stale:
            rebuild(connection)
    return not is_stale


def rebuild(connection: Connection) -> None:
    """Make the index anew from the marks."""
    connection.execute("INSERT INTO words (words) VALUES ('rebuild')")
    last = connection.execute("SELECT max(number) FROM marks").fetchone()[0] or 0
    note_fact(connection, "indexed", last)


def tidy_words(connection: Connection) -> None:
    """Leave no trace in the index of words that are in no mark any more."""
    connection.execute("INSERT INTO words (words) VALUES ('optimize')")
