"""Changes that wait are committed together, and each is acknowledged after that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.errors import StoreError
from reader.store.group_commit import MOST_AT_ONCE, GroupCommit
from reader.store.marks import Put
from reader.store.writing import Group
from tests.store.made_up import made_mark, made_marks

if TYPE_CHECKING:
    from reader.store.bookmarks import Bookmarks


class Lane:
    """A worker that does nothing until it is told to."""

    def __init__(self):
        self.jobs = []

    def run(self, work, done, failed):
        self.jobs.append((work, done, failed))

    def work_off(self):
        """Do the work, and only then deliver the results, as a busy window would see them."""
        jobs, self.jobs = self.jobs, []
        results = []
        for work, done, failed in jobs:
            try:
                results.append((done, work()))
            except (StoreError, ZeroDivisionError) as error:
                results.append((failed, error))
        for tell, result in results:
            tell(result)


class Desk:
    """Notes what was acknowledged."""

    def __init__(self, bookmarks):
        self.bookmarks = bookmarks
        self.lane = Lane()
        self.saved = []
        self.failed = []
        self.commits = 0
        self.group_commit = GroupCommit(self.counting, self.lane.run)

    def counting(self):
        self.commits += 1
        return self.bookmarks

    def submit(self, *marks):
        self.group_commit.submit(
            Group([Put(mark) for mark in marks], "Add"),
            saved=self.saved.append,
            failed=self.failed.append,
        )


@pytest.fixture
def desk(bookmarks):
    return Desk(bookmarks)


def test_what_waits_is_committed_once_and_acknowledged_one_by_one(desk):
    for mark in made_marks(20):
        desk.submit(mark)
    assert not desk.group_commit.is_saved
    assert desk.saved == []
    desk.lane.work_off()
    assert desk.commits == 1
    assert [step.marks for step in desk.saved] == [(mark,) for mark in made_marks(20)]
    assert desk.group_commit.is_saved
    assert list(desk.bookmarks.all_marks()) == made_marks(20)


def test_each_is_a_step_of_its_own(desk):
    desk.submit(made_mark(0))
    desk.submit(made_mark(1), made_mark(2))
    desk.lane.work_off()
    desk.bookmarks.undo()
    assert list(desk.bookmarks.all_marks()) == made_marks(1)


def test_one_that_cannot_be_kept_fails_alone(desk):
    desk.submit(made_mark(0))
    desk.submit(made_mark(1, note="x" * 1_000_001))
    desk.submit(made_mark(2))
    desk.lane.work_off()
    assert len(desk.saved) == 2
    assert "too long" in desk.failed[0].message
    assert desk.group_commit.is_saved


def test_when_the_commit_fails_none_is_acknowledged(desk, path):
    desk.submit(made_mark(0))
    desk.submit(made_mark(1))
    path.unlink()
    desk.lane.work_off()
    assert desk.saved == []
    assert [type(error).__name__ for error in desk.failed] == ["MovedStore"] * 2


def test_what_is_asked_between_two_keeps_its_place(desk):
    desk.submit(made_mark(0))
    desk.submit(made_mark(1))
    desk.group_commit.fence()
    desk.lane.run(desk.bookmarks.undo, lambda _: None, print)
    desk.submit(made_mark(2))
    desk.lane.work_off()
    assert desk.commits == 2
    assert list(desk.bookmarks.all_marks()) == [made_mark(0), made_mark(2)]


def test_there_is_a_limit_to_one_commit(desk):
    for mark in made_marks(MOST_AT_ONCE + 1):
        desk.submit(mark)
    desk.lane.work_off()
    assert desk.commits == 2
    assert len(desk.saved) == MOST_AT_ONCE + 1


def test_a_store_that_cannot_be_opened_fails_what_waits():
    def closed() -> Bookmarks:
        raise StoreError("There is no home folder to keep anything in.")

    lane, failed = Lane(), []
    group_commit = GroupCommit(closed, lane.run)
    group_commit.submit(
        Group([Put(made_mark(0))], "Add"), saved=failed.append, failed=failed.append
    )
    lane.work_off()
    assert "no home folder" in failed[0].message


def test_a_bug_is_not_swallowed():
    def broken() -> Bookmarks:
        raise ZeroDivisionError

    lane = Lane()
    group_commit = GroupCommit(broken, lane.run)
    group_commit.submit(Group([Put(made_mark(0))], "Add"), saved=print, failed=print)
    with pytest.raises(ZeroDivisionError):
        lane.work_off()
