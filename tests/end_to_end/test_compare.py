"""Someone compares a redacted copy with the whole cable, with the keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cable.comparison.cables import TELEGRAM
from tests.end_to_end.screen import Screen, until

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.end_to_end

NAME = "Gunnar Halldorsson"
COPY = TELEGRAM.replace(NAME, "XXXXXXXXXXXX").replace("TAGS: SCUL EWWT IC", "TAGS: SCUL IC")


def test_what_a_copy_leaves_out_is_found_and_copied(screen: Screen, tmp_path: Path) -> None:
    whole, copy = tmp_path / "whole.cable.txt", tmp_path / "copy.cable.txt"
    whole.write_text(TELEGRAM, encoding="utf-8")
    copy.write_text(COPY, encoding="utf-8")

    program = screen.start(str(whole), str(copy))
    program.shows("09REYKJAVIK9017")
    # Keys work only after the first paint.
    screen.copies("09REYKJAVIK9017", "c")
    screen.press("F7")
    window = program.shows("compared")
    screen.press("F8", "alt+p")
    until("the differences on the clipboard", lambda: NAME in screen.paste())
    said = screen.paste()
    assert "2 differences: 1 redaction, TAGS." in said
    assert "2. ¶1: redacted on the" in said

    # Enter goes to the place in the text itself, and Escape would have closed the window.
    screen.press("Return")
    program.shows("09REYKJAVIK9017", but=window)
    screen.press("ctrl+c")
    until("the redacted words", lambda: screen.paste() in (NAME, "XXXXXXXXXXXX"))
    program.quit()
