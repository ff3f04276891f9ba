"""Every made-up file of tests/formats/data is read as the JSON beside it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.cable.record.fields import cable_record, failure_record
from reader.errors import ReaderError
from reader.formats.registry import FORMATS
from reader.intake import read_inputs

DATA = Path(__file__).parent / "data"
EXPECTED = ".expected.json"
FILES = sorted(path for path in DATA.glob("*/*") if not path.name.endswith(EXPECTED))


def records(path: Path) -> list[dict[str, object]]:
    return [
        failure_record(path, outcome) if isinstance(outcome, ReaderError) else cable_record(outcome)
        for path, outcome in read_inputs([str(path)])
    ]


def differences(expected: object, found: object, place: str = "") -> list[str]:
    """Where a record is not what was expected; of objects only the keys that are named count."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return [
            line
            for key, value in expected.items()
            for line in differences(value, found.get(key), f"{place}.{key}")
        ]
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        return [
            line
            for number, (one, other) in enumerate(zip(expected, found, strict=True))
            for line in differences(one, other, f"{place}[{number}]")
        ]
    return [] if expected == found else [f"{place}: expected {expected!r}, found {found!r}"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_file_is_read_as_the_json_beside_it_says(path):
    expected = json.loads(path.with_name(path.name + EXPECTED).read_text(encoding="utf-8"))
    expected = expected if isinstance(expected, list) else [expected]
    assert differences(expected, records(path)) == []


def test_every_format_has_three_files():
    assert {path.parent.name for path in FILES} == {each.name for each in FORMATS}
    assert all(len(list((DATA / each.name).glob("*" + EXPECTED))) >= 3 for each in FORMATS)
