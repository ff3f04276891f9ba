"""Saving all that is readable from a damaged file of bookmarks, and saying what was lost.

The damaged file is put aside whole, never changed and never deleted. Rows that agree with their
checksums come first; of a mark that has no sound row, the latest sound backup is asked, and failing
that the row as it can still be read is kept, with a label that says so.
"""

from __future__ import annotations

import os
import re
from contextlib import closing, suppress
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from reader.errors import StoreError
from reader.paths import make_private_folder, shown_path, write_private
from reader.store.backups import (
    bring_into_place,
    connect_to_copy,
    list_backups,
    remove_store,
    verify,
)
from reader.store.database import COMPANIONS, as_store_errors, connect, sync_folder, transaction
from reader.store.locks import StoreLock
from reader.store.log import log_path
from reader.store.marks import Colour, Mark
from reader.store.pages import Pages
from reader.store.rows import MARK_COLUMNS, BrokenRow, checksum, mark_of, row_of
from reader.store.schema import migrate
from reader.store.words import is_usable, rebuild
from reader.store.writing import ALL_COLUMNS, INSERT, LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from sqlite3 import Connection

    from reader.store.backups import Backup
    from reader.store.rows import Row

DOUBTFUL_LABEL: Final = "damaged, please check"
"""On marks whose row was readable but does not agree with its checksum."""
MOST_ASIDE: Final = 99
# bookmarks.damaged-1.db
ASIDE: Final = re.compile(r"bookmarks\.damaged-\d{1,2}\.db")


class Recovered(NamedTuple):
    """What was saved, and what was not."""

    saved: int
    """Marks that are as they were."""
    from_backup: int
    doubtful: int
    """Marks that have DOUBTFUL_LABEL."""
    lost: int
    """Marks that the file speaks of, but that are nowhere."""
    kept_as: Path | None
    """Where the damaged file is now."""

    @property
    def message(self) -> str:
        """All of this in sentences."""
        parts = [f"{_marks(self.saved)} {_were(self.saved)} saved from the damaged file."]
        if self.from_backup:
            parts.append(
                f"{_marks(self.from_backup)} {_were(self.from_backup)} taken from a backup, and "
                "may be older than what was lost, or deleted since."
            )
        if self.doubtful:
            parts.append(
                f"{_marks(self.doubtful)} can be read only in part: look for the label "
                f"“{DOUBTFUL_LABEL}”."
            )
        parts.append(
            f"{_marks(self.lost)} could not be read and {_were(self.lost)} lost."
            if self.lost
            else "Nothing is known to be lost but the steps that could be undone."
        )
        if self.kept_as is not None:
            parts.append(f"The damaged file was kept as {shown_path(self.kept_as)}.")
        return " ".join(parts)


class Salvage:
    """The rows that were found, the best of each mark."""

    def __init__(self) -> None:
        self.sound: dict[str, tuple[int, Row]] = {}
        self.doubtful: dict[str, Mark] = {}
        self.names: dict[str, str] = {}

    def take(self, number: int, values: Row) -> None:
        """Take a row, if it is one of ours."""
        if len(values) == len(MARK_COLUMNS) + 2 and isinstance(values[1], str):
            self._take_mark(number, values[1:])
        elif len(values) == 4 and checksum("colour", values[1:3]) == values[3]:
            self.names[values[1]] = values[2]

    def _take_mark(self, number: int, row: Row) -> None:
        mark_id = row[0]
        try:
            mark_of(row)
        except BrokenRow:
            mark = read_in_part(row)
            if mark is not None:
                self.doubtful[mark_id] = mark
            return
        known = self.sound.get(mark_id)
        # The same mark twice is an older and a newer state of it.
        if known is None or row[11] >= known[1][11]:
            self.sound[mark_id] = number or (known[0] if known else 0), row


def recover(path: Path) -> Recovered:
    """Make a sound store of what is readable in a damaged one and in its backups.

    The store must be closed everywhere. Raises StoreError, and then nothing was changed.
    """
    make_private_folder(path.parent)
    lock = StoreLock(path)
    try:
        lock.open_alone()
        try:
            return _recover(path)
        except OSError as error:
            raise StoreError(
                f"The bookmarks could not be recovered: {(error.strerror or 'an error').lower()}.",
                hint="The damaged file is as it was. Make room or allow writing, and try again.",
                detail=type(error).__name__,
            ) from error
    finally:
        lock.release()


