"""Cables as a REF line cites them, in every spelling of year, station and serial."""

from __future__ import annotations

import pytest

from reader.cable.references import parse_references


def ids(text, *, year=2009, month=None, station=None):
    found = parse_references(text, year=year, month=month, station=station)
    return [reference.target for reference in found]


def test_reference_without_year_takes_the_cables_own_year():
    [reference] = parse_references("REF: A. LIMA 198", year=2008)
    assert str(reference.target) == "08LIMA198"


@pytest.mark.parametrize(
    ("printed", "target"),
    [
        ("09 OSLO 12", "09OSLO12"),
        ("2008 OSLO 12", "08OSLO12"),
        ("08OSLO12", "08OSLO12"),
        ("08-OSLO-12", "08OSLO12"),
        ("'08 OSLO 12", "08OSLO12"),
        ("(08) OSLO 12", "08OSLO12"),
        ("OSLO (08) 00012", "08OSLO12"),
        ("OSLO 2008 12", "08OSLO12"),
        ("OSLO 123 (08)", "08OSLO123"),
        ("OSLO 123/08", "08OSLO123"),
        ("OSLO 123 '08", "08OSLO123"),
        ("OSLO 12345-91", "91OSLO12345"),
        ("OSLO 00123 2008", "08OSLO123"),
        ("OSLO 00123 99", "99OSLO123"),
        ("OSLO 123 OF 2008", "08OSLO123"),
        ("OSLO #3565", "09OSLO3565"),
        ("OSLO O1512", "09OSLO1512"),
        ("OSLO NO. 12", "09OSLO12"),
        ("OSLO (C)00012", "09OSLO12"),
        ("UNCLAS OSLO 12", "09OSLO12"),
        ("SEE ALSO OSLO 12", "09OSLO12"),
        ("OSL0 12", "09OSLO12"),
        ("870 Oslo", "09OSLO870"),
        ("OSLO870", "09OSLO870"),
    ],
)
def test_year_station_and_serial_in_every_spelling(printed, target):
    assert ids(printed) == [target]
    assert ids(f"REF: A. {printed}\n     B. LIMA 7") == [target, "09LIMA7"]


@pytest.mark.parametrize(
    ("printed", "target"),
    [
        ("SECSTATE 12", "09STATE12"),
        ("RIO 12", "09RIODEJANEIRO12"),
        ("Port-of-Spain 12", "09PORTOFSPAIN12"),
        ("ST. PETERSBURG 12", "09STPETERSBURG12"),
        ("USUN NEW YORK 12", "09USUNNEWYORK12"),
        ("USMISSION GENEVA 12", "09GENEVA12"),
        ("USMISSION OSCE 12", "09USOSCE12"),
        ("CONGEN SHANGHAI 12", "09SHANGHAI12"),
        ("MEXICO D.F. 12", "09MEXICO12"),
        ("SAN JOS\u00c9 12", "09SANJOSE12"),
        ("REYKJAVIC 12", "09REYKJAVIK12"),
        ("CJCS 1234", "09CJCS1234"),
        ("BRUSSELS 12", "09BRUSSELS12"),
        ("USEU BRUSSELS 12", "09USEUBRUSSELS12"),
        ("USDAO OSLO 12", "09USDAOOSLO12"),
        ("STATE\n12345", "09STATE12345"),
        ("SAO\nPAULO 12", "09SAOPAULO12"),
    ],
)
def test_stations_are_folded(printed, target):
    assert ids(f"REF: {printed}") == [target]


def test_serial_takes_station_and_year_of_the_item_before():
    assert ids("REF: A. 08 OSLO 1 B. 2962 AND PREVIOUS C. LIMA 7") == [
        "08OSLO1",
        "08OSLO2962",
        "09LIMA7",
    ]


def test_first_serial_without_a_station_is_the_citing_stations():
    assert ids("REF: A) 6307 B) 7", station="OSLO") == ["09OSLO6307", "09OSLO7"]
    assert ids("REF: REF 1", station="OSLO") == [None]
    assert ids("REF: A) 6307") == [None]


