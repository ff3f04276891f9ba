"""The disk fails: each ends in a sentence, and nothing that was acknowledged is lost."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.errors import StoreError
from reader.store import database
from reader.store.bookmarks import Bookmarks
from reader.store.database import DamagedStore, Transaction
from reader.store.log import log_path
from reader.store.marks import Put
from tests.patience import PATIENCE
from tests.store.made_up import change_file, made_mark, made_marks
from tests.store.patient import be_patient

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534
COUNT = 30


def write_with_faults(path, *options, before=()):
    """What a writing process saved, and the sentences of what it did not."""
    done = subprocess.run(
        [*before, sys.executable, "-m", "tests.store.faults", str(path), str(COUNT), *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    saved, sentences = json.loads(done.stdout)
    assert len(saved) + len(sentences) == COUNT
    return saved, sentences


def assert_all_saved(path, saved):
    with Bookmarks.open(path) as bookmarks:
        bookmarks.check()
        found = {mark.id for mark in bookmarks.all_marks()}
    assert {made_mark(number).id for number in saved} <= found


# A full disk.


@pytest.mark.skipif(sys.platform == "win32", reason="a limit to the size of files")
@pytest.mark.parametrize("limit", [70_000, 100_001, 150_000])
def test_writes_that_are_cut_short(path, limit):
    Bookmarks.open(path).close()
    saved, sentences = write_with_faults(path, str(limit))
    assert 0 < len(saved) < COUNT
    assert set(sentences) == {
        "The bookmarks could not be saved: the disk reports an error. What was saved before is "
        "still there. Make sure that the disk is sound and has room."
    }
    assert_all_saved(path, saved)


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 200 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(folder)],
        check=False,
        capture_output=True,
    )
    if not mounted or mounted.returncode:
        pytest.skip("only root may mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk(small_disk):
    path = small_disk / "data" / "bookmarks.db"
    saved = []
    with Bookmarks.open(path) as bookmarks:
        for number in range(200):
            try:
                bookmarks.add(made_mark(number, note="rung twice " * 90))
            except StoreError as error:
                assert error.message == "The bookmarks could not be saved: the disk is full."
                assert "Make room" in error.hint
                break
            saved.append(number)
        assert 0 < len(saved) < 200
        assert len(list(bookmarks.all_marks())) == len(saved)
        with pytest.raises(StoreError, match="could not be"):
            bookmarks.back_up()
    assert_all_saved(path, saved)


def test_no_room_for_a_store_at_all(small_disk):
    (small_disk / "ballast").write_bytes(b"x" * 199 * 1024)
    with pytest.raises(StoreError, match=r"disk is full|no space left"):
        Bookmarks.open(small_disk / "data" / "bookmarks.db")


# Errors of the disk.


def can_trace():
    if not shutil.which("strace"):
        return False
    tried = subprocess.run(["strace", "-o", "/dev/null", "true"], check=False, capture_output=True)
    return tried.returncode == 0


needs_strace = pytest.mark.skipif(not can_trace(), reason="strace cannot trace here")


@needs_strace
@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("pwrite64:error=EIO:when=5+9", "the disk reports an error"),
        ("pwrite64:error=ENOSPC:when=6+9", "the disk is full"),
        ("pwrite64:retval=0:when=7+9", "the disk is full"),
        ("fdatasync,fsync:error=EIO:when=3+5", "the disk reports an error"),
        ("pread64:error=EIO:when=3+40", "the disk reports an error"),
    ],
)
def test_errors_of_the_disk_in_the_log(path, tmp_path, what, sentence):
    with Bookmarks.open(path) as bookmarks:
        bookmarks.add(made_mark(99))
        log = log_path(path)
        before = ("strace", "-f", "-qq", "-o", tmp_path / "trace", "-P", log)
        saved, sentences = write_with_faults(path, before=(*before, "-e", f"inject={what}"))
    assert "(INJECTED)" in (tmp_path / "trace").read_text()
    if not what.startswith("pread64"):
        assert sentences
    assert all(sentence in each for each in sentences)
    assert saved
    assert_all_saved(path, [*saved, 99])


@needs_strace
@pytest.mark.parametrize(
    "what", ["pwrite64:error=EIO:when=3+2", "fdatasync,fsync:error=EIO:when=1+2"]
)
def test_errors_of_the_disk_while_the_log_is_put_into_the_file(path, tmp_path, what):
    Bookmarks.open(path).close()
    before = ("strace", "-f", "-qq", "-o", tmp_path / "trace", "-P", path)
    saved, _ = write_with_faults(path, before=(*before, "-e", f"inject={what}"))
    assert "(INJECTED)" in (tmp_path / "trace").read_text()
    assert_all_saved(path, saved)


class Faulty:
    """A cursor whose next COMMIT ends in an error, before or after it was done."""

    def __init__(self, cursor, name, *, is_done):
        self._cursor = cursor
        self._name = name
        self._is_done = is_done

    def __getattr__(self, name):
        return getattr(self._cursor, name)

    def execute(self, sql, *values):
        if sql != "COMMIT":
            return self._cursor.execute(sql, *values)
        if self._is_done:
            self._cursor.execute("COMMIT")
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorname = self._name
        raise error


@pytest.mark.parametrize("is_done", [False, True])
def test_after_an_error_of_the_disk_the_connection_is_made_anew(bookmarks, is_done):
    bookmarks.add(made_mark(1))
    store = bookmarks._store
    connection = store._connection
    store._transaction = Transaction(
        connection, Faulty(connection.cursor(), "SQLITE_IOERR_FSYNC", is_done=is_done)
    )
    with pytest.raises(StoreError, match="the disk reports an error"):
        bookmarks.add(made_mark(2))
    bookmarks.has_changed_elsewhere()
    bookmarks.add(made_mark(3))
    assert store._connection is not connection
    found = {mark.id for mark in bookmarks.all_marks()}
    assert {made_mark(1).id, made_mark(3).id} <= found
    assert (made_mark(2).id in found) == is_done
    assert bookmarks.has_changed_elsewhere()


def test_after_a_full_disk_the_connection_is_as_good_as_before(bookmarks):
    store = bookmarks._store
    connection, transaction = store._connection, store._transaction
    store._transaction = Transaction(
        connection, Faulty(connection.cursor(), "SQLITE_FULL", is_done=False)
    )
    with pytest.raises(StoreError, match="the disk is full"):
        bookmarks.add(made_mark(2))
    store._transaction = transaction
    bookmarks.add(made_mark(3))
    assert store._connection is connection
    assert list(bookmarks.all_marks()) == [made_mark(3)]


def test_an_error_without_a_name_is_still_a_sentence(path):
    error = database.store_error(sqlite3.OperationalError("something new"), path)
    assert str(error) == (
        "The bookmarks could not be used: the database reports an error. "
        "What was saved before is still there."
    )


# What may not be written.


@contextmanager
def without_rights():
    """Root may write anywhere, so what is read-only is tried as nobody."""
    if os.geteuid():
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def open_folder():
    """A folder that anybody may reach, with a store of three marks that belongs to nobody."""
    folder = Path(tempfile.mkdtemp(prefix="bookmarks-"))
    folder.chmod(0o755)
    path = folder / "data" / "bookmarks.db"
    with Bookmarks.open(path) as bookmarks:
        bookmarks.apply([Put(mark) for mark in made_marks(3)])
    if not os.geteuid():
        for each in (path.parent, *path.parent.iterdir()):
            os.chown(each, NOBODY, NOBODY)
    yield path
    path.parent.chmod(0o700)
    shutil.rmtree(folder)


posix_only = pytest.mark.skipif(os.name != "posix", reason="the modes of POSIX")


@posix_only
def test_a_read_only_file_is_read_and_not_written(open_folder):
    open_folder.chmod(0o400)
    with without_rights(), Bookmarks.open(open_folder) as bookmarks:
        assert list(bookmarks.all_marks()) == made_marks(3)
        assert len(list(bookmarks.search("keeper"))) == 3
        with pytest.raises(StoreError, match="the file or its folder is read-only") as refusal:
            bookmarks.add(made_mark(3))
        assert "Allow writing there" in refusal.value.hint
        assert bookmarks.undo_title is not None
    assert_all_saved_as_before(open_folder)


@posix_only
def test_a_read_only_folder_is_a_sentence(open_folder):
    open_folder.parent.chmod(0o500)
    with without_rights(), pytest.raises(StoreError, match="cannot be used: it is read-only"):
        Bookmarks.open(open_folder)
    assert_all_saved_as_before(open_folder)


@posix_only
def test_a_file_that_may_not_be_read_is_a_sentence(open_folder):
    open_folder.chmod(0o000)
    with without_rights(), pytest.raises(StoreError, match="cannot be opened"):
        Bookmarks.open(open_folder)
    assert_all_saved_as_before(open_folder)


@posix_only
def test_a_folder_that_cannot_be_made_is_a_sentence(open_folder):
    with without_rights(), pytest.raises(StoreError, match="permission denied"):
        Bookmarks.open(open_folder.parent.parent / "other" / "bookmarks.db")


def assert_all_saved_as_before(path):
    if not os.geteuid():
        for each in (path.parent, *path.parent.iterdir()):
            os.chown(each, 0, 0)
    path.parent.chmod(0o700)
    path.chmod(0o600)
    with Bookmarks.open(path) as bookmarks:
        assert list(bookmarks.all_marks()) == made_marks(3)


# Other programs.


def test_two_processes_that_write_at_once(path, monkeypatch):
    be_patient(monkeypatch.setattr)
    writers = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.store.faults", str(path), str(COUNT)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    with Bookmarks.open(path) as bookmarks:
        bookmarks.apply([Put(mark) for mark in made_marks(200)[100:]])
        told = [json.loads(writer.communicate(timeout=PATIENCE)[0]) for writer in writers]
        assert bookmarks.has_changed_elsewhere()
        assert told == [[list(range(COUNT)), []]] * 2
        assert bookmarks.counts().total == COUNT + 100


def test_a_store_that_another_program_has_locked_is_a_sentence(bookmarks, path, monkeypatch):
    bookmarks.add(made_mark(1))
    bookmarks.close()
    monkeypatch.setattr(database, "PATIENCE", 50)
    monkeypatch.setattr(database, "PRAGMAS", ("busy_timeout = 50", *database.PRAGMAS[1:]))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match="another program is using them") as refusal:
        Bookmarks.open(path)
    assert "Close the other program" in refusal.value.hint
    other.close()
    Bookmarks.open(path).close()


def test_a_row_that_was_changed_behind_our_back_is_damage(bookmarks, path):
    bookmarks.apply([Put(mark) for mark in made_marks(3)])
    change_file(path, f"UPDATE marks SET note = 'Forged.' WHERE id = '{made_mark(1).id}'")
    with pytest.raises(DamagedStore, match="is damaged"):
        bookmarks.mark(made_mark(1).id)
    with pytest.raises(DamagedStore):
        list(bookmarks.all_marks())
    with pytest.raises(DamagedStore):
        bookmarks.change(made_mark(1, note="Anew."))
    assert bookmarks.mark(made_mark(2).id) == made_mark(2)


def test_text_that_is_no_text_is_damage(bookmarks, path):
    bookmarks.apply([Put(mark) for mark in made_marks(3)])
    change_file(path, "UPDATE marks SET note = CAST(X'FF00FE' AS TEXT)")
    with pytest.raises(DamagedStore):
        bookmarks.mark(made_mark(1).id)
    with pytest.raises(DamagedStore):
        bookmarks.check()


def test_a_forged_name_or_step_is_damage(bookmarks, path):
    bookmarks.name_colour(made_mark(1).colour, "money")
    change_file(path, "UPDATE colour_names SET name = 'honey'")
    with pytest.raises(DamagedStore):
        bookmarks.colour_names()
    change_file(path, "UPDATE history SET other = 'null', title = 'Forged'")
    with pytest.raises(DamagedStore):
        bookmarks.undo()


def test_a_search_index_that_differs_is_mended(bookmarks, path):
    bookmarks.apply([Put(mark) for mark in made_marks(3)])
    assert len(list(bookmarks.search("honey"))) == 2
    change_file(path, "INSERT INTO words (words) VALUES ('delete-all')")
    assert list(bookmarks.search("honey")) == []
    bookmarks.check()
    assert len(list(bookmarks.search("honey"))) == 2
