"""Highlights in the window: made, shown, recoloured, placed, taken away."""

from __future__ import annotations

from contextlib import closing

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from reader.desktop.models.entries import ENTRY_ROLE
from reader.desktop.panels.marks.form import MarkForm
from reader.desktop.panels.page.rows import Place
from reader.desktop.session.standing import INKS, Stretch
from reader.store.bookmarks import Bookmarks
from reader.store.marks import Colour, changed_mark
from reader.store.opening import bookmarks_path
from tests.desktop.conftest import press, sentences, settle, stop

# Each paragraph is told from the others by how it begins.
CUT = """\
R 040910Z AUG 09
FM AMEMBASSY OSLO
TO SECSTATE WASHDC

UNCLAS OSLO 009004

SUBJECT: THE MAIL BOAT PAYS FOR ITSELF

1. (U) The museum on the fjord charters a mail boat twice a week, in
PAGE 02 OSLO 009004 040910Z
any weather. Its captain is XXXXXXXXXXXX.

2. (U) The boat pays for itself in waffles.

3. (U) Nobody has asked who bakes them.

STRAND
"""


@pytest.fixture
def boat(start, tmp_path):
    path = tmp_path / "mail-boat.txt"
    path.write_text(CUT)
    return start(path)


def select(desktop, start, end):
    """Select from an (ordinal, offset) to another."""
    view = desktop.window.body._view
    items = view.page.items
    view.select(Place(items[start[0]], start[1]), Place(items[end[0]], end[1]))


def standing(desktop):
    return desktop.session.marking.standing.placed


def shown(desktop):
    highlights = desktop.window.body._view.highlights
    return highlights.all if highlights else ()


def press_in_text(desktop, qtbot, *keys):
    for each in keys:
        press(desktop.window.body.focusProxy(), each)
    settle(desktop, qtbot)


def pixels(widget):
    image = widget.grab().toImage()
    return {image.pixel(x, y) for y in range(0, image.height(), 2) for x in range(image.width())}


def test_a_key_highlights_what_is_selected(boat, qtbot):
    select(boat, (1, 4), (1, 8))
    press_in_text(boat, qtbot, "H")
    [placed] = standing(boat)
    assert placed.mark.anchor.exact == "boat"
    assert placed.mark.colour is Colour.YELLOW
    assert not boat.window.body._view.textCursor().hasSelection()
    assert boat.window.status._place.text() == "Highlighted: Yellow"
    theme = boat.window.theme.highlights[0]
    assert {QColor(theme.ground).rgb(), QColor(theme.edge).rgb()} <= pixels(boat.window.body)


def test_a_number_gives_another_colour_which_is_used_again(boat, qtbot):
    select(boat, (1, 4), (1, 8))
    # At once, before the first is on the disk.
    press_in_text(boat, qtbot, "H", "3")
    assert [placed.mark.colour for placed in standing(boat)] == [Colour.BLUE]
    select(boat, (2, 0), (2, 6))
    press_in_text(boat, qtbot, "H")
    assert [placed.mark.colour for placed in standing(boat)] == [Colour.BLUE] * 2
    select(boat, (2, 0), (2, 6))
    press_in_text(boat, qtbot, "4")
    assert [placed.mark.colour for placed in standing(boat)] == [Colour.BLUE, Colour.PINK]


def test_over_paragraphs_a_seam_and_a_redaction(boat, qtbot):
    select(boat, (0, 30), (2, 6))
    press_in_text(boat, qtbot, "2")
    [placed] = standing(boat)
    words = [each.text for each in boat.session.cable.paragraphs]
    assert placed.mark.anchor.exact == f"{words[0][30:]}\n{words[1]}\n{words[2][:6]}"
    assert "a week, in any weather" in placed.mark.anchor.exact
    bands = shown(boat)[0]
    assert (bands.ordinal, bands.last_ordinal) == (0, 2)
    model = boat.window.outline._model
    inks = [model.index(row).data(ENTRY_ROLE).inks for row in range(model.rowCount())]
    assert inks.count((1,)) == 3
    boat.window.grab()


def test_blanks_around_the_words_are_not_highlighted(boat, qtbot):
    select(boat, (1, 3), (1, 9))
    press_in_text(boat, qtbot, "H")
    assert standing(boat)[0].mark.anchor.exact == "boat"
    select(boat, (1, 3), (1, 4))
    press_in_text(boat, qtbot, "H")
    assert len(standing(boat)) == 1
    assert boat.window.status._place.text() == "There are no words here to highlight"


