"""What is shown: the text in front, where the reader is in it, and the signals that tell of it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.desktop.session.choices import Choices
from reader.desktop.session.marking import Marking
from reader.desktop.session.tabs import Tabs
from reader.desktop.session.trail import Stop, Trail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.cable.model import Cable
    from reader.desktop.jobs import Jobs
    from reader.desktop.session.document import Document
    from reader.desktop.session.listing import Listing
    from reader.desktop.session.spot import Spot
    from reader.desktop.session.watching import Watch
    from reader.settings import Settings


class Shown(QObject):
    """What is in front and where the reader is in it."""

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
    spot_wanted = Signal(object)
    """The Spot of the text that is shown, to be taken again exactly."""
    position_changed = Signal(int)
    """The ordinal of the paragraph that is being read; -1 for none."""
    references_wanted = Signal()
    """What the REF line cites is to be chosen from."""
    peek_wanted = Signal()
    """The reference at the caret is to be looked at without being opened."""
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
        self.tabs = Tabs(self)
        self.trail = Trail(self.here, self)
        self.look: Callable[[], Spot | None] = lambda: None
        """Tells where the reader is in the text that is shown; the window's."""
        self._document: Document | None = None
        self._listing: Listing | None = None
        self._ordinal = -1
        self._watch: Watch | None = None

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
        """The list of the file of many cables, or of the folder, that the tab shown has."""
        return self._listing

    def _show_current(self) -> None:
        """Show what the current tab holds, from where its reader was."""
        tab = self.tabs.current
        document = tab.document if tab else None
        listing = tab.listing if tab else None
        for key in ("opening", "file"):
            self.withdrawn.emit(key)
        if listing is not self._listing:
            self._listing = listing
            self.withdrawn.emit("list")
            self.list_changed.emit(listing)
        self._document = document
        self._ordinal = 0 if document and document.cable and document.cable.paragraphs else -1
        if self._watch is not None:
            self._watch.follow(document)
        self.document_changed.emit(document)
        self.position_changed.emit(self._ordinal)
        self.marking.show_cable(self.cable)
        if tab is not None and document is not None and tab.spot is not None:
            self.spot_wanted.emit(tab.spot)

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

    def here(self) -> Stop | None:
        """Where the reader is."""
        tab = self.tabs.current
        if tab is None:
            return None
        spot = self.look() if tab.document is not None and tab.document is self._document else None
        return Stop(tab, tab.row if tab.document is not None else -1, spot)

    def note_jump(self, before: Spot, kind: str) -> None:
        """Note that the reader came from a spot of the text that is shown."""
        tab = self.tabs.current
        if tab is not None:
            self.trail.note(Stop(tab, tab.row, before), kind)

    @contextmanager
    def _leaving(self) -> Iterator[None]:
        """A step of the trail in which another text may be shown."""
        self._note_spot()
        with self.trail.step():
            yield

    def _note_spot(self) -> None:
        tab = self.tabs.current
        if tab is not None and tab.document is not None and tab.document is self._document:
            tab.spot = self.look()
