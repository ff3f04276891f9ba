"""Opening: at once where that takes no time, else by a worker; of each tab only the last counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.desktop.session.document import OpenedText
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.desktop.jobs import Jobs
    from reader.desktop.session.tabs import Tab
    from reader.intake.catalogue import Catalogue


class Opening(QObject):
    """Reads texts and lists for the tabs of the session."""

    changed = Signal(str)
    """The name of what is being read; empty when nothing is any more."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._number = 0
        self._wanted: dict[Tab, int] = {}
        """What is being read for a tab, by a number."""
        self._names: dict[Tab, str] = {}

    def is_reading(self, tab: Tab) -> bool:
        """Whether something is being read for a tab."""
        return tab in self._wanted

    def forget(self, tab: Tab) -> None:
        """Whatever is still being read for a tab is not wanted any more."""
        self._wanted.pop(tab, None)
        self._name(tab, "")

    def run(
        self,
        tab: Tab,
        work: Callable[[], OpenedText | Catalogue],
        done: Callable[[OpenedText | Catalogue], None],
        failed: Callable[[ReaderError], None],
        name: str = "",
    ) -> None:
        """Do the work for a tab at once, then `done`.

        Where it has a name to tell, a worker does it, and it is for nothing if the tab wants
        something else meanwhile. `failed` is told what can be expected to go wrong.
        """
        self.forget(tab)
        if name:
            self._name(tab, name)
            self.hand_over(tab, work, done, failed)
            return
        try:
            opened = work()
        except ReaderError as error:
            failed(error)
        else:
            done(opened)

    def hand_over(
        self,
        tab: Tab,
        work: Callable[[], OpenedText | Catalogue],
        done: Callable[[OpenedText | Catalogue], None],
        failed: Callable[[ReaderError], None],
    ) -> None:
        """Have a worker do the work for a tab."""
        self._number += 1
        number = self._wanted[tab] = self._number

        def is_wanted() -> bool:
            if self._wanted.get(tab) != number:
                return False
            self.forget(tab)
            return True

        def arrived(opened: OpenedText | Catalogue) -> None:
            if is_wanted():
                done(opened)
            elif not isinstance(opened, OpenedText):
                opened.close()

        def fell_through(error: Exception) -> None:
            was_wanted = is_wanted()
            if not isinstance(error, ReaderError):
                raise error
            if was_wanted:
                failed(error)

        self._jobs.run(work, done=arrived, failed=fell_through)

    def _name(self, tab: Tab, name: str) -> None:
        if self._names.get(tab, "") == name:
            return
        self._names.pop(tab, None)
        if name:
            self._names[tab] = name
        self.changed.emit(next(reversed(self._names.values()), ""))