def _recover(path: Path) -> Recovered:
    aside = _name_aside(path)
    pages = Pages(*_sources(path, aside))
    salvage = Salvage()
    for number, values in pages.rows():
        salvage.take(number, values)
    older = _from_backups(path)
    missing = {mark_id: row for mark_id, row in older.sound.items() if mark_id not in salvage.sound}
    doubtful = {
        mark_id: mark
        for mark_id, mark in salvage.doubtful.items()
        if mark_id not in salvage.sound and mark_id not in missing
    }
    lost = pages.ids() - salvage.sound.keys() - missing.keys() - doubtful.keys()
    rows = sorted([*salvage.sound.values(), *missing.values()], key=_by_number)
    rows += [(0, row_of(mark)) for mark in doubtful.values()]
    new = path.with_name(f".{path.name}.{os.urandom(6).hex()}")
    try:
        _write_store(new, rows, {**older.names, **salvage.names})
        verify(new, path)
        write_private(note_of_recovery(path), os.fsencode(aside.name))
        _put_aside(path, aside)
        bring_into_place(new, path)
        note_of_recovery(path).unlink()
    finally:
        remove_store(new)
    kept_as = aside if aside.exists() else None
    return Recovered(len(salvage.sound), len(missing), len(doubtful), len(lost), kept_as)


def note_of_recovery(path: Path) -> Path:
    """The file that is there while a recovery puts files in place; it names the damaged one."""
    return path.with_name(path.name + ".recovering")


def read_in_part(row: Row) -> Mark | None:
    """A mark from a row that does not agree with its checksum; None where it makes no sense."""
    values = tuple(row[:-1])
    try:
        mark = mark_of((*values, checksum("mark", values)))
        if len(bytes.fromhex(mark.id)) != 16:
            return None
        mark = replace(mark, labels=(*mark.labels[:99], DOUBTFUL_LABEL))
        mark_of(row_of(mark))
    except (BrokenRow, ValueError, TypeError, AttributeError):
        return None
    return mark


def _name_aside(path: Path) -> Path:
    """The name for the damaged file: a new one, or that of a recovery that was cut short."""
    with suppress(OSError):
        name = os.fsdecode(note_of_recovery(path).read_bytes())
        if ASIDE.fullmatch(name):
            return path.with_name(name)
    for number in range(1, MOST_ASIDE + 1):
        aside = path.with_name(f"bookmarks.damaged-{number}.db")
        if not os.path.lexists(aside):
            return aside
    raise StoreError(
        "There are too many damaged files of bookmarks to keep one more.",
        hint=f"Move them away from {shown_path(path.parent)}, and try again.",
    )


def _sources(path: Path, aside: Path) -> tuple[Path, Path]:
    """The damaged file and its log; where a recovery was cut short, they may be aside already."""
    logs = log_path(aside), log_path(path)
    return aside if aside.exists() else path, logs[0] if logs[0].exists() else logs[1]


def _put_aside(path: Path, aside: Path) -> None:
    """Give the damaged file another name, and what SQLite has put beside it likewise."""
    for suffix in ("", *COMPANIONS):
        source, target = path.with_name(path.name + suffix), aside.with_name(aside.name + suffix)
        if os.path.lexists(source) and not os.path.lexists(target):
            source.replace(target)
    sync_folder(path.parent)


def _by_number(found: tuple[int, Row]) -> float:
    return found[0] or inf


def _from_backups(path: Path) -> Salvage:
    """The marks and names of the latest backup that is sound."""
    for backup in reversed(list_backups(path)):
        salvage = _read_backup(backup)
        if salvage is not None:
            return salvage
    return Salvage()


def _read_backup(backup: Backup) -> Salvage | None:
    salvage = Salvage()
    try:
        verify(backup.path, backup.path)
        with (
            as_store_errors(backup.path, doing="read"),
            closing(connect_to_copy(backup.path)) as connection,
        ):
            sql = f"SELECT number, NULL, {ALL_COLUMNS} FROM marks"  # noqa: S608
            for number, *values in connection.execute(sql):
                salvage.take(number, tuple(values))
            for values in connection.execute("SELECT * FROM colour_names"):
                salvage.take(0, values)
    except StoreError:
        return None
    return salvage


def _write_store(path: Path, rows: Iterable[tuple[int, Row]], names: dict[str, str]) -> None:
    with as_store_errors(path, doing="recovered"), closing(connect(path, must_exist=False)) as new:
        migrate(new, 0, lambda _: None)
        with transaction(new):
            taken: set[int] = set()
            for number, row in rows:
                _insert(new, number if number > 0 and number not in taken else None, row)
                taken.add(number)
            colours = {colour.value for colour in Colour}
            for colour, name in names.items():
                if colour in colours:
                    values: tuple[Any, ...] = (colour, name)
                    new.execute(
                        "INSERT INTO colour_names (colour, name, checksum) VALUES (?, ?, ?)",
                        (*values, checksum("colour", values)),
                    )
            if is_usable(new):
                rebuild(new)
        new.execute("PRAGMA journal_mode = DELETE")


def _insert(connection: Connection, number: int | None, row: Row) -> None:
    written = connection.execute(INSERT, (number, *row)).lastrowid
    connection.executemany(
        "INSERT INTO mark_labels VALUES (?, ?)",
        [(label, written) for label in row[LABELS].split("\n") if label],
    )


def _marks(count: int) -> str:
    return "1 bookmark" if count == 1 else f"{count:,} bookmarks"


def _were(count: int) -> str:
    return "was" if count == 1 else "were"
