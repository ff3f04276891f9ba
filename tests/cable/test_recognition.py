from __future__ import annotations

import pytest

from reader.cable.grammar import parse
from reader.cable.model import Envelope, Telegram
from reader.errors import NotACable

LONG = "\nThe keeper winds the lamp, and the lamp burns until the keeper sleeps.\n" * 40

LIST = "\n\n".join(f"{number}. Wind the lamp." for number in range(1, 9))

FRAGMENTS = {
    "a REF line": "REF: A. OSLO 9004",
    "a line of TAGS": "TAGS something",
    "an addressee": "INFO AMEMBASSY OSLO",
    "a subject": "SUBJECT: FOGHORNS",
    "a portion marking in a long text": f"{LONG}\n3. (SBU) The ferry is late.\n{LONG}",
    "a pilcrow before a number": f"{LONG}\n¶3. The ferry is late.\n{LONG}",
    "a station line in a long text": f"DE RUEHNY #9004 0610436\n{LONG}",
    "a tail in capitals": f"{LONG.upper()}\n{LIST.upper()}\n\nSTRAND",
    "a few signs together": f"SUBJECT: LAMPS\n{LONG}\n{LIST}\n\nSTRAND",
}

OTHERS = {
    "a list": LIST,
    "a short list": "1. Wind it.\n\n2. Sleep.\n\n3. Wake.",
    "a licence": f"{LONG}\n1. Copies must retain the lamp.\n\n2. Neither may the name.\n{LONG}",
    "a program": f"# NOTE: the lamp\n# SUMMARY: none\n{LONG}",
    "groups of users": "tape:x:26:\nto:x:27:\n" + LONG,
    "a wheel": "Wheel-Version: 1.0\nGenerator: lamp\nRoot-Is-Purelib: false\nTag: cp311-linux",
    "pages": f"{LONG}\f{LONG}\f{LONG}",
}


@pytest.mark.parametrize("text", FRAGMENTS.values(), ids=FRAGMENTS)
def test_a_part_of_a_telegram_is_known(text):
    assert parse(Telegram(text)).text == text


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_another_text_is_not_taken_for_one(text):
    with pytest.raises(NotACable):
        parse(Telegram(text))


def test_the_word_of_a_carrier_is_enough():
    cable = parse(Telegram(LONG, envelope=Envelope(reference_id="09OSLO9004")))
    assert cable.canonical_id == "09OSLO9004"
