"""The marks as the one thread that keeps them sees them: opened when first asked for.

Every answer holds the marks as they stand on the disk, so what the window shows was saved.
Nothing here knows of Qt.
"""

from __future__ import annotations

from contextlib import suppress
from time import sleep
from typing import TYPE_CHECKING, Final

from reader.desktop.session.standing import Outcome, Placed, Standing, Stretch
from reader.errors import StoreError
from reader.paths import shown_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cable.model import Cable
    from reader.store.anchors import Anchor, Placement, Placer
    from reader.store.bookmarks import Bookmarks
    from reader.store.marks import Change, Colour, Mark, MarkKind

# What a step is called where it can be undone; kept in the store as it stands here, and translated
# where it is shown.
ADD: Final = "Add bookmark"
ADD_HIGHLIGHT: Final = "Add highlight"
DELETE: Final = "Delete bookmark"
DELETE_HIGHLIGHT: Final = "Delete highlight"
DELETE_MARKS: Final = "Delete marks"
CHANGE: Final = "Change bookmark"
CHANGE_HIGHLIGHT: Final = "Change highlight"
CHANGE_MARKS: Final = "Change marks"
COLOUR: Final = "Change colour"
PLACE: Final = "Place mark"
RESTORE: Final = "Restore bookmark"

MANY: Final = 60
PAUSE: Final = 0.1
"""Seconds that this thread leaves to the window, which is about to paint the text of a cable,
before it looks for the places of more than MANY marks."""


