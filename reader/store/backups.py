"""Copies of the bookmarks that are known to be sound, kept beside them and thinned out with time.

A copy is made by SQLite's own backup into a private temporary, checked, brought to the disk and
only then given its name; older ones go after that. They are numbered, since clocks are set.
"""

from __future__ import annotations

import os
import re
from contextlib import closing, suppress
from shutil import copyfile
from time import time
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.errors import StoreError
from reader.paths import make_private_folder
from reader.store.checking import check_store, flaws_of
from reader.store.database import (
    COMPANIONS,
    as_store_errors,
    connect,
    create_private,
    damaged,
    sync_folder,
)
from reader.store.log import log_path
from reader.store.rows import BrokenRow
from reader.translation import tr

if TYPE_CHECKING:
    from pathlib import Path
    from sqlite3 import Connection

FOLDER: Final = "backups"
# bookmarks-000012.db, bookmarks-000013-before-layout-2.db
NAME: Final = re.compile(r"bookmarks-(?P<number>\d{6,12})(?:-(?P<label>[a-z0-9-]{1,40}))?\.db")
KEPT_LATEST: Final = 7
KEPT_OLDER: Final = 8
"""Of those before the latest, one in KEPT_LATEST is kept, and this many in all."""
KEPT_LABELLED: Final = 4
DAY: Final = 24 * 60 * 60


class Backup(NamedTuple):
    """One copy."""

    number: int
    label: str
    """Why it was made; empty for the daily ones."""
    path: Path


def backup_folder(path: Path) -> Path:
    """Where the copies of a store are."""
    return path.parent / FOLDER


def list_backups(path: Path) -> tuple[Backup, ...]:
    """The copies of a store, oldest first."""
    try:
        found = [(NAME.fullmatch(each.name), each) for each in backup_folder(path).iterdir()]
    except OSError:
        return ()
    return tuple(
        sorted(
            Backup(int(match["number"]), match["label"] or "", each)
            for match, each in found
            if match is not None
        )
    )


def has_backups(path: Path) -> bool:
    """Whether there is any copy of a store."""
    return bool(list_backups(path))


def is_due(connection: Connection, path: Path) -> bool:
    """Whether a day has gone since the last copy, by whatever clock, and something has changed."""
    backups = list_backups(path)
    if not backups:
        return fingerprint(connection) != (0, 0, 0)
    try:
        age = time() - backups[-1].path.stat().st_mtime
        if abs(age) < DAY:
            return False
        latest = backups[-1].path
        with as_store_errors(latest), closing(connect_to_copy(latest)) as copy:
            return fingerprint(copy) != fingerprint(connection)
    except (OSError, StoreError):
        return True


def make_backup(connection: Connection, path: Path, label: str = "") -> Path:
    """Copy the store, and thin out older copies; the path of the new one.

    Raises StoreError, and then all older copies are there; DamagedStore where the copy, and so the
    store itself, is not sound.
    """
    folder = make_private_folder(backup_folder(path))
    backups = list_backups(path)
    number = backups[-1].number + 1 if backups else 1
    name = f"bookmarks-{number:06}{'-' + label if label else ''}.db"
    temporary = folder / f".{name}.{os.urandom(6).hex()}"
    try:
        copy_to(connection, temporary)
        verify(temporary, path)
        bring_into_place(temporary, folder / name)
    finally:
        remove_store(temporary)
    thin_out(path)
    return folder / name


def copy_to(connection: Connection, target: Path) -> None:
    """Copy an open store into a new private file, whole and without companions."""
    create_private(target)
    with as_store_errors(target, doing="copied"), closing(connect(target)) as copy:
        connection.backup(copy)
        # One file, that can be read where nothing can be written.
        copy.execute("PRAGMA journal_mode = DELETE")


def verify(copy: Path, original: Path) -> None:
    """Raise DamagedStore, naming the original, unless the copy is sound."""
    with as_store_errors(original, doing="copied"), closing(connect_to_copy(copy)) as connection:
        try:
            flaw = next(flaws_of(connection), "")
        except BrokenRow as error:
            flaw = str(error)
    if flaw:
        raise damaged(original, flaw)


def connect_to_copy(path: Path) -> Connection:
    """A connection that only reads a copy, and leaves nothing beside it."""
    import sqlite3  # noqa: PLC0415

    with as_store_errors(path, doing="read"):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None
        )
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
    return connection


def fingerprint(connection: Connection) -> tuple[int, int, int]:
    """How many marks and names there are, and the sum of their checksums."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM marks), (SELECT coalesce(sum(checksum), 0) FROM marks), "
        "(SELECT coalesce(sum(checksum), 0) FROM colour_names)"
    ).fetchone()
    return row[0], row[1], row[2]


def bring_into_place(temporary: Path, target: Path) -> None:
    """Bring a closed file to the disk, and give it its name."""
    try:
        descriptor = os.open(temporary, os.O_RDWR)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        temporary.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise StoreError(
            tr(
                "The bookmarks could not be copied: {reason}.",
                reason=(error.strerror or "an error").lower(),
            ),
            hint=tr("The bookmarks themselves are as they were. Make room, and try again."),
            detail=type(error).__name__,
        ) from error


def thin_out(path: Path, *, keep: int = KEPT_LATEST) -> None:
    """Remove copies that are no longer wanted: many of the latest are kept, few of the old."""
    backups = list_backups(path)
    daily = [backup for backup in backups if not backup.label]
    labelled = [backup for backup in backups if backup.label]
    older = [backup for backup in daily[:-keep] if backup.number % KEPT_LATEST == 0]
    wanted = {*daily[-keep:], *older[-KEPT_OLDER:], *labelled[-KEPT_LABELLED:]}
    for backup in backups:
        if backup not in wanted:
            with suppress(OSError):
                backup.path.unlink()


def log_fits(path: Path) -> bool:
    """Whether the log beside a store that nobody has open belongs to it, tried on copies."""
    copy = path.with_name(f".{path.name}.{os.urandom(6).hex()}")
    try:
        for source, target in ((path, copy), (log_path(path), log_path(copy))):
            create_private(target)
            copyfile(source, target)
        with closing(connect(copy)) as connection:
            check_store(connection, path, has_words=False)
    except (StoreError, OSError):
        return False
    finally:
        remove_store(copy)
    return True


def remove_store(path: Path) -> None:
    """Remove a temporary database and what SQLite has put beside it."""
    for suffix in ("", "-journal", *COMPANIONS):
        with suppress(OSError):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
