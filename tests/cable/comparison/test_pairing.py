from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.cable.comparison import pairing
from reader.cable.comparison.pairing import Item, pair

FERRY = "the museum asks for a later ferry in june"
LENS = "the lens is the northernmost of its kind"
WAFFLES = "the boat pays for itself in waffles"

items = st.lists(
    st.builds(
        Item,
        st.one_of(st.none(), st.integers(1, 4)),
        st.sampled_from([FERRY, LENS, WAFFLES, ""]).map(lambda text: tuple(text.split())),
    ),
    max_size=8,
)


def item(text, number=None):
    return Item(number, tuple(text.split()))


def pairs(here, there):
    return [(list(group.here), list(group.there)) for group in pair(here, there)]


def test_like_paragraphs_belong_together_whatever_their_numbers():
    here = [item(FERRY, 1), item(LENS, 2), item(WAFFLES, 3)]
    there = [item("a new paragraph on honey", 1), item(FERRY + " please", 2), item(WAFFLES, 3)]
    assert pairs(here, there) == [([], [0]), ([0], [1]), ([1], []), ([2], [2])]


def test_the_same_number_tips_the_scales():
    here = [item("ferry museum three four five seven nine", 4)]
    there = [item("ferry museum pier lamp boat quay lens", 4)]
    assert pairs(here, there) == [([0], [0])]
    assert pairs(here, [there[0]._replace(number=5)]) == [([0], []), ([], [0])]


def test_split_and_joined_paragraphs_belong_together():
    whole, parts = [item(f"{FERRY} {LENS}")], [item(FERRY), item(LENS)]
    assert pairs(whole, parts) == [([0], [0, 1])]
    assert pairs(parts, whole) == [([0, 1], [0])]


def test_very_many_paragraphs_are_paired_by_number(monkeypatch):
    monkeypatch.setattr(pairing, "MOST_PAIRS", 3)
    here = [item(f"{FERRY} {number}", number) for number in range(1, 9)]
    there = [item(f"{FERRY} or {number}", number) for number in range(2, 9)]
    assert pairs(here, there) == [([0], [])] + [([place + 1], [place]) for place in range(7)]


@given(items, items)
def test_every_paragraph_is_in_one_group_and_in_order(here, there):
    groups = pair(here, there)
    assert [place for group in groups for place in group.here] == list(range(len(here)))
    assert [place for group in groups for place in group.there] == list(range(len(there)))
    assert all(group.here or group.there for group in groups)
