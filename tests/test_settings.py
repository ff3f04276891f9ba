"""The settings go to disk and come back, and damage to them never stops the program."""

from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import StoreError
from reader.paths import user_folders
from reader.settings import (
    Settings,
    ThemeChoice,
    _read_json,
    load_settings,
    save_settings,
    settings_from_json,
    settings_to_json,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ANYTHING_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)
OUR_KEYS = sorted(set(Settings._fields) - {"other"})


@pytest.fixture
def file() -> Path:
    config = user_folders().config
    config.mkdir(parents=True)
    return config / "settings.json"


def test_the_first_start_has_the_defaults_and_nothing_to_say() -> None:
    assert load_settings() == (Settings(), None)
    assert not user_folders().config.exists()


def test_settings_come_back_as_they_were_saved() -> None:
    chosen = Settings(
        theme=ThemeChoice.DARK,
        zoom=150,
        body_font="Noto Serif",
        line_height=180,
        column=60,
        keys=(("find.open", ("Ctrl+J",)), ("library.search", ())),
        window_geometry="AdnQywADAAA=",
        window_layout="AAAA/w==",
        side_by_side=True,
        mark_acronyms=True,
        recent_files=("/home/ada/09REYKJAVIK9017.txt",),
        last_folder="/home/ada",
    )
    save_settings(chosen)
    assert load_settings() == (chosen, None)


def test_the_file_and_its_folder_are_the_owners_alone() -> None:
    os.umask(0o022)
    save_settings(Settings())
    config = user_folders().config
    assert stat.S_IMODE(config.stat().st_mode) == 0o700
    assert stat.S_IMODE((config / "settings.json").stat().st_mode) == 0o600


def test_a_file_name_that_is_no_text_survives() -> None:
    name = os.fsdecode(b"/home/ada/caf\xe9.txt")
    save_settings(Settings().with_opened_file(name))
    assert load_settings().settings.recent_files == (name,)


def test_what_a_newer_version_wrote_is_kept(file: Path) -> None:
    file.write_text('{"zoom": 120, "tabs": [1, {"two": null}], "colour": "sepia"}')
    save_settings(load_settings().settings._replace(zoom=130))
    assert json.loads(file.read_text())["tabs"] == [1, {"two": None}]
    assert json.loads(file.read_text())["colour"] == "sepia"
    assert json.loads(file.read_text())["zoom"] == 130


@pytest.mark.parametrize(
    ("key", "written", "read"),
    [
        ("theme", "purple", ThemeChoice.SYSTEM),
        ("theme", ["dark"], ThemeChoice.SYSTEM),
        ("zoom", 3, 50),
        ("zoom", 10**30, 400),
        ("zoom", "150", 100),
        ("zoom", True, 100),
        ("body_font", 7, ""),
        ("line_height", 5, 110),
        ("line_height", None, 150),
        ("column", 1000, 120),
        ("keys", ["Ctrl+J"], ()),
        ("keys", {"find.open": ["Ctrl+J", 7, ""]}, (("find.open", ("Ctrl+J",)),)),
        ("keys", {"find.open": 7}, (("find.open", None),)),
        ("remember", None, True),
        ("recent_files", "one", ()),
        ("recent_files", ["/a", 7, "", "/b"], ("/a", "/b")),
        ("recent_files", [f"/{n}" for n in range(99)], tuple(f"/{n}" for n in range(12))),
    ],
)
def test_a_value_that_cannot_be_meant_gives_way(key: str, written: object, read: object) -> None:
    assert getattr(settings_from_json(json.dumps({key: written})), key) == read


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe{}",
        b"\x00" * 100,
        b"[" * 100_000,
        b'{"zoom": ' + b"9" * 10_000 + b"}",
        b" " * 1_000_001,
    ],
    ids=["empty", "cut", "list", "null", "utf-16", "zeroed", "deep", "long number", "too large"],
)
def test_a_damaged_file_is_put_aside_and_said(content: bytes, file: Path) -> None:
    file.write_bytes(content)
    settings, notice = load_settings()
    assert settings == Settings()
    assert notice is not None
    assert "settings could not be read" in notice.message
    assert "settings.damaged.json" in notice.hint
    assert not file.exists()
    assert file.with_name("settings.damaged.json").read_bytes() == content
    save_settings(settings)
    assert load_settings() == (settings, None)


