from __future__ import annotations

import gc
import sys

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QColor, QGuiApplication, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest

from reader.desktop.panels.body import BodyPanel
from reader.desktop.panels.page.gutter import folded
from reader.desktop.panels.page.reading import reading_height
from reader.desktop.panels.page.rows import Place
from reader.desktop.theme import LIGHT
from reader.desktop.theme.dark import DARK
from reader.settings import ReadingType
from tests.desktop.panels.cables import cable, ferry, paragraph
from tests.growth import garbage_left

# Qt's screen for tests says so each time that a window is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

FISH = "\N{FISH}"
LONG = cable(
    *(
        (1, f"Heading {number}")
        if number % 5 == 0
        else f"Paragraph {number}. " + "The boat leaves before the lamp is lit. " * 6
        for number in range(60)
    )
)


@pytest.fixture
def panel(qtbot):
    panel = BodyPanel()
    qtbot.addWidget(panel)
    panel.resize(800, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


@pytest.fixture
def shown(panel):
    panel.show_cable(ferry())
    QTest.qWait(1)
    return panel


def blocks(panel):
    block = panel._view.document().begin()
    while block.isValid():
        yield block
        block = block.next()


def select(panel, start, end):
    panel._view.select(Place(*start), Place(*end))


def point_of(panel, ordinal, words):
    """The middle of some words of a paragraph, in the viewport."""
    view = panel._view
    item = view.page.items[ordinal]
    start = view.page.texts[item].index(words)
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.position_of(Place(item, start)))
    first = view.cursorRect(cursor)
    cursor.setPosition(view.position_of(Place(item, start + len(words))))
    return QPoint((first.left() + view.cursorRect(cursor).left()) // 2, first.center().y())


# The text and the way back to the model.


def test_every_paragraph_and_heading_is_a_block_and_none_is_empty(shown):
    texts = [block.text() for block in blocks(shown)]
    assert "A LAMP THAT NOBODY SEES" in texts
    assert texts[-1] == "FAIRWEATHER"
    assert all(text.strip() for text in texts)
    assert len(texts) == len(shown._view.page.rows)


@pytest.mark.parametrize(
    "text",
    [
        "no\u00a0break and thin\u202fspace",
        "می\u200cخواهم بروم",
        "Latin\u200dWord",
        f"a {FISH} swims \N{WOMAN}\u200d\N{PERSONAL COMPUTER}",
        "evil \u202etxet\u202c here",
        "lone \ud800 half",
        "carriage\rreturn, separator\u2028, form\x0cfeed, \x1b[0m",
        "one\n-- two\n-- three",
        "<b>bold</b> &amp; <img src='file:///etc/passwd'>",
        "x" * 10_000,
    ],
)
def test_what_is_copied_is_what_the_cable_has(panel, text):
    panel.show_cable(cable(text))
    panel.select_all()
    assert panel.selected_text() == text
    assert panel.selection() == (0, 0, 0, len(text))
    data = panel._view.createMimeDataFromSelection()
    assert data.formats() == ["text/plain"]
    assert data.text() == text.replace("\ud800", "\ufffd")


def test_a_part_of_a_paragraph_behind_marks_and_fish_is_copied_exactly(panel):
    text = f"a{FISH}\u202e\u202e{FISH}bc\u00a0d"
    panel.show_cable(cable(text))
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            if {start, end} & {3}:
                continue  # two of the same mark are one
            select(panel, (0, start), (0, end))
            assert panel.selected_text() == text[start:end]


def test_ctrl_c_copies_plain_text_alone(shown, qtbot):
    select(shown, (0, 9), (1, 6))
    shown.setFocus()
    QTest.keyClick(shown._view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == "The museum asks for a later ferry. End summary.\n\nA LAMP"
    assert not clipboard.mimeData().hasHtml()


def test_copied_text_outlives_the_view(panel):
    panel.show_cable(cable("words"))
    panel.select_all()
    data = [panel._view.createMimeDataFromSelection() for _ in range(100)]
    gc.collect()
    assert {each.text() for each in data} == {"words"}


def test_selection_in_headings_counts_from_the_next_paragraph(shown):
    select(shown, (1, 2), (2, 5))
    assert shown.selection() == (1, 0, 1, 5)
    select(shown, (1, 0), (1, 4))
    assert shown.selection() is None
    assert shown.selected_text() == "A LA"


def test_selection_that_ends_in_a_heading_ends_with_the_paragraph_before(shown):
    select(shown, (2, 4), (4, 3))
    words = shown._view.page.texts[3]
    assert shown.selection() == (1, 4, 2, len(words))


def test_nothing_is_selected_at_first(shown):
    assert shown.selection() is None
    assert shown.selected_text() == ""


def test_markup_in_a_cable_stays_text(panel):
    text = "<h1>Not a heading</h1><table><tr><td><b>x</b>&lt;"
    panel.show_cable(cable(text))
    [block] = blocks(panel)
    assert block.text() == text
    assert not block.charFormat().fontItalic()


def test_nothing_is_pasted_dropped_or_loaded(shown):
    view = shown._view
    before = view.toPlainText()
    data = QMimeData()
    data.setHtml("<b>in</b>")
    data.setText("in")
    assert not view.canInsertFromMimeData(data)
    view.insertFromMimeData(data)
    view.paste()
    assert view.toPlainText() == before
    assert view.isReadOnly()
    assert not view.acceptRichText()
    assert not view.acceptDrops()
    url = QUrl.fromLocalFile(__file__)
    assert view.loadResource(2, url) is None
    assert view.document().resource(2, url) is None


def test_a_plain_text_has_neither_ordinals_nor_labels(panel):
    panel.show_plain_text("Dear all,\n\nthis is no <i>cable</i>.\n")
    assert [block.text() for block in blocks(panel)] == ["Dear all,", "this is no <i>cable</i>."]
    assert panel.reading_ordinal() is None
    assert panel.place() is None
    panel.select_all()
    assert panel.selected_text() == "Dear all,\n\nthis is no <i>cable</i>."
    assert panel.selection() is None


def test_nothing_can_be_shown(shown):
    shown.show_cable(None)
    assert [block.text() for block in blocks(shown)] == [""]
    assert shown.reading_ordinal() is None
    shown.go_to(3)
    shown.next_paragraph()
    shown.to_start()
    shown.to_end()
    assert shown.selected_text() == ""
    shown.grab()


def test_marked_characters_are_counted(panel):
    panel.show_cable(cable("a\u202eb\u200b\u200b", "c\xad"))
    assert panel.count_marked() == 4


# How it is set.


def test_headings_are_headings_to_those_who_listen(shown):
    levels = {block.text(): block.blockFormat().headingLevel() for block in blocks(shown)}
    assert levels["The Harbor Board"] == 2
    assert levels["Objections"] == 3
    assert levels["FAIRWEATHER"] == 0


def test_headings_stand_closer_to_what_they_head(shown):
    space = {block.text(): block.blockFormat().topMargin() for block in blocks(shown)}
    after = next(words for words in space if words.startswith("The museum's lens"))
    assert space["A LAMP THAT NOBODY SEES"] > 2 * space[after] > 0


def test_tables_have_letters_of_one_width_and_items_hang(shown):
    found = {block.text(): block for block in blocks(shown)}
    cursor = QTextCursor(found["June       412"])
    cursor.movePosition(QTextCursor.MoveOperation.Right)
    assert cursor.charFormat().font().family() == shown._view.typography.table.family()
    item = found["-- the pier is dark;"].blockFormat()
    assert item.leftMargin() > -item.textIndent() > 0


def test_a_column_is_about_seventy_characters_and_stands_in_the_middle(panel):
    panel.resize(1800, 800)
    panel.show_cable(LONG)
    view = panel._view
    line = next(blocks(panel)).next().layout().lineAt(0)
    assert 60 <= line.textLength() <= 80
    left = view.viewportMargins().left()
    right = view.width() - left - view.lineWrapColumnOrWidth()
    assert abs(left - right) < 40


def test_a_narrow_panel_gives_the_text_all_its_room(panel):
    panel.resize(420, 600)
    panel.show_cable(LONG)
    view = panel._view
    assert view.viewportMargins().left() == panel._gutter.width()
    assert view.horizontalScrollBar().maximum() == 0


def test_right_to_left_words_set_the_direction_of_their_block(panel):
    panel.show_cable(cable("العربية أولا", "Latin first"))
    directions = [block.textDirection() for block in blocks(panel)]
    assert directions == [Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight]
    panel.select_all()
    panel.grab()


def colours(image):
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_theme_reaches_the_page(shown, theme):
    shown.set_theme(theme)
    shown.set_bookmarks({1: "", 2: "waffles"})
    select(shown, (3, 0), (3, 20))
    seen = colours(shown.grab().toImage())
    for colour in (theme.base, theme.passage, theme.redaction, theme.selection, theme.bookmark):
        assert QColor(colour).name() in seen


# Where the reader is.


def test_reading_starts_with_the_first_paragraph(shown, qtbot):
    with qtbot.waitSignal(shown.position_changed) as told:
        shown.show_cable(LONG)
    assert told.args == [0]
    assert shown.reading_ordinal() == 0


def test_a_heading_is_read_as_the_paragraph_that_it_heads(shown):
    shown.go_to_body(1)
    assert shown.reading_ordinal() == 1
    assert shown.place() == (1, 0)


def test_go_to_puts_the_caret_there_and_tells(shown, qtbot):
    with qtbot.waitSignal(shown.position_changed) as told:
        shown.go_to(2, 9)
    assert told.args == [2]
    assert shown.place() == (2, 9)


def test_go_to_may_select(shown):
    shown.go_to(1, 4, 6)
    assert shown.selected_text() == "museum"


def test_go_to_nowhere_does_nothing(shown):
    shown.go_to(99)
    shown.go_to(-1)
    shown.go_to(1, 10_000)
    assert shown.place() == (1, len(shown._view.page.texts[2]))


def test_far_places_come_into_view(panel):
    panel.show_cable(LONG)
    panel.go_to(40)
    view = panel._view
    top = view.cursorRect().top()
    assert 0 <= top <= view.viewport().height() * 0.75
    assert panel.reading_ordinal() == 40


def test_paragraph_by_paragraph_and_heading_by_heading(shown):
    shown.next_paragraph()
    assert shown.reading_ordinal() == 1
    shown.next_paragraph()
    assert shown.reading_ordinal() == 2
    shown.previous_heading()
    assert shown._view.caret() == (1, 0)
    shown.next_heading()
    assert shown._view.caret() == (4, 0)
    shown.next_heading()
    shown.next_heading()
    assert shown._view.caret() == (5, 0)
    shown.previous_paragraph()
    assert shown.reading_ordinal() == 2
    shown.to_end()
    assert shown._view.caret().item == len(shown._view.page.texts) - 1
    shown.to_start()
    assert shown._view.caret() == (0, 0)
    shown.previous_paragraph()
    assert shown._view.caret() == (0, 0)


def test_scrolling_reads_every_paragraph_once_and_in_order(panel, qtbot):
    panel.show_cable(LONG)
    told = []
    panel.position_changed.connect(told.append)
    bar = panel._view.verticalScrollBar()
    panel._view.document().documentLayout().documentSize()
    QTest.qWait(50)
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + 7)
    assert told == sorted(set(told))
    assert told[-1] == len(LONG.paragraphs) - 1
    assert len(told) >= len(LONG.paragraphs) - 2


@pytest.mark.parametrize(("maximum", "height"), [(0, 600), (10, 600), (900, 600), (90_000, 600)])
def test_reading_line_sinks_steadily_from_top_to_bottom(maximum, height):
    places = [value + reading_height(value, maximum, height) for value in range(maximum + 1)]
    assert places == sorted(places)
    assert places[0] == 0
    if maximum:
        assert places[-1] == maximum + height - 1


def test_arrow_keys_start_from_where_the_reader_has_scrolled_to(panel):
    panel.show_cable(LONG)
    panel.setFocus()
    bar = panel._view.verticalScrollBar()
    bar.setValue(2000)
    QTest.keyClick(panel._view, Qt.Key.Key_Down)
    assert abs(bar.value() - 2000) < 100
    assert panel._view.is_caret_visible()


def test_lines_pages_and_space(panel):
    panel.show_cable(LONG)
    panel.setFocus()
    panel.next_line()
    panel.next_line()
    panel.previous_line()
    assert panel._view.textCursor().position() > 0
    bar = panel._view.verticalScrollBar()
    QTest.keyClick(panel._view, Qt.Key.Key_Space)
    after = bar.value()
    assert after > 300
    panel.next_page()
    panel.previous_page()
    assert bar.value() == after
    QTest.keyClick(panel._view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == 0


def first_visible(panel):
    view = panel._view
    return view.place_at(QPoint(30, 5))


@pytest.mark.parametrize(
    "change",
    [
        lambda panel: panel.set_type(ReadingType(180)),
        lambda panel: panel.set_type(ReadingType(60)),
        lambda panel: panel.resize(430, 600),
        lambda panel: panel.resize(1500, 900),
        lambda panel: panel.set_theme(DARK),
        lambda panel: panel.set_type(ReadingType(family="DejaVu Sans Mono")),
        lambda panel: panel.set_type(ReadingType(line_height=200, column=50)),
    ],
)
def test_the_place_stays_when_the_page_is_set_anew(panel, change):
    panel.show_cable(LONG)
    panel._view.verticalScrollBar().setValue(1500)
    item = first_visible(panel).item
    reading = panel.reading_ordinal()
    change(panel)
    QTest.qWait(10)
    assert first_visible(panel).item == item
    assert panel.reading_ordinal() == reading


def test_zooming_in_and_out_comes_back_to_the_same_line(panel):
    panel.show_cable(LONG)
    bar = panel._view.verticalScrollBar()
    bar.setValue(1500)
    for zoom in (150, 300, 70, 100):
        panel.set_type(ReadingType(zoom))
    assert abs(bar.value() - 1500) < 15


def test_lines_are_as_long_and_as_far_apart_as_the_reader_wants(shown):
    usual = shown._view.typography
    shown.set_type(ReadingType(line_height=200, column=35))
    wide = shown._view.typography
    assert wide.pitch == pytest.approx(usual.pitch * 200 / 150, rel=0.02)
    assert wide.measure == pytest.approx(usual.measure / 2, abs=1)
    shown.set_type(ReadingType(line_height=1))
    assert shown._view.typography.pitch >= shown._view.typography.letters.height()


def test_zoom_has_bounds_and_keeps_the_selection(shown):
    select(shown, (0, 9), (0, 19))
    shown.set_type(ReadingType(1000))
    assert shown.zoom() == 400
    shown.set_type(ReadingType(1))
    assert shown.zoom() == 50
    assert shown.selected_text() == "The museum"


def test_a_wheel_with_ctrl_asks_for_another_zoom(shown, qtbot):
    view = shown._view
    before = view.font().pointSizeF()
    wheel = QWheelEvent(
        QPointF(50, 50),
        view.mapToGlobal(QPointF(50, 50)),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    with qtbot.waitSignal(shown.zoom_wheeled) as asked:
        QGuiApplication.sendEvent(view.viewport(), wheel)
    assert asked.args == [1]
    assert view.font().pointSizeF() == before


def test_theme_and_zoom_may_come_before_any_text(qtbot):
    panel = BodyPanel()
    qtbot.addWidget(panel)
    panel.set_theme(DARK)
    panel.set_type(ReadingType(120))
    panel.set_bookmarks({0: "early"})
    assert panel.reading_ordinal() is None
    panel.grab()
    panel.show_cable(ferry())
    assert panel._view.typography.theme is DARK


# Mentions.


def test_a_click_on_a_mention_activates_it(shown, qtbot):
    place = point_of(shown, 1, "ref A")
    with qtbot.waitSignal(shown.mention_activated) as told:
        QTest.mouseClick(shown._view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args[0].text == "ref A"


def test_a_click_beside_a_mention_does_not(shown, qtbot):
    with qtbot.assertNotEmitted(shown.mention_activated):
        for words in ("museum", "kind"):
            place = point_of(shown, 1, words)
            QTest.mouseClick(shown._view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        end = point_of(shown, 1, "said.") + QPoint(200, 0)
        QTest.mouseClick(shown._view.viewport(), Qt.MouseButton.LeftButton, pos=end)


def test_dragging_over_a_mention_selects_and_does_not_activate(shown, qtbot):
    viewport = shown._view.viewport()
    place = point_of(shown, 1, "ref A")
    with qtbot.assertNotEmitted(shown.mention_activated):
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseMove(viewport, place + QPoint(60, 0))
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place + QPoint(12, 0))
        shown._view.select(Place(2, 0), Place(2, 4))


def test_tab_goes_from_mention_to_mention_and_enter_activates(shown, qtbot):
    shown.setFocus()
    QTest.keyClick(shown._view, Qt.Key.Key_Tab)
    assert shown.selected_text() == "ref A"
    QTest.keyClick(shown._view, Qt.Key.Key_Tab)
    assert shown.selected_text() == "Reftel"
    with qtbot.waitSignal(shown.mention_activated) as told:
        QTest.keyClick(shown._view, Qt.Key.Key_Return)
    assert told.args[0].text == "Reftel"
    QTest.keyClick(shown._view, Qt.Key.Key_Backtab)
    assert shown.selected_text() == "ref A"
    assert not shown.previous_mention()
    assert shown.next_mention()
    assert not shown.next_mention()


def test_enter_elsewhere_activates_nothing(shown, qtbot):
    shown.setFocus()
    with qtbot.assertNotEmitted(shown.mention_activated):
        QTest.keyClick(shown._view, Qt.Key.Key_Return)


def test_mentions_have_the_colour_of_links_and_a_line(shown):
    view = shown._view
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.position_of(Place(2, view.page.texts[2].index("ref A"))) + 2)
    assert cursor.charFormat().foreground().color() == QColor(LIGHT.link)
    assert cursor.charFormat().fontUnderline()


def test_the_pointer_is_told_of_seams_redactions_and_mentions(shown):
    view = shown._view
    assert view.words_at(point_of(shown, 2, "waffles")) == ""
    seam = point_of(shown, 2, "n w")
    assert view.words_at(seam).startswith("A page break stood here: REYKJAVIK 00009017")
    assert view.words_at(point_of(shown, 1, "ref A")) == "Reference A: 09OSLO9004"
    assert view.words_at(point_of(shown, 2, "Reftel")) == "09OSLO9004"
    assert "XXXXXXXXXXXX" in view.words_at(point_of(shown, 5, "XXXXXXXXXXXX"))


def test_the_pointer_becomes_a_hand_over_a_mention(shown):
    viewport = shown._view.viewport()
    pointed = []
    shown._view.mention_pointed.connect(pointed.append)
    QTest.mouseMove(viewport, point_of(shown, 1, "museum"))
    QTest.mouseMove(viewport, point_of(shown, 1, "ref A"))
    assert viewport.cursor().shape() is Qt.CursorShape.PointingHandCursor
    # What it refers to can be peeked at, which tells more than words beside the pointer.
    assert [mention.target for mention in pointed] == ["09OSLO9004"]
    assert viewport.toolTip() == ""
    QTest.mouseMove(viewport, point_of(shown, 1, "museum"))
    assert viewport.cursor().shape() is Qt.CursorShape.IBeamCursor
    assert viewport.toolTip() == ""


def test_redacted_names_are_copied_as_received(shown):
    select(shown, (8, 0), (8, 24))
    assert shown.selected_text() == "The clerk, XXXXXXXXXXXX "


# The gutter.


def gutter_point(panel, ordinal):
    top = point_of(panel, ordinal, panel._view.page.texts[panel._view.page.items[ordinal]][:3])
    return QPoint(8, top.y())


def test_a_click_in_the_gutter_toggles_a_bookmark(shown, qtbot):
    with qtbot.waitSignal(shown.bookmark_toggled) as told:
        QTest.mouseClick(shown._gutter, Qt.MouseButton.LeftButton, pos=gutter_point(shown, 2))
    assert told.args == [2]


def test_a_click_beside_a_heading_toggles_nothing(shown, qtbot):
    view = shown._view
    y = round(view.y_of(view.position_of(Place(1, 0)))) + 3
    with qtbot.assertNotEmitted(shown.bookmark_toggled):
        QTest.mouseClick(shown._gutter, Qt.MouseButton.LeftButton, pos=QPoint(8, y))


def test_the_gutter_offers_a_star_and_tells_what_it_stands_for(shown):
    gutter = shown._gutter
    shown.set_bookmarks({4: "traffic <b>"})
    QTest.mouseMove(gutter, gutter_point(shown, 0))
    QTest.mouseMove(gutter, gutter_point(shown, 4))
    assert gutter._hovered == 4
    assert gutter.words(4) == "Paragraph 5, C//REL TO USA, ICE, bookmarked: traffic <b>"
    assert "<b" not in gutter.toolTip()
    assert gutter.words(0) == "Paragraph 1, SBU"


def test_the_gutter_says_where_the_reader_is(shown):
    shown.set_bookmarks({2: ""})
    shown.go_to(2)
    assert shown._gutter.accessibleName()
    assert shown._gutter.accessibleDescription() == "Paragraph 3, SBU, bookmarked; 3 of 6"
    shown.show_cable(None)
    assert shown._gutter.accessibleDescription() == ""


def test_a_paragraph_without_number_or_marking_has_an_empty_gutter(panel):
    panel.show_cable(cable(paragraph(0, "words", marking=None)._replace(number=None)))
    label = panel._gutter._labels[0]
    assert (label.number, label.shown_marking) == ("", ("",))
    assert panel._gutter.words(0) == "Paragraph without a number"
    panel.grab()


def test_a_long_marking_is_folded_in_the_gutter_and_told_whole(panel):
    panel.show_cable(cable(paragraph(0, "words", marking="SECRET//NOFORN//X"), (1, "Heading")))
    assert panel._gutter._labels[0].shown_marking == ("SECRET//", "NOFORN//X")
    assert panel._gutter.words(0) == "Paragraph 1, SECRET//NOFORN//X"


def test_hovering_over_a_marking_tells_what_it_means(shown):
    told = shown._gutter._told(0).splitlines()
    assert told[0] == "Paragraph 1, SBU"
    assert told[1].startswith("SBU: sensitive but unclassified")


def test_a_marking_of_many_words_ends_with_a_sign_that_it_goes_on():
    marking = "S/REL TO USA, AUS, CAN, GBR, ISL, NOR, NZL"
    assert folded(marking) == ("S/REL TO", "USA, AUS,", "CAN, GBR,", "ISL, NOR,…")
    assert folded("CONFIDENTIAL-ENTIRE TEXT") == ("CONFIDENTIAL-", "ENTIRE", "TEXT")
    assert folded("A" * 40) == ("A" * 13, "A" * 13, "A" * 13, "A")


def test_numbers_stand_on_the_baseline_of_their_paragraph(shown):
    from reader.desktop.panels.page.shapes import baseline, visible_blocks

    for visible in visible_blocks(shown._view):
        line = visible.layout.lineAt(0)
        cursor = QTextCursor(visible.block)
        assert baseline(visible) == pytest.approx(
            shown._view.cursorRect(cursor).top() + line.ascent(), abs=1.5
        )


def test_bookmarks_and_hits_are_marked_along_the_scrollbar(panel):
    panel.show_cable(LONG)
    panel.set_bookmarks({0: "", 40: "far"})
    marks = panel._marks
    assert len(marks._bookmarks) == 2
    assert min(marks._bookmarks) < 100 and max(marks._bookmarks) > 700
    colour = QColor(LIGHT.bookmark)
    image = panel._view.verticalScrollBar().grab().toImage()
    assert colour.name() in colours(image)


@pytest.mark.parametrize("places", [(0, 40, 90, 4000, 3990, 20, 0), (9000, 100, 9000, 8999)])
def test_the_first_paragraph_in_view_is_found_by_whichever_way_one_comes(panel, places):
    panel.show_cable(cable(*(paragraph(number, "Honey. " * 40) for number in range(300))))
    view, bar = panel._view, panel._view.verticalScrollBar()
    layout = view.document().documentLayout()
    for place in places:
        bar.setValue(place)
        first = view.first_visible_block()
        assert layout.blockBoundingRect(first).bottom() >= bar.value()
        if first.blockNumber():
            assert layout.blockBoundingRect(first.previous()).bottom() < bar.value()


def test_the_gutter_and_the_slider_are_painted_anew_as_the_page_moves(panel, qtbot):
    seen = set()

    class Painted(QObject):
        def eventFilter(self, watched, event):  # noqa: N802 - Qt calls it
            if event.type() == QEvent.Type.Paint:
                seen.add(watched)
            return False

    panel.show_cable(LONG)
    panel.set_theme(DARK)
    assert QColor(DARK.base).name() in colours(panel._gutter.grab().toImage())
    painted = Painted(panel)
    for part in (panel._gutter, panel._marks):
        part.installEventFilter(painted)
    QTest.qWait(1)
    seen.clear()
    panel._view.verticalScrollBar().setValue(300)
    qtbot.waitUntil(lambda: seen >= {panel._gutter, panel._marks})


# For those who listen.


def test_the_text_is_an_editable_text_that_is_read_only(shown):
    interface = QAccessible.queryAccessibleInterface(shown._view)
    assert interface.role() is QAccessible.Role.EditableText
    assert interface.state().readOnly
    assert interface.text(QAccessible.Text.Name) == "Text of the cable"
    text = interface.textInterface()
    assert "northernmost of its kind" in text.text(0, text.characterCount())


def test_the_caret_is_visible_with_the_focus(shown):
    shown.setFocus()
    assert shown._view.hasFocus()
    flags = shown._view.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard
    QTest.keyClick(shown._view, Qt.Key.Key_Right)
    assert shown.place() == (0, 1)


def test_references_of_none_stand_still(shown):
    def work():
        for _ in range(100):
            shown.go_to(2)
            shown.go_to(0)
            shown.grab()
            shown._view.document().resource(2, QUrl("file:///x"))

    work()
    with garbage_left():
        before = sys.getrefcount(None)
        work()
        assert abs(sys.getrefcount(None) - before) < 50


def test_old_documents_are_let_go(panel):
    from PySide6.QtGui import QTextDocument

    for _ in range(20):
        panel.show_cable(ferry())
        panel.set_type(ReadingType(120 if panel.zoom() == 100 else 100))
    QTest.qWait(10)
    assert len(panel._view.findChildren(QTextDocument)) <= 2
