"""A file of many cables: list it, find one, read it, go back, and find the list again."""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.screen import PAUSE, Screen, until
from tests.lists import write_table

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.end_to_end

LIST = "cables.csv"
# Of the cables from Hamburg about choirs, the first one is opened.
WORDS = "choirs hamburg"


def goes(screen: Screen, key: str, title: str) -> None:
    """Press a key until a window with this title is there: keys work only after the first paint."""

    def is_there() -> bool:
        screen.press(key)
        return screen.window(title) is not None

    until(f"a window called {title}", is_there)


def test_a_cable_is_found_in_a_list_and_left_again(screen: Screen, tmp_path: Path) -> None:
    table = write_table(tmp_path / LIST, 400)

    program = screen.start(str(table))
    program.shows(f"^{LIST}")

    def is_found() -> bool:
        # Anew each time: what was typed before the list was there is lost.
        screen.press("ctrl+f", "ctrl+a")
        screen.type(WORDS)
        # Into the list, and from there into the cable.
        screen.press("Return", "Return")
        return any(screen.window("HAMBURG") or sleep(PAUSE) for _ in range(40))

    until("a cable from Hamburg", is_found)
    goes(screen, "Escape", f"^{LIST}")
    program.shows(f"^{LIST}")
    program.quit()

    program = screen.start(f"{table}#90OSLO1")
    program.shows("90OSLO1")
    program.quit()
