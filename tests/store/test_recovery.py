"""Saving what is readable from damaged files, and saying what was lost."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from reader.errors import StoreError
from reader.store import recovery
from reader.store.bookmarks import Bookmarks
from reader.store.database import COMPANIONS, PAGE_SIZE, DamagedStore
from reader.store.log import log_path
from reader.store.marks import Colour, Put
from reader.store.recovery import Recovered, note_of_recovery, recover
from reader.store.salvage import DOUBTFUL_LABEL
from tests.store.made_up import change_file, made_mark, made_marks

LONG_NOTE = "The keeper wrote of nothing but honey. " * 300
"""Longer than two pages of the file."""


class Files(NamedTuple):
    """A store as it lies on the disk, and what is in it."""

    content: dict[str, bytes]
    marks: dict[str, object]


def marks_with_long_notes(count):
    marks = made_marks(count)
    return [
        replace(mark, note=f"{mark.note} {LONG_NOTE}") if number % 10 == 7 else mark
        for number, mark in enumerate(marks)
    ]


def files_of(path):
    found = {}
    for suffix in ("", *COMPANIONS):
        each = path.with_name(path.name + suffix)
        if each.exists():
            found[suffix] = each.read_bytes()
    return found


def lay_out(content, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    for suffix, each in content.items():
        path.with_name(path.name + suffix).write_bytes(each)


def add_marks(bookmarks, marks):
    for mark in marks:
        bookmarks.add(mark)
    bookmarks.name_colour(Colour.GREEN, "money")
    assert list(bookmarks.search("keeper"))
    bookmarks.add(made_mark(900))
    bookmarks.delete([made_mark(900).id, made_mark(1).id])
    return {mark.id: mark for mark in bookmarks.all_marks()}


@pytest.fixture
def tmp_path(tmp_path):
    """In memory where there is such a place: hundreds of stores need not wait for the disk."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    folder = Path(tempfile.mkdtemp(prefix="recovery-", dir=memory))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def closed(tmp_path_factory):
    """A store that was closed: one file."""
    path = tmp_path_factory.mktemp("closed") / "bookmarks.db"
    with Bookmarks.open(path) as bookmarks:
        marks = add_marks(bookmarks, marks_with_long_notes(80))
    return Files(files_of(path), marks)


@pytest.fixture(scope="module")
def left_open(tmp_path_factory):
    """A store whose program was killed: the last marks are in the log alone."""
    path = tmp_path_factory.mktemp("left") / "bookmarks.db"
    with Bookmarks.open(path) as bookmarks:
        add_marks(bookmarks, marks_with_long_notes(50))
    with Bookmarks.open(path) as bookmarks:
        for number in range(50, 65):
            bookmarks.add(made_mark(number))
        marks = {mark.id: mark for mark in bookmarks.all_marks()}
        content = files_of(path)
        del content["-shm"]
        return Files(content, marks)


def read_all(path):
    """All that a store has, read in every way; opening a small one looks at every row."""
    with Bookmarks.open(path) as bookmarks:
        marks = {mark.id: mark for mark in bookmarks.all_marks()}
        by_cable = {
            mark.id: mark
            for cable in bookmarks.cables()
            for mark in bookmarks.marks_of(cable.cable_id)
        }
        assert by_cable == marks
        found = {mark.id for mark in bookmarks.search("keeper")}
        assert found == {
            i for i, mark in marks.items() if "keeper" in mark.note + mark.anchor.exact
        }
        return marks


def assert_detected_or_harmless(path, files, spared):
    """Either all is as it was, or the damage is reported and `spared` says what must be saved."""
    try:
        marks = read_all(path)
    except DamagedStore:
        pass
    except StoreError as error:
        # The damage looks like another program's file, or like a newer version's.
        assert "another program" in error.message or "newer version" in error.message
    else:
        assert marks == files.marks
        return "harmless"
    told = recover(path)
    saved = read_all(path)
    for mark_id, mark in files.marks.items():
        if mark_id in saved and DOUBTFUL_LABEL not in saved[mark_id].labels:
            assert saved[mark_id] == mark
    certain = {i for i, mark in saved.items() if DOUBTFUL_LABEL not in mark.labels}
    assert certain <= files.marks.keys()
    missing = files.marks.keys() - certain
    assert len(missing) <= spared, f"{len(missing)} lost: {told}"
    assert told.saved == len(certain)
    assert told.lost + told.doubtful >= len(missing) or told.saved == 0 or spared > 1
    assert str(path.parent) in told.message
    return "detected"


SPOTS = 40
"""In each of ten runs, so that 400 places are tried."""


