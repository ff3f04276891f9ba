from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from reader.desktop.panels.body import BodyPanel
from reader.desktop.panels.find import FindBar, Searched, Switch
from reader.desktop.panels.page.finding import LONGEST_QUERY, Hits
from reader.desktop.panels.page.searched import reading_label, reading_texts
from reader.desktop.panels.source import SourcePanel
from tests.desktop.panels.cables import cable, ferry

# Qt's screen for tests says so each time that a window is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ENTER, ESCAPE, F3 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F3
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Room(QWidget):
    """A find bar with a reading view and a source view below it."""

    def __init__(self):
        super().__init__()
        self.bar = FindBar(self)
        self.body = BodyPanel(self)
        self.source = SourcePanel(self)
        layout = QVBoxLayout(self)
        for widget in (self.bar, self.body, self.source):
            layout.addWidget(widget)
        self.body.show_cable(ferry())
        self.source.show_cable(ferry())
        self.bar.set_target(self.body)

    def type(self, words):
        QTest.keyClicks(self.bar._query, words)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.bar._query, key, modifier)


@pytest.fixture
def room(qtbot):
    room = Room()
    qtbot.addWidget(room)
    room.resize(800, 700)
    with qtbot.waitActive(room):
        room.show()
    room.body.setFocus()
    return room


def shown_hit(panel):
    view = panel._view
    return view.hits[view.current_hit] if view.current_hit >= 0 else None


def test_the_bar_is_hidden_until_it_is_opened(room):
    assert room.bar.isHidden()
    room.bar.open_bar()
    assert room.bar.isVisible()
    assert room.bar._query.hasFocus()


def test_hits_are_counted_and_shown_while_typing(room):
    room.bar.open_bar()
    room.type("th")
    count = sum(text.lower().count("th") for text in room.body.search_texts())
    assert room.bar.count_text() == f"1 of {count}"
    room.type("e boat")
    assert room.bar.count_text() == "1 of 1"
    assert room.body.selected_text() == "The boat"
    assert room.body.reading_ordinal() == 2
    room.type("s")
    assert room.bar.count_text() == "Not found"
    assert shown_hit(room.body) is None


def test_typing_on_stays_at_the_hit_that_still_fits(room):
    room.body.go_to(1)
    room.bar.open_bar()
    room.type("t")
    first = shown_hit(room.body)
    room.type("he")
    assert shown_hit(room.body)[:2] == first[:2] == (2, 0)


def test_enter_and_f3_go_on_and_back_and_around(room):
    room.bar.open_bar()
    room.type("museum")
    assert room.bar.count_text() == "1 of 2"
    room.press(ENTER)
    assert room.bar.count_text() == "2 of 2"
    room.press(F3)
    assert room.bar.count_text() == "1 of 2"
    room.press(ENTER, SHIFT)
    assert room.bar.count_text() == "2 of 2"
    room.press(F3, SHIFT)
    assert room.bar.count_text() == "1 of 2"
    room.bar.find_next()
    room.bar.find_previous()
    assert room.bar.count_text() == "1 of 2"
    assert room.body.selected_text() == "museum"


def test_the_search_begins_where_the_reader_is(room):
    room.body.go_to(2)
    room.bar.open_bar()
    room.type("the")
    assert room.body.selected_text() == "The"
    assert room.body.reading_ordinal() == 2


def test_what_is_selected_is_looked_for(room):
    room.body.go_to(1, 4, 6)
    room.bar.open_bar()
    assert room.bar.query() == "museum"
    assert room.bar._query.selectedText() == "museum"
    assert room.bar.count_text() == "2 of 2"


def test_a_long_selection_is_not(room):
    room.body.select_all()
    room.bar.open_bar()
    assert room.bar.query() == ""


def test_case_and_whole_words(room):
    room.bar.open_bar()
    room.type("lamp")
    assert room.bar.count_text() == "1 of 1"
    room.bar._case.click()
    assert room.bar.count_text() == "Not found"
    room.bar._case.click()
    room.bar._query.clear()
    room.type("obj")
    assert room.bar.count_text().endswith("of 2")
    room.bar._word.click()
    assert room.bar.count_text() == "Not found"


