"""A cable set anew: it reads well, and reads back as the same cable."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.cable.record import cable_record, clean_text, markdown_text
from reader.intake import read_cable, read_text_as_cable
from reader.resources import resource_path

FOLDER = Path(__file__).resolve().parents[2] / "twenty"
CABLES = sorted(
    [
        *(path for path in FOLDER.iterdir() if path.suffix != ".json"),
        *resource_path("samples").glob("*.txt"),
    ]
)
# What is not kept: where the text came from, and what was left out of it on purpose.
NOT_KEPT = ("source", "problems", "page_breaks", "stamps")


def understood(cable) -> dict[str, object]:
    record = {key: value for key, value in cable_record(cable).items() if key not in NOT_KEPT}
    record["body"] = [{**item, "spans": None} for item in record["body"]]
    return record


@pytest.mark.parametrize("set_anew", [clean_text, markdown_text])
@pytest.mark.parametrize("path", CABLES, ids=lambda path: path.stem)
def test_what_is_set_anew_reads_back_as_the_same_cable(path, set_anew):
    cable = read_cable(path, year=2008)
    again = read_text_as_cable(set_anew(cable), "again.md", year=2008)
    assert understood(again) == understood(cable)
    assert again.page_breaks == ()


def test_a_clean_text(sample_cable):
    lines = clean_text(sample_cable).split("\n")
    assert lines[:3] == ["VZCZCXRO9017", "RR RUEHNY RUEHZL", "DE RUEHRK #9017/01 2601432"]
    assert "A LAMP THAT NOBODY SEES\n-----------------------\n\n2. (U) " in "\n".join(lines)
    [fourth] = [line for line in lines if line.startswith("4. (U) ")]
    assert "the boat pays for itself in waffles." in fourth
    assert "-- the timetable has been printed." in lines
    assert lines[-2:] == ["FAIRWEATHER", ""]
    assert "002 OF 002" not in "\n".join(lines)


def test_markdown_shows_every_sign_of_the_cable_as_it_is():
    cable = read_text_as_cable(
        "UNCLAS OSLO 009004\n\nSUBJECT: A *LAMP* & A [FERRY](X)\n\n# 1\n\n"
        "1. (U) It is <b>_late_</b> `again` ~so~ |it is|; &amp; AT&T.\n\nSTRAND\n",
        "it.txt",
    )
    text = markdown_text(cable)
    assert "SUBJECT: A \\*LAMP\\* & A \\[FERRY\\](X)" in text
    assert "\\<b\\>\\_late\\_\\</b\\> \\`again\\` \\~so\\~ \\|it is\\|; \\&amp; AT\\&T." in text
    assert "¶1. (U) It is" in text


def test_a_table_keeps_its_columns():
    cable = read_text_as_cable((FOLDER / "lists.txt").read_text(), "it")
    table = "Port            Ferries    Bales\nBluff Harbor          2     4212\n"
    assert table in clean_text(cable)
    assert f"    {table}" not in clean_text(cable)
    assert "    Bluff Harbor          2     4212\n" in markdown_text(cable)


def test_a_date_without_a_date_time_group_is_set_in_english():
    cable = read_text_as_cable("UNCLAS OSLO 009004\n\n1. (U) Late.\n", "it")
    sent = datetime(2007, 2, 3, 5, 3, tzinfo=UTC)
    dated = cable._replace(header=cable.header._replace(sent=sent))
    assert clean_text(dated).startswith("Saturday, 03 February 2007, 05:03\n")
    assert read_text_as_cable(clean_text(dated), "again").header.sent == sent


def test_a_partial_extract_says_so():
    cable = read_text_as_cable("UNCLAS OSLO 009004\n\n1. (U) Late.\n", "it")
    assert clean_text(cable._replace(partial=True)).startswith(
        "This record is a partial extract of the original cable.\n"
    )


def test_a_classification_that_only_the_carrier_gave_is_set():
    cable = read_text_as_cable("CONFIDENTIAL OSLO 009004\n\n1. (C) Late.\n", "it")
    claimed = cable._replace(header=cable.header._replace(classified_as=None))
    assert clean_text(claimed).startswith("CONFIDENTIAL\n")
