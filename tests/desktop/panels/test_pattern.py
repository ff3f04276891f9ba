"""Patterns are looked for in a process of its own, which is ended when its time is over."""

from __future__ import annotations

import os
import subprocess
import sys
from array import array
from pathlib import Path

import pytest

from reader.desktop.panels.find.pattern import PatternSearch, search_command
from reader.desktop.panels.page import pattern_search
from reader.desktop.panels.page.pattern_search import FOUND, UNREADABLE, answer, request
from tests.patience import PATIENCE

# Each of them would keep Python's `re` busy for longer than anybody waits.
HOSTILE = [
    ("(a+)+$", "a" * 60 + "!"),
    ("(a|aa)+$", "a" * 60 + "!"),
    (r"(\w+\s?)*$", "the ferry leaves " * 10 + "!"),
    ("(.*)*(.*)*(.*)*x", "a" * 40),
    (r"([a-z]+)*[0-9]\1*$", "a" * 60),
]


def hits_of(pattern, *texts, match_case=False):
    said = answer(request(pattern, texts, match_case=match_case))
    assert said[:1] == FOUND
    numbers = array("Q", said[1:])
    return [texts[item][start:end] for item, start, end in zip(*[iter(numbers)] * 3, strict=True)]


def test_a_pattern_is_found_in_every_text():
    assert hits_of(r"¶?\d{4}", "in 1540 and ¶2009", "1803") == ["1540", "¶2009", "1803"]
    assert hits_of("pier", "Pier, pier") == ["Pier", "pier"]
    assert hits_of("pier", "Pier, pier", match_case=True) == ["pier"]


def test_ends_of_lines_are_ends():
    assert hits_of("^to .*$", "FM OSLO\nTO BERGEN\nINFO x") == ["TO BERGEN"]


def test_an_empty_hit_is_none():
    assert hits_of("x*", "a boat") == []


def test_what_no_text_may_hold_is_looked_for_as_well():
    assert hits_of("b.d", "a b\ud800d") == ["b\ud800d"]


@pytest.mark.parametrize("pattern", ["(", "[", "*", "(?P<", "a{2}{3}", "\\", "(" * 400])
def test_what_is_no_pattern_is_told(pattern):
    assert answer(request(pattern, ["a boat"], match_case=False))[:1] == UNREADABLE


def test_the_process_needs_nothing_but_python():
    """It is started without any package, and answers as the function does."""
    asked = request("boat|pier", ["a pier, a boat"], match_case=True)
    ended = subprocess.run(search_command(), input=asked, capture_output=True, check=True)
    assert ended.stdout == answer(asked)
    assert ended.stderr == b""


def test_a_frozen_program_is_asked_by_a_word(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert search_command() == [sys.executable, pattern_search.ASKED]


@pytest.fixture
def search(qtbot):
    search = PatternSearch()
    # A machine may be so busy that starting a process takes longer than the window waits.
    search._limit.setInterval(round(PATIENCE * 1000))
    yield search
    search.stop()


def test_hits_arrive(search, qtbot):
    with qtbot.waitSignal(search.found) as found:
        search.look("b[oa]+t", ["a boat"], match_case=False)
        assert search.is_running()
    assert list(found.args[0]) == [0, 2, 6]
    assert not search.is_running()


def test_what_is_wrong_is_a_sentence(search, qtbot):
    with qtbot.waitSignal(search.failed) as failed:
        search.look("boat(", ["a boat"], match_case=False)
    assert "see character 5" in failed.args[0]


def test_a_newer_pattern_takes_the_place_of_one_that_is_looked_for(search, qtbot):
    search.look("(a+)+$", ["a" * 60 + "!"], match_case=False)
    first = search._process
    with qtbot.waitSignal(search.found):
        search.look("!", ["a!"], match_case=False)
    assert search._process is not first


@pytest.mark.parametrize(("pattern", "text"), HOSTILE)
def test_a_process_ends_itself_whatever_it_does(pattern, text):
    """Nobody ends it from outside here: no worker is left even where the window has gone."""
    folder = str(Path(pattern_search.__file__).parent)
    script = (
        f"import sys; sys.path = [{folder!r}, *sys.path]; import pattern_search as p; p.main(0.2)"
    )
    ended = subprocess.run(
        [sys.executable, "-I", "-S", "-c", script],
        input=request(pattern, [text], match_case=False),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ended.returncode != 0
    assert ended.stdout == b""


def test_the_window_lives_while_a_hostile_pattern_is_stopped(search, qtbot):
    """The process is kept from ending itself, so it is the window that has to end it."""
    turns = []
    with qtbot.waitSignal(search.failed) as failed:
        search.look("(a+)+$", ["a" * 60 + "!"], match_case=False)
        process = search._process
        process.waitForStarted()
        number = process.processId()
        qtbot.waitUntil(lambda: turns.append(1) or len(turns) > 3)
        assert search.is_running()
        search._limit.start(0)
    assert "was stopped" in failed.args[0]
    assert not search.is_running()
    assert number
    assert not _is_alive(number)


def _is_alive(number):
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True
