"""A regular expression is looked for in another process, which is ended when its time is over."""

from __future__ import annotations

import json
import sys
from array import array
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from reader.desktop.panels.page import pattern_search
from reader.desktop.panels.page.pattern_search import ASKED, FOUND, TIME
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

GRACE: Final = 3.0
"""Seconds after which the process is ended, if it has not ended itself by then."""


class PatternSearch(QObject):
    """Looks for one pattern at a time; the window goes on meanwhile."""

    found = Signal(object)
    """Three numbers a hit: the number of the text, where the hit begins and ends."""
    failed = Signal(str)
    """A sentence: why there is no answer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(round((TIME + GRACE) * 1000))
        self._limit.timeout.connect(self._give_up)

    def look(self, pattern: str, texts: Sequence[str], *, match_case: bool) -> None:
        """Look for a pattern; one that is still looked for is forgotten."""
        self.stop()
        process = self._process = QProcess(self)
        program, *words = search_command()
        process.setProgram(program)
        process.setArguments(words)
        process.finished.connect(self._take)
        process.errorOccurred.connect(self._tell_error)
        process.start()
        process.write(pattern_search.request(pattern, texts, match_case=match_case))
        process.closeWriteChannel()
        self._limit.start()

    def is_running(self) -> bool:
        """Whether a pattern is being looked for."""
        return self._process is not None

    def stop(self) -> None:
        """Forget what is being looked for, and end its process."""
        self._limit.stop()
        process, self._process = self._process, None
        if process is None:
            return
        process.finished.disconnect(self._take)
        process.errorOccurred.disconnect(self._tell_error)
        if process.state() is not QProcess.ProcessState.NotRunning:
            process.kill()
            process.waitForFinished(1000)
        process.deleteLater()

    def _take(self) -> None:
        process = self._process
        if process is None:
            return
        said = bytes(process.readAllStandardOutput().data())
        self.stop()
        if said.startswith(FOUND):
            self.found.emit(array("Q", said[1:]))
        elif said:
            why, place = json.loads(said[1:])
            self.failed.emit(_unreadable(why, place))
        else:
            self.failed.emit(_too_long())

    def _give_up(self) -> None:
        self.stop()
        self.failed.emit(_too_long())

    def _tell_error(self, error: QProcess.ProcessError) -> None:
        # That it was ended, or did not read all, `finished` tells as well.
        if error is QProcess.ProcessError.FailedToStart:
            self.stop()
            self.failed.emit(
                tr("Patterns cannot be looked for here: the program could not start its search.")
            )


def search_command() -> list[str]:
    """How the process is started: this Python with the file alone, or the frozen program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, ASKED]
    # Without the user's packages and settings, which would take ten times as long to load.
    return [sys.executable, "-I", "-S", pattern_search.__file__]


def _too_long() -> str:
    return tr(
        "The pattern took more than {seconds} seconds and was stopped. "
        "Repeats within repeats, as in (a+)+, take too long: make it simpler.",
        seconds=round(TIME),
    )


def _unreadable(why: str, place: int) -> str:
    if place:
        return tr("This is no pattern yet, see character {place}: {why}.", place=place, why=why)
    return tr("This is no pattern: {why}.", why=why)
