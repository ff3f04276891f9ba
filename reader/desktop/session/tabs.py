"""The tabs: every text and every list that is open, each with the place of its reader."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from reader.desktop.session.document import file_of
from reader.paths import shown_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.desktop.session.document import Document
    from reader.desktop.session.listing import Listing
    from reader.desktop.session.spot import Spot
    from reader.errors import ReaderError

MOST_TABS: Final = 200
"""Tabs that are open at once; further files wait until some are closed."""
MOST_CLOSED: Final = 50
"""Closed tabs that can be opened again."""


class Tab:
    """A text that is open, waits to be read, or could not be read; or a list of cables.

    It holds no widget: the one page of the window shows whichever tab is chosen.
    """

    def __init__(self, path: str = "", number: int | None = None, *, stays: bool = True) -> None:
        self.path = path
        """What it is read from, by `os.fsdecode`; empty for a text that was pasted."""
        self.document: Document | None = None
        self.listing: Listing | None = None
        """The list of a file of many cables; of its cables, `document` is the one that is shown."""
        self.row = -1
        """The number in the list of the cable that is shown."""
        self.number = number
        """The printed number of the paragraph to begin at."""
        self.spot: Spot | None = None
        """Where its reader was when another tab was chosen."""
        self.goes_on = True
        """Whether its reader may go on from where he was in the last session: he asked for no
        place."""
        self.title = ""
        """The id of the cable, or the name of the file."""
        self.subject = ""
        self.failure: ReaderError | None = None
        """Why it could not be read."""
        self.stays = stays
        """Whether it stays when it cannot be read, and says why."""
        self.is_awaited = False
        """Whether a worker is about to read it."""
        self.stamp: tuple[int, int] | None = None
        """By what it is seen that the file was changed since it was read."""

    def is_unread(self) -> bool:
        """Whether nothing of it was read yet."""
        return self.document is None and self.listing is None

    def take(self, document: Document) -> None:
        """Have a text, and be called as it is."""
        self.document, self.failure = document, None
        cable = document.cable
        self.title = (cable.canonical_id if cable else None) or document.name
        self.subject = (cable.header.subject if cable else None) or ""

    def place(self) -> str:
        """What it is opened by; empty for a text that was pasted."""
        return self.document.path if self.document is not None else self.path

    def name(self) -> str:
        """What it is called before it is read: the file's own name."""
        return self.title or shown_path(Path(self.path).name or self.path)


class Tabs(QObject):
    """What is open, in the order of the tabs, and which of them is shown."""

    changed = Signal()
    """Other tabs, another order, other titles, or another one is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tabs: list[Tab] = []
        self._current: Tab | None = None
        self._closed: list[tuple[int, Tab]] = []

    # What is open.

    @property
    def current(self) -> Tab | None:
        """The tab that is shown; None while nothing is open."""
        return self._current

    def all(self) -> tuple[Tab, ...]:
        """Every tab, in their order."""
        return tuple(self._tabs)

    def documents(self) -> tuple[Document, ...]:
        """Every text that is open and was read, in the order of the tabs."""
        return tuple(tab.document for tab in self._tabs if tab.document is not None)

    def __len__(self) -> int:
        return len(self._tabs)

    def __contains__(self, tab: Tab) -> bool:
        return tab in self._tabs

    def index(self) -> int:
        """Where the tab that is shown stands; -1 while nothing is open."""
        return self._tabs.index(self._current) if self._current in self._tabs else -1

    def others(self, tab: Tab) -> tuple[Tab, ...]:
        """Every tab but one."""
        return tuple(each for each in self._tabs if each is not tab)

    def right_of(self, tab: Tab | None) -> tuple[Tab, ...]:
        """The tabs that stand behind one in the row."""
        if tab is None or tab not in self._tabs:
            return ()
        return tuple(self._tabs[self._tabs.index(tab) + 1 :])

    def room(self) -> int:
        """How many more tabs there may be."""
        return max(MOST_TABS - len(self._tabs), 0)

    def of(self, path: str) -> Tab | None:
        """The tab of a file, or of a cable in a file of many."""
        if not path:
            return None
        for tab in self._tabs:
            if tab.path == path or (tab.document is not None and tab.document.path == path):
                return tab
        return None

    def of_document(self, document: Document) -> Tab | None:
        """The tab that holds this very text."""
        return next((tab for tab in self._tabs if tab.document is document), None)

    def of_cable(self, cable_id: str) -> Tab | None:
        """The tab of a cable by its canonical id, the one that is shown first."""
        tabs = [self._current, *self._tabs] if self._current else self._tabs
        for tab in tabs:
            cable = tab.document.cable if tab and tab.document else None
            if cable is not None and cable.canonical_id == cable_id:
                return tab
        return None

    # Changing.

    def add(self, tabs: Sequence[Tab]) -> None:
        """Open tabs behind the one that is shown, in this order."""
        place = self.index() + 1
        self._tabs[place:place] = tabs
        self.changed.emit()

    def put_before(self, tabs: Sequence[Tab]) -> None:
        """Have tabs stand before all others."""
        if tabs:
            self._tabs[:0] = tabs
            self.changed.emit()

    def choose(self, tab: Tab) -> None:
        """Show a tab."""
        self._current = tab
        self.changed.emit()

    def remove(self, *tabs: Tab, is_kept: bool = True) -> None:
        """Close tabs; with `is_kept`, they can be opened again. A neighbour is shown instead."""
        for tab in tabs:
            place = self._tabs.index(tab)
            del self._tabs[place]
            if tab is self._current:
                self._current = self._tabs[min(place, len(self._tabs) - 1)] if self._tabs else None
            if is_kept:
                self._closed.append((place, tab))
                del self._closed[:-MOST_CLOSED]
        self.changed.emit()

    def move(self, before: int, after: int) -> None:
        """Have a tab stand elsewhere in the row."""
        if before != after and 0 <= before < len(self._tabs) and 0 <= after < len(self._tabs):
            self._tabs.insert(after, self._tabs.pop(before))
            self.changed.emit()

    def tell(self) -> None:
        """Tell that a tab has another title."""
        self.changed.emit()

    # What was closed.

    def has_closed(self) -> bool:
        """Whether a tab can be opened again."""
        return bool(self._closed)

    def is_closed(self, tab: Tab) -> bool:
        """Whether this very tab can be opened again."""
        return any(closed is tab for _, closed in self._closed)

    def reopen(self, tab: Tab | None = None) -> Tab | None:
        """Open a closed tab where it stood, the one that was closed last; None without any."""
        for number in range(len(self._closed) - 1, -1, -1):
            place, closed = self._closed[number]
            if tab is None or closed is tab:
                del self._closed[number]
                self._tabs.insert(min(place, len(self._tabs)), closed)
                self.changed.emit()
                return closed
        return None

    def forget_closed(self) -> None:
        """Know no more what was closed."""
        if self._closed:
            self._closed.clear()
            self.changed.emit()


def stamp_of(path: str) -> tuple[int, int] | None:
    """When a file was changed, in nanoseconds, and its size; None where there is none."""
    try:
        status = Path(file_of(path)).stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size
