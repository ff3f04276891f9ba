"""What the parts of a header are said to be, and how they were read."""

from __future__ import annotations

import pytest

from reader.cable.explanations.classifying import portion
from reader.cable.explanations.topics import TOPICS, explain
from reader.cable.grammar import parse
from reader.cable.model import NOWHERE, Body, Cable, Header, Telegram
from tests.cable.explanations.honey import claimed, honey


@pytest.fixture(scope="module")
def cable():
    return honey()


def lines(cable, topic, number=0):
    return explain(cable, topic, number).how_read


def test_a_date_time_group_is_read_sign_by_sign(cable):
    assert lines(cable, "sent") == (
        "As printed: O P 171432Z SEP 09 ZDK",
        "O: IMMEDIATE, for the action addressees",
        "P: PRIORITY, for the info addressees",
        "17: day 17 of the month",
        "1432Z: 14:32 UTC, as Z says, Zulu time",
        "SEP 09: month and year",
        "ZDK: repeated, as was asked",
        "14:32 in Reykjavik, by the zone of the station: Atlantic/Reykjavik",
        "The DE line has day 260 of the year, 17 September 2009: the same day",
    )


def test_precedence_and_sections(cable):
    assert lines(cable, "precedence")[1].startswith("P, PRIORITY, for the info addressees: ")
    assert lines(cable, "sections")[0] == "This one has 2 sections."
    assert lines(cable, "sections")[-1] == "The DE line is that of section 1."


def test_lines_for_the_relays(cable):
    assert lines(cable, "transmission")[2:] == (
        "XRO: the channel",
        "0417: its number on the channel",
    )
    assert "RUEHRK: AMEMBASSY REYKJAVIK" in lines(cable, "station")
    assert lines(cable, "station")[-1] == (
        "260 1432: day 260 of the year, 14:32 UTC, 17 September 2009"
    )
    assert lines(cable, "security")[1] == "ZNY: to be sent encrypted only"
    assert lines(cable, "security")[2].startswith("CCCCC: confidential")
    assert lines(cable, "routing")[-1] == "RUEHQQQ: not known"


def test_who_sent_it_and_who_got_it(cable):
    assert "US Embassy Reykjavik, Iceland" in lines(cable, "originator")
    first = lines(cable, "action")
    assert first[1] == "US Department of State"
    assert "RUEHC: routing indicator of SECSTATE WASHDC" in first
    assert any(line.startswith("NIACT: night action") for line in first)
    assert first[-1].startswith("4472: message-continuity number")
    assert lines(cable, "others") == ("AMEMBASSY OSLO (RUEHNY)",)
    assert lines(cable, "info", 1) == ("As printed: EUROPEAN POLITICAL COLLECTIVE",)
    assert lines(cable, "passing")[1].startswith("EUR/NB: ")


def test_how_it_is_protected(cable):
    read = lines(cable, "classification")
    assert read[0] == "As printed: C O N F I D E N T I A L SECTION 01 OF 02 REYKJAVIK 009018"
    assert read[-1].endswith("reason: foreign government information")
    assert lines(cable, "caption")[0].startswith("NOFORN: not to be released")
    assert "To be declassified on 17 September 2019." in lines(cable, "order")


def test_what_it_is_about(cable):
    assert lines(cable, "tag", 1)[0].startswith("EAGR: ")
    assert lines(cable, "tag", 1)[1].endswith("E: economic affairs")
    assert lines(cable, "tag", 2) == ("QQQQ: not in the list of TAGS",)
    assert lines(cable, "subject")[1] == "The subject's own marking: U: unclassified"
    assert lines(cable, "id")[0] == "09: the year 2009"


def test_every_explanation_knows_its_place(cable):
    text = cable.text
    for topic, number, words in (
        ("tag", 1, "EAGR"),
        ("info", 1, "EUROPEAN POLITICAL COLLECTIVE"),
        ("caption", 1, "SIPDIS"),
        ("transmission", 0, "VZCZCXRO0417"),
        ("signature", 0, "FAIRWEATHER"),
        ("order", 0, "E.O. 12958: DECL: 09/17/2019"),
    ):
        assert text[slice(*explain(cable, topic, number).span)] == words


@pytest.mark.parametrize("topic", TOPICS)
def test_what_is_not_there_is_said(topic):
    empty = Cable(Telegram(""), None, None, Header(), Body(), ())
    explanation = explain(empty, topic)
    assert explanation.title
    assert explanation.span == NOWHERE
    assert explanation.words()


def test_what_the_file_says_otherwise_is_told():
    cable = honey(**claimed())
    assert "The file says otherwise: SECRET" in lines(cable, "classification")
    assert "The file says: Embassy Reykjavik" in lines(cable, "originator")
    assert "The file gives this id." in lines(cable, "id")


def test_what_only_the_file_says_is_told():
    bare = parse(Telegram("1. (U) The hive hums.\n2. (U) It is loud.\n"), year=2009)
    cable = honey(bare.text, **claimed())
    assert lines(cable, "sent") == (
        "The telegram has no date-time group; the file gives this date.",
    )
    assert lines(cable, "subject")[1].startswith("The telegram does not say this; the file does")


def test_portion_markings_part_by_part():
    assert portion("S//NF").how_read == (
        "S: secret",
        "NF: not releasable to foreign nationals",
    )
    assert portion("C/QQ").how_read[1] == "QQ: not known"
