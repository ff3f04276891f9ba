"""Nothing acknowledged is lost by a kill or a power cut; and if it were, it would be noticed."""

from __future__ import annotations

import os
import shutil
import subprocess
from random import Random

import pytest

from tests.crash.harness import crash
from tests.crash.power import cut_power, record

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a process is killed as POSIX does it")


def test_after_thirty_kills_every_acknowledged_mark_is_there():
    result = crash(30, seed=1905)
    assert result.failures == ()
    assert result.rounds == 30
    assert result.acknowledged > 100


def test_an_acknowledgement_before_the_commit_would_be_noticed():
    result = crash(30, seed=1906, is_early=True)
    assert any("not as acknowledged" in failure for failure in result.failures)


def can_trace():
    if not shutil.which("strace"):
        return False
    tried = subprocess.run(["strace", "-o", "/dev/null", "true"], check=False, capture_output=True)
    return tried.returncode == 0


needs_strace = pytest.mark.skipif(not can_trace(), reason="strace cannot trace here")


@needs_strace
def test_after_a_power_cut_every_acknowledged_mark_is_there(tmp_path):
    events, random = record(tmp_path, 1907), Random(1907)
    assert {event.what for event in events} >= {"write", "sync", "say"}
    assert {event.file for event in events if event.what == "sync"} == {
        "bookmarks.db",
        "bookmarks.db-wal",
    }
    assert [cut_power(events, random) for _ in range(100)] == [""] * 100


@needs_strace
def test_without_waiting_for_the_disk_marks_would_be_lost(tmp_path):
    events, random = record(tmp_path, 1908, "--normal"), Random(1908)
    assert any(cut_power(events, random) for _ in range(100))
