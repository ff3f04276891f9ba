"""Anchors: the words of a place and what stands around them."""

import pytest

from reader.store.anchors import Placement, make_anchor, place_anchor
from tests.desktop.panels.cables import cable

PIER = "The pier is short. The lamp burned at noon, and nobody wrote it down."
HONEY = "Honey is sold by the jar. The pier is short."


def test_an_anchor_keeps_the_words_and_what_stands_around_them():
    anchor = make_anchor(cable("Summary: none.", PIER, HONEY), 1, 4, 8)
    assert (anchor.exact, anchor.prefix, anchor.suffix) == (
        "pier", "Summary: none.\nThe ", " is short. The lamp burned at no",
    )  # fmt: skip
    assert (anchor.canonical_id, anchor.ordinal, anchor.number) == ("09REYKJAVIK9017", 1, 2)


def test_an_anchor_over_paragraphs_joins_their_words():
    anchor = make_anchor(cable("One.", "Two.", "Three, four."), 0, 2, 5, last_ordinal=2)
    assert anchor.exact == "e.\nTwo.\nThree"
    assert (anchor.last_ordinal, anchor.end, anchor.suffix) == (2, 5, ", four.")


def test_by_default_the_anchor_is_the_whole_paragraph():
    anchor = make_anchor(cable(PIER, HONEY), 1)
    assert (anchor.exact, anchor.start, anchor.end, anchor.suffix) == (HONEY, 0, len(HONEY), "")


def test_a_paragraph_that_is_not_there_has_no_anchor():
    with pytest.raises(IndexError):
        make_anchor(cable(PIER), 1)


def test_the_very_words_in_the_very_place_are_certain():
    whole = cable(PIER, HONEY)
    anchor = make_anchor(whole, 1, 26)
    assert place_anchor(anchor, whole) == Placement(1, 26, len(HONEY), 1, 1.0, is_certain=True)
