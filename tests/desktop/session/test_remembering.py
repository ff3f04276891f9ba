"""Tabs that are open again at the next start, unless nothing is to be remembered."""

from __future__ import annotations

import os
import stat

import pytest

from reader.desktop.panels.glossary.underlines import TermUnderlines
from reader.desktop.session.remembering import Kept, load_tabs, tabs_from_json, tabs_to_json
from reader.desktop.session.spot import Spot
from reader.desktop.session.tabs import Tab
from reader.settings import Settings, load_settings
from tests.desktop.conftest import press, stop
from tests.desktop.test_tabs import harbor, scroll, scrolled, titles


@pytest.fixture
def files(tmp_path):
    paths = [tmp_path / f"ferry-{number}.txt" for number in range(1, 4)]
    for number, path in enumerate(paths, 1):
        path.write_text(harbor(number))
    return paths


@pytest.fixture
def kept_file(private_home):
    return private_home / "cable-reader" / "state" / "tabs.json"


def read_all(desktop, qtbot, count):
    qtbot.waitUntil(lambda: len(desktop.session.tabs.documents()) == count)


def test_tabs_come_back_at_their_places(start, files, qtbot, kept_file):
    first = start(*files)
    read_all(first, qtbot, 3)
    press(first.window, "Alt+3")
    press(first.window, "Alt+2")
    scroll(first, 222)
    stop(first)
    if os.name == "posix":
        assert stat.S_IMODE(kept_file.stat().st_mode) == 0o600
    again = start()
    assert titles(again) == ["09OSLO1", "09OSLO2", "09OSLO3"]
    assert again.session.cable.canonical_id == "09OSLO2"
    assert scrolled(again) == 222
    assert len(again.session.tabs.documents()) == 1
    press(again.window, "Alt+1")
    assert again.session.cable.canonical_id == "09OSLO1"


def test_files_that_are_asked_for_come_first(start, files, qtbot):
    first = start(*files[:2])
    read_all(first, qtbot, 2)
    stop(first)
    again = start(files[2])
    assert again.session.cable.canonical_id == "09OSLO3"
    assert titles(again) == ["09OSLO1", "09OSLO2", "09OSLO3"]
    assert len(again.session.tabs.documents()) == 1


def test_a_file_that_is_asked_for_is_gone_on_with(start, files, qtbot):
    first = start(*files[:2])
    read_all(first, qtbot, 2)
    first.session.go_to(7, 4)
    press(first.window, "Alt+2")
    first.session.go_to(5, 2)
    stop(first)
    again = start(files[0], files[1])
    assert again.window.body.place() == (7, 4)
    assert not again.session.trail.can_go_back()
    read_all(again, qtbot, 2)
    press(again.window, "Alt+2")
    assert again.window.body.place() == (5, 2)


@pytest.mark.parametrize("place", ["#p1", "#p3"])
def test_a_place_that_is_asked_for_comes_first(start, files, place):
    first = start(files[0])
    first.session.go_to(7, 4)
    stop(first)
    again = start(f"{files[0]}{place}")
    assert again.window.body.place() == (int(place[2:]) - 1, 0)


def test_nothing_comes_back_where_nothing_is_remembered(start, files, qtbot, kept_file):
    first = start(*files)
    read_all(first, qtbot, 3)
    first.session.choices.remember_files(remember=False)
    stop(first)
    assert not kept_file.exists()
    again = start()
    assert again.window.is_welcome_shown()
    assert len(again.session.tabs) == 0


def test_what_was_remembered_goes_when_it_is_switched_off(start, files, qtbot, kept_file):
    first = start(*files)
    stop(first)
    assert "ferry-1.txt" in kept_file.read_text()
    again = start()
    again.session.choices.remember_files(remember=False)
    qtbot.waitUntil(lambda: not kept_file.exists())


