from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cable.identifiers import (
    ReferenceId,
    canonical_id,
    fold_station,
    known_station,
    parse_reference_id,
)
from reader.cable.vocabulary import stations


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("09REYKJAVIK17", "09REYKJAVIK17"),
        ("09reykjavik17", "09REYKJAVIK17"),
        ("1975TEHRAN00893", "75TEHRAN893"),
        ("2009 STATE 10774", "09STATE10774"),
        ("23 MEXICO 2544", "23MEXICO2544"),
        ("10-LISBON-57", "10LISBON57"),
        ("04 SAO PAULO 000218", "04SAOPAULO218"),
        ("08 Port-of-Spain 22", "08PORTOFSPAIN22"),
        ("07ST. PETERSBURG 75", "07STPETERSBURG75"),
        ("O4 LAGOS O1512", "04LAGOS1512"),
        ("100TTAWA57", "10OTTAWA57"),
        ("10SANTIAG0123", "10SANTIAGO123"),
        ("1979NEWDE00123", "79NEWDELHI123"),
        ("1973STATE069011_b", "73STATE69011"),
        ("90STATE255111TOSEC140301", "90STATE255111"),
        ("09SECSTATE5", "09STATE5"),
    ],
)
def test_canonical_form(printed: str, canonical: str) -> None:
    assert canonical_id(printed) == canonical


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "06ASTANA",
        "MOSCOW 501",
        "09MOSCOW0",
        "7575LIBREVILLE1895",
        "08ACCRA001382SUSPECTEDDUPLICATE1392",
        "06MADRID002583ZFR2585",
        "09SECTION02OF02BRUSSELS579",
        "12345",
        "09 " * 100,
    ],
)
def test_what_is_not_safe_to_fold_has_no_canonical_form(printed: str) -> None:
    assert canonical_id(printed) is None


def test_parts_of_an_id() -> None:
    assert parse_reference_id("75 Buenos Aires 0123") == ReferenceId(1975, "BUENOSAIRES", 123)


@pytest.mark.parametrize(
    ("name", "station"),
    [
        ("SECSTATE", "STATE"),
        ("HK", "HONGKONG"),
        ("Addis", "ADDISABABA"),
        ("RIO", "RIODEJANEIRO"),
        ("KL", "KUALALUMPUR"),
        ("USUN", "USUNNEWYORK"),
        ("UNVIE", "UNVIEVIENNA"),
        ("USMISSION UNVIE VIENNA", "UNVIEVIENNA"),
        ("NATO", "USNATO"),
        ("USMISSION GENEVA", "GENEVA"),
        ("AMEMBASSY MOSCOW", "MOSCOW"),
        ("0TTAWA", "OTTAWA"),
        ("Brasília", "BRASILIA"),
        ("TRIPOLII", "TRIPOLI"),
        ("RECYKJAVIK", "REYKJAVIK"),
        ("PORT A", "PORTAUPRINCE"),
        ("MEXICO CITY", "MEXICO"),
        ("MEXICO D.F.", "MEXICO"),
        ("CONGEN SHANGHAI", "SHANGHAI"),
        ("USMISSION OSCE", "USOSCE"),
    ],
)
def test_other_names_of_a_station(name: str, station: str) -> None:
    assert fold_station(name) == station
    assert known_station(name) == station


def test_brussels_is_never_folded_into_the_mission_to_the_union() -> None:
    assert fold_station("BRUSSELS") == "BRUSSELS"
    assert fold_station("USEU BRUSSELS") == "USEUBRUSSELS"


@pytest.mark.parametrize("name", ["GENOA", "UNSCR", "MONTE", "Zanzibar", ""])
def test_unknown_name_is_kept(name: str) -> None:
    assert known_station(name) is None
    assert fold_station(name) == name.upper()


def test_sender_that_is_no_post_keeps_its_name() -> None:
    assert known_station("SECDEF") == "SECDEF"
    assert known_station("USDA FAS WASHDC") == "USDAFAS"


def test_every_station_of_the_vocabulary_is_its_own_fold() -> None:
    assert {name for name in stations() if fold_station(name) != name} == set()


@given(st.integers(1966, 2040), st.sampled_from(["MOSCOW", "SAOPAULO"]), st.integers(1, 10**7))
def test_printed_id_is_read_again(year: int, station: str, serial: int) -> None:
    reference_id = ReferenceId(year, station, serial)
    assert parse_reference_id(str(reference_id)) == reference_id


@given(st.text(max_size=100))
def test_any_text_is_read_or_refused_and_the_canonical_form_is_stable(text: str) -> None:
    canonical = canonical_id(text)
    assert canonical is None or canonical_id(canonical) == canonical
