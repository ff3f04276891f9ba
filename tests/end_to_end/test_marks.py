"""What a researcher does with a cable: highlight, write, lose the program, find it all again."""

from __future__ import annotations

import json
from contextlib import closing
from itertools import cycle
from typing import TYPE_CHECKING

import pytest

from reader.store.bookmarks import Bookmarks
from reader.store.marks import MarkKind
from reader.store.opening import bookmarks_path
from tests.conftest import SAMPLE_ID
from tests.end_to_end.screen import Screen, until
from tests.end_to_end.test_first_cable import saved_marks

if TYPE_CHECKING:
    from pathlib import Path

    from reader.store.marks import Mark

pytestmark = pytest.mark.end_to_end

ROWS = range(290, 316, 6)
"""Pixels into the window, in the middle of the first paragraph: one of them is in no gap."""


def kept(screen: Screen, is_so: object = None) -> Mark:
    """Wait until a highlight is on the disk, read by another program while the first one runs."""

    def found() -> Mark | None:
        if not bookmarks_path().exists():
            return None
        with closing(Bookmarks.open(bookmarks_path())) as bookmarks:
            marks = [mark for mark in bookmarks.all_marks() if mark.kind is MarkKind.HIGHLIGHT]
        return marks[0] if marks and (is_so is None or marks[0].note == is_so) else None

    mark = until("a highlight on the disk", found)
    assert mark is not None
    return mark  # type: ignore[return-value]


def test_a_highlight_and_its_note_outlive_a_kill(
    screen: Screen, sample_path: Path, tmp_path: Path
) -> None:
    program = screen.start(str(sample_path))
    window = program.shows(SAMPLE_ID)
    screen.copies(f"{SAMPLE_ID}, para. 1", "c")
    rows = cycle(ROWS)

    def row_of_words() -> int | None:
        row = next(rows)
        screen.drag(window, (520, row), (760, row))
        screen.press("ctrl+c")
        copied = screen.paste()
        return row if len(copied) > 5 and not copied.startswith(SAMPLE_ID) else None

    # By the mouse: some words of the first paragraph, and the highlight in the menu on them.
    row = until("some words on the clipboard", row_of_words)
    assert isinstance(row, int)
    screen.click(window, 640, row, button=3)
    screen.press("h", "2")
    mark = kept(screen)
    assert len(mark.anchor.exact) > 5
    # By the keyboard: a note.
    screen.press("ctrl+shift+d")
    program.shows("Highlight in ¶1")
    screen.press("Tab")
    screen.type("ask the director")
    screen.press("ctrl+Return")
    program.shows(SAMPLE_ID)
    noted = kept(screen, "ask the director")
    assert noted.id == mark.id
    program.kill()

    program = screen.start()
    program.shows("^Cable Reader$")
    program.goes("^Notebook", "ctrl+shift+b")
    screen.type("direct")
    program.goes(SAMPLE_ID, "Down", "Return")
    screen.copies(f"{SAMPLE_ID}, para. 1", "c")
    # To the notebook once more, and out into a file.
    screen.press("ctrl+shift+b")
    program.shows("^Notebook")
    screen.press("ctrl+e")
    form = program.shows("^Export marks")
    screen.press("Return")
    program.shows("^Export marks", but=form)
    exported = tmp_path / "marks.json"
    screen.press("ctrl+a")
    screen.type(str(exported))
    screen.press("Return")
    until("the export", exported.exists)
    [record] = json.loads(exported.read_text())["marks"]
    assert record["note"] == "ask the director"
    program.shows("^Notebook")
    screen.press("Escape")
    program.shows(SAMPLE_ID)
    program.quit()
    assert [each.id for each in saved_marks()] == [mark.id]
