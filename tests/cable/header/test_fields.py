"""The fields below the classification line: in any order, run together, cut off, sentence-cased."""

from datetime import date

import pytest

from reader.cable.model import ExecutiveOrder, Role
from tests.cable.header.reading import header_of, read, roles_of


@pytest.mark.parametrize(
    ("line", "order"),
    [
        ("E.O. 12958: N/A", ExecutiveOrder("12958", "N/A")),
        ("E.O. 12958:N/A", ExecutiveOrder("12958", "N/A")),
        (
            "EO 12958 DECL: 12/31/2034",
            ExecutiveOrder("12958", "DECL: 12/31/2034", date(2034, 12, 31)),
        ),
        (
            "E.o. 12958: decl: 07/01/2034",
            ExecutiveOrder("12958", "decl: 07/01/2034", date(2034, 7, 1)),
        ),
        ("E. O. 12958: DECL: X1", ExecutiveOrder("12958", "DECL: X1")),
        (
            "E.O. 12958: DECL: UPON CLOSURE OF THE PIER",
            ExecutiveOrder("12958", "DECL: UPON CLOSURE OF THE PIER"),
        ),
        ("E.O.: Unknown", ExecutiveOrder(None, "Unknown")),
        ("E.O.:       13526", ExecutiveOrder("13526", "")),
        ("E.O. 11652: XGDS-1", ExecutiveOrder("11652", "XGDS-1")),
        (
            "E.O. 11652: ADS, DECLAS 12/31/81",
            ExecutiveOrder("11652", "ADS, DECLAS 12/31/81", date(1981, 12, 31)),
        ),
        ("DECL: 08/22/2017", ExecutiveOrder(None, "DECL: 08/22/2017", date(2017, 8, 22))),
    ],
)
def test_executive_order(line, order):
    assert header_of(line).executive_order == order


def test_declassification_in_two_digits_is_after_the_cable():
    header = header_of("R 020436Z MAR 95", "E.O. 12356: DECL: 3/2/05")
    assert header.executive_order.declassify_on == date(2005, 3, 2)


def test_fields_come_in_any_order_and_the_first_wins():
    header = header_of(
        "SUBJECT: HONEY", "TAGS: PREL", "Classified By: Anna Strand, DCM. Reason: 1.4 (b).",
        "E.O. 12958: N/A", "REF: OSLO 12", "SUBJECT: WAX", "TAGS: ECON", "REF: LIMA 3",
    )  # fmt: skip
    assert header.subject == "HONEY"
    assert header.tags == ("PREL",)
    assert header.classified_by == ("Anna Strand",)


def test_all_reference_lines_are_kept():
    reading, _ = read(
        "REF: A. OSLO 12\n     B. LIMA 3\nClassified By: DCM X Strand\n\nREFTELS: ROME 4\n"
    )
    assert [line.text.strip() for line in reading.reference_lines] == [
        "REF: A. OSLO 12",
        "B. LIMA 3",
        "REFTELS: ROME 4",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("REF: OSLO 12",),
        ("REFS: OSLO 12",),
        ("REF(S): OSLO 12",),
        ("Reftel: OSLO 12",),
        ("REFERENCE: OSLO 12",),
        ("REF OSLO 12",),
        ("HONEY AND WAX REF: OSLO 12",),
        ("SUBJECT: HONEY AND WAXREF: A. OSLO 12",),
    ],
)
def test_reference_field(lines):
    reading, _ = read("\n".join(lines))
    [line] = reading.reference_lines
    assert line.text.endswith("OSLO 12")
    assert line.text.upper().startswith("REF")


def test_reference_field_goes_on_beyond_blank_lines_where_it_was_cut_off():
    reading, _ = read("REF: A. OSLO 1 B. OSLO\n\n36633\n\nC. 03\n\nLIMA 12\n\n1. (U) Lamps")
    assert [line.text for line in reading.reference_lines] == [
        "REF: A. OSLO 1 B. OSLO",
        "36633",
        "C. 03",
        "LIMA 12",
    ]


def test_reference_field_ends_before_the_body():
    reading, lines = read(
        "REF: OSLO 12 (U) THIS CABLE IS SENSITIVE BUT UNCLASSIFIED.\n\nB. Background\n\n1. Lamps"
    )
    assert [line.text for line in reading.reference_lines] == ["REF: OSLO 12"]
    assert lines[reading.body_start].text == "(U) THIS CABLE IS SENSITIVE BUT UNCLASSIFIED."


