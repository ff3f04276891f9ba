"""Nothing that was acknowledged is lost when the program is killed, or it would be noticed."""

from __future__ import annotations

import os

import pytest

from tests.crash.harness import crash

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a process is killed as POSIX does it")


def test_after_thirty_kills_every_acknowledged_mark_is_there():
    result = crash(30, seed=1905)
    assert result.failures == ()
    assert result.rounds == 30
    assert result.acknowledged > 100


def test_an_acknowledgement_before_the_commit_would_be_noticed():
    result = crash(30, seed=1906, is_early=True)
    assert any("not as acknowledged" in failure for failure in result.failures)
