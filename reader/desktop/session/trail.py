"""The trail: where the reader came from, to go back there and forth again."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from reader.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.desktop.session.spot import Spot
    from reader.desktop.session.tabs import Tab

LONGEST: Final = 200
"""Stops that are remembered in either direction."""


class Stop(Record):
    """Where a reader was: a tab, of a list the row that was open in it, and the spot."""

    tab: Tab
    row: int
    spot: Spot | None
    """None in a list, or in a tab that is not read."""


class Trail(QObject):
    """The stops behind the reader, and those ahead after going back."""

    changed = Signal()

    def __init__(self, here: Callable[[], Stop | None], parent: QObject | None = None) -> None:
        """`here` tells where the reader is; None while nothing is open."""
        super().__init__(parent)
        self._here = here
        self._past: list[Stop] = []
        self._future: list[Stop] = []
        self._steps = 0
        self._kind = ""
        self._arrival: Stop | None = None

    def can_go_back(self) -> bool:
        """Whether there is a stop behind."""
        return bool(self._past)

    def can_go_forward(self) -> bool:
        """Whether the reader has gone back from somewhere."""
        return bool(self._future)

    @contextmanager
    def step(self, kind: str = "") -> Iterator[None]:
        """Whatever is gone through meanwhile is one step, from where the reader was before.

        Steps of the same kind that follow each other, as from hit to hit, are one step.
        """
        if self._steps:
            yield
            return
        before = self._here()
        self._steps += 1
        try:
            yield
        finally:
            self._steps -= 1
        self.note(before, kind)

    @contextmanager
    def pause(self) -> Iterator[None]:
        """Note no steps meanwhile."""
        self._steps += 1
        try:
            yield
        finally:
            self._steps -= 1

    def note(self, before: Stop | None, kind: str = "") -> None:
        """Note a step that was made: where the reader was before it."""
        if self._steps:
            return
        after = self._here()
        goes_on = bool(kind) and kind == self._kind and _is_near(before, self._arrival)
        self._kind, self._arrival = kind, after
        if before is None or goes_on or _is_same(before, after):
            return
        self._past.append(before)
        del self._past[:-LONGEST]
        self._future.clear()
        self.changed.emit()

    def back(self) -> Stop | None:
        """The stop to go back to; None if there is none."""
        return self._turn(self._past, self._future)

    def forward(self) -> Stop | None:
        """The stop to go forth to again; None if there is none."""
        return self._turn(self._future, self._past)

    def _turn(self, stops: list[Stop], others: list[Stop]) -> Stop | None:
        if not stops:
            return None
        here = self._here()
        stop = stops.pop()
        if here is not None:
            others.append(here)
            del others[:-LONGEST]
        self._kind, self._arrival = "", None
        self.changed.emit()
        return stop

    def keep(self, is_there: Callable[[Tab], bool]) -> None:
        """Forget the stops in tabs that are there no more."""
        for stops in (self._past, self._future):
            stops[:] = [stop for stop in stops if is_there(stop.tab)]
        self.changed.emit()


def _is_near(stop: Stop | None, other: Stop | None) -> bool:
    """Whether two stops are at the same caret, wherever the page was scrolled to."""
    if stop is None or other is None or stop.spot is None or other.spot is None:
        return False
    return stop.tab is other.tab and stop.spot.caret == other.spot.caret


def _is_same(stop: Stop, other: Stop | None) -> bool:
    return other is not None and stop[1:] == other[1:] and stop.tab is other.tab
