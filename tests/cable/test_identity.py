"""Which cable a telegram is: by its carrier, its classification line, its DE line, its MRN."""

from datetime import UTC, datetime

import pytest

from reader.cable.header import read_classification_line
from reader.cable.identity import identify, station_of_originator
from reader.cable.model import Envelope, Header, Station

SENT = datetime(2009, 3, 2, 4, 36, tzinfo=UTC)


def identity(header=None, line=None, envelope=None, year=None):
    classification = read_classification_line(line) if line else None
    return identify(header or Header(), classification, envelope or Envelope(), year)


def test_station_and_serial_of_the_classification_line():
    found = identity(Header(sent=SENT), "UNCLAS THE HAGUE 000501")
    assert (found.reference_id, found.canonical_id, found.own_id) == ("09THEHAGUE501",) * 3
    assert (found.station, found.serial, found.year, found.month) == ("THEHAGUE", 501, 2009, 3)


def test_originator_and_station_line_stand_in_for_the_classification_line():
    header = Header(
        sent=SENT, originator="AMEMBASSY LA PAZ", station=Station("RUEHLP", 96, None, 61, "0436")
    )
    assert identity(header).canonical_id == "09LAPAZ96"


def test_what_the_carrier_says_comes_first():
    found = identity(Header(sent=SENT), "UNCLAS OSLO 000882", Envelope(reference_id="09OSLO000881"))
    assert found.reference_id == "09OSLO000881"
    assert found.canonical_id == "09OSLO881"
    assert found.own_id == "09OSLO882"


def test_an_id_that_names_two_cables_is_shown_but_not_matched():
    found = identity(envelope=Envelope(reference_id="08OSLO001382SUSPECTEDDUPLICATE1392"))
    assert found.reference_id == "08OSLO001382SUSPECTEDDUPLICATE1392"
    assert found.canonical_id is None


def test_the_year_is_asked_for_where_the_telegram_has_none():
    assert identity(line="UNCLAS OSLO 000501").canonical_id is None
    assert identity(line="UNCLAS OSLO 000501", year=1998).canonical_id == "98OSLO501"


def test_a_later_message_has_its_id_in_a_field():
    found = identity(Header(sent=SENT, message_number="23 RIO DE JANEIRO 2544"))
    assert found.canonical_id == "23RIODEJANEIRO2544"
    assert found.serial == 2544


@pytest.mark.parametrize(
    ("originator", "station"),
    [
        ("AMEMBASSY OSLO", "OSLO"),
        ("AMCONSUL RIO DE JANEIRO", "RIO DE JANEIRO"),
        ("USMISSION GENEVA", "GENEVA"),
        ("AMEMBASSY OSLO//POL//", "OSLO"),
        ("RUEHC/SECSTATE WASHDC", "STATE"),
        ("SECSTATE WASHDC", "STATE"),
        ("LIGHTHOUSE BOARD", None),
    ],
)
def test_station_of_the_originator(originator, station):
    assert station_of_originator(originator) == station
