"""A store of the test's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.store.bookmarks import Bookmarks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store will be."""
    return tmp_path / "data" / "bookmarks.db"


@pytest.fixture
def bookmarks(path: Path) -> Iterator[Bookmarks]:
    """An empty store, open."""
    with Bookmarks.open(path) as opened:
        yield opened