def test_the_same_words_are_highlighted_once(boat, qtbot):
    for keys in ("1", "2"):
        select(boat, (1, 4), (1, 8))
        press_in_text(boat, qtbot, keys)
    assert [placed.mark.colour for placed in standing(boat)] == [Colour.GREEN]
    press(boat.window, "Ctrl+Z")
    settle(boat, qtbot)
    assert [placed.mark.colour for placed in standing(boat)] == [Colour.YELLOW]


def test_highlights_that_overlap_are_each_underlined(boat, qtbot):
    for start, end in ((0, 20), (10, 30), (15, 25), (18, 40)):
        select(boat, (0, start), (0, end))
        press_in_text(boat, qtbot, "H")
    lanes = [band.lane for band in boat.window.body._view.highlights.bands(0)]
    assert lanes == [0, 1, 2, 2]
    boat.window.grab()


def test_the_key_takes_a_highlight_away_and_it_comes_back(boat, qtbot):
    select(boat, (1, 4), (1, 8))
    press_in_text(boat, qtbot, "H")
    before = standing(boat)
    press_in_text(boat, qtbot, "H")
    assert standing(boat) == shown(boat) == ()
    assert sentences(boat) == ["The highlight in ¶2 was deleted."]
    press(boat.window, "Ctrl+Z")
    settle(boat, qtbot)
    assert standing(boat) == before


def test_without_words_the_keys_say_what_to_do(boat, qtbot):
    for keys in ("H", "2"):
        press_in_text(boat, qtbot, keys)
        assert boat.window.status._place.text().endswith("Select words to highlight them.")


def test_undo_goes_on_after_a_restart(boat, start, qtbot, tmp_path):
    select(boat, (1, 4), (1, 8))
    press_in_text(boat, qtbot, "H", "3")
    stop(boat)
    again = start(tmp_path / "mail-boat.txt")
    for expected in ([Colour.YELLOW], []):
        press(again.window, "Ctrl+Z")
        settle(again, qtbot)
        assert [placed.mark.colour for placed in standing(again)] == expected
    for _ in range(2):
        press(again.window, "Ctrl+Shift+Z")
        settle(again, qtbot)
    assert [placed.mark.colour for placed in standing(again)] == [Colour.BLUE]


def test_presence_is_told_to_who_does_not_see_it(boat, qtbot):
    select(boat, (1, 4), (1, 8))
    press_in_text(boat, qtbot, "H")
    boat.session.marking.name_colours({Colour.YELLOW: "boats"})
    settle(boat, qtbot)
    gutter = boat.window.body._gutter
    assert gutter.words(1) == "Paragraph 2, U, highlighted: boats"
    boat.session.go_to(0)
    boat.session.go_to(1, 5)
    assert boat.window.status._place.text() == "Highlighted: boats"
    model = boat.window.outline._model
    row = model.index(model.row_of(1))
    assert ", with highlights: " in row.data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise", "grabbing the")
def test_the_menu_of_the_text_offers_the_colours(boat, qtbot):
    def menu_at(point):
        boat.window.body._view.customContextMenuRequested.emit(point)
        [menu] = [each for each in boat.window.findChildren(QMenu) if each.isVisible()]
        return menu

    select(boat, (1, 0), (1, 8))
    view = boat.window.body._view
    point = QPoint(
        round(view.text_left()) + 4,
        round(view.y_of(view.position_of(Place(view.page.items[1], 2)))) + 4,
    )
    menu = menu_at(point)
    colours = next(action.menu() for action in menu.actions() if action.menu())
    assert [action.text()[4:] for action in colours.actions()] == [
        name.capitalize() for name in INKS
    ]
    colours.actions()[2].trigger()
    menu.close()
    settle(boat, qtbot)
    assert [placed.mark.colour for placed in standing(boat)] == [Colour.BLUE]
    # With nothing selected, what stands under the pointer is meant.
    boat.session.go_to(0)
    menu = menu_at(point)
    colours = next(action.menu() for action in menu.actions() if action.menu())
    assert [action.isChecked() for action in colours.actions()] == [False, False, True, False]
    colours.actions()[0].trigger()
    menu.close()
    settle(boat, qtbot)
    assert [placed.mark.colour for placed in standing(boat)] == [Colour.YELLOW]


def test_a_note_on_what_is_selected(boat, qtbot):
    select(boat, (1, 4), (1, 8))
    press_in_text(boat, qtbot, "Ctrl+Shift+D")
    [form] = boat.window.findChildren(MarkForm)
    assert form.windowTitle() == "Highlight in ¶2 of 09OSLO9004"
    QTest.keyClicks(form.fields._note._writing, "ask who bakes")
    press(form, "Ctrl+Return")
    settle(boat, qtbot)
    [placed] = standing(boat)
    assert placed.mark.note == "ask who bakes"
    assert boat.window.body._gutter.words(1).endswith("highlighted: Yellow, with a note")


