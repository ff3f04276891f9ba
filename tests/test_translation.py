from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from reader import translation
from reader.translation import tr, tr_count, use_catalogue, use_language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLURALS = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n"
WORDS = {
    "": PLURALS,
    "Open {name}…": "{name} öffnen…",
    "Close {name}": "{nom} schließen",
    "{count} hit\0{count} hits": "{count} Treffer\0{count} Treffer",
}


@pytest.fixture(autouse=True)
def own_words() -> Iterator[None]:
    yield
    use_catalogue(None)


def write_catalogue(path: Path, words: dict[str, str]) -> None:
    """A file of translated words as msgfmt makes it."""
    path.parent.mkdir(parents=True)
    pairs = [(key.encode(), value.encode()) for key, value in sorted(words.items())]
    start = 28 + 16 * len(pairs)
    keys = b"".join(key + b"\0" for key, _ in pairs)
    tables: list[bytes] = []
    place = start
    for column in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<II", len(pair[column]), place))
            place += len(pair[column]) + 1
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    values = b"".join(value + b"\0" for _, value in pairs)
    path.write_bytes(head + b"".join(tables) + keys + values)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(translation, "resource_path", tmp_path.joinpath)
    write_catalogue(tmp_path / "locale" / "de" / "LC_MESSAGES" / "cable-reader.mo", WORDS)
    return tmp_path


def test_words_stand_as_they_are_written_without_a_translation() -> None:
    assert tr("Open {name}…", name="{x}") == "Open {x}…"
    assert tr("{not a value}") == "{not a value}"
    assert [tr_count("{count} hit", "{count} hits", count) for count in (0, 1, 1200)] == [
        "0 hits",
        "1 hit",
        "1200 hits",
    ]


def test_nothing_is_asked_where_no_translation_ships(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translation, "resource_path", tmp_path.joinpath)
    assert not use_language(lambda: pytest.fail("asked"))


@pytest.mark.usefixtures("folder")
def test_words_are_found_in_the_first_language_that_has_any() -> None:
    assert use_language(lambda: ["fo-FO", "de-DE", "fr"])
    assert tr("Open {name}…", name="a.txt") == "a.txt öffnen…"
    assert tr_count("{count} hit", "{count} hits", 1) == "1 Treffer"
    assert tr("Not translated") == "Not translated"


@pytest.mark.usefixtures("folder")
def test_a_translation_that_names_another_value_gives_way() -> None:
    use_language(lambda: ["de"])
    assert tr("Close {name}", name="a.txt") == "Close a.txt"


@pytest.mark.usefixtures("folder")
def test_english_is_what_the_words_are_written_in() -> None:
    assert not use_language(lambda: ["en-GB", "de-DE"])
    assert not use_language(lambda: ["fr"])


@pytest.mark.parametrize("content", [b"", b"\xde\x12\x04\x95", b"PNG" * 100])
def test_a_damaged_translation_is_passed_over(folder: Path, content: bytes) -> None:
    [path] = folder.rglob("*.mo")
    path.write_bytes(content)
    assert not use_language(lambda: ["de"])
    assert tr("Open {name}…", name="a.txt") == "Open a.txt…"
