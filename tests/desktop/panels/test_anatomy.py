from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from reader.desktop.panels.anatomy import AnatomyPanel
from reader.desktop.panels.page.rows import Place
from tests.cable.explanations.honey import honey
from tests.desktop.conftest import clipboard, press


@pytest.fixture
def cable():
    return honey()


@pytest.fixture
def panel(qtbot, cable):
    panel = AnatomyPanel()
    qtbot.addWidget(panel)
    panel.resize(900, 600)
    panel.show_cable(cable)
    panel.show()
    return panel


def key(panel, key):
    QTest.keyClick(panel._text.view, key)


def printed(panel, cable):
    part = panel.part()
    return cable.text[part.start : part.end]


def test_the_arrows_go_from_part_to_part(panel, cable):
    assert printed(panel, cable) == "VZCZC"
    key(panel, Qt.Key.Key_Right)
    assert printed(panel, cable) == "XRO"
    assert panel.words().startswith("Channel\n")
    key(panel, Qt.Key.Key_Left)
    key(panel, Qt.Key.Key_Left)
    assert printed(panel, cable) == "VZCZC"


def test_up_and_down_go_from_line_to_line(panel, cable):
    key(panel, Qt.Key.Key_Down)
    assert printed(panel, cable) == "OO"
    key(panel, Qt.Key.Key_Down)
    key(panel, Qt.Key.Key_Right)
    assert printed(panel, cable) == "RUEHRK"
    key(panel, Qt.Key.Key_Up)
    assert printed(panel, cable) == "OO"


def test_home_and_end(panel, cable):
    key(panel, Qt.Key.Key_End)
    assert printed(panel, cable) == "FAIRWEATHER"
    assert panel._count.text() == f"Part {len(panel._parts)} of {len(panel._parts)}"
    key(panel, Qt.Key.Key_Home)
    assert printed(panel, cable) == "VZCZC"


def test_the_part_at_the_caret_is_explained(panel, cable):
    view = panel._text.view
    view.go_to(Place(0, cable.text.index("4472") + 1))
    assert printed(panel, cable) == "4472"
    assert panel.words().startswith("Message-continuity number")
    assert view.accessibleDescription() == panel.words()


def test_an_explanation_can_be_copied(panel):
    QTest.keyClick(panel._text.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == panel.words()


def test_the_part_under_a_resting_pointer_is_told(panel, cable):
    panel._text.go_to(cable.text.index("AMEMBASSY OSLO") + 3)
    view = panel._text.view
    point = view.cursorRect().center()
    where = view.viewport().mapToGlobal(point)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, where))
    assert QToolTip.text().splitlines()[0] == "Name"
    assert "US Embassy Oslo, Norway" in QToolTip.text()


def test_escape_leaves(panel, qtbot):
    with qtbot.waitSignal(panel.left):
        key(panel, Qt.Key.Key_Escape)


def test_it_is_painted_wherever_the_text_stands(panel, qtbot):
    key(panel, Qt.Key.Key_End)
    before = panel.grab().toImage()
    key(panel, Qt.Key.Key_Home)
    assert panel.grab().toImage() != before


def test_a_text_of_blanks_says_that_there_is_nothing(qtbot, cable):
    panel = AnatomyPanel()
    qtbot.addWidget(panel)
    panel.show_cable(cable._replace(lines=()))
    assert panel._count.text() == "There is nothing in this text to explain."
    QTest.keyClick(panel._text.view, Qt.Key.Key_Down)
    assert panel.part() is None


def test_it_comes_by_key_and_goes_by_escape(desktop, qtbot):
    window = desktop.window
    press(window, "Ctrl+Shift+A")
    assert window.is_anatomy_shown()
    qtbot.waitUntil(window.anatomy._text.view.hasFocus)
    QTest.keyClick(window.anatomy._text.view, Qt.Key.Key_Escape)
    assert not window.is_anatomy_shown()
    assert window.body.focusProxy().hasFocus()


def test_it_begins_where_the_reader_is_and_gives_way_to_the_text(desktop, qtbot):
    window = desktop.window
    desktop.session.go_to(3)
    press(window, "Ctrl+Shift+A")
    start = desktop.session.cable.paragraphs[3].spans[0].start
    part = window.anatomy.part()
    assert part.start <= start < part.end
    desktop.session.go_to(5)
    assert not window.is_anatomy_shown()


def test_the_copy_key_of_the_window_copies_the_explanation(desktop, qtbot):
    window = desktop.window
    press(window, "Ctrl+Shift+A")
    qtbot.waitUntil(window.anatomy._text.view.hasFocus)
    press(window.anatomy._text.view, "Ctrl+C")
    assert clipboard().startswith("Start sign")
