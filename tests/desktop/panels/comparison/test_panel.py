from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from reader.cable.comparison import compare
from reader.desktop.panels.comparison import ComparisonPanel
from reader.desktop.panels.comparison import text as shown_text
from reader.desktop.panels.comparison.words import report, summary
from tests.cable.comparison.cables import TELEGRAM, version

MINUS = "\u2212"
BAR = "\u25ae"
SWAPS = (
    ("TAGS: SCUL EWWT IC", "TAGS: SCUL IC"),
    ("Gunnar Halldorsson", "XXXXXXXXXXXX"),
    ("by night", "by night, or at dusk"),
    ("waffles", "pancakes"),
)


@pytest.fixture
def panel(qtbot):
    panel = ComparisonPanel()
    qtbot.addWidget(panel)
    panel.resize(1000, 600)
    panel.show_comparison(compare(version(), version(*SWAPS)))
    panel.show()
    return panel


def words(panel):
    return panel._text.toPlainText()


def test_all_differences_are_told_in_a_sentence(panel):
    assert panel.summary() == (
        "4 differences: 1 redaction, 1 change of a few words, 1 longer passage, TAGS."
    )


def test_each_has_signs_and_a_row_in_the_list(panel):
    rows = [panel._model.index(row).data() for row in range(panel._model.rowCount())]
    assert rows == [
        f"{MINUS}EWWT",
        f"{MINUS}Gunnar Halldorsson {BAR}XXXXXXXXXXXX",
        "+, or at dusk",
        f"{MINUS}waffles +pancakes",
    ]
    for sign in (f"{MINUS}Gunnar Halldorsson", f"{BAR}XXXXXXXXXXXX", "+pancakes"):
        assert sign in words(panel)


def test_in_one_column_the_right_version_follows_the_left(panel):
    panel._columns.setChecked(False)
    assert f"pays for itself in {MINUS}waffles +pancakes." in words(panel)
    assert "by night+, or at dusk." in words(panel)


def test_only_the_rows_that_differ(panel):
    assert "FAIRWEATHER" in words(panel)
    panel._short.setChecked(True)
    assert "FAIRWEATHER" not in words(panel)
    assert f"{MINUS}waffles" in words(panel)


def test_going_from_difference_to_difference(panel):
    assert panel.count_text() == "1 of 4"
    panel.go_back()
    assert panel.count_text() == "4 of 4"
    selections = panel._text.extraSelections()
    assert [each.cursor.selectedText() for each in selections] == [f"{MINUS}waffles", "+pancakes"]
    panel.go_on()
    assert panel.count_text() == "1 of 4"
    QTest.keyClick(panel._list, Qt.Key.Key_Down)
    assert panel.count_text() == "2 of 4"


def test_the_place_of_a_difference_is_wanted_by_enter(panel, qtbot):
    panel.go_on()
    with qtbot.waitSignal(panel.place_wanted) as wanted:
        QTest.keyClick(panel._list, Qt.Key.Key_Return)
    assert wanted.args[0].here == "Gunnar Halldorsson"


def test_two_that_are_the_same_say_so(panel):
    panel.show_comparison(compare(version(), version()))
    assert panel.summary().startswith("No differences")
    assert not panel._list.isVisible()
    assert not panel._next.isEnabled()
    assert panel.count_text() == ""
    panel.go_on()


def test_two_different_cables_are_told_apart(panel):
    assert not panel._warning.isVisible()
    panel.show_comparison(compare(version(), version(("9017", "9018"))))
    assert panel._warning.isVisible()


def test_what_is_too_long_is_shown_in_one_column(panel, monkeypatch):
    monkeypatch.setattr(shown_text, "LONGEST_IN_COLUMNS", 100)
    panel.show_comparison(panel.comparison())
    assert not panel._columns.isEnabled()
    assert not panel._columns.isChecked()
    assert panel._short.isChecked()


def test_signs_that_must_not_be_obeyed_are_marks(panel):
    hostile = version(("waffles", "waf\u202efles <b>x</b> <img src='file:///x'>"))
    panel.show_comparison(compare(version(), hostile))
    assert "waf‹RLO›fles <b>x</b>" in words(panel)
    assert "\u202e" not in words(panel)


def test_endless_words_are_cut(panel):
    panel.show_comparison(compare(version(), version(("waffles", "w" * 50_000))))
    assert max(map(len, words(panel).split("\n"))) < 6_000


def test_the_report_has_every_difference():
    comparison = compare(version(), version(*SWAPS))
    text = report(comparison)
    assert summary(comparison) in text
    assert f"2. ¶1: redacted on the right\n{MINUS} Gunnar Halldorsson\n{BAR} XXXXXXXXXXXX\n" in text


def test_paragraphs_that_one_version_lacks_are_counted():
    start, end = TELEGRAM.index("2. (SBU)"), TELEGRAM.index("3. (C)")
    comparison = compare(version(), version((TELEGRAM[start:end], "")))
    assert summary(comparison) == "1 difference: 1 paragraph that only one has."


def test_every_control_has_a_name(panel):
    controls = [*panel.findChildren(QAbstractButton), panel._list, panel._text]
    for control in controls:
        interface = QAccessible.queryAccessibleInterface(control)
        assert interface.text(QAccessible.Text.Name)
