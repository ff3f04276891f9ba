"""References that open: in a tab, beside the cable, among recent files; and what is missing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from reader.desktop.connections import references as module
from tests.desktop.conftest import clipboard, press, sentences
from tests.desktop.panels.test_lists import entries
from tests.desktop.test_tabs import harbor, scroll, scrolled

CITING = """R 031200Z MAR 09
FM AMEMBASSY OSLO
TO SECSTATE WASHDC

UNCLAS OSLO 00001

E.O. 12958: N/A
TAGS: PREL
SUBJECT: WHO COUNTS THE LAMPS
REF: A. OSLO 2
     B. OSLO 77
     C. FAIRWEATHER E-MAIL OF 3/1/09

1. (U) As ref A reports, the ferry has one lamp more. Ref B said so before, and ref C after.

{more}
FAIRWEATHER
"""


@pytest.fixture
def folder(tmp_path):
    more = "\n\n".join(f"{number}. (U) The board met again." for number in range(2, 60))
    (tmp_path / "lamps.txt").write_text(CITING.format(more=more))
    (tmp_path / "09OSLO2.txt").write_text(harbor(2))
    return tmp_path


@pytest.fixture
def opened(start, folder, qtbot):
    desktop = start(folder / "lamps.txt")
    panel = desktop.window.references
    qtbot.waitUntil(lambda: panel.state().endswith("1 of 2 found here"))
    return desktop


def mention(desktop, label):
    return next(each for each in desktop.session.cable.mentions if each.label == label)


def test_each_item_says_whether_it_can_be_opened(opened):
    panel = opened.window.references
    heads = [entry.details for entry in entries(panel) if entry.is_strong]
    assert [details[-1] for details in heads[:2]] == [
        "Beside this cable: 09OSLO2.txt",
        "Not found here",
    ]
    assert heads[2][0] == "E-mail, no cable"
    assert panel.state().endswith("\n1 of 2 found here")


def test_a_reference_is_opened_in_a_tab_and_back_is_exact(opened, qtbot):
    scroll(opened, 40)
    before = opened.session.look()
    opened.window.body.mention_activated.emit(mention(opened, "A"))
    assert opened.session.cable.canonical_id == "09OSLO2"
    assert len(opened.session.tabs) == 2
    press(opened.window, "Alt+Left")
    assert opened.session.look() == before
    assert scrolled(opened) == 40
    panel = opened.window.references
    qtbot.waitUntil(lambda: entries(panel)[0].details[-1] == "Open in a tab")


def test_who_cites_a_cable_is_listed(opened, qtbot):
    opened.session.open_reference("09OSLO2")
    panel = opened.window.references
    qtbot.waitUntil(lambda: [each.title for each in entries(panel)] == ["Cited by", "09OSLO1"])
    panel._list.entry_chosen.emit(panel._model.index(1))
    assert opened.session.cable.canonical_id == "09OSLO1"


def test_what_is_missing_says_so_and_offers_its_id(opened):
    panel = opened.window.references
    row = next(
        number for number, each in enumerate(panel._model.rows()) if each.target == "09OSLO77"
    )
    panel._list.setCurrentIndex(panel._model.index(row))
    panel._open.click()
    [said] = sentences(opened)
    assert said.startswith("09OSLO77 was not found here.")
    opened.window.notices.notices()[0].action()
    assert clipboard() == "09OSLO77"
    QApplication.clipboard().clear()
    panel._list.setFocus()
    press(panel._list, "Ctrl+C")
    assert clipboard() == "09OSLO77"


def test_a_mention_of_what_is_missing_is_shown_in_the_list(opened):
    opened.window.body.mention_activated.emit(mention(opened, "B"))
    assert opened.session.cable.canonical_id == "09OSLO1"
    panel = opened.window.references
    assert panel._model.row_at(panel._list.currentIndex()).mention is mention(opened, "B")


def test_what_is_still_looked_for_is_opened_when_it_is_found(opened, qtbot):
    opened.session.reach.follow(opened.session.document)
    opened.window.references.target_chosen.emit("09OSLO2")
    qtbot.waitUntil(lambda: opened.session.cable.canonical_id == "09OSLO2")


def test_a_reference_is_opened_behind_the_text(opened, qtbot):
    view = opened.window.body.focusProxy()
    place = opened.window.body.mention_rect(mention(opened, "A")).center()
    point = view.viewport().mapFrom(opened.window.body, place)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.MiddleButton, pos=point)
    qtbot.waitUntil(lambda: len(opened.session.tabs.documents()) == 2)
    assert opened.session.cable.canonical_id == "09OSLO1"


@pytest.mark.qt_log_ignore("grabbing the keyboard", "does not support raise")
def test_a_letter_opens_a_reference(opened):
    press(opened.window.body.focusProxy(), "O")
    menu = QApplication.activePopupWidget()
    assert [action.text().split()[0] for action in menu.actions()] == ["&A", "&B", "&C"]
    assert "FERRY NUMBER 2" not in menu.actions()[1].text()
    QTest.keyClick(menu, Qt.Key.Key_A)
    assert opened.session.cable.canonical_id == "09OSLO2"


def test_a_card_tells_of_a_reference_by_key(opened):
    opened.session.go_to(0, mention(opened, "A").start + 1)
    view = opened.window.body.focusProxy()
    press(view, "Shift+O")
    card = opened.window.findChild(peek_card())
    assert card.words().startswith("A  09OSLO2. FERRY NUMBER 2. 2009-03-02 12:02Z")
    assert QApplication.focusWidget() is view
    assert opened.window.body.rect().contains(card.geometry())
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert card.isHidden()


def test_a_card_comes_when_the_pointer_rests(opened, qtbot, monkeypatch):
    monkeypatch.setattr(module, "DELAY", 1)
    body = opened.window.body
    view = body.focusProxy()
    point = view.viewport().mapFrom(body, body.mention_rect(mention(opened, "B")).center())
    QTest.mouseMove(view.viewport(), point)
    qtbot.waitUntil(lambda: opened.window.findChild(peek_card()) is not None)
    card = opened.window.findChild(peek_card())
    qtbot.waitUntil(card.isVisible)
    assert card.words() == "B  09OSLO77. Not found here"
    QTest.mouseMove(view.viewport(), QPoint(5, view.height() - 5))
    qtbot.waitUntil(card.isHidden)


def test_a_card_is_as_wide_as_its_words_and_leaves_the_slider_in_sight(qtbot):
    from reader.desktop.panels.peek import Card

    room = QWidget()
    qtbot.addWidget(room)
    view = QPlainTextEdit("honey\n" * 200, room)
    room.resize(600, 300)
    view.resize(room.size())
    room.show()
    card = peek_card()(room, view)
    place = QRect(560, 40, 30, 16)
    card.show_card(Card("A  09OSLO77", "Not found here"), place)
    narrow = card.width()
    assert card.geometry().right() < room.width() - view.verticalScrollBar().width()
    card.show_card(
        Card("A  09OSLO77", "Not found here", "THE FERRY IS LATE", "Honey. " * 60), place
    )
    assert narrow < card.width() < room.width()
    assert card.geometry().right() < room.width() - view.verticalScrollBar().width()


def peek_card():
    from reader.desktop.panels.peek import PeekCard

    return PeekCard
