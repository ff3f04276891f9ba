"""Whatever a telegram holds, all of it can be explained, and nothing of it is lost or made up."""

from __future__ import annotations

import random

import pytest

from reader.cable.explanations.anatomy import explain_part, parts_of
from reader.cable.explanations.claims import claims_of
from reader.cable.explanations.glossary import glossary
from reader.cable.explanations.remarks import KINDS, remarks_of
from reader.cable.explanations.topics import TOPICS, explain
from reader.cable.grammar import parse
from reader.cable.model import Telegram
from reader.errors import NotACable
from tests.mutations import mutated_telegram
from tests.telegrams import make_telegram


def read(seed):
    """A made-up telegram; every second one is damaged."""
    source = random.Random(seed)
    text = make_telegram(source) if seed % 2 else mutated_telegram(source)
    try:
        return parse(Telegram(text))
    except NotACable:
        pytest.skip("too little of it is left")


@pytest.mark.parametrize("seed", range(24))
def test_every_part_of_any_telegram_is_explained(seed):
    cable = read(seed)
    place = 0
    for part in parts_of(cable):
        assert place <= part.start < part.end
        assert not any(sign.isalnum() for sign in cable.text[place : part.start])
        assert explain_part(cable, part).title
        place = part.end
    assert not any(sign.isalnum() for sign in cable.text[place:])
    for topic in TOPICS:
        explanation = explain(cable, topic)
        assert explanation.title and explanation.words()
        assert 0 <= explanation.span.start <= explanation.span.end <= len(cable.text)


@pytest.mark.parametrize("seed", range(24))
def test_acronyms_and_remarks_of_any_telegram_have_their_places(seed):
    cable = read(seed)
    for term in glossary(cable):
        for ordinal, start, end in term.places:
            printed = cable.paragraphs[ordinal].text[start:end]
            assert printed.upper().rstrip("S").startswith(term.word.upper().rstrip("S"))
    assert claims_of(cable) == ()
    assert {remark.problem.rule for remark in remarks_of(cable)} <= KINDS.keys()
