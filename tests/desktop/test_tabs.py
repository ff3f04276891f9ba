"""Several texts open at once: tabs, going between them, closing and reopening, back and forward."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from reader.desktop.panels import file_dialog
from reader.desktop.panels.page.finding import Hits
from reader.desktop.panels.tab_bar import WIDEST
from reader.desktop.panels.tab_menu import TabMenu
from reader.desktop.session import tabs as module
from tests.conftest import SAMPLE_ID
from tests.desktop.conftest import BY_KEYBOARD, clipboard, press, sentences, wait_for_list
from tests.desktop.test_accessibility import unnamed
from tests.lists import write_table

HARBOR = """R 0212{number:02}Z MAR 09
FM AMEMBASSY OSLO
TO SECSTATE WASHDC

UNCLAS OSLO {number:05}

E.O. 12958: N/A
TAGS: PREL
SUBJECT: FERRY NUMBER {number}

{paragraphs}
FAIRWEATHER
"""
WORDS = "The keeper counted the lamps of the ferry again and found one more than yesterday."


def harbor(number, paragraphs=40):
    text = "\n\n".join(f"{index + 1}. (U) {WORDS}" for index in range(paragraphs))
    return HARBOR.format(number=number, paragraphs=text)


@pytest.fixture
def files(tmp_path):
    paths = [tmp_path / f"ferry-{number}.txt" for number in range(1, 4)]
    for number, path in enumerate(paths, 1):
        path.write_text(harbor(number))
    return paths


@pytest.fixture
def opened(start, files, qtbot):
    desktop = start(*files)
    qtbot.waitUntil(lambda: len(desktop.session.tabs.documents()) == 3)
    return desktop


def titles(desktop):
    bar = desktop.window.tab_bar
    return [bar.tabText(index) for index in range(bar.count())]


def scrolled(desktop):
    return desktop.window.body.focusProxy().verticalScrollBar().value()


def scroll(desktop, value):
    desktop.window.body.focusProxy().verticalScrollBar().setValue(value)
    assert scrolled(desktop) == value


# The row of tabs.


def test_one_text_has_no_row_of_tabs(desktop):
    assert desktop.window._tab_bar is None


def test_several_files_are_shown_in_their_order(opened, files):
    assert titles(opened) == ["09OSLO1", "09OSLO2", "09OSLO3"]
    assert opened.window.tab_bar.currentIndex() == 0
    told = opened.window.tab_bar.tabToolTip(1)
    assert told.replace("\n", "").startswith("FERRY NUMBER 2")
    assert files[1].name in told.replace("\n", "")


def test_a_tab_is_chosen_with_the_mouse_and_by_keys(opened):
    bar = opened.window.tab_bar
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(2).center())
    assert opened.session.cable.canonical_id == "09OSLO3"
    for keys, cable_id in (
        ("Ctrl+Tab", "09OSLO1"),
        ("Ctrl+Shift+Tab", "09OSLO3"),
        ("Ctrl+PgUp", "09OSLO2"),
        ("Ctrl+PgDown", "09OSLO3"),
        ("Alt+1", "09OSLO1"),
        ("Alt+9", "09OSLO1"),
    ):
        press(opened.window, keys)
        assert opened.session.cable.canonical_id == cable_id, keys
        assert opened.window.tab_bar.currentIndex() == opened.session.tabs.index()
        assert opened.window.windowTitle().startswith(cable_id)


def test_arrows_walk_along_the_row(opened):
    bar = opened.window.tab_bar
    press(opened.window, "F6")
    bar.setFocus(BY_KEYBOARD)
    for key, cable_id in (
        (Qt.Key.Key_Right, "09OSLO2"),
        (Qt.Key.Key_Right, "09OSLO3"),
        (Qt.Key.Key_Left, "09OSLO2"),
    ):
        QTest.keyClick(bar, key)
        assert opened.session.cable.canonical_id == cable_id
        assert bar.hasFocus()
    opened.session.close_tab(*opened.session.tabs.others(opened.session.tabs.current))
    assert bar.isHidden()
    assert opened.window.is_within(opened.window.body)


def test_a_tab_is_closed_with_the_middle_button_and_its_cross(opened, qtbot):
    bar = opened.window.tab_bar
    QTest.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(1).center())
    assert titles(opened) == ["09OSLO1", "09OSLO3"]
    cross = bar._cross(0)
    assert cross.accessibleName() == "Close 09OSLO1"
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert [tab.title for tab in opened.session.tabs.all()] == ["09OSLO3"]
    assert bar.isHidden()


def test_a_tab_is_drawn_elsewhere(opened):
    opened.window.tab_bar.moveTab(0, 2)
    assert [tab.title for tab in opened.session.tabs.all()] == ["09OSLO2", "09OSLO3", "09OSLO1"]
    assert titles(opened) == ["09OSLO2", "09OSLO3", "09OSLO1"]
    press(opened.window, "Alt+1")
    assert opened.session.cable.canonical_id == "09OSLO2"


def test_a_tab_is_moved_by_keys(opened):
    said = []
    opened.session.announced.connect(said.append)
    for keys, order in (
        ("Ctrl+Shift+PgUp", [1, 2, 3]),
        ("Ctrl+Shift+PgDown", [2, 1, 3]),
        ("Ctrl+Shift+PgDown", [2, 3, 1]),
        ("Ctrl+Shift+PgDown", [2, 3, 1]),
        ("Ctrl+Shift+PgUp", [2, 1, 3]),
    ):
        press(opened.window, keys)
        assert titles(opened) == [f"09OSLO{number}" for number in order], keys
        assert opened.session.cable.canonical_id == "09OSLO1"
        assert opened.window.tab_bar.currentIndex() == opened.session.tabs.index()
    assert said == [f"09OSLO1, tab {place} of 3" for place in (2, 3, 2)]


def test_a_title_of_a_stranger_is_plain_text(start, tmp_path, qtbot):
    names = ["<b>ferry & co", "lamp" * 40]
    for name in names:
        (tmp_path / name).write_text("No cable here.\n")
    desktop = start(*(tmp_path / name for name in names))
    qtbot.waitUntil(lambda: len(desktop.session.tabs.documents()) == 2)
    bar = desktop.window.tab_bar
    assert bar.tabText(0) == "<b>ferry && co"
    assert "<b>" not in bar.tabToolTip(0)
    letter = bar.fontMetrics().averageCharWidth()
    assert bar.tabRect(1).width() <= letter * WIDEST


def test_another_text_is_opened_behind_the_last_tab_where_there_is_room(opened, monkeypatch):
    asked = []
    monkeypatch.setattr(file_dialog, "ask_for_file", lambda *words: asked.append(words) or "")
    bar = opened.window.tab_bar
    plus = bar._plus
    assert plus.isVisible()
    assert plus.accessibleName() == "Open another text"
    assert plus.x() > bar.tabRect(2).right()
    assert bar.rect().contains(plus.geometry())
    QTest.mouseClick(plus, Qt.MouseButton.LeftButton)
    assert len(asked) == 1
    bar.setFixedWidth(bar.tabRect(1).right())
    assert not plus.isVisible()


# The place of each.


def test_each_tab_keeps_its_exact_place(opened):
    scroll(opened, 333)
    opened.session.go_to(20, 5, 9)
    before = opened.session.look(), scrolled(opened)
    press(opened.window, "Ctrl+Tab")
    assert scrolled(opened) == 0
    scroll(opened, 77)
    press(opened.window, "Ctrl+Shift+Tab")
    assert (opened.session.look(), scrolled(opened)) == before
    assert opened.window.body.selected_text() == WORDS[5:14]
    assert opened.session.ordinal == 20
    press(opened.window, "Ctrl+Tab")
    assert scrolled(opened) == 77


def test_the_source_is_shown_again_where_it_was(opened):
    press(opened.window, "Ctrl+U")
    source = opened.window.source.focusProxy().verticalScrollBar()
    source.setValue(444)
    press(opened.window, "Alt+2")
    press(opened.window, "Ctrl+U")
    assert not opened.window.is_source_shown()
    press(opened.window, "Alt+1")
    assert opened.window.is_source_shown()
    assert source.value() == 444


def test_no_tab_but_the_one_that_is_shown_holds_a_page(opened):
    assert len(opened.window.findChildren(QTextEdit)) == 1


# Closing and reopening.


def test_closed_tabs_are_reopened_in_turn_at_their_place(opened):
    scroll(opened, 200)
    press(opened.window, "Ctrl+W")
    press(opened.window, "Ctrl+W")
    assert [tab.title for tab in opened.session.tabs.all()] == ["09OSLO3"]
    press(opened.window, "Ctrl+W")
    assert opened.window.is_welcome_shown()
    for cable_id in ("09OSLO3", "09OSLO2", "09OSLO1"):
        press(opened.window, "Ctrl+Shift+T")
        assert opened.session.cable.canonical_id == cable_id
    assert scrolled(opened) == 200
    assert titles(opened) == ["09OSLO1", "09OSLO2", "09OSLO3"]
    assert not opened.session.tabs.has_closed()


def test_a_pasted_text_is_reopened_too(desktop):
    desktop.session.open_pasted("The honey museum is closed.\n")
    press(desktop.window, "Ctrl+W")
    assert desktop.session.cable.canonical_id == SAMPLE_ID
    press(desktop.window, "Ctrl+Shift+T")
    assert desktop.session.document.text == "The honey museum is closed.\n"


def test_a_file_that_went_away_says_so_in_the_place_of_its_tab(opened, files, qtbot):
    press(opened.window, "Ctrl+W")
    files[0].unlink()
    press(opened.window, "Ctrl+Shift+T")
    waiting = opened.window.waiting
    assert waiting.isVisible()
    assert waiting.words().startswith("There is no file ferry-1.txt.")
    assert opened.session.document is None
    files[0].write_text(harbor(1))
    waiting._again.click()
    assert opened.session.cable.canonical_id == "09OSLO1"


# Opening.


def test_a_file_that_is_open_is_gone_to(opened, files):
    press(opened.window, "Alt+2")
    scroll(opened, 150)
    document = opened.session.document
    press(opened.window, "Alt+1")
    opened.session.open_file(str(files[1]))
    assert opened.session.document is document
    assert scrolled(opened) == 150
    assert len(opened.session.tabs) == 3


def test_a_file_that_was_changed_is_read_again(opened, files):
    files[1].write_text(harbor(12))
    os.utime(files[1], ns=(1, 1))
    opened.session.open_file(str(files[1]))
    assert opened.session.cable.canonical_id == "09OSLO12"
    assert titles(opened) == ["09OSLO1", "09OSLO12", "09OSLO3"]


def test_a_file_is_opened_behind_the_tab_that_is_shown(desktop, files, qtbot):
    desktop.session.open_file(str(files[0]), in_background=True)
    qtbot.waitUntil(lambda: len(desktop.session.tabs.documents()) == 2)
    assert desktop.session.cable.canonical_id == SAMPLE_ID
    assert titles(desktop) == [SAMPLE_ID, "09OSLO1"]


def test_a_hundred_files_have_a_tab_each(start, tmp_path, qtbot):
    paths = [tmp_path / f"{number}.txt" for number in range(100)]
    for path in paths:
        path.write_text("A short poem.\n")
    desktop = start(*paths)
    qtbot.waitUntil(lambda: len(desktop.session.tabs.documents()) == 100)
    assert [tab.path for tab in desktop.session.tabs.all()] == [str(path) for path in paths]
    assert desktop.session.document.path == str(paths[0])


def test_of_several_that_are_open_the_first_is_shown_at_its_paragraph(opened, files):
    opened.session.open_files([f"{files[2]}#p9", str(files[0])])
    assert opened.session.cable.canonical_id == "09OSLO3"
    assert opened.session.ordinal == 8
    assert len(opened.session.tabs) == 3


def test_files_without_room_wait_and_are_not_lost(start, files, qtbot, monkeypatch):
    monkeypatch.setattr(module, "MOST_TABS", 2)
    desktop = start(*files)
    [said] = sentences(desktop)
    assert said.startswith("There is no room for another tab; 1 file waits: ferry-3.txt.")
    press(desktop.window, "Ctrl+W")
    [notice] = desktop.window.notices.notices()
    notice.action()
    assert desktop.session.cable.canonical_id == "09OSLO3"
    assert titles(desktop) == ["09OSLO2", "09OSLO3"]


def test_a_link_that_was_pasted_goes_to_its_cable(opened):
    opened.session.open_pasted(" cable:09OSLO3#p7\n")
    assert opened.session.cable.canonical_id == "09OSLO3"
    assert opened.session.ordinal == 6


# Lists.


def test_lists_keep_their_place_filter_and_order(start, tmp_path, qtbot):
    first, second = (write_table(tmp_path / name, 400) for name in ("a.csv", "b.csv"))
    desktop = start(first)
    session, chooser = desktop.session, desktop.window.chooser
    wait_for_list(desktop, qtbot)
    chooser._filter.setText("honey")
    qtbot.waitUntil(lambda: session.listing.selection.wish.words == "honey")
    chooser._table.verticalScrollBar().setValue(9)
    session.open_file(str(second))
    qtbot.waitUntil(lambda: len(session.tabs) == 2 and session.listing is not None)
    assert chooser._filter.text() == ""
    press(desktop.window, "Alt+1")
    assert chooser._filter.text() == "honey"
    assert chooser._table.verticalScrollBar().value() == 9
    assert len(session.listing.selection.shown) < 400


def test_a_row_is_opened_behind_its_list(start, tmp_path, qtbot):
    desktop = start(write_table(tmp_path / "cables.csv", 50))
    session = desktop.session
    wait_for_list(desktop, qtbot)
    table = desktop.window.chooser._table
    table.go_to(7)
    press(table, "Ctrl+Return")
    qtbot.waitUntil(lambda: len(session.tabs.documents()) == 1)
    point = table.visualRect(table.model().index(3, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.MiddleButton, pos=point)
    qtbot.waitUntil(lambda: len(session.tabs.documents()) == 2)
    assert desktop.window.is_chooser_shown()
    assert len(session.tabs) == 3


def test_back_goes_to_the_list_and_forward_to_its_cable(start, tmp_path, qtbot):
    desktop = start(write_table(tmp_path / "cables.csv", 50))
    session = desktop.session
    wait_for_list(desktop, qtbot)
    session.open_row(7)
    qtbot.waitUntil(lambda: session.cable is not None)
    cable_id = session.cable.canonical_id
    press(desktop.window, "Alt+Left")
    assert desktop.window.is_chooser_shown()
    press(desktop.window, "Alt+Right")
    qtbot.waitUntil(lambda: session.cable is not None)
    assert session.cable.canonical_id == cable_id


# Back and forward.


def test_back_to_the_exact_place_after_a_jump(opened):
    opened.session.go_to(3, 4)
    scroll(opened, 222)
    before = opened.session.look()
    opened.window.outline.item_chosen.emit(35)
    assert opened.session.ordinal == 35
    press(opened.window, "Alt+Left")
    assert opened.session.look() == before
    assert scrolled(opened) == 222
    press(opened.window, "Alt+Right")
    assert opened.session.ordinal == 35


def test_back_between_tabs_and_into_one_that_was_closed(opened):
    scroll(opened, 111)
    press(opened.window, "Alt+3")
    opened.session.go_to(30)
    press(opened.window, "Alt+2")
    opened.session.close_tab(opened.session.tabs.all()[2])
    press(opened.window, "Alt+Left")
    assert opened.session.cable.canonical_id == "09OSLO3"
    assert opened.session.ordinal == 30
    press(opened.window, "Alt+Left")
    press(opened.window, "Alt+Left")
    assert opened.session.cable.canonical_id == "09OSLO1"
    assert scrolled(opened) == 111


def test_the_buttons_at_the_side_of_the_mouse(opened):
    view = opened.window.body.focusProxy().viewport()
    press(opened.window, "Alt+2")
    QTest.mouseClick(view, Qt.MouseButton.BackButton, pos=QPoint(200, 200))
    assert opened.session.cable.canonical_id == "09OSLO1"
    QTest.mouseClick(view, Qt.MouseButton.ForwardButton, pos=QPoint(200, 200))
    assert opened.session.cable.canonical_id == "09OSLO2"


def test_from_a_hit_back_to_where_the_search_began(opened, qtbot):
    opened.session.go_to(5)
    before = opened.session.look()
    body = opened.window.body
    hits = Hits()
    for item in (20, 30):
        hits.add(item, 0, 3)
    body.show_hits(hits, 0)
    body.show_hits(hits, 1)
    press(opened.window, "Alt+Left")
    assert opened.session.look() == before


def test_back_is_allowed_only_where_there_is_a_way(desktop):
    actions = {action.text(): action for action in desktop.window.menus["Go"].actions()}
    assert not actions["Bac&k"].isEnabled()
    desktop.session.go_to(4)
    assert actions["Bac&k"].isEnabled()
    press(desktop.window, "Alt+Left")
    assert not actions["Bac&k"].isEnabled()
    assert actions["&Forward"].isEnabled()


# The menu of a tab.

opens_menu = pytest.mark.qt_log_ignore("grabbing the keyboard", "does not support raise")


def menu_of(desktop):
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, TabMenu)
    return menu


def point_at(desktop, index):
    """Ask for the menu of a tab as the right button of the mouse does."""
    bar = desktop.window.tab_bar
    place = bar.tabRect(index).center()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(bar, QContextMenuEvent(reason, place, bar.mapToGlobal(place)))
    return menu_of(desktop)


def choose(menu, command_id):
    [action] = [each for each in menu.actions() if each.objectName() == command_id]
    assert action.isEnabled()
    action.trigger()
    menu.close()


@opens_menu
def test_the_menu_of_a_tab_acts_on_the_tab_that_is_pointed_at(opened):
    menu = point_at(opened, 1)
    assert menu.accessibleName() == "What to do with 09OSLO2"
    # No key that would close another tab than this one.
    assert [each.text() for each in menu.actions() if each.objectName() == "file.close"] == [
        "&Close"
    ]
    choose(menu, "id.copy")
    assert clipboard() == "09OSLO2"
    choose(point_at(opened, 1), "permalink.copy")
    assert clipboard() == "cable:09OSLO2"
    choose(point_at(opened, 1), "file.close")
    assert titles(opened) == ["09OSLO1", "09OSLO3"]
    assert opened.session.cable.canonical_id == "09OSLO1"
    choose(point_at(opened, 0), "tab.reopen")
    assert titles(opened) == ["09OSLO1", "09OSLO2", "09OSLO3"]
    assert opened.session.cable.canonical_id == "09OSLO2"


@opens_menu
def test_the_path_of_a_file_is_copied(opened, files):
    choose(point_at(opened, 2), "path.copy")
    assert clipboard() == str(files[2])
    actions = {action.objectName(): action for action in opened.window.actions()}
    actions["path.copy"].trigger()
    assert clipboard() == str(files[0])
    opened.session.open_pasted(harbor(9))
    assert not actions["path.copy"].isEnabled()


@opens_menu
def test_the_menu_key_asks_for_the_menu_of_the_tab_in_front(opened):
    bar = opened.window.tab_bar
    press(opened.window, "Alt+2")
    bar.setFocus()
    place = bar.rect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(reason, place, bar.mapToGlobal(place))
    QApplication.sendEvent(bar, event)
    menu = menu_of(opened)
    assert menu.accessibleName() == "What to do with 09OSLO2"
    assert any(action.text() == "&Close\tCtrl+W" for action in menu.actions())
    letters = [action.text().partition("&")[2][:1] for action in menu.actions() if action.text()]
    assert sorted(set(letters)) == sorted(letters)
    # They belong to the menu, not to the text whose keys they are: H closes the others.
    QTest.keyClick(menu, Qt.Key.Key_H)
    assert [tab.title for tab in opened.session.tabs.all()] == ["09OSLO2"]


@opens_menu
def test_others_are_closed_and_come_back_in_their_order(opened):
    choose(point_at(opened, 2), "tab.close_others")
    assert opened.session.cable.canonical_id == "09OSLO3"
    assert [tab.title for tab in opened.session.tabs.all()] == ["09OSLO3"]
    press(opened.window, "Ctrl+Shift+T")
    press(opened.window, "Ctrl+Shift+T")
    assert titles(opened) == ["09OSLO1", "09OSLO2", "09OSLO3"]


@opens_menu
def test_the_tabs_to_the_right_are_closed(opened):
    actions = {action.objectName(): action for action in opened.window.actions()}
    press(opened.window, "Alt+3")
    assert not actions["tab.close_right"].isEnabled()
    menu = point_at(opened, 2)
    assert not next(
        each for each in menu.actions() if each.objectName() == "tab.close_right"
    ).isEnabled()
    menu.close()
    said = []
    opened.session.announced.connect(said.append)
    choose(point_at(opened, 0), "tab.close_right")
    assert opened.session.cable.canonical_id == "09OSLO1"
    assert said == ["2 tabs closed"]
    assert not actions["tab.close_others"].isEnabled()


# For those who do not see the window.


def told_of_tabs(bar):
    """Role and name of each tab; what tells them is let go of, since it goes with its tab."""
    row = QAccessible.queryAccessibleInterface(bar)
    tabs = [row.child(number) for number in range(bar.count())]
    return [(tab.role(), tab.text(QAccessible.Text.Name)) for tab in tabs]


def test_no_control_of_a_window_with_tabs_is_without_a_name(opened, files):
    assert unnamed(opened.window) == []
    tab = QAccessible.Role.PageTab
    assert told_of_tabs(opened.window.tab_bar) == [(tab, title) for title in titles(opened)]
    files[1].unlink()
    press(opened.window, "Alt+2")
    press(opened.window, "Ctrl+W")
    press(opened.window, "Ctrl+Shift+T")
    assert opened.window.waiting.isVisible()
    assert unnamed(opened.window) == []