def test_a_folder_in_place_of_the_file_is_put_aside(file: Path) -> None:
    file.mkdir()
    assert load_settings().notice is not None
    assert file.with_name("settings.damaged.json").is_dir()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFO")
def test_a_fifo_in_place_of_the_file_is_not_waited_for(file: Path) -> None:
    os.mkfifo(file)
    settings, notice = load_settings()
    assert settings == Settings()
    assert notice is not None


def test_a_file_that_cannot_be_put_aside_is_named(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    file.write_text("{")
    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(type(file), "replace", refuse)
    settings, notice = load_settings()
    assert settings == Settings()
    assert notice is not None
    assert notice.hint == f"Look at {file}, or remove it."
    assert notice.detail == "PermissionError"


def test_without_a_home_the_defaults_serve_and_it_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for variable in ("CABLE_READER_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(variable)
    monkeypatch.setenv("HOME", "/nowhere/at/all")
    settings, notice = load_settings()
    assert settings == Settings()
    assert "nothing will be kept" in str(notice)
    with pytest.raises(StoreError, match="nothing will be kept"):
        save_settings(settings)


def test_a_file_where_the_folder_should_be_stops_nothing(private_home: Path) -> None:
    (private_home / "cable-reader").write_text("in the way")
    settings, notice = load_settings()
    assert settings == Settings()
    assert notice is not None
    with pytest.raises(StoreError, match="nothing will be kept"):
        save_settings(settings)


def test_the_latest_file_comes_first_and_only_once() -> None:
    settings = Settings()
    for path in ("/a/one.txt", "/b/two.txt", "/a/one.txt"):
        settings = settings.with_opened_file(path)
    assert settings.recent_files == ("/a/one.txt", "/b/two.txt")
    assert settings.last_folder == "/a"


def test_only_so_many_files_are_remembered() -> None:
    settings = Settings()
    for number in range(30):
        settings = settings.with_opened_file(f"/cables/{number}.txt")
    assert len(settings.recent_files) == 12
    assert settings.recent_files[0] == "/cables/29.txt"


def test_a_file_can_be_forgotten() -> None:
    settings = Settings(recent_files=("/a", "/b")).without_file("/a")
    assert settings.recent_files == ("/b",)


def test_remembering_nothing_leaves_no_trace(file: Path) -> None:
    used = Settings(
        window_geometry="AdnQ", window_layout="AAAA", side_by_side=True, mark_acronyms=True
    )
    settings = used.with_opened_file("/home/ada/source.txt").remembering(False)
    settings = settings.with_opened_file("/home/ada/other.txt")
    save_settings(settings)
    assert "ada" not in file.read_text()
    assert load_settings().settings == Settings(remember=False)
    assert settings.remembering(True).with_opened_file("/x/y").recent_files == ("/x/y",)


def test_traces_that_somebody_else_left_are_not_read() -> None:
    settings = settings_from_json('{"remember": false, "recent_files": ["/a"], "last_folder": "/"}')
    assert settings == Settings(remember=False)


@given(st.dictionaries(st.sampled_from(OUR_KEYS) | st.text(), ANYTHING_JSON))
def test_any_object_is_read_and_comes_back_the_same(values: dict[str, object]) -> None:
    settings = settings_from_json(json.dumps(values))
    assert settings_from_json(settings_to_json(settings)) == settings


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        '{"theme": "dark", "more": [1, 2.5, null, true, "\\u00e9", {"a": "b"}]}\n',
        '{"zoom": NaN, "far": -Infinity, "long": 12345678901234567890}',
        " {} ",
        "[1]",
        "",
        "\ufeff{}",
        '{"theme": "dark"} x',
        '{"theme"',
        '{"theme": "\x01"}',
        '{"theme": tomorrow}',
    ],
)
def test_a_file_is_read_as_json_is(text: str) -> None:
    def read(reader: Callable[[str], object]) -> str:
        try:
            return repr(reader(text))
        except ValueError as error:
            return f"{type(error).__name__}: {error}"

    assert read(_read_json) == read(json.loads)
