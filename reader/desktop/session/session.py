"""The state of the program: what is open, where the reader is in it, what the user has chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from reader.desktop.session.choices import Choices
from reader.desktop.session.document import (
    is_quickly_read,
    open_file,
    open_text,
    read_argument,
)
from reader.desktop.session.marking import Marking
from reader.desktop.session.notice import (
    Notice,
    cable_not_open,
    file_needed,
    notice_of,
    words_not_found,
)
from reader.errors import ReaderError
from reader.paths import shown_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QFileSystemWatcher

    from reader.cable.model import Cable
    from reader.desktop.jobs import Jobs
    from reader.desktop.session.document import Document, OpenedText
    from reader.settings import Settings
    from reader.store.marks import Mark

PATIENCE: Final = 600
"""Milliseconds in which a file that was replaced has come back under its name."""


class Session(QObject):
    """What is open and where the reader is; every part of the window asks and tells it."""

    document_changed = Signal(object)
    """The Document that is shown now, or None."""
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
        self._openings = 0
        self._watcher: QFileSystemWatcher | None = None
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
            count = "one more file" if len(others) == 1 else f"{len(others)} more files"
            self.noticed.emit(
                Notice(
                    f"The window shows one text at a time; {count} can be opened after this one.",
                    hint="They are in the menu File, under Recent files."
                    if self.choices.settings.remember
                    else "Open them one by one.",
                    is_error=False,
                    key="others",
                )
            )

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
        self._openings += 1
        opening = self._openings
        if is_quickly_read(path):
            try:
                opened = open_file(path)
            except ReaderError as error:
                self._fail(error, path)
            else:
                self._show(opened, number, mark)
            return
        self.opening_changed.emit(shown_path(Path(path).name))

        def done(opened: OpenedText) -> None:
            if opening == self._openings:
                self.opening_changed.emit("")
                self._show(opened, number, mark)

        def failed(error: Exception) -> None:
            if opening == self._openings:
                self.opening_changed.emit("")
            if not isinstance(error, ReaderError):
                raise error
            if opening == self._openings:
                self._fail(error, path)

        self.jobs.run(lambda: open_file(path), done=done, failed=failed)

    def open_pasted(self, text: str) -> None:
        """Open a text that was pasted."""
        self._openings += 1
        self.opening_changed.emit("")
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
            self._show(open_text(text))
        except ReaderError as error:
            self.noticed.emit(notice_of(error, "opening"))

    def close_document(self) -> None:
        """Show nothing."""
        self._openings += 1
        self.opening_changed.emit("")
        self._set_document(None)

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
        self._watch(document)
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
        elif mark.path and Path(mark.path).is_file():
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
        return bool(path) and self._document is not None and self._document.path == path

    # A file that goes away while it is open takes nothing from the window; the reader is told.

    def start_watching(self) -> None:
        """Notice from now on when the file that is open goes away."""
        from PySide6.QtCore import QFileSystemWatcher  # noqa: PLC0415

        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(lambda: QTimer.singleShot(PATIENCE, self._look_for_file))
        self._watch(self._document)

    def _watch(self, document: Document | None) -> None:
        if self._watcher is None:
            return
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
        if document and document.path:
            self._watcher.addPath(document.path)

    def _look_for_file(self) -> None:
        document = self._document
        if document and document.path and not Path(document.path).exists():
            self.noticed.emit(
                Notice(
                    f"{document.name} is no longer in its folder: it was moved or deleted.",
                    hint="What is open stays open until you close it; your bookmarks are kept.",
                    is_error=False,
                    key="file",
                )
            )

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
