"""The JSON of a cable, key by key."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from reader.cable.grammar import parse
from reader.cable.model import Envelope, Source, Telegram
from reader.cable.record import SCHEMA, cable_record, failure_record
from reader.cable.record.fields import utc
from reader.errors import UnreadableFile

KEYS = [
    "schema", "source", "reference_id", "canonical_id", "partial", "transmission_id", "precedence",
    "routing_indicators", "station", "sent", "originator", "action", "info", "classification",
    "section_count", "captions", "passing", "executive_order", "tags", "subject",
    "subject_marking", "references", "classified_by", "reasons", "body", "summary", "comment",
    "mentions", "page_breaks", "signature", "stamps", "problems",
]  # fmt: skip


@pytest.mark.parametrize("text", ["REF: OSLO 9004", "STRAND", "1. (U) The ferry is late."])
def test_every_key_is_there_whatever_was_found(text):
    record = cable_record(parse(Telegram(text)))
    assert list(record) == KEYS
    assert record["schema"] == SCHEMA == "cable-reader/1"
    assert (record["subject"], record["station"], record["sent"]) == (None, None, None)
    assert (record["action"], record["captions"], record["stamps"]) == ([], [], [])


def test_the_text_is_there_where_it_is_wanted():
    cable = parse(Telegram("REF: OSLO 9004\n"))
    assert cable_record(cable, with_text=True) == {**cable_record(cable), "text": cable.text}


def test_the_sample_as_a_record(sample_cable):
    record = cable_record(sample_cable)
    assert record["reference_id"] == record["canonical_id"] == "09REYKJAVIK9017"
    assert record["sent"] == "2009-09-17T14:32:00Z"
    assert record["station"] == {
        "routing_indicator": "RUEHRK",
        "serial": 9017,
        "section": 1,
        "julian_day": 260,
        "time": "1432",
    }
    assert record["action"] == [
        {
            "routing_indicator": "RUEHC",
            "name": "SECSTATE WASHDC",
            "precedence": None,
            "mcn": "4471",
            "excluded": [],
        }
    ]
    assert record["executive_order"] == {"number": "12958", "text": "N/A", "declassify_on": None}
    assert record["references"][0] == {
        "label": "A",
        "kind": "cable",
        "target": "09OSLO9004",
        "candidates": [],
        "text": "OSLO 9004",
        "qualifiers": [],
    }
    first, second, *_ = record["body"]
    assert set(first) == {"type", "ordinal", "number", "marking", "text", "spans"}
    assert second == {
        "type": "heading",
        "text": "A LAMP THAT NOBODY SEES",
        "level": 1,
        "spans": second["spans"],
    }
    assert record["mentions"][0] == {
        "text": "ref B",
        "ordinal": 2,
        "target": None,
        "label": "B",
    }
    assert (record["page_breaks"], record["signature"]) == (1, ["FAIRWEATHER"])


def test_a_problem_has_a_rule_a_sentence_and_a_place():
    cable = parse(Telegram("DE RUEHNY #9001 0010900\nUNCLAS OSLO 009004\n\n1. (U) Late.\n"))
    [subject, serial] = sorted(
        cable_record(cable)["problems"], key=lambda problem: problem["rule"], reverse=True
    )
    assert subject["rule"] == "subject_line"
    assert serial["rule"] == "station_line_serial"
    start, end = serial["span"]
    assert cable.text[start:end] == "DE RUEHNY #9001 0010900"


def test_what_the_carrier_claims_stands_where_the_telegram_says_nothing():
    envelope = Envelope(
        reference_id="09OSLO9004", sent=datetime(2009, 3, 2, 4, 36, tzinfo=UTC), subject="LAMPS"
    )
    record = cable_record(parse(Telegram("1. (U) Lit.", Source(index=3), envelope)))
    assert (record["reference_id"], record["subject"]) == ("09OSLO9004", "LAMPS")
    assert (record["sent"], record["source"]["index"]) == ("2009-03-02T04:36:00Z", 3)


def test_a_failure_has_the_same_frame():
    error = UnreadableFile("There is no file.", hint="Look for it.", detail="ENOENT")
    record = failure_record("cables/ferry.txt", error)
    assert list(record) == ["schema", "source", "error"]
    assert record["source"]["path"] == "cables/ferry.txt"
    assert record["error"] == {
        "kind": "UnreadableFile",
        "message": "There is no file.",
        "hint": "Look for it.",
        "detail": "ENOENT",
    }


def test_a_path_that_is_no_text_is_written_out():
    path = b"caf\xe9 \xc3\xa9.txt".decode("utf-8", "surrogateescape")
    record = failure_record(path, UnreadableFile("It is not there."))
    assert json.loads(json.dumps(record))["source"]["path"] == "caf\\xe9 é.txt"


def test_times_are_utc():
    assert utc(datetime(1974, 4, 9, 18, 5, tzinfo=UTC)) == "1974-04-09T18:05:00Z"
    assert utc(None) is None
