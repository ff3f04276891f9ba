"""A historian cites a paragraph, by keys and with the mouse: in a style, and for a manager."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import rispy

from tests.conftest import SAMPLE_ID
from tests.end_to_end.screen import Screen, until

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.end_to_end

SECOND_ROW = 200, 110
"""Pixels into the dialog: the second citation of the list."""


def test_a_historian_cites_a_paragraph(screen: Screen, sample_path: Path, tmp_path: Path) -> None:
    program = screen.start(str(sample_path))
    program.shows(SAMPLE_ID)
    screen.copies(f"{SAMPLE_ID}, para. 1", "c")
    screen.press(*"nnnnnnnn")
    screen.copies(f"{SAMPLE_ID}, para. 9", "c")

    screen.press("shift+c")
    dialog = program.shows(f"Cite {SAMPLE_ID}")
    screen.click(dialog, *SECOND_ROW)
    screen.press("Return")
    program.shows(f"^{SAMPLE_ID}")
    until("the citation", lambda: screen.paste().startswith("U.S. Embassy Reykjavik. (2009,"))

    screen.press("shift+c")
    program.shows(f"Cite {SAMPLE_ID}")
    screen.press("alt+s")
    program.shows("Save an entry")
    entry = tmp_path / "ferry.ris"
    screen.press("ctrl+a")
    screen.type(str(entry))
    screen.press("Return")
    until("the entry", entry.exists)
    [found] = rispy.loads(entry.read_text(encoding="utf-8"))
    assert (found["accession_number"], found["notes"]) == (SAMPLE_ID, ["para. 9"])
    program.shows(f"^{SAMPLE_ID}")
    program.quit()
