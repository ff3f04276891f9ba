"""Reading ahead: tabs that were not chosen yet are read one after the other by a worker."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.desktop.session.document import OpenedText, open_file
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.desktop.jobs import Jobs
    from reader.desktop.session.choices import Choices
    from reader.desktop.session.tabs import Tab, Tabs
    from reader.intake.catalogue import Catalogue


class Ahead(QObject):
    """Reads what waits in tabs, while the window goes on."""

    arrived = Signal(object, object)
    """A Tab, and its OpenedText or the ReaderError that says why there is none.

    A file of many cables is left alone until its tab is chosen.
    """

    def __init__(self, jobs: Jobs, choices: Choices, tabs: Tabs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._choices = choices
        self._tabs = tabs
        self._waiting: deque[Tab] = deque()
        self._is_reading = False

    def read(self, tabs: Iterable[Tab]) -> None:
        """Read these too, after what waits already."""
        for tab in tabs:
            tab.is_awaited = True
            self._waiting.append(tab)
        self._go_on()

    def _go_on(self) -> None:
        if self._is_reading:
            return
        while self._waiting:
            tab = self._waiting.popleft()
            if tab in self._tabs and tab.is_unread() and tab.failure is None:
                self._read(tab)
                return
            tab.is_awaited = False

    def _read(self, tab: Tab) -> None:
        path, keep = tab.path, self._choices.settings.remember
        self._is_reading = True

        def done(opened: OpenedText | Catalogue) -> None:
            if isinstance(opened, OpenedText):
                self._end(tab, opened)
            else:
                opened.close()
                self._end(tab, None)

        def failed(error: Exception) -> None:
            self._end(tab, error if isinstance(error, ReaderError) else None)
            if not isinstance(error, ReaderError):
                raise error

        self._jobs.run(lambda: open_file(path, keep_lists=keep), done=done, failed=failed)

    def _end(self, tab: Tab, outcome: OpenedText | ReaderError | None) -> None:
        self._is_reading = tab.is_awaited = False
        if outcome is not None and tab in self._tabs:
            self.arrived.emit(tab, outcome)
        self._go_on()
