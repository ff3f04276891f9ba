"""Whatever stands above a body: no error, every character kept, time linear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cable.lines import CoveredLines, ReadingText
from reader.cable.model import Role, Telegram
from tests.cable.header.reading import read
from tests.growth import is_linear

PIECES = st.sampled_from(
    (
        *(
            "VZCZCXRO9017",
            "RR RUEHNY",
            "DE RUEHRK #0017/01 0610436",
            "R 020436Z MAR 09",
            "FM ",
            "TO ",
        ),
        *(
            "RUEHC/SECSTATE WASHDC 2183",
            "INFO ",
            "XMT ",
            "UNCLAS OSLO 000017",
            "S E C R E T",
            "SIPDIS",
        ),
        *(
            "DEPT FOR EUR",
            "E.O. 12958: ",
            "DECL: 1/1/2019",
            "TAGS: ",
            "PREL",
            "SUBJECT: ",
            "REF: ",
            "A. ",
        ),
        *(
            "OSLO 12",
            "Classified By: ",
            "Reason 1.4 (b",
            "OSLO 00000017 001.2 OF 003",
            "PAGE 02",
            "MRN: ",
        ),
        *("\n", "\n", "\n\n", " ", "¶1. ", "-----", "\f", "ß", "İ", "(U) ", "1. "),
    )
)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map("".join)))
def test_any_header_is_read(text):
    reading, lines = read(text, 2009)
    assert 0 <= reading.body_start <= len(lines)
    assert all(line.role is not None for line in lines[: reading.body_start])
    assert all(line in lines for line in reading.reference_lines)
    covered = CoveredLines(lines, ReadingText(Telegram(text)))
    assert "".join(text[start:end] for start, end, _ in covered) == text


@pytest.mark.parametrize(
    ("first", "unit"),
    [
        ("TO ", "RUEHNY/AMEMBASSY OSLO PRIORITY 0312\n"),
        ("TO ALL POSTS\nXMT ", "AMEMBASSY OSLO\n"),
        ("TAGS: ", "PREL "),
        ("TAGS: ", "PREL"),
        ("TAGS: PREL,\n", "HONEY,\n"),
        ("SUBJECT: A\n", "HONEY\n"),
        ("SUBJECT: ", "HONEY "),
        ("REF: A. OSLO 12\n", "B. OSLO 1234\n"),
        ("REF: ", "A"),
        ("REF: A. OSLO 12\n", "\nB. OSLO 1234\n"),
        ("Classified By: DCM Anna Strand ", "1.4 (b) "),
        ("Classified By: DCM Anna Strand\n", "and (d)\n"),
        ("Classified By: ", "Ambassador "),
        ("UNCLAS OSLO 000012\n", "STATE FOR EUR,\n"),
        ("UNCLAS OSLO 000012\n", "the museum opened\n"),
        ("UNCLAS OSLO 000012 ", "TAGS: PREL "),
        ("UNCLAS OSLO 000012\n", "SIPDIS "),
        ("FM OSLO", "UNCLAS "),
        ("", "VZCZCABC1234"),
        ("RR RUEHNY\n", "RUEHNY RUEHNY\n"),
        ("", "OSLO 00000012 001.2 OF 003 "),
        ("E.O. 12958: DECL: ", "A"),
        ("ACTION EUR-12\n", "EUR-12\n"),
        ("", "the bees left\n"),
        ("", " "),
        ("", "-"),
    ],
)
def test_time_is_linear(first, unit):
    def prepare(size):
        text = first + unit * (size // len(unit))
        return lambda: read(text)

    assert is_linear(prepare, 80_000)


def test_a_field_too_far_down_is_not_looked_for():
    _, lines = read("\n".join(["the museum opened"] * 200 + ["TAGS: PREL"]))
    assert all(line.role in (None, Role.BLANK) for line in lines)
