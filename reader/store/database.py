"""The connection to the bookmarks: how it is set up, what a transaction is, what its errors mean.

Figures and reasons in SAFETY.md, the precious store: WAL with `synchronous=FULL` loses nothing that
was acknowledged, and a file that SQLite has open is never opened by any other means.
"""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.errors import StoreError
from reader.paths import NOTHING_KEPT, shown_path
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from sqlite3 import Connection, Cursor, Error
    from types import TracebackType

PATIENCE: Final = 5000
"""Milliseconds that one process waits for another to finish writing."""
PAGE_SIZE: Final = 4096
COMPANIONS: Final = ("-wal", "-shm")
"""What travels with the file while it is open."""

PRAGMAS: Final = (
    f"busy_timeout = {PATIENCE}",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    f"page_size = {PAGE_SIZE}",
    "synchronous = FULL",
)
LOGGED: Final = "journal_mode = WAL"
"""Written into the file itself, and so never into one that is not ours."""
IS_FOREIGN: Final = (
    "SELECT EXISTS (SELECT 1 FROM sqlite_master) "
    "AND NOT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'facts')"
)


class DamagedStore(StoreError):
    """The file of the bookmarks is damaged; what is readable can be saved by `recover`."""


class MovedStore(StoreError):
    """The file of the bookmarks was moved, deleted or replaced while it was open."""


class Trouble(NamedTuple):
    """What an error of SQLite means to the reader: the reason, and what to do."""

    reason: str
    hint: str


KEPT: Final = "What was saved before is still there."

# By the name of SQLite's primary result code.
TROUBLES: Final = {
    "SQLITE_BUSY": Trouble(
        "another program is using them and did not let go",
        "Close the other program or window, and try again.",
    ),
    "SQLITE_LOCKED": Trouble(
        "another window is using them and did not let go", "Close it, and try again."
    ),
    "SQLITE_FULL": Trouble("the disk is full", f"{KEPT} Make room, and try again."),
    "SQLITE_READONLY": Trouble(
        "the file or its folder is read-only", f"{KEPT} Allow writing there, and try again."
    ),
    "SQLITE_IOERR": Trouble(
        "the disk reports an error", f"{KEPT} Make sure that the disk is sound and has room."
    ),
    "SQLITE_CANTOPEN": Trouble(
        "the file or its folder cannot be opened", "Make sure that you may read and write there."
    ),
    "SQLITE_PERM": Trouble("it is not permitted", "Make sure that you may read and write there."),
    "SQLITE_AUTH": Trouble("it is not permitted", "Make sure that you may read and write there."),
    "SQLITE_NOMEM": Trouble("there is not enough memory", "Close something, and try again."),
    "SQLITE_TOOBIG": Trouble("it is too large", f"{KEPT} Shorten it, and try again."),
}
DAMAGE: Final = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
PASSING: Final = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_FULL", "SQLITE_CONSTRAINT")
"""After these the connection is as good as before; after any other it is not relied upon."""


def connect(path: Path, *, must_exist: bool = True) -> Connection:
    """A connection to the file, set up; the file is there, or it is made (mode 0600).

    Transactions are begun and ended by `Transaction` alone. Raises StoreError.
    """
    import sqlite3  # noqa: PLC0415 - a window without marks does without

    if not must_exist:
        create_private(path)
    refuse_special_file(path)
    connection = None
    with as_store_errors(path):
        try:
            connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=rw",
                timeout=PATIENCE / 1000,
                isolation_level=None,
                check_same_thread=False,
                uri=True,
            )
            for pragma in PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            # SQLite reads nothing, and notices no damage, before it must.
            if not connection.execute(IS_FOREIGN).fetchone()[0]:
                connection.execute(f"PRAGMA {LOGGED}")
        except BaseException:
            if connection is not None:
                connection.close()
            raise
    return connection


def create_private(path: Path) -> None:
    """Make an empty file that its owner alone can read, unless there is something already."""
    if os.path.lexists(path):
        return
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        # Another window was quicker.
        return
    except OSError as error:
        raise StoreError(
            tr(
                "The bookmarks cannot be kept in {path}: {reason}. {nothing_kept}",
                path=shown_path(path),
                reason=(error.strerror or type(error).__name__).lower(),
                nothing_kept=tr(NOTHING_KEPT),
            ),
            hint=tr("Make room or allow writing there, and open the window again."),
            detail=type(error).__name__,
        ) from error


