"""The bookmarks while they are open: what is looked at first, and what reading and writing rest on.

Nothing is called saved before COMMIT has come back and the file still stands where it stood.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, TypeVar

from reader.errors import StoreError
from reader.paths import make_private_folder, shown_path, user_folders
from reader.store import history
from reader.store.backups import has_backups, log_fits, make_backup
from reader.store.checking import check_store
from reader.store.database import (
    COMPANIONS,
    PASSING,
    DamagedStore,
    MovedStore,
    Transaction,
    as_store_errors,
    code_of,
    connect,
    damaged,
    data_version,
    identity_of,
    means_damage,
    store_error,
    sync_folder,
)
from reader.store.locks import StoreLock
from reader.store.log import LogState, has_log, log_path, state_of_log
from reader.store.recovery import note_of_recovery
from reader.store.rows import BrokenRow
from reader.store.schema import layout_of, migrate
from reader.store.words import is_usable
from reader.store.writing import Writer
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from sqlite3 import Connection

Result = TypeVar("Result")

FILE_NAME: Final = "bookmarks.db"
SMALL: Final = 400
"""Pages; a store of this size is looked at whole each time, in a tenth of a second at most."""
UNFINISHED: Final = (
    "The program or the machine was cut short while a bookmark was saved. "
    "See whether the one you made last is there."
)


def bookmarks_path() -> Path:
    """Where the user's bookmarks are; StoreError when there is no home folder."""
    return user_folders().data / FILE_NAME


