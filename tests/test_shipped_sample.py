"""The sample cable that ships, which is made up and reads without a flaw."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.cable.model import Cable


def test_the_sample_reads_without_a_problem(sample_cable: Cable) -> None:
    assert sample_cable.problems == ()
    assert sample_cable.canonical_id == "09REYKJAVIK9017"


def test_the_sample_shows_what_a_cable_has(sample_cable: Cable) -> None:
    header = sample_cable.header
    assert header.originator == "AMEMBASSY REYKJAVIK"
    assert header.section_count == 2
    assert header.captions == ("SENSITIVE", "SIPDIS")
    assert header.tags == ("SCUL", "EWWT", "TSPL", "KPAO", "IC")
    assert header.subject == "THE LIGHTHOUSE MUSEUM AT KETTLE POINT ASKS FOR A LATER FERRY"
    assert [(r.label, r.kind.value, r.target) for r in header.references] == [
        ("A", "cable", "09OSLO9004"),
        ("B", "email", None),
    ]
    assert [p.number for p in sample_cable.paragraphs] == list(range(1, 10))
    assert [p.marking for p in sample_cable.paragraphs] == [
        *("SBU", "U", "SBU", "U", "SBU", "SBU", "U", "U", "SBU")
    ]
    assert [item.text for item in sample_cable.body if not hasattr(item, "ordinal")] == [
        "A LAMP THAT NOBODY SEES",
        "The Harbor Board Weighs the Matter",
        "Next Steps",
    ]
    assert sample_cable.signature == ("FAIRWEATHER",)


def test_the_sample_joins_the_sentence_that_a_page_break_cut(sample_cable: Cable) -> None:
    assert len(sample_cable.page_breaks) == 1
    assert "the boat pays for itself in waffles." in sample_cable.paragraphs[3].text
    assert "REYKJAVIK" not in sample_cable.paragraphs[3].text
