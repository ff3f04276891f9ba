"""What ships is found in a checkout, in an installed package, and in a frozen program."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader import resources
from reader.resources import resource_path

if TYPE_CHECKING:
    import pytest


def test_a_checkout_has_them_beside_the_package() -> None:
    assert resource_path() == Path(__file__).resolve().parents[1] / "resources"
    assert resource_path("samples", "09REYKJAVIK9017.cable.txt").is_file()


def test_an_installed_package_has_them_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "reader" / "resources_data").mkdir(parents=True)
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "reader" / "resources.py"))
    assert resource_path("samples") == tmp_path / "reader" / "resources_data" / "samples"


def test_a_frozen_program_has_them_where_it_was_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_path("vocabulary", "tags.csv") == tmp_path / "resources/vocabulary/tags.csv"
