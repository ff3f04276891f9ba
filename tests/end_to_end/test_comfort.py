"""A reader makes the window their own: colours, a key, the whole screen; it is so the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.settings import Settings, ThemeChoice, load_settings
from tests.conftest import SAMPLE_ID
from tests.end_to_end.screen import Screen, until

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.end_to_end


def saved() -> Settings:
    return load_settings().settings


def test_colours_and_keys_are_chosen_by_keys_and_stay(screen: Screen, sample_path: Path) -> None:
    program = screen.start(str(sample_path))
    program.shows(SAMPLE_ID)
    screen.copies(f"{SAMPLE_ID}, para. 1", "c")

    screen.press("ctrl+k")
    screen.type("sepia")
    screen.press("Return")
    screen.press("ctrl+k")
    screen.type(":6")
    screen.press("Return")
    screen.copies(f"{SAMPLE_ID}, para. 6", "c")
    until("sepia on the disk", lambda: saved().theme is ThemeChoice.SEPIA)

    screen.press("ctrl+k")
    screen.type("change keys")
    screen.press("Return")
    program.shows("^Settings$")
    screen.type("copy citation")
    screen.press("Tab", "Tab", "ctrl+j", "Tab", "space")
    until("the key on the disk", lambda: saved().keys)
    [(command_id, keys)] = saved().keys
    assert command_id == "citation.copy"
    assert keys is not None
    assert "Ctrl+J" in keys
    screen.press("Escape")
    program.shows(SAMPLE_ID)
    screen.press("n")
    screen.copies(f"{SAMPLE_ID}, para. 7", "ctrl+j")

    screen.press("F11")
    screen.press("Escape")
    program.quit()
    again = screen.start(str(sample_path))
    again.shows(SAMPLE_ID)
    screen.copies(f"{SAMPLE_ID}, para.", "ctrl+j")
    again.quit()
    assert saved().theme is ThemeChoice.SEPIA
