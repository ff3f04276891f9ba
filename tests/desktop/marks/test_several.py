"""A choice of as many rows as one likes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.desktop.panels.notebook.several import Several

HARBOURS = (("Bergen", "B"), ("Malmö", "M"), ("Tórshavn", "T"), ("of none", None))
SIGNS = {Qt.Key.Key_Space: " "}


@pytest.fixture
def several(qtbot):
    choice = Several("Harbours", "Any harbour")
    qtbot.addWidget(choice)
    choice.offer(HARBOURS)
    choice.show()
    qtbot.waitExposed(choice)
    choice.told = []
    choice.changed.connect(lambda: choice.told.append(choice.values()))
    return choice


def tick(several, row, state=Qt.CheckState.Checked):
    several.rows.item(row).setCheckState(state)


def press(several, key):
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, SIGNS.get(key, ""))
    QApplication.sendEvent(several.rows, event)


def click(several, row, kinds=(QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)):
    rows = several.rows
    rows.doItemsLayout()
    place = QPointF(rows.visualItemRect(rows.item(row)).center())
    left = Qt.MouseButton.LeftButton
    for kind in kinds:
        event = QMouseEvent(kind, place, place, left, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(rows.viewport(), event)


def test_it_says_what_is_ticked(several):
    said = []
    for row in range(1, 5):
        said.append(several.currentText())
        tick(several, row)
    assert said == ["Any harbour", "Bergen", "Bergen, Malmö", "Bergen and 2 more"]
    assert several.values() == ("B", "M", "T", None)
    several.untick_all()
    assert (several.currentText(), several.values()) == ("Any harbour", ())


def test_space_ticks_and_enter_ticks_and_keeps_what_is_ticked(several):
    several.rows.setCurrentRow(1)
    press(several, Qt.Key.Key_Space)
    press(several, Qt.Key.Key_Down)
    press(several, Qt.Key.Key_Return)
    press(several, Qt.Key.Key_Return)
    assert several.told == [("B",), ("B", "M")]
    press(several, Qt.Key.Key_Space)
    assert several.values() == ("B",)


def test_clicks_tick_and_the_first_row_unticks_all(several):
    for row in (2, 4, 2):
        click(several, row)
    assert several.told == [("M",), ("M", None), (None,)]
    click(several, 0)
    assert several.told[-1] == ()
    tick(several, 3)
    several.rows.setCurrentRow(0)
    press(several, Qt.Key.Key_Space)
    assert several.told[-2:] == [("T",), ()]


def test_a_button_that_went_down_elsewhere_ticks_nothing(several):
    click(several, 2, kinds=[QEvent.Type.MouseButtonRelease])
    assert several.told == []


def test_no_key_changes_it_while_it_is_closed(several, monkeypatch):
    opened = []
    monkeypatch.setattr(several, "showPopup", lambda: opened.append(several.values()))
    tick(several, 2)
    for key in (Qt.Key.Key_M, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Down):
        QTest.keyClick(several, key)
    assert opened == [("M",)]
    assert several.currentText() == "Malmö"


def test_what_is_ticked_stays_so_among_other_rows(several):
    tick(several, 1)
    tick(several, 3)
    several.offer([("Tórshavn (3)", "T"), ("Vaasa", "V")])
    assert (several.values(), several.currentText()) == (("T",), "Tórshavn (3)")
