"""A student learns to read a telegram: part by part, by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import SAMPLE_ID
from tests.end_to_end.screen import Screen, until

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.end_to_end


def explained(screen: Screen, *keys: str) -> str:
    """What is said of the part that the keys lead to."""
    screen.press(*keys, "ctrl+c")
    return screen.paste()


def test_a_student_learns_what_the_first_lines_say(screen: Screen, sample_path: Path) -> None:
    program = screen.start(str(sample_path))
    program.shows(SAMPLE_ID)

    def is_there() -> bool:
        return explained(screen, "Home").startswith("Start sign")

    # The window takes its keys only after the text was painted.
    until("the citation on the clipboard", lambda: explained(screen, "c").startswith(SAMPLE_ID))
    screen.press("ctrl+shift+a")
    until("the anatomy", is_there)
    channel = explained(screen, "Right")
    assert channel.splitlines()[0] == "Channel"
    assert "As printed: XRO" in channel
    assert "RUEHNY: AMEMBASSY OSLO" in explained(screen, "Down", "Right")
    day = explained(screen, "Down", "End", "Home", "Down", "Down", "Down", "Down", "Right")
    assert day.splitlines()[0] == "Day"
    assert "As printed: 17" in day
    assert explained(screen, "End").splitlines()[0] == "Signature"

    screen.press("Escape")
    until("the text again", lambda: explained(screen, "c").startswith(f"{SAMPLE_ID}, para. 1"))
    program.quit()
