from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.desktop.panels.portions import PortionBar
from tests.cable.explanations.honey import TEXT, honey
from tests.desktop.conftest import press


@pytest.fixture
def bar(qtbot):
    bar = PortionBar()
    qtbot.addWidget(bar)
    bar.show_cable(honey())
    bar.open_bar()
    return bar


def box(bar, marking):
    return next(box for portion, box in bar._boxes if portion.marking == marking)


def test_a_box_for_each_marking_of_the_cable(bar):
    assert [box.text() for _, box in bar._boxes] == ["(C) 1", "(U) 1", "(C/NF) 1"]
    assert bar.words() == "Every paragraph is shown"


def test_what_is_not_wanted_is_said(bar, qtbot):
    with qtbot.waitSignal(bar.filter_changed):
        box(bar, "U").click()
    assert bar.markings() == {"U"}
    assert bar.words() == "1 of 3 paragraphs hidden: (U)"
    bar._way.setCurrentIndex(1)
    assert bar.words() == "1 of 3 paragraphs dimmed: (U)"


def test_escape_shows_every_paragraph_again(bar, qtbot):
    box(bar, "C").click()
    with qtbot.waitSignal(bar.left):
        QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.markings() == frozenset()
    assert bar.isHidden()


# In the window.


@pytest.fixture
def reading(start, tmp_path):
    path = tmp_path / "honey.cable.txt"
    path.write_text(TEXT)
    desktop = start(path)
    press(desktop.window, "Ctrl+Shift+J")
    return desktop


def shown(desktop):
    return [row.shown for row in desktop.window.body.focusProxy().page.rows]


def test_hidden_paragraphs_leave_a_line_that_says_so(reading):
    bar = reading.window.portion_bar
    box(bar, "U").click()
    assert shown(reading)[1] == "Hidden: (U)"
    assert reading.window.status._place.text() == "1 of 3 paragraphs hidden: (U)"
    bar._close.click()
    assert shown(reading)[1] == "No bee was asked."


def test_the_outline_hides_the_same_words(reading):
    outline = reading.window.outline._model
    outline.set_bookmarks({1: "Bees"})
    box(reading.window.portion_bar, "U").click()
    entries = outline._entries
    assert [entry.title for entry in entries][1] == "Hidden: (U)"
    assert entries[1].has_star
    box(reading.window.portion_bar, "U").click()
    assert outline._entries[1].title == "No bee was asked."


def test_what_is_hidden_is_not_copied(reading):
    body = reading.window.body
    box(reading.window.portion_bar, "U").click()
    body.select_all()
    words = body.selected_text()
    assert "No bee was asked" not in words
    assert "[Hidden: (U)]" in words
    assert "ask the EU again" in words


def test_a_hit_in_a_hidden_paragraph_is_found_and_told(reading, qtbot):
    box(reading.window.portion_bar, "U").click()
    told = []
    reading.session.announced.connect(told.append)
    press(reading.window, "Ctrl+F")
    QTest.keyClicks(reading.window.focusWidget(), "bee was")
    qtbot.waitUntil(lambda: "This hit is hidden: Hidden: (U)" in told)


def test_the_place_stays(reading):
    body = reading.window.body
    reading.session.go_to(2, 4, 3)
    box(reading.window.portion_bar, "U").click()
    assert body.selected_text() == "HBD"
    box(reading.window.portion_bar, "U").click()
    assert body.selected_text() == "HBD"


def test_dimmed_paragraphs_stay_where_they_are(reading):
    bar = reading.window.portion_bar
    bar._way.setCurrentIndex(1)
    view = reading.window.body.focusProxy()
    plain = view.grab().toImage()
    box(bar, "U").click()
    assert reading.window.body.dimmed() == {1}
    assert shown(reading)[1] == "No bee was asked."
    assert view.grab().toImage() != plain


def test_another_cable_is_shown_whole(reading, sample_path, qtbot):
    box(reading.window.portion_bar, "U").click()
    reading.session.open_file(str(sample_path))
    qtbot.waitUntil(lambda: len(shown(reading)) > 3)
    assert not any(words.startswith("Hidden") for words in shown(reading))
    assert reading.window.portion_bar.isHidden()


def test_a_cable_that_is_come_back_to_is_filtered_as_before(reading, sample_path, qtbot):
    path = reading.session.document.path
    box(reading.window.portion_bar, "U").click()
    reading.session.open_file(str(sample_path))
    qtbot.waitUntil(lambda: len(shown(reading)) > 5)
    reading.session.open_file(path)
    qtbot.waitUntil(lambda: "Hidden: (U)" in shown(reading))
    assert reading.window.portion_bar.isVisible()
    assert reading.window.outline._model._entries[1].title == "Hidden: (U)"


def test_bookmarks_and_highlights_stand_where_they_stood(reading, qtbot):
    body = reading.window.body
    body.set_bookmarks({2: "Here"})
    box(reading.window.portion_bar, "U").click()
    assert body._bookmarks == {2: "Here"}


def test_in_the_text_as_received_paragraphs_are_dimmed_and_never_hidden(reading):
    text = reading.session.cable.text
    press(reading.window, "Ctrl+U")
    view = reading.window.source.focusProxy()
    plain = view.grab().toImage()
    box(reading.window.portion_bar, "U").click()
    assert reading.window.source.dimmed() == {1}
    assert view.grab().toImage() != plain
    assert text.startswith("\n".join(row.shown for row in view.page.rows))
    bar = reading.window.portion_bar
    assert bar.words() == ("1 of 3 paragraphs hidden: (U); in the text as received they are dimmed")
    press(reading.window, "Ctrl+U")
    assert bar.words() == "1 of 3 paragraphs hidden: (U)"
    assert shown(reading)[1] == "Hidden: (U)"


def test_what_is_filtered_is_dimmed_in_a_source_that_is_looked_at_later(reading, sample_path):
    path = reading.session.document.path
    box(reading.window.portion_bar, "U").click()
    press(reading.window, "Ctrl+U")
    assert reading.window.source.dimmed() == {1}
    reading.session.open_file(str(sample_path))
    assert not reading.window.source.dimmed()
    reading.session.open_file(path)
    assert reading.window.source.dimmed() == {1}


def test_only_lines_of_the_paragraph_are_dimmed(reading):
    press(reading.window, "Ctrl+U")
    source, cable = reading.window.source, reading.session.cable
    lines = {
        row.shown: source._paragraph_of(row)
        for row in source.focusProxy().page.rows
        if source._paragraph_of(row) is not None
    }
    assert set(lines.values()) == {0, 1, 2}
    texts = " ".join(lines)
    assert all(paragraph.text.split()[0] in texts for paragraph in cable.paragraphs)
    assert not any("SUBJECT" in shown or "FM " in shown for shown in lines)
