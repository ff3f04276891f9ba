"""The only threads: work that would keep the window waiting, and its way back to the window.

A worker is a thread of Python's that nobody waits for at the end, since a file on a dead network
drive would hold the program up for ever. What must not be cut short goes into a named lane: the
work of a lane is done in order, by one thread, and `finish` waits for it.

Python looks for garbage in whichever thread happens to make the next object, and Qt must not lose a
widget in any but its own: while there is work under way, only the thread of the window looks.
"""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from reader.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable
    from queue import SimpleQueue
    from threading import Thread
    from typing import Any

PATIENCE: Final = 10.0
"""Seconds that `finish` waits for the lanes."""
TURN: Final = 0.001
"""Seconds that a worker goes on while the window waits for its turn; Python's own are five times
as many, and painting a full table waits for dozens of turns."""
LITTER: Final = 20_000
"""Objects, made since garbage was last looked for, after which `tidy` looks."""


class Job(Record):
    """Work to be done elsewhere, and what is called with its result or its exception here."""

    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class Jobs(QObject):
    """Runs work in threads; results arrive in the thread of the window.

    It belongs to the application: a worker that ends last must not be the one that deletes it.
    """

    _ended = Signal(object, object, object)
    """The job, its result, its exception or None."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.instance())
        self._lanes: dict[str, tuple[SimpleQueue[Job | None], Thread]] = {}
        self._under_way = 0
        self._is_over = False
        self._collects = gc.isenabled()
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        lane: str = "",
    ) -> None:
        """Do `work` in another thread, then call `done` with its result in this one.

        An exception goes to `failed` instead. Work of the same lane is done in order.
        """
        job = Job(work, done, failed)
        self._under_way += 1
        gc.disable()
        if lane:
            self._queue(lane).put(job)
        else:
            self._start(lambda: self._do(job), "job")

    def collect_garbage(self) -> None:
        """Have Python look for garbage from now on, while no work is under way."""
        self._collects = True
        self._settle()

    def tidy(self) -> None:
        """Look for garbage in this thread, if there may be much, although work is under way."""
        if self._collects and gc.get_count()[0] > LITTER:
            gc.collect(1)

    def _settle(self) -> None:
        if self._collects and not self._under_way:
            gc.enable()

    def finish(self) -> bool:
        """Wait until all that was put into lanes is done; False if that takes too long.

        Results that arrive from now on are not delivered: the window is closing.
        """
        for queue, _ in self._lanes.values():
            queue.put(None)
        for _, thread in self._lanes.values():
            thread.join(PATIENCE)
        is_finished = not any(thread.is_alive() for _, thread in self._lanes.values())
        self._is_over = True
        self._lanes.clear()
        self._under_way = 0
        self._settle()
        return is_finished

    def _queue(self, lane: str) -> SimpleQueue[Job | None]:
        if lane not in self._lanes:
            from queue import SimpleQueue  # noqa: PLC0415

            queue: SimpleQueue[Job | None] = SimpleQueue()
            self._lanes[lane] = queue, self._start(lambda: self._work_off(queue), lane)
        return self._lanes[lane][0]

    def _start(self, target: Callable[[], None], name: str) -> Thread:
        from threading import Thread  # noqa: PLC0415

        sys.setswitchinterval(TURN)
        thread = Thread(target=target, name=name, daemon=True)
        thread.start()
        return thread

    def _work_off(self, queue: SimpleQueue[Job | None]) -> None:
        while (job := queue.get()) is not None:
            self._do(job)

    def _do(self, job: Job) -> None:
        result, error = None, None
        try:
            result = job.work()
        except Exception as raised:  # noqa: BLE001  handed over, and raised again if it is a bug
            error = raised
        try:
            self._ended.emit(job, result, error)
        except RuntimeError:
            # The window has gone while the work was done; nobody asks any more.
            return

    def _deliver(self, job: Job, result: object, error: Exception | None) -> None:
        if self._is_over:
            return
        self._under_way -= 1
        self._settle()
        if error is None:
            job.done(result)
        else:
            job.failed(error)
