"""Who has the bookmarks open: a lock beside them, held by all who read and write, alone to recover.

SQLite's own locks last as long as a transaction; this one lasts as long as the store is open. The
file of the lock is never deleted; it says which file (device and inode) was opened last, since a
log that lies beside belongs to that one and to no other.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from time import monotonic, sleep
from typing import TYPE_CHECKING, Final

from reader.errors import StoreError
from reader.paths import NOTHING_KEPT, shown_path
from reader.store.database import PATIENCE
from reader.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

    Identity = tuple[int, int]

SUFFIX: Final = ".lock"
PAUSE: Final = 0.02
"""Seconds between two looks at a lock that another holds."""


class StoreLock:
    """The lock of one store, for one connection; on a system without locks nobody is waited for."""

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(path.name + SUFFIX)
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        try:
            self._descriptor = os.open(self._path, flags, 0o600)
        except OSError as error:
            raise StoreError(
                tr(
                    "The bookmarks cannot be kept in {path}: {reason}. {nothing_kept}",
                    path=shown_path(path.parent),
                    reason=(error.strerror or type(error).__name__).lower(),
                    nothing_kept=tr(NOTHING_KEPT),
                ),
                hint=tr("Make room or allow writing there, and open the window again."),
                detail=type(error).__name__,
            ) from error

    def open_first(self) -> bool:
        """Take the lock, alone if nobody else has it; whether it is held alone."""
        if self._take(alone=True):
            return True
        until = monotonic() + PATIENCE / 1000
        while not self._take(alone=False):
            if monotonic() > until:
                raise StoreError(
                    tr("The bookmarks are in use: another window is recovering or checking them."),
                    hint=tr("Wait until it is done, and open this window again."),
                )
            sleep(PAUSE)
        return False

    def open_alone(self) -> None:
        """Take the lock for recovering; StoreError when any other has the store open."""
        if not self._take(alone=True):
            raise StoreError(
                tr("The bookmarks cannot be recovered while another window has them open."),
                hint=tr("Close all other windows of Cable Reader, and try again."),
            )

    def share(self) -> None:
        """Let others open the store too."""
        self._take(alone=False)

    def opened_last(self) -> Identity | None:
        """Which file was opened last; None where that is not known."""
        try:
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            device, inode = os.read(self._descriptor, 100).split()
            return int(device), int(inode)
        except (OSError, ValueError):
            return None

    def note_opened(self, identity: Identity | None) -> None:
        """Note which file was opened."""
        if identity is not None and identity != self.opened_last():
            with suppress(OSError):
                os.ftruncate(self._descriptor, 0)
                os.lseek(self._descriptor, 0, os.SEEK_SET)
                os.write(self._descriptor, b"%d %d\n" % identity)

    def release(self) -> None:
        """Let go; twice is harmless."""
        if self._descriptor >= 0:
            with suppress(OSError):
                os.close(self._descriptor)
            self._descriptor = -1

    def _take(self, *, alone: bool) -> bool:
        if sys.platform == "win32":
            return True
        import fcntl  # noqa: PLC0415 - Windows has none

        kind = fcntl.LOCK_EX if alone else fcntl.LOCK_SH
        try:
            fcntl.flock(self._descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # A file system without locks; SQLite has its own for what matters most.
            return True
        return True
