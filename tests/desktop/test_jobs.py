from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtCore import QThread

from reader.desktop.jobs import Jobs
from tests.patience import PATIENCE


@pytest.fixture
def jobs(qtbot):
    jobs = Jobs()
    yield jobs
    assert jobs.finish()


def test_work_is_done_elsewhere_and_told_here(jobs, qtbot):
    told = []
    here = QThread.currentThread()
    jobs.run(
        threading.get_ident,
        done=lambda ident: told.append((ident, QThread.currentThread() is here)),
        failed=told.append,
    )
    qtbot.waitUntil(lambda: bool(told))
    [(worker, is_here)] = told
    assert worker != threading.get_ident()
    assert is_here


def test_an_error_is_handed_over(jobs, qtbot):
    told = []
    jobs.run(lambda: 1 / 0, done=told.append, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], ZeroDivisionError)


def test_work_of_a_lane_is_done_in_order_by_one_thread(jobs, qtbot):
    done, idents = [], set()

    def work(number):
        idents.add(threading.get_ident())
        return number

    for number in range(50):
        jobs.run(lambda number=number: work(number), done=done.append, failed=done.append, lane="l")
    qtbot.waitUntil(lambda: len(done) == 50)
    assert done == list(range(50))
    assert len(idents) == 1


def test_the_end_waits_for_lanes_and_for_nothing_else(qtbot):
    jobs = Jobs()
    slow, kept = threading.Event(), []
    jobs.run(slow.wait, done=kept.append, failed=kept.append)

    def save():
        kept.append("saved")

    jobs.run(save, done=lambda _: None, failed=lambda _: None, lane="bookmarks")
    assert jobs.finish()
    assert kept == ["saved"]
    slow.set()


def test_a_result_for_a_window_that_has_gone_is_dropped(qtbot):
    jobs = Jobs()
    go, ended = threading.Event(), threading.Event()

    def work():
        go.wait()
        ended.set()

    jobs.run(work, done=lambda _: None, failed=lambda _: None)
    del jobs
    go.set()
    assert ended.wait(PATIENCE)


def test_garbage_is_never_looked_for_in_a_worker(qtbot):
    """A widget that only garbage holds would be deleted in the wrong thread, and crash."""
    gc.enable()
    gc.collect()
    looked_in, done = set(), []

    def note(*_):
        looked_in.add(threading.current_thread())

    jobs = Jobs()
    gc.callbacks.append(note)
    try:
        jobs.run(
            lambda: (len([[number] for number in range(50_000)]), threading.current_thread()),
            done=done.append,
            failed=done.append,
        )
        qtbot.waitUntil(lambda: bool(done))
    finally:
        gc.callbacks.remove(note)
    [(made, worker)] = done
    assert made == 50_000
    assert worker not in looked_in
    assert gc.isenabled()
    assert jobs.finish()