def test_many_highlights_are_painted_where_they_are_seen(boat, qtbot):
    cable = boat.session.cable
    assert len(cable.paragraphs[0].text) > 60
    for number in range(50):
        stretch = Stretch(0, number, 0, number + 5)
        boat.session.marking.highlight(stretch, tuple(Colour)[number % 4])
    settle(boat, qtbot)
    assert len(shown(boat)) > 40
    boat.window.grab()
    assert set(boat.window.body._view.highlights._bands) <= set(
        range(len(boat.window.body._view.page.rows))
    )


# In another text.


def changed_copy(tmp_path, old, new):
    path = tmp_path / "another.txt"
    path.write_text(CUT.replace(old, new))
    return path


@pytest.fixture
def doubtful(boat, qtbot, tmp_path):
    """A bookmark and a highlight, in a copy where their words have changed."""
    boat.session.marking.toggle(1)
    boat.session.marking.highlight(Stretch(1, 4, 1, 24))
    settle(boat, qtbot)
    boat.session.open_file(
        str(
            changed_copy(
                tmp_path,
                "The boat pays for itself in waffles.",
                "His coat plays with its elf on ruffles.",
            )
        )
    )
    settle(boat, qtbot)
    return boat


def test_an_uncertain_place_is_shown_as_such(doubtful):
    assert [placed.placement.is_certain for placed in standing(doubtful)] == [False, False]
    assert doubtful.window.body._gutter.words(1) == (
        "Paragraph 2, U, bookmarked, perhaps not the place, "
        "highlighted: Yellow, perhaps not the place"
    )
    entry = doubtful.window.bookmarks._model.index(0).data(ENTRY_ROLE)
    assert entry.details[0] == "The words have changed: please check"
    assert "The boat pays for itself in waffles." in entry.title
    doubtful.window.grab()


def test_the_reader_says_that_it_is_the_place(doubtful, qtbot):
    doubtful.window.bookmarks._list.setCurrentIndex(doubtful.window.bookmarks._model.index(0))
    mark = doubtful.window.bookmarks.current()
    doubtful.window.bookmarks.confirm_wanted.emit(mark)
    settle(doubtful, qtbot)
    certain = {each.mark.id: each.placement.is_certain for each in standing(doubtful)}
    assert certain[mark.id] is True
    assert sorted(certain.values()) == [False, True]


def test_a_mark_is_put_where_the_reader_says(doubtful, qtbot):
    highlight = next(placed.mark for placed in standing(doubtful) if placed.is_highlight)
    panel = doubtful.window.bookmarks
    panel._list.setCurrentIndex(panel._model.index(panel._model.row_of(highlight.id)))
    doubtful.session.go_to(2)
    press(doubtful.window, "Ctrl+Alt+D")
    settle(doubtful, qtbot)
    assert doubtful.window.status._place.text().startswith("Select the words in the text")
    select(doubtful, (2, 0), (2, 6))
    press(doubtful.window, "Ctrl+Alt+D")
    settle(doubtful, qtbot)
    [placed] = [each for each in standing(doubtful) if each.mark.id == highlight.id]
    assert (placed.mark.anchor.exact, placed.placement.is_certain) == ("Nobody", True)
    assert doubtful.window.status._place.text() == "Mark placed at ¶3"
    press(doubtful.window, "Ctrl+Z")
    settle(doubtful, qtbot)
    [placed] = [each for each in standing(doubtful) if each.mark.id == highlight.id]
    assert placed.mark.anchor == highlight.anchor


def test_where_the_file_lies_now_is_noted_without_a_step(boat, start, qtbot, tmp_path):
    boat.session.marking.toggle(1)
    settle(boat, qtbot)
    stop(boat)
    moved = tmp_path / "archive.txt"
    (tmp_path / "mail-boat.txt").rename(moved)
    again = start(moved)
    settle(again, qtbot)
    stop(again)
    with closing(Bookmarks.open(bookmarks_path())) as store:
        [mark] = store.all_marks()
        assert mark.path == str(moved)
        assert store.undo_title == "Add bookmark"
        store.check()


# What the pointer tells.


def point_of(view, place):
    """A point of the viewport in the middle of a letter."""
    first = view.rect_of(place, place._replace(offset=place.offset + 1))
    return first.center()


def note(desktop, qtbot, words):
    """Write a note on the only mark."""
    [placed] = standing(desktop)
    desktop.session.marking.keep_all([(changed_mark(placed.mark, note=words), placed.mark)])
    qtbot.waitUntil(lambda: standing(desktop)[0].mark.note == words)


