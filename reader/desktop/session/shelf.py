"""The bookmarks as the one thread that keeps them sees them: opened when first asked for.

Every answer holds the bookmarks as they stand on the disk, so what the window shows was saved.
Nothing here knows of Qt.
"""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Final

from reader.errors import StoreError
from reader.paths import shown_path
from reader.records import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cable.model import Cable
    from reader.store.anchors import Placement, Placer
    from reader.store.bookmarks import Bookmarks
    from reader.store.marks import Change, Mark

ADD: Final = "Add bookmark"
DELETE: Final = "Delete bookmark"
CHANGE: Final = "Change bookmark"
RESTORE: Final = "Restore bookmark"

MOST_LISTED: Final = 2_000
"""Bookmarks of all cables that are listed at once; words find the others."""


class Placed(Record):
    """A bookmark and where its words stand in the cable that is open."""

    mark: Mark
    placement: Placement

    @property
    def ordinal(self) -> int:
        """The paragraph in which it stands; -1 where the cable has nothing like its words."""
        return self.placement.ordinal


class Standing(Record):
    """The bookmarks of one cable, and what could be undone and done again."""

    placed: tuple[Placed, ...] = ()
    """In the order of the text; those that were not found come last."""
    undo_title: str = ""
    """What undoing would take back, in words; empty where there is nothing."""
    redo_title: str = ""

    def at(self, ordinal: int) -> tuple[Placed, ...]:
        """The bookmarks of a paragraph."""
        return tuple(placed for placed in self.placed if placed.ordinal == ordinal)


class Outcome(Record):
    """What a change did, and what stands now."""

    standing: Standing
    deleted: tuple[Mark, ...] = ()
    title: str = ""
    """What was undone or done again, in words; empty where there was nothing."""


class Listing(Record):
    """Bookmarks of all cables, by cable and place."""

    marks: tuple[Mark, ...] = ()
    total: int = 0
    """How many there are, listed or not."""


class Shelf:
    """The store of bookmarks; used by one thread alone. All methods may raise StoreError."""

    def __init__(self) -> None:
        self._store: Bookmarks | None = None
        self._cable: Cable | None = None
        self._placer: Placer | None = None

    def notices(self) -> tuple[str, ...]:
        """What there is to tell about how the store was opened."""
        return self._opened().notices

    def close(self) -> None:
        """Let go of the store."""
        store, self._store = self._store, None
        if store is not None:
            store.close()

    # Looking.

    def standing(self, cable: Cable | None) -> Standing:
        """The bookmarks of a cable, each with its place in it."""
        from reader.store.marks import MarkKind, cable_key  # noqa: PLC0415

        store = self._opened()
        placed: list[Placed] = []
        if cable is not None:
            placer = self._placer_of(cable)
            placed = [
                Placed(mark, placer.place(mark.anchor))
                for mark in store.marks_of(cable_key(cable))
                if mark.kind is MarkKind.BOOKMARK
            ]
        placed.sort(key=_by_place)
        return Standing(tuple(placed), store.undo_title or "", store.redo_title or "")

    def listing(self, words: str) -> Listing:
        """The bookmarks of all cables that have these words somewhere, by cable and place."""
        from reader.store.marks import MarkKind  # noqa: PLC0415
        from reader.store.searching import Order, Query  # noqa: PLC0415

        store = self._opened()
        query = Query(text=words, kinds=(MarkKind.BOOKMARK,), order=Order.PLACE)
        numbers = store.find(query)
        return Listing(store.marks_at(tuple(islice(numbers, MOST_LISTED))), len(numbers))

    # Changing.

    def toggle(self, cable: Cable, ordinal: int) -> Outcome:
        """Set a bookmark at a paragraph, or take away those that are there."""
        there = self.standing(cable).at(ordinal)
        if there:
            return self.delete(cable, [placed.mark for placed in there])
        return self._add(cable, ordinal)

    def ensure(self, cable: Cable, ordinal: int) -> Outcome:
        """Set a bookmark at a paragraph, unless there is one."""
        standing = self.standing(cable)
        return Outcome(standing) if standing.at(ordinal) else self._add(cable, ordinal)

    def keep(self, cable: Cable | None, mark: Mark, base: Mark) -> Outcome:
        """Keep a bookmark that was edited from `base`."""
        from reader.store.marks import Put  # noqa: PLC0415

        return self._apply(cable, [Put(mark, base)], CHANGE)

    def delete(self, cable: Cable | None, marks: Sequence[Mark]) -> Outcome:
        """Take bookmarks away."""
        from reader.store.marks import Delete  # noqa: PLC0415

        outcome = self._apply(cable, [Delete(mark.id) for mark in marks], DELETE)
        return outcome._replace(deleted=tuple(marks))

    def restore(self, cable: Cable | None, marks: Sequence[Mark]) -> Outcome:
        """Bring back bookmarks that were taken away."""
        from reader.store.marks import Put  # noqa: PLC0415

        return self._apply(cable, [Put(mark) for mark in marks], RESTORE)

    def undo(self, cable: Cable | None) -> Outcome:
        """Take back the latest change."""
        step = self._opened().undo()
        return Outcome(self.standing(cable), title=step.title if step else "")

    def redo(self, cable: Cable | None) -> Outcome:
        """Do again what was taken back last."""
        step = self._opened().redo()
        return Outcome(self.standing(cable), title=step.title if step else "")

    def back_up(self) -> None:
        """Make a copy of the store, if a day has gone since the last one."""
        self._opened().back_up()

    def is_in_place(self) -> bool:
        """Whether the file of the store still stands where it was opened."""
        return self._store is None or self._store.is_in_place()

    def rescue(self) -> str:
        """Write all of a store whose file was moved or replaced to a new one; where that is."""
        from reader.store.opening import bookmarks_path  # noqa: PLC0415

        rescued = self._opened().rescue()
        self._store = None
        if rescued != bookmarks_path():
            self._opened().take_in(rescued)
        return f"All bookmarks that were saved are there again, from {shown_path(rescued)}."

    def recover(self) -> str:
        """Make a sound store of what is readable in a damaged one; what came of it, in words."""
        from reader.store.opening import bookmarks_path  # noqa: PLC0415
        from reader.store.recovery import recover  # noqa: PLC0415

        with suppress(StoreError):
            self.close()
        return recover(bookmarks_path()).message

    def _add(self, cable: Cable, ordinal: int) -> Outcome:
        from reader.store.anchors import make_anchor  # noqa: PLC0415
        from reader.store.marks import MarkKind, Put, new_mark  # noqa: PLC0415

        mark = new_mark(MarkKind.BOOKMARK, make_anchor(cable, ordinal), cable)
        return self._apply(cable, [Put(mark)], ADD)

    def _apply(self, cable: Cable | None, changes: Sequence[Change], title: str) -> Outcome:
        self._opened().apply(changes, title)
        return Outcome(self.standing(cable))

    def _opened(self) -> Bookmarks:
        if self._store is None:
            from reader.store.bookmarks import Bookmarks  # noqa: PLC0415
            from reader.store.opening import bookmarks_path  # noqa: PLC0415

            self._store = Bookmarks.open(bookmarks_path())
        return self._store

    def _placer_of(self, cable: Cable) -> Placer:
        """One for each cable, since it learns of the text."""
        from reader.store.anchors import Placer  # noqa: PLC0415

        if cable is not self._cable or self._placer is None:
            self._cable, self._placer = cable, Placer(cable)
        return self._placer


def _by_place(placed: Placed) -> tuple[bool, int, int]:
    return not placed.placement.is_found, placed.placement.ordinal, placed.placement.start
