"""A mark as a row and back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.store.rows import (
    BrokenRow,
    checksum,
    keepable_mark,
    kept,
    mark_of,
    microseconds,
    moment,
    row_of,
)
from tests.store.made_up import made_mark, made_marks


@pytest.mark.parametrize("mark", made_marks(12), ids=lambda mark: mark.note[-3:-1])
def test_a_row_is_the_mark_again(mark):
    assert mark_of(row_of(mark)) == mark


@given(
    st.text(st.characters(), max_size=40),
    st.text(st.characters(), max_size=40),
    st.datetimes(timezones=st.timezones()),
)
def test_whatever_is_written_is_read(note, label, when):
    mark = keepable_mark(made_mark(note=note, labels=(label,), changed=when))
    assert mark_of(row_of(mark)) == mark
    assert keepable_mark(mark) is mark


@pytest.mark.parametrize("column", range(len(row_of(made_mark(1)))))
def test_every_value_is_under_the_checksum(column):
    row = list(row_of(made_mark(1)))
    row[column] = {int: 7_777, str: "puffin", bytes: b"/puffin", type(None): 0}[type(row[column])]
    with pytest.raises(BrokenRow):
        mark_of(tuple(row))


def test_a_value_that_moves_into_its_neighbour_is_seen():
    assert checksum("mark", ("ab", "c")) != checksum("mark", ("a", "bc"))
    assert checksum("mark", ("1",)) != checksum("mark", (1,)) != checksum("mark", (b"1",))
    assert checksum("mark", ("a",)) != checksum("history", ("a",))


def test_a_row_that_means_nothing_is_broken_even_with_a_checksum():
    *values, _ = row_of(made_mark(1))
    values[1] = "bonfire"
    with pytest.raises(BrokenRow):
        mark_of((*values, checksum("mark", tuple(values))))


def test_a_path_keeps_bytes_that_are_no_text():
    mark = made_mark(path="/home/keeper/\udcff.txt")
    assert mark_of(row_of(mark)) == mark


def test_half_a_pair_of_surrogates_gives_way():
    assert kept("a\ud800b") == "a\N{REPLACEMENT CHARACTER}b"
    assert kept("a\0b") == "a\0b"


def test_times_are_kept_to_the_microsecond_in_utc():
    when = datetime(2009, 3, 2, 4, 36, 0, 123456, tzinfo=timezone(timedelta(hours=3)))
    assert moment(microseconds(when)) == when
    assert moment(microseconds(when)).tzinfo is UTC
    assert microseconds(datetime(1970, 1, 1)) == 0  # noqa: DTZ001
    assert moment(microseconds(datetime(1, 1, 1, tzinfo=UTC))).year == 1
