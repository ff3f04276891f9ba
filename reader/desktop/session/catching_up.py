"""Catching up: the tabs of the last time are read once something asks what is in them.

A worker reads one after the other, and none that is large: a search in all open texts, or the
question who cites a cable, is answered in moments or can be broken off.
"""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.desktop.session.document import OpenedText, file_of, open_file
from reader.desktop.session.tabs import stamp_of
from reader.errors import ReaderError
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from reader.desktop.jobs import Jobs
    from reader.desktop.session.choices import Choices
    from reader.desktop.session.tabs import Tab, Tabs
    from reader.intake.catalogue import Catalogue

LARGEST: Final = 4_000_000
"""Bytes of a file that is read for this; a larger one waits until its tab is chosen."""


class Unread(NamedTuple):
    """What is known of the tabs that were not read yet."""

    waiting: int = 0
    """How many can be read now."""
    passed_over: int = 0
    """How many are lists, or too large: they are read when they are chosen."""
    done: int = 0
    total: int = 0
    """While they are read: how many are to be; else 0."""


class CatchingUp(QObject):
    """Reads the tabs that were not read yet, and puts into each what was read."""

    changed = Signal()
    """Reading began, went on, or ended."""
    announced = Signal(str)

    def __init__(self, jobs: Jobs, choices: Choices, tabs: Tabs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._choices = choices
        self._tabs = tabs
        self._waiting: deque[Tab] = deque()
        self._arrived: list[tuple[Tab, OpenedText | ReaderError]] = []
        self._passed_over: set[Tab] = set()
        self._total = 0
        self._number = 0
        self._is_declined = False
        """Whether the reader has broken it off: then it begins only when that is wished."""

    def state(self) -> Unread:
        """How many tabs were not read yet, and how far reading is."""
        unread = [tab for tab in self._tabs.all() if self._is_left(tab)]
        passed_over = sum(tab in self._passed_over for tab in unread)
        done = self._total - len(self._waiting)
        return Unread(len(unread) - passed_over, passed_over, done, self._total)

    def ask(self) -> None:
        """Something asks what is in the tabs: read them, unless the reader has broken that off."""
        if not self._is_declined:
            self.start()

    def start(self) -> None:
        """Read every tab that was not read yet."""
        if self._total:
            return
        self._is_declined = False
        waiting = [
            tab for tab in self._tabs.all() if self._is_left(tab) and tab not in self._passed_over
        ]
        if not waiting:
            return
        self._waiting, self._total = deque(waiting), len(waiting)
        self.announced.emit(
            tr_count("Reading {count} more tab…", "Reading {count} more tabs…", self._total)
        )
        self._go_on()

    def stop(self) -> None:
        """Read no further; what was read stays."""
        if self._total:
            self._is_declined = True
            self._end()

    def _is_left(self, tab: Tab) -> bool:
        """Whether a tab was not read, and nothing else is about to read it."""
        is_waited_for = tab is self._tabs.current or tab.is_awaited
        return tab.is_unread() and tab.failure is None and not is_waited_for

    def _is_unread(self, tab: Tab) -> bool:
        return self._is_left(tab) and tab in self._tabs

    def _go_on(self) -> None:
        while self._waiting:
            tab = self._waiting.popleft()
            if self._is_unread(tab):
                self._read(tab)
                self.changed.emit()
                return
        self._end()

    def _read(self, tab: Tab) -> None:
        path, keep, number = tab.path, self._choices.settings.remember, self._number

        def done(opened: OpenedText | Catalogue | None) -> None:
            if opened is not None and not isinstance(opened, OpenedText):
                opened.close()
                opened = None
            if number != self._number:
                return
            if opened is None:
                self._passed_over.add(tab)
            else:
                self._arrived.append((tab, opened))
            self._go_on()

        def failed(error: Exception) -> None:
            if not isinstance(error, ReaderError):
                done(None)
                raise error
            if number == self._number:
                self._arrived.append((tab, error))
                self._go_on()

        self._jobs.run(lambda: _open(path, keep_lists=keep), done=done, failed=failed)

    def _end(self) -> None:
        """Put into the tabs what was read, all at once: whoever searches them looks once more."""
        arrived, self._arrived = self._arrived, []
        self._waiting.clear()
        self._total = 0
        self._number += 1
        for tab, opened in arrived:
            if not self._is_unread(tab):
                continue
            if isinstance(opened, ReaderError):
                tab.failure = opened
            else:
                tab.take(opened.document)
                tab.stamp = stamp_of(tab.path)
        if arrived:
            self._tabs.tell()
        self.changed.emit()
        if not self._is_declined:
            self.announced.emit(tr("The tabs were read"))


def _open(path: str, *, keep_lists: bool) -> OpenedText | Catalogue | None:
    """What a tab holds; None for a file that is too large."""
    try:
        if Path(file_of(path)).stat().st_size > LARGEST:
            return None
    except (OSError, ValueError):
        # Why it cannot be read is told by reading it.
        pass
    return open_file(path, keep_lists=keep_lists)


def progress_words(state: Unread) -> str:
    """How far reading is."""
    return tr("Reading tabs: {done} of {total}…", done=state.done, total=state.total)