def test_escape_closes_and_gives_the_keyboard_back(room, qtbot):
    room.bar.open_bar()
    room.type("boat")
    with qtbot.waitSignal(room.bar.closed):
        room.press(ESCAPE)
    assert room.bar.isHidden()
    assert room.body._view.hasFocus()
    assert room.body.selected_text() == "boat"
    assert len(room.body._view.hits) == 0
    assert room.body._marks._hits == frozenset()


def test_f3_after_closing_goes_on(room):
    room.bar.open_bar()
    room.type("museum")
    room.press(ESCAPE)
    room.bar.find_next()
    assert room.bar.count_text() == "2 of 2"


def test_the_other_view_is_searched_when_it_is_shown(room):
    room.bar.open_bar()
    room.type("00009017")
    assert room.bar.count_text() == "Not found"
    room.bar.set_target(room.source)
    assert room.bar.count_text() == "1 of 1"
    assert len(room.body._view.hits) == 0
    room.press(ENTER)
    assert room.source.selected_text() == "00009017"


def test_another_text_is_searched_without_moving_the_reader(room):
    room.bar.open_bar()
    room.type("puffin")
    room.body.show_cable(cable("No lamp.", "No boat.", "A puffin."))
    room.bar.refresh()
    assert room.bar.count_text() == "1 of 1"
    assert room.body.reading_ordinal() == 0


def test_hits_are_marked_along_the_scrollbar(room):
    room.bar.open_bar()
    room.type("the")
    assert len(room.body._marks._hits) > 2


@pytest.mark.parametrize("words", ["[", "(?P<", "*", "\\", "<img src='file:///x'>", "\u202e", "%n"])
def test_nothing_that_is_typed_is_an_error(room, words):
    room.body.show_cable(cable(f"before {words} after"))
    room.bar.open_bar()
    room.bar._query.setText(words)
    room.bar._look()
    assert room.bar.count_text() == "1 of 1"
    assert room.body.selected_text() == words
    room.grab()


def test_a_pasted_megabyte_is_cut(room):
    room.bar.open_bar()
    room.bar._query.setText("x" * 1_000_000)
    assert len(room.bar.query()) == LONGEST_QUERY


def test_thousands_of_hits_are_counted_exactly(room):
    room.body.show_cable(cable(*["a b " * 1000] * 30))
    room.bar.refresh()
    room.bar.open_bar()
    room.type("a")
    assert room.bar.count_text() == "1 of 30,000"
    room.bar.find_previous()
    assert room.bar.count_text() == "30,000 of 30,000"
    assert room.body.reading_ordinal() == 29
    room.grab()


def test_without_a_view_or_hits_nothing_happens(qtbot):
    bar = FindBar()
    qtbot.addWidget(bar)
    bar.open_bar()
    bar.find_next()
    bar.close_bar()
    bar.refresh()
    assert bar.count_text() == ""
    assert bar.isHidden()


def test_every_control_has_a_name(room):
    room.bar.open_bar()
    controls = [room.bar._query, *room.bar.findChildren(QToolButton)]
    names = [
        QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
        for control in controls
        if control.isVisible() and control.parentWidget() is room.bar
    ]
    assert len(names) == 9
    assert all(names)
    assert len(set(names)) == 9


# The switches, the list, and the other texts.


def listed(bar):
    model = bar._list.hits
    return [model.index(row).data() for row in range(model.rowCount())]


def test_all_hits_are_listed_with_the_words_around_them(room):
    room.bar.open_bar()
    room.type("museum")
    assert room.bar._list.isHidden()
    room.bar._listed.click()
    assert listed(room.bar) == [
        "¶1  Summary: The museum asks for a later ferry. End summary.",
        "¶2  The museum's lens is the northernmost of its kind, as ref A said.",
    ]
    assert room.bar._list.currentIndex().row() == 0
    room.press(ENTER)
    assert room.bar._list.currentIndex().row() == 1
    room.type("!")
    assert room.bar._list.isHidden()


