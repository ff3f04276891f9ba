from __future__ import annotations

from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter, QToolTip, QWidget

from reader.cable.explanations.glossary import glossary
from reader.desktop.connections import glossary as connections
from reader.desktop.panels.glossary import GlossaryPanel
from reader.desktop.panels.glossary.underlines import TermUnderlines
from tests.cable.explanations.honey import TEXT, honey
from tests.desktop.conftest import press


@pytest.fixture
def panel(qtbot):
    panel = GlossaryPanel()
    qtbot.addWidget(panel)
    panel.resize(300, 400)
    panel.show_terms(glossary(honey()))
    panel.show()
    return panel


def rows(panel):
    return {entry.lead: (entry.title, *entry.details) for entry in panel._model._entries}


def test_each_acronym_with_its_meaning_and_how_often(panel):
    shown = rows(panel)
    assert shown["MFA"] == ("ministry of foreign affairs", "once")
    assert shown["EU"] == ("European Union", "2 times")
    assert shown["ZQX"] == ("not in the glossary", "2 times")
    assert panel.state() == f"Glossary: {len(shown)} acronyms"


def test_choosing_goes_from_place_to_place(panel, qtbot):
    row = next(row for row, term in enumerate(panel._model.rows()) if term.word == "EU")
    panel._list.setCurrentIndex(panel._model.index(row))
    went = []
    panel.place_chosen.connect(lambda *place: went.append(place))
    for _ in range(3):
        QTest.keyClick(panel._list, Qt.Key.Key_Return)
    assert [place[0] for place in went] == [0, 2, 0]
    assert went[0][2] == len("EU")


def test_a_text_without_acronyms_says_so(panel):
    panel.show_terms(())
    assert panel.state() == "Glossary: no acronyms in this text"


def test_all_lines_of_what_is_said_are_kept_beside_another_panel(panel):
    panel.show_terms(())
    both = QSplitter(Qt.Orientation.Vertical)
    both.setChildrenCollapsible(False)
    other = QWidget()
    both.addWidget(other)
    both.addWidget(panel)
    both.resize(90, 400)
    both.show()
    both.setSizes([4000, 1])
    label = panel._state
    assert label.height() >= label.heightForWidth(label.width()) > label.fontMetrics().height() * 2
    both.close()
    panel.setParent(None)


# In the window.


@pytest.fixture
def reading(start, tmp_path, qtbot):
    path = tmp_path / "honey.cable.txt"
    path.write_text(TEXT.replace("The Honey Board (HBD)", "The Honey Board Division (HBD)"))
    desktop = start(path)
    desktop.window.resize(1400, 800)
    qtbot.waitUntil(lambda: desktop.window.glossary._model.rowCount() > 0)
    return desktop


def test_it_stands_below_the_references(reading):
    window = reading.window
    assert window.references.isVisible()
    assert window.glossary.isVisible()
    assert rows(window.glossary)["HBD"][1] == "3 times, as this cable says"
    press(window, "Ctrl+Shift+G")
    assert window.glossary._list.hasFocus()


def test_the_next_acronym_is_explained_by_key(reading):
    view = reading.window.body.focusProxy()
    view.setFocus()
    press(view, "X")
    assert reading.window.status._place.text() == "HBD: Honey Board Division, as this cable says"
    press(view, "X")
    press(view, "X")
    assert reading.window.status._place.text() == "MFA: ministry of foreign affairs"
    assert reading.window.body.selected_text() == "MFA"


def test_acronyms_are_underlined_on_demand_and_told_by_the_pointer(reading):
    window = reading.window
    view = window.body.focusProxy()
    plain = view.grab().toImage()
    reading.actions["glossary.mark"].trigger()
    [marks] = view.findChildren(TermUnderlines)
    assert view.grab().toImage() != plain
    press(view, "X")
    inside = view.cursorRect().center() + QPoint(4, 0)
    QApplication.sendEvent(
        view.viewport(),
        QHelpEvent(QEvent.Type.ToolTip, inside, view.viewport().mapToGlobal(inside)),
    )
    assert QToolTip.text().startswith("HBD: Honey Board Division")
    reading.actions["glossary.mark"].trigger()
    assert marks.isHidden()


def test_a_long_text_is_gone_through_by_a_worker(reading, qtbot, monkeypatch, tmp_path):
    path = tmp_path / "wax.cable.txt"
    path.write_text(TEXT)
    monkeypatch.setattr(connections, "LARGEST_AT_ONCE", 10)
    gate, workers = Event(), []

    def wait_and_find(cable):
        workers.append(current_thread())
        gate.wait()
        return glossary(cable)

    monkeypatch.setattr(connections, "glossary", wait_and_find)
    try:
        reading.session.open_file(str(path))
        panel = reading.window.glossary
        qtbot.waitUntil(lambda: panel.state() == "Glossary: the text is being gone through…")
    finally:
        gate.set()
    qtbot.waitUntil(lambda: panel._model.rowCount() > 0)
    assert panel.state() == f"Glossary: {len(rows(panel))} acronyms"
    assert workers != []
    assert main_thread() not in workers
