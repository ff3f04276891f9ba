from __future__ import annotations

from reader.cable.explanations.portions import (
    filter_words,
    left_out,
    portions_of,
    stub_words,
)
from tests.desktop.panels.cables import cable, paragraph

MARKED = cable(
    paragraph(0, "One.", marking="U"),
    paragraph(1, "Two.", marking="S//NF"),
    paragraph(2, "Three.", marking="U"),
    paragraph(3, "Four.", marking=None),
)


def test_markings_in_the_order_of_the_text():
    assert portions_of(MARKED) == (("U", 2), ("S//NF", 1), ("", 1))
    assert [portion.words() for portion in portions_of(MARKED)] == [
        "(U)",
        "(S//NF)",
        "without a marking",
    ]


def test_what_a_filter_leaves_out():
    assert left_out(MARKED, {"S//NF", ""}) == (1, 3)
    assert left_out(MARKED, ()) == ()
    words = filter_words(MARKED, {"S//NF", ""}, is_hidden=True)
    assert words == "2 of 4 paragraphs hidden: (S//NF), without a marking"
    assert filter_words(MARKED, {"U"}, is_hidden=False) == "2 of 4 paragraphs dimmed: (U)"
    assert filter_words(MARKED, (), is_hidden=True) == "Every paragraph is shown"


def test_what_stands_in_place_of_a_paragraph():
    assert stub_words(MARKED, 1) == "Hidden: (S//NF)"
    assert stub_words(MARKED, 3) == "Hidden: no marking"
