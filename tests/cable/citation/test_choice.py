"""The citation that a reader has chosen, and what stands in for a choice that there is not."""

import pytest

from reader.cable.citation.choice import cite_as
from tests.cable.citation.cases import SEED, cable


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ("", "09MOSCOW501, para. 9"),
        ("chicago-notes/short", "US Embassy Moscow, 09MOSCOW501, para. 9."),
        ("newsroom", "09MOSCOW501 (UNCLAS//SBU), US Embassy Moscow, 2 Mar 2009, ¶9."),
        ("harvard", "09MOSCOW501, para. 9"),
        ("newsroom/long", "09MOSCOW501, para. 9"),
        ("/", "09MOSCOW501, para. 9"),
    ],
)
def test_a_choice_gives_a_citation(choice, said):
    assert cite_as(SEED, choice, 0).plain == said


def test_the_whole_cable_has_no_paragraph():
    assert cite_as(SEED, "", None).plain == "09MOSCOW501"
    assert cite_as(SEED, "chicago-notes/short", None).plain == "US Embassy Moscow, 09MOSCOW501."
    assert cite_as(cable(cable_id=None, words=()), "", None).plain == "Cable without an id"


def test_several_paragraphs_are_one_citation():
    assert cite_as(cable(), "", 0, 2).plain == "09REYKJAVIK9017, paras. 4–6"
