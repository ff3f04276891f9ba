"""Every part of a telegram as received, named and explained."""

from __future__ import annotations

import pytest

from reader.cable.explanations.anatomy import (
    FIELD_RULES,
    explain_part,
    name_of,
    part_at,
    parts_of,
)
from reader.cable.explanations.roles import FIELDS, ROLES
from reader.cable.explanations.topics import explain
from reader.cable.grammar import parse
from reader.cable.model import Role, Telegram
from tests.cable.explanations.honey import honey


@pytest.fixture(scope="module")
def cable():
    return honey()


def named(cable, role):
    return [
        (cable.text[part.start : part.end], name_of(part))
        for part in parts_of(cable)
        if part.role is role
    ]


def test_every_role_and_field_has_words():
    assert set(ROLES) == set(Role)
    fields = {
        field.rstrip("0123456789") for rule in FIELD_RULES.values() for field in rule.groupindex
    }
    assert fields <= set(FIELDS)


@pytest.mark.parametrize(
    ("role", "parts"),
    [
        (
            Role.DATE_TIME_GROUP,
            [
                ("O", "Precedence"), ("P", "Precedence"), ("17", "Day"), ("1432Z", "Time"),
                ("SEP", "Month"), ("09", "Year"), ("ZDK", "Operating signal"),
            ],
        ),
        (
            Role.STATION,
            [
                ("DE", "Keyword"), ("RUEHRK", "Routing indicator"), ("9018", "Serial number"),
                ("01", "Section"), ("260", "Day of the year"), ("1432", "Time of filing"),
            ],
        ),
        (
            Role.CLASSIFICATION,
            [
                ("C O N F I D E N T I A L", "Classification"), ("SECTION", "Keyword"),
                ("01", "Section"), ("OF", "Keyword"), ("02", "Number of sections"),
                ("REYKJAVIK", "Station"), ("009018", "Serial number"),
            ],
        ),
        (
            Role.TAGS,
            [
                ("TAGS:", "Keyword"), ("PREL", "TAG"), ("EAGR", "TAG"), ("QQQQ", "TAG"),
                ("IC", "TAG"),
            ],
        ),
        (
            Role.SUBJECT,
            [
                ("SUBJECT:", "Keyword"), ("(U)", "Marking"),
                ("THE HONEY BOARD COUNTS ITS HIVES", "Words"),
            ],
        ),
        (
            Role.CLASSIFIED_BY,
            [
                ("Classified By:", "Keyword"), ("DCM FAIRWEATHER, REASON", "Words"),
                ("1.4 (B)", "Reason"),
            ],
        ),
    ],
)  # fmt: skip
def test_the_fields_of_a_line(cable, role, parts):
    assert named(cable, role) == parts


def test_an_addressee_field_by_field(cable):
    assert named(cable, Role.ACTION)[:5] == [
        ("TO", "Keyword"),
        ("RUEHC", "Routing indicator"),
        ("SECSTATE WASHDC", "Name"),
        ("NIACT", "Precedence"),
        ("IMMEDIATE", "Precedence"),
    ]


def test_a_paragraph_is_its_number_its_marking_and_its_words(cable):
    parts = named(cable, Role.PARAGRAPH)
    assert [name for _, name in parts[:3]] == ["Paragraph number", "Marking", "Paragraph"]
    assert parts[2][0].endswith("The ZQX is small.")


def test_parts_follow_each_other_and_nothing_printed_is_lost(cable):
    parts = parts_of(cable)
    place = 0
    for part in parts:
        assert place <= part.start < part.end
        assert not any(sign.isalnum() for sign in cable.text[place : part.start])
        place = part.end
    assert not cable.text[place:].strip()


def test_a_part_is_explained_with_its_line(cable):
    parts = parts_of(cable)
    index = part_at(parts, cable.text.index("EAGR") + 2)
    explanation = explain_part(cable, parts[index])
    assert explanation.title == "TAG"
    assert explanation.how_read[0] == "As printed: EAGR"
    assert explanation.how_read[1].startswith("EAGR: ")
    assert explanation.how_read[-1].startswith("Part of: TAGS line. ")
    index = part_at(parts, cable.text.index("QQQQ"))
    assert explain_part(cable, parts[index]).how_read[1] == "QQQQ: not known"


def test_what_a_page_put_before_a_number_is_a_part_of_its_own():
    cable = parse(Telegram("UNCLAS OSLO 009004\n\nSUBJECT: BEES\n\n¶1. (U) They hum.\n"))
    assert named(cable, Role.PARAGRAPH)[0] == ("¶", "Paragraph sign")


def test_a_line_of_any_length_has_parts():
    cable = parse(Telegram(f"UNCLAS OSLO 009004\n\nTAGS: {'PREL ' * 2000}\n\n1. (U) Hum.\n"))
    assert named(cable, Role.TAGS)[0][1] == "TAGS line"


def test_a_person_among_the_tags():
    text = "UNCLAS OSLO 009004\n\nTAGS: OVIP (FAIRWEATHER, ANNA B.), NO\n\n1. (U) She came.\n"
    cable = parse(Telegram(text))
    assert named(cable, Role.TAGS)[1:] == [
        ("OVIP", "TAG"),
        ("FAIRWEATHER, ANNA B.", "Person"),
        ("NO", "TAG"),
    ]
    assert explain(cable, "tag", 1).how_read == (
        "FAIRWEATHER, ANNA B.: the person whom the TAG before it is about",
    )
