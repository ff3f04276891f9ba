from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.desktop.panels.palette import PalettePanel, PaletteRow
from reader.desktop.panels.palette.finding import found_rows
from tests.desktop.conftest import press

ROWS = (
    PaletteRow("zoom.in", "Zoom in", "View", "Set the text larger."),
    PaletteRow("zoom.out", "Zoom out", "View", "Set the text smaller."),
    PaletteRow("file.open", "Open…", "File", "Open a cable from a file."),
    PaletteRow("list.show", "Back to the list", "Go", reason="Only when a list is open."),
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["zoom.in", "zoom.out", "file.open", "list.show"]),
        ("zoom", ["zoom.in", "zoom.out"]),
        ("out zoo", ["zoom.out"]),
        ("o", ["file.open", "zoom.out", "zoom.in", "list.show"]),
        ("zmin", ["zoom.in"]),
        ("smaller", ["zoom.out"]),
        ("view larger", ["zoom.in"]),
        ("LIST", ["list.show"]),
        ("zeppelin", []),
        ("a" * 10_000, []),
    ],
)
def test_commands_are_found_by_their_words(query, found):
    assert [row.id for row in found_rows(ROWS, query, ())] == found


def test_what_was_run_last_comes_first_unless_it_cannot_be_run():
    rows = found_rows(ROWS, "", ("list.show", "file.open"))
    assert [row.id for row in rows] == ["file.open", "zoom.in", "zoom.out", "list.show"]


def palette_of(desktop):
    press(desktop.window, "Ctrl+K")
    [palette] = [each for each in desktop.window.findChildren(PalettePanel) if each.isVisible()]
    return palette


def test_a_command_is_run_by_its_words(desktop, qtbot):
    palette = palette_of(desktop)
    QTest.keyClicks(palette._query, "zoom")
    QTest.keyClick(palette._query, Qt.Key.Key_Down)
    QTest.keyClick(palette._query, Qt.Key.Key_Return)
    assert desktop.session.choices.settings.zoom == 90
    assert desktop.window.is_within(desktop.window.body)
    again = palette_of(desktop)
    assert again._model.row_at(again._model.index(0)).id == "zoom.out"
    assert again._query.accessibleDescription().startswith("Zoom out, ")


def test_escape_gives_the_keyboard_back(desktop):
    desktop.window.outline.setFocus()
    palette = palette_of(desktop)
    assert palette._query.hasFocus()
    QTest.keyClick(palette._query, Qt.Key.Key_Escape)
    assert desktop.window.is_within(desktop.window.outline)
    assert not palette.isVisible()


def test_the_palette_goes_when_the_reader_turns_elsewhere(desktop):
    palette = palette_of(desktop)
    desktop.window.body.setFocus()
    assert not palette.isVisible()
    assert desktop.window.is_within(desktop.window.body)


def test_a_command_that_makes_no_sense_now_says_why(start):
    desktop = start()
    palette = palette_of(desktop)
    QTest.keyClicks(palette._query, "next paragraph")
    row = palette._model.row_at(palette._model.index(0))
    assert row.reason == "Only when a cable with paragraphs is open."
    QTest.keyClick(palette._query, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_a_paragraph_and_a_heading_are_gone_to(desktop, qtbot):
    palette = palette_of(desktop)
    QTest.keyClicks(palette._query, ":6")
    assert palette._said.text() == "Enter goes to paragraph 6."
    QTest.keyClick(palette._query, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desktop.session.ordinal == 5)
    palette = palette_of(desktop)
    QTest.keyClicks(palette._query, "#next st")
    QTest.keyClick(palette._query, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desktop.session.ordinal == 7)


def test_an_open_tab_is_gone_to(desktop, qtbot, tmp_path):
    other = tmp_path / "ferry.txt"
    other.write_text("FM AMEMBASSY OSLO\nTO SECSTATE WASHDC\nSUBJECT: BOATS\n\n1. (U) It sailed.\n")
    first = desktop.session.document
    desktop.session.open_file(str(other))
    qtbot.waitUntil(lambda: desktop.session.document not in (None, first))
    palette = palette_of(desktop)
    QTest.keyClicks(palette._query, "@reyk")
    QTest.keyClick(palette._query, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desktop.session.document is first)
    palette = palette_of(desktop)
    QTest.keyClicks(palette._query, "@zeppelin")
    assert palette._said.text() == "Nothing here has these words."


def test_what_is_no_paragraph_is_said(desktop):
    said = []
    desktop.session.announced.connect(said.append)
    palette = palette_of(desktop)
    QTest.keyClicks(palette._query, ":x")
    QTest.keyClick(palette._query, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette._query.setText(":77")
    QTest.keyClick(palette._query, Qt.Key.Key_Return)
    assert said == ["There is no paragraph 77 here"]
