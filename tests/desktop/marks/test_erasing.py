"""Erasing marks: what would be lost is said first, and what is to be gone for good is gone."""

from __future__ import annotations

from contextlib import closing

import pytest
from PySide6.QtWidgets import QPushButton, QRadioButton

from reader.desktop.panels.notebook.erasing import EraseForm
from reader.desktop.panels.notebook.files import ExportForm
from reader.store.bookmarks import Bookmarks
from reader.store.marks import Put
from reader.store.opening import bookmarks_path
from tests.desktop.conftest import sentences, settle
from tests.store.made_up import made_mark, made_marks

SECRET = "told by the keeper of the lighthouse"


@pytest.fixture
def ask(desktop, qtbot):
    """Opens the question on some marks, one of which has a note that was changed."""

    def open_on(count):
        with closing(Bookmarks.open(bookmarks_path())) as store:
            store.apply([Put(mark) for mark in made_marks(count)], "Import")
            if count:
                store.change(made_mark(0, note=SECRET))
                store.back_up(only_if_due=False)
                store.change(made_mark(0))
        desktop.actions["bookmarks.erase"].trigger()
        settle(desktop, qtbot)
        [form] = desktop.window.findChildren(EraseForm)
        return form

    return open_on


def choose(form, number, desktop, qtbot):
    form.findChildren(QRadioButton)[number].click()
    button(form, "Erase").click()
    settle(desktop, qtbot)


def button(form, words):
    buttons = form.findChildren(QPushButton)
    return next(each for each in buttons if each.text().replace("&", "").startswith(words))


def stored():
    with closing(Bookmarks.open(bookmarks_path())) as store:
        return store.total()


def is_anywhere(words):
    return any(
        words.encode() in path.read_bytes()
        for path in bookmarks_path().parent.rglob("*.db*")
        if path.is_file()
    )


def test_it_says_what_there_is_to_lose_and_enter_loses_nothing(ask, desktop, qtbot):
    form = ask(12)
    with closing(Bookmarks.open(bookmarks_path())) as store:
        held = store.holdings()
    assert held.marks == 12
    said = f"You have 12 marks in {held.cables} cables, with {held.notes} notes."
    assert form._said.text() == said
    assert button(form, "Cancel").isDefault()
    button(form, "Cancel").click()
    settle(desktop, qtbot)
    assert stored() == 12


def test_all_marks_are_deleted_and_brought_back(ask, desktop, qtbot):
    choose(ask(12), 0, desktop, qtbot)
    assert stored() == 0
    assert "All marks were deleted." in " ".join(sentences(desktop))
    assert desktop.session.marking.standing.undo_title == "Delete all marks"
    desktop.actions["edit.undo"].trigger()
    settle(desktop, qtbot)
    assert stored() == 12


def test_what_is_deleted_for_good_is_nowhere(ask, desktop, qtbot):
    form = ask(12)
    assert is_anywhere(SECRET)
    choose(form, 1, desktop, qtbot)
    assert stored() == 0
    assert not is_anywhere(SECRET)
    assert desktop.session.marking.standing.undo_title == ""


def test_what_was_deleted_before_is_erased_and_the_marks_stay(ask, desktop, qtbot):
    choose(ask(12), 2, desktop, qtbot)
    assert stored() == 12
    assert not is_anywhere(SECRET)


def test_where_there_are_no_marks_only_their_traces_can_go(ask):
    form = ask(0)
    states = [each.isEnabled() for each in form.findChildren(QRadioButton)]
    assert (states, form._extents.checkedId()) == ([False, False, True], 2)
    assert not button(form, "Export").isEnabled()


def test_marks_can_be_exported_first(ask, desktop, qtbot):
    button(ask(12), "Export").click()
    settle(desktop, qtbot)
    [form] = desktop.window.findChildren(ExportForm)
    assert form.findChildren(QRadioButton)[0].text() == "&All 12 marks"
    assert stored() == 12
