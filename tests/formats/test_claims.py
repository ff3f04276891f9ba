from __future__ import annotations

import builtins
from datetime import UTC, datetime

import pytest

from reader.errors import NotACable
from reader.formats import pdf
from reader.formats.claims import claims_of, read_moment
from reader.formats.collection import subject_in
from reader.formats.nara import read_attributes

MOMENTS = {
    "2009-03-02T04:36:00Z": (2009, 3, 2, 4, 36),
    "2009-03-02T04:36:00+01:00": (2009, 3, 2, 3, 36),
    "2009/03/02": (2009, 3, 2),
    "3/2/2009 4:36": (2009, 3, 2, 4, 36),
    "29 JAN 1975": (1975, 1, 29),
    "29-Jan-1975 12:00:00 am": (1975, 1, 29),
    "1975 January 29, 11:58 (Wednesday)": (1975, 1, 29, 11, 58),
    "Sep 16, 2023 ": (2023, 9, 16),
    "January 29, 1975, 1158Z": (1975, 1, 29, 11, 58),
}


@pytest.mark.parametrize(("text", "parts"), MOMENTS.items())
def test_dates_of_many_spellings(text, parts):
    assert read_moment(text) == datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "n/a", "31 FOO 1975", "2009-02-31", "13/13/2009", "soon"])
def test_what_is_no_date(text):
    assert read_moment(text) is None


def test_labels_end_what_the_label_before_says():
    text = "Canonical ID: 1975REYKJA00893_b Current Classification: X\nFrom: Oslo\nTAGS: n/a"
    assert claims_of(text) == {"id": "1975REYKJA00893_b", "origin": "Oslo"}
    assert claims_of("nothing of the kind") == {}


def test_attributes_go_on_over_lines_without_a_key():
    found = read_attributes("Subject: LAMPS\nTHAT TURN: SLOWLY\nTo: STATE\nErrors: N/A\n")
    assert found == {"subject": "LAMPS THAT TURN: SLOWLY", "to": "STATE"}


@pytest.mark.parametrize(
    ("record", "subject"),
    [
        (b"TAGS: EWWT\nSUBJECT: LAMPS,\nSLOW\nREF: OSLO 1", "LAMPS, SLOW"),
        (b"Subj: Lamps\n\n1. Subject: no", "Lamps"),
        (b"the SUBJECTS met", ""),
        (b"SUBJECT:\n\n1. One", ""),
        (b"none", ""),
    ],
)
def test_a_subject_is_found_without_reading_the_telegram(record, subject):
    assert subject_in(record) == subject


def test_a_pdf_says_how_to_install_what_reads_it(monkeypatch):
    real = builtins.__import__

    def without_pypdf(name, *rest):
        if name.startswith("pypdf"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_pypdf)
    with pytest.raises(NotACable) as failure:
        list(pdf.read(b"%PDF-1.7", "ferry.pdf", ""))
    assert "cable-reader[pdf]" in failure.value.hint
