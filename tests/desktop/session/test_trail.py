"""Back and forward: which steps are noted, and what is forgotten."""

from __future__ import annotations

import pytest

from reader.desktop.session.spot import Spot
from reader.desktop.session.tabs import Tab
from reader.desktop.session.trail import LONGEST, Stop, Trail


class Walk:
    """A reader who goes from caret to caret, and from tab to tab."""

    def __init__(self):
        self.tab = Tab("ferry.txt")
        self.caret = 0
        self.trail = Trail(self.here)

    def here(self):
        return Stop(self.tab, -1, Spot((self.caret, 0), (self.caret, 0)))

    def jump(self, caret, kind=""):
        with self.trail.step(kind):
            self.caret = caret


@pytest.fixture
def walk(qapp):
    return Walk()


def carets(stops):
    return [stop.spot.caret[0] for stop in stops]


def test_back_and_forward(walk):
    for caret in (7, 3, 9):
        walk.jump(caret)
    assert walk.trail.can_go_back()
    assert not walk.trail.can_go_forward()
    stop = walk.trail.back()
    assert stop.spot.caret == (3, 0)
    walk.caret = 3
    walk.caret = walk.trail.back().spot.caret[0]
    assert walk.caret == 7
    assert walk.trail.forward().spot.caret == (3, 0)


def test_a_new_jump_forgets_what_is_ahead(walk):
    walk.jump(7)
    walk.caret = walk.trail.back().spot.caret[0]
    walk.jump(4)
    assert not walk.trail.can_go_forward()
    assert walk.trail.forward() is None


def test_a_jump_to_where_one_is_is_none(walk):
    walk.jump(0)
    assert not walk.trail.can_go_back()


def test_jumps_within_a_jump_are_one(walk):
    with walk.trail.step():
        walk.jump(3)
        walk.jump(5)
    assert carets([walk.trail.back()]) == [0]
    assert not walk.trail.can_go_back()


def test_from_hit_to_hit_is_one_step_until_the_reader_moves(walk):
    for caret in (2, 4, 6):
        walk.jump(caret, "find")
    walk.caret = 8
    walk.jump(9, "find")
    assert carets([walk.trail.back(), walk.trail.back()]) == [8, 0]


def test_nothing_is_noted_during_a_pause(walk):
    with walk.trail.pause():
        walk.jump(3)
    assert not walk.trail.can_go_back()


def test_the_trail_has_an_end(walk):
    for caret in range(1, LONGEST + 50):
        walk.jump(caret)
    count = 0
    while walk.trail.back() is not None:
        count += 1
    assert count == LONGEST


def test_stops_in_tabs_that_are_gone_are_forgotten(walk):
    walk.jump(3)
    walk.tab = Tab("museum.txt")
    walk.jump(5)
    walk.trail.keep(lambda tab: tab is walk.tab)
    assert carets([walk.trail.back()]) == [3]
    assert not walk.trail.can_go_back()
