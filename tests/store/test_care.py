"""Rescue from moved and replaced files, taking in, erasing."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest

from reader.errors import StoreError
from reader.store import care
from reader.store.backups import list_backups
from reader.store.bookmarks import Bookmarks
from reader.store.database import DamagedStore, MovedStore
from reader.store.marks import Put
from reader.store.recovery import recover
from tests.store.made_up import change_file, made_mark, made_marks

SECRET = "Xylographie"


@pytest.fixture
def filled(bookmarks):
    bookmarks.apply([Put(mark) for mark in made_marks(5)])
    return bookmarks


def assert_not_saved(bookmarks, sentence):
    assert not bookmarks.is_in_place()
    with pytest.raises(MovedStore, match=sentence) as refusal:
        bookmarks.add(made_mark(9))
    assert "Rescue" in refusal.value.hint
    assert list(bookmarks.all_marks()) == made_marks(5)


def test_a_store_that_was_deleted_while_open_is_written_anew(filled, path):
    assert filled.is_in_place()
    path.unlink()
    assert_not_saved(filled, "moved or deleted while it was open")
    assert filled.rescue() == path
    with Bookmarks.open(path) as again:
        assert list(again.all_marks()) == made_marks(5)
        assert again.undo().gone


def test_a_folder_that_was_deleted_is_made_again(filled, path):
    shutil.rmtree(path.parent)
    assert_not_saved(filled, "moved or deleted")
    assert filled.rescue() == path
    with Bookmarks.open(path) as again:
        assert list(again.all_marks()) == made_marks(5)


def test_a_store_that_was_replaced_is_rescued_beside_and_taken_in(filled, path, tmp_path):
    with Bookmarks.open(tmp_path / "other" / "bookmarks.db") as other:
        other.apply([Put(made_mark(7)), Put(replace(made_mark(1), note="Newer."))])
        later = replace(
            made_mark(2), note="Later.", changed=made_mark(2).changed + timedelta(days=1)
        )
        other.add(later)
    (tmp_path / "other" / "bookmarks.db").replace(path)
    assert_not_saved(filled, "replaced by another file")
    rescued = filled.rescue()
    assert rescued.name == "bookmarks.rescued-1.db"
    with Bookmarks.open(path) as again:
        step = again.take_in(rescued)
        assert {mark.id for mark in step.marks} == {made_mark(n).id for n in (0, 3, 4)}
        assert again.mark(made_mark(2).id) == later
        assert again.counts().total == 6
        again.undo()
        assert again.counts().total == 3


def test_two_windows_rescue_a_moved_store_each_for_itself(filled, path):
    with Bookmarks.open(path) as other:
        path.rename(path.with_name("moved.db"))
        assert filled.rescue() == path
        with Bookmarks.open(path) as again:
            again.add(made_mark(9))
            assert list(other.all_marks()) == made_marks(5)
            rescued = other.rescue()
            assert rescued.name == "bookmarks.rescued-1.db"
            assert again.take_in(rescued).marks == ()
            assert list(again.all_marks()) == [*made_marks(5), made_mark(9)]


def test_a_rescue_without_room_leaves_the_store_open(filled, path, monkeypatch):
    path.unlink()

    def no_room(*_):
        raise StoreError("The bookmarks could not be copied: the disk is full.")

    monkeypatch.setattr(care, "bring_into_place", no_room)
    with pytest.raises(StoreError, match="disk is full"):
        filled.rescue()
    assert list(filled.all_marks()) == made_marks(5)
    assert not list(path.parent.glob("*.db"))
    monkeypatch.setattr(care, "MOST_RESCUED", 0)
    with pytest.raises(StoreError, match="too many rescued files"):
        filled.rescue()


@pytest.mark.parametrize("kind", ["missing", "empty", "text", "other program", "broken row"])
def test_what_cannot_be_taken_in_is_a_sentence(filled, tmp_path, kind):
    other = tmp_path / "other.db"
    if kind == "text":
        other.write_text("Dear keeper, " * 999)
    elif kind == "empty":
        other.touch()
    elif kind == "other program":
        change_file(other, "CREATE TABLE recipes (name TEXT)")
    elif kind == "broken row":
        filled.back_up(only_if_due=False).replace(other)
        change_file(other, "UPDATE marks SET note = 'Not what was written.'")
    with pytest.raises(StoreError) as refusal:
        filled.take_in(other)
    assert str(other) in refusal.value.message
    assert list(filled.all_marks()) == made_marks(5)


def traces(path):
    """The files under a folder in which the secret can still be read."""
    return [
        str(each.relative_to(path))
        for each in sorted(path.rglob("*"))
        if each.is_file() and SECRET.casefold().encode() in each.read_bytes().lower()
    ]


def test_a_deleted_note_is_gone_from_every_file(filled, path):
    filled.add(made_mark(50, note=f"{SECRET} " * 1500))
    filled.add(made_mark(51, note=f"The {SECRET} in short."))
    assert len(list(filled.search(SECRET))) == 2
    filled.back_up()
    filled.change(made_mark(50, note="Nothing."))
    filled.delete([made_mark(51).id])
    assert traces(path.parent)
    filled.erase_deleted()
    assert traces(path.parent) == []
    assert len(list_backups(path)) == 1
    assert filled.undo() is None
    assert filled.counts().total == 6


def test_while_another_window_reads_erasing_says_that_it_waits(filled, path):
    with Bookmarks.open(path) as other:
        other._store.read(lambda at: at.execute("BEGIN"))
        other.counts()
        filled.delete([made_mark(1).id])
        filled._store.read(lambda at: at.execute("PRAGMA busy_timeout = 50"))
        with pytest.raises(StoreError, match="not erased yet"):
            filled.erase_deleted()
        other._store.read(lambda at: at.execute("ROLLBACK"))
    filled.erase_deleted()


def test_backups_that_cannot_be_removed_are_named(filled, monkeypatch):
    filled.back_up()

    def not_permitted(self, **_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("pathlib.Path.unlink", not_permitted)
    with pytest.raises(StoreError, match="still in 1 older backups"):
        filled.erase_deleted()


def test_the_log_of_a_file_that_was_replaced_is_not_mixed_into_the_new_one(filled, path, tmp_path):
    with Bookmarks.open(tmp_path / "other" / "bookmarks.db") as other:
        other.apply([Put(mark) for mark in made_marks(40)[20:]])
    (tmp_path / "other" / "bookmarks.db").replace(path)
    with pytest.raises(StoreError, match="replaced while another window had it open"):
        Bookmarks.open(path)
    # Without a rescue, as when the program is killed.
    filled.close()
    with pytest.raises(DamagedStore):
        Bookmarks.open(path)
    told = recover(path)
    assert told.lost == 0
    with Bookmarks.open(path) as again:
        saved = {mark.id: mark for mark in again.all_marks()}
    assert saved == {mark.id: mark for mark in (*made_marks(5), *made_marks(40)[20:])}


def test_a_folder_that_was_copied_with_its_log_is_as_good_as_the_first(filled, path, tmp_path):
    copied = tmp_path / "copied"
    shutil.copytree(path.parent, copied)
    (copied / "bookmarks.db-shm").unlink()
    with Bookmarks.open(copied / "bookmarks.db") as again:
        assert list(again.all_marks()) == made_marks(5)
    assert sorted(each.name for each in copied.iterdir()) == ["bookmarks.db", "bookmarks.db.lock"]
