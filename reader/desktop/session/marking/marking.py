"""The marks of the cable that is open: set, changed, placed, taken away, and brought back.

"Saved" is said when the store has said so, never before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from reader.cable.citation import paragraph_number
from reader.desktop.session.marking.keeping import NOTICE, Keeping, nothing
from reader.desktop.session.marking.telling import DELETED, deleted_notice, saved_words
from reader.desktop.session.shelf import RESTORE, change_title, delete_title
from reader.desktop.session.standing import Outcome, Standing, Stretch, without_blanks
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reader.cable.model import Cable
    from reader.desktop.jobs import Jobs
    from reader.desktop.session.notebook import Notebook
    from reader.desktop.session.shelf import Shelf
    from reader.store.anchors import Placement
    from reader.store.history import Step
    from reader.store.marks import Change, Colour, Mark

NAME_COLOURS: Final = "Name colours"


class Marking(Keeping):
    """The marks of the cable that is open, as they stand on the disk."""

    changed = Signal(object)
    """The Standing of the cable that is open."""
    edit_wanted = Signal(object)
    """A Mark that the reader wants to write about."""
    place_wanted = Signal(object)
    """A Mark to be put where the reader is in the text."""
    confirm_wanted = Signal(object)
    """A Mark of which the reader says that it was found in the right place."""
    notebook_wanted = Signal()
    """The marks of all cables are to be shown."""
    erasing_wanted = Signal()
    """The reader wants all marks gone, or every trace of those that were deleted."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self._cable: Cable | None = None
        self._standing = Standing()
        self._colour: Colour | None = None
        self._notebook: Notebook | None = None

    @property
    def standing(self) -> Standing:
        """The marks of the cable that is open."""
        return self._standing

    @property
    def cable(self) -> Cable | None:
        """The cable that is open."""
        return self._cable

    @property
    def colour(self) -> Colour:
        """The colour that was used last."""
        from reader.store.marks import Colour  # noqa: PLC0415

        return self._colour or Colour.YELLOW

    @property
    def notebook(self) -> Notebook:
        """The marks of all cables; made when it is first asked for."""
        if self._notebook is None:
            from reader.desktop.session.notebook import Notebook  # noqa: PLC0415

            self._notebook = Notebook(self)
        return self._notebook

    def start(self) -> None:
        """Open the store, once the reader has something to read."""
        super().start()
        self._follow()

    def show_cable(self, cable: Cable | None) -> None:
        """Show the marks of another cable, and note where that lies now."""
        self._cable = cable
        self._show(Standing())
        if not self._is_started:
            return
        self._look_here()
        self._follow()

    def look(self) -> None:
        """Read the marks anew: another window may have changed them."""
        if self._is_started:
            self._look_here()
            super().look()

    def _follow(self) -> None:
        cable = self._cable
        if cable is not None and cable.source.path:
            # Where it fails, the place that was known before is as good a hint.
            self.ask(lambda shelf: shelf.follow(cable), nothing, nothing)

    def _look_here(self) -> None:
        cable = self._cable
        self.ask(lambda shelf: shelf.standing(cable), lambda standing: self._take(cable, standing))

    def place_of(self, mark: Mark) -> Placement | None:
        """Where a mark stands in the cable that is open; None when it belongs to another."""
        from reader.store.anchors import place_anchor  # noqa: PLC0415
        from reader.store.marks import cable_key  # noqa: PLC0415

        if self._cable is None or cable_key(self._cable) != mark.cable_id:
            return None
        known = [placed for placed in self._standing.placed if placed.mark.id == mark.id]
        return known[0].placement if known else place_anchor(mark.anchor, self._cable)

    # Bookmarks.

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

        self.change(lambda shelf: shelf.toggle(cable, ordinal), done)

    def set_and_edit(self, ordinal: int) -> None:
        """Set a bookmark at a paragraph that has none, and ask for its name and note."""
        cable = self._cable
        if cable is None or not 0 <= ordinal < len(cable.paragraphs):
            return
        self.change(lambda shelf: shelf.ensure(cable, ordinal), self._edit)

    # Highlights.

    def highlight(
        self, stretch: Stretch, colour: Colour | None = None, *, is_to_edit: bool = False
    ) -> None:
        """Highlight words of the cable that is open, in the colour that was used last.

        With `is_to_edit` the reader is asked for a note on them.
        """
        cable = self._cable
        trimmed = None if cable is None else without_blanks(cable, stretch)
        if cable is None or trimmed is None:
            self.announced.emit(tr("There are no words here to highlight"))
            return
        wanted = self._colour = colour or self.colour

        def done(outcome: Outcome) -> None:
            self.announced.emit(saved_words(wanted, outcome.standing.colour_names))
            if is_to_edit:
                self._edit(outcome)

        self.change(lambda shelf: shelf.highlight(cable, trimmed, wanted), done)

    def recolour(self, ordinal: int, offset: int, colour: Colour) -> None:
        """Give another colour to the highlight over a place."""
        cable = self._cable
        if cable is None:
            return

        def done(outcome: Outcome) -> None:
            if outcome.mark is None:
                self._tell_to_select()
                return
            self._colour = colour
            self.announced.emit(saved_words(colour, outcome.standing.colour_names))

        self.change(lambda shelf: shelf.recolour(cable, ordinal, offset, colour), done)

    def remove_highlight(self, ordinal: int, offset: int) -> None:
        """Take away the highlight over a place."""
        cable = self._cable
        if cable is None:
            return

        def done(outcome: Outcome) -> None:
            if outcome.deleted:
                self._tell_deleted(outcome.deleted)
            else:
                self._tell_to_select()

        self.change(lambda shelf: shelf.remove(cable, ordinal, offset), done)

    # Any mark.

    def keep(self, mark: Mark, base: Mark) -> None:
        """Keep a mark as the reader edited it."""
        self.keep_all([(mark, base)])

    def keep_all(
        self,
        edits: Sequence[tuple[Mark, Mark]],
        then: Callable[[bool], object] = nothing,
    ) -> None:
        """Keep marks that were edited, each with what it was edited from, as one step.

        `then` is called with whether they are on the disk.
        """

        def tell() -> None:
            is_highlight = edits[0][0].kind.value == "highlight"
            one = tr("Highlight saved") if is_highlight else tr("Bookmark saved")
            many = tr_count("{count} mark saved", "{count} marks saved", len(edits))
            self.announced.emit(one if len(edits) == 1 else many)
            then(True)

        if edits:
            from reader.store.marks import Put  # noqa: PLC0415

            title = change_title([mark for mark, _ in edits])
            changes = [Put(mark, base) for mark, base in edits]
            self._commit(changes, title, tell, lambda: then(False))

    def place(self, mark: Mark, stretch: Stretch) -> None:
        """Anchor a mark anew at some words of the cable that is open."""
        cable = self._cable
        if cable is None or not 0 <= stretch.ordinal < len(cable.paragraphs):
            self.announced.emit(tr("There is no place here for a mark"))
            return
        where = f"¶{paragraph_number(cable.paragraphs[stretch.ordinal])}"
        self.change(
            lambda shelf: shelf.place(cable, mark, stretch),
            lambda _: self.announced.emit(tr("Mark placed at {place}", place=where)),
        )

    def delete(self, marks: Sequence[Mark]) -> None:
        """Take marks away; they can be brought back."""
        from reader.store.marks import Delete  # noqa: PLC0415

        changes = [Delete(mark.id) for mark in marks]
        self._commit(changes, delete_title(marks), lambda: self._tell_deleted(marks))

    def restore(self, marks: Sequence[Mark]) -> None:
        """Bring back marks that were taken away."""
        from reader.store.marks import Put  # noqa: PLC0415

        words = tr_count("{count} mark restored", "{count} marks restored", len(marks))
        self.apply([Put(mark) for mark in marks], RESTORE, words)

    def apply(self, changes: Sequence[Change], title: str, told: str) -> None:
        """Make changes as one step, called `title` where it can be undone; tell of it after."""
        self._commit(changes, title, lambda: self.announced.emit(told))

    def name_colours(self, names: Mapping[Colour, str]) -> None:
        """Give colours names of the user's own; an empty one takes the name away."""
        from reader.store.marks import NameColour  # noqa: PLC0415

        changes = [NameColour(colour, name) for colour, name in names.items()]
        self.apply(changes, NAME_COLOURS, tr("Names of colours saved"))

    def undo(self) -> None:
        """Take back the latest change of the marks."""
        cable = self._cable
        self.change(lambda shelf: shelf.undo(cable), self._tell_undone)

    def redo(self) -> None:
        """Do again what was taken back last."""
        cable = self._cable
        self.change(lambda shelf: shelf.redo(cable), self._tell_redone)

    def change(
        self,
        work: Callable[[Shelf], Outcome],
        tell: Callable[[Outcome], object],
        tell_unsaved: Callable[[], object] | None = None,
    ) -> None:
        """Change the marks; what stands then is shown, and told of with `tell`.

        Where nothing could be changed the reader is told so, and `tell_unsaved` is called.
        """
        cable = self._cable
        # A message with a button speaks of the latest change alone.
        self.withdrawn.emit(DELETED)

        def done(outcome: Outcome) -> None:
            self.withdrawn.emit(NOTICE)
            self._take(cable, outcome.standing)
            tell(outcome)
            self.stored.emit()

        def failed(error: Exception) -> None:
            if tell_unsaved is not None:
                tell_unsaved()
            self.tell_failure(error)

        self.ask(work, done, failed)

    def _commit(
        self,
        changes: Sequence[Change],
        title: str,
        tell: Callable[[], object],
        tell_unsaved: Callable[[], object] = lambda: None,
    ) -> None:
        """Make changes that need not know what stands, together with others that wait."""
        cable, is_saved = self._cable, False
        self.withdrawn.emit(DELETED)

        def saved(_: Step) -> None:
            nonlocal is_saved
            is_saved = True
            self.withdrawn.emit(NOTICE)
            tell()

        def failed(error: Exception) -> None:
            tell_unsaved()
            self.tell_failure(error)

        def show(standing: Standing) -> None:
            if is_saved:
                self._take(cable, standing)
                self.stored.emit()

        self.submit(changes, title, saved, failed)
        self.read(lambda shelf: shelf.standing(cable), show)

    # What came of it.

    def _take(self, cable: Cable | None, standing: Standing) -> None:
        """Show what stands, unless another cable was opened meanwhile."""
        if cable is self._cable:
            self._show(standing)

    def _show(self, standing: Standing) -> None:
        if standing != self._standing:
            self._standing = standing
            self.changed.emit(standing)

    def _edit(self, outcome: Outcome) -> None:
        if outcome.mark is not None:
            self.edit_wanted.emit(outcome.mark)

    def _tell_to_select(self) -> None:
        self.announced.emit(tr("There is no highlight here. Select words to highlight them."))

    def _tell_undone(self, outcome: Outcome) -> None:
        title = tr(outcome.title) if outcome.title else ""
        self.announced.emit(tr("Undone: {title}", title=title) if title else tr("Nothing to undo"))

    def _tell_redone(self, outcome: Outcome) -> None:
        title = tr(outcome.title) if outcome.title else ""
        self.announced.emit(
            tr("Done again: {title}", title=title) if title else tr("Nothing to redo")
        )

    def _tell_deleted(self, marks: Sequence[Mark]) -> None:
        if marks:
            notice = deleted_notice(marks)
            self.noticed.emit(notice._replace(action=lambda: self.restore(marks)))
