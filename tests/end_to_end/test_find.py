"""A reader looks for a word in two cables at once, and goes from hit to hit between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cable.comparison.cables import TELEGRAM
from tests.conftest import SAMPLE_ID
from tests.end_to_end.screen import Screen, until

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.end_to_end

OTHER = TELEGRAM.replace("009017", "009099").replace("9017", "9099")


def test_a_word_is_found_in_all_that_is_open(
    screen: Screen, sample_path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.cable.txt"
    other.write_text(OTHER, encoding="utf-8")
    program = screen.start(str(sample_path), str(other))
    program.shows(SAMPLE_ID)

    def is_copied(keys: tuple[str, ...], words: str) -> bool:
        screen.press(*keys)
        return words in screen.paste()

    # Keys work only after the first paint.
    until("a citation on the clipboard", lambda: is_copied(("c",), SAMPLE_ID))
    screen.press("ctrl+shift+f")
    screen.type("birgisdottir")
    # Only the other cable has the word; Enter goes there, Escape stays there.
    screen.press("alt+l", "Return")
    program.shows("09REYKJAVIK9099")
    screen.press("Escape")
    until("the hit", lambda: is_copied(("ctrl+c",), "Birgisdottir"))
    until("its place", lambda: is_copied(("c",), "09REYKJAVIK9099, para. 3"))

    # A pattern that would take for ever is stopped, and the window lives on.
    screen.press("ctrl+f", "alt+r")
    screen.type("(L|l|ll)+(amp|a+)+(m|p)+Z")
    screen.press("Escape")
    until("the place again", lambda: is_copied(("c",), "para. 3"))
    program.quit()
