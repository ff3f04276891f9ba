"""Reading and source beside each other, each at the place of the other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from reader.desktop.window.linking import line_at
from reader.settings import ThemeChoice
from tests.cable.comparison.cables import TELEGRAM, version
from tests.desktop.conftest import press


@pytest.fixture
def beside(desktop, qtbot):
    desktop.window.resize(1700, 800)
    press(desktop.window, "Ctrl+Shift+U")
    assert desktop.window.is_beside()
    wait_for_link(desktop, qtbot)
    return desktop


def wait_for_link(desktop, qtbot):
    linking = desktop.views._linking
    qtbot.waitUntil(lambda: not linking._pause.isActive())


def linked_words(panel):
    """The words that are tinted, on one line."""
    linked = panel._view.linked
    return " ".join(panel._view.page.text_between(*linked).split()) if linked else None


def test_both_views_are_there_and_one_has_the_keyboard(beside):
    window = beside.window
    assert window.body.isVisible()
    assert window.source.isVisible()
    assert window.is_within(window.body)
    assert not window.is_source_shown()


def test_moving_in_the_text_shows_the_line_of_the_source(beside, qtbot):
    beside.views.go_to(4, 10)
    wait_for_link(beside, qtbot)
    source, body = beside.window.source, beside.window.body
    line = linked_words(source)
    assert line
    assert linked_words(body) in line
    start = source._view.linked[0].offset
    assert (
        0 <= source._view.y_of(source._view.position_of(source._view.linked[0])) < source.height()
    )
    assert start == line_at(beside.session.cable, start).start


def test_moving_in_the_source_shows_the_words_of_the_text(beside, qtbot):
    cable = beside.session.cable
    source, body = beside.window.source, beside.window.body
    source.setFocus()
    assert beside.window.is_source_shown()
    source.go_to(cable.paragraphs[6].spans[0].start)
    wait_for_link(beside, qtbot)
    assert body._view.linked[0].item == body._view.page.items[6]
    assert linked_words(body) in linked_words(source)
    assert beside.session.ordinal == 6


def test_in_the_header_no_words_are_tinted(beside, qtbot):
    beside.window.source.setFocus()
    beside.window.source.go_to(3)
    wait_for_link(beside, qtbot)
    assert beside.window.body._view.linked is None


def test_scrolling_one_scrolls_the_other(beside, qtbot):
    source, body = beside.window.source, beside.window.body
    before = source._view.verticalScrollBar().value()
    body._view.verticalScrollBar().setValue(body._view.verticalScrollBar().maximum())
    wait_for_link(beside, qtbot)
    assert source._view.verticalScrollBar().value() > before


def test_the_key_of_the_source_goes_to_the_other_view(beside):
    press(beside.window, "Ctrl+U")
    assert beside.window.is_beside()
    assert beside.window.is_source_shown()
    assert beside.window.is_within(beside.window.source)
    press(beside.window, "Ctrl+U")
    assert beside.window.is_within(beside.window.body)


def test_each_is_shown_alone_again(beside):
    window = beside.window
    window.source.setFocus()
    press(window, "Ctrl+Shift+U")
    assert not window.is_beside()
    assert window.source.isVisible()
    assert not window.body.isVisible()
    assert window.source._view.linked is None
    press(window, "Ctrl+U")
    assert window.body.isVisible()
    assert not window.source.isVisible()


def test_the_place_stays_in_view_where_there_is_less_room(desktop, qtbot):
    desktop.window.resize(900, 600)
    desktop.views.go_to(4)
    press(desktop.window, "Ctrl+Shift+U")
    qtbot.waitUntil(lambda: desktop.window.source._view.linked is not None)
    assert desktop.window.body.place() == (4, 0)
    assert desktop.window.body._view.is_caret_visible()
    assert line_at(desktop.session.cable, desktop.window.source._view.linked[0].offset).ordinal == 4


def test_a_reader_who_has_gone_on_is_not_taken_back(desktop, qtbot):
    desktop.window.resize(900, 600)
    press(desktop.window, "Ctrl+Shift+U")
    desktop.views.go_to(6)
    qtbot.waitUntil(lambda: desktop.window.source._view.linked is not None)
    assert desktop.window.body.place() == (6, 0)


def test_a_view_that_is_only_resized_does_not_lead(beside, qtbot):
    beside.views.go_to(5)
    wait_for_link(beside, qtbot)
    beside.window.resize(1000, 700)
    wait_for_link(beside, qtbot)
    assert beside.session.ordinal == 5
    assert line_at(beside.session.cable, beside.window.source._view.linked[0].offset).ordinal == 5


def test_other_colours_and_sizes_leave_the_lead_where_it_was(beside, qtbot):
    beside.views.go_to(5)
    wait_for_link(beside, qtbot)
    before = linked_words(beside.window.source)
    beside.session.choices.choose_theme(ThemeChoice.DARK)
    wait_for_link(beside, qtbot)
    assert linked_words(beside.window.source) == before
    beside.session.choices.set_zoom(125)
    wait_for_link(beside, qtbot)
    assert linked_words(beside.window.source) == before


def test_a_narrow_window_has_them_above_each_other(beside, qtbot):
    assert beside.window.beside.orientation() is Qt.Orientation.Horizontal
    beside.window.resize(900, 700)
    qtbot.waitUntil(lambda: beside.window.beside.orientation() is Qt.Orientation.Vertical)
    assert min(beside.window.beside.sizes()) > 100


def test_another_text_is_shown_in_both(beside, tmp_path, qtbot):
    path = tmp_path / "museum.txt"
    path.write_text(TELEGRAM, encoding="utf-8")
    beside.session.open_file(str(path))
    qtbot.waitUntil(lambda: beside.session.document.name == "museum.txt")
    assert beside.window.source._view.page.texts == (beside.session.cable.text,)
    assert beside.window.body._view.page.texts[0].startswith("Summary: The lighthouse museum")


def test_a_line_knows_its_words():
    cable = version()
    line = line_at(cable, cable.text.index("clerk Gunnar"))
    words = cable.paragraphs[line.ordinal].text[line.offset : line.offset_end]
    assert (line.ordinal, cable.text[line.start : line.end].strip()) == (0, words.strip())
    first = line_at(cable, cable.text.index("The lens"))
    assert (first.ordinal, first.offset) == (1, 0)
    assert line_at(cable, 0).ordinal == -1
    assert line_at(cable, len(cable.text)).ordinal == 3
