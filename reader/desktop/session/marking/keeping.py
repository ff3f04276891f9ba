"""The store of the marks as the window sees it: opened, watched, rescued, in a thread of its own.

When the store fails, the reader is told in a banner, and reading goes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from reader.desktop.session.notice import Notice, notice_of
from reader.desktop.session.shelf import Shelf
from reader.errors import ReaderError
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.desktop.jobs import Jobs
    from reader.errors import StoreError
    from reader.store.group_commit import GroupCommit
    from reader.store.history import Step
    from reader.store.marks import Change

LANE: Final = "bookmarks"
"""All work on the store is done in this lane, in order; it is finished before the program ends."""
WATCHED_EVERY: Final = 5_000
"""Milliseconds between two looks at whether the store's file is in its place (SAFETY.md), and
whether another window has changed something in it."""
NOTICE: Final = "bookmarks"


class Keeping(QObject):
    """Has work done on the store, and looks after it; what is shown of it is not decided here."""

    noticed = Signal(object)
    withdrawn = Signal(str)
    announced = Signal(str)
    stored = Signal()
    """Something in the store was changed, here or in another window."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._shelf = Shelf()
        self._group_commit: GroupCommit | None = None
        self._is_started = False
        self._was_in_place = True
        self._watch = QTimer(self)
        self._watch.setInterval(WATCHED_EVERY)
        self._watch.timeout.connect(self._look_for_file)

    @property
    def is_started(self) -> bool:
        """Whether the store may be asked."""
        return self._is_started

    def start(self) -> None:
        """Open the store, once the reader has something to read."""
        self._is_started = True
        self.ask(Shelf.notices, self._tell_opening)
        self.look()
        self.ask(Shelf.back_up, nothing)
        self._watch.start()

    def end(self) -> None:
        """Close the store behind all that is still to be saved."""
        self._watch.stop()
        if self._is_started:
            self._is_started = False
            shelf = self._shelf
            self._jobs.run(shelf.close, done=nothing, failed=nothing, lane=LANE)

    def look(self) -> None:
        """Read anew what is shown: another window may have changed it."""
        self.stored.emit()

    def ask(
        self,
        work: Callable[[Shelf], Any],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Have work done on the store, behind all that was asked before."""
        if self._group_commit is not None:
            self._group_commit.fence()
        self._run(
            lambda: work(self._shelf),
            lambda result: void(done(result)),
            self.tell_failure if failed is None else lambda error: void(failed(error)),
        )

    def read(self, work: Callable[[Shelf], Any], done: Callable[[Any], object]) -> None:
        """Read something behind what was submitted; where that fails, its own failure was told.

        What is submitted next may be committed together with what was before.
        """
        self._run(lambda: work(self._shelf), lambda result: void(done(result)), nothing)

    def submit(
        self,
        changes: Sequence[Change],
        title: str,
        saved: Callable[[Step], object],
        failed: Callable[[StoreError], object],
    ) -> None:
        """Have changes kept as one step; those that wait together are committed together.

        `saved` is called when they are on the disk, else `failed`.
        """
        from reader.store.writing import Group  # noqa: PLC0415

        if self._group_commit is None:
            from reader.store.group_commit import GroupCommit  # noqa: PLC0415

            self._group_commit = GroupCommit(self._shelf.store, self._run)
        self._group_commit.submit(Group(changes, title), saved=saved, failed=failed)

    def _run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._jobs.run(work, done=done, failed=failed, lane=LANE)

    # When something is wrong with it.

    def recover(self) -> None:
        """Save what is readable in a damaged store, and go on with that."""
        self.ask(Shelf.recover, self._go_on)

    def rescue(self) -> None:
        """Save all of a store whose file was moved or replaced, and go on with that."""
        self.ask(Shelf.rescue, self._go_on)

    def _go_on(self, message: str) -> None:
        self._was_in_place = True
        self.noticed.emit(Notice(message, is_error=False, key=NOTICE))
        self.look()

    def _look_for_file(self) -> None:
        self.ask(Shelf.is_in_place, self._tell_place)
        self.ask(Shelf.has_changed_elsewhere, self._look_if, nothing)

    def _look_if(self, has_changed: bool) -> None:
        if has_changed:
            self.look()

    def _tell_place(self, is_in_place: bool) -> None:
        if self._was_in_place and not is_in_place:
            self.noticed.emit(
                Notice(
                    tr(
                        "The file of your bookmarks was moved, deleted or replaced while it was "
                        "open."
                    ),
                    hint=tr("Rescue the bookmarks: all that was saved is written to a new file."),
                    key=NOTICE,
                    action_title=tr("Rescue"),
                    action=self.rescue,
                )
            )
        self._was_in_place = is_in_place

    def tell_failure(self, error: Exception) -> None:
        """Tell what went wrong with the store; what no one expected is raised again."""
        if not isinstance(error, ReaderError):
            raise error
        notice = notice_of(error, NOTICE)
        from reader.store.database import DamagedStore, MovedStore  # noqa: PLC0415

        if isinstance(error, DamagedStore):
            notice = notice._replace(action_title=tr("Recover"), action=self.recover)
        elif isinstance(error, MovedStore):
            notice = notice._replace(action_title=tr("Rescue"), action=self.rescue)
        self.noticed.emit(notice)

    def _tell_opening(self, notices: tuple[str, ...]) -> None:
        for words in notices:
            self.noticed.emit(Notice(words, is_error=False, key=NOTICE))


def nothing(_: object) -> None:
    """Nobody asks any more."""


def void(_: object) -> None:
    """What a listener returns is of no interest."""
