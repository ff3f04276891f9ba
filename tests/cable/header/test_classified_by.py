"""Classified By: names in either order, titles of all kinds, reasons, torn lines."""

import pytest

from reader.cable.header import read_classified_by
from reader.cable.header.classified_by import join_torn
from tests.cable.header.reading import header_of, roles_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Classified By: Ambassador Anna B. Strand for reasons 1.4 (b) and (d)", "Anna B. Strand"),
        (
            "CLASSIFIED BY ANNA B. STRAND, DEPUTY CHIEF OF MISSION. REASON: 1.5 (D)",
            "ANNA B. STRAND",
        ),
        ("CLASSIFIED BY EUR/NB - ANNA STRAND, REASON 1.5 (D).", "ANNA STRAND"),
        ("Classified by Classified by EB DIR Anna Strand. Reasons: 1.4 b", "Anna Strand"),
        (
            "Classified By: This message classified by Econ DIR Anna Strand, reason 1.4",
            "Anna Strand",
        ),
        (
            "CLASSIFIED BY E. PETER KETTLE, JR., ACTING ASSISTANT SECRETARY, REASON 1.5",
            "E. PETER KETTLE, JR.",
        ),
        ("Classified By: Ambassador Peter Kettle, III. Reasons: 1.4 (b)", "Peter Kettle, III"),
        ("Classified By: AMBASSADOR PETER L. KETTLE II FR REASONS 1.4 (b)", "PETER L. KETTLE II"),
        ("Classified By: Charge d'Affaires a.i. Anna Strand for reason 1.4 (b)", "Anna Strand"),
        ("Classified By: Charge, d,Affaires a. i. Anna F. Strand, reason 1.4", "Anna F. Strand"),
        ("Classified By: Pol/Econ Off Anna Strand for reasons 1.4 (b)", "Anna Strand"),
        (
            "Classified By: U.S. PERMANENT REPRESENATIVE AMBASSADRO ANNA STRAND FOR REASONS 1.4",
            "ANNA STRAND",
        ),
        ("Classified By: T U/S Anna O. Strand for Reasons 1.4 a", "Anna O. Strand"),
        ("Classified By: EUR/NB, Dir. AStrand, Reason 1.4 (b/d)", "AStrand"),
        ("Classified By: DCM ANNA STRAND BASED ON E.O.12958 REASONS 1.4 (b)", "ANNA STRAND"),
        ("Classified By: DCM ANNA STRAND DUE TO 1,4 (C)", "ANNA STRAND"),
        ("Classified By: DOS CLASSIFICATION GUIDE BY ANNA STRAND", "ANNA STRAND"),
        (
            "Classified By: Deputy Chief of Mission: Anna A. Strand: Reason: 1.4 (c)",
            "Anna A. Strand",
        ),
        ("Classified By: NB/AFR Dir. Anna McStrand-reasons 1.4(b/d)", "Anna McStrand"),
        (
            "Classified By: Director for the Faroe Islands Anna Strand, reason 1.4 (b)",
            "Anna Strand",
        ),
        ("Classified By: DCM J. Keith West for reasons 1.4 (b)", "J. Keith West"),
        (
            "Classified By: Anna van der Strand, Consul General, reason 1.4 (b)",
            "Anna van der Strand",
        ),
        ("Classified By: CHARGE D'AFFAIRES A.I. ANNA STRAND, REASON 1.4", "ANNA STRAND"),
        ("Classified By: DPT MGT ANNA STRAND, REASON 1.4", "ANNA STRAND"),
        ("CLASSIFIED BY SECTION 1.5 (B) AND (D)", None),
        ("Derived from: DSCG 05-1, B", None),
        ("Classified By:", None),
    ],
)
def test_name(text, name):
    assert read_classified_by(text).names == ((name,) if name else ())


@pytest.mark.parametrize(
    ("reasons", "letters"),
    [
        ("for reasons 1.4 (b) and (d).", ("b", "d")),
        ("REASON: 1.4(B), (D)", ("b", "d")),
        ("reasons 1.4 b and d", ("b", "d")),
        ("Reason 1.5.D.", ("d",)),
        ("reasons 1.4 (b/d)", ("b", "d")),
        ("Reasons 1.4 a,b,and d.", ("a", "b", "d")),
        ("reasons 1.4(b) and 1.4 (d)", ("b", "d")),
        ("reasons 1. 4 (b) a nd (d)", ("b", "d")),
        ("REAS0N: 1.5(B,D).", ("b", "d")),
        ("reason 1.4 (b and d).", ("b", "d")),
        ("Reasons 1.4 (B&D).", ("b", "d")),
        ("DUE TO 1,4 (C) AND (D).", ("c", "d")),
        ("for reasons of state", ()),
    ],
)
def test_reasons(reasons, letters):
    found = read_classified_by(f"Classified By: DCM Anna Strand {reasons}")
    assert found == (("Anna Strand",), letters)


def test_lines_cut_at_their_full_width_go_on_in_mid_word():
    pieces = ["Classified By: " + "x" * 54 + "Re", "asons 1.4 (b) and", " (d)"]
    assert len(pieces[0]) == 71
    assert join_torn(pieces).endswith("xReasons 1.4 (b) and (d)")
    assert join_torn(["Classified By: Anna", "Strand"]) == "Classified By: Anna Strand"


def test_the_field_ends_where_its_reasons_do():
    assert [role.value for _, role in roles_of(
        "Classified By: Deputy Chief of Mission Anna Strand for reasons 1.4 (b) ",
        " and (d). ",
        "",
        "REF: OSLO 1",
    )] == ["classified by", "classified by", "references"]  # fmt: skip
    header = header_of(
        "Classified By: DCM Anna Strand,", "Reasons: 1.4(b)", "Lamps went out in Oslo."
    )
    assert (header.classified_by, header.reasons) == (("Anna Strand",), ("b",))


def test_of_two_statements_the_first_with_a_name_counts():
    header = header_of(
        "Derived From: DSCG 05-1", "", "Classified By: DCM Anna Strand, reason 1.4 (d)"
    )
    assert (header.classified_by, header.reasons) == (("Anna Strand",), ("d",))