@pytest.mark.parametrize(
    ("lines", "subject", "marking"),
    [
        (("SUBJECT: HONEY",), "HONEY", None),
        (("SUBJ: HONEY",), "HONEY", None),
        (("SUBJECT HONEY",), "HONEY", None),
        (("Subject: (s) honey in the north",), "honey in the north", "S"),
        (("SUBJECT: (S/NF) HONEY",), "HONEY", "S/NF"),
        (("SUBJECT: HONEY (U)",), "HONEY", "U"),
        (("SUBJECT: HONEY (PART I)",), "HONEY (PART I)", None),
        (("SUBJECT: HONEY AND", "WAX", "", "SUMMARY"), "HONEY AND WAX", None),
        (("SUBJECT: NON-", "PROLIFERATION -", "A REVIEW"), "NON-PROLIFERATION - A REVIEW", None),
        (("SUBJECT:", "", "Honey and Wax", "1.(U) Summary"), "Honey and Wax", None),
        (("SUBJECT: //HONEY///",), "HONEY", None),
        (
            ("SUBJECT: FUNDS TO PROTECT THE", "", "HIVES", "", "REF: OSLO 1"),
            "FUNDS TO PROTECT THE HIVES",
            None,
        ),
        (("SUBJECT: HONEY", "-----------", "1. SUMMARY"), "HONEY", None),
        (
            (
                "SUBJECT: HONEY",
                "The museum opened its doors to visitors.",
            ),
            "HONEY",
            None,
        ),
        (("SUBJECT: HONEY", "SUMMARY", "-------"), "HONEY", None),
        (("SUBJECT: HONEY Sensitive but unclassified",), "HONEY", None),
        (("SUBJECT: HONEY ¶1. (U) Summary",), "HONEY", None),
        (("SUBJECT: HONEY", "OSLO 00000012  001.2 OF 003", "AND WAX"), "HONEY AND WAX", None),
        (("SUBJECT:", "REF: OSLO 1"), None, None),
        (("SUBJECT: HONEY \\", "AND WAX \\", " \\"), "HONEY AND WAX", None),
    ],
)
def test_subject(lines, subject, marking):
    header = header_of(*lines)
    assert (header.subject, header.subject_marking) == (subject, marking)


def test_a_header_on_one_line():
    assert roles_of(
        "C O N F I D E N T I A L SECTION 01 OF 02 OSLO 000228  SIPDIS  STATE FOR EUR/NB  "
        "E.O. 12958: DECL: 02/01/2020 TAGS: PREL NO SUBJECT: HONEY AND BEES REF: A. OSLO 12 "
        "Classified By: DCM Anna Strand for reasons 1.4 (b) and (d). ¶1. (C) Lamps. ¶2. (C) More."
    ) == [
        ("C O N F I D E N T I A L SECTION 01 OF 02 OSLO 000228", Role.CLASSIFICATION),
        ("SIPDIS", Role.CAPTION),
        ("STATE FOR EUR/NB", Role.PASSING),
        ("E.O. 12958: DECL: 02/01/2020", Role.EXECUTIVE_ORDER),
        ("TAGS: PREL NO", Role.TAGS),
        ("SUBJECT: HONEY AND BEES", Role.SUBJECT),
        ("REF: A. OSLO 12", Role.REFERENCES),
        ("Classified By: DCM Anna Strand for reasons 1.4 (b) and (d).", Role.CLASSIFIED_BY),
        ("¶1. (C) Lamps. ¶2. (C) More.", None),
    ]


def test_a_newspapers_copy():
    assert roles_of(
        "Friday, 23 February 2001, 15:53",
        "C O N F I D E N T I A L OSLO 001234 ",
        "SIPDIS ",
        "EO 12958 DECL: 02/23/2011 TAGS PGOV, PREL, ",
        "MARR, NO",
        "SUBJECT: LAMPS",
    ) == [
        ("Friday, 23 February 2001, 15:53", Role.ARTEFACT),
        ("C O N F I D E N T I A L OSLO 001234", Role.CLASSIFICATION),
        ("SIPDIS", Role.CAPTION),
        ("EO 12958 DECL: 02/23/2011", Role.EXECUTIVE_ORDER),
        ("TAGS PGOV, PREL,", Role.TAGS),
        ("MARR, NO", Role.TAGS),
        ("SUBJECT: LAMPS", Role.SUBJECT),
    ]