def test_what_was_remembered_goes_when_it_is_switched_off_in_the_file(start, files, private_home):
    settings = private_home / "cable-reader" / "config" / "settings.json"
    stop(start(files[0]))
    written = settings.read_text()
    assert "ferry-1.txt" in written
    settings.write_text(written.replace('"remember": true', '"remember": false'))
    stop(start())
    assert "ferry-1.txt" not in settings.read_text()
    assert '"remember": false' in settings.read_text()


def test_a_file_that_is_gone_says_so_in_its_tab(start, files, qtbot):
    first = start(*files)
    stop(first)
    files[0].unlink()
    again = start()
    assert again.window.waiting.words().startswith("There is no file ferry-1.txt.")
    press(again.window, "Alt+2")
    assert again.session.cable.canonical_id == "09OSLO2"


def test_a_closed_window_without_tabs_is_empty_the_next_time(start, files):
    first = start(files[0])
    press(first.window, "Ctrl+W")
    stop(first)
    assert start().window.is_welcome_shown()


def test_a_pasted_text_is_not_kept(desktop, qtbot, kept_file):
    desktop.session.open_pasted("The honey museum is closed.\n")
    stop(desktop)
    assert "honey" not in kept_file.read_text()


def test_places_are_written_and_read():
    tab = Tab("/ferries/\udcff.txt")
    tab.title, tab.subject = "09OSLO1", "FERRY"
    tab.spot = Spot((3, 14), (3, 9), (2, 80), -0.5, leads=False, is_source=True)
    [read], current = tabs_from_json(tabs_to_json([Tab(), tab], tab))
    assert (read.path, read.title, read.subject, read.spot) == (
        tab.path,
        tab.title,
        tab.subject,
        tab.spot,
    )
    assert current == 0


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"tabs": 1}', '{"tabs": [1, {"path": 2}, {"path": ""}], "current": []}'],
)
def test_a_damaged_file_brings_nothing_back(text, kept_file):
    kept_file.parent.mkdir(parents=True)
    kept_file.write_text(text)
    assert load_tabs() == Kept()


def test_absurd_places_are_passed_over():
    values = ('"x"', "[1, 2]", '[0, 0, 0, 0, 0, 0, 0, 0, "x"]', "[1e99, 0, 0, 0, 0, 0, 0, 0, 0]")
    for value in values:
        kept = tabs_from_json(f'{{"tabs": [{{"path": "a", "spot": {value}}}], "current": 9}}')
        assert kept.tabs[0].spot is None
        assert kept.current == 0


# How cables were looked at.


def test_both_views_and_marked_acronyms_come_back(start, files):
    first = start(files[0])
    first.actions["source.beside"].trigger()
    first.actions["glossary.mark"].trigger()
    stop(first)
    again = start()
    assert again.window.is_beside()
    assert again.actions["source.beside"].isChecked()
    assert again.actions["glossary.mark"].isChecked()
    [underlines] = again.window.body.focusProxy().findChildren(TermUnderlines)
    assert not underlines.isHidden()
    again.actions["source.beside"].trigger()
    again.actions["glossary.mark"].trigger()
    stop(again)
    third = start()
    assert not third.window.is_beside()
    assert not third.actions["glossary.mark"].isChecked()


def test_both_views_wait_for_a_cable(start, files, tmp_path):
    first = start(files[0])
    first.actions["source.beside"].trigger()
    first.session.close_document()
    stop(first)
    again = start()
    assert again.window.is_welcome_shown()
    again.session.open_file(str(files[1]))
    assert again.window.is_beside()


def test_nothing_of_how_cables_were_looked_at_is_kept_where_nothing_is(start, files):
    first = start(files[0])
    first.session.choices.remember_files(remember=False)
    first.actions["source.beside"].trigger()
    first.actions["glossary.mark"].trigger()
    stop(first)
    assert load_settings().settings == Settings(remember=False)
    assert not start(files[0]).window.is_beside()
