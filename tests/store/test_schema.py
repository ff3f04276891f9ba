"""Layouts: the first, those that come after it, newer ones, and databases of other programs."""

from __future__ import annotations

import sqlite3

import pytest

from reader.errors import StoreError
from reader.store import schema
from reader.store.backups import list_backups
from reader.store.bookmarks import Bookmarks
from reader.store.database import DamagedStore
from reader.store.marks import Put
from tests.store.made_up import change_file, look_into, made_mark, made_marks

SECOND_LAYOUT = (
    "ALTER TABLE colour_names ADD COLUMN sign TEXT",
    "CREATE TABLE shelves (number INTEGER PRIMARY KEY, name TEXT NOT NULL)",
)


@pytest.fixture
def filled(bookmarks, path):
    bookmarks.apply([Put(mark) for mark in made_marks(20)])
    bookmarks.close()
    return path


def test_a_new_store_says_what_it_is(filled):
    assert look_into(filled, "PRAGMA application_id") == [(schema.APPLICATION_ID,)]
    assert look_into(filled, "PRAGMA user_version") == [(1,)]
    assert look_into(filled, "SELECT value FROM facts WHERE key = 'layout'") == [("1",)]


def test_an_older_layout_is_brought_up_to_date_after_a_copy(filled, monkeypatch):
    monkeypatch.setattr(schema, "MIGRATIONS", (schema.FIRST_LAYOUT, SECOND_LAYOUT))
    with Bookmarks.open(filled) as bookmarks:
        assert list(bookmarks.all_marks()) == made_marks(20)
        assert bookmarks.undo() is not None
    assert look_into(filled, "PRAGMA user_version") == [(2,)]
    assert look_into(filled, "SELECT * FROM shelves") == []
    [copy] = list_backups(filled)
    assert copy.label == "before-layout-2"
    assert look_into(copy.path, "PRAGMA user_version") == [(1,)]
    assert look_into(copy.path, "SELECT count(*) FROM marks") == [(20,)]
    with Bookmarks.open(filled):
        assert len(list_backups(filled)) == 1


def test_a_change_of_layout_that_fails_leaves_all_as_it_was(filled, monkeypatch):
    broken = (*SECOND_LAYOUT, "CREATE TABLE marks (number)")
    monkeypatch.setattr(schema, "MIGRATIONS", (schema.FIRST_LAYOUT, broken))
    with pytest.raises(StoreError, match="could not be opened"):
        Bookmarks.open(filled)
    monkeypatch.undo()
    assert look_into(filled, "PRAGMA user_version") == [(1,)]
    with Bookmarks.open(filled) as bookmarks:
        assert list(bookmarks.all_marks()) == made_marks(20)


def test_without_room_for_the_copy_the_layout_stays(filled, monkeypatch):
    def no_room(*_):
        raise StoreError("The bookmarks could not be copied: the disk is full.")

    monkeypatch.setattr(schema, "MIGRATIONS", (schema.FIRST_LAYOUT, SECOND_LAYOUT))
    monkeypatch.setattr("reader.store.opening.make_backup", no_room)
    with pytest.raises(StoreError, match="disk is full"):
        Bookmarks.open(filled)
    assert look_into(filled, "PRAGMA user_version") == [(1,)]


def test_what_a_newer_version_wrote_is_refused(filled, monkeypatch):
    with monkeypatch.context() as newer:
        newer.setattr(schema, "MIGRATIONS", (schema.FIRST_LAYOUT, SECOND_LAYOUT))
        Bookmarks.open(filled).close()
    before = filled.read_bytes()
    with pytest.raises(StoreError, match="last used by a newer version") as refusal:
        Bookmarks.open(filled)
    assert not isinstance(refusal.value, DamagedStore)
    assert refusal.value.hint == "Use the newer version. Cables can be read all the same."
    assert filled.read_bytes() == before


def test_a_database_of_another_program_is_refused(path):
    path.parent.mkdir()
    change_file(path, "CREATE TABLE recipes (name TEXT)", "INSERT INTO recipes VALUES ('honey')")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="made by another program") as refusal:
        Bookmarks.open(path)
    assert not isinstance(refusal.value, DamagedStore)
    assert look_into(path, "SELECT * FROM recipes") == [("honey",)]
    assert len(path.read_bytes()) == len(before)


def test_a_file_that_is_no_database_is_refused_and_left_alone(path):
    path.parent.mkdir()
    path.write_text("Dear keeper, the lamp is out.\n" * 40)
    with pytest.raises(DamagedStore):
        Bookmarks.open(path)
    assert path.read_text().startswith("Dear keeper")


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA application_id = 7",
        "PRAGMA user_version = 9",
        "UPDATE facts SET value = '9' WHERE key = 'layout'",
        "DELETE FROM facts WHERE key = 'layout'",
        "DROP INDEX marks_by_cable",
        "CREATE TRIGGER greedy AFTER INSERT ON marks BEGIN DELETE FROM marks; END",
    ],
)
def test_a_file_that_contradicts_itself_is_damaged(filled, statement):
    change_file(filled, statement)
    with pytest.raises(DamagedStore):
        Bookmarks.open(filled)


def test_a_window_that_comes_second_makes_no_layout_of_its_own(path):
    with Bookmarks.open(path) as first:
        first.add(made_mark(1))
        connection = sqlite3.connect(path, isolation_level=None)
        schema.migrate(connection, 0, lambda _: None)
        connection.close()
        assert first.mark(made_mark(1).id) == made_mark(1)
