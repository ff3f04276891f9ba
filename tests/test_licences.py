"""The list of licences names all that the program is made of."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from reader.licences import bundled, licence_list

PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"


def test_every_library_that_the_program_needs_is_named() -> None:
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["pdf"]]
    names = {re.match(r"[\w-]+", each)[0] for each in needed}  # type: ignore[index]
    assert names <= {each.name for each in bundled()}


def test_the_list_has_a_line_for_each() -> None:
    lines = licence_list().splitlines()
    assert len(lines) == len(bundled())
    assert "PySide6-Essentials: LGPL-3.0-only (Qt for Python, with Qt itself)" in lines
