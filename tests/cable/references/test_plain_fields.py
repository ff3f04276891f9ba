"""Fields of plain items, which are read line by line, say what the readers of tokens would say."""

import pytest

from reader.cable.references import parse_references
from reader.cable.references.plain import read_plain_field

PLAIN = [
    "REF: A. OSLO 12",
    "REF: A. OSLO 12\n     B. 08 STATE 12345\n     C. 2007 SAO PAULO 7",
    "A. THE HAGUE 1\nB. RIO DE JANEIRO 501",
    "  REF:  A. LIMA 3\nREF: B. LIMA 4",
    "A.   PORT OF SPAIN 90210\nB. 99 OSLO 1",
]
OTHER = [
    "REF: OSLO 12",
    "REF: A. OSLO 12 (NOTAL)\n     B. 08 STATE 12345",
    "REF: A. OSLO 12\n     C. 08 STATE 12345",
    "REF: B. OSLO 12",
    "REF: A. OSLO 0012",
    "REF: A. HARBOR BOARD 12",
    "REF: A. CLASSIFIED BY 12",
    "REF: A. OSLO 12\n\n     B. LIMA 4",
    "REF: A. OSLO 12 B. LIMA 4",
    "",
]


@pytest.mark.parametrize("month", [None, 1, 6])
@pytest.mark.parametrize("field", PLAIN)
def test_a_plain_field_is_read_as_any_other(field, month):
    assert read_plain_field(field) is not None
    assert read_plain_field(f"{field};") is None
    cited = parse_references(field, year=2009, month=month, station="TOKYO")
    assert cited == parse_references(f"{field};", year=2009, month=month, station="TOKYO")
    assert [item.label for item in cited] == list("ABC")[: len(cited)]
    assert all(field[item.span.start : item.span.end] == item.text for item in cited)


@pytest.mark.parametrize("field", OTHER)
def test_what_has_anything_more_is_no_plain_field(field):
    assert read_plain_field(field) is None
