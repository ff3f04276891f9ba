from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QToolTip

from reader.cable.explanations.explanation import Explanation
from reader.cable.model import (
    Addressee,
    Classification,
    ExecutiveOrder,
    Header,
    Line,
    Problem,
    Role,
    Span,
    Telegram,
)
from reader.desktop.panels.entries import EntryList
from reader.desktop.panels.header import HeaderPanel, words
from reader.desktop.panels.header.card import ExplanationCard
from reader.desktop.panels.header.items import from_items
from reader.desktop.theme import LIGHT
from reader.desktop.theme.dark import DARK
from tests.desktop.conftest import clipboard
from tests.desktop.panels.cables import ferry

FULL = Header(
    precedence=("PRIORITY", "ROUTINE"),
    date_time_group="P 020436Z MAR 09",
    sent=datetime(2009, 3, 2, 4, 36, tzinfo=UTC),
    originator="AMEMBASSY REYKJAVIK",
    action=(Addressee("RUEHC", "SECSTATE WASHDC", "PRIORITY", "2183"),),
    info=(
        Addressee("RUEHNY", "AMEMBASSY OSLO", None, "0287"),
        Addressee(None, "EUROPEAN POLITICAL COLLECTIVE", excluded=("ROME",)),
    ),
    classification=Classification.CONFIDENTIAL,
    classified_as="C O N F I D E N T I A L REYKJAVIK 009017",
    section_count=2,
    captions=("NOFORN", "SIPDIS"),
    executive_order=ExecutiveOrder("12958", "DECL: 03/02/2019", date(2019, 3, 2)),
    tags=("PREL", "EWWT"),
    subject="THE NATO FERRY IS LATE",
    classified_by=("DCM Fairweather",),
    reasons=("1.4 (b)",),
)


@pytest.fixture
def cable():
    return ferry()._replace(
        header=FULL,
        problems=(Problem("numbers", "Paragraph 4 is missing.", Span(0, 4)),),
    )


@pytest.fixture
def panel(qtbot, cable):
    panel = HeaderPanel()
    qtbot.addWidget(panel)
    panel.resize(700, 300)
    panel.show_cable(cable)
    panel.show()
    return panel


def test_what_is_said_of_a_cable(panel):
    assert panel._subject.text() == "The NATO Ferry Is Late"
    assert panel._chip.text() == "CONFIDENTIAL"
    assert panel._captions.text() == "NOFORN  SIPDIS"
    assert panel._id.text() == "09REYKJAVIK9017"
    assert panel._from.text() == "Embassy Reykjavik → Secretary of State"
    assert panel._sent.text() == (
        "Mon 2 Mar 2009 04:36Z · Priority / Routine · 2 sections · signed FAIRWEATHER"
    )
    assert panel._tags.text() == "PREL  EWWT"
    assert panel._order.text() == "E.O. 12958: declassify on 2 March 2019"
    assert panel._addressees.text() == "2 info addressees"
    assert panel._remarks.text() == "1 remark"


def test_every_item_says_how_it_was_read(panel):
    assert "As printed: P 020436Z MAR 09" in panel._sent.explanation().splitlines()
    assert "0436Z: 04:36 UTC, as Z says, Zulu time" in panel._sent.explanation()
    assert "Classified by DCM Fairweather" in panel._chip.explanation()
    assert "1.4 (b): reason: foreign government information" in panel._chip.explanation()
    assert "As printed: AMEMBASSY REYKJAVIK" in panel._from.explanation()
    assert "PREL: " in panel._tags.explanation()
    assert "As printed: THE NATO FERRY IS LATE" in panel._subject.explanation()


@pytest.fixture
def told(panel, qtbot):
    """The panel as it is after the first paint, with the keyboard on its date."""
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.complete()
    panel._sent.setFocus(Qt.FocusReason.TabFocusReason)
    return panel


def test_who_comes_with_the_keyboard_is_told_too(told):
    assert "020436Z" in told._sent.accessibleDescription()


def test_the_hour_at_the_station_stands_beside_the_universal_one(told):
    assert told._sent.text().startswith("Mon 2 Mar 2009 04:36Z (04:36 in Reykjavik) · ")


def test_the_arrows_go_from_item_to_item(told):
    QTest.keyClick(told._sent, Qt.Key.Key_Right)
    assert told._sent.item().topic == "precedence"
    for _ in range(3):
        QTest.keyClick(told._sent, Qt.Key.Key_Right)
    assert told._tags.hasFocus()
    assert told._tags.item().words == "PREL"
    QTest.keyClick(told._tags, Qt.Key.Key_Left)
    assert told._sent.hasFocus()
    assert told._sent.item().topic == "signature"


