"""The bookmarks: every mark of every cable, kept so that nothing acknowledged is ever lost.

    bookmarks = Bookmarks.open(bookmarks_path())
    bookmarks.add(new_mark(MarkKind.BOOKMARK, make_anchor(cable, 6), cable))
    bookmarks.marks_of(cable_key(cable))
    bookmarks.undo()
    bookmarks.close()

A method that changes something returns after COMMIT with `synchronous=FULL`, or it raises
StoreError and nothing was changed. Each object is used by one thread at a time; windows, lanes and
processes have one each, and see each other's changes by `has_changed_elsewhere`.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.errors import StoreError
from reader.store import care, history
from reader.store.marks import Colour, Delete, Mark, NameColour, Put
from reader.store.opening import OpenStore
from reader.store.reading import Reading
from reader.store.writing import Group, Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path
    from sqlite3 import Connection
    from types import TracebackType

    from reader.store.history import Step
    from reader.store.marks import Change


class Bookmarks(Reading):
    """The store of marks, open."""

    def __init__(self, store: OpenStore) -> None:
        super().__init__(store)
        self.notices: tuple[str, ...] = store.notices
        """What the user should be told about how it was opened."""

    @classmethod
    def open(cls, path: Path) -> Bookmarks:
        """Open the store, or make it; checked after an unclean end, and brought up to date.

        Raises StoreError with what to do, and then nothing was changed; DamagedStore where
        `recover` will help.
        """
        return cls(OpenStore(path))

    def close(self) -> None:
        """Put everything into the one file, and let go of it. Once is enough; twice is harmless."""
        self._store.close()

    def __enter__(self) -> Bookmarks:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # Changing. Each returns when it is on the disk.

    def apply(self, changes: Sequence[Change], title: str = "") -> Step:
        """Make changes as one step, all or none; `title` is what undoing it will be called."""
        [outcome] = self.apply_groups([Group(changes, title)])
        if isinstance(outcome, StoreError):
            raise outcome
        return outcome

    def apply_groups(self, groups: Sequence[Group]) -> list[Step | StoreError]:
        """Make several steps in one transaction; one that cannot be is a StoreError in its place.

        Raises StoreError when none was kept.
        """
        now = datetime.now(UTC)

        def write(writer: Writer, _: Connection) -> list[Step | StoreError]:
            outcomes: list[Step | StoreError] = []
            for group in groups:
                try:
                    outcomes.append(writer.write(group, now))
                except StoreError as error:
                    outcomes.append(error)
            return outcomes

        return self._store.write(write, is_plain=True)

    def add(self, mark: Mark, title: str = "Add mark") -> Step:
        """Keep a new mark."""
        return self.apply([Put(mark)], title)

    def change(self, mark: Mark, base: Mark | None = None, title: str = "Change mark") -> Step:
        """Keep a mark as it was edited; `base` is the mark before editing (see `Put`)."""
        return self.apply([Put(mark, base)], title)

    def delete(self, mark_ids: Iterable[str], title: str = "Delete mark") -> Step:
        """Take marks away; `undo` brings them back."""
        return self.apply([Delete(mark_id) for mark_id in mark_ids], title)

    def delete_all(self, title: str = "Delete all marks") -> Step:
        """Take every mark away; `undo` brings them back."""

        def write(writer: Writer, connection: Connection) -> Step:
            ids = connection.execute("SELECT id FROM marks ORDER BY number").fetchall()
            deletes = [Delete(mark_id) for (mark_id,) in ids]
            return writer.write(Group(deletes, title), datetime.now(UTC))

        return self._store.write(write)

    def name_colour(self, colour: Colour, name: str, title: str = "Name colour") -> Step:
        """Give a colour a name of the user's own; an empty one takes it away."""
        return self.apply([NameColour(colour, name)], title)

    def rename_label(self, old: str, new: str, title: str = "Rename label") -> Step:
        """Put one label in the place of another in every mark; an empty one takes it away."""

        def write(writer: Writer, _: Connection) -> Step:
            return writer.write(Group(writer.rename_label(old, new), title), datetime.now(UTC))

        return self._store.write(write)

    def follow_path(self, cable_id: str, path: str) -> None:
        """Note where a cable that has marks was seen last; no step, since nobody's words change."""
        if any(mark.path != path for mark in self.marks_of(cable_id)):
            self._store.write(lambda writer, _: writer.follow_path(cable_id, path))

    def take_in(self, other: Path, title: str = "Take in bookmarks") -> Step:
        """Take the marks of a rescued file or a backup into this store, as one step.

        Of a mark that both have, the one that was changed later stays.
        """
        wanted: list[Change] = []
        for mark in care.marks_in(other):
            known = self.mark(mark.id)
            if known is None or known.changed < mark.changed:
                wanted.append(Put(mark))
        return self.apply(wanted, title)

    # Undo and redo.

    @property
    def undo_title(self) -> str | None:
        """What would be undone; None where there is nothing."""
        return self._store.read(lambda at: _title(history.step_to_undo(at)))

    @property
    def redo_title(self) -> str | None:
        """What would be done again; None where there is nothing."""
        return self._store.read(lambda at: _title(history.step_to_redo(at)))

    def undo(self) -> Step | None:
        """Undo the latest step, whichever window it was made in; None where there is none."""
        return self._swap(history.step_to_undo, history.note_undone)

    def redo(self) -> Step | None:
        """Do again what was undone last; None where there is nothing, or something new was done."""
        return self._swap(history.step_to_redo, history.note_redone)

    def _swap(
        self,
        which: Callable[[Connection], tuple[int, str] | None],
        note: Callable[[Connection, int], None],
    ) -> Step | None:
        def write(writer: Writer, connection: Connection) -> Step | None:
            found = which(connection)
            if found is None:
                return None
            step = writer.swap(found[0])
            note(connection, found[0])
            return step

        return self._store.write(write)

    # Care. Each may take seconds where there are many marks: for a worker with its own Bookmarks.

    def check(self) -> None:
        """Look at everything, each row with its checksum; raises DamagedStore."""
        care.check(self._store)

    def back_up(self, *, only_if_due: bool = True) -> Path | None:
        """Make a copy that is known to be sound, once a day; None where there is a fresh one.

        Raises DamagedStore where the copy, and so the store, is not sound.
        """
        return care.back_up(self._store, only_if_due=only_if_due)

    def erase_deleted(self) -> None:
        """Leave no trace of what was deleted, in the store and its backups; undo ends here."""
        care.erase_deleted(self._store)

    def is_in_place(self) -> bool:
        """Whether the file still stands where it stood; to be asked every few seconds."""
        return self._store.is_in_place()

    def rescue(self) -> Path:
        """Write all of a moved or replaced store to a new file, and close it; where that is.

        It is the old place where that is free: open it again. Else `take_in` the new file into
        what stands there now.
        """
        return care.rescue(self._store)


def _title(found: tuple[int, str] | None) -> str | None:
    return found[1] if found else None
