"""The state of the program: what is open, where the reader is in it, what the user has chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.desktop.session.choices import Choices
from reader.desktop.session.document import (
    OpenedText,
    file_of,
    is_quickly_read,
    open_file,
    open_row,
    open_text,
    read_argument,
)
from reader.desktop.session.marking import Marking
from reader.desktop.session.notice import (
    Notice,
    cable_not_open,
    file_needed,
    notice_of,
    others_waiting,
    words_not_found,
)
from reader.desktop.session.opening import Opening
from reader.errors import ReaderError
from reader.paths import shown_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cable.model import Cable
    from reader.desktop.jobs import Jobs
    from reader.desktop.session.document import Document
    from reader.desktop.session.listing import Listing
    from reader.desktop.session.watching import Watch
    from reader.intake.catalogue import Catalogue
    from reader.settings import Settings
    from reader.store.marks import Mark


class Session(QObject):
    """What is open and where the reader is; every part of the window asks and tells it."""

    document_changed = Signal(object)
    """The Document that is shown now, or None."""
    list_changed = Signal(object)
    """The Listing of the file of many cables that is open, or None."""
    opening_changed = Signal(str)
    """The name of the file that is being read; empty when none is any more."""
    place_wanted = Signal(int, int, int)
    """Go to a paragraph: ordinal, offset in its text, how many characters to select."""
    source_wanted = Signal(int, int)
    """Show the text as received: offset, how many characters to select."""
    position_changed = Signal(int)
    """The ordinal of the paragraph that is being read; -1 for none."""
    noticed = Signal(object)
    """A Notice for the reader."""
    withdrawn = Signal(str)
    """The key of a Notice that no longer holds."""
    announced = Signal(str)
    """A few words on what was just done."""
    file_wanted = Signal(object)
    """A Mark whose cable is to be looked for by the reader."""

    def __init__(self, jobs: Jobs, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.choices = Choices(jobs, settings, self)
        self.marking = Marking(jobs, self)
        self._document: Document | None = None
        self._ordinal = -1
        self._opening = Opening(jobs, self)
        self._opening.changed.connect(self.opening_changed)
        self._listing: Listing | None = None
        self._watch: Watch | None = None
        for part in (self.choices, self.marking):
            part.noticed.connect(self.noticed)
            part.withdrawn.connect(self.withdrawn)
        self.marking.announced.connect(self.announced)

    # What is open.

    @property
    def document(self) -> Document | None:
        """What is shown."""
        return self._document

    @property
    def cable(self) -> Cable | None:
        """The cable that is shown, if what is shown is one."""
        return self._document.cable if self._document else None

    @property
    def listing(self) -> Listing | None:
        """The list of the file of many cables, or of the folder, that is open."""
        return self._listing

    def open_files(self, arguments: Sequence[str]) -> None:
        """Open the first of the files, and remember the others for later."""
        if not arguments:
            return
        first, *others = [read_argument(argument) for argument in arguments]
        for other in reversed(others):
            if other.path:
                self.choices.add_recent_file(other.path)
        if first.cable_id:
            self.open_cable(first.cable_id, first.number)
        else:
            self.open_file(first.path, first.number)
        if others:
            remembers = self.choices.settings.remember
            self.noticed.emit(others_waiting(len(others), remembers=remembers))

    def open_cable(self, cable_id: str, number: int | None = None) -> None:
        """Go to a cable by its id: the one that is open, or a recent file that is called so."""
        if self.cable is not None and self.cable.canonical_id == cable_id:
            if number is not None:
                self._go_to_number(number)
            return
        for path in self.choices.settings.recent_files:
            if Path(path).name.partition(".")[0].upper() == cable_id:
                self.open_file(path, number)
                return
        self.noticed.emit(cable_not_open(cable_id))

    def open_file(self, path: str, number: int | None = None, mark: Mark | None = None) -> None:
        """Open a file at its beginning, at a paragraph by its printed number, or at a bookmark."""
        keep = self.choices.settings.remember

        def work() -> OpenedText | Catalogue:
            return open_file(path, keep_lists=keep)

        def done(opened: OpenedText | Catalogue) -> None:
            if isinstance(opened, OpenedText):
                self._close_list()
                self._show(opened, number, mark)
            elif mark is not None and mark.anchor.canonical_id and not opened.is_folder:
                opened.close()
                self.open_file(f"{path}#{mark.anchor.canonical_id}", mark=mark)
            else:
                self._show_new_list(opened)

        name = shown_path(Path(path).name)
        self._opening.run(
            work, done, lambda error: self._fail(error, path), "" if is_quickly_read(path) else name
        )

    def open_row(self, number: int) -> None:
        """Open a cable of the list by its number there."""
        listing = self._listing
        if listing is None:
            return
        listing.row = number
        row = listing.selection.rows[number]
        keep = self.choices.settings.remember
        listing.held.take()

        def work() -> OpenedText | Catalogue:
            try:
                with listing.held.reading:
                    return open_row(listing.catalogue, row, keep_lists=keep)
            finally:
                listing.held.let_go()

        def done(opened: OpenedText | Catalogue) -> None:
            if isinstance(opened, OpenedText):
                self._show(opened)
            else:
                self._show_new_list(opened)

        name = row.reference_id or shown_path(row.name) or "a cable"
        self._opening.run(
            work, done, lambda error: self.noticed.emit(notice_of(error, "opening")), name
        )

    def open_pasted(self, text: str) -> None:
        """Open a text that was pasted."""
        self._opening.forget()
        if not text.strip():
            self.noticed.emit(
                Notice(
                    "There is no text on the clipboard.",
                    hint="Copy the text of a cable first, then paste it here.",
                    key="opening",
                )
            )
            return
        try:
            opened = open_text(text)
        except ReaderError as error:
            self.noticed.emit(notice_of(error, "opening"))
        else:
            self._close_list()
            self._show(opened)

    def close_document(self) -> None:
        """Close the text and show the list it is from; or close the list, and show nothing."""
        self._opening.forget()
        if self._document is None:
            self._close_list()
        self._set_document(None)

    def show_list(self) -> None:
        """Go back to the list that the cable is from."""
        if self._listing is not None and self._document is not None:
            self.close_document()

    def end(self) -> None:
        """Let go of what workers read; the program is about to end."""
        self._close_list()

    def _show_new_list(self, catalogue: Catalogue) -> None:
        from reader.desktop.session.listing import Listing  # noqa: PLC0415 - few files hold many

        self._close_list()
        listing = self._listing = Listing(self.jobs, catalogue, self)
        listing.noticed.connect(self.noticed)
        self.choices.add_recent_file(catalogue.path)
        self.list_changed.emit(listing)
        self._set_document(None)
        self.announced.emit(f"{shown_path(Path(catalogue.path).name)} opened: a list of cables")
        if not catalogue.is_complete:
            listing.fill()

    def _close_list(self) -> None:
        if self._listing is not None:
            listing, self._listing = self._listing, None
            listing.close()
            listing.deleteLater()
            self.withdrawn.emit("list")
            self.list_changed.emit(None)

    def _show(
        self, opened: OpenedText, number: int | None = None, mark: Mark | None = None
    ) -> None:
        document, failure = opened
        self._set_document(document)
        if document.path:
            self.choices.add_recent_file(document.path)
        if failure is not None:
            self.noticed.emit(notice_of(failure, "opening")._replace(is_error=False))
        elif number is not None:
            self._go_to_number(number)
        elif mark is not None:
            self._arrive(mark)

    def _set_document(self, document: Document | None) -> None:
        self.withdrawn.emit("opening")
        self.withdrawn.emit("file")
        self._document = document
        self._ordinal = 0 if document and document.cable and document.cable.paragraphs else -1
        if self._watch is not None:
            self._watch.follow(document)
        self.document_changed.emit(document)
        self.position_changed.emit(self._ordinal)
        self.marking.show_cable(self.cable)
        if document is not None:
            self.announced.emit(f"{document.name} opened")

    def _fail(self, error: ReaderError, path: str) -> None:
        self.choices.drop_recent_file(path)
        self.noticed.emit(notice_of(error, "opening"))

    def _go_to_number(self, number: int) -> None:
        paragraphs = self.cable.paragraphs if self.cable else ()
        for paragraph in paragraphs:
            if paragraph.number == number:
                self.place_wanted.emit(paragraph.ordinal, 0, 0)
                return
        self.noticed.emit(
            Notice(
                f"This cable has no paragraph {number}.",
                hint=f"It has {len(paragraphs)}." if paragraphs else "",
                is_error=False,
                key="opening",
            )
        )

    # Going to bookmarks.

    def open_mark(self, mark: Mark) -> None:
        """Go to a bookmark, and open its file first if another text is open."""
        if self.marking.place_of(mark) is not None:
            self._arrive(mark)
        elif mark.path and Path(file_of(mark.path)).is_file():
            self.open_file(mark.path, mark=mark)
        else:
            self._ask_for_file(mark)

    def _arrive(self, mark: Mark) -> None:
        """Show the place of a bookmark in the cable that is open, if it belongs to that."""
        placement = self.marking.place_of(mark)
        if placement is None:
            self._ask_for_file(mark)
        elif placement.is_found:
            self.place_wanted.emit(placement.ordinal, placement.start, 0)
            if not placement.is_certain:
                self.announced.emit("The words have changed: this may not be the place")
        else:
            self.noticed.emit(words_not_found(mark))

    def _ask_for_file(self, mark: Mark) -> None:
        notice = file_needed(mark, is_wrong=self.cable is not None and self._holds(mark.path))
        self.noticed.emit(notice._replace(action=lambda: self.file_wanted.emit(mark)))

    def _holds(self, path: str) -> bool:
        document = self._document
        return bool(path) and document is not None and file_of(document.path) == file_of(path)

    def start_watching(self) -> None:
        """Notice from now on when the file that is open goes away."""
        from reader.desktop.session.watching import Watch  # noqa: PLC0415

        self._watch = Watch(self)
        self._watch.noticed.connect(self.noticed)
        self._watch.follow(self._document)

    # Where the reader is.

    @property
    def ordinal(self) -> int:
        """The ordinal of the paragraph that is being read; -1 for none."""
        return self._ordinal

    def set_position(self, ordinal: int) -> None:
        """Note which paragraph is being read."""
        if ordinal != self._ordinal:
            self._ordinal = ordinal
            self.position_changed.emit(ordinal)

    def go_to(self, ordinal: int, offset: int = 0, length: int = 0) -> None:
        """Have a place shown."""
        self.place_wanted.emit(ordinal, offset, length)
