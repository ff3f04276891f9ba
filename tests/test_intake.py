"""From paths to cables: files, folders, streams and pasted text."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from reader.cable.model import Cable
from reader.errors import NotACable, UnreadableFile
from reader.intake import (
    STANDARD_INPUT_NAME,
    find_files,
    read_cable,
    read_cables,
    read_inputs,
    read_stream,
    read_text_as_cable,
)

FERRY = "UNCLAS OSLO 009004\n\nSUBJECT: THE FERRY IS LATE\n\n1. (U) It is late.\n\nSTRAND\n"
POEM = "The lamp is lit.\nThe boat has gone.\n\nNobody sees it turn.\n"


def paths_in(folder: Path) -> list[str]:
    return [os.path.relpath(found.path, folder) for found in find_files(str(folder))]


def test_a_file_is_found_as_it_is_named(tmp_path):
    assert [found.path for found in find_files("no/such/file")] == ["no/such/file"]
    assert [found.path for found in find_files("a\0b")] == ["a\0b"]
    assert [found.error for found in find_files(str(tmp_path / "missing"))] == [None]


def test_files_of_a_folder_come_by_name_and_its_folders_in_their_place(tmp_path):
    for name in ("b/2.txt", "b/1.txt", "c.txt", "a.txt", "b/deep/0.txt", ".git/x", "b/.y"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert paths_in(tmp_path) == ["a.txt", "b/1.txt", "b/2.txt", "b/deep/0.txt", "c.txt"]


def test_a_folder_is_listed_once_however_many_links_lead_to_it(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "ferry.txt").touch()
    (tmp_path / "a" / "again").symlink_to("..")
    (tmp_path / "b").symlink_to("a")
    assert paths_in(tmp_path) == ["a/ferry.txt"]


def test_links_that_lead_nowhere_are_found_and_told_when_read(tmp_path):
    (tmp_path / "lost").symlink_to("nowhere")
    [reading] = read_inputs([str(tmp_path)])
    assert str(reading.outcome) == (
        "There is no file lost. It may have been moved, renamed or deleted."
    )


@pytest.mark.parametrize("inside", [[], ["empty/deeper"], [".hidden"]])
def test_a_folder_with_nothing_in_it(tmp_path, inside):
    for name in inside:
        (tmp_path / name).mkdir(parents=True)
    [found] = find_files(str(tmp_path))
    assert str(found.error) == (
        f"There is nothing in the folder {tmp_path.name}. Name a folder with cables in it."
    )


def test_a_folder_that_may_not_be_listed(tmp_path, monkeypatch):
    (tmp_path / "closed").mkdir()
    (tmp_path / "ferry.txt").touch()
    real = os.listdir

    def listdir(path: str) -> list[str]:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "listdir", listdir)
    closed, ferry = find_files(str(tmp_path))
    assert str(closed.error) == (
        "You may not read closed. Ask its owner for permission, or for a copy of your own."
    )
    assert ferry.path.endswith("ferry.txt")


def test_names_that_are_not_utf_8_are_kept(tmp_path):
    (tmp_path / os.fsdecode(b"caf\xe9\n.txt")).touch()
    assert paths_in(tmp_path) == ["caf\udce9\n.txt"]


def test_the_cable_of_a_file(tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text(FERRY)
    for cable in (read_cable(path), read_cable(str(path)), *read_cables(path)):
        assert cable.header.subject == "THE FERRY IS LATE"
        assert cable.source.path == str(path)


def test_a_text_that_is_no_cable_can_still_be_shown(tmp_path):
    path = tmp_path / "poem.txt"
    path.write_text(POEM)
    with pytest.raises(NotACable) as failure:
        read_cable(path)
    assert str(failure.value) == (
        "poem.txt does not look like a cable: nothing of a telegram was found in it. "
        "It can still be read as plain text."
    )
    assert failure.value.text == POEM


def test_a_text_that_was_pasted():
    cable = read_text_as_cable(FERRY.replace("\n", "\r\n"), "Pasted text")
    assert (cable.text, cable.source.path) == (FERRY, "")
    with pytest.raises(NotACable, match="Pasted text does not look like a cable"):
        read_text_as_cable(POEM, "Pasted text")


def test_the_year_is_used_where_the_text_has_none():
    [cable] = read_stream(io.BytesIO(b"REF: OSLO 9004"), year=1987)
    assert [each.target for each in cable.header.references] == ["87OSLO9004"]
    assert read_text_as_cable("REF: OSLO 9004", "it", year=2003).header.references[0].target == (
        "03OSLO9004"
    )


def test_a_stream_has_the_path_of_standard_input():
    [cable] = read_stream(io.BytesIO(FERRY.encode()))
    assert cable.source.path == "-"
    with pytest.raises(NotACable, match=f"^{STANDARD_INPUT_NAME} is empty"):
        next(read_stream(io.BytesIO()))
    with pytest.raises(UnreadableFile, match=f"^{STANDARD_INPUT_NAME} is closed"):
        next(read_stream(None))


def test_inputs_are_read_in_order_and_a_failure_does_not_end_them(tmp_path):
    (tmp_path / "cables").mkdir()
    for name in ("ferry.txt", "cables/a.txt", "cables/b.txt"):
        (tmp_path / name).write_text(FERRY)
    (tmp_path / "cables" / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")
    named = [str(tmp_path / name) for name in ("missing", "cables", "ferry.txt")]
    readings = list(read_inputs(["-", *named], standard_input=io.BytesIO(FERRY.encode())))
    assert [Path(reading.path).name for reading in readings] == [
        "-", "missing", "a.txt", "b.txt", "photo.jpg", "ferry.txt",
    ]  # fmt: skip
    assert [isinstance(reading.outcome, Cable) for reading in readings] == [
        True, False, True, True, False, True,
    ]  # fmt: skip