def test_the_note_of_a_highlight_is_told_over_its_words_in_both_views(boat, qtbot):
    view = boat.window.body._view
    select(boat, (1, 4), (1, 8))
    press(view, "1")
    qtbot.waitUntil(lambda: len(standing(boat)) == 1)
    note(boat, qtbot, "Ask the <b>captain</b>.")
    item = view.page.items[1]
    told = view.words_at(point_of(view, Place(item, 5)))
    assert told == "Yellow, with a note\nAsk the <b>captain</b>."
    assert view.words_at(point_of(view, Place(item, 15))) == ""
    press(boat.window, "Ctrl+U")
    source = boat.window.source._view
    place = Place(0, boat.session.cable.text.index("boat pays") + 1)
    assert source.words_at(point_of(source, place)) == told


def test_the_note_of_a_bookmark_is_told_beside_its_paragraph(boat, qtbot):
    boat.session.marking.toggle(1)
    qtbot.waitUntil(lambda: len(standing(boat)) == 1)
    note(boat, qtbot, "w" * 700)
    gutter = boat.window.body._gutter
    told = gutter._told(1).split("\n")
    assert told[0].endswith("bookmarked, with a note")
    assert told[1] == "w" * 600 + "…"
    press(boat.window, "Ctrl+U")
    lines = boat.window.source._lines
    source = boat.window.source._view
    place = Place(0, boat.session.cable.paragraphs[1].start)
    row = source.rect_of(place, place).center()
    QTest.mouseMove(lines, QPoint(5, row.y()))
    qtbot.waitUntil(lambda: "wwww" in lines.toolTip())


# In the text as received.


def banded(desktop):
    """What is painted as highlighted in the source, row by row."""
    view, text = desktop.window.source._view, desktop.session.cable.text
    return [
        text[band.start : band.end]
        for number in range(len(view.page.rows))
        for band in view.highlights.bands(number)
    ]


def test_a_highlight_over_a_page_break_is_shown_where_its_words_stand(boat, qtbot):
    start = boat.session.cable.paragraphs[0].text.index("twice")
    select(boat, (0, start), (0, start + len("twice a week, in any weather")))
    press(boat.window.body.focusProxy(), "1")
    qtbot.waitUntil(lambda: len(standing(boat)) == 1)
    plain = boat.window.source.grab().toImage()
    press(boat.window, "Ctrl+U")
    assert banded(boat) == ["twice a week, in", "any weather"]
    assert boat.window.source.grab().toImage() != plain


def test_words_that_are_selected_in_the_source_are_highlighted_there(boat, qtbot):
    press(boat.window, "Ctrl+U")
    source, text = boat.window.source, boat.session.cable.text
    source.go_to(text.index("pays for itself in"), len("pays for itself"))
    press(source.focusProxy(), "2")
    qtbot.waitUntil(lambda: len(standing(boat)) == 1)
    assert banded(boat) == ["pays for itself"]
    told = []
    boat.session.announced.connect(told.append)
    source.go_to(text.index("Nobody"))
    source.go_to(text.index("for itself"))
    assert any(words.startswith("Highlighted: ") for words in told)


def test_a_bookmark_has_its_star_beside_the_line_where_it_begins(boat, qtbot):
    boat.session.go_to(1)
    press(boat.window, "Ctrl+U")
    source = boat.window.source
    plain = source._lines.grab().toImage()
    boat.session.marking.toggle(1)
    qtbot.waitUntil(lambda: len(standing(boat)) == 1)
    assert source.line_words().endswith("paragraph, bookmarked")
    assert source._lines.grab().toImage() != plain
    source.go_to(boat.session.cable.text.index("Nobody"))
    assert "bookmarked" not in source.line_words()
    boat.session.marking.toggle(1)
    qtbot.waitUntil(lambda: not standing(boat))
    source.go_to(boat.session.cable.text.index("The boat"))
    assert "bookmarked" not in source.line_words()


def test_marks_of_one_cable_are_not_shown_in_the_source_of_another(boat, qtbot, sample_path):
    path = boat.session.document.path
    boat.session.marking.toggle(1)
    qtbot.waitUntil(lambda: len(standing(boat)) == 1)
    press(boat.window, "Ctrl+U")
    boat.session.open_file(str(sample_path))
    qtbot.waitUntil(lambda: not standing(boat))
    assert not boat.window.source._stars.names
    boat.session.open_file(path)
    qtbot.waitUntil(lambda: set(boat.window.source._stars.names) == {1})
