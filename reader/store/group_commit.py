"""Saving without making the window wait: single changes are committed together by a worker.

    group_commit = GroupCommit(
        bookmarks,
        lambda work, done, failed: jobs.run(work, done=done, failed=failed, lane="bookmarks"),
    )
    group_commit.submit(Group([Put(mark)], "Add bookmark"), saved=show_star, failed=show_banner)

There is no thread here. `submit` is called by the window; the runner it was given does the work in
the lane of the bookmarks and calls back in the window. What waits when the worker comes to it is
written in one transaction, and `saved` is called for each only after COMMIT: while one commit goes
to the disk, the next gathers. A group that cannot be kept fails alone; when the transaction fails,
all that were in it do, and nothing of them was kept. What else is asked of the lane keeps its place
between groups by `fence`.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from reader.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.store.bookmarks import Bookmarks
    from reader.store.history import Step
    from reader.store.writing import Group

    Runner = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]], None]

MOST_AT_ONCE: Final = 1000
"""Groups in one transaction."""


class Request(NamedTuple):
    """A group of changes that waits, and who is told what became of it."""

    group: Group
    saved: Callable[[Step], object]
    failed: Callable[[StoreError], object]
    field: int
    """Between which fences it was submitted."""


class Outcome(NamedTuple):
    """What became of a request."""

    request: Request
    result: Step | StoreError


class GroupCommit:
    """Gathers changes, has them committed in one transaction, and acknowledges each after it."""

    def __init__(self, bookmarks: Callable[[], Bookmarks], run: Runner) -> None:
        """`bookmarks` gives the store, in the worker; `run` has work done and calls back here."""
        self._bookmarks = bookmarks
        self._run = run
        self._waiting: deque[Request] = deque()
        self._unacknowledged = 0
        self._field = 0

    @property
    def is_saved(self) -> bool:
        """Whether everything that was submitted has been answered."""
        return self._unacknowledged == 0

    def submit(
        self,
        group: Group,
        *,
        saved: Callable[[Step], object],
        failed: Callable[[StoreError], object],
    ) -> None:
        """Have a group kept; `saved` is called when it is on the disk, else `failed`."""
        field = self._field
        self._unacknowledged += 1
        self._waiting.append(Request(group, saved, failed, field))
        self._run(lambda: self.commit_waiting(field), self.acknowledge, self._raise)

    def fence(self) -> None:
        """Commit nothing that is submitted from now on together with what waits already."""
        self._field += 1

    def commit_waiting(self, field: int) -> list[Outcome]:
        """Commit what waits, up to the end of a field; for the worker.

        Empty where an earlier call has taken it along.
        """
        waiting = self._waiting
        requests: list[Request] = []
        while waiting and waiting[0].field <= field and len(requests) < MOST_AT_ONCE:
            requests.append(waiting.popleft())
        if not requests:
            return []
        try:
            results = self._bookmarks().apply_groups([request.group for request in requests])
        except StoreError as error:
            results = [error] * len(requests)
        return list(map(Outcome, requests, results))

    def acknowledge(self, outcomes: list[Outcome]) -> None:
        """Tell everyone what became of their changes; for the window."""
        for request, result in outcomes:
            self._unacknowledged -= 1
            if isinstance(result, StoreError):
                request.failed(result)
            else:
                request.saved(result)

    def _raise(self, error: Exception) -> None:
        raise error
