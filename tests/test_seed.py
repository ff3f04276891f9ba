"""A real cable, when it lies beside the checkout: every value that is known of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from reader.cli import main
from reader.intake import read_cable

if TYPE_CHECKING:
    from pathlib import Path

    from reader.cable.model import Cable

SEED = "09MOSCOW501"


@pytest.fixture
def seed_path(shared: Path) -> Path:
    return shared / "seed" / f"{SEED}.md"


@pytest.fixture
def seed(seed_path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert main(["inspect", "--json", "--text", str(seed_path)]) == 0
    out, said = capsys.readouterr()
    assert said == ""
    return json.loads(out)


@pytest.fixture
def seed_cable(seed_path: Path) -> Cable:
    return read_cable(seed_path)


def paragraphs(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for item in record["body"] if item["type"] == "paragraph"]


def test_the_file(seed, seed_path):
    assert seed["schema"] == "cable-reader/1"
    assert seed["source"]["path"] == str(seed_path)
    assert seed["source"]["format"] == "markdown"
    assert (seed["source"]["encoding"], seed["source"]["index"]) == ("utf-8", 0)
    assert seed["source"]["repairs"] == []
    assert seed["text"].encode() == seed_path.read_bytes()


def test_the_transport_header(seed):
    assert seed["transmission_id"] == "VZCZCXRO6164"
    assert seed["precedence"] == ["ROUTINE"]
    assert seed["routing_indicators"] == [
        "RUEHDBU", "RUEHIK", "RUEHLN", "RUEHPOD", "RUEHSK", "RUEHVK", "RUEHYG",
    ]  # fmt: skip
    assert seed["station"] == {
        "routing_indicator": "RUEHMO",
        "serial": 501,
        "section": 1,
        "julian_day": 61,
        "time": "0436",
    }
    assert seed["sent"] == "2009-03-02T04:36:00Z"
    assert seed["originator"] == "AMEMBASSY MOSCOW"


def test_the_addressees(seed):
    assert seed["action"] == [
        {
            "routing_indicator": "RUEHC",
            "name": "SECSTATE WASHDC",
            "precedence": None,
            "mcn": "2183",
            "excluded": [],
        }
    ]
    assert [(each["routing_indicator"], each["mcn"]) for each in seed["info"]] == [
        ("RHEHNSC", None),
        ("RUEKJCS", None),
        ("RUEHGV", "5279"),
        ("RUEHUNV", "0547"),
        ("RUCNCIS", None),
        ("RUEHXD", None),
        ("RUEHZG", None),
    ]
    assert sum(each["name"].endswith("COLLECTIVE") for each in seed["info"]) == 3


def test_id_and_classification(seed):
    assert (seed["reference_id"], seed["canonical_id"]) == (SEED, SEED)
    assert seed["classification"] == "UNCLASSIFIED"
    assert seed["section_count"] == 2
    assert seed["captions"] == ["SENSITIVE", "SIPDIS"]
    assert (seed["passing"], seed["partial"]) == ([], False)
    assert seed["executive_order"] == {"number": "12958", "text": "N/A", "declassify_on": None}
    assert (seed["classified_by"], seed["reasons"]) == ([], [])


def test_tags_subject_and_references(seed):
    assert seed["tags"] == ["PARM", "PREL", "AORC", "KPAO", "PTER", "UNSC"]
    assert f"\nSUBJECT: {seed['subject']}\n" in seed["text"]
    assert seed["subject_marking"] is None
    a, b = seed["references"]
    assert (a["label"], a["kind"], a["target"]) == ("A", "cable", "09STATE10774")
    assert (b["label"], b["kind"], b["target"]) == ("B", "text", None)
    assert a["candidates"] == b["candidates"] == []
    assert a["text"] == "STATE 10774"
    assert b["text"] in seed["text"]


def test_the_paragraphs(seed):
    found = paragraphs(seed)
    assert [each["ordinal"] for each in found] == list(range(10))
    assert [each["number"] for each in found] == list(range(1, 11))
    assert {each["marking"] for each in found} == {"SBU"}
    assert not any("\n" in each["text"] for each in found)
    assert sum(each["type"] == "heading" for each in seed["body"]) == 6


def test_two_paragraphs_are_joined_into_whole_sentences(seed):
    pieces = {each["number"]: len(each["spans"]) for each in paragraphs(seed)}
    assert [number for number, count in pieces.items() if count > 1] == [4, 7]
    assert pieces[4] == pieces[7] == 2
    assert seed["page_breaks"] == 1
    assert not any("002 OF 002" in each["text"] for each in paragraphs(seed))


def test_spans_lead_to_the_text_as_received(seed):
    for item in seed["body"]:
        received = " ".join(seed["text"][start:end] for start, end in item["spans"])
        assert received.split() == item["text"].split()


def test_mentions_signature_and_problems(seed):
    mentioned = [(each["label"], each["target"]) for each in seed["mentions"]]
    assert ("A", "09STATE10774") in mentioned
    assert mentioned.count(("B", None)) >= 2
    assert {label for label, _ in mentioned} == {"A", "B"}
    assert paragraphs(seed)[0]["text"] == f"Summary: {seed['summary']} End summary."
    assert seed["comment"] is None
    assert seed["signature"] == ["BEYRLE"]
    assert (seed["stamps"], seed["problems"]) == ([], [])


def test_every_character_belongs_to_one_line_with_one_role(seed_cable):
    ends = [0, *(line.end for line in seed_cable.lines)]
    assert [line.start for line in seed_cable.lines] == ends[:-1]
    assert ends[-1] == len(seed_cable.text)
    assert not any(line.role.name == "UNKNOWN" for line in seed_cable.lines)
