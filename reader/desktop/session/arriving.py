"""Arriving: at a paragraph by its printed number, or at a bookmark, once its text is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.desktop.session.document import file_of
from reader.desktop.session.notice import Notice, file_needed, words_not_found
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.desktop.session.document import Document
    from reader.desktop.session.marking import Marking
    from reader.store.marks import Mark


class Arriving(QObject):
    """Goes to places of the text that is shown, and tells where there is no such place."""

    place_wanted = Signal(int, int, int)
    noticed = Signal(object)
    announced = Signal(str)
    file_wanted = Signal(object)
    """A Mark whose cable is to be looked for by the reader."""

    def __init__(
        self, document: Callable[[], Document | None], marking: Marking, parent: QObject
    ) -> None:
        """`document` tells what is shown."""
        super().__init__(parent)
        self._document = document
        self._marking = marking

    def at_number(self, number: int) -> None:
        """Go to a paragraph by its printed number."""
        document = self._document()
        cable = document.cable if document else None
        paragraphs = cable.paragraphs if cable else ()
        for paragraph in paragraphs:
            if paragraph.number == number:
                self.place_wanted.emit(paragraph.ordinal, 0, 0)
                return
        count = len(paragraphs)
        self.noticed.emit(
            Notice(
                tr("This cable has no paragraph {number}.", number=number),
                hint=tr_count("It has {count}.", "It has {count}.", count) if count else "",
                is_error=False,
                key="opening",
            )
        )

    def at_mark(self, mark: Mark) -> None:
        """Go to a bookmark in the cable that is shown, if it belongs to that."""
        placement = self._marking.place_of(mark)
        if placement is None:
            self.ask_for_file(mark)
        elif placement.is_found:
            self.place_wanted.emit(placement.ordinal, placement.start, 0)
            if not placement.is_certain:
                self.announced.emit(tr("The words have changed: this may not be the place"))
        else:
            self.noticed.emit(words_not_found(mark))

    def is_there(self, mark: Mark) -> bool:
        """Whether a bookmark belongs to the cable that is shown."""
        return self._marking.place_of(mark) is not None

    def has_file(self, mark: Mark) -> bool:
        """Whether the file that a bookmark names is there."""
        return bool(mark.path) and Path(file_of(mark.path)).is_file()

    def ask_for_file(self, mark: Mark) -> None:
        """Tell that the file of a bookmark's cable is needed."""
        document = self._document()
        is_wrong = (
            document is not None
            and document.cable is not None
            and bool(mark.path)
            and file_of(document.path) == file_of(mark.path)
        )
        notice = file_needed(mark, is_wrong=is_wrong)
        self.noticed.emit(notice._replace(action=lambda: self.file_wanted.emit(mark)))
