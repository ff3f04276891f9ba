"""Remarks on a cable: listed with kind and place, and gone to in the view in front."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.desktop.panels.entries import EntryList
from tests.cable.explanations.honey import TEXT
from tests.desktop.conftest import press


@pytest.fixture
def odd(start, tmp_path):
    """A cable whose second paragraph has the number 5, and whose serial numbers differ."""
    path = tmp_path / "honey.cable.txt"
    path.write_text(TEXT.replace("2. (U)", "5. (U)").replace("#9018", "#9019"))
    return start(path)


def remarks(desktop):
    desktop.actions["remarks.show"].trigger()
    [drawer] = [each for each in desktop.window.header.findChildren(EntryList) if each.isVisible()]
    return drawer


def entry(drawer, rule):
    model = drawer.model()
    row = next(row for row, problem in enumerate(model.rows()) if problem.rule == rule)
    return row, model._entries[row]


def test_every_remark_with_its_kind_and_its_place(odd):
    drawer = remarks(odd)
    assert drawer.hasFocus()
    _, serial = entry(drawer, "station_line_serial")
    assert serial.details == ("Serial numbers differ · line 3, station line",)
    _, number = entry(drawer, "paragraph_number")
    assert number.details[0].startswith("Odd paragraph number · line ")


def test_enter_goes_to_the_paragraph_in_the_text_to_be_read(odd):
    drawer = remarks(odd)
    row, _ = entry(drawer, "paragraph_number")
    drawer.setCurrentIndex(drawer.model().index(row))
    QTest.keyClick(drawer, Qt.Key.Key_Return)
    assert not odd.window.is_source_shown()
    assert odd.window.is_within(odd.window.body)
    assert odd.session.ordinal == 1


def test_with_the_text_as_received_in_front_it_stays_there(odd):
    press(odd.window, "Ctrl+U")
    drawer = remarks(odd)
    row, _ = entry(drawer, "paragraph_number")
    drawer.setCurrentIndex(drawer.model().index(row))
    QTest.keyClick(drawer, Qt.Key.Key_Return)
    assert odd.window.is_source_shown()
    assert odd.window.is_within(odd.window.source)


def test_a_line_of_the_header_is_shown_as_received(odd):
    drawer = remarks(odd)
    row, _ = entry(drawer, "station_line_serial")
    drawer.setCurrentIndex(drawer.model().index(row))
    QTest.keyClick(drawer, Qt.Key.Key_Return)
    assert odd.window.is_source_shown()
    assert odd.window.source.selected_text() == "DE RUEHRK #9019/01 2601432"


def test_a_sound_cable_says_that_there_are_none(desktop):
    told = []
    desktop.session.announced.connect(told.append)
    desktop.actions["remarks.show"].trigger()
    assert told == ["There are no remarks on this cable"]


def test_the_header_is_entered_by_key(desktop):
    window = desktop.window
    view = window.body.focusProxy()
    view.setFocus()
    press(view, "E")
    assert QApplication.focusWidget() is window.header._subject
    QTest.keyClick(window.header._subject, Qt.Key.Key_F1)
    assert window.header._explaining.is_open()
    QTest.keyClick(window.header._subject, Qt.Key.Key_Escape)
    assert not window.header._explaining.is_open()


def test_signs_that_are_not_obeyed_are_a_remark_at_their_place(start, tmp_path):
    path = tmp_path / "honey.cable.txt"
    path.write_text(TEXT.replace("2. (U) ", "2. (\u0421) \u202e\u200b"), encoding="utf-8")
    desktop = start(path)
    drawer = remarks(desktop)
    row, signs = entry(drawer, "signs_not_obeyed")
    assert signs.details[0].startswith("Signs that are not obeyed · line ")
    _, letters = entry(drawer, "look_alike_letters")
    assert letters.details[0].startswith("Letters that only look right · line ")
    drawer.setCurrentIndex(drawer.model().index(row))
    QTest.keyClick(drawer, Qt.Key.Key_Return)
    assert desktop.session.ordinal == 1
