"""Saving all that is readable from a damaged file of bookmarks, and saying what was lost.

The damaged file is put aside whole, never changed and never deleted. Rows that agree with their
checksums come first; of a mark that has no sound row, the latest sound backup is asked, and failing
that the row as it can still be read is kept, with a label that says so.
"""

from __future__ import annotations

import os
import re
from contextlib import closing, suppress
from math import inf
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from reader.errors import StoreError
from reader.paths import make_private_folder, shown_path, write_private
from reader.store.backups import (
    bring_into_place,
    connect_to_copy,
    list_backups,
    log_fits,
    remove_store,
    verify,
)
from reader.store.database import (
    COMPANIONS,
    Transaction,
    as_store_errors,
    connect,
    identity_of,
    sync_folder,
)
from reader.store.locks import StoreLock
from reader.store.log import has_log, log_path
from reader.store.marks import Colour
from reader.store.pages import Pages
from reader.store.rows import checksum, row_of
from reader.store.salvage import DOUBTFUL_LABEL, Salvage
from reader.store.schema import migrate
from reader.store.words import is_usable, rebuild
from reader.store.writing import ALL_COLUMNS, INSERT, LABELS
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from sqlite3 import Connection

    from reader.store.backups import Backup
    from reader.store.rows import Row

MOST_ASIDE: Final = 99
LARGEST_NUMBER: Final = 1 << 40
"""Of a mark; a larger one is a flipped bit."""
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
        parts = [
            tr_count(
                "{count} bookmark was saved from the damaged file.",
                "{count:,} bookmarks were saved from the damaged file.",
                self.saved,
            )
        ]
        if self.from_backup:
            parts.append(
                tr_count(
                    "{count} bookmark was taken from a backup, and may be older than what was "
                    "lost, or deleted since.",
                    "{count:,} bookmarks were taken from a backup, and may be older than what was "
                    "lost, or deleted since.",
                    self.from_backup,
                )
            )
        if self.doubtful:
            parts.append(
                tr_count(
                    "{count} bookmark can be read only in part: look for the label “{label}”.",
                    "{count:,} bookmarks can be read only in part: look for the label “{label}”.",
                    self.doubtful,
                    label=DOUBTFUL_LABEL,
                )
            )
        parts.append(
            tr_count(
                "{count} bookmark could not be read and was lost.",
                "{count:,} bookmarks could not be read and were lost.",
                self.lost,
            )
            if self.lost
            else tr("Nothing is known to be lost but the steps that could be undone.")
        )
        if self.kept_as is not None:
            parts.append(tr("The damaged file was kept as {path}.", path=shown_path(self.kept_as)))
        return " ".join(parts)


def recover(path: Path) -> Recovered:
    """Make a sound store of what is readable in a damaged one and in its backups.

    The store must be closed everywhere. Raises StoreError, and then nothing was changed.
    """
    make_private_folder(path.parent)
    lock = StoreLock(path)
    try:
        lock.open_alone()
        try:
            return _recover(path, lock.opened_last())
        except OSError as error:
            raise StoreError(
                tr(
                    "The bookmarks could not be recovered: {reason}.",
                    reason=(error.strerror or "an error").lower(),
                ),
                hint=tr(
                    "The damaged file is as it was. Make room or allow writing, and try again."
                ),
                detail=type(error).__name__,
            ) from error
    finally:
        lock.release()


def _recover(path: Path, opened_last: tuple[int, int] | None) -> Recovered:
    aside = _name_aside(path)
    sources = _sources(path, aside, opened_last)
    salvage = Salvage()
    ids: set[str] = set()
    for pages in sources:
        ids |= pages.ids()
        for number, values in pages.rows():
            salvage.take(number, values)
    older = _from_backups(path)
    missing = {mark_id: row for mark_id, row in older.sound.items() if mark_id not in salvage.sound}
    doubtful = {
        mark_id: mark
        for mark_id, mark in salvage.doubtful.items()
        if mark_id not in salvage.sound and mark_id not in missing
    }
    lost = ids - salvage.sound.keys() - missing.keys() - doubtful.keys()
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
        tr("There are too many damaged files of bookmarks to keep one more."),
        hint=tr("Move them away from {path}, and try again.", path=shown_path(path.parent)),
    )


def _sources(path: Path, aside: Path, opened_last: tuple[int, int] | None) -> list[Pages]:
    """The damaged file and its log; where a recovery was cut short, they may be aside already.

    A log that was written for another file is not mixed into this one, but read by itself.
    """
    damaged = aside if aside.exists() else path
    log = log_path(aside) if log_path(aside).exists() else log_path(path)
    fits = opened_last in (None, identity_of(damaged)) or not has_log(path)
    if fits or not damaged.exists() or log_fits(path):
        return [Pages(damaged, log)]
    return [Pages(damaged, None), Pages(None, log)]


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
        with Transaction(new):
            numbered: dict[int, Row] = {}
            others: list[Row] = []
            for number, row in rows:
                if 0 < number < LARGEST_NUMBER and number not in numbered:
                    numbered[number] = row
                else:
                    others.append(row)
            for number, row in numbered.items():
                _insert(new, number, row)
            for row in others:
                _insert(new, None, row)
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
