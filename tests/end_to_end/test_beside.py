"""A reader checks how a sentence stood in the telegram: both texts beside each other, by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import SAMPLE_ID
from tests.end_to_end.screen import Screen, until

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.end_to_end


def test_a_place_is_found_in_the_other_text_and_back(screen: Screen, sample_path: Path) -> None:
    program = screen.start(str(sample_path))
    program.shows(SAMPLE_ID)

    def is_copied(keys: tuple[str, ...], words: str) -> bool:
        screen.press(*keys)
        return words in screen.paste()

    # Keys work only after the first paint.
    until("a citation on the clipboard", lambda: is_copied(("c",), SAMPLE_ID))
    screen.press("n", "n", "ctrl+shift+u", "ctrl+u")
    until("the line as received", lambda: is_copied(("Home", "shift+End", "ctrl+c"), "3. (SBU)"))
    # On in the source, past the end of the paragraph, and back to the text at that place.
    screen.press(*["Down"] * 8)
    until("its place", lambda: is_copied(("c",), f"{SAMPLE_ID}, para. 4"))
    screen.press("ctrl+u")
    until("its place again", lambda: is_copied(("c",), f"{SAMPLE_ID}, para. 4"))
    screen.press("ctrl+shift+u")
    until("the text alone", lambda: is_copied(("p", "c"), f"{SAMPLE_ID}, para. 3"))
    program.quit()