@pytest.mark.parametrize("run", range(5))
def test_a_flipped_bit_is_detected_or_harmless(closed, tmp_path, run):
    random = Random(1906 + run)
    seen = {"detected": 0, "harmless": 0}
    for spot in range(SPOTS):
        path = tmp_path / str(spot) / "bookmarks.db"
        content = bytearray(closed.content[""])
        content[random.randrange(len(content))] ^= 1 << random.randrange(8)
        lay_out({"": bytes(content)}, path)
        seen[assert_detected_or_harmless(path, closed, spared=1)] += 1
    assert seen["detected"] > SPOTS // 3


@pytest.mark.parametrize("run", range(2))
def test_a_flipped_bit_in_the_log_is_detected_or_harmless(left_open, tmp_path, run):
    random = Random(1870 + run)
    for spot in range(SPOTS):
        path = tmp_path / str(spot) / "bookmarks.db"
        log = bytearray(left_open.content["-wal"])
        log[random.randrange(len(log))] ^= 1 << random.randrange(8)
        lay_out(left_open.content | {"-wal": bytes(log)}, path)
        try:
            marks = read_all(path)
        except DamagedStore:
            recover(path)
            saved = read_all(path)
            assert len(left_open.marks.keys() - saved.keys()) <= 1
        else:
            # The last frame of all cannot be told from one that was never finished.
            assert len(left_open.marks.keys() - marks.keys()) <= 1
            if marks != left_open.marks:
                lay_out(left_open.content | {"-wal": bytes(log)}, tmp_path / "b" / "bookmarks.db")
                with Bookmarks.open(tmp_path / "b" / "bookmarks.db") as bookmarks:
                    assert "cut short" in bookmarks.notices[0]


