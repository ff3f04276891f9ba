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
    """What is said of the part that the keys lead to, which is another than before."""
    before = screen.paste()
    screen.press(*keys, "ctrl+c")
    return str(until("another part", lambda: (said := screen.paste()) != before and said))


def test_a_student_learns_what_the_first_lines_say(screen: Screen, sample_path: Path) -> None:
    program = screen.start(str(sample_path))
    program.shows(SAMPLE_ID)

    # The window takes its keys only after the text was painted.
    screen.copies(SAMPLE_ID, "c")
    screen.press("ctrl+shift+a")
    screen.copies("Start sign", "Home", "ctrl+c")
    channel = explained(screen, "Right")
    assert channel.splitlines()[0] == "Channel"
    assert "As printed: XRO" in channel
    assert "RUEHNY: AMEMBASSY OSLO" in explained(screen, "Down", "Right")
    day = explained(screen, "Down", "End", "Home", "Down", "Down", "Down", "Down", "Right")
    assert day.splitlines()[0] == "Day"
    assert "As printed: 17" in day
    assert explained(screen, "End").splitlines()[0] == "Signature"

    screen.press("Escape")
    screen.copies(f"{SAMPLE_ID}, para. 1", "c")
    program.quit()
