"""Classification lines, captions and passing lines."""

import pytest

from reader.cable.header import read_classification_line
from reader.cable.header.captions import read_captions
from reader.cable.model import Classification, Role
from tests.cable.header.reading import header_of, read, roles_of

C = Classification


@pytest.mark.parametrize(
    ("text", "classification", "station", "serial", "count"),
    [
        ("UNCLAS REYKJAVIK 000501", C.UNCLASSIFIED, "REYKJAVIK", 501, None),
        ("UNCLAS SECTION 01 OF 02 THE HAGUE 000501", C.UNCLASSIFIED, "THE HAGUE", 501, 2),
        ("UNCLASSIFIED SECTION 01 OF 01 OSLO 1164", C.UNCLASSIFIED, "OSLO", 1164, 1),
        ("C O N F I D E N T I A L OSLO 000110", C.CONFIDENTIAL, "OSLO", 110, None),
        ("CONFIDENTIAL  OSLO 12345", C.CONFIDENTIAL, "OSLO", 12345, None),
        ("S E C R E T SECTION 01 of 03 PORT-AU-PRINCE 000012", C.SECRET, "PORT-AU-PRINCE", 12, 3),
        ("S E C R E T //NOFORN SECTION 01 OF 02 OSLO 000012", C.SECRET, "OSLO", 12, 2),
        ("S e c r e t state 068250", C.SECRET, "STATE", 68250, None),
        ("T O P  S E C R E T OSLO 000001", C.TOP_SECRET, "OSLO", 1, None),
        ("LIMITED OFFICIAL USE STATE 069043", C.LIMITED_OFFICIAL_USE, "STATE", 69043, None),
        ("L I M I T E D  O F F I C I A L  U S E OSLO 1", C.LIMITED_OFFICIAL_USE, "OSLO", 1, None),
        ("UNCLAS E F T O OSLO 0893", C.UNCLASSIFIED, "OSLO", 893, None),
        ("CO N F I D E N T I A L USUN NEW YORK 000282", C.CONFIDENTIAL, "USUN NEW YORK", 282, None),
        ("CONFIDENTIAL", C.CONFIDENTIAL, None, None, None),
        ("S E C R E T SECTION 01 OF 02", C.SECRET, None, None, 2),
    ],
)
def test_classification_line(text, classification, station, serial, count):
    found = read_classification_line(text)
    assert (found.classification, found.station, found.serial, found.section_count) == (
        classification,
        station,
        serial,
        count,
    )
    assert not found.is_garbled


@pytest.mark.parametrize(
    ("text", "classification"),
    [
        ("UUNCLAS OSLO 001002", C.UNCLASSIFIED),
        ("NCLAS OSLO 001002", C.UNCLASSIFIED),
        ("SS E C R E T OSLO 000001", C.SECRET),
        ("CSE C R E T OSLO 000001", C.SECRET),
        ("E C R E T OSLO 000001", C.SECRET),
        ("CC O N F I D E N T I A L OSLO 000001", C.CONFIDENTIAL),
        ("O N F I D E N T I A L OSLO 000001", C.CONFIDENTIAL),
    ],
)
def test_first_letter_doubled_lost_or_with_a_stray_one_before_it(text, classification):
    reading, _ = read(f"{text}\nSIPDIS\n")
    assert reading.header.classification is classification
    assert [problem.rule for problem in reading.problems] == ["classification_line"]


@pytest.mark.parametrize(
    "text",
    [
        "Secret talks in Oslo 15 years ago came to nothing.",
        "SECRETARY STRAND ARRIVED",
        "CONFIDENTIAL FOR THE AMBASSADOR",
        "Confidential sources spoke of honey.",
        "THE HAGUE 000012",
    ],
)
def test_sentences_are_no_classification_lines(text):
    assert read_classification_line(text) is None


def test_banner_above_the_header_gives_way_to_the_line_itself():
    header = header_of(
        "UNCLASSIFIED   STATE   00100901",
        "O 250910Z SEP 09",
        "FM SECSTATE WASHDC",
        "UNCLAS SECTION 01 OF 02 STATE 100901",
    )
    assert header.classified_as == "UNCLAS SECTION 01 OF 02 STATE 100901"
    assert header.section_count == 2
    assert header.sent is not None


