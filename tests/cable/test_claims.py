from __future__ import annotations

from datetime import UTC, datetime

from reader.cable.grammar import parse
from reader.cable.model import Classification, Envelope, Telegram

CLAIMS = Envelope(
    reference_id="04TALLINN77",
    sent=datetime(2004, 2, 5, 13, 41, tzinfo=UTC),
    originator="Embassy Tallinn",
    classification="CONFIDENTIAL//NOFORN",
    subject="HONEY PRICES",
    references=("03TALLINN9", "03TALLINN9"),
    tags=("EAGR", "EN"),
)
WHOLE = """VZCZCXYZ0007
RR RUEHC
DE RUEHTL #0077 0361341
ZNR UUUUU ZZH
R 051341Z FEB 04
FM AMEMBASSY TALLINN
TO RUEHC/SECSTATE WASHDC

CONFIDENTIAL TALLINN 000077

E.O. 12958: N/A
TAGS: EAGR EN
SUBJECT: HONEY PRICES RISE
REF: OSLO 12

1. (C) They rise.
"""


def said(cable, rule):
    return [problem.message for problem in cable.problems if problem.rule == rule]


def test_claims_stand_in_for_what_the_telegram_does_not_say_and_are_marked():
    cable = parse(Telegram("1. (U) Beekeepers met us.", envelope=CLAIMS))
    assert cable.header.sent == CLAIMS.sent
    assert cable.header.originator == "Embassy Tallinn"
    assert cable.header.classification is Classification.CONFIDENTIAL
    assert [item.target for item in cable.header.references] == ["03TALLINN9"]
    assert cable.claimed == (
        "sent", "originator", "classification", "subject", "tags", "references",
    )  # fmt: skip
    assert said(cable, "carrier_alone") == [
        "The telegram itself does not say, only the file does: "
        "the date, the originator, the subject, the TAGS, the references."
    ]


def test_what_the_telegram_says_counts_before_any_claim():
    cable = parse(Telegram(WHOLE, envelope=CLAIMS))
    assert cable.claimed == ()
    assert cable.header.originator == "AMEMBASSY TALLINN"
    assert [item.target for item in cable.header.references] == ["04OSLO12"]
    assert [problem for problem in cable.problems if problem.rule.startswith("carrier")] == []


def test_another_subject_is_told_and_a_cut_one_is_none():
    claims = Envelope(reference_id="04TALLINN77", subject="FERRIES")
    cable = parse(Telegram(WHOLE, envelope=claims))
    assert said(cable, "carrier_subject") == [
        "The file gives another subject than the telegram: FERRIES"
    ]
