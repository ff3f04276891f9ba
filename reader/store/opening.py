"""Opening the bookmarks: what is looked at, in which order, before the first mark is read."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from reader.paths import make_private_folder, shown_path, user_folders
from reader.store import history
from reader.store.backups import has_backups, make_backup
from reader.store.checking import check_store
from reader.store.database import (
    DamagedStore,
    MovedStore,
    as_store_errors,
    connect,
    damaged,
    identity_of,
    sync_folder,
    transaction,
)
from reader.store.locks import StoreLock
from reader.store.log import LogState, state_of_log
from reader.store.schema import layout_of, migrate
from reader.store.words import is_usable

if TYPE_CHECKING:
    from pathlib import Path
    from sqlite3 import Connection

FILE_NAME: Final = "bookmarks.db"
UNFINISHED: Final = (
    "The program was cut short while it saved a bookmark. All bookmarks that it had "
    "called saved are there; the last one may have to be made again."
)


def bookmarks_path() -> Path:
    """Where the user's bookmarks are; StoreError when there is no home folder."""
    return user_folders().data / FILE_NAME


class OpenedStore:
    """An open store: the connection, the lock, and which file it is."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notices: tuple[str, ...] = ()
        self.has_words = False
        self.is_suspect = False
        """Whether the connection has met an error after which it is not relied upon."""
        self._is_closed = False
        make_private_folder(path.parent)
        self._lock = StoreLock(path)
        try:
            self.connection = self._first_connection()
            self._lock.share()
            self._identity = identity_of(path)
        except BaseException:
            self._lock.release()
            raise

    def sound_connection(self) -> Connection:
        """The connection, made anew and checked after an error that it may not have survived."""
        self.make_sure_of_file()
        if self.is_suspect:
            self.connection.close()
            self.connection = connect(self.path)
            check_store(self.connection, self.path, has_words=self.has_words)
            self.is_suspect = False
        return self.connection

    def make_sure_of_file(self) -> None:
        """Raise MovedStore unless the open file still stands where it stood."""
        found = identity_of(self.path)
        if found == self._identity and not self._is_closed:
            return
        what = "moved or deleted" if found is None else "replaced by another file"
        raise MovedStore(
            f"The file of your bookmarks was {what} while it was open: {shown_path(self.path)}.",
            hint="Rescue the bookmarks: all that was saved is written to a new file.",
            detail=f"was {self._identity}, is {found}",
        )

    def close(self) -> None:
        """Put everything into the one file, and let go of it; twice is harmless."""
        if not self._is_closed:
            self._is_closed = True
            self.connection.close()
            self._lock.release()

    def _first_connection(self) -> Connection:
        is_alone = self._lock.open_first()
        log = state_of_log(self.path) if is_alone else LogState.NONE
        if log is LogState.DAMAGED:
            raise damaged(self.path, "log")
        if log is LogState.UNFINISHED:
            self.notices = (*self.notices, UNFINISHED)
        connection = connect(self.path, must_exist=False)
        try:
            with as_store_errors(self.path, doing="opened"):
                self._look_at(connection, is_clean=log is LogState.NONE)
        except BaseException:
            connection.close()
            raise
        return connection

    def _look_at(self, connection: Connection, *, is_clean: bool) -> None:
        version = layout_of(connection, self.path)
        if version == 0 and has_backups(self.path):
            raise DamagedStore(
                f"The file of your bookmarks is empty or gone: {shown_path(self.path)}.",
                hint="Recover the bookmarks: those of the latest backup are put back.",
                detail="no tables",
            )
        if version and not is_clean:
            check_store(connection, self.path, has_words=is_usable(connection))
        migrate(
            connection,
            version,
            lambda old: make_backup(connection, self.path, f"before-layout-{old + 1}"),
        )
        if version == 0:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            sync_folder(self.path.parent)
        self.has_words = is_usable(connection)
        now = datetime.now(UTC)
        if history.has_expired(connection, now):
            with transaction(connection):
                history.forget_before(connection, now)