def test_enter_in_the_list_goes_to_the_hit_and_keeps_the_list(room):
    room.bar.open_bar()
    room.type("the ")
    room.bar._listed.click()
    room.press(Qt.Key.Key_Down)
    assert room.bar._list.hasFocus()
    QTest.keyClick(room.bar._list, Qt.Key.Key_Down)
    QTest.keyClick(room.bar._list, Qt.Key.Key_Down)
    QTest.keyClick(room.bar._list, ENTER)
    assert room.bar.count_text().startswith("3 of ")
    assert room.body.reading_ordinal() == 1
    assert room.bar._list.hasFocus()
    QTest.keyClick(room.bar._list, Qt.Key.Key_Home)
    QTest.keyClick(room.bar._list, Qt.Key.Key_Up)
    assert room.bar._query.hasFocus()


def test_escape_in_the_list_keeps_the_place_of_the_hit(room):
    room.bar.open_bar()
    room.type("waffles")
    room.bar._listed.click()
    room.press(Qt.Key.Key_Down)
    QTest.keyClick(room.bar._list, ENTER)
    QTest.keyClick(room.bar._list, ESCAPE)
    assert room.bar.isHidden()
    assert room.body._view.hasFocus()
    assert room.body.selected_text() == "waffles"


def test_titles_signatures_and_lines_have_names_in_the_list(room):
    room.bar.open_bar()
    room.bar._listed.click()
    room.type("lamp")
    assert [words.split()[0] for words in listed(room.bar)] == ["Title"]
    room.bar._query.clear()
    room.type("fairweather")
    assert listed(room.bar) == ["Signed  FAIRWEATHER"]
    room.bar.set_target(room.source)
    room.bar._query.clear()
    room.type("reykjavik")
    assert listed(room.bar)[0].startswith("Line 1  ")


def test_the_list_is_said_and_has_no_sign_that_is_obeyed(room):
    room.body.show_cable(cable("before \u202e lamp after"))
    room.bar.open_bar()
    room.type("lamp")
    room.bar._listed.click()
    assert listed(room.bar) == ["¶1  before · lamp after"]
    index = room.bar._list.hits.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "¶1: lamp, in: before · lamp after"
    room.grab()


def test_a_pattern_is_found_after_a_moment(room, qtbot):
    room.bar.open_bar()
    room.bar._pattern.click()
    room.type("m[a-z]+m")
    assert room.bar.count_text() == "Searching…"
    qtbot.waitUntil(lambda: room.bar.count_text() == "1 of 2")
    assert room.body.selected_text() == "museum"


def test_a_pattern_that_is_none_is_explained(room, qtbot):
    room.bar.open_bar()
    room.bar._pattern.click()
    room.type("mus(")
    qtbot.waitUntil(room.bar._trouble.isVisible)
    assert "see character 4" in room.bar._trouble.text()
    assert room.bar.count_text() == ""
    room.bar._pattern.click()
    assert room.bar._trouble.isHidden()
    assert room.bar.count_text() == "Not found"


def test_closing_the_bar_ends_what_is_looked_for(room):
    room.bar.open_bar()
    room.bar._pattern.click()
    room.type("(a+)+$")
    looking = room.bar._looking
    # The pause after the last letter is over.
    looking._pause.timeout.emit()
    assert looking._patterns.is_running()
    room.bar.close_bar()
    assert not looking.is_running()
    assert not looking._patterns.is_running()


def test_a_switch_opens_the_bar_and_is_told(room):
    told = []
    room.bar.switched.connect(lambda kind, is_on: told.append((kind, is_on)))
    room.bar.set_switch(Switch.WORD, True)
    assert room.bar.isVisible()
    assert room.bar._word.isChecked()
    assert told[-1] == (Switch.WORD, True)