@pytest.mark.parametrize("run", range(2))
def test_a_zeroed_page_is_detected_or_harmless(closed, tmp_path, run):
    random = Random(1847 + run)
    size = len(closed.content[""])
    for spot in range(SPOTS):
        path = tmp_path / str(spot) / "bookmarks.db"
        content = bytearray(closed.content[""])
        start = random.randrange(size // PAGE_SIZE) * PAGE_SIZE
        content[start : start + PAGE_SIZE] = bytes(PAGE_SIZE)
        lay_out({"": bytes(content)}, path)
        assert_detected_or_harmless(path, closed, spared=14)


def test_a_file_that_was_cut_is_detected(closed, tmp_path):
    random = Random(1812)
    whole = closed.content[""]
    filled = len(whole.rstrip(b"\0"))
    for spot in range(SPOTS):
        path = tmp_path / str(spot) / "bookmarks.db"
        cut = random.randrange(1, len(whole))
        lay_out({"": whole[:cut]}, path)
        spared = 16 + len(closed.marks) * 2 * (len(whole) - cut) / len(whole)
        result = assert_detected_or_harmless(path, closed, spared=spared)
        assert result == "detected" or cut >= filled - PAGE_SIZE


def test_a_sound_store_is_recovered_whole(closed, left_open, tmp_path):
    for name, files in (("closed", closed), ("left", left_open)):
        path = tmp_path / name / "bookmarks.db"
        lay_out(files.content, path)
        told = recover(path)
        assert told._replace(kept_as=None) == Recovered(len(files.marks), 0, 0, 0, None)
        assert told.message.startswith(f"{len(files.marks)} bookmarks were saved")
        assert "Nothing is known to be lost" in told.message
        assert read_all(path) == files.marks
        assert files_of(told.kept_as) == files.content
        with Bookmarks.open(path) as bookmarks:
            assert list(bookmarks.all_marks()) == list(files.marks.values())
            assert bookmarks.colour_names() == {Colour.GREEN: "money"}
            assert bookmarks.undo_title is None


def test_without_its_first_page_every_mark_is_saved(closed, tmp_path):
    path = tmp_path / "bookmarks.db"
    lay_out({"": bytes(PAGE_SIZE) + closed.content[""][PAGE_SIZE:]}, path)
    with pytest.raises(DamagedStore):
        Bookmarks.open(path)
    recover(path)
    assert read_all(path) == closed.marks


def test_a_log_whose_head_is_damaged_loses_nothing(left_open, tmp_path):
    for place in (0, 9, 17, 27):
        path = tmp_path / str(place) / "bookmarks.db"
        log = bytearray(left_open.content["-wal"])
        log[place] ^= 4
        lay_out(left_open.content | {"-wal": bytes(log)}, path)
        with pytest.raises(DamagedStore):
            Bookmarks.open(path)
        recover(path)
        assert read_all(path).keys() >= left_open.marks.keys()


def flip_in_note(content, number):
    place = content.index(f"Ask the keeper about number {number}.".encode())
    return content[:place] + b"U" + content[place + 1 :]


def test_a_mark_that_is_readable_in_part_is_kept_and_marked(closed, tmp_path):
    path = tmp_path / "bookmarks.db"
    lay_out({"": flip_in_note(closed.content[""], 42)}, path)
    told = recover(path)
    assert told[:4] == (len(closed.marks) - 1, 0, 1, 0)
    assert DOUBTFUL_LABEL in told.message
    with Bookmarks.open(path) as bookmarks:
        mark = bookmarks.mark(made_mark(42).id)
        assert mark.note == "Usk the keeper about number 42."
        assert mark.labels == (*made_mark(42).labels, DOUBTFUL_LABEL)


def test_of_a_damaged_mark_the_backup_has_the_sound_one(closed, tmp_path):
    path = tmp_path / "bookmarks.db"
    lay_out(closed.content, path)
    with Bookmarks.open(path) as bookmarks:
        bookmarks.back_up()
    lay_out({"": flip_in_note(closed.content[""], 42)}, path)
    told = recover(path)
    assert told[:4] == (len(closed.marks) - 1, 1, 0, 0)
    assert "taken from a backup" in told.message
    assert read_all(path) == closed.marks


def test_a_store_that_is_gone_comes_back_from_the_latest_sound_backup(bookmarks, path):
    bookmarks.apply([Put(mark) for mark in made_marks(3)])
    bookmarks.back_up()
    bookmarks.add(made_mark(3))
    second = bookmarks.back_up(only_if_due=False)
    bookmarks.close()
    path.unlink()
    second.write_bytes(b"no backup any more")
    told = recover(path)
    assert told == Recovered(0, 3, 0, 0, None)
    with Bookmarks.open(path) as again:
        assert list(again.all_marks()) == made_marks(3)


def test_a_store_that_is_open_elsewhere_is_not_recovered(bookmarks, path):
    bookmarks.add(made_mark(1))
    with pytest.raises(StoreError, match="while another window has them open"):
        recover(path)
    assert bookmarks.mark(made_mark(1).id) == made_mark(1)


@pytest.mark.parametrize("step", ["_put_aside", "bring_into_place"])
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_recovery_that_is_cut_short_is_begun_again(left_open, tmp_path, monkeypatch, step, when):
    path = tmp_path / "bookmarks.db"
    log = left_open.content["-wal"]
    lay_out(left_open.content | {"-wal": log[:-2000] + b"?" + log[-1999:]}, path)
    real = getattr(recovery, step)

    def cut_short(*arguments):
        if when == "after":
            real(*arguments)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(recovery, step, cut_short)
        with pytest.raises(KeyboardInterrupt):
            recover(path)
    with pytest.raises(DamagedStore):
        Bookmarks.open(path)
    told = recover(path)
    assert not note_of_recovery(path).exists()
    assert told.kept_as.name == "bookmarks.damaged-1.db"
    assert len(left_open.marks.keys() - read_all(path).keys()) <= 1
    assert files_of(told.kept_as)[""] == left_open.content[""]


def test_without_room_the_damaged_file_stays_as_it_is(closed, tmp_path, monkeypatch):
    path = tmp_path / "bookmarks.db"
    content = {"": closed.content[""][:-PAGE_SIZE]}
    lay_out(content, path)

    def no_room(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(recovery, "_put_aside", no_room)
    with pytest.raises(StoreError, match="could not be recovered: no space left"):
        recover(path)
    assert files_of(path) == content


def test_there_is_an_end_to_damaged_files(closed, tmp_path, monkeypatch):
    monkeypatch.setattr(recovery, "MOST_ASIDE", 2)
    path = tmp_path / "bookmarks.db"
    for _ in range(2):
        lay_out(closed.content, path)
        recover(path)
    with pytest.raises(StoreError, match="too many damaged files"):
        recover(path)
    assert read_all(path) == closed.marks


def test_rows_that_were_deleted_do_not_come_back(bookmarks, path):
    bookmarks.apply([Put(mark) for mark in made_marks(200)])
    bookmarks.delete([mark.id for mark in made_marks(200)[::2]])
    bookmarks.apply([Put(replace(m, note="Moved.")) for m in made_marks(200)[1::4]])
    kept = {mark.id: mark for mark in bookmarks.all_marks()}
    bookmarks.close()
    assert recover(path)[:4] == (100, 0, 0, 0)
    assert read_all(path) == kept


def test_a_broken_log_beside_a_file_that_is_gone(left_open, tmp_path):
    path = tmp_path / "bookmarks.db"
    lay_out(left_open.content, path)
    path.unlink()
    with pytest.raises(DamagedStore, match="is gone"):
        Bookmarks.open(path)
    told = recover(path)
    assert log_path(told.kept_as or path).exists() or told.kept_as is None
    assert made_mark(64).id in read_all(path)


def test_an_index_that_lost_its_way_is_damage(closed, tmp_path):
    path = tmp_path / "bookmarks.db"
    lay_out(closed.content, path)
    change_file(path, "DELETE FROM mark_labels WHERE label = 'honey'")
    with pytest.raises(DamagedStore):
        Bookmarks.open(path)
    recover(path)
    assert read_all(path) == closed.marks
