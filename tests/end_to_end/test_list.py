"""A file of many cables: list it, find one, read it, go back, and find the list again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.screen import Screen, until
from tests.lists import write_table

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.end_to_end

LIST = "cables.csv"
# Of the cables from Hamburg about choirs, the first one is opened.
WORDS = "choirs hamburg"


def test_a_cable_is_found_in_a_list_and_left_again(screen: Screen, tmp_path: Path) -> None:
    table = write_table(tmp_path / LIST, 400)

    program = screen.start(str(table))
    program.shows(f"^{LIST}")

    def is_typed() -> bool:
        # Anew each time: what was typed before the list was there is lost.
        screen.press("ctrl+f", "ctrl+a")
        screen.type(WORDS)
        screen.press("ctrl+a", "ctrl+c")
        return screen.paste() == WORDS

    until("the words in the filter", is_typed)
    # At once, whether the rows are filtered by now or not.
    screen.press("Return")
    program.shows("HAMBURG")
    program.goes(f"^{LIST}", "Escape")
    program.quit()

    program = screen.start(f"{table}#90OSLO1")
    program.shows("90OSLO1")
    program.quit()
