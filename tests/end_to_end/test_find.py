"""A reader looks for a word in two cables at once, and goes from hit to hit between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cable.comparison.cables import TELEGRAM
from tests.conftest import SAMPLE_ID

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end_to_end.screen import Screen

pytestmark = pytest.mark.end_to_end

OTHER = TELEGRAM.replace("009017", "009099").replace("9017", "9099")


def test_a_word_is_found_in_all_that_is_open(
    screen: Screen, sample_path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.cable.txt"
    other.write_text(OTHER, encoding="utf-8")
    program = screen.start(str(sample_path), str(other))
    program.shows(SAMPLE_ID)

    # Keys work only after the first paint.
    screen.copies(SAMPLE_ID, "c")
    screen.press("ctrl+shift+f")
    screen.type("birgisdottir")
    screen.press("alt+l")
    # Only the other cable has the word; Enter goes there, Escape stays there.
    program.goes("09REYKJAVIK9099", "Return")
    screen.press("Escape")
    screen.copies("Birgisdottir", "ctrl+c")
    screen.copies("09REYKJAVIK9099, para. 3", "c")

    # A pattern that would take for ever is stopped, and the window lives on.
    screen.press("ctrl+f", "alt+r")
    screen.type("(L|l|ll)+(amp|a+)+(m|p)+Z")
    screen.press("Escape", "n")
    screen.copies("09REYKJAVIK9099, para. 4", "c")
    program.quit()
