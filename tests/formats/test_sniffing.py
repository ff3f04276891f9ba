"""A format is told by what is in a file, whatever its name; other files are none of them."""

from __future__ import annotations

import os
import sysconfig
from itertools import islice
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.formats.registry import FORMATS, sniff
from reader.intake import read_inputs
from tests.formats.test_data import FILES

# A Markdown paste with no link left in it can be told from a telegram by its name alone; and one
# whose name says Markdown is read as such.
ENDINGS = sorted(
    {ending for each in FORMATS for ending in each.endings if ending not in (".md", ".mdown")}
    | {"", ".exe", ".XYZ", ".jpeg"} - {".markdown"}
)
ENDINGS.remove(".markdown")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_made_up_file_is_known_under_every_name(path):
    data = path.read_bytes()
    found = {ending: sniff(data, f"ferry{ending}").name for ending in ENDINGS}
    assert set(found.values()) == {path.parent.name}


ROOTS = (
    "/usr/share/doc", "/usr/share/common-licenses", "/usr/lib/python3", "/usr/share/perl",
    "/usr/share/man/man1", "/usr/include", "/usr/share/misc", "/usr/share/X11", "/etc",
    "/usr/share/bash-completion", "/usr/share/mime", "/usr/share/icons",
    sysconfig.get_path("stdlib"),
)  # fmt: skip
EACH = 40


def ordinary_files():
    """Texts, sources, manuals, tables, pictures, archives, that a system has."""
    for root in ROOTS:
        files = (
            Path(folder, name)
            for folder, folders, names in os.walk(root)
            for name in (folders.sort(), *sorted(names))[1:]
        )
        readable = (path for path in files if path.is_file() and os.access(path, os.R_OK))
        yield from islice(readable, EACH)


def test_ordinary_files_of_a_system_are_never_taken_for_a_cable():
    files = [path for path in ordinary_files() if path.stat().st_size < 1_000_000]
    if len(files) < 200:
        pytest.skip("this system has too few files to try")
    taken = [
        str(path)
        for path in files
        if any(
            not isinstance(each.outcome, ReaderError)
            for each in islice(read_inputs([str(path)]), 3)
        )
    ]
    assert taken == []


def mail(text: str) -> bytes:
    return f"From: ann@ferry.example\nSubject: lamps\nMIME-Version: 1.0\n\n{text}".encode()


ORDINARY = {
    "a mail": mail("Dear Ben,\n\n1. Wind the lamp.\n\n2. Sleep.\n\nAnn"),
    "a page": b"<!DOCTYPE html><html><body><h1>Lamps</h1><p>Subject: lamps</p></body></html>",
    "a table": b"id,date,lamp\n1,1/2/2003 4:05,slow\n2,1/3/2003 4:05,quick\n",
    "data": b'[{"id": 1, "text": "The lamp burns until the keeper sleeps."}]',
    "a dump": b"INSERT INTO lamps (id) VALUES (1);\n",
    "XML": b'<?xml version="1.0"?><lamps><lamp>slow</lamp></lamps>',
    "a list": b"1. Wind the lamp.\n\n2. Sleep.\n\n3. Wake.\n",
    "a program": b"#!/bin/sh\n# TO DO: lamps\nfor each in 1 2 3; do echo $each; done\n",
}


@pytest.mark.parametrize("data", ORDINARY.values(), ids=ORDINARY)
def test_other_files_of_the_same_kinds_are_no_cables(data, tmp_path):
    path = tmp_path / "ferry"
    path.write_bytes(data)
    outcomes = [each.outcome for each in read_inputs([str(path)])]
    assert outcomes
    assert all(isinstance(outcome, ReaderError) for outcome in outcomes)
