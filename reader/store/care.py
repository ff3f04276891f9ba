"""What is done for an open store beside reading and writing: copies, erasing, rescue."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Final

from reader.errors import StoreError
from reader.paths import make_private_folder, shown_path
from reader.store import history
from reader.store.backups import (
    bring_into_place,
    connect_to_copy,
    copy_to,
    is_due,
    list_backups,
    make_backup,
    remove_store,
    verify,
)
from reader.store.checking import check_store
from reader.store.database import COMPANIONS, as_store_errors, refuse_special_file
from reader.store.rows import BrokenRow, mark_of
from reader.store.schema import layout_of
from reader.store.words import tidy_words
from reader.store.writing import ALL_COLUMNS
from reader.translation import tr

if TYPE_CHECKING:
    from pathlib import Path
    from sqlite3 import Connection

    from reader.store.marks import Mark
    from reader.store.opening import OpenStore
    from reader.store.writing import Writer

MOST_RESCUED: Final = 99


def check(store: OpenStore) -> None:
    """Look at the whole store; raises DamagedStore."""
    store.read(lambda at: check_store(at, store.path, has_words=store.has_words))


def back_up(store: OpenStore, *, only_if_due: bool = True) -> Path | None:
    """Make a copy that is known to be sound; None where there is a fresh one already."""
    store.make_sure_of_file()

    def copy(connection: Connection) -> Path | None:
        if only_if_due and not is_due(connection, store.path):
            return None
        return make_backup(connection, store.path)

    return store.read(copy)


def erase_deleted(store: OpenStore) -> None:
    """Leave no trace of what was deleted, in the store, its history, its log and its backups.

    Nothing can be undone afterwards. All older backups go, once a new one is known to be sound.
    """

    def forget(_: Writer, connection: Connection) -> None:
        history.forget_all(connection)
        if store.has_words:
            tidy_words(connection)

    store.write(forget)
    is_busy = store.read(lambda at: at.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])
    if is_busy:
        raise StoreError(
            tr("What you deleted is not erased yet: another window is reading the bookmarks."),
            hint=tr("Close the other windows of Cable Reader, and erase once more."),
        )
    new = back_up(store, only_if_due=False)
    for backup in list_backups(store.path):
        if backup.path != new:
            with suppress(OSError):
                backup.path.unlink()
    left = len(list_backups(store.path)) - 1
    if left:
        raise StoreError(
            tr(
                "What you deleted is still in {left} older backups, which could not be removed.",
                left=left,
            ),
            hint=tr(
                "Remove them yourself: they are in the folder of {store}.",
                store=shown_path(store.path),
            ),
        )


def rescue(store: OpenStore) -> Path:
    """Write all that a moved, deleted or replaced store holds to a new file, and close it.

    The new file takes the old place where nothing stands there, so that opening again is enough;
    else it lies beside, for `Bookmarks.take_in`. Raises StoreError, and then the store stays open.
    """
    make_private_folder(store.path.parent)
    temporary = store.path.with_name(f".{store.path.name}.{os.urandom(6).hex()}")
    try:
        store.read(lambda at: copy_to(at, temporary))
        verify(temporary, store.path)
        target = _free_name(store.path)
        bring_into_place(temporary, target)
        store.close()
        store.drop_companions()
        is_free = not any(
            os.path.lexists(store.path.with_name(store.path.name + suffix))
            for suffix in ("", *COMPANIONS)
        )
        if is_free:
            bring_into_place(target, store.path)
            return store.path
    finally:
        remove_store(temporary)
    return target


def marks_in(path: Path) -> list[Mark]:
    """The marks in another store: a rescued file, or a backup. Raises StoreError."""
    refuse_special_file(path)
    with as_store_errors(path, doing="read"), closing(connect_to_copy(path)) as connection:
        if layout_of(connection, path) == 0:
            raise StoreError(
                tr("There are no bookmarks in {path}.", path=shown_path(path)),
                hint=tr("Choose another file."),
            )
        rows = connection.execute(f"SELECT {ALL_COLUMNS} FROM marks ORDER BY number")  # noqa: S608
        try:
            return [mark_of(row) for row in rows]
        except BrokenRow as error:
            raise StoreError(
                tr("The bookmarks in {path} are damaged.", path=shown_path(path)),
                hint=tr("Choose another file, such as a backup."),
                detail=str(error),
            ) from error


def _free_name(path: Path) -> Path:
    for number in range(1, MOST_RESCUED + 1):
        target = path.with_name(f"bookmarks.rescued-{number}.db")
        if not os.path.lexists(target):
            return target
    raise StoreError(
        tr("There are too many rescued files of bookmarks to write one more."),
        hint=tr("Move them away from {path}, and try again.", path=shown_path(path.parent)),
    )
