"""A screen for every test that starts the real program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def screen(tmp_path: Path, private_home: Path) -> Iterator[Screen]:
    """A display of the test's own; the home is the test's own too."""
    folder = tmp_path / "screen"
    folder.mkdir(mode=0o700)
    screen = Screen(folder)
    yield screen
    screen.close()
