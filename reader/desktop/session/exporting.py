"""What is taken away: one cable at a time is set, then written to a file or sent to a printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from reader.desktop.session.notice import Notice, notice_of
from reader.errors import ReaderError
from reader.paths import shown_path, write_private
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.desktop.jobs import Jobs

LOOKED_EVERY: Final = 100
"""Milliseconds between two looks at how far the work is."""
NOTICE: Final = "exporting"


class Cancelled(Exception):
    """The reader does not want the work to be done any more."""


class Meter:
    """How far work is that a worker does, and whether it is still wanted."""

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self.is_cancelled = False

    def progress(self, done: int, total: int) -> None:
        """Note how far the work is; the worker calls it."""
        self.done, self.total = done, total

    def cancelled(self) -> bool:
        """Whether the worker is to stop."""
        return self.is_cancelled


class Exporting(QObject):
    """Saves and prints in a thread of its own, one thing at a time."""

    started = Signal(str)
    """What is being done, in words."""
    progressed = Signal(int, int)
    """How many pages are done, of how many."""
    ended = Signal()
    noticed = Signal(object)
    withdrawn = Signal(str)
    announced = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._meter: Meter | None = None
        self._look = QTimer(self)
        self._look.setInterval(LOOKED_EVERY)
        self._look.timeout.connect(self._tell_progress)

    def is_busy(self) -> bool:
        """Whether something is being saved or printed."""
        return self._meter is not None

    def save(self, path: str, write: Callable[[Meter], bytes], *, replaces: bool = False) -> None:
        """Write what `write` gives to a file, whole or not at all.

        A file that is there is left as it is, unless `replaces` says that the reader agreed.
        """
        target = Path(path)
        name = shown_path(target.name)

        def work(meter: Meter) -> None:
            if target.exists() and not target.is_file():
                raise ReaderError(
                    tr("{name} is no ordinary file, and was not replaced.", name=name),
                    hint=tr("Choose another name."),
                )
            write_private(target, write(meter), replaces=replaces)

        self.run(tr("Saving {name}…", name=name), work, tr("Saved: {name}", name=name))

    def run(self, title: str, work: Callable[[Meter], object], done: str) -> None:
        """Do some work that may be cancelled; `done` is said when it is done."""
        if self._meter is not None:
            self.noticed.emit(
                Notice(
                    tr("Something else is still being saved or printed."),
                    hint=tr("Wait until it is done, or cancel it."),
                    is_error=False,
                    key=NOTICE,
                )
            )
            return
        meter = self._meter = Meter()
        self.withdrawn.emit(NOTICE)
        self._look.start()
        self.started.emit(title)
        self.announced.emit(title)
        self._jobs.run(
            lambda: work(meter), done=lambda _: self._finish(done), failed=self._fail, lane=NOTICE
        )

    def cancel(self) -> None:
        """Stop what is being done as soon as can be."""
        if self._meter is not None:
            self._meter.is_cancelled = True

    def _finish(self, words: str) -> None:
        self._end()
        self.noticed.emit(Notice(words, is_error=False, is_brief=True, key=NOTICE))

    def _fail(self, error: Exception) -> None:
        self._end()
        if isinstance(error, Cancelled):
            self.announced.emit(tr("Cancelled"))
        elif isinstance(error, ReaderError):
            self.noticed.emit(notice_of(error, NOTICE))
        elif isinstance(error, OSError):
            self.noticed.emit(
                Notice(
                    tr("The pages could not be printed."),
                    hint=tr("Look after the printer, or save a PDF instead."),
                    detail=type(error).__name__,
                    key=NOTICE,
                )
            )
        else:
            raise error

    def _end(self) -> None:
        self._meter = None
        self._look.stop()
        self.ended.emit()

    def _tell_progress(self) -> None:
        meter: Any = self._meter
        if meter is not None and meter.total:
            self.progressed.emit(meter.done, meter.total)