def refuse_special_file(path: Path) -> None:
    """Raise StoreError unless the file is a regular one of the user's; close it to all others.

    It is not opened: closing it would take away the locks of every connection in this process.
    """
    try:
        status = path.lstat()
    except OSError as error:
        raise StoreError(
            tr(
                "The bookmarks cannot be read from {path}: {reason}.",
                path=shown_path(path),
                reason=(error.strerror or type(error).__name__).lower(),
            ),
            hint=tr("Cables can be read all the same. Put the file back, or allow reading it."),
            detail=type(error).__name__,
        ) from error
    if not stat.S_ISREG(status.st_mode):
        kind = "a link" if stat.S_ISLNK(status.st_mode) else "no regular file"
        raise StoreError(
            tr("The bookmarks are not opened: {path} is {kind}.", path=shown_path(path), kind=kind),
            hint=tr("Move it away, and open the window again. Cables can be read all the same."),
            detail=f"mode {status.st_mode:o}",
        )
    if os.name == "posix":
        if status.st_uid != os.geteuid():
            raise StoreError(
                tr(
                    "The bookmarks are not opened: {path} belongs to another user.",
                    path=shown_path(path),
                ),
                hint=tr(
                    "Move it away, and open the window again. Cables can be read all the same."
                ),
                detail=f"user {status.st_uid}",
            )
        if status.st_mode & 0o077:
            with suppress(OSError):
                path.chmod(0o600)


@contextmanager
def as_store_errors(path: Path, *, doing: str = "used") -> Iterator[None]:
    """Turn the errors of SQLite into a StoreError that says what they mean."""
    import sqlite3  # noqa: PLC0415

    try:
        yield
    except sqlite3.Error as error:
        raise store_error(error, path, doing=doing) from error


def store_error(error: Error, path: Path, *, doing: str = "used") -> StoreError:
    """What an error of SQLite means."""
    name = code_of(error)
    detail = getattr(error, "sqlite_errorname", "") or type(error).__name__
    if means_damage(error):
        return damaged(path, detail)
    return trouble(name, doing=doing, detail=detail)


def trouble(name: str, *, doing: str, detail: str = "") -> StoreError:
    """The error for a result code of SQLite that is no damage."""
    reason, hint = TROUBLES.get(name, Trouble("the database reports an error", KEPT))
    return StoreError(
        tr("The bookmarks could not be {doing}: {reason}.", doing=doing, reason=reason),
        hint=tr(hint),
        detail=detail or name,
    )


def damaged(path: Path, detail: str) -> DamagedStore:
    """The error of a file in which something cannot be as it was written."""
    return DamagedStore(
        tr("The file of your bookmarks is damaged: {path}.", path=shown_path(path)),
        hint=tr(
            "Recover the bookmarks: all that is readable is saved, and the file itself is kept."
        ),
        detail=detail,
    )


def means_damage(error: Error) -> bool:
    """Whether an error says that the file is not as it was written."""
    # Python raises it without a code for text that is no UTF-8.
    return code_of(error) in DAMAGE or str(error).startswith("Could not decode")


def code_of(error: Error) -> str:
    """The name of SQLite's primary result code, `SQLITE_BUSY`; empty where there is none."""
    name = getattr(error, "sqlite_errorname", None) or ""
    return "_".join(name.split("_")[:2])


class Transaction:
    """All that is done inside, or nothing of it; when it ends well it is on the disk.

    One may serve many times, one after the other; with a cursor it makes none of its own.
    """

    __slots__ = ("_connection", "_execute")

    def __init__(self, connection: Connection, cursor: Cursor | None = None) -> None:
        self._connection = connection
        self._execute = (cursor or connection).execute

    def __enter__(self) -> None:
        self._execute("BEGIN IMMEDIATE")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if error is None:
                self._execute("COMMIT")
        finally:
            # After an error; SQLite may have rolled back by itself.
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")


@contextmanager
def snapshot(connection: Connection) -> Iterator[None]:
    """What is read inside is of one moment, whatever others write meanwhile."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def data_version(at: Connection | Cursor) -> int:
    """A number that changes when another connection has changed something, and not by this one."""
    version: int = at.execute("PRAGMA data_version").fetchone()[0]
    return version


def identity_of(path: Path | str) -> tuple[int, int] | None:
    """Device and inode of the file that stands at `path` now; None where there is none."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk; Windows cannot, and need not."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
