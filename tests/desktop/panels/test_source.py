from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QFontInfo, QTextCursor
from PySide6.QtTest import QTest

from reader.cable.model import Role
from reader.desktop.panels.page.finding import find_hits
from reader.desktop.panels.source import SourcePanel
from reader.desktop.panels.source.margin import BANDS, NO_BAND, NO_MESSAGE
from reader.desktop.theme import LIGHT
from reader.desktop.theme.dark import DARK
from reader.settings import ReadingType
from tests.desktop.panels.cables import cable, lined

# Qt's screen for tests says so each time that a window is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

TELEGRAM = lined(
    ("transmission id", "VZCZCXRO9017"),
    ("originator", "FM AMEMBASSY REYKJAVIK"),
    ("action addressee", "TO RUEHC/SECSTATE WASHDC 4471"),
    ("blank", ""),
    ("TAGS", "TAGS: SCUL EWWT"),
    ("paragraph", "1. (U) The boat pays for"),
    ("paragraph", "itself in"),
    ("page break", "REYKJAVIK 00009017  002 OF 002"),
    ("paragraph", "waffles."),
)


@pytest.fixture
def panel(qtbot):
    panel = SourcePanel()
    qtbot.addWidget(panel)
    panel.resize(900, 500)
    panel.show_cable(TELEGRAM)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def lines(panel):
    block = panel._view.document().begin()
    while block.isValid():
        yield block.text()
        block = block.next()


def test_lines_are_shown_as_received_blank_ones_too(panel):
    assert list(lines(panel)) == TELEGRAM.text.split("\n")[:-1]
    assert QFontInfo(panel._view.font()).fixedPitch()


@pytest.mark.parametrize(
    "text",
    [
        "one\n\ntwo\n",
        "no\u00a0break\u2028separator\x0cfeed\r\nnext",
        "\u202eevil\u202c \x1b[31m \ud800",
        "<pre>FM OSLO</pre> &amp;\n<img src='file:///etc/passwd'>",
        "x" * 10_000 + "\nend",
    ],
)
def test_what_is_copied_is_the_text_as_received(panel, text):
    panel.show_cable(cable(received=text))
    panel.select_all()
    assert panel.selected_text() == text.removesuffix("\n")
    assert panel.selection() == (0, len(text.removesuffix("\n")))
    assert panel._view.createMimeDataFromSelection().formats() == ["text/plain"]


def test_what_must_not_be_obeyed_is_marked_here_too(panel):
    panel.show_plain_text("a\u202eb\x1b")
    assert list(lines(panel)) == ["a‹RLO›b‹ESC›"]


def test_huge_lines_are_cut_and_numbered_once(panel):
    panel.show_plain_text("short\n" + "y" * 9000 + "\nend")
    assert [len(line) for line in lines(panel)] == [5, 4097, 4097, 808, 3]
    assert panel._lines._numbers == [1, 2, 0, 0, 3]


def test_go_to_and_where_the_cursor_is(panel, qtbot):
    offset = TELEGRAM.text.index("waffles")
    with qtbot.waitSignal(panel.offset_changed) as told:
        panel.go_to(offset)
    assert told.args == [offset]
    assert panel.cursor_offset() == offset
    panel.go_to(offset, 7)
    assert panel.selected_text() == "waffles"
    panel.go_to(10**6)
    assert panel.cursor_offset() == len(TELEGRAM.text.rstrip())
    panel.go_to(-3)
    assert panel.cursor_offset() == 0


def test_every_line_knows_its_role(panel):
    for line in TELEGRAM.lines:
        assert panel.role_at(line.start) is line.role
        assert panel.role_at(line.end - 1) is line.role
    panel.show_plain_text("no cable")
    assert panel.role_at(3) is None


def test_every_role_has_its_band():
    shown = {role: BANDS.get(role, NO_MESSAGE) for role in Role if role not in NO_BAND}
    for theme in (LIGHT, DARK):
        assert len(theme.bands) == NO_MESSAGE + 1
        assert all(0 <= band < len(theme.bands) for band in shown.values())
    assert shown[Role.PAGE_BREAK] == shown[Role.STAMP] == NO_MESSAGE


def test_roles_are_told_in_words_on_hover_and_to_those_who_listen(panel):
    margin = panel._lines
    cursor = QTextCursor(panel._view.document())
    cursor.setPosition(TELEGRAM.text.index("TAGS:"))
    y = panel._view.cursorRect(cursor).center().y()
    QTest.mouseMove(margin, QPoint(5, y - 40))
    QTest.mouseMove(margin, QPoint(5, y))
    assert margin.toolTip() == "TAGS"
    panel.go_to(TELEGRAM.text.index("SECSTATE"))
    assert margin.accessibleDescription() == "Line 3, action addressee"
    assert margin.accessibleName()


def test_bands_and_names_are_painted_where_there_is_room(panel):
    wide = panel._lines.width()
    image = panel.grab().toImage()
    seen = {
        image.pixelColor(x, y).name()
        for x in range(0, wide, 1)
        for y in range(0, image.height(), 3)
    }
    for band in (0, 1, 3, 5):
        assert QColor(LIGHT.bands[band]).name() in seen
    panel.resize(400, 500)
    assert panel._lines.width() < wide / 2
    panel.grab()


def test_the_caret_moves_line_by_line(panel):
    panel.setFocus()
    panel.to_start()
    panel.next_line()
    assert panel.cursor_offset() == TELEGRAM.text.index("FM ")
    panel.previous_line()
    assert panel.cursor_offset() == 0
    panel.to_end()
    assert panel.cursor_offset() == len(TELEGRAM.text) - 1


def test_theme_and_zoom_keep_the_place(qtbot):
    panel = SourcePanel()
    qtbot.addWidget(panel)
    panel.resize(700, 400)
    text = "\n".join(f"LINE {number}" for number in range(500))
    panel.show_plain_text(text)
    panel.show()
    offset = text.index("LINE 300")
    panel.go_to(offset)
    for change in (lambda: panel.set_type(ReadingType(170)), lambda: panel.set_theme(DARK)):
        change()
        assert panel._view.is_caret_visible()
        assert panel.cursor_offset() == offset
    assert panel.zoom() == 170
    panel.grab()


def test_hits_are_found_in_the_text_as_received(panel):
    [text] = panel.search_texts()
    hits = find_hits([text], "washdc 4471")
    panel.show_hits(hits, 0)
    assert panel.selected_text() == "WASHDC 4471"
    assert panel.search_origin() == (0, text.index("WASHDC"))


def test_nothing_can_be_shown(panel):
    panel.show_cable(None)
    assert list(lines(panel)) == [""]
    assert panel.cursor_offset() == 0
    panel.go_to(4)
    panel.grab()


def test_the_text_is_read_only_to_those_who_listen(panel):
    interface = QAccessible.queryAccessibleInterface(panel._view)
    assert interface.role() is QAccessible.Role.EditableText
    assert interface.state().readOnly
    assert interface.text(QAccessible.Text.Name) == "Text as received"


def test_a_wheel_over_the_margin_scrolls_the_text(panel):
    assert panel._lines.parentWidget() is panel._view
    assert panel._lines.cursor().shape() is Qt.CursorShape.ArrowCursor
