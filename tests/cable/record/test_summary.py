"""What was understood, set for people."""

from __future__ import annotations

from reader.cable.model import Addressee
from reader.cable.record import summary_text
from reader.intake import read_text_as_cable


def lines_of(text: str, *, year: int | None = None) -> list[str]:
    return summary_text(read_text_as_cable(text, "it", year=year)).splitlines()


def test_the_sample_on_a_page(sample_cable):
    text = summary_text(sample_cable)
    lines = text.splitlines()
    assert lines[:3] == [
        "09REYKJAVIK9017",
        "THE LIGHTHOUSE MUSEUM AT KETTLE POINT ASKS FOR A LATER FERRY",
        "Sent            17 September 2009, 14:32 UTC (R 171432Z SEP 09)",
    ]
    for line in (
        "From            AMEMBASSY REYKJAVIK",
        "Captions        SENSITIVE, SIPDIS",
        "References      A. 09OSLO9004: OSLO 9004",
        "                B. VITADOTTIR-FAIRWEATHER E-MAIL OF 9/11/09 (email, no cable)",
        "Paragraphs      9, 5 (SBU), 4 (U)",
        "Page breaks     1",
        "Signed          FAIRWEATHER",
        "Remarks         none",
    ):
        assert line in lines
    assert max(map(len, lines)) <= 88


def test_what_is_not_there_is_left_out():
    assert lines_of("REF: OSLO 9004") == [
        "A cable without an id",
        "No subject line.",
        "Classification  not given",
        "References      id not known: OSLO 9004",
        "Paragraphs      none",
        "Remarks         none",
        "Source          pasted",
        "                telegram, utf-8",
    ]


def test_numbers_that_stray_are_told_and_remarks_have_a_line():
    lines = lines_of("UNCLAS OSLO 009004\n\n2. (U) Late.\n\n4. Later.\n\n1.\n", year=2009)
    assert lines[0] == "09OSLO9004"
    assert any(line.startswith("Paragraphs      2, numbered 2, 4") for line in lines)
    assert "1 (U), 1 without a marking" in "\n".join(lines)
    assert any("(line 5)" in line for line in lines)


def test_paragraphs_without_numbers_and_without_markings():
    lines = lines_of("SUBJECT: LAMPS\n\nThe lamp is lit.\n\nThe ferry is late.\n")
    assert "Paragraphs      2, without numbers, without a marking" in lines
    lines = lines_of("SUBJECT: LAMPS\n\n1. (C) Lit.\n\n2. (C) Late.\n")
    assert "Paragraphs      2, all (C)" in lines


def test_an_id_that_the_carrier_spells_otherwise_has_both(sample_cable):
    other = sample_cable._replace(reference_id="2009REYKJA09017")
    assert summary_text(other).startswith("2009REYKJA09017 (09REYKJAVIK9017)\n")


def test_of_very_many_addressees_the_rest_is_counted(sample_cable):
    many = tuple(Addressee(None, f"AMEMBASSY NUMBER {number}", "PRIORITY") for number in range(90))
    header = sample_cable.header._replace(info=many)
    text = " ".join(summary_text(sample_cable._replace(header=header)).split())
    assert "AMEMBASSY NUMBER 0 (PRIORITY); AMEMBASSY NUMBER 1 (PRIORITY);" in text
    assert "AMEMBASSY NUMBER 89" not in text
    assert "more Classification" in text


def test_a_path_is_on_a_line_of_its_own_and_not_broken(sample_cable):
    source = sample_cable.source._replace(
        path=f"cables/{'x' * 100}\n.txt", repairs=("1 byte lost",)
    )
    telegram = sample_cable.telegram._replace(source=source)
    assert summary_text(sample_cable._replace(telegram=telegram)).splitlines()[-3:] == [
        f"Source          cables/{'x' * 100}\\n.txt",
        "                telegram, utf-8",
        "                1 byte lost",
    ]


def test_declassification_reasons_and_stamps():
    lines = lines_of(
        "CONFIDENTIAL OSLO 009004\n\nE.O. 12958: DECL: 03/02/2019\nSUBJECT: LAMPS\n\n"
        "Classified By: Ambassador Edda Holt for reasons 1.4 (b) and (d).\n\n1. (C) Lit.\n"
    )
    assert "E.O.            12958: DECL: 03/02/2019 (until 2019-03-02)" in lines
    assert "Classified by   Edda Holt, for reasons b, d" in lines