def test_f1_explains_on_a_card_that_follows_the_arrows_until_escape(told, qtbot):
    QTest.keyClick(told._sent, Qt.Key.Key_F1)
    [card] = told.findChildren(ExplanationCard)
    assert card.words().startswith("Date-time group")
    QTest.keyClick(told._sent, Qt.Key.Key_Right)
    [card] = told.findChildren(ExplanationCard)
    assert card.words().startswith("Precedence")
    QTest.keyClick(told._sent, Qt.Key.Key_Escape)
    assert not [each for each in told.findChildren(ExplanationCard) if each.isVisible()]
    assert told._sent.hasFocus()


def test_an_item_can_be_copied_by_key(told):
    QTest.keyClick(told._sent, Qt.Key.Key_Right)
    QTest.keyClick(told._sent, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == "Priority / Routine"


def test_a_card_leads_to_the_place_in_the_text_as_received(panel, qtbot, cable):
    text = "P 020436Z MAR 09\n"
    lines = (Line(0, len(text), Role.DATE_TIME_GROUP),)
    panel.show_cable(cable._replace(telegram=Telegram(text), lines=lines))
    panel.complete()
    panel._explaining.show_card("sent", 0)
    [card] = panel.findChildren(ExplanationCard)
    with qtbot.waitSignal(panel.place_chosen) as chosen:
        card._place.click()
    assert chosen.args == [Span(0, 16)]


def test_a_card_that_is_squeezed_scrolls_to_its_last_words(qtbot):
    card = ExplanationCard()
    qtbot.addWidget(card)
    card.show_explanation(Explanation("Lamp", how_read=tuple(f"{hour}: lit" for hour in range(12))))
    bar = card._words.verticalScrollBar()
    card.resize(300, card.heightForWidth(300))
    with qtbot.waitExposed(card):
        card.show()
    assert bar.maximum() == 0
    card.resize(300, card.heightForWidth(300) // 2)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    QTest.keyClick(card._how_read, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    card.show_explanation(Explanation("Lamp", how_read=("0: lit",)))
    assert bar.value() == 0


def test_the_item_under_the_pointer_is_the_one_that_is_told(told):
    tags = told._tags
    second = tags._rects_of(*tags._ranges()[1])[0]
    assert tags._item_at(second.center()) == 1
    assert tags._item_at(tags._rects_of(*tags._ranges()[0])[0].center()) == 0
    QTest.mouseClick(tags, Qt.MouseButton.LeftButton, pos=second.center())
    assert tags.item().words == "EWWT"


def test_what_is_not_there_is_said_or_left_out(panel, cable):
    panel.show_cable(cable._replace(header=Header(), problems=(), signature=()))
    assert panel._subject.text() == "No subject"
    assert panel._chip.text() == "Classification not found"
    assert panel._from.text() == "Sender not given"
    assert panel._sent.text() == "Date not given"
    for label in (panel._captions, panel._tags, panel._order, panel._addressees, panel._remarks):
        assert label.isHidden()


def test_the_subject_as_received(panel):
    panel.show_subject_as_received(True)
    assert panel._subject.text() == "THE NATO FERRY IS LATE"
    panel.show_subject_as_received(False)
    assert panel._subject.text() == "The NATO Ferry Is Late"


def test_one_drawer_is_open_at_a_time(panel, qtbot):
    panel._addressees.click()
    [addressees] = panel.findChildren(EntryList)
    rows = [addressees.model().index(row, 0).data() for row in range(3)]
    assert rows == ["Secretary of State", "Embassy Oslo", "EUROPEAN POLITICAL COLLECTIVE"]
    [named] = [entry for entry in addressees.model()._entries if entry.title == "Embassy Oslo"]
    assert named.details[-1] == "RUEHNY: routing indicator of AMEMBASSY OSLO"
    with qtbot.waitSignal(panel.raw_changed) as raw:
        panel._raw.click()
    assert raw.args == [True]
    assert not panel._addressees.isChecked()
    [received] = panel.findChildren(QPlainTextEdit)
    assert received.isReadOnly()
    panel._raw.click()
    assert not panel._raw.isChecked()


def test_f1_explains_an_addressee_in_the_list(told):
    told._addressees.click()
    [addressees] = told.findChildren(EntryList)
    addressees.setCurrentIndex(addressees.model().index(1, 0))
    QTest.keyClick(addressees, Qt.Key.Key_F1)
    assert QToolTip.text().startswith("Info addressee")
    assert "0287: message-continuity number" in QToolTip.text()


def test_a_remark_that_is_chosen_is_told(panel, qtbot, cable):
    panel.show_remarks()
    [remarks] = [each for each in panel.findChildren(EntryList) if each.isVisible()]
    remarks.setCurrentIndex(remarks.model().index(0, 0))
    with qtbot.waitSignal(panel.remark_chosen) as chosen:
        QTest.keyClick(remarks, Qt.Key.Key_Return)
    assert chosen.args == [cable.problems[0]]


def test_it_folds_by_itself_in_a_low_window_and_as_it_is_told(panel, qtbot):
    panel.resize(700, 120)
    panel.set_column(50, 600)
    qtbot.waitUntil(panel.is_folded)
    panel.resize(700, 900)
    panel.set_column(50, 600)
    qtbot.waitUntil(lambda: not panel.is_folded())
    panel._fold.click()
    assert panel.is_folded()
    panel.set_column(50, 610)
    qtbot.wait(20)
    assert panel.is_folded()


def test_a_subject_without_room_ends_with_a_sign_and_is_told_whole(panel, cable):
    whole = "HONEY, BEES AND THE HARBOR BOARD " * 12
    long = cable._replace(header=cable.header._replace(subject=whole.strip()))
    panel.show_cable(long)
    panel.resize(500, 260)
    panel.set_column(20, 460)
    label = panel._subject
    assert label.text().endswith("…")
    assert label.text()[:-1].strip() in label.item().words
    assert label.accessibleName().endswith(label.item().words)
    assert panel.explanation(label.item()).startswith(label.item().words)
    panel.resize(500, 1600)
    panel.set_column(20, 460)
    assert label.text() == label.item().words


def test_an_order_that_leaves_the_tags_no_room_stands_below_them(panel):
    panel.resize(900, 600)
    panel.set_column(20, 860)
    assert panel._matter.direction() is panel._matter.Direction.LeftToRight
    width = panel._order.sizeHint().width() + 30
    panel.set_column(20, width)
    assert panel._matter.direction() is panel._matter.Direction.TopToBottom


def test_an_id_without_room_beside_classification_and_captions_stands_below_them(panel):
    panel.resize(900, 600)
    panel.set_column(20, 860)
    assert panel._marks.direction() is panel._marks.Direction.LeftToRight
    width = panel._chip.sizeHint().width() + panel._id.sizeHint().width() + 30
    panel.set_column(20, width)
    assert panel._marks.direction() is panel._marks.Direction.TopToBottom
    panel.resize(width + 40, 600)
    panel.layout().activate()
    for label in (panel._chip, panel._id):
        assert label.width() >= label.sizeHint().width()


def test_a_text_that_has_its_new_width_first_leaves_nothing_askew(panel):
    panel.resize(400, 600)
    panel.set_column(20, 860)
    panel.resize(900, 600)
    assert panel.layout().contentsMargins().right() == 20
    assert panel._marks.direction() is panel._marks.Direction.LeftToRight


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_chip_has_the_colours_of_the_classification(panel, theme):
    panel.set_theme(theme)
    assert panel._chip._chip == theme.chip(Classification.CONFIDENTIAL)
    assert panel._id.palette().text().color().name().upper() == theme.muted


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("AMEMBASSY OSLO", "Embassy Oslo"),
        ("AMCONSUL ST PETERSBURG", "Consulate St Petersburg"),
        ("USINT HAVANA", "Interests Section Havana"),
        ("SECSTATE WASHDC", "Secretary of State"),
        ("AMEMBASSY ", "AMEMBASSY "),
        ("DIA WASHINGTON DC", "DIA WASHINGTON DC"),
    ],
)
def test_posts_by_name(address, name):
    assert words.post_name(address) == name


def test_addressees_are_counted():
    many = Header(action=FULL.action * 2, info=FULL.info)
    assert words.addressees_title(many) == "4 addressees"
    assert words.addressees_title(Header(info=FULL.info[:1])) == "1 info addressee"
    assert words.addressees_title(Header(action=FULL.action)) == ""
    assert [item.words for item in from_items(many)][1:] == ["Secretary of State", "and 1 more"]


def test_particulars_of_an_addressee():
    assert words.addressee_words(FULL.action[0]) == ("SECSTATE WASHDC · Priority · message 2183",)
    assert words.addressee_words(FULL.info[1]) == ("except ROME",)
    assert words.addressee_words(Addressee(None, "EUCOM")) == ()
