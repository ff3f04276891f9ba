"""A reader checks how a sentence stood in the telegram: both texts beside each other, by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import SAMPLE_ID

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end_to_end.screen import Screen

pytestmark = pytest.mark.end_to_end


def test_a_place_is_found_in_the_other_text_and_back(screen: Screen, sample_path: Path) -> None:
    program = screen.start(str(sample_path))
    program.shows(SAMPLE_ID)

    # Keys work only after the first paint.
    screen.copies(SAMPLE_ID, "c")
    screen.press("n", "n", "ctrl+shift+u", "ctrl+u")
    screen.copies("3. (SBU)", "Home", "shift+End", "ctrl+c")
    # On in the source, past the end of the paragraph, and back to the text at that place.
    screen.press(*["Down"] * 8)
    screen.copies(f"{SAMPLE_ID}, para. 4", "c")
    screen.press("ctrl+u", "n")
    screen.copies(f"{SAMPLE_ID}, para. 5", "c")
    screen.press("ctrl+shift+u", "p", "p")
    screen.copies(f"{SAMPLE_ID}, para. 3", "c")
    program.quit()