class OpenStore:
    """A store that is open: the connection, the lock, and which file it is."""

    def __init__(self, path: Path) -> None:
        """Open it, or make it; raises StoreError, and DamagedStore where `recover` will help."""
        self.path = path = path.absolute()
        self._place = os.fspath(path)
        self.notices: tuple[str, ...] = ()
        self.has_words = False
        self._is_suspect = False
        self._is_closed = False
        self._reopened = 0
        self._writer: Writer | None = None
        self._written = (0, 0)
        make_private_folder(path.parent)
        self._lock = StoreLock(path)
        try:
            self._connection = self._first_connection()
            self._be_ready_to_write()
            self._identity = identity_of(path)
            self._companions = self._find_companions()
            self._lock.note_opened(self._identity)
            self._lock.share()
        except BaseException:
            self._lock.release()
            raise

    def read(self, work: Callable[[Connection], Result]) -> Result:
        """Do work that only reads."""
        with as_store_errors(self.path, doing="read"):
            try:
                return work(self._connection)
            except BrokenRow as error:
                raise damaged(self.path, str(error)) from error

    def write(
        self, work: Callable[[Writer, Connection], Result], *, is_plain: bool = False
    ) -> Result:
        """Do the work in a transaction; only when this returns is it on the disk, in our file.

        Work is plain when it leaves everything to the writer, which then can be used again.
        """
        self.make_sure_of_file()
        try:
            connection = self._sound_connection()
            with self._transaction:
                # Until it ends nobody else can change anything.
                version = data_version(self._cursor)
                writer, self._writer = self._writer, None
                if writer is None or self._written != (version, connection.total_changes):
                    writer = Writer(connection, self._cursor, has_words=self.has_words)
                result = work(writer, connection)
                writer.end()
            if is_plain:
                self._writer, self._written = writer, (version, connection.total_changes)
        except BrokenRow as error:
            raise damaged(self.path, str(error)) from error
        except self._connection.Error as error:
            # Which of its pages are on the disk is not known, so the connection is given up.
            self._is_suspect = code_of(error) not in PASSING
            raise store_error(error, self.path, doing="saved") from error
        self.make_sure_of_file()
        return result

    def is_in_place(self) -> bool:
        """Whether the open file still stands where it stood."""
        return identity_of(self._place) == self._identity

    def make_sure_of_file(self) -> None:
        """Raise MovedStore unless the open file still stands where it stood."""
        found = identity_of(self._place)
        if found == self._identity:
            return
        what = "moved or deleted" if found is None else "replaced by another file"
        raise MovedStore(
            tr(
                "The file of your bookmarks was {what} while it was open: {path}.",
                what=what,
                path=shown_path(self.path),
            ),
            hint=tr("Rescue the bookmarks: all that was saved is written to a new file."),
            detail=f"was {self._identity}, is {found}",
        )

    def version(self) -> tuple[int, int]:
        """Another value whenever another connection has changed something."""
        return self._reopened, self.read(data_version)

    def close(self) -> None:
        """Put everything into the one file, and let go of it; twice is harmless."""
        if not self._is_closed:
            self._is_closed = True
            self._connection.close()
            self._lock.release()

    def drop_companions(self) -> None:
        """Remove the log of a file that was moved, all of whose marks are safe in another.

        SQLite leaves it, and would take it for the log of whatever stands in the old place next.
        Another window that has it open goes on reading it.
        """
        for suffix, identity in self._companions.items():
            companion = self.path.with_name(self.path.name + suffix)
            if identity is not None and identity_of(companion) == identity:
                with suppress(OSError):
                    companion.unlink()

    def _sound_connection(self) -> Connection:
        if self._is_suspect:
            self._connection.close()
            self._connection = connect(self.path)
            self._be_ready_to_write()
            self._companions = self._find_companions()
            self._reopened += 1
            check_store(self._connection, self.path, has_words=self.has_words)
            self._is_suspect = False
        return self._connection

    def _be_ready_to_write(self) -> None:
        # One cursor for all: to make one takes longer than what most statements do.
        self._cursor = self._connection.cursor()
        self._transaction = Transaction(self._connection, self._cursor)
        self._writer = None

    def _find_companions(self) -> dict[str, tuple[int, int] | None]:
        paths = {suffix: self.path.with_name(self.path.name + suffix) for suffix in COMPANIONS}
        return {suffix: identity_of(path) for suffix, path in paths.items()}

    def _first_connection(self) -> Connection:
        is_alone = self._lock.open_first()
        log = state_of_log(self.path) if is_alone else LogState.NONE
        self._refuse_remains(log)
        if self._lock.opened_last() not in (None, identity_of(self.path)):
            self._refuse_foreign_log(is_alone=is_alone)
        if log is LogState.UNFINISHED:
            self.notices = (UNFINISHED,)
        connection = connect(self.path, must_exist=False)
        try:
            with as_store_errors(self.path, doing="opened"):
                self._look_at(connection, is_clean=log is LogState.NONE)
        except BaseException:
            connection.close()
            raise
        return connection

    def _refuse_remains(self, log: LogState) -> None:
        is_there = identity_of(self.path) is not None
        if identity_of(note_of_recovery(self.path)) is not None:
            raise damaged(self.path, "a recovery was cut short")
        if not is_there and (has_backups(self.path) or identity_of(log_path(self.path))):
            raise DamagedStore(
                tr("The file of your bookmarks is gone: {path}.", path=shown_path(self.path)),
                hint=tr("Put it back, or recover the bookmarks from what was kept beside it."),
                detail="no file",
            )
        if log is LogState.DAMAGED:
            raise damaged(self.path, "log")

    def _refuse_foreign_log(self, *, is_alone: bool) -> None:
        """Raise StoreError if the log was written for another file that stood here."""
        if not has_log(self.path):
            return
        if not is_alone:
            raise StoreError(
                tr("The file of your bookmarks was replaced while another window had it open."),
                hint=tr("Close the other windows of Cable Reader, and open this one again."),
            )
        # A folder that was copied with its log is as good as the first: it is tried on copies.
        if not log_fits(self.path):
            raise damaged(self.path, "the log of another file")

    def _look_at(self, connection: Connection, *, is_clean: bool) -> None:
        import sqlite3  # noqa: PLC0415

        version = layout_of(connection, self.path)
        if version == 0 and has_backups(self.path):
            raise damaged(self.path, "empty")
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        if version and (not is_clean or pages <= SMALL):
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
            try:
                with Transaction(connection):
                    history.forget_before(connection, now)
            except sqlite3.Error as error:
                # What can be undone a little longer does no harm.
                if means_damage(error):
                    raise
