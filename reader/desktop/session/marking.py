"""The bookmarks in the window: what is asked for, done in a thread of its own, and told when done.

"Saved" is said when the store has said so, never before. When the store fails, the reader is told
in a banner, and reading goes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from reader.cable.citation import paragraph_number
from reader.desktop.session.notice import Notice, notice_of
from reader.desktop.session.shelf import Listing, Outcome, Shelf, Standing
from reader.errors import ReaderError
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.cable.model import Cable
    from reader.desktop.jobs import Jobs
    from reader.store.anchors import Placement
    from reader.store.marks import Mark

LANE: Final = "bookmarks"
"""All work on the store is done in this lane, in order; it is finished before the program ends."""
WATCHED_EVERY: Final = 5_000
"""Milliseconds between two looks at whether the store's file is in its place (SAFETY.md)."""
NOTICE: Final = "bookmarks"
DELETED: Final = "deleted"
FILE_GONE: Final = Notice(
    "The file of your bookmarks was moved, deleted or replaced while it was open.",
    hint="Rescue the bookmarks: all that was saved is written to a new file.",
    key=NOTICE,
    action_title="Rescue",
)


class Marking(QObject):
    """The bookmarks of the cable that is open, and of all cables, as they stand on the disk."""

    changed = Signal(object)
    """The Standing of the cable that is open."""
    listed = Signal(object)
    """The Listing of all cables, once it was asked for."""
    edit_wanted = Signal(object)
    """A Mark whose name and note the reader wants to write."""
    noticed = Signal(object)
    withdrawn = Signal(str)
    announced = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._shelf = Shelf()
        self._cable: Cable | None = None
        self._standing = Standing()
        self._words: str | None = None
        """What the listing of all cables was asked for with; None while nobody looks at it."""
        self._is_started = False
        self._was_in_place = True
        self._watch = QTimer(self)
        self._watch.setInterval(WATCHED_EVERY)
        self._watch.timeout.connect(self._look_for_file)

    @property
    def standing(self) -> Standing:
        """The bookmarks of the cable that is open."""
        return self._standing

    def start(self) -> None:
        """Open the store, once the reader has something to read."""
        self._is_started = True
        self._run(self._shelf.notices, self._tell_opening)
        self.look()
        self._run(self._shelf.back_up, _nothing)
        self._watch.start()

    def end(self) -> None:
        """Close the store behind all that is still to be saved."""
        self._watch.stop()
        if self._is_started:
            self._is_started = False
            self._jobs.run(self._shelf.close, done=_nothing, failed=_nothing, lane=LANE)

    def show_cable(self, cable: Cable | None) -> None:
        """Show the bookmarks of another cable."""
        self._cable = cable
        self._show(Standing())
        self.look()

    # Looking.

    def look(self) -> None:
        """Read the bookmarks anew: another window may have changed them."""
        if not self._is_started:
            return
        cable = self._cable
        self._run(lambda: self._shelf.standing(cable), lambda standing: self._take(cable, standing))
        self._list()

    def list_all(self, words: str | None) -> None:
        """List the bookmarks of all cables that have some words; with None, none any more."""
        self._words = words
        self._list()

    def place_of(self, mark: Mark) -> Placement | None:
        """Where a bookmark stands in the cable that is open; None when it belongs to another."""
        from reader.store.anchors import place_anchor  # noqa: PLC0415
        from reader.store.marks import cable_key  # noqa: PLC0415

        if self._cable is None or cable_key(self._cable) != mark.cable_id:
            return None
        known = [placed for placed in self._standing.placed if placed.mark.id == mark.id]
        return known[0].placement if known else place_anchor(mark.anchor, self._cable)

    # Changing.

    def toggle(self, ordinal: int) -> None:
        """Set a bookmark at a paragraph of the cable that is open, or take it away."""
        cable = self._cable
        if cable is None or not 0 <= ordinal < len(cable.paragraphs):
            self.announced.emit(tr("There is no paragraph here to bookmark"))
            return
        place = f"¶{paragraph_number(cable.paragraphs[ordinal])}"

        def done(outcome: Outcome) -> None:
            if outcome.deleted:
                self._tell_deleted(outcome.deleted)
            else:
                self.announced.emit(tr("Bookmark at {place} saved", place=place))

        self._change(lambda: self._shelf.toggle(cable, ordinal), done)

    def set_and_edit(self, ordinal: int) -> None:
        """Set a bookmark at a paragraph that has none, and ask for its name and note."""
        cable = self._cable
        if cable is None or not 0 <= ordinal < len(cable.paragraphs):
            return

        def done(outcome: Outcome) -> None:
            for placed in outcome.standing.at(ordinal)[:1]:
                self.edit_wanted.emit(placed.mark)

        self._change(lambda: self._shelf.ensure(cable, ordinal), done)

    def keep(self, mark: Mark, base: Mark) -> None:
        """Keep a bookmark with the name and the note that the reader gave it."""
        cable = self._cable
        self._change(
            lambda: self._shelf.keep(cable, mark, base),
            lambda _: self.announced.emit(tr("Bookmark saved")),
        )

    def delete(self, marks: Sequence[Mark]) -> None:
        """Take bookmarks away; they can be brought back."""
        cable = self._cable
        self._change(
            lambda: self._shelf.delete(cable, marks),
            lambda outcome: self._tell_deleted(outcome.deleted),
        )

    def restore(self, marks: Sequence[Mark]) -> None:
        """Bring back bookmarks that were taken away."""
        cable = self._cable
        self._change(
            lambda: self._shelf.restore(cable, marks),
            lambda _: self.announced.emit(
                tr_count("{count} bookmark restored", "{count} bookmarks restored", len(marks))
            ),
        )

    def undo(self) -> None:
        """Take back the latest change of the bookmarks."""
        cable = self._cable
        self._change(lambda: self._shelf.undo(cable), self._tell_undone)

    def redo(self) -> None:
        """Do again what was taken back last."""
        cable = self._cable
        self._change(lambda: self._shelf.redo(cable), self._tell_redone)

    def recover(self) -> None:
        """Save what is readable in a damaged store, and go on with that."""
        self._run(self._shelf.recover, self._go_on)

    def rescue(self) -> None:
        """Save all of a store whose file was moved or replaced, and go on with that."""
        self._run(self._shelf.rescue, self._go_on)

    def _go_on(self, message: str) -> None:
        self._was_in_place = True
        self.noticed.emit(Notice(message, is_error=False, key=NOTICE))
        self.look()

    def _look_for_file(self) -> None:
        self._run(self._shelf.is_in_place, self._tell_place)

    def _tell_place(self, is_in_place: bool) -> None:
        if self._was_in_place and not is_in_place:
            self.noticed.emit(
                FILE_GONE._replace(
                    message=tr(FILE_GONE.message),
                    hint=tr(FILE_GONE.hint),
                    action_title=tr(FILE_GONE.action_title),
                    action=self.rescue,
                )
            )
        self._was_in_place = is_in_place

    # What came of it.

    def _change(self, work: Callable[[], Outcome], tell: Callable[[Outcome], None]) -> None:
        cable = self._cable
        # A message with a button speaks of the latest change alone.
        self.withdrawn.emit(DELETED)

        def done(outcome: Outcome) -> None:
            self.withdrawn.emit(NOTICE)
            self._take(cable, outcome.standing)
            tell(outcome)
            self._list()

        self._run(work, done)

    def _list(self) -> None:
        words = self._words
        if words is not None and self._is_started:

            def done(listing: Listing) -> None:
                if words == self._words:
                    self.listed.emit(listing)

            self._run(lambda: self._shelf.listing(words), done)

    def _take(self, cable: Cable | None, standing: Standing) -> None:
        """Show what stands, unless another cable was opened meanwhile."""
        if cable is self._cable:
            self._show(standing)

    def _show(self, standing: Standing) -> None:
        if standing != self._standing:
            self._standing = standing
            self.changed.emit(standing)

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._jobs.run(work, done=done, failed=self._fail, lane=LANE)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        notice = notice_of(error, NOTICE)
        from reader.store.database import DamagedStore, MovedStore  # noqa: PLC0415

        if isinstance(error, DamagedStore):
            notice = notice._replace(action_title=tr("Recover"), action=self.recover)
        elif isinstance(error, MovedStore):
            notice = notice._replace(action_title=tr("Rescue"), action=self.rescue)
        self.noticed.emit(notice)

    def _tell_opening(self, notices: tuple[str, ...]) -> None:
        for words in notices:
            self.noticed.emit(Notice(words, is_error=False, key=NOTICE))

    def _tell_undone(self, outcome: Outcome) -> None:
        words = (
            tr("Undone: {title}", title=tr(outcome.title))
            if outcome.title
            else tr("Nothing to undo")
        )
        self.announced.emit(words)

    def _tell_redone(self, outcome: Outcome) -> None:
        words = (
            tr("Done again: {title}", title=tr(outcome.title))
            if outcome.title
            else tr("Nothing to redo")
        )
        self.announced.emit(words)

    def _tell_deleted(self, marks: Sequence[Mark]) -> None:
        if not marks:
            return
        number = marks[0].anchor.number
        place = f"¶{number}" if number is not None else f"¶[{marks[0].anchor.ordinal + 1}]"
        words = tr("The bookmark at {place} was deleted.", place=place)
        if len(marks) > 1:
            words = tr_count(
                "{count} bookmark was deleted.", "{count} bookmarks were deleted.", len(marks)
            )
        self.noticed.emit(
            Notice(
                words,
                is_error=False,
                is_brief=True,
                key=DELETED,
                action_title=tr("Undo"),
                action=lambda: self.restore(marks),
            )
        )


def _nothing(_: object) -> None:
    """Nobody asks any more."""
