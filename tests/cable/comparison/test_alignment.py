from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cable.comparison import alignment
from reader.cable.comparison.alignment import align

few_words = st.lists(st.sampled_from(["the", "ferry", "pier", "lamp"]), max_size=30)


def common(here, there):
    return [here[run.here + step] for run in align(here, there) for step in range(run.length)]


def rebuilt(here, there):
    """Theirs, from ours and what lies between the runs."""
    words = []
    place = 0
    for run in align(here, there):
        words += there[place : run.there]
        words += here[run.here : run.here + run.length]
        place = run.there + run.length
    return words + list(there[place:])


def longest_common(here, there):
    best = [[0] * (len(there) + 1) for _ in range(len(here) + 1)]
    for row, left in enumerate(here, 1):
        for column, right in enumerate(there, 1):
            best[row][column] = max(
                best[row - 1][column],
                best[row][column - 1],
                best[row - 1][column - 1] + (left == right),
            )
    return best[-1][-1]


def test_what_both_have_is_found():
    here = ["the", "ferry", "leaves", "the", "pier", "at", "noon"]
    there = ["the", "last", "ferry", "leaves", "a", "pier", "at", "one"]
    assert common(here, there) == ["the", "ferry", "leaves", "pier", "at"]
    assert align(here, there)[1] == (1, 2, 2)


@pytest.mark.parametrize(("here", "there"), [([], []), (["a"], []), ([], ["a"]), (["a"], ["b"])])
def test_nothing_in_common(here, there):
    assert align(here, there) == []


@given(few_words, few_words)
def test_a_short_stretch_is_aligned_exactly(here, there):
    assert len(common(here, there)) == longest_common(here, there)


@given(few_words, few_words)
def test_the_rest_makes_theirs_of_ours(here, there):
    assert rebuilt(here, there) == there


@given(few_words, few_words)
def test_runs_rise_and_never_overlap(here, there):
    left = right = 0
    for run in align(here, there):
        assert run.length > 0
        assert run.here >= left
        assert run.there >= right
        left, right = run.here + run.length, run.there + run.length


@pytest.fixture
def coarse(monkeypatch):
    """Stretches as if they were a thousand times as long."""
    monkeypatch.setattr(alignment, "EXACT", 9)
    monkeypatch.setattr(alignment, "PIECE", 3)


@pytest.mark.usefixtures("coarse")
class TestLongStretches:
    @given(few_words, few_words)
    def test_the_rest_makes_theirs_of_ours(self, here, there):
        alignment.EXACT, alignment.PIECE = 9, 3
        assert rebuilt(here, there) == there

    def test_words_that_stand_once_are_anchors(self):
        here = ["a", "b", "a", "b", "lens", "a", "b", "a", "b", "pier", "a", "b"]
        there = ["b", "a", "b", "b", "lens", "b", "b", "a", "a", "pier", "b", "a"]
        assert {"lens", "pier"} <= set(common(here, there))

    def test_words_in_a_row_are_anchors_where_no_word_stands_once(self):
        here = ["x", "y", "z", "x", "z", "y", "q", "q"] * 2 + ["z", "z", "z"]
        there = ["q", "q"] + ["z", "z", "z"] + ["y", "x"] * 3
        assert common(here, there).count("z") == 3


def hostile(size):
    """Pairs of texts that other ways of comparing take quadratic time for."""
    chance = random.Random(5)
    vocabulary = [f"w{number}" for number in range(400)]
    words = chance.choices(vocabulary, k=size)
    yield ["a"] * size, ["a"] * (size - 7)
    yield words, chance.choices(vocabulary, k=size)
    yield words, ["z"] * size
    yield words, words[::-1]
    yield words, [word for word in words for _ in "12"]
    yield chance.choices("ab", k=size), chance.choices("ab", k=size)
    yield list("abcde") * (size // 5), list("abcdf") * (size // 5)


def test_the_work_grows_with_the_texts_alone(monkeypatch):
    """Ten times the words are ten times the work, counted in words that are looked at."""
    exact, divide = alignment._exact, alignment._divide
    work = []

    def count_exact(ours, theirs, stretch):
        here, here_end, there, there_end, _ = stretch
        work.append((here_end - here) * (there_end - there) / alignment.PIECE)
        return exact(ours, theirs, stretch)

    def count_divide(ours, theirs, stretch):
        work.append(stretch.here_end - stretch.here + stretch.there_end - stretch.there)
        return divide(ours, theirs, stretch)

    monkeypatch.setattr(alignment, "EXACT", 160_000)
    monkeypatch.setattr(alignment, "PIECE", 200)
    monkeypatch.setattr(alignment, "_exact", count_exact)
    monkeypatch.setattr(alignment, "_divide", count_divide)
    for short, long in zip(hostile(2_000), hostile(20_000), strict=True):
        amounts = []
        for pair in (short, long):
            work.clear()
            align(*pair)
            amounts.append(sum(work))
        assert amounts[1] <= 20 * amounts[0] + 1_000
