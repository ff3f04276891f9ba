"""Copies that are known to be sound, and which of them stay."""

from __future__ import annotations

import os
import stat

import pytest

from reader.errors import StoreError
from reader.store import backups
from reader.store.backups import DAY, KEPT_LATEST, KEPT_OLDER, backup_folder, list_backups, thin_out
from reader.store.bookmarks import Bookmarks
from reader.store.database import DamagedStore
from reader.store.marks import Put
from tests.store.made_up import change_file, look_into, made_mark, made_marks


def test_a_backup_is_a_whole_private_store(bookmarks, path):
    bookmarks.apply([Put(mark) for mark in made_marks(30)])
    copy = bookmarks.back_up()
    assert copy == path.parent / "backups" / "bookmarks-000001.db"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert list(copy.parent.iterdir()) == [copy]
    with Bookmarks.open(copy) as again:
        assert list(again.all_marks()) == made_marks(30)


def test_an_empty_store_needs_no_backup(bookmarks):
    assert bookmarks.back_up() is None


@pytest.mark.parametrize("days", [1.1, -3, 900])
def test_a_day_later_by_whatever_clock_a_backup_is_due_if_there_is_news(bookmarks, days):
    bookmarks.add(made_mark(1))
    first = bookmarks.back_up()
    bookmarks.add(made_mark(2))
    assert bookmarks.back_up() is None
    past = first.stat().st_mtime - days * DAY
    os.utime(first, (past, past))
    second = bookmarks.back_up()
    assert second.name == "bookmarks-000002.db"
    os.utime(second, (past, past))
    assert bookmarks.back_up() is None


def test_a_backup_that_cannot_be_read_is_no_reason_to_make_none(bookmarks):
    bookmarks.add(made_mark(1))
    first = bookmarks.back_up()
    first.write_bytes(b"nothing")
    os.utime(first, (0, 0))
    assert bookmarks.back_up().name == "bookmarks-000002.db"


def test_what_others_write_meanwhile_does_no_harm(bookmarks, path):
    with Bookmarks.open(path) as other:
        bookmarks.add(made_mark(1))
        other.add(made_mark(2))
        copy = bookmarks.back_up()
        other.add(made_mark(3))
    assert look_into(copy, "SELECT count(*) FROM marks") == [(2,)]


def test_a_damaged_store_is_noticed_and_no_backup_goes(bookmarks, path):
    bookmarks.add(made_mark(1))
    bookmarks.back_up()
    change_file(path, "UPDATE marks SET note = 'Not what was written.'")
    with pytest.raises(DamagedStore):
        bookmarks.back_up(only_if_due=False)
    assert [each.name for each in backup_folder(path).iterdir()] == ["bookmarks-000001.db"]


def test_without_room_all_older_backups_stay(bookmarks, path, monkeypatch):
    bookmarks.add(made_mark(1))
    for _ in range(KEPT_LATEST):
        bookmarks.back_up(only_if_due=False)
    before = list_backups(path)

    def no_room(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups.os, "fsync", no_room)
    with pytest.raises(StoreError, match="could not be copied: no space left"):
        bookmarks.back_up(only_if_due=False)
    assert list_backups(path) == before
    assert len(list(backup_folder(path).iterdir())) == len(before)


def make_names(path, numbers, label=""):
    backup_folder(path).mkdir(parents=True, exist_ok=True)
    for number in numbers:
        (backup_folder(path) / f"bookmarks-{number:06}{label}.db").touch()


def test_many_of_the_latest_and_few_of_the_old_are_kept(path):
    make_names(path, range(1, 200))
    thin_out(path)
    numbers = [backup.number for backup in list_backups(path)]
    assert numbers[-KEPT_LATEST:] == list(range(193, 200))
    assert len(numbers) == KEPT_LATEST + KEPT_OLDER
    assert all(number % KEPT_LATEST == 0 for number in numbers[:-KEPT_LATEST])
    thin_out(path)
    assert [backup.number for backup in list_backups(path)] == numbers


def test_copies_before_a_change_of_layout_are_thinned_out_by_themselves(path):
    make_names(path, range(1, 7), "-before-layout-2")
    make_names(path, range(7, 15))
    (backup_folder(path) / "holiday.db").touch()
    thin_out(path)
    assert [backup.number for backup in list_backups(path)] == [3, 4, 5, 6, 7, *range(8, 15)]
    assert (backup_folder(path) / "holiday.db").exists()


def test_a_backup_folder_that_is_a_file_is_a_sentence(bookmarks, path):
    bookmarks.add(made_mark(1))
    backup_folder(path).touch()
    with pytest.raises(StoreError, match="a file stands where a folder should be"):
        bookmarks.back_up()