def test_the_citing_year_alone_is_no_serial():
    found = parse_references("REF: A. OSLO 12 B. 2009 AND PREVIOUS", year=2009)
    assert [(item.label, item.target) for item in found] == [("A", "09OSLO12"), ("B", None)]


@pytest.mark.parametrize(
    ("printed", "serials"),
    [
        ("OSLO 501 AND 502", [501, 502]),
        ("OSLO 1, 2, 3", [1, 2, 3]),
        ("OSLO 936/935", [936, 935]),
        ("OSLO 11657 and 7743, 12155", [11657, 7743, 12155]),
        ("OSLO 12, OSLO 13 AND 14", [12, 13, 14]),
    ],
)
def test_list_of_serials_is_one_reference_each(printed, serials):
    found = parse_references(f"REF: B. {printed}", year=2009)
    assert [item.target for item in found] == [f"09OSLO{serial}" for serial in serials]
    assert {item.label for item in found} == {"B"}


@pytest.mark.parametrize("printed", ["OSLO 100-105", "OSLO 100 THRU 105", "OSLO 100 TO OSLO 105"])
def test_range_keeps_its_ends_and_is_marked(printed):
    found = parse_references(f"REF: {printed}", year=2009)
    assert [item.target for item in found] == ["09OSLO100", "09OSLO105"]
    assert all("RANGE" in item.qualifiers for item in found)


@pytest.mark.parametrize(
    ("printed", "qualifiers"),
    [
        ("OSLO 501 (NOTAL)", ("NOTAL",)),
        ("OSLO 501 NOTAL, EXDIS", ("NOTAL", "EXDIS")),
        ("OSLO 501 (EXDIS, NOTAL)", ("EXDIS", "NOTAL")),
        ("OSLO 501 (BOTH NOTAL)", ("NOTAL",)),
        ("OSLO 501 (S/NF)", ("S/NF",)),
        ("OSLO 501 [NODIS]", ("NODIS",)),
        ("OSLO 501 AND PREVIOUS", ("AND PREVIOUS",)),
        ("OSLO 501, and previous", ("AND PREVIOUS",)),
        ("OSLO 501 ET AL", ("ET AL",)),
        ("OSLO 501 (HONEY OF THE NORTH)", ()),
    ],
)
def test_qualifiers_and_titles_belong_to_the_cable(printed, qualifiers):
    [reference] = parse_references(f"REF: {printed}", year=2009)
    assert reference.target == "09OSLO501"
    assert reference.qualifiers == qualifiers
    assert reference.text == printed


def test_january_cable_may_cite_last_years():
    found = parse_references(
        "REF: A. OSLO 1200 B. STATE 100000 C. OSLO 12 D. STATE 5000 E. 09 OSLO 1200",
        year=2009,
        month=1,
    )
    assert [(item.target, item.candidates) for item in found] == [
        (None, ("08OSLO1200", "09OSLO1200")),
        (None, ("08STATE100000", "09STATE100000")),
        ("09OSLO12", ()),
        ("09STATE5000", ()),
        ("09OSLO1200", ()),
    ]


def test_the_department_sent_more_in_the_seventies():
    [reference] = parse_references("REF: STATE 13701", year=1975, month=1)
    assert reference.target == "75STATE13701"


def test_other_months_leave_no_doubt():
    assert ids("REF: OSLO 1200", month=2) == ["09OSLO1200"]


def test_without_any_year_the_id_is_not_known():
    [reference] = parse_references("REF: OSLO 12")
    assert (reference.kind.value, reference.target) == ("cable", None)


@pytest.mark.parametrize(
    "printed",
    [
        "UNSCR 1540",
        "ARTICLE 41",
        "LETTER OF JULY 15",
        "OSLO 2008 CONFERENCE",
        "OSLO TALKS OF 22-24 AUG 05",
        "TREATY OF OSLO, SECTION 6",
    ],
)
def test_what_only_looks_like_a_cable(printed):
    [reference] = parse_references(f"REF: {printed}", year=2009)
    assert reference.target is None
    assert reference.text == printed
