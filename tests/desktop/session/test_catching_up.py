"""Tabs of the last time that are read because a search, or who cites a cable, asks for them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from reader.desktop.jobs import Jobs
from reader.desktop.session import catching_up as module
from reader.desktop.session.catching_up import CatchingUp, Unread
from reader.desktop.session.choices import Choices
from reader.desktop.session.tabs import Tab, Tabs
from reader.errors import UnreadableFile
from reader.settings import Settings
from tests.desktop.conftest import press, stop
from tests.desktop.test_tabs import harbor
from tests.lists import write_table


@pytest.fixture
def files(tmp_path):
    """Three cables; the second and the third cite the first."""
    paths = [tmp_path / f"ferry-{number}.txt" for number in range(1, 4)]
    for number, path in enumerate(paths, 1):
        path.write_text(harbor(number, 3).replace("TAGS: PREL", "TAGS: PREL\nREF: OSLO 1"))
    return paths


@pytest.fixture
def again(start, files, qtbot):
    """The program at its next start: of three tabs one is read."""
    first = start(*files)
    qtbot.waitUntil(lambda: len(first.session.tabs.documents()) == 3)
    stop(first)
    desktop = start()
    assert len(desktop.session.tabs.documents()) == 1
    return desktop


def button(line):
    return line.findChild(QPushButton)


def reading(tabs, current=0):
    """What reads the tabs of a session of its own, none of which was read."""
    row = Tabs()
    row.add(tabs)
    row.choose(tabs[current])
    jobs = Jobs()
    return CatchingUp(jobs, Choices(jobs, Settings(), row), row, row)


def test_tabs_are_left_alone_until_something_asks(again):
    line = again.window.references.unread
    assert line.words() == "2 tabs were not read yet; their cables may cite this one."
    assert line.isVisibleTo(again.window.references)
    assert len(again.session.tabs.documents()) == 1


def test_a_search_in_all_open_texts_reads_them(again, qtbot):
    recent = again.session.choices.settings.recent_files
    press(again.window, "Ctrl+Shift+F")
    bar = again.window.find_bar
    assert bar.unread.words() == "2 tabs were not read yet, and are not searched."
    QTest.keyClicks(bar.focusProxy(), "keeper")
    qtbot.waitUntil(lambda: bar.count_text() == "1 of 9")
    assert bar.unread.isHidden()
    assert again.window.references.unread.isHidden()
    # What was read for this was not opened by the reader.
    assert again.session.choices.settings.recent_files == recent
    assert again.session.cable.canonical_id == "09OSLO1"


def test_who_cites_a_cable_is_asked_by_a_button(again, qtbot):
    QTest.mouseClick(button(again.window.references.unread), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(again.session.reach.citing()) == 2)
    assert again.window.references.unread.isHidden()


def test_reading_can_be_broken_off_and_taken_up_again(again, qtbot):
    catching_up, line = again.session.catching_up, again.window.references.unread
    catching_up.start()
    assert line.words() == "Reading tabs: 1 of 2…"
    assert button(line).text() == "Stop"
    button(line).click()
    assert catching_up.state() == Unread(2)
    assert button(line).text() == "Read them"
    # Nothing but the button begins again.
    catching_up.ask()
    assert catching_up.state().total == 0
    button(line).click()
    qtbot.waitUntil(lambda: catching_up.state() == Unread())
    assert len(again.session.tabs.documents()) == 3


def test_lists_and_large_files_wait_for_their_reader(files, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(module, "LARGEST", 10_000)
    large = tmp_path / "large.txt"
    large.write_text(harbor(4, 200))
    table = write_table(tmp_path / "cables.csv", 3)
    tabs = [Tab(str(path)) for path in (files[0], files[1], large, table)]
    catching_up = reading(tabs)
    catching_up.start()
    qtbot.waitUntil(lambda: catching_up.state() == Unread(0, 2))
    assert [tab.is_unread() for tab in tabs] == [True, False, True, True]
    catching_up.start()
    assert catching_up.state() == Unread(0, 2)


def test_a_file_that_is_gone_is_told_in_its_tab(files, qtbot):
    tabs = [Tab(str(path)) for path in files]
    files[1].unlink()
    catching_up = reading(tabs)
    catching_up.start()
    qtbot.waitUntil(lambda: catching_up.state() == Unread())
    assert isinstance(tabs[1].failure, UnreadableFile)
    assert tabs[2].title == "09OSLO3"
