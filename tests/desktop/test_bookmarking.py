"""Bookmarks in the window, from the key to the disk and back."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.desktop.models.entries import ENTRY_ROLE
from reader.desktop.panels import bookmarks as panel_module
from reader.desktop.panels.marks.form import MarkForm
from reader.store import database
from reader.store.backups import list_backups
from reader.store.bookmarks import Bookmarks
from reader.store.opening import bookmarks_path
from tests.conftest import SAMPLE_ID
from tests.desktop.conftest import click_banner, press, sentences, settle, stop

OTHER = """\
R 040910Z AUG 09
FM AMEMBASSY OSLO
TO SECSTATE WASHDC

UNCLAS OSLO 009004

SUBJECT: THE MAIL BOAT PAYS FOR ITSELF

1. (U) The museum on the fjord charters a mail boat twice a week.

2. (U) The boat pays for itself in waffles.

STRAND
"""


def gutter(desktop):
    return desktop.window.body._gutter


def starred(desktop):
    return sorted(desktop.window.body._bookmarks)


def titles(desktop):
    return desktop.window.bookmarks.titles()


def marks_on_disk():
    with closing(Bookmarks.open(bookmarks_path())) as bookmarks:
        return list(bookmarks.all_marks())


@pytest.fixture
def toggle(qtbot):
    def toggle_at(desktop, ordinal):
        desktop.session.go_to(ordinal)
        press(desktop.window.body.focusProxy(), "B")
        settle(desktop, qtbot)

    return toggle_at


@pytest.fixture
def other(tmp_path):
    path = tmp_path / "mail-boat.txt"
    path.write_text(OTHER)
    return path


# Setting and taking away.


@pytest.mark.parametrize("keys", ["B", "Ctrl+D"])
def test_a_key_bookmarks_the_paragraph_that_is_read(desktop, qtbot, keys):
    desktop.session.go_to(3)
    press(desktop.window.body.focusProxy(), keys)
    settle(desktop, qtbot)
    assert starred(desktop) == [3]
    [title] = titles(desktop)
    assert title.startswith("A later boat need not be a large one.")
    outline = desktop.window.outline._model
    stars = [outline.index(row).data(ENTRY_ROLE).has_star for row in range(outline.rowCount())]
    assert stars.index(True) == outline.row_of(3)
    assert stars.count(True) == 1
    assert desktop.window.status._place.text() == "Bookmark at ¶4 saved"


def test_a_click_in_the_gutter_sets_and_takes_away(desktop, qtbot):
    body = desktop.window.body
    point = gutter(desktop).rect().center()
    point.setY(50)
    for expected in ([0], []):
        QTest.mouseClick(gutter(desktop), Qt.MouseButton.LeftButton, pos=point)
        settle(desktop, qtbot)
        assert sorted(body._bookmarks) == expected


def test_nothing_is_called_saved_before_it_is_on_the_disk(desktop, qtbot, monkeypatch):
    seen = []

    def look(words):
        if "saved" in words:
            with closing(sqlite3.connect(f"file:{bookmarks_path()}?mode=ro", uri=True)) as disk:
                seen.append(disk.execute("SELECT count(*) FROM marks").fetchone()[0])

    desktop.session.announced.connect(look)
    desktop.session.marking.toggle(0)
    assert starred(desktop) == []
    settle(desktop, qtbot)
    assert starred(desktop) == [0]
    assert seen == [1]


def test_quick_presses_are_not_lost_in_each_other(desktop, qtbot):
    for _ in range(5):
        desktop.session.marking.toggle(2)
    settle(desktop, qtbot)
    assert starred(desktop) == [2]
    assert len(desktop.session.marking.standing.placed) == 1


def test_deleting_can_be_undone_on_the_banner(desktop, qtbot, toggle):
    toggle(desktop, 4)
    before = desktop.session.marking.standing.placed
    toggle(desktop, 4)
    assert starred(desktop) == []
    assert sentences(desktop) == ["The bookmark at ¶5 was deleted."]
    status = desktop.window.status
    assert status._place.text() == status.place()
    click_banner(desktop, "Undo", qtbot)
    assert desktop.session.marking.standing.placed == before
    assert sentences(desktop) == []


def test_undo_and_redo_are_in_the_menu_with_what_they_do(desktop, qtbot, toggle):
    edit = {action.text(): action for action in desktop.window.menus["Edit"].actions()}
    assert not edit["&Undo"].isEnabled()
    toggle(desktop, 1)
    toggle(desktop, 1)
    undo, redo = edit["&Undo"], edit["&Redo"]
    assert undo.text() == "&Undo: Delete bookmark"
    press(desktop.window, "Ctrl+Z")
    settle(desktop, qtbot)
    assert starred(desktop) == [1]
    assert redo.text() == "&Redo: Delete bookmark"
    redo.trigger()
    settle(desktop, qtbot)
    assert starred(desktop) == []


def test_a_paragraph_that_is_not_there_is_not_bookmarked(desktop, qtbot):
    desktop.session.marking.toggle(99)
    settle(desktop, qtbot)
    assert starred(desktop) == []
    assert desktop.window.status._place.text() == "There is no paragraph here to bookmark"


# Name and note.


def form_of(desktop):
    [form] = desktop.window.findChildren(MarkForm)
    return form


def test_name_and_note_are_written_in_a_form(desktop, qtbot):
    desktop.session.go_to(1)
    press(desktop.window.body.focusProxy(), "Ctrl+Shift+D")
    settle(desktop, qtbot)
    form = form_of(desktop)
    assert form.windowTitle() == f"Bookmark at ¶2 of {SAMPLE_ID}"
    QTest.keyClicks(form.fields._name, "the <b>lens</b> & puffin")
    QTest.keyClicks(form.fields._note._writing, "ask the director")
    press(form, "Ctrl+Return")
    settle(desktop, qtbot)
    assert titles(desktop) == ["the <b>lens</b> & puffin"]
    assert gutter(desktop).words(1) == (
        "Paragraph 2, U, bookmarked: the <b>lens</b> & puffin, with a note"
    )
    [mark] = [placed.mark for placed in desktop.session.marking.standing.placed]
    assert mark.note == "ask the director"


def test_a_form_that_is_cancelled_changes_nothing(desktop, qtbot, toggle):
    toggle(desktop, 1)
    before = desktop.session.marking.standing
    desktop.session.marking.edit_wanted.emit(before.placed[0].mark)
    form_of(desktop).reject()
    settle(desktop, qtbot)
    assert desktop.session.marking.standing == before


def test_a_note_keeps_the_characters_that_qt_would_lose(desktop, qtbot, toggle):
    toggle(desktop, 0)
    mark = desktop.session.marking.standing.placed[0].mark
    kept = replace(mark, note="no\u00a0break\u2028line")
    desktop.session.marking.keep(kept, mark)
    settle(desktop, qtbot)
    kept = desktop.session.marking.standing.placed[0].mark
    desktop.session.marking.edit_wanted.emit(kept)
    QTest.keyClicks(form_of(desktop).fields._name, "name alone")
    form_of(desktop).accept()
    settle(desktop, qtbot)
    kept = desktop.session.marking.standing.placed[0].mark
    assert (kept.name, kept.note) == ("name alone", "no\u00a0break\u2028line")


def test_what_was_typed_is_kept_when_the_window_closes(desktop, qtbot, toggle):
    toggle(desktop, 0)
    desktop.session.marking.edit_wanted.emit(desktop.session.marking.standing.placed[0].mark)
    QTest.keyClicks(form_of(desktop).fields._note._writing, "half a sen")
    desktop.window.close()
    assert desktop.end()
    assert [mark.note for mark in marks_on_disk()] == ["half a sen"]


# The list.


def test_the_list_says_what_to_do_while_it_is_empty(desktop, qtbot):
    panel = desktop.window.bookmarks
    assert panel.state() == panel_module.NONE_HERE.format(bookmark="b", highlight="h")
    desktop.session.close_document()
    press(desktop.window, "Ctrl+B")
    settle(desktop, qtbot)
    assert panel.state() == panel_module.NO_CABLE


def test_bookmarks_are_listed_in_the_order_of_the_text(desktop, toggle):
    for ordinal in (6, 1, 3):
        toggle(desktop, ordinal)
    model = desktop.window.bookmarks._model
    leads = [model.index(row).data(ENTRY_ROLE).lead for row in range(3)]
    assert leads == ["¶2", "¶4", "¶7"]


def test_enter_goes_to_the_place_and_delete_takes_away(desktop, qtbot, toggle):
    toggle(desktop, 6)
    desktop.session.go_to(0)
    press(desktop.window, "Ctrl+B")
    entries = desktop.window.bookmarks._list
    assert entries.hasFocus()
    press(entries, "Home")
    press(entries, "Return")
    assert desktop.session.ordinal == 6
    assert desktop.window.body.focusProxy().hasFocus()
    press(desktop.window, "Ctrl+B")
    press(entries, "Delete")
    settle(desktop, qtbot)
    assert starred(desktop) == []


# Another start, another file, another text.


def test_bookmarks_outlive_a_restart_and_a_moved_file(start, qtbot, toggle, sample_path, tmp_path):
    first = tmp_path / "first.txt"
    shutil.copy(sample_path, first)
    desktop = start(first)
    toggle(desktop, 6)
    stop(desktop)
    moved = tmp_path / "moved.txt"
    first.rename(moved)
    again = start(moved)
    assert starred(again) == [6]


def test_bookmarks_are_found_in_another_copy_of_the_cable(
    desktop, qtbot, toggle, sample_text, tmp_path
):
    toggle(desktop, 6)
    copy = tmp_path / "unwrapped.txt"
    head, _, body = sample_text.partition("\n1. (SBU)")
    copy.write_text(head + "\n1. (SBU)" + body.replace("e\n", "e ").replace("\r", ""))
    desktop.session.open_file(str(copy))
    settle(desktop, qtbot)
    [placed] = desktop.session.marking.standing.placed
    assert desktop.session.cable.paragraphs[placed.ordinal].number == 7


def test_words_that_are_gone_are_shown_and_never_dropped(
    desktop, qtbot, toggle, sample_text, tmp_path
):
    toggle(desktop, 8)
    quoted = titles(desktop)
    cut = tmp_path / "cut.txt"
    cut.write_text(sample_text[: sample_text.index("5. (SBU)")])
    desktop.session.open_file(str(cut))
    settle(desktop, qtbot)
    assert titles(desktop) == ["Not found in this text", *quoted]
    assert starred(desktop) == []
    desktop.window.bookmarks.mark_chosen.emit(desktop.session.marking.standing.placed[0].mark)
    [said] = sentences(desktop)
    assert said.startswith("This text has nothing like the words of the bookmark: “")
    assert said.endswith("Another copy of the cable may have its words.")


def test_a_bookmark_of_another_cable_opens_its_file(desktop, qtbot, toggle, other):
    toggle(desktop, 6)
    mark = desktop.session.marking.standing.placed[0].mark
    desktop.session.open_file(str(other))
    settle(desktop, qtbot)
    desktop.window.bookmarks.mark_chosen.emit(mark)
    settle(desktop, qtbot)
    assert desktop.session.cable.canonical_id == SAMPLE_ID
    assert desktop.session.ordinal == 6


@pytest.mark.parametrize("is_replaced", [False, True])
def test_a_file_that_is_needed_is_named_and_can_be_found(  # noqa: PLR0917
    start, qtbot, toggle, other, sample_path, tmp_path, monkeypatch, is_replaced
):
    first = tmp_path / "first.txt"
    shutil.copy(sample_path, first)
    desktop = start(first)
    toggle(desktop, 6)
    mark = desktop.session.marking.standing.placed[0].mark
    desktop.session.open_file(str(other))
    moved = tmp_path / "moved.txt"
    first.rename(moved)
    what = "is not there any more"
    if is_replaced:
        shutil.copy(other, first)
        what = "holds another text now"
    desktop.window.bookmarks.mark_chosen.emit(mark)
    settle(desktop, qtbot)
    assert sentences(desktop)[0] == (
        f"The bookmark is in {SAMPLE_ID}, whose file is needed. {first} {what}. "
        "Find the file: the bookmark's place is shown as soon as it is open."
    )
    monkeypatch.setattr("reader.desktop.panels.file_dialog.ask_for_file", lambda *_: str(moved))
    click_banner(desktop, "Find the file…", qtbot)
    assert desktop.session.cable.canonical_id == SAMPLE_ID
    assert desktop.session.ordinal == 6


def test_another_window_s_bookmarks_are_seen(desktop, qtbot, toggle):
    toggle(desktop, 0)
    with closing(Bookmarks.open(bookmarks_path())) as elsewhere:
        elsewhere.delete([mark.id for mark in elsewhere.all_marks()])
    desktop.session.marking.look()
    settle(desktop, qtbot)
    assert starred(desktop) == []


# A store that fails.


READ_ON = "Cables can be read all the same; nothing will be kept."


def assert_reading_goes_on(desktop):
    assert desktop.session.cable.canonical_id == SAMPLE_ID
    ordinal = desktop.session.ordinal
    press(desktop.window.body.focusProxy(), "N")
    assert desktop.session.ordinal == ordinal + 1
    assert starred(desktop) == []


def test_no_home_folder(start, sample_path, monkeypatch, qtbot):
    for name in [name for name in os.environ if name.startswith(("XDG_", "CABLE_READER_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", "/nonexistent")
    desktop = start(sample_path)
    [said] = sentences(desktop)
    assert said == (
        f"There is no home folder to keep anything in. {READ_ON} "
        "Set CABLE_READER_HOME to a folder of your own."
    )
    desktop.session.marking.toggle(0)
    settle(desktop, qtbot)
    assert sentences(desktop) == [said]
    assert_reading_goes_on(desktop)


def test_a_damaged_store_is_told_and_recovered(start, sample_path, qtbot, toggle):
    desktop = start(sample_path)
    toggle(desktop, 6)
    stop(desktop)
    path = bookmarks_path()
    content = bytearray(path.read_bytes())
    content[:100] = bytes(100)
    path.write_bytes(content)
    desktop = start(sample_path)
    [said] = sentences(desktop)
    assert said == (
        f"The file of your bookmarks is damaged: {path}. Recover the bookmarks: all that is "
        "readable is saved, and the file itself is kept."
    )
    assert_reading_goes_on(desktop)
    click_banner(desktop, "Recover", qtbot)
    settle(desktop, qtbot)
    assert sentences(desktop)[0].startswith("1 bookmark was saved from the damaged file.")
    assert starred(desktop) == [6]


def test_a_store_that_another_program_has_locked(start, sample_path, qtbot, monkeypatch):
    pragmas = [each for each in database.PRAGMAS if "busy_timeout" not in each]
    monkeypatch.setattr(database, "PRAGMAS", ("busy_timeout = 10", *pragmas))
    desktop = start(sample_path)
    with closing(sqlite3.connect(bookmarks_path(), isolation_level=None)) as rude:
        rude.execute("BEGIN IMMEDIATE")
        desktop.session.marking.toggle(0)
        settle(desktop, qtbot)
        rude.execute("ROLLBACK")
    assert sentences(desktop) == [
        "The bookmarks could not be saved: another program is using them and did not let go. "
        "Close the other program or window, and try again."
    ]
    assert_reading_goes_on(desktop)
    desktop.session.marking.toggle(0)
    settle(desktop, qtbot)
    assert starred(desktop) == [0]
    assert sentences(desktop) == []


# What SQLite reports when the disk is full, or the file or its folder is closed to writing.
TROUBLES = {
    "SQLITE_FULL": "the disk is full. What was saved before is still there. Make room, and try "
    "again.",
    "SQLITE_READONLY": "the file or its folder is read-only. What was saved before is still "
    "there. Allow writing there, and try again.",
    "SQLITE_IOERR_WRITE": "the disk reports an error. What was saved before is still there. Make "
    "sure that the disk is sound and has room.",
}


@pytest.mark.parametrize("code", TROUBLES)
def test_a_disk_that_takes_nothing_more(desktop, qtbot, toggle, monkeypatch, code):
    toggle(desktop, 6)

    def fail(*_):
        error = sqlite3.OperationalError("as SQLite has it")
        error.sqlite_errorname = code
        raise database.store_error(error, bookmarks_path(), doing="saved") from error

    monkeypatch.setattr(Bookmarks, "apply_groups", fail)
    toggle(desktop, 0)
    assert sentences(desktop) == [f"The bookmarks could not be saved: {TROUBLES[code]}"]
    # What was saved is shown, and what was not is not.
    assert starred(desktop) == [6]
    assert desktop.session.ordinal == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_read_only(start, sample_path, private_home):
    folder = Path(os.environ["CABLE_READER_HOME"])
    folder.mkdir()
    folder.chmod(0o500)
    desktop = start(sample_path)
    assert any(READ_ON in said for said in sentences(desktop))
    assert_reading_goes_on(desktop)
    folder.chmod(0o700)


def test_a_file_where_the_folder_should_be(start, sample_path):
    home = Path(os.environ["CABLE_READER_HOME"])
    home.mkdir()
    (home / "data").write_text("not a folder")
    desktop = start(sample_path)
    assert sentences(desktop)[0].startswith(f"The folder {home / 'data'} cannot be used:")
    assert READ_ON in sentences(desktop)[0]
    assert_reading_goes_on(desktop)


@pytest.mark.parametrize("is_noticed", [False, True])
def test_a_store_whose_file_is_deleted_is_rescued(desktop, qtbot, toggle, is_noticed):
    toggle(desktop, 6)
    for path in bookmarks_path().parent.glob("bookmarks.db*"):
        path.unlink()
    if is_noticed:
        desktop.session.marking._watch.timeout.emit()
        settle(desktop, qtbot)
    else:
        toggle(desktop, 0)
    [said] = sentences(desktop)
    assert said.startswith("The file of your bookmarks was moved")
    assert said.endswith("Rescue the bookmarks: all that was saved is written to a new file.")
    click_banner(desktop, "Rescue", qtbot)
    settle(desktop, qtbot)
    assert sentences(desktop)[0].startswith("All bookmarks that were saved are there again, from ")
    assert 6 in starred(desktop)
    stop(desktop)
    assert 7 in [mark.anchor.number for mark in marks_on_disk()]


def test_a_copy_of_the_bookmarks_is_made_once_a_day(start, sample_path, qtbot, toggle):
    desktop = start(sample_path)
    toggle(desktop, 6)
    stop(desktop)
    again = start(sample_path)
    settle(again, qtbot)
    assert len(list_backups(bookmarks_path())) == 1


def test_a_store_of_a_newer_version(start, sample_path, qtbot):
    stop(start(sample_path))
    with closing(sqlite3.connect(bookmarks_path())) as newer, newer:
        newer.execute("PRAGMA user_version = 999")
        newer.execute("UPDATE facts SET value = '999' WHERE key = 'layout'")
    desktop = start(sample_path)
    assert sentences(desktop) == [
        "The bookmarks were last used by a newer version of Cable Reader, and this one does not "
        "understand them. Use the newer version. Cables can be read all the same."
    ]
    assert_reading_goes_on(desktop)


def test_a_failing_store_is_no_crash(desktop, qtbot, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("reader.desktop.session.shelf.Shelf.toggle", fail)
    with qtbot.captureExceptions() as raised:
        desktop.session.marking.toggle(0)
        settle(desktop, qtbot)
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]


def test_a_file_of_a_stranger_in_the_place_of_the_bookmarks(start, sample_path):
    bookmarks_path().parent.mkdir(parents=True)
    with closing(sqlite3.connect(bookmarks_path())) as stranger, stranger:
        stranger.execute("CREATE TABLE recipes (name TEXT)")
    content = bookmarks_path().read_bytes()
    desktop = start(sample_path)
    [said] = sentences(desktop)
    assert said == (
        f"The bookmarks are not opened: {bookmarks_path()} was made by another program. "
        "Move it away, and open the window again. Cables can be read all the same."
    )
    assert_reading_goes_on(desktop)
    assert bookmarks_path().read_bytes() == content


def test_bits_that_were_flipped_in_a_mark_are_told_and_the_rest_is_saved(
    start, sample_path, qtbot, toggle
):
    desktop = start(sample_path)
    for ordinal in (1, 6):
        toggle(desktop, ordinal)
    with closing(sqlite3.connect(bookmarks_path())) as disk, disk:
        disk.execute("UPDATE marks SET exact = 'other words' WHERE ordinal = 1")
    desktop.session.marking.look()
    settle(desktop, qtbot)
    [said] = sentences(desktop)
    assert said.startswith("The file of your bookmarks is damaged")
    assert_reading_goes_on_beside(desktop)
    click_banner(desktop, "Recover", qtbot)
    settle(desktop, qtbot)
    assert 6 in starred(desktop)


def assert_reading_goes_on_beside(desktop):
    assert desktop.session.cable.canonical_id == SAMPLE_ID
    desktop.session.go_to(0)
    press(desktop.window.body.focusProxy(), "N")
    assert desktop.session.ordinal == 1


def test_a_store_that_is_replaced_while_it_is_open(desktop, qtbot, toggle, tmp_path):
    toggle(desktop, 6)
    other = tmp_path / "other.db"
    Bookmarks.open(other).close()
    shutil.copy(other, f"{bookmarks_path()}.new")
    Path(f"{bookmarks_path()}.new").replace(bookmarks_path())
    toggle(desktop, 0)
    [said] = sentences(desktop)
    assert said.startswith("The file of your bookmarks was replaced by another file")
    click_banner(desktop, "Rescue", qtbot)
    settle(desktop, qtbot)
    assert starred(desktop) == [6]


def test_a_clock_that_was_set_back_loses_nothing(desktop, qtbot, toggle, monkeypatch):
    toggle(desktop, 6)
    from reader.store import bookmarks, marks

    class Earlier(marks.datetime):
        @classmethod
        def now(cls, zone=None):
            return super().now(zone).replace(year=1999)

    for module in (marks, bookmarks):
        monkeypatch.setattr(module, "datetime", Earlier)
    toggle(desktop, 3)
    assert starred(desktop) == [3, 6]
    press(desktop.window, "Ctrl+Z")
    settle(desktop, qtbot)
    assert starred(desktop) == [6]
    assert sentences(desktop) == []


def test_two_windows_write_at_once_and_see_each_other(desktop, qtbot, toggle):
    toggle(desktop, 6)
    with closing(Bookmarks.open(bookmarks_path())) as elsewhere:
        for mark in elsewhere.all_marks():
            elsewhere.change(replace(mark, note="theirs"), mark)
        mine = desktop.session.marking.standing.placed[0].mark
        desktop.session.marking.keep(replace(mine, note="mine"), mine)
        settle(desktop, qtbot)
    kept = desktop.session.marking.standing.placed[0].mark
    assert sorted(kept.note.split("\n\n---\n\n")) == ["mine", "theirs"]