@pytest.mark.parametrize("kind", [Switch.EVERYWHERE, Switch.LIST])
def test_what_is_on_stays_on_when_it_is_asked_for_again(room, kind):
    room.bar.set_switch(kind, True)
    room.bar.close_bar()
    # The command's own check mark would have it off now.
    room.bar.set_switch(kind, False)
    assert room.bar._switches[kind].isChecked()
    room.bar.set_switch(kind, False)
    assert not room.bar._switches[kind].isChecked()


class TestOpenTexts:
    @pytest.fixture
    def texts(self, room):
        others = (cable("A museum of bees.", "Honey."), ferry(), cable("Another museum."))
        keys = ("bees", "ferry", "last")
        shown = {"key": "ferry"}

        def open_texts():
            places = [
                Searched(key, key.upper(), reading_texts(each), partial(label, each))
                for key, each in zip(keys, others, strict=True)
            ]
            return keys.index(shown["key"]), places

        def label(each, item, _):
            return reading_label(each, item)

        def show(key):
            shown["key"] = key
            room.body.show_cable(others[keys.index(key)])
            room.bar.refresh()

        room.bar.set_open_texts(open_texts)
        room.bar.text_wanted.connect(show)
        room.bar.open_bar()
        room.bar._everywhere.click()
        return shown

    def test_hits_are_counted_and_listed_by_text(self, room, texts):
        room.type("museum")
        room.bar._listed.click()
        assert room.bar.count_text() == "2 of 4"
        assert [words for words in listed(room.bar) if "·" in words] == [
            "BEES · 1 hit",
            "FERRY · 2 hits",
            "LAST · 1 hit",
        ]

    def test_next_goes_on_into_the_next_text_and_around(self, room, texts):
        room.type("museum")
        for expected in ("3 of 4", "4 of 4", "1 of 4", "2 of 4"):
            room.press(ENTER)
            assert room.bar.count_text() == expected
            assert room.body.selected_text().lower() == "museum"
        assert texts["key"] == "ferry"
        assert room.bar._query.hasFocus()

    def test_choosing_one_in_the_list_shows_its_text(self, room, texts):
        room.type("honey")
        room.bar._listed.click()
        assert texts["key"] == "ferry"
        QTest.keyClick(room.bar._list, Qt.Key.Key_Down)
        QTest.keyClick(room.bar._list, ENTER)
        assert texts["key"] == "bees"
        assert room.body.selected_text() == "Honey"
        assert room.bar._list.isVisible()

    def test_the_list_follows_into_texts_that_had_no_hits(self, room, texts):
        room.bar._listed.click()
        room.type("honey")
        assert listed(room.bar) == ["BEES · 1 hit", "¶2  Honey."]
        room.bar._query.clear()
        room.type("another")
        assert listed(room.bar) == ["LAST · 1 hit", "¶1  Another museum."]
        assert room.bar._list.currentIndex().row() == 1

    def test_enter_goes_to_the_first_of_the_hits_elsewhere(self, room, texts):
        room.type("a museum")
        assert texts["key"] == "ferry"
        room.press(ENTER)
        assert texts["key"] == "bees"
        assert room.body.selected_text() == "A museum"

    def test_a_pattern_is_looked_for_everywhere(self, room, texts, qtbot):
        room.bar._pattern.click()
        room.type("[hm]useum|^hon")
        qtbot.waitUntil(lambda: room.bar.count_text() == "3 of 5")


def test_of_a_very_long_paragraph_only_what_is_in_view_is_painted(room, monkeypatch):
    """Hits are counted as they are asked for: as many as a window has room for, not all."""
    room.body.show_cable(cable("a b " * 20_000))
    room.bar.refresh()
    room.bar.open_bar()
    room.type("a")
    room.grab()
    asked = []
    get = Hits.__getitem__
    monkeypatch.setattr(
        Hits, "__getitem__", lambda self, index: (asked.append(1), get(self, index))[1]
    )
    view = room.body._view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    asked.clear()
    view.viewport().repaint()
    assert 0 < len(asked) < 2_000
