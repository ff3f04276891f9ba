from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from reader.desktop.notices import MOST_BANNERS, Banner, NoticeBar
from reader.desktop.session import Notice
from reader.desktop.theme.dark import DARK

LATE = Notice("The ferry is late.", hint="Wait on the pier.", detail="tide", key="ferry")


@pytest.fixture
def bar(qtbot):
    bar = NoticeBar()
    qtbot.addWidget(bar)
    return bar


def buttons(bar):
    return {
        button.text(): button for button in bar.findChildren(QPushButton) if not button.isHidden()
    }


def test_a_message_is_shown_until_it_is_closed(bar):
    assert bar.isHidden()
    bar.show_notice(LATE)
    assert not bar.isHidden()
    [banner] = bar.findChildren(Banner)
    assert banner.accessibleName() == "The ferry is late. Wait on the pier."
    QTest.keyClick(banner, Qt.Key.Key_Escape)
    assert bar.notices() == ()
    assert bar.isHidden()


def test_a_later_message_with_the_same_key_takes_the_place(bar):
    bar.show_notice(LATE)
    bar.show_notice(LATE._replace(message="The ferry is lost."))
    assert [notice.message for notice in bar.notices()] == ["The ferry is lost."]
    bar.withdraw("ferry")
    assert bar.isHidden()


def test_the_same_words_are_not_said_twice(bar):
    bar.show_notice(LATE)
    [banner] = bar.findChildren(Banner)
    bar.show_notice(LATE._replace(key="pier"))
    assert bar.findChildren(Banner) == [banner]


def test_old_messages_make_room(bar):
    for number in range(MOST_BANNERS + 2):
        bar.show_notice(Notice(f"Ferry {number} is late.", key=str(number)))
    assert [notice.key for notice in bar.notices()] == ["4", "3", "2"]


def test_the_details_can_be_copied(bar):
    bar.show_notice(LATE)
    buttons(bar)["Copy details"].click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("The ferry is late.\nWait on the pier.\ntide\nCable Reader ")


def test_what_can_be_done_at_once_is_on_a_button(bar):
    rung = []
    bar.show_notice(
        Notice("Deleted.", is_error=False, action_title="Undo", action=lambda: rung.append("bell"))
    )
    assert list(buttons(bar)) == ["Undo"]
    buttons(bar)["Undo"].click()
    assert rung == ["bell"]
    assert bar.notices() == ()


def test_what_only_says_what_was_done_goes_by_itself(bar, monkeypatch, qtbot):
    monkeypatch.setattr("reader.desktop.notices.BRIEF", 10)
    bar.show_notice(Notice("Deleted.", is_error=False, is_brief=True))
    qtbot.waitUntil(lambda: bar.notices() == ())


def test_markup_in_a_message_is_shown_as_it_is(bar):
    words = "<b>REF</b> &amp; <img src='file:///etc/passwd'>"
    bar.show_notice(Notice(words, hint=words))
    labels = [label for label in bar.findChildren(Banner)[0].children() if hasattr(label, "text")]
    assert [label.text() for label in labels if label.text() == words] == [words, words]
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText
        for label in labels
        if hasattr(label, "textFormat")
    )


def test_banners_follow_the_theme(bar):
    bar.show_notice(LATE)
    bar.set_theme(DARK)
    [banner] = bar.findChildren(Banner)
    assert banner.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.error
