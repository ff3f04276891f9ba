"""Fragments of real cables, each with the value that another project expects of one field.

Its conventions: names without titles, references as canonical ids, a subject with its marking where
the case is not to be cleaned. Where letter case and misspellings are folded, case does not count.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from reader.cable.grammar import parse
from reader.cable.model import Telegram
from reader.cable.record import cable_record
from reader.cable.titles import title_case
from reader.errors import NotACable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KINDS = {
    "cable": 1, "email": 2, "handbook": 3, "telephone": 4, "report": 5, "fax": 6, "memo": 7,
    "meeting": 8, "web": 9,
}  # fmt: skip


def references(record: dict[str, Any], _case: dict[str, Any]) -> list[str]:
    targets = (
        reference["target"] or next(iter(reference["candidates"]), None)
        for reference in record["references"]
        if reference["kind"] == "cable"
    )
    return list(dict.fromkeys(target for target in targets if target))


def typed_references(record: dict[str, Any], _case: dict[str, Any]) -> list[list[Any]]:
    return [
        [
            reference["target"] or next(iter(reference["candidates"]), reference["text"]),
            KINDS.get(reference["kind"]),
            reference["label"],
            None,
        ]
        for reference in record["references"]
    ]


def subject(record: dict[str, Any], case: dict[str, Any]) -> str | None:
    if record["subject_marking"] and not case["clean"]:
        return f"({record['subject_marking']}) {record['subject']}"
    return record["subject"]


def declassification_date(record: dict[str, Any], _case: dict[str, Any]) -> str | None:
    return record["executive_order"]["declassify_on"]


def addressees(key: str) -> Callable[[dict[str, Any], dict[str, Any]], list[list[Any]]]:
    def read(record: dict[str, Any], _case: dict[str, Any]) -> list[list[Any]]:
        return [list(addressee.values()) for addressee in record[key]]

    return read


def key_of(key: str) -> Callable[[dict[str, Any], dict[str, Any]], Any]:
    return lambda record, _case: record[key]


READERS: dict[str, Callable[[dict[str, Any], dict[str, Any]], Any]] = {
    "classified_by": key_of("classified_by"),
    "decl_date": declassification_date,
    "info_recipients": addressees("info"),
    "recipients": addressees("action"),
    "references": references,
    "references_typed": typed_references,
    "signed_by": key_of("signature"),
    "subject": subject,
    "summary": key_of("summary"),
    "tags": key_of("tags"),
}


def answer(case: dict[str, Any]) -> Any:
    """What this program finds for the case's field."""
    if case["field"] == "titlefy":
        return title_case(case["input"])
    try:
        cable = parse(Telegram(case["input"]), year=year_of(case))
    except NotACable as error:
        return error.message
    return READERS[case["field"]](cable_record(cable), case)


def year_of(case: dict[str, Any]) -> int | None:
    if case.get("year"):
        return int(case["year"])
    reference_id = case.get("cable_id")
    if not reference_id:
        return None
    year = int(reference_id[:2])
    return year + (1900 if year > 50 else 2000)


def is_right(case: dict[str, Any], found: Any) -> bool:
    expected = case.get("expected")
    if case.get("normalize") or case.get("canonicalize"):
        return fold(found) == fold(expected)
    return found == expected


def fold(value: Any) -> Any:
    return [fold(item) for item in value] if isinstance(value, list) else str(value).casefold()


@cache
def results(path: Path) -> list[tuple[dict[str, Any], Any, bool]]:
    cases = json.loads(path.read_text(encoding="utf-8"))["cases"]
    found = [(case, answer(case)) for case in cases]
    return [(case, value, is_right(case, value)) for case, value in found]


@pytest.fixture
def read_cases(shared: Path) -> list[tuple[dict[str, Any], Any, bool]]:
    return results(shared / "cases" / "field_cases.json")


def report(read: list[tuple[dict[str, Any], Any, bool]]) -> str:
    """How many are right by field, and each that is not."""
    total = Counter(case["field"] for case, _, _ in read)
    right = Counter(case["field"] for case, _, is_so in read if is_so)
    lines = [f"{field}: {right[field]} of {count}" for field, count in sorted(total.items())]
    for case, value, is_so in read:
        if not is_so:
            lines += [
                f"{case['field']}: {case['input'][:300]!r}",
                f"    found    {value!r}",
                f"    expected {case.get('expected')!r}",
            ]
    return "\n".join(lines)


def test_nearly_all_fields_are_read_as_expected(read_cases):
    fields = [item for item in read_cases if item[0]["field"] != "titlefy"]
    assert len(fields) == 286
    assert sum(is_so for _, _, is_so in fields) >= 0.92 * len(fields), report(fields)


def test_nearly_all_subjects_are_set_as_titles(read_cases):
    titles = [item for item in read_cases if item[0]["field"] == "titlefy"]
    assert len(titles) == 17
    assert sum(is_so for _, _, is_so in titles) >= 15, report(titles)


@pytest.mark.parametrize("field", sorted(READERS))
def test_no_field_is_read_much_worse_than_the_others(read_cases, field):
    cases = [item for item in read_cases if item[0]["field"] == field]
    assert sum(is_so for _, _, is_so in cases) >= 0.8 * len(cases), report(cases)
