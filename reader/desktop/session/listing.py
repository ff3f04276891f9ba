"""The list of cables that is open: filled by one worker, filtered and sorted by another."""

from __future__ import annotations

import os
from enum import Enum
from time import perf_counter
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from reader.desktop.session.lists import HeldList
from reader.desktop.session.notice import notice_of
from reader.desktop.session.selection import Selection, Wish, select
from reader.errors import ReaderError
from reader.paths import shown_path

if TYPE_CHECKING:
    from reader.desktop.jobs import Jobs
    from reader.intake.catalogue import Catalogue

TICK: Final = 120
"""Milliseconds between two looks at how far the list is made."""
REST: Final = 4.0
"""While the list grows, it is selected from anew after this many times as long as that takes."""


class State(Enum):
    """How far a list is made."""

    GROWING = "growing"
    STOPPED = "stopped"
    """By the reader, or by a failure; what is there can be used."""
    WHOLE = "whole"


class Progress(NamedTuple):
    """How far a list is made: rows that are there, and about how many there will be."""

    state: State
    rows: int = 0
    about: int = 0
    """0 while nothing can be said."""
    share: float = 0.0
    """Of the file, from 0 to 1."""


class Filling:
    """A worker's way through the file: what it tells, and what it is told."""

    def __init__(self) -> None:
        self.done, self.total = 0, 0
        self._is_stopped = False

    def tell(self, done: int, total: int) -> None:
        """The worker has come so far."""
        self.done, self.total = done, total

    def stop(self) -> None:
        """Have the worker stop soon."""
        self._is_stopped = True

    def is_stopped(self) -> bool:
        """Whether the worker is to stop."""
        return self._is_stopped


class Listing(QObject):
    """What the chooser shows: rows of a list that is whole, or still being made."""

    selected = Signal(object)
    """The Selection to be shown."""
    progressed = Signal(object)
    """A Progress."""
    noticed = Signal(object)

    def __init__(self, jobs: Jobs, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.catalogue = catalogue
        self.held = HeldList(catalogue)
        self.wish = Wish()
        self.name = shown_path(os.path.basename(catalogue.path) or catalogue.path)  # noqa: PTH119
        """What the file or the folder is called."""
        self.row = -1
        """The number of the row at which the reader is; -1 for none yet."""
        self.top = 0
        """Where among the rows shown the first visible one stands."""
        self.selection = select(catalogue.rows, self.wish)
        self._filling: Filling | None = None
        self._is_selecting = False
        self._rested_until = 0.0
        self._is_open = True
        self._state = State.WHOLE if catalogue.is_complete else State.STOPPED
        self._progress = Progress(self._state, len(catalogue.rows))
        self._ticking = QTimer(self)
        self._ticking.setInterval(TICK)
        self._ticking.timeout.connect(self._look)

    # What the reader wants.

    def want(self, wish: Wish) -> None:
        """Show other rows, or in another order."""
        if wish != self.wish:
            self.wish = wish
            self._select()

    def fill(self) -> None:
        """Make the list, from the beginning of the file on."""
        if self._filling is not None or not self._is_open:
            return
        filling = self._filling = Filling()
        self._state = State.GROWING
        held = self.held
        held.take()

        def work() -> bool:
            try:
                return held.catalogue.fill(filling.tell, filling.is_stopped)
            finally:
                held.let_go()

        self._jobs.run(
            work,
            done=lambda is_whole: self._end(State.WHOLE if is_whole else State.STOPPED),
            failed=self._fail,
        )
        self._ticking.start()
        self._look()

    def stop(self) -> None:
        """Leave the list as it is; what is there can be used."""
        if self._filling is not None:
            self._filling.stop()

    def close(self) -> None:
        """Let the file go; workers that read it end soon."""
        if self._is_open:
            self._is_open = False
            self.stop()
            self._ticking.stop()
            self.held.let_go()

    # What the window shows.

    def progress(self) -> Progress:
        """How far the list is made."""
        return self._progress

    def _measure(self) -> None:
        rows, share = len(self.catalogue.rows), 0.0
        if self._filling is not None and self._filling.total:
            share = min(self._filling.done / self._filling.total, 1.0)
        about = round(rows / share) if share else 0
        self._progress = Progress(self._state, rows, about, share)

    def _look(self) -> None:
        self._measure()
        self.progressed.emit(self._progress)
        self._jobs.tidy()
        if perf_counter() >= self._rested_until:
            self._select()

    def _end(self, state: State) -> None:
        if not self._is_open:
            return
        self._ticking.stop()
        self._state = state
        self._measure()
        self._filling = None
        self.progressed.emit(self._progress)
        self._select()

    def _fail(self, error: Exception) -> None:
        self._end(State.STOPPED)
        if not isinstance(error, ReaderError):
            raise error
        if self._is_open:
            self.noticed.emit(notice_of(error, "list"))

    # Selecting: one worker at a time, and none where there is nothing to look for.

    def _select(self) -> None:
        if self._is_selecting:
            return  # it is looked again when that is done
        rows, wish, before = self.catalogue.rows, self.wish, self.selection
        if wish.is_plain():
            self._show(select(rows, wish))
            return
        if wish == before.wish and rows is before.rows and len(rows) == before.seen:
            return
        self._is_selecting = True
        start = perf_counter()

        def done(selection: Selection) -> None:
            self._is_selecting = False
            end = perf_counter()
            self._rested_until = end + (end - start) * REST
            if not self._is_open:
                return
            if selection.wish == self.wish:
                self._show(selection)
            if selection.wish != self.wish or (
                self._filling is None and selection.seen < len(self.catalogue.rows)
            ):
                self._select()

        self._jobs.run(lambda: select(rows, wish, before), done=done, failed=_raise)

    def _show(self, selection: Selection) -> None:
        before = self.selection
        if before.rows is selection.rows and before[1:3] == selection[1:3]:
            return
        self.selection = selection
        self.selected.emit(selection)


def _raise(error: Exception) -> None:
    raise error
