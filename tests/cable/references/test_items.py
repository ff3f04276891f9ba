"""The items of a REF line: labels, what is no cable, and what is no reference at all."""

from __future__ import annotations

import pytest

from reader.cable.references import parse_references


def items(text, **known):
    return [
        (item.label, item.kind.value, item.target or item.text)
        for item in parse_references(text, **{"year": 2009, **known})
    ]


@pytest.mark.parametrize(
    "text",
    [
        "REF: A. OSLO 12\n     B. LIMA 7",
        "REFS: A) OSLO 12; B) LIMA 7",
        "Refs: (A) Oslo 12, (B) Lima 7",
        "REF(S): [A] OSLO 12 [B] LIMA 7",
        "REFERENCE: A.) OSLO 12 B.) LIMA 7",
        "REF A. OSLO 12 REF B. LIMA 7",
        "REF: A: OSLO 12; B: LIMA 7",
        "REF: A. OSLO 12\n\n\u00b6B. LIMA 7",
        "REF: A. A) OSLO 12 B. B) LIMA 7",
        "REF: A. REF A OSLO 12 \u00b6B. B LIMA 7",
        "REF: A. REF: OSLO 12 B. LIMA 7",
        "REF: A OSLO 12, B LIMA 7",
        "ref: a. oslo 12 b. lima 7",
        "REF: A. OSLO 12, AND B. LIMA 7",
        "- (A) OSLO 12 -\n- (B) LIMA 7",
        "REF: A. (U) OSLO 12 B. (C) LIMA 7",
    ],
)
def test_labels_in_every_spelling(text):
    assert [(label, target) for label, _, target in items(text)] == [
        ("A", "09OSLO12"),
        ("B", "09LIMA7"),
    ]


def test_numbers_may_be_labels():
    assert items("REFS: 1) OSLO 12 2) LIMA 7") == [
        ("1", "cable", "09OSLO12"),
        ("2", "cable", "09LIMA7"),
    ]


def test_letters_of_names_are_no_labels():
    assert items("REF: A. E-MAIL FROM J. STRAND TO B. KETTLE B. OSLO 12") == [
        ("A", "email", "E-MAIL FROM J. STRAND TO B. KETTLE"),
        ("B", "cable", "09OSLO12"),
    ]


def test_labels_go_on_after_z():
    text = " ".join(f"{chr(65 + i)}. OSLO {i + 1}" for i in range(26)) + " AA. LIMA 7"
    assert items(f"REF: {text}")[-2:] == [("Z", "cable", "09OSLO26"), ("AA", "cable", "09LIMA7")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("STRAND-KETTLE E-MAIL OF 9/11/09", "email"),
        ("Emails J. Strand-K. Kettle", "email"),
        ("STRAND/KETTLE TELCON", "telephone"),
        ("PHONE CALL OF MAY 3", "telephone"),
        ("FAX OF 12 MAY", "fax"),
        ("MEMORANDUM ON FERRIES", "memo"),
        ("HARBOR BOARD LETTER OF MAY 3, 2009", "letter"),
        ("MEETING OF THE BOARD, MAY 3", "meeting"),
        ("9 FAM 41", "handbook"),
        ("5 FAH-2 H-330", "handbook"),
        ("IIR 6 830 0123 09", "report"),
        ("2008 HONEY REPORT FOR NORWAY", "report"),
        ("HTTP://WWW.HONEY.EXAMPLE/A?B=1", "web"),
        ("SECDEF R162245Z OCT 08", "date_time_group"),
        ("USCINCRED 311345Z MAY 73", "date_time_group"),
        ("USG EDITS TO DRAFT TIMETABLE", "text"),
        ("A-12 AIRGRAM", "text"),
        ("CA-1234", "text"),
        ("EXP.LIC. D328589", "text"),
    ],
)
def test_what_is_no_cable_is_kept_with_its_kind(text, kind):
    assert items(f"REF: {text}") == [(None, kind, text)]
    assert items(f"REF: A. {text} B. OSLO 12") == [
        ("A", kind, text),
        ("B", "cable", "09OSLO12"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "REF: STRAND E-MAIL; OSLO 12; 08 LIMA 7",
        "REF: STRAND E-MAIL\nOSLO 12\n08 LIMA 7",
        "REF: STRAND E-MAIL, OSLO 12 AND 08 LIMA 7",
    ],
)
def test_items_without_labels(text):
    assert items(text) == [
        (None, "email", "STRAND E-MAIL"),
        (None, "cable", "09OSLO12"),
        (None, "cable", "08LIMA7"),
    ]


def test_text_after_a_cable_is_its_title_or_an_item_of_its_own():
    assert [item.text for item in parse_references("REF: OSLO 12 - ON FERRIES", year=2009)] == [
        "OSLO 12 - ON FERRIES"
    ]
    assert items("REF: OSLO 12, STRAND LETTER") == [
        (None, "cable", "09OSLO12"),
        (None, "letter", "STRAND LETTER"),
    ]
    assert items("REF: OSLO 12, DATED 3 MAY 2009") == [(None, "cable", "09OSLO12")]


def test_a_semicolon_in_brackets_parts_nothing():
    assert items('REF: OSLO 12 ("LAMPS; AND FERRIES"), LIMA 7') == [
        (None, "cable", "09OSLO12"),
        (None, "cable", "09LIMA7"),
    ]


@pytest.mark.parametrize("text", ["", "REF:", "REF: NONE", "REF: N/A", "REFS: NIL", " \n "])
def test_a_field_that_cites_nothing(text):
    assert items(text) == []


@pytest.mark.parametrize(
    "rest",
    [
        "OSLO 00000501  001.2 OF 003",
        "OSLO 00000501 002 OF 003",
        "OSLO 00000",
        "\n                CONFIDENTIAL\n\nPAGE 02        OSLO  05693  01 OF 02  021700Z",
        "\n                CONFIDENTIAL\n\nPAGE 02        OSLO  05095  281347Z",
        "\n(U) THIS MESSAGE IS SENSITIVE BUT UNCLASSIFIED; KEEP IT OFF ALL PUBLIC NETWORKS.",
        "\nCLASSIFIED BY DCM STRAND FOR REASONS 1.4 (B)",
    ],
)
def test_page_lines_and_notices_are_no_references(rest):
    assert items(f"REF: LIMA 7 {rest}") == [(None, "cable", "09LIMA7")]


def test_span_is_where_the_item_stands():
    text = "REF: A. OSLO 12 (NOTAL)\n     B. STRAND LETTER; LIMA 7"
    found = parse_references(text, year=2009)
    assert [text[item.span.start : item.span.end] for item in found] == [
        "OSLO 12 (NOTAL)",
        "STRAND LETTER",
        "LIMA 7",
    ]