def test_a_sentence_cased_copy():
    header = header_of(
        "S e c r e t state 068250", "", "Sipdis", "", "E.o. 12958: decl: 07/01/2034",
        "Tags: parm, prel", "Subject: honey", "", "Ref: a. 05 state 201650", "",
        "Classified by: eur das anna strand. Reason: 1.4 (b), (d).",
    )  # fmt: skip
    assert header.captions == ("SIPDIS",)
    assert header.tags == ("PARM", "PREL")
    assert header.subject == "honey"
    assert header.classified_by == ("anna strand",)
    assert header.reasons == ("b", "d")


def test_a_message_of_2009_and_later():
    header = header_of(
        "UNCLASSIFIED", "SENSITIVE", "", "MRN:        23 OSLO 2544",
        "Date/DTG:   Sep 16, 2023 / 160150Z SEP 23", "From:       AMEMBASSY OSLO",
        "Action:     WASHDC, SECSTATE ROUTINE", "E.O.:       13526", "TAGS:       PGOV, NO",
        "Captions:   SENSITIVE, SIPDIS", "Pass Line:  EUR FOR NB", "Subject:    Museum Opens",
        "            its Doors", "", "1. (SBU) Lamps",
    )  # fmt: skip
    assert header.message_number == "23 OSLO 2544"
    assert f"{header.sent:%Y-%m-%d %H:%M}" == "2023-09-16 01:50"
    assert header.originator == "AMEMBASSY OSLO"
    assert [addressee.name for addressee in header.action] == ["WASHDC, SECSTATE"]
    assert header.captions == ("SENSITIVE", "SIPDIS")
    assert header.passing == ("EUR FOR NB",)
    assert header.subject == "Museum Opens its Doors"


def test_a_second_complete_header_changes_nothing():
    header = header_of(
        "<<218634>>", "7/25/2009 14:47", "Embassy Oslo", "SECRET", "09STATE1|09LIMA2",
        "VZCZCXRO6164", "S E C R E T OSLO 000881", "SIPDIS", "E.O. 12958: DECL: 07/25/2019",
        "TAGS: PREL", "SUBJECT: HONEY", "TAGS: PREL", "SUBJECT: HONEY",
    )  # fmt: skip
    assert header.transmission_id == "VZCZCXRO6164"
    assert header.classified_as == "S E C R E T OSLO 000881"
    assert header.subject == "HONEY"


def test_a_partial_extract():
    assert roles_of(
        "This record is a partial extract of the original cable. The full text is not available.",
        "291359Z Nov 00",
        "CONFIDENTIAL     PTQ1859",
        "PAGE 01        OSLO  06677  01 OF 03  291400Z",
        "ACTION AF-00",
        "      ------------------36C1D4  291318Z /38",
        "FM",
        "TO",
        "C O N F I D E N T I A L SECTION 01 OF 03 OSLO 006677",
    ) == [
        ("This record is a partial extract of the original cable. The full text is not available.",
         Role.BOILERPLATE),
        ("291359Z Nov 00", Role.DATE_TIME_GROUP),
        ("CONFIDENTIAL     PTQ1859", Role.CLASSIFICATION),
        ("PAGE 01        OSLO  06677  01 OF 03  291400Z", Role.PAGE_BREAK),
        ("ACTION AF-00", Role.DISTRIBUTION),
        ("------------------36C1D4  291318Z /38", Role.DISTRIBUTION),
        ("FM", Role.ORIGINATOR),
        ("TO", Role.ACTION),
        ("C O N F I D E N T I A L SECTION 01 OF 03 OSLO 006677", Role.CLASSIFICATION),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The pier was too short.\n\n2. (C) Lamps.\n\nSTRAND",
        "Dear Anna,\nthe secret of honey is simple.\nTo make it, ask a bee.",
        "1. (U) Classified by Anna Strand, DCM. Reason 1.5 (b).",
        "-----\nTitle\n-----",
        "",
    ],
)
def test_a_text_without_a_header_is_all_body(text):
    reading, lines = read(text)
    assert reading.body_start == 0 or lines[0].text == ""
    assert all(line.role in (None, Role.BLANK) for line in lines)


def test_running_text_below_a_classification_line_is_the_body():
    prose = "The director of the museum told us that the lamp had burned at noon for a week."
    reading, _ = read(f"UNCLAS OSLO 000012\n\nSIPDIS\n\n{(prose + chr(10)) * 6}\nREF: OSLO 11\n")
    assert reading.body_start == 4
    assert reading.header.passing == ()


def test_a_field_further_down_is_found_when_it_is_near():
    reading, _ = read(
        "TAGS: PREL\n\n(SBU) The director spoke of honey...\n\nSUBJECT: HONEY\n\n1. Lamps"
    )
    assert reading.header.subject == "HONEY"
