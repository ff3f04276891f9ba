from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from reader.cable.model import (
    Addressee,
    Classification,
    ExecutiveOrder,
    Header,
    Problem,
    Span,
)
from reader.desktop.panels.entries import EntryList
from reader.desktop.panels.header import HeaderPanel, words
from reader.desktop.theme import LIGHT
from reader.desktop.theme.dark import DARK
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
        "Monday 2 March 2009, 04:36 UTC · Priority / Routine · 2 sections · signed FAIRWEATHER"
    )
    assert panel._tags.text() == "PREL  EWWT"
    assert panel._order.text() == "E.O. 12958: declassify on 2 March 2019"
    assert panel._addressees.text() == "2 info addressees"
    assert panel._remarks.text() == "1 remark"


def test_every_item_says_how_it_was_read(panel):
    assert panel._sent.explanation().splitlines()[:2] == [
        "As printed: P 020436Z MAR 09",
        "Day 02, 0436 hours UTC (Z), March 2009",
    ]
    assert "Classified by DCM Fairweather" in panel._chip.explanation()
    assert "Reasons: (1.4 (b))" in panel._chip.explanation()
    assert panel._from.explanation() == ("From: AMEMBASSY REYKJAVIK\nAction: RUEHC SECSTATE WASHDC")
    assert panel._tags.explanation().startswith("PREL: ")
    assert panel._subject.explanation() == "As received: THE NATO FERRY IS LATE"


def test_who_comes_with_the_keyboard_is_told_too(panel, qtbot):
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.make_selectable()
    panel._sent.setFocus(Qt.FocusReason.TabFocusReason)
    assert "020436Z" in panel._sent.accessibleDescription()


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
    with qtbot.waitSignal(panel.raw_changed) as raw:
        panel._raw.click()
    assert raw.args == [True]
    assert not panel._addressees.isChecked()
    [received] = panel.findChildren(QPlainTextEdit)
    assert received.isReadOnly()
    panel._raw.click()
    assert not panel._raw.isChecked()


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
    assert words.from_words(many).endswith("Secretary of State and 1 more")


def test_particulars_of_an_addressee():
    assert words.addressee_words(FULL.action[0]) == ("SECSTATE WASHDC · Priority · message 2183",)
    assert words.addressee_words(FULL.info[1]) == ("except ROME",)
    assert words.addressee_words(Addressee(None, "EUCOM")) == ()
