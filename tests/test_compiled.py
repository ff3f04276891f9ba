"""Patterns that the next run need not compile."""

from __future__ import annotations

import json
import marshal
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from reader import compiled
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FERRY = r"(?P<name>[A-Z][a-z]{1,20}) (?:sails|berths) (\d{1,2})"


@pytest.fixture(autouse=True)
def _nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    forget(monkeypatch)
    yield


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin another run."""
    monkeypatch.setattr(compiled, "_kept", {})
    monkeypatch.setattr(compiled, "_used", set())
    monkeypatch.setattr(compiled, "_is_new", False)


@pytest.mark.parametrize(
    ("text", "flags"),
    [(FERRY, 0), (FERRY, re.IGNORECASE | re.ASCII), (b"[\x80-\xff]+", 0), ("[\ud800-\udfff]", 0)],
)
def test_a_kept_pattern_is_the_one_that_was_compiled(
    text: str | bytes, flags: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first: re.Pattern[str | bytes] = compiled.compiled(text, flags)  # type: ignore[type-var]
    compiled.keep_compiled(tmp_path / "cache")
    forget(monkeypatch)
    compiled.read_compiled(tmp_path / "cache")
    monkeypatch.setattr(re, "compile", None)
    again: re.Pattern[str | bytes] = compiled.compiled(text, flags)  # type: ignore[type-var]
    assert again == first
    assert again.groupindex == first.groupindex


def test_a_kept_pattern_finds_what_it_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled.compiled(FERRY, 0)
    compiled.keep_compiled(tmp_path)
    forget(monkeypatch)
    compiled.read_compiled(tmp_path)
    found = compiled.compiled(FERRY, 0).search("The Fulmar sails 12 times.")
    assert found is not None
    assert found.groupdict() == {"name": "Fulmar"}
    assert found.groups() == ("Fulmar", "12")


def test_nothing_is_written_when_all_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled.compiled(FERRY, 0)
    compiled.keep_compiled(tmp_path)
    forget(monkeypatch)
    compiled.read_compiled(tmp_path)
    compiled.compiled(FERRY, 0)
    (tmp_path / compiled.FILE_NAME).unlink()
    compiled.keep_compiled(tmp_path)
    assert not list(tmp_path.iterdir())


def test_what_was_kept_before_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in ("a", "b"):
        forget(monkeypatch)
        compiled.read_compiled(tmp_path)
        compiled.compiled(text, 0)
        compiled.keep_compiled(tmp_path)
    forget(monkeypatch)
    compiled.read_compiled(tmp_path)
    assert set(compiled._kept) == {("a", 0), ("b", 0)}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no such thing",
        marshal.dumps(None),
        marshal.dumps((("another Python",), {(FERRY, 0): (0, [1], 0, {}, (None,))})),
    ],
    ids=["empty", "rubbish", "nothing", "another Python"],
)
def test_what_does_not_fit_is_compiled(content: bytes, tmp_path: Path) -> None:
    (tmp_path / compiled.FILE_NAME).write_bytes(content)
    compiled.read_compiled(tmp_path)
    assert compiled.compiled(FERRY, 0).match("Auk berths 3")


@pytest.mark.parametrize("entry", [(0, [99, 1, 2], 0, {}, (None,)), (0, "x"), (0, [], -1, {}, ())])
def test_the_engine_refuses_numbers_that_are_no_pattern(
    entry: tuple[object, ...], tmp_path: Path
) -> None:
    kept = marshal.dumps((compiled._mark(), {(FERRY, 0): entry}))
    (tmp_path / compiled.FILE_NAME).write_bytes(kept)
    compiled.read_compiled(tmp_path)
    assert compiled.compiled(FERRY, 0).match("Auk berths 3")


def test_another_python_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("re._compiler._code")
    compiled.compiled(FERRY, 0)
    compiled.keep_compiled(tmp_path / "cache")
    assert not (tmp_path / "cache").exists()


def test_the_parser_takes_what_is_kept(sample_path: Path, tmp_path: Path) -> None:
    code = (
        "import json, re, sys\n"
        "from pathlib import Path\n"
        "from reader.compiled import keep_compiled, read_compiled\n"
        "from reader.intake import read_cable\n"
        "read_compiled(Path(sys.argv[2]))\n"
        "made = re._compiler.compile\n"
        "count = []\n"
        "re._compiler.compile = lambda *given: count.append(given[0]) or made(*given)\n"
        "cable = read_cable(sys.argv[1])\n"
        "print(json.dumps([len(count), cable.header.subject]))\n"
        "keep_compiled(Path(sys.argv[2]))\n"
    )
    (many, first), (few, again) = (
        json.loads(
            subprocess.run(
                [sys.executable, "-c", code, str(sample_path), str(tmp_path)],
                capture_output=True,
                check=True,
                timeout=PATIENCE,
            ).stdout
        )
        for _ in range(2)
    )
    assert again == first
    assert few < many / 4
