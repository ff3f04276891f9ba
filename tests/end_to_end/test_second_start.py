"""The program started again and again: one window, and every file arrives in it."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from reader.desktop.session.remembering import load_tabs
from tests.conftest import SAMPLE_ID
from tests.end_to_end.screen import FOLDER, Screen, until

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.end_to_end


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text("The honey museum regrets that it is closed.\n")
    return path


def test_a_second_start_hands_its_file_to_the_window_that_is_open(
    screen: Screen, sample_path: Path, letter: Path
) -> None:
    first = screen.start(str(sample_path))
    first.shows(SAMPLE_ID)
    second = screen.start(os.path.relpath(letter, FOLDER))
    second.has_ended()
    first.shows("letter.txt")
    first.quit()


def test_the_window_comes_to_the_front_at_the_paragraph(
    screen: Screen, sample_path: Path, letter: Path
) -> None:
    first = screen.start(str(sample_path))
    first.shows(SAMPLE_ID)
    other = screen.start("--new-window", str(letter))
    other.shows("letter.txt")
    screen.start(f"{sample_path}#p7").has_ended()
    first.shows(SAMPLE_ID)
    screen.copies(f"{SAMPLE_ID}, para. 7", "c")
    screen.start(f"cable:{SAMPLE_ID}#p3").has_ended()
    first.quit()


def test_a_window_that_was_killed_is_no_hindrance(
    screen: Screen, sample_path: Path, letter: Path
) -> None:
    first = screen.start(str(sample_path))
    first.shows(SAMPLE_ID)
    screen.start(str(letter)).has_ended()
    first.kill()
    second = screen.start(str(sample_path))
    second.shows(SAMPLE_ID)
    second.quit()


def test_a_window_that_hangs_is_given_up(screen: Screen, sample_path: Path, letter: Path) -> None:
    first = screen.start(str(sample_path))
    first.shows(SAMPLE_ID)
    screen.start(str(letter)).has_ended()
    first.send(signal.SIGSTOP)
    try:
        other = letter.rename(letter.with_name("other.txt"))
        second = screen.start(str(other))
        second.shows("other.txt")
        second.quit()
    finally:
        first.send(signal.SIGCONT)
    # What it was sent while it could not hear reaches it all the same.
    first.shows("other.txt")
    first.quit()


def test_starts_at_once_share_one_window_with_a_tab_for_each(
    screen: Screen, tmp_path: Path
) -> None:
    files = [tmp_path / f"poem-{number}.txt" for number in range(8)]
    for file in files:
        file.write_text("The lamp is lit.\n")
    starts = [screen.start(str(file)) for file in files]
    until("one start to be left", lambda: sum(start.is_running() for start in starts) == 1)
    [window] = [start for start in starts if start.is_running()]
    window.shows("poem-")
    window.quit()
    assert all(start.has_ended() for start in starts)
    assert {tab.path for tab in load_tabs().tabs} == {str(file) for file in files}
