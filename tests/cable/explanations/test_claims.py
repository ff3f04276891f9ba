from __future__ import annotations

import pytest

from reader.cable.explanations.claims import Agreement, claims_of
from reader.cable.explanations.remarks import KINDS, remarks_of
from tests.cable.explanations.honey import claimed, honey


def by_field(cable):
    return {claim.field: claim for claim in claims_of(cable)}


def test_a_raw_telegram_comes_without_claims():
    assert claims_of(honey()) == ()


def test_every_claim_stands_beside_the_telegrams_own_words():
    claims = by_field(honey(**claimed()))
    assert claims["Cable id"].agreement is Agreement.SAME
    assert claims["Originator"].agreement is Agreement.SAME
    assert claims["Originator"].own == "AMEMBASSY REYKJAVIK"
    assert claims["Classification"].agreement is Agreement.DIFFERENT
    assert claims["Classification"].own == "CONFIDENTIAL"
    assert claims["Date"].agreement is Agreement.IN_PART
    assert claims["Date"].note == "the same day at another time"
    assert claims["Subject"].note == "one is the beginning of the other"
    assert claims["TAGS"].note == "only in the file: SENV; only in the telegram: QQQQ"


@pytest.mark.parametrize(
    ("claimed", "agreement"),
    [
        ("REYKJAVIK", Agreement.SAME),
        ("Embassy in Iceland", Agreement.SAME),
        ("Iceland Reykjavik", Agreement.SAME),
        ("Embassy Oslo", Agreement.DIFFERENT),
        ("Secretary of State", Agreement.DIFFERENT),
    ],
)
def test_a_post_in_other_words_is_the_same(claimed, agreement):
    assert by_field(honey(originator=claimed))["Originator"].agreement is agreement


def test_a_body_of_another_cable_is_seen():
    claims = by_field(honey(reference_id="09OSLO9004"))
    assert claims["Cable id"].own == "09REYKJAVIK9018"
    assert claims["Cable id"].agreement is Agreement.DIFFERENT


def test_what_only_the_file_says():
    claims = by_field(honey("1. (U) The hive hums.\n", **claimed()))
    assert {claim.agreement for claim in claims.values()} == {Agreement.ALONE}


def test_lists_are_the_same_in_any_order():
    claims = by_field(honey(tags=("IC", "QQQQ", "EAGR", "PREL"), references=("09OSLO9004",)))
    assert claims["TAGS"].agreement is Agreement.SAME
    assert claims["References"].agreement is Agreement.ALONE


def test_remarks_say_of_which_kind_they_are_and_where():
    cable = honey(honey().text.replace("2. (U)", "4. (U)"), classification="SECRET")
    remarks = remarks_of(cable)
    kinds = {remark.problem.rule: remark for remark in remarks}
    assert kinds["carrier_classification"].kind == "File and telegram differ"
    assert kinds["carrier_classification"].place == "line 12, classification"
    assert kinds["paragraph_number"].place == "line 31, at paragraph 3"
    assert {remark.problem.rule for remark in remarks} <= KINDS.keys()