class Shelf:
    """The store of marks; used by one thread alone. All methods may raise StoreError."""

    def __init__(self) -> None:
        self._store: Bookmarks | None = None
        self._cable: Cable | None = None
        self._placer: Placer | None = None
        self._placements: dict[Anchor, Placement] = {}

    def notices(self) -> tuple[str, ...]:
        """What there is to tell about how the store was opened."""
        return self.store().notices

    def store(self) -> Bookmarks:
        """The store, open."""
        if self._store is None:
            from reader.store.bookmarks import Bookmarks  # noqa: PLC0415
            from reader.store.opening import bookmarks_path  # noqa: PLC0415

            self._store = Bookmarks.open(bookmarks_path())
        return self._store

    def close(self) -> None:
        """Let go of the store."""
        store, self._store = self._store, None
        if store is not None:
            store.close()

    # Looking.

    def standing(self, cable: Cable | None) -> Standing:
        """The marks of a cable, each with its place in it."""
        from reader.store.marks import cable_key  # noqa: PLC0415

        store = self.store()
        placed: list[Placed] = []
        if cable is not None:
            key = cable_key(cable)
            if cable is not self._cable and store.count_of(key) > MANY:
                sleep(PAUSE)
            placed = [Placed(mark, self._place(mark.anchor, cable)) for mark in store.marks_of(key)]
        placed.sort(key=_by_place)
        return Standing(
            tuple(placed), store.undo_title or "", store.redo_title or "", store.colour_names()
        )

    def has_changed_elsewhere(self) -> bool:
        """Whether another window or process has changed something since this was last asked."""
        return self._store is not None and self._store.has_changed_elsewhere()

    # Changing.

    def toggle(self, cable: Cable, ordinal: int) -> Outcome:
        """Set a bookmark at a paragraph, or take away those that are there."""
        there = self.standing(cable).at(ordinal)
        if there:
            return self.delete(cable, [placed.mark for placed in there])
        return self._add_bookmark(cable, ordinal)

    def ensure(self, cable: Cable, ordinal: int) -> Outcome:
        """Set a bookmark at a paragraph, unless there is one."""
        standing = self.standing(cable)
        there = standing.at(ordinal)
        return (
            Outcome(standing, mark=there[0].mark) if there else self._add_bookmark(cable, ordinal)
        )

    def highlight(self, cable: Cable, stretch: Stretch, colour: Colour) -> Outcome:
        """Highlight some words, or give another colour to the highlight of just these words."""
        from reader.store.marks import MarkKind  # noqa: PLC0415

        standing = self.standing(cable)
        same = [each for each in standing.placed if each.is_highlight and each.stretch == stretch]
        if same:
            return self._recolour(cable, same[-1].mark, colour, standing)
        return self._add(cable, stretch, MarkKind.HIGHLIGHT, colour, ADD_HIGHLIGHT)

    def recolour(self, cable: Cable, ordinal: int, offset: int, colour: Colour) -> Outcome:
        """Give another colour to the highlight over a place; nothing where there is none."""
        standing = self.standing(cable)
        over = standing.over(ordinal, offset)
        if not over:
            return Outcome(standing)
        return self._recolour(cable, over[0].mark, colour, standing)

    def remove(self, cable: Cable, ordinal: int, offset: int) -> Outcome:
        """Take away the highlight over a place, the latest of several."""
        standing = self.standing(cable)
        over = standing.over(ordinal, offset)
        return self.delete(cable, [over[0].mark]) if over else Outcome(standing)

    def place(self, cable: Cable, mark: Mark, stretch: Stretch) -> Outcome:
        """Anchor a mark anew at some words of a cable."""
        from reader.store.anchors import make_anchor  # noqa: PLC0415
        from reader.store.marks import Put, cable_key, changed_mark  # noqa: PLC0415

        ordinal, start, last, end = stretch
        placed = changed_mark(
            mark,
            anchor=make_anchor(cable, ordinal, start, end, last),
            cable_id=cable_key(cable),
            title=cable.header.subject or mark.title,
            path=cable.source.path or mark.path,
        )
        return self._apply(cable, [Put(placed, mark)], PLACE)._replace(mark=placed)

    def delete(self, cable: Cable | None, marks: Sequence[Mark]) -> Outcome:
        """Take marks away."""
        from reader.store.marks import Delete  # noqa: PLC0415

        outcome = self._apply(cable, [Delete(mark.id) for mark in marks], delete_title(marks))
        return outcome._replace(deleted=tuple(marks))

    def undo(self, cable: Cable | None) -> Outcome:
        """Take back the latest change."""
        step = self.store().undo()
        return Outcome(self.standing(cable), title=step.title if step else "")

    def redo(self, cable: Cable | None) -> Outcome:
        """Do again what was taken back last."""
        step = self.store().redo()
        return Outcome(self.standing(cable), title=step.title if step else "")

    def follow(self, cable: Cable) -> None:
        """Note where a cable that has marks lies now; this is no step that could be undone."""
        from reader.store.marks import cable_key  # noqa: PLC0415

        if cable.source.path:
            self.store().follow_path(cable_key(cable), cable.source.path)

    # Care.

    def back_up(self) -> None:
        """Make a copy of the store, if a day has gone since the last one."""
        self.store().back_up()

    def is_in_place(self) -> bool:
        """Whether the file of the store still stands where it was opened."""
        return self._store is None or self._store.is_in_place()

    def rescue(self) -> str:
        """Write all of a store whose file was moved or replaced to a new one; where that is."""
        from reader.store.opening import bookmarks_path  # noqa: PLC0415
        from reader.translation import tr  # noqa: PLC0415

        rescued = self.store().rescue()
        self._store = None
        if rescued != bookmarks_path():
            self.store().take_in(rescued)
        return tr(
            "All bookmarks that were saved are there again, from {path}.", path=shown_path(rescued)
        )

    def recover(self) -> str:
        """Make a sound store of what is readable in a damaged one; what came of it, in words."""
        from reader.store.opening import bookmarks_path  # noqa: PLC0415
        from reader.store.recovery import recover  # noqa: PLC0415

        with suppress(StoreError):
            self.close()
        return recover(bookmarks_path()).message

    # What these rest on.

    def _add_bookmark(self, cable: Cable, ordinal: int) -> Outcome:
        from reader.store.marks import MarkKind  # noqa: PLC0415

        whole = Stretch(ordinal, 0, ordinal, len(cable.paragraphs[ordinal].text))
        return self._add(cable, whole, MarkKind.BOOKMARK, None, ADD)

    def _add(
        self, cable: Cable, stretch: Stretch, kind: MarkKind, colour: Colour | None, title: str
    ) -> Outcome:
        from reader.store.anchors import make_anchor  # noqa: PLC0415
        from reader.store.marks import Put, new_mark  # noqa: PLC0415

        ordinal, start, last, end = stretch
        anchor = make_anchor(cable, ordinal, start, end, last)
        mark = new_mark(kind, anchor, cable, colour=colour)
        return self._apply(cable, [Put(mark)], title)._replace(mark=mark)

    def _recolour(self, cable: Cable, mark: Mark, colour: Colour, standing: Standing) -> Outcome:
        from reader.store.marks import Put, changed_mark  # noqa: PLC0415

        if mark.colour is colour:
            return Outcome(standing, mark=mark)
        changed = changed_mark(mark, colour=colour)
        return self._apply(cable, [Put(changed, mark)], COLOUR)._replace(mark=changed)

    def _apply(self, cable: Cable | None, changes: Sequence[Change], title: str) -> Outcome:
        self.store().apply(changes, title)
        return Outcome(self.standing(cable))

    def _place(self, anchor: Anchor, cable: Cable) -> Placement:
        """Where an anchor stands in a cable; each is looked for once while that is open."""
        from reader.store.anchors import Placer  # noqa: PLC0415

        if cable is not self._cable or self._placer is None:
            self._cable, self._placer = cable, Placer(cable)
            self._placements = {}
        known = self._placements.get(anchor)
        if known is None:
            known = self._placements[anchor] = self._placer.place(anchor)
        return known


def _by_place(placed: Placed) -> tuple[bool, int, int]:
    return not placed.placement.is_found, placed.placement.ordinal, placed.placement.start


def change_title(marks: Sequence[Mark]) -> str:
    """What it is called to change these marks."""
    return _title(marks, CHANGE, CHANGE_HIGHLIGHT, CHANGE_MARKS)


def delete_title(marks: Sequence[Mark]) -> str:
    """What it is called to take these marks away."""
    return _title(marks, DELETE, DELETE_HIGHLIGHT, DELETE_MARKS)


def _title(marks: Sequence[Mark], bookmark: str, highlight: str, several: str) -> str:
    """What a step on these marks is called."""
    kinds = {mark.kind.value for mark in marks}
    if len(kinds) != 1 or (len(marks) > 1 and several == DELETE_MARKS):
        return several
    return highlight if kinds == {"highlight"} else bookmark
