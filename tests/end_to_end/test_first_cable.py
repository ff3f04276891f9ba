"""The first cable: open it, read it, mark it, close it, find the mark again."""

from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from reader.store.bookmarks import Bookmarks
from reader.store.opening import bookmarks_path
from tests.conftest import SAMPLE_ID

if TYPE_CHECKING:
    from pathlib import Path

    from reader.store.marks import Mark
    from tests.end_to_end.screen import Screen

pytestmark = pytest.mark.end_to_end


def saved_marks() -> list[Mark]:
    """What is on the disk, read when the program has ended."""
    with closing(Bookmarks.open(bookmarks_path())) as bookmarks:
        return list(bookmarks.all_marks())


def test_a_bookmark_is_found_again_when_its_file_was_moved(
    screen: Screen, sample_path: Path, tmp_path: Path
) -> None:
    first = tmp_path / "inbox" / "ferry.cable.txt"
    first.parent.mkdir()
    shutil.copy(sample_path, first)

    program = screen.start(str(first))
    program.shows(SAMPLE_ID)
    screen.copies(f"{SAMPLE_ID}, para. 1", "c")
    screen.press(*"nnnnnn")
    screen.copies(f"{SAMPLE_ID}, para. 7", "c")
    screen.press("ctrl+d")
    program.quit()
    [mark] = saved_marks()
    assert mark.anchor.number == 7
    assert mark.path == str(first)

    moved = tmp_path / "archive" / "lighthouse.txt"
    moved.parent.mkdir()
    first.rename(moved)

    program = screen.start(str(moved))
    program.shows(SAMPLE_ID)
    screen.copies(f"{SAMPLE_ID}, para. 1", "c")
    # To the list of bookmarks, and from there to the place; it may still be read from the disk.
    screen.copies(f"{SAMPLE_ID}, para. 7", "ctrl+b", "Home", "Return", "c")
    program.quit()
    assert [each.id for each in saved_marks()] == [mark.id]


def test_a_name_and_a_note_are_kept_when_the_system_ends_the_program(
    screen: Screen, sample_path: Path
) -> None:
    program = screen.start(str(sample_path))
    program.shows(SAMPLE_ID)
    screen.copies(f"{SAMPLE_ID}, para. 1", "c")
    screen.press("n", "ctrl+shift+d")
    program.shows("Bookmark at ¶2")
    screen.type("the lens")
    screen.press("Tab")
    screen.type("ask the director")
    screen.copies("ask the director", "ctrl+a", "ctrl+c")
    # In the middle of writing, without a word of saving.
    program.ask_to_end()
    [mark] = saved_marks()
    assert (mark.anchor.number, mark.name, mark.note) == (2, "the lens", "ask the director")


def test_an_empty_window_opens_what_was_copied(screen: Screen, sample_path: Path) -> None:
    program = screen.start()
    program.shows("^Cable Reader$")
    screen.press("Tab", "Tab", "space")
    program.shows(SAMPLE_ID)
    screen.press("ctrl+w")
    program.shows("^Cable Reader$")
    program.quit()
    assert saved_marks() == []
