"""Opening: at once where that takes no time, else by a worker; only the last one counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.desktop.session.document import OpenedText
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.desktop.jobs import Jobs
    from reader.intake.catalogue import Catalogue


class Opening(QObject):
    """Reads texts and lists for the session."""

    changed = Signal(str)
    """The name of what is being read; empty when nothing is any more."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._latest = 0

    def forget(self) -> None:
        """Whatever is still being read is not wanted any more."""
        self._latest += 1
        self.changed.emit("")

    def run(
        self,
        work: Callable[[], OpenedText | Catalogue],
        done: Callable[[OpenedText | Catalogue], None],
        failed: Callable[[ReaderError], None],
        name: str = "",
    ) -> None:
        """Do the work, by a worker where it has a name to tell; then `done`, unless another came.

        `failed` is told what can be expected to go wrong.
        """
        self._latest += 1
        if name:
            self.changed.emit(name)
            self._hand_over(work, done, failed, self._latest)
            return
        try:
            opened = work()
        except ReaderError as error:
            failed(error)
        else:
            done(opened)

    def _hand_over(
        self,
        work: Callable[[], OpenedText | Catalogue],
        done: Callable[[OpenedText | Catalogue], None],
        failed: Callable[[ReaderError], None],
        number: int,
    ) -> None:
        def arrived(opened: OpenedText | Catalogue) -> None:
            if number == self._latest:
                self.changed.emit("")
                done(opened)
            elif not isinstance(opened, OpenedText):
                opened.close()

        def fell_through(error: Exception) -> None:
            if number == self._latest:
                self.changed.emit("")
            if not isinstance(error, ReaderError):
                raise error
            if number == self._latest:
                failed(error)

        self._jobs.run(work, done=arrived, failed=fell_through)
