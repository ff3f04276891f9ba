"""The write-ahead log that a killed program leaves, read as SQLite reads it."""

from __future__ import annotations

import pytest

from reader.store.bookmarks import Bookmarks
from reader.store.database import PAGE_SIZE
from reader.store.log import (
    FRAME_HEADER_SIZE,
    HEADER_SIZE,
    LogReader,
    LogState,
    log_path,
    state_of_log,
)
from tests.store.made_up import made_mark

FRAME = FRAME_HEADER_SIZE + PAGE_SIZE


@pytest.fixture
def left(path, tmp_path):
    """A store that was not closed, and its log."""
    target = tmp_path / "left.db"
    with Bookmarks.open(path) as bookmarks:
        for number in range(3):
            bookmarks.add(made_mark(number))
        target.write_bytes(path.read_bytes())
        log_path(target).write_bytes(log_path(path).read_bytes())
    return target


def damage(left, place, mask=1):
    content = bytearray(log_path(left).read_bytes())
    content[place] ^= mask
    log_path(left).write_bytes(content)


def test_a_store_that_was_closed_has_no_log(bookmarks, path):
    bookmarks.close()
    assert state_of_log(path) is LogState.NONE
    log_path(path).touch()
    assert state_of_log(path) is LogState.NONE


def test_a_log_as_sqlite_wrote_it_is_sound(left):
    assert state_of_log(left) is LogState.SOUND
    with log_path(left).open("rb") as file:
        frames = list(LogReader(file).frames())
    assert all(frame.is_sound for frame in frames)
    assert sum(frame.size_after_commit > 0 for frame in frames) == 3


def test_frames_of_an_earlier_log_are_left_out(left):
    content = log_path(left).read_bytes()
    old = bytearray(content[HEADER_SIZE : HEADER_SIZE + FRAME])
    old[9] ^= 0xFF
    log_path(left).write_bytes(content + bytes(old))
    assert state_of_log(left) is LogState.SOUND


def test_a_frame_that_was_cut_short_is_an_unfinished_write(left):
    content = log_path(left).read_bytes()
    log_path(left).write_bytes(content[:-1])
    assert state_of_log(left) is LogState.SOUND
    damage(left, len(content) - 2 - FRAME)
    assert state_of_log(left) is LogState.UNFINISHED


def test_a_flipped_frame_before_others_is_damage(left):
    damage(left, HEADER_SIZE + FRAME_HEADER_SIZE + 9)
    assert state_of_log(left) is LogState.DAMAGED


@pytest.mark.parametrize("place", [0, 3, 5, 9, 13, 18, 22, 26, 31])
def test_a_flipped_head_is_damage_where_it_has_frames(left, place):
    damage(left, place)
    assert state_of_log(left) is LogState.DAMAGED
    log_path(left).write_bytes(log_path(left).read_bytes()[: HEADER_SIZE + 100])
    assert state_of_log(left) is LogState.UNFINISHED


def test_a_log_of_a_few_bytes_holds_nothing(left):
    log_path(left).write_bytes(b"short")
    assert state_of_log(left) is LogState.UNFINISHED
    with log_path(left).open("rb") as file:
        assert not LogReader(file).is_whole
    with Bookmarks.open(left) as bookmarks:
        assert bookmarks.counts().total == 0
        assert "cut short" in bookmarks.notices[0]
