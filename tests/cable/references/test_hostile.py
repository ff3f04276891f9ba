"""Whatever stands in a REF line: no error, spans in the text and in order, time linear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cable.references import parse_references
from tests.growth import is_linear

PIECES = st.sampled_from(
    ("REF: ", "A. ", "(B) ", "c) ", "\u00b6D. ", "OSLO ", "LIMA ", "12", "00501 ", "2008 ", "(",
     ")", "[", "]", "AND ", "; ", ", ", "\n", "-", "/", "'", "162245Z OCT 08 ", "E-MAIL ", "NOTAL ",
     "001.2 OF 003 ", "PAGE 02 ", "\u00c9", "#", "THRU ", "0O0 ", "09OSLO12 ", "\u0661")
)  # fmt: skip
FIELDS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map("".join))


@given(FIELDS, st.sampled_from((None, 1975, 2009)), st.sampled_from((None, 1, 6)))
def test_any_field_is_read(text, year, month):
    found = parse_references(text, year=year, month=month, station="OSLO")
    last = 0
    for item in found:
        assert 0 <= item.span.start < item.span.end <= len(text)
        assert item.span.start >= last or item.qualifiers == ("RANGE",)
        last = item.span.start
        assert item.text


@pytest.mark.parametrize(
    "unit",
    ["A. ", "b. ", "OSLO ", "OSLO 12, ", "12 ", "(", "[(", "REF ", " ", "\n", "LIMA 7; RE X ",
     "OSLO-", "A", "0", "PAGE 02 ", "00000 ", "SENSITIVE BUT ", "CLASS ", "-", "'", "09OSLO1"],
)  # fmt: skip
def test_time_is_linear(unit):
    def prepare(size):
        text = "REF: " + unit * (size // len(unit))
        return lambda: parse_references(text, year=2009, station="OSLO")

    assert is_linear(prepare, 80_000)