@pytest.mark.parametrize(
    ("line", "captions"),
    [
        ("SIPDIS", ("SIPDIS",)),
        ("NOFORN SIPDIS", ("NOFORN", "SIPDIS")),
        ("SENSITIVE, SIPDIS", ("SENSITIVE", "SIPDIS")),
        ("STADIS////////////////////////", ("STADIS",)),
        ("NODIS CHEROKEE", ("NODIS", "CHEROKEE")),
        ("SENSITIVE BUT UNCLASSIFIED", ("SENSITIVE BUT UNCLASSIFIED",)),
        ("DEA SENSITIVE", ("DEA SENSITIVE",)),
        ("CODEL KETTLE", ("CODEL KETTLE",)),
        ("REL TO USA, NOR", ("REL TO USA, NOR",)),
        ("N O F O R N", ("NOFORN",)),
        ("ROGER CHANNEL", ("ROGER CHANNEL",)),
        ("C O R R E C T E D   C O P Y (PARAS 2 AND 6)", ("CORRECTED COPY",)),
        ("C O R R E C T E D COPY//SUBJECT LINE//////", ("CORRECTED COPY",)),
        ("Sipdis", ("SIPDIS",)),
        ("SENSITIVE ISSUES AT THE PIER", ()),
        ("DEPT FOR EUR/NB", ()),
    ],
)
def test_captions(line, captions):
    assert read_captions(line)[0] == captions


def test_captions_count_once_and_passing_lines_follow_them():
    header = header_of(
        "UNCLAS OSLO 000001",
        "SIPDIS",
        "",
        "SENSITIVE",
        "SIPDIS",
        "",
        "DEPT ALSO FOR EUR/NB, EB,",
        "AND PM",
        "SENSITIVE",
        "USDOC 4322/HONEY",
        "",
        "E.O. 12958: N/A",
    )
    assert header.captions == ("SIPDIS", "SENSITIVE")
    assert header.passing == ("DEPT ALSO FOR EUR/NB, EB, AND PM", "USDOC 4322/HONEY")


def test_captions_and_passing_on_one_line():
    assert roles_of("UNCLAS OSLO 000001 SIPDIS NOFORN", "SIPDIS DEPT FOR EUR/NB", "TAGS: PREL") == [
        ("UNCLAS OSLO 000001", Role.CLASSIFICATION),
        ("SIPDIS NOFORN", Role.CAPTION),
        ("SIPDIS", Role.CAPTION),
        ("DEPT FOR EUR/NB", Role.PASSING),
        ("TAGS: PREL", Role.TAGS),
    ]


def test_a_cable_without_a_classification_line_begins_with_its_captions():
    header = header_of("FM AMEMBASSY OSLO", "", "SIPDIS", "", "DEPT FOR EUR/NB", "", "TAGS: PREL")
    assert header.classification is None
    assert header.captions == ("SIPDIS",)
    assert header.passing == ("DEPT FOR EUR/NB",)


def test_passing_lines_above_no_field_at_all():
    reading, _ = read(
        "UNCLAS OSLO 000001\n\nSTATE FOR EUR/NB\nNSC FOR KETTLE\n\nThe lamp is out.\n"
    )
    assert reading.header.passing == ("STATE FOR EUR/NB", "NSC FOR KETTLE")
    assert reading.body_start == 5


@pytest.mark.parametrize(
    ("header", "body"),
    [
        ("AMEMBASSY OSLO", "UNCLAS REYKJAVIK 003235"),
        ("This is a partial extract of the original cable.", "UNCLAS OSLO 001051"),
        ("RUEHNY/AMEMBASSY OSLO", "CONFIDENTIAL REYKJAVIK 000001"),
        ("RUEHNY/AMEMBASSY OSLO", "C O N F I D E N T I A L SECTION 01 OF 02 OSLO 001051"),
    ],
)
def test_header_and_body_run_together_are_cut(header, body):
    roles = roles_of("FM AMEMBASSY REYKJAVIK", f"INFO {header}{body}", "SIPDIS", "TAGS: PREL")
    assert roles[1][0] == f"INFO {header}"
    assert roles[2:] == [
        (body, Role.CLASSIFICATION),
        ("SIPDIS", Role.CAPTION),
        ("TAGS: PREL", Role.TAGS),
    ]
