"""The clean text of a cable: how it is set, and that it reads back as the same."""

import pytest

from reader.cable.grammar import parse
from reader.cable.model import Telegram
from reader.cable.record import clean_text, markdown_text
from reader.formats.markdown import find_markup
from tests.properties import outline, titles

HEAD = "UNCLAS OSLO 000012\n\nSUBJECT: LAMPS\n\n"


def read(body):
    return parse(Telegram(HEAD + body))


def test_a_sound_text_is_set_as_it_was_sent():
    cable = read("1. (U) The lamp\n\nOSLO 00000012  002 OF 002\n\nis lit.\n\nFERRIES\n-------\n\n"
                 "2. (C) They sail:\n\n-- at nine;\n-- at ten.\n\nSTRAND\n")  # fmt: skip
    assert clean_text(cable) == (
        f"{HEAD}1. (U) The lamp is lit.\n\nFERRIES\n-------\n\n2. (C) They sail:\n\n-- at nine;\n\n"
        "-- at ten.\n\nSTRAND\n"
    )


def test_numbers_out_of_order_are_set_with_their_sign():
    cable = read("¶1. The lamp was lit in May\n¶2004. It burned.\n\n¶2. The ferry sails.\n")
    assert "¶2004. It burned." in clean_text(cable)


HOPELESS = (
    "1. (U) These came:\nThe Choir\nof Strand\n\n2. (C) (U) x\n\nThe Lamp\nof Oslo\n\nSTRAND\n"
)


@pytest.mark.parametrize(
    "body",
    [
        HOPELESS,
        "¶1. (U) The lamp.\n\n7.(U) The ferry.\n\nThe Choir's View\n\n3. ferries\n",
        "The lamp\n-----\nThe ferry\nof Oslo\n-----\n\n(c) choirs\n",
        "1. The lamp and\n\n-----\n\nthe ferry.\n",
        "¶6.\n\n¶6.\n\nLamps, and\n",
    ],
)
def test_what_cannot_be_set_plainly_reads_back_too(body):
    cable = read(body)
    again = parse(Telegram(clean_text(cable)))
    assert outline(again) == outline(cable)
    assert titles(again) == titles(cable)
    assert again.signature == cable.signature
    assert again.header.subject == "LAMPS"


def test_signs_say_what_the_lines_are():
    text = (
        f"{HEAD}¶= The lamp\n\n¶:7. (SBU) It burns. ¶8. (C) It does.\n¶+ 9. (C) Always.\n\n"
        "¶: (C) Or not.\n\n¶: () (C) is no marking.\n\n¶:2004. It\n\n¶:\n\n¶~ STRAND\n"
    )
    cable = parse(Telegram(text))
    assert titles(cable) == ["The lamp"]
    assert outline(cable) == [
        (7, "SBU", "It burns. ¶8. (C) It does.\n9. (C) Always."),
        (None, "C", "Or not."),
        (None, None, "(C) is no marking."),
        (2004, None, "It"),
        (None, None, ""),
    ]
    assert cable.signature == ("STRAND",)


@pytest.mark.parametrize("body", [HOPELESS, "1. (U) *The* lamp_is [lit](#).\n\n-- # 1\n\nSTRAND\n"])
def test_markdown_reads_back_as_the_same_paragraphs(body):
    cable = read(body)
    text = markdown_text(cable)
    again = parse(Telegram(text, markup=tuple(find_markup(text))))
    assert outline(again) == outline(cable)
    assert again.signature == cable.signature
