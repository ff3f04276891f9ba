"""The notebook: every mark of every cable, found, edited, taken away, exported, imported."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QMenu, QRadioButton

from reader.desktop.models.notebook import LINES_ROLE, NotebookModel
from reader.desktop.panels.notebook import NotebookWindow, listing
from reader.desktop.panels.notebook.files import ExportForm, ImportForm
from reader.desktop.panels.notebook.names import NamesForm
from reader.desktop.panels.notebook.several import Several
from reader.desktop.session.notebook import PAGE, Found, read_words
from reader.store.anchors import Anchor
from reader.store.bookmarks import Bookmarks
from reader.store.marks import Colour, Mark, MarkKind, Put, Status
from reader.store.opening import bookmarks_path
from reader.store.searching import Query
from tests.conftest import SAMPLE_ID
from tests.desktop.conftest import press, sentences, stop
from tests.desktop.conftest import settle as settle_once
from tests.hostile import hostile_values

NOW = datetime.now(UTC)
TICKED = Qt.CheckState.Checked


def settle(desktop, qtbot):
    """Wait until what was changed is on the disk, and the notebook has looked at it again."""
    for _ in range(3):
        settle_once(desktop, qtbot)


def undo(notebook, desktop, qtbot):
    """Press Ctrl+Z, the keyboard being in the list; in a field it would undo typing."""
    notebook.activateWindow()
    qtbot.waitUntil(notebook.isActiveWindow)
    notebook._list.setFocus()
    press(notebook._list, "Ctrl+Z")
    settle(desktop, qtbot)


def make_mark(number, **fields):
    words = f"words of mark {number}"
    cable_id = fields.pop("cable_id", f"09OSLO90{number % 3:02}")
    given = {
        "kind": MarkKind.HIGHLIGHT if number % 2 else MarkKind.BOOKMARK,
        "colour": tuple(Colour)[number % 4] if number % 2 else None,
        "title": "THE MAIL BOAT",
        "created": NOW,
        "changed": NOW,
        **fields,
    }
    anchor = Anchor(cable_id, number % 9, number % 9 + 1, 0, len(words), number % 9, words)
    return Mark(f"{number:032x}", given.pop("kind"), anchor, cable_id, **given)


def keep(*marks):
    with closing(Bookmarks.open(bookmarks_path())) as store:
        store.apply([Put(mark) for mark in marks], "Import")


def stored():
    with closing(Bookmarks.open(bookmarks_path())) as store:
        return {mark.id: mark for mark in store.all_marks()}


def notebook_of(desktop):
    [notebook] = desktop.window.findChildren(NotebookWindow)
    return notebook


@pytest.fixture
def book(desktop, qtbot):
    """Opens the notebook on some marks, beside the sample cable."""

    def open_on(*marks):
        if marks:
            keep(*marks)
        press(desktop.window, "Ctrl+Shift+B")
        settle(desktop, qtbot)
        return notebook_of(desktop)

    return open_on


def choose(notebook, choice, words):
    """Choose what begins so, or tick it."""
    if isinstance(choice, Several):
        items = map(choice.rows.item, range(choice.rows.count()))
        next(item for item in items if item.text().startswith(words)).setCheckState(TICKED)
        return
    rows = [row for row in range(choice.count()) if choice.itemText(row).startswith(words)]
    choice.setCurrentIndex(rows[0])
    choice.activated.emit(rows[0])


def ask(notebook, words, desktop, qtbot):
    notebook._filters._words.setText(words)
    notebook._filters._typing.timeout.emit()
    settle(desktop, qtbot)


# What is listed.


def test_an_empty_notebook_says_what_to_do(book):
    assert book().state() == listing.NO_MARKS.format(bookmark="b", highlight="h")


def test_every_mark_of_every_cable_is_listed(book, desktop, qtbot):
    notebook = book(*(make_mark(number) for number in range(5)))
    assert notebook.titles() == [f"words of mark {number}" for number in (4, 3, 2, 1, 0)]
    assert notebook._head._count.text() == "5 marks"
    lines = notebook._model.index(1).data(LINES_ROLE)
    assert (lines.place, lines.second, lines.ink) == ("09OSLO9000 ¶4", "The Mail Boat", 3)
    assert lines.spoken.startswith("Highlight, Pink, words of mark 3, 09OSLO9000 ¶4, 20")
    notebook.grab()


def test_the_mark_that_is_shown_beside_the_list_has_a_bar_there(book):
    notebook = book(*(make_mark(number) for number in range(3)))
    rows = notebook._list
    assert not rows.hasFocus()
    image = rows.viewport().grab().toImage()
    edges = [
        image.pixelColor(1, rows.visualRect(rows.model().index(row, 0)).center().y()).name()
        for row in range(3)
    ]
    accent = rows.itemDelegate().theme.accent.lower()
    assert [edge == accent for edge in edges] == [True, False, False]


def test_only_what_is_looked_at_is_read(book, desktop, qtbot):
    count = PAGE * 6
    notebook = book(*(make_mark(number) for number in range(count)))
    notebook.grab()
    settle(desktop, qtbot)
    assert notebook._model.rowCount() == count
    assert set(notebook._model._pages) == {0}
    press(notebook._list, "End")
    notebook.grab()
    settle(desktop, qtbot)
    assert notebook._model.mark_at(count - 1).anchor.exact == "words of mark 0"
    assert 3 not in notebook._model._pages


def test_pages_that_were_looked_at_long_ago_are_forgotten(qtbot, monkeypatch):
    monkeypatch.setattr("reader.desktop.models.notebook.MOST_PAGES", 2)
    model = NotebookModel()
    found = Found(Query(), PAGE * 5, ())
    model.show(found)
    wanted = []
    model.page_wanted.connect(lambda _, page: wanted.append(page))
    for page in (0, 1, 2, 0):
        assert model.mark_at(page * PAGE) is None
        model.take_page(found, page, tuple(make_mark(number) for number in range(PAGE)))
        assert model.mark_at(page * PAGE + 1).anchor.exact == "words of mark 1"
    assert wanted == [0, 1, 2, 0]
    model.take_page(Found(Query(), 0, ()), 3, ())
    assert model.mark_at(PAGE * 3) is None


def test_words_are_found_as_they_are_typed(book, desktop, qtbot):
    notebook = book(
        make_mark(0, note="the keeper bakes **waffles**"),
        make_mark(1, name="Waffles"),
        make_mark(2),
    )
    ask(notebook, "waff", desktop, qtbot)
    assert notebook.titles() == ["Waffles", "words of mark 0"]
    assert notebook._head._count.text() == "2 of 3 marks"
    ask(notebook, "walrus", desktop, qtbot)
    assert notebook.state() == listing.NONE_FOUND
    notebook._head._clear.click()
    settle(desktop, qtbot)
    assert len(notebook.titles()) == 3


@pytest.mark.parametrize(
    "words", ['"', "NEAR(", "a OR", "*", "¶", "^x:", "\0", "' --", "-", "(" * 600]
)
def test_whatever_is_typed_is_no_error(book, desktop, qtbot, words):
    notebook = book(make_mark(0))
    ask(notebook, words, desktop, qtbot)
    assert sentences(desktop) == []


def test_the_id_of_a_cable_is_no_word():
    assert read_words("09OSLO9004 waffles 09oslo9005") == ("waffles", ("09OSLO9004", "09OSLO9005"))
    assert read_words("2 boats") == ("2 boats", ())


def test_each_choice_narrows_what_is_listed(book, desktop, qtbot):
    notebook = book(
        make_mark(0, status=Status.USED, labels=("ferries",)),
        make_mark(1),
        make_mark(3, labels=("ferries", "prices")),
        make_mark(2, changed=NOW - timedelta(days=90)),
    )
    filters = notebook._filters
    for choice, words, expected in (
        (filters._cable, "09OSLO9000", ["3", "0"]),
        (filters._kind, "Highlights", ["3", "1"]),
        (filters._colour, "Pink", ["3"]),
        (filters._status, "Used", ["0"]),
        (filters._status, "Without", ["2", "3", "1"]),
        (filters._label, "ferries", ["3", "0"]),
        (filters._label, "prices (1)", ["3"]),
        (filters._age, "Last 7 days", ["3", "1", "0"]),
        (filters._order, "Oldest", ["0", "1", "3", "2"]),
    ):
        choose(notebook, choice, words)
        settle(desktop, qtbot)
        assert [title[-1] for title in notebook.titles()] == expected, words
        filters.clear()
        filters._order.setCurrentIndex(0)
    old = NOW - timedelta(days=90)
    for edit in (filters._from, filters._until):
        edit.setDate(QDate(old.year, old.month, old.day))
    choose(notebook, filters._age, "Between")
    settle(desktop, qtbot)
    assert filters._dates.isVisible()
    assert [title[-1] for title in notebook.titles()] == ["2"]


def test_several_colours_labels_and_statuses_are_asked_for_at_once(book, desktop, qtbot):
    notebook = book(
        make_mark(1, colour=Colour.YELLOW, labels=("ferries",), status=Status.USED),
        make_mark(3, colour=Colour.PINK, labels=("prices",)),
        make_mark(5, colour=Colour.BLUE, labels=("prices", "honey"), status=Status.RELEVANT),
    )
    filters = notebook._filters
    for choice, ticked, expected in (
        (filters._colour, ("Yellow", "Pink"), ["3", "1"]),
        (filters._label, ("ferries", "honey"), ["5", "1"]),
        (filters._status, ("Used", "Without"), ["3", "1"]),
    ):
        for words in ticked:
            choose(notebook, choice, words)
        settle(desktop, qtbot)
        assert [title[-1] for title in notebook.titles()] == expected, ticked
        filters.clear()
        settle(desktop, qtbot)
        assert notebook.count() == 3


def test_the_marks_of_the_cable_that_is_open(book, desktop, qtbot):
    desktop.session.marking.toggle(3)
    settle(desktop, qtbot)
    notebook = book(make_mark(0), make_mark(1))
    choose(notebook, notebook._filters._cable, "This cable")
    settle(desktop, qtbot)
    assert notebook._model.mark_at(0).cable_id == SAMPLE_ID
    assert notebook._model.rowCount() == 1


def test_what_a_stranger_s_file_holds_is_shown_and_not_obeyed(book, desktop, qtbot):
    values = hostile_values()[:90:2]
    notebook = book(
        *(
            make_mark(number, name=value, note=value, labels=(value[:90],), title=value)
            for number, value in enumerate(values)
        )
    )
    for row in range(notebook._model.rowCount()):
        notebook._list.setCurrentIndex(notebook._model.index(row))
        notebook.grab()
    assert sentences(desktop) == []


# Keys.


def test_the_whole_notebook_by_keys(book, desktop, qtbot, sample_path):
    desktop.session.marking.toggle(6)
    settle(desktop, qtbot)
    notebook = book(make_mark(0))
    assert notebook._filters._words.hasFocus()
    QTest.keyClicks(notebook._filters._words, SAMPLE_ID)
    press(notebook._filters._words, "Down")
    settle(desktop, qtbot)
    assert notebook._list.hasFocus()
    press(notebook._list, "F2")
    assert notebook._detail.fields._note._writing.hasFocus()
    QTest.keyClicks(notebook._detail.fields._note._writing, "read again")
    press(notebook._detail.fields._note._writing, "Ctrl+Return")
    settle(desktop, qtbot)
    assert notebook._list.hasFocus()
    assert [mark.note for mark in stored().values()] == ["read again", ""]
    press(notebook._list, "Up")
    assert notebook._filters._words.hasFocus()
    press(notebook._filters._words, "Return")
    press(notebook._list, "Return")
    settle(desktop, qtbot)
    assert desktop.session.ordinal == 6
    assert desktop.window.isActiveWindow()
    press(notebook, "Escape")
    assert not notebook.isVisible()


def test_deleting_is_undone(book, desktop, qtbot):
    notebook = book(*(make_mark(number) for number in range(4)))
    notebook._list.setFocus()
    press(notebook._list, "Shift+Down")
    press(notebook._list, "Delete")
    settle(desktop, qtbot)
    assert len(notebook.titles()) == 2
    assert notebook._foot._words.text() == "2 marks were deleted."
    notebook._foot._button.click()
    settle(desktop, qtbot)
    assert len(notebook.titles()) == 4
    undo(notebook, desktop, qtbot)
    assert len(notebook.titles()) == 2
    press(notebook, "Ctrl+Shift+Z")
    settle(desktop, qtbot)
    assert len(notebook.titles()) == 4


# Editing in place.


def test_every_field_is_edited_in_place(book, desktop, qtbot):
    notebook = book(make_mark(1))
    fields = notebook._detail.fields
    choose(notebook, fields._status, "Relevant")
    settle(desktop, qtbot)
    choose(notebook, fields._colour, "Blue")
    settle(desktop, qtbot)
    QTest.keyClicks(fields._labels, "prices")
    press(fields._labels, "Return")
    settle(desktop, qtbot)
    QTest.keyClicks(fields._name, "the boat")
    press(fields._name, "Return")
    settle(desktop, qtbot)
    [mark] = stored().values()
    assert (mark.status, mark.colour, mark.labels, mark.name) == (
        Status.RELEVANT, Colour.BLUE, ("prices",), "the boat",
    )  # fmt: skip
    assert notebook._model.index(0).data(LINES_ROLE).state == "Relevant · prices"


def test_what_was_written_is_kept_when_the_reader_goes_on(book, desktop, qtbot):
    notebook = book(make_mark(0), make_mark(1))
    notebook._list.setFocus()
    press(notebook._list, "F2")
    QTest.keyClicks(notebook._detail.fields._note._writing, "first")
    notebook._list.setCurrentIndex(notebook._model.index(1))
    settle(desktop, qtbot)
    press(notebook._list, "F2")
    QTest.keyClicks(notebook._detail.fields._note._writing, "second")
    notebook.close()
    settle(desktop, qtbot)
    assert sorted(mark.note for mark in stored().values()) == ["first", "second"]


def test_words_that_cannot_be_saved_stay_where_they_are(book, desktop, qtbot, monkeypatch):
    from reader.errors import StoreError

    notebook = book(make_mark(0))
    fields = notebook._detail.fields

    def fail(*_):
        raise StoreError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(Bookmarks, "apply_groups", fail)
        QTest.keyClicks(fields._note._writing, "first")
        notebook.keep()
        settle(desktop, qtbot)
        assert sentences(desktop) == ["The disk is full."]
        assert notebook._foot._words.text() == "The disk is full."
        assert fields.is_changed()
    QTest.keyClicks(fields._note._writing, " and last")
    notebook.keep()
    settle(desktop, qtbot)
    assert [mark.note for mark in stored().values()] == ["first and last"]


def test_marks_that_were_changed_elsewhere_are_seen(book, desktop, qtbot):
    notebook = book(make_mark(0))
    keep(make_mark(1))
    desktop.session.marking._watch.timeout.emit()
    settle(desktop, qtbot)
    assert len(notebook.titles()) == 2


@pytest.mark.qt_log_ignore("propagateSizeHints", "does not support", "grabbing the")
def test_several_marks_get_a_status_at_once(book, desktop, qtbot):
    notebook = book(*(make_mark(number) for number in range(3)))
    notebook._list.selectAll()
    notebook._list.customContextMenuRequested.emit(notebook._list.rect().center())
    [menu] = [each for each in notebook.findChildren(QMenu) if each.isVisible()]
    statuses = next(action.menu() for action in menu.actions() if action.text() == "&Status")
    statuses.actions()[0].trigger()
    menu.close()
    settle(desktop, qtbot)
    assert {mark.status for mark in stored().values()} == {Status.TO_CHECK}
    undo(notebook, desktop, qtbot)
    assert {mark.status for mark in stored().values()} == {None}


# Going there.


def test_the_file_that_is_needed_is_named(book, desktop, qtbot):
    notebook = book(make_mark(0, path="/nowhere/09OSLO9000.txt"))
    notebook._list.setFocus()
    press(notebook._list, "Return")
    settle(desktop, qtbot)
    [said] = sentences(desktop)
    assert said.startswith("The bookmark is in 09OSLO9000, whose file is needed.")
    assert notebook._foot._button.text() == "Find the file…"


def test_going_opens_the_file(book, desktop, qtbot, sample_path, tmp_path):
    copy = tmp_path / "copy.txt"
    shutil.copy(sample_path, copy)
    desktop.session.open_file(str(copy))
    settle(desktop, qtbot)
    desktop.session.marking.toggle(4)
    settle(desktop, qtbot)
    desktop.session.close_document()
    notebook = book()
    notebook._list.setFocus()
    press(notebook._list, "Return")
    settle(desktop, qtbot)
    assert desktop.session.cable.canonical_id == SAMPLE_ID
    assert desktop.session.ordinal == 4


# Names of the user's own.


def test_colours_and_labels_get_the_user_s_names(book, desktop, qtbot):
    notebook = book(make_mark(1, labels=("ferris",)), make_mark(3, labels=("ferris", "x")))
    notebook.names_wanted.emit()
    [form] = notebook.findChildren(NamesForm)
    form._labels.setCurrentRow(0)
    form._new.setText("ferries")
    form._rename.click()
    settle(desktop, qtbot)
    assert form._labels.item(0).text() == "ferries (2)"
    form._fields[Colour.GREEN].setText("  money  matters ")
    form.accept()
    settle(desktop, qtbot)
    assert {label for mark in stored().values() for label in mark.labels} == {"ferries", "x"}
    assert notebook._filters._colour.rows.item(2).text() == "money matters"
    assert "Highlight, money matters" in notebook._model.index(1).data(LINES_ROLE).spoken
    undo(notebook, desktop, qtbot)
    settle(desktop, qtbot)
    assert notebook._filters._colour.rows.item(2).text() == "Green"


def test_a_label_is_taken_away_everywhere(book, desktop, qtbot):
    notebook = book(make_mark(1, labels=("x",)), make_mark(3, labels=("x", "y")))
    notebook.names_wanted.emit()
    [form] = notebook.findChildren(NamesForm)
    form._labels.setCurrentRow(0)
    form._remove.click()
    settle(desktop, qtbot)
    assert sorted(mark.labels for mark in stored().values()) == [(), ("y",)]
    form.reject()


# Export and import.


def export(notebook, desktop, qtbot, scope, form):
    notebook._ask_to_export()
    [dialog] = notebook.findChildren(ExportForm)
    buttons = [each.text() for each in dialog.findChildren(QRadioButton)]
    for words in (scope, form):
        [button] = [
            each for each in dialog.findChildren(QRadioButton) if each.text().startswith(words)
        ]
        button.click()
    dialog.accept()
    settle(desktop, qtbot)
    return buttons


FORMS = {
    "Cable Reader's own": ".json",
    "W3C": ".jsonld",
    "Table (CSV)": ".csv",
    "Text to read": ".md",
}


@pytest.mark.parametrize("form", FORMS)
def test_marks_are_exported_and_come_back(  # noqa: PLR0917
    book, desktop, qtbot, monkeypatch, tmp_path, form
):
    path = tmp_path / f"marks{FORMS[form]}"
    monkeypatch.setattr("reader.desktop.panels.file_dialog.ask_where_to_save", lambda *_: str(path))
    monkeypatch.setattr("reader.desktop.panels.file_dialog.ask_for_any_file", lambda *_: str(path))
    notebook = book(*(make_mark(number, note="a note", labels=("x",)) for number in range(6)))
    export(notebook, desktop, qtbot, "&All 6 marks", form)
    assert notebook._foot._words.text() == f"6 marks were written to {path}."
    assert path.stat().st_mode & 0o777 == 0o600
    before = stored()
    notebook._list.selectAll()
    press(notebook._list, "Delete")
    settle(desktop, qtbot)
    assert stored() == {}
    notebook.import_wanted.emit()
    settle(desktop, qtbot)
    [dialog] = notebook.findChildren(ImportForm)
    dialog.accept()
    settle(desktop, qtbot)
    assert {(m.id, m.note, m.labels, m.colour, m.anchor) for m in stored().values()} == {
        (m.id, m.note, m.labels, m.colour, m.anchor) for m in before.values()
    }
    undo(notebook, desktop, qtbot)
    assert stored() == {}


def test_what_is_listed_alone_is_exported(book, desktop, qtbot, monkeypatch, tmp_path):
    path = tmp_path / "marks.json"
    monkeypatch.setattr("reader.desktop.panels.file_dialog.ask_where_to_save", lambda *_: str(path))
    notebook = book(make_mark(0, name="waffles"), make_mark(1))
    ask(notebook, "waffles", desktop, qtbot)
    export(notebook, desktop, qtbot, "The 1", "Cable Reader's own")
    assert "waffles" in path.read_text()
    assert "words of mark 1" not in path.read_text()


def test_an_import_says_first_what_it_will_do(book, desktop, qtbot, monkeypatch, tmp_path):
    path = tmp_path / "marks.json"
    monkeypatch.setattr("reader.desktop.panels.file_dialog.ask_where_to_save", lambda *_: str(path))
    monkeypatch.setattr("reader.desktop.panels.file_dialog.ask_for_any_file", lambda *_: str(path))
    notebook = book(*(make_mark(number, note="theirs") for number in range(3)))
    export(notebook, desktop, qtbot, "&All", "Cable Reader's own")
    with closing(Bookmarks.open(bookmarks_path())) as store:
        first, *_ = store.all_marks()
        store.delete([first.id])
        store.change(make_mark(1, note="mine", changed=NOW + timedelta(hours=1)))
    notebook.import_wanted.emit()
    settle(desktop, qtbot)
    [dialog] = notebook.findChildren(ImportForm)
    rows = [dialog._list.item(row).text() for row in range(dialog._list.count())]
    assert rows[0].startswith("New: 09OSLO9000 ¶1")
    assert rows[1].startswith("Changed on both sides: 09OSLO9001 ¶2")
    assert len(rows) == 2
    dialog.accept()
    settle(desktop, qtbot)
    notes = {mark.anchor.exact[-1]: mark.note for mark in stored().values()}
    assert notes == {"0": "theirs", "1": "mine\n\n---\n\ntheirs", "2": "theirs"}
    # Once more: nothing is doubled.
    notebook.import_wanted.emit()
    settle(desktop, qtbot)
    [dialog] = [each for each in notebook.findChildren(ImportForm) if each.isVisible()]
    [box] = dialog.findChildren(QDialogButtonBox)
    assert [button.text() for button in box.buttons()] == ["Close"]
    dialog.reject()


def test_a_file_without_marks_is_told(book, desktop, qtbot, monkeypatch, tmp_path):
    path = tmp_path / "page.html"
    path.write_text("<html>no")
    monkeypatch.setattr("reader.desktop.panels.file_dialog.ask_for_any_file", lambda *_: str(path))
    notebook = book()
    notebook.import_wanted.emit()
    settle(desktop, qtbot)
    assert sentences(desktop)[0].startswith("This page is made for people")
    assert notebook._foot._words.text().startswith("This page is made for people")


def test_the_notebook_ends_with_the_window(book, desktop, qtbot):
    notebook = book(make_mark(0))
    QTest.keyClicks(notebook._detail.fields._note._writing, "half a sen")
    desktop.window.close()
    stop(desktop)
    assert [mark.note for mark in stored().values()] == ["half a sen"]


def test_every_control_has_a_name(book):
    notebook = book(make_mark(1))
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QWidget

    for widget in notebook.findChildren(QWidget):
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        if widget.objectName().startswith("qt_"):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), widget
