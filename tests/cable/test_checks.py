"""Cross-checks: what does not agree is said, and nothing is mended for it."""

from datetime import UTC, datetime

import pytest

from reader.cable.grammar import parse
from reader.cable.model import Envelope, Telegram

SOUND = """\
VZCZCXRO9017
RR RUEHNY
DE RUEHRK #0017/01 0610436
ZNY CCCCC ZZH
R 020436Z MAR 09
FM AMEMBASSY REYKJAVIK
TO RUEHC/SECSTATE WASHDC 2183

C O N F I D E N T I A L REYKJAVIK 000017

SIPDIS

E.O. 12958: DECL: 03/02/2019
TAGS: PREL, IC
SUBJECT: LAMPS AT NOON

Classified By: DCM Anna Strand, reasons 1.4 (b) and (d).

1. (C) The lamp burned at noon.

2. (C) Nobody saw it.

STRAND
"""


def rules(text=SOUND, **claims):
    cable = parse(Telegram(text, envelope=Envelope(**claims)))
    return [problem.rule for problem in cable.problems]


def test_a_sound_cable_gives_no_remark():
    assert rules() == []
    assert (
        rules(
            reference_id="09REYKJAVIK17",
            classification="CONFIDENTIAL",
            sent=datetime(2009, 3, 2, 15, 3, tzinfo=UTC),
        )
        == []
    )


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("REYKJAVIK 000017", "REYKJAVIK 000018", "station_line_serial"),
        ("0610436", "0710436", "date_time_group"),
        ("SUBJECT: LAMPS AT NOON\n", "", "subject_line"),
        ("L REYKJAVIK", "L SECTION 02 OF 03 REYKJAVIK", "section_count"),
        ("\nSTRAND", "\nREYKJAVIK 00000017  002 OF 003\n\nSTRAND", "last_page"),
        ("C O N F I", "CC O N F I", "classification_line"),
        ("TAGS: PREL", "TAGS: PRELL", "tags_line"),
    ],
)
def test_flaw(old, new, rule):
    assert old in SOUND
    assert rules(SOUND.replace(old, new, 1)) == [rule]


def test_serials_are_counted_to_9999_on_the_station_line():
    text = SOUND.replace("REYKJAVIK 000017", "REYKJAVIK 010017")
    assert rules(text) == []


def test_station_line_against_the_carrier_where_there_is_no_classification_line():
    text = SOUND.replace("C O N F I D E N T I A L REYKJAVIK 000017\n", "")
    assert "station_line_serial" not in rules(text, reference_id="09REYKJAVIK17")
    assert "station_line_serial" in rules(text, reference_id="09REYKJAVIK18")


@pytest.mark.parametrize(
    ("claims", "rule"),
    [
        ({"reference_id": "09REYKJAVIK18"}, "carrier_id"),
        ({"reference_id": "09OSLO17"}, "carrier_id"),
        ({"classification": "SECRET//NOFORN"}, "carrier_classification"),
        ({"sent": datetime(2009, 3, 3, 4, 36, tzinfo=UTC)}, "carrier_date"),
    ],
)
def test_what_the_carrier_claims_against_the_text(claims, rule):
    assert rules(**claims) == [rule]


def test_claims_of_the_carrier_fill_what_the_text_lacks():
    sent = datetime(2009, 3, 2, tzinfo=UTC)
    envelope = Envelope(
        reference_id="09OSLO17",
        sent=sent,
        originator="Embassy Oslo",
        classification="SECRET",
        subject="LAMPS",
        tags=("PREL",),
    )
    cable = parse(Telegram("SIPDIS\n\n1. (S) The lamp burned.\n", envelope=envelope))
    header = cable.header
    assert (header.sent, header.originator, header.subject) == (sent, "Embassy Oslo", "LAMPS")
    assert header.classification.value == "SECRET"
    assert header.tags == ("PREL",)
    assert "carrier_classification" in [problem.rule for problem in cable.problems]


def test_all_sections_of_a_cable_in_one_text():
    head = "C O N F I D E N T I A L SECTION 0{0} OF 03 REYKJAVIK 000017\n\nSIPDIS\n\n"
    body = SOUND.partition("SIPDIS\n\n")[2]
    one, three = head.format(1) + body, head.format(3) + "3. (C) More.\n"
    assert "section_count" in rules(one + "\n" + three)
    two = head.format(2) + "3. (C) Lamps.\n"
    all_three = one + "\n" + two + "\n" + three.replace("3. (C)", "4. (C)")
    assert "section_count" not in rules(all_three)


def test_a_remark_points_to_its_place():
    text = SOUND.replace("REYKJAVIK 000017", "REYKJAVIK 000018")
    [problem] = parse(Telegram(text)).problems
    assert text[slice(*problem.span)] == "DE RUEHRK #0017/01 0610436"


def test_a_cable_that_is_classified_higher_than_its_paragraphs():
    assert rules(SOUND.replace("1. (C)", "1. (U)").replace("2. (C)", "2. (SBU)")) == [
        "classification_portions"
    ]
    assert rules(SOUND.replace("1. (C)", "1. (U)")) == []
    # One that is not marked may be the one.
    assert rules(SOUND.replace("1. (C)", "1. (U)").replace("2. (C)", "2.")) == []
    assert rules(SOUND.replace("1. (C)", "1. (C//REL TO USA, ISL)")) == []


@pytest.mark.parametrize(
    ("sign", "count"),
    [
        ("\u202e", 1),
        ("\u200b\u200b", 2),
        ("\x1b[2J", 1),
        ("\xad", 1),
        ("\U000e0041", 1),
        ("\x00", 1),
    ],
)
def test_signs_that_are_not_obeyed_are_counted(sign, count):
    text = SOUND.replace("burned", f"bur{sign}ned")
    [problem] = parse(Telegram(text)).problems
    assert problem.rule == "signs_not_obeyed"
    assert problem.message.endswith(f" marks: {count}.")
    assert text[slice(*problem.span)] == sign[:count]


@pytest.mark.parametrize("sign", ["\u2019", "\u00e9", "\u0421", "\f", "\r"])
def test_signs_that_are_harmless_are_not_counted(sign):
    assert "signs_not_obeyed" not in rules(SOUND.replace("at noon.", f"at noon{sign}."))


@pytest.mark.parametrize(
    ("latin", "other"),
    [
        ("1. (C)", "1. (\u0421)"),
        ("C O N F I D E N T I A L", "\u0421ONFIDENTIAL"),
        ("C O N F I D E N T I A L", "\u03f9\u039fNFIDENTIAL"),
        ("1. (C)", "1. (\u0405BU)"),
    ],
)
def test_a_marking_in_letters_that_look_alike_is_told_and_not_obeyed(latin, other):
    cable = parse(Telegram(SOUND.replace(latin, other)))
    [problem] = [each for each in cable.problems if each.rule == "look_alike_letters"]
    assert cable.text[slice(*problem.span)] in other
    assert "1. (" not in latin or cable.paragraphs[0].marking is None


def test_words_of_another_script_are_no_marking():
    text = SOUND.replace(
        "Nobody saw it.", "\u0421\u0421\u0421\u0420 (\u041c\u041e\u0421\u041a\u0412\u0410)"
    )
    assert "look_alike_letters" not in rules(text)
