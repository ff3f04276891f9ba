"""Notes as they are read and written: nothing in them is obeyed, and no word is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from reader.desktop.notes import LONGEST_SHOWN, NoteView, note_document
from reader.desktop.panels.marks.fields import MarkFields
from reader.desktop.panels.marks.form import MarkForm
from reader.store.anchors import Anchor
from reader.store.marks import Colour, Mark, MarkKind, Status
from tests.desktop.conftest import press


def make_mark(**fields):
    anchor = Anchor("09OSLO9004", 1, 2, 0, 4, 1, "boat")
    given = {"kind": MarkKind.HIGHLIGHT, "colour": Colour.BLUE, **fields}
    return Mark("ab" * 16, given.pop("kind"), anchor, "09OSLO9004", **given)


def links(document):
    found, block = [], document.begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            found.append(iterator.fragment().charFormat().anchorHref())
            iterator += 1
        block = block.next()
    return [each for each in found if each]


@pytest.fixture
def view(qtbot):
    view = NoteView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    return view


def test_markdown_is_set_with_formats(qapp):
    document = note_document("# Boats\n\n- **two** a week\n\n*slowly* `now`\n\n> said she")
    assert document.toPlainText().split("\n") == ["Boats", "two a week", "slowly now", "said she"]
    assert document.begin().blockFormat().headingLevel() == 1


@pytest.mark.parametrize(
    "note",
    [
        "<b>no</b>",
        "<img src='file:///etc/passwd'>",
        "<script>alert(1)</script>",
        "<table><tr><td>no</table>",
        "<!DOCTYPE html><p>no",
    ],
)
def test_html_stays_text(qapp, note):
    assert note_document(note).toPlainText() == note


PICTURES = [
    "![x]({})",
    "![x]({} 'title')",
    "![x][1]\n\n[1]: {}",
    "[![x]({})](cable:09OSLO9004)",
    "!\\[x]({})",
]


@pytest.mark.parametrize("shape", PICTURES)
def test_no_picture_is_ever_loaded(view, tmp_path, shape):
    red = QImage(40, 40, QImage.Format.Format_RGB32)
    red.fill(QColor("#ff0000"))
    red.save(str(tmp_path / "red.png"))
    for path in (str(tmp_path / "red.png"), (tmp_path / "red.png").as_uri()):
        view.show_note(shape.format(path))
        image = view.grab().toImage()
        rows = range(0, image.height(), 8)
        seen = {image.pixel(x, y) for y in rows for x in range(0, image.width(), 8)}
        assert QColor("#ff0000").rgb() not in seen
        assert "\ufffc" not in view.document().toPlainText()


def test_only_links_to_cables_lead_anywhere(view):
    wanted = []
    view.cable_wanted.connect(wanted.append)
    for link, expected in (
        ("cable:09OSLO9004#p7", ["cable:09OSLO9004#p7"]),
        ("file:///etc/passwd", []),
        ("https://example.org/", []),
        ("javascript:alert(1)", []),
        ("cable:../../etc/passwd", []),
    ):
        wanted.clear()
        view.show_note(f"[here]({link})")
        assert links(view.document()) == [link]
        cursor = view.textCursor()
        cursor.setPosition(1)
        view.setTextCursor(cursor)
        press(view, "Return")
        assert wanted == expected
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.cursorRect().center())
        assert wanted == expected * 2


def test_nothing_is_taken_in(view):
    view.show_note("the note")
    QTest.keyClicks(view, "more")
    view.paste()
    assert view.toPlainText() == "the note"


HOSTILE = {
    "quotations": ">" * 40_000,
    "lists": "- " * 20_000,
    "numbers": "1. " * 15_000,
    "both": "> - 1. " * 6_000,
    "indented lists": "\n".join(f"{'  ' * depth}- a" for depth in range(200)),
    "brackets": "[" * 40_000,
    "links": "[a](" * 10_000,
    "pictures": "![a](file:///etc/passwd)\n" * 1_500,
    "table": f"|a|b|\n|-|-|\n{'|1|2|' * 8_000}",
    "one word": "x" * 49_000,
    "signs": "*_`~" * 12_000,
    "entities": "&amp;" * 9_000,
}


@pytest.mark.parametrize("shape", HOSTILE)
def test_hostile_notes_are_shown(view, shape):
    """Qt alone would take hours for some of these, or end."""
    view.show_note(HOSTILE[shape])
    assert not view.grab().isNull()
    assert view.document().blockCount() > 0


def test_a_very_long_note_says_that_it_goes_on(view):
    view.show_note("ferry " * LONGEST_SHOWN)
    assert view.toPlainText().endswith("The rest of this note is shown when you edit it.")


# Writing.

# Qt's screen for tests cannot give a list of labels the keyboard.
POPUP = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support", "grabbing the")


@pytest.fixture
def fields(qtbot):
    fields = MarkFields()
    qtbot.addWidget(fields)
    fields.show()
    return fields


def test_what_nobody_touched_is_as_it_was(fields):
    mark = make_mark(
        name="a\u00a0b", note="no\u00a0break\u2028line", labels=("a, b", "c"), status=Status.USED
    )
    fields.show_mark(mark, {})
    assert fields.mark() is mark
    assert not fields.is_changed()


@POPUP
def test_each_field_is_written(fields):
    mark = make_mark()
    fields.show_mark(mark, {Colour.PINK: "money"}, ["ferries", "prices"])
    QTest.keyClicks(fields._name, "  the  boat ")
    QTest.keyClicks(fields._note._writing, "twice a week")
    QTest.keyClicks(fields._labels, "ferries, to translate,, ferries")
    fields._status.setCurrentIndex(2)
    assert [fields._colour.itemText(ink) for ink in range(4)] == [
        "Yellow",
        "Green",
        "Blue",
        "money",
    ]
    fields._colour.setCurrentIndex(3)
    new = fields.mark()
    assert (new.name, new.note, new.labels) == (
        "the boat",
        "twice a week",
        ("ferries", "to translate"),
    )
    assert (new.status, new.colour) == (Status.RELEVANT, Colour.PINK)
    assert new.changed > mark.changed
    assert fields.base() is mark


def test_a_label_with_a_comma_stays_one(fields):
    fields.show_mark(make_mark(labels=("a, b",)), {})
    assert fields._labels.text() == "a\\, b"
    fields._labels.end(False)
    QTest.keyClicks(fields._labels, ", c")
    assert fields.mark().labels == ("a, b", "c")


@POPUP
def test_a_known_label_is_offered_and_taken(fields):
    fields.show_mark(make_mark(labels=("x",)), {}, ["ferries", "prices"])
    fields._labels.end(False)
    QTest.keyClicks(fields._labels, ", fer")
    fields._labels._take("ferries")
    assert fields.mark().labels == ("x", "ferries")


def test_a_bookmark_has_no_colour_to_choose(fields):
    fields.show_mark(make_mark(kind=MarkKind.BOOKMARK, colour=None), {})
    assert not fields._colour.isVisible()
    assert fields.mark().colour is None


def test_the_preview_shows_what_was_written_so_far(fields):
    fields.show_mark(make_mark(), {})
    QTest.keyClicks(fields._note._writing, "**two** boats")
    fields._note._preview.click()
    assert fields._note._reading.toPlainText() == "two boats"
    press(fields._note._reading, "F2")
    assert fields._note._writing.hasFocus()
    assert fields.mark().note == "**two** boats"


# The form.


@pytest.fixture
def form(qtbot):
    form = MarkForm(make_mark(), {})
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(form)
    form.open()
    return form


def box_of(form):
    [box] = [each for each in form.findChildren(QMessageBox) if each.isVisible()]
    return {button.text(): button for button in box.buttons()}


def test_escape_goes_where_nothing_was_written(form):
    press(form, "Escape")
    assert not form.isVisible()


@pytest.mark.parametrize(
    ("answer", "is_kept", "is_open"),
    [("&Save", True, True), ("&Discard", False, False), ("&Go on writing", False, True)],
)
def test_escape_asks_about_words_that_would_be_lost(form, qtbot, answer, is_kept, is_open):
    kept = []
    form.kept.connect(lambda *marks: kept.append(marks))
    QTest.keyClicks(form.fields._note._writing, "half a sen")
    press(form, "Escape")
    box_of(form)[answer].click()
    assert bool(kept) is is_kept
    assert form.isVisible() is is_open


def test_words_that_could_not_be_saved_stay(form):
    kept = []
    form.kept.connect(lambda *marks: kept.append(marks))
    QTest.keyClicks(form.fields._note._writing, "half a sen")
    for is_saved in (False, True):
        press(form, "Ctrl+Return")
        press(form, "Ctrl+Return")
        form.finish(is_saved)
        assert form.isVisible() is not is_saved
    assert [new.note for new, _ in kept] == ["half a sen"] * 2


def test_a_word_of_more_than_a_line_is_not_wrapped(fields):
    fields.show_mark(make_mark(note="x" * 5000), {})
    assert fields._note._writing.lineWrapMode() is fields._note._writing.LineWrapMode.NoWrap
    cursor = QTextCursor(fields._note._writing.document())
    assert cursor.block().length() == 5001
