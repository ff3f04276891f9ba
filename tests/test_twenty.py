"""Twenty made-up telegrams in the shapes of real traffic, read as is written down beside each.

A file of answers holds those keys of the JSON that matter; of a list every item is given, of an
item the keys that matter. Paragraphs and passages are given by their first and last words, remarks
by the rules that noticed them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reader.cli import main
from reader.errors import NotACable
from reader.intake import read_text_as_cable

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent / "twenty"
TELEGRAMS = sorted(path for path in FOLDER.iterdir() if path.suffix in {".txt", ".md"})


def differences(expected: Any, found: Any, place: str) -> Iterator[str]:
    """Where what was found is not what is written down."""
    if isinstance(expected, dict) and "begins" in expected and isinstance(found, str):
        found = {"text": found}
    if isinstance(expected, dict) and isinstance(found, dict):
        for key, value in expected.items():
            yield from differ_at(key, value, found, f"{place}.{key}")
    elif isinstance(expected, list) and isinstance(found, list):
        if len(expected) != len(found):
            yield f"{place}: {len(found)} instead of {len(expected)}: {found}"
        for index, (one, other) in enumerate(zip(expected, found, strict=False)):
            yield from differences(one, other, f"{place}[{index}]")
    elif expected != found:
        yield f"{place}: {found!r} instead of {expected!r}"


def differ_at(key: str, value: Any, found: dict[str, Any], place: str) -> Iterator[str]:
    text = found.get("text")
    match key:
        case "begins":
            right = text.startswith(value)
        case "ends":
            right = text.endswith(value)
        case "has":
            right = value in text
        case "heading":
            right = found.get("type") == "heading" and text == value
        case "problems":
            rules = [problem["rule"] for problem in found[key]]
            yield from differences(value, rules, place)
            return
        case _:
            yield from differences(value, found.get(key), place)
            return
    if not right:
        yield f"{place}: {text!r} instead of {value!r}"


def test_there_are_twenty_with_their_answers() -> None:
    assert len(TELEGRAMS) == 20
    assert all(path.with_suffix(".json").is_file() for path in TELEGRAMS)


@pytest.mark.parametrize("path", TELEGRAMS, ids=lambda path: path.stem)
def test_a_telegram_is_read_as_written_down(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    year = expected.pop("year", None)
    words = ["inspect", "--json", str(path), *(["--year", year] if year else [])]
    assert main(words) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(differences(expected, found, "")) == []
    kinds = ["heading" if "heading" in item else "paragraph" for item in expected["body"]]
    assert [item["type"] for item in found["body"]] == kinds


def test_a_difference_is_seen() -> None:
    found = {"subject": "LAMP", "tags": ["EWWT"], "body": [{"type": "heading", "text": "Lamp"}]}
    for expected in (
        {"subject": "FERRY"},
        {"tags": []},
        {"tags": ["EWWT", "SCUL"]},
        {"body": [{"begins": "The"}]},
        {"body": [{"ends": "the"}]},
        {"body": [{"has": "mm"}]},
        {"body": [{"heading": "lamp"}]},
        {"body": [{"number": 1}]},
        {"summary": {"begins": "The"}},
        {"origin": "OSLO"},
    ):
        assert list(differences(expected, found, "")), expected
    assert list(differences({"subject": {"begins": "LA"}, "tags": ["EWWT"]}, found, "")) == []


@pytest.mark.parametrize("path", TELEGRAMS, ids=lambda path: path.stem)
def test_a_piece_of_a_telegram_is_read_without_losing_a_character(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for place in range(1, len(text), 41):
        for piece in (text[:place], text[place:]):
            try:
                cable = read_text_as_cable(piece, "The piece")
            except NotACable:
                continue
            assert "".join(piece[line.start : line.end] for line in cable.lines) == piece
