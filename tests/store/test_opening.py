"""Opening the store: where it may be, who else has it open, and what was left of it."""

from __future__ import annotations

import os
import stat
import subprocess
import sys

import pytest

from reader.errors import StoreError
from reader.store import database, opening
from reader.store.bookmarks import Bookmarks
from reader.store.database import DamagedStore
from reader.store.marks import Put
from reader.store.opening import bookmarks_path
from tests.patience import PATIENCE
from tests.store.made_up import made_mark, made_marks

ADD_ONE = """
import sys
from pathlib import Path
from reader.store.bookmarks import Bookmarks
from tests.store.made_up import made_mark
from tests.store.patient import be_patient
be_patient()
with Bookmarks.open(Path(sys.argv[1])) as bookmarks:
    bookmarks.add(made_mark(int(sys.argv[2])))
"""


def test_the_store_is_among_the_users_data(private_home):
    assert bookmarks_path() == private_home / "cable-reader" / "data" / "bookmarks.db"


@pytest.mark.skipif(os.name != "posix", reason="the folders of a home folder")
def test_without_a_home_folder_there_is_a_sentence(private_home, monkeypatch):
    for name in ("CABLE_READER_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name)
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setenv("HOME", str(private_home / "gone"))
    with pytest.raises(StoreError, match="no home folder"):
        bookmarks_path()


@pytest.mark.parametrize("kind", ["link", "folder", "fifo"])
def test_only_a_regular_file_is_opened(path, kind, tmp_path):
    path.parent.mkdir()
    elsewhere = tmp_path / "elsewhere.db"
    elsewhere.write_bytes(b"")
    {
        "link": lambda: path.symlink_to(elsewhere),
        "folder": path.mkdir,
        "fifo": lambda: os.mkfifo(path),
    }[kind]()
    with pytest.raises(StoreError, match=r"The bookmarks are not opened: .*bookmarks\.db is "):
        Bookmarks.open(path)
    assert elsewhere.read_bytes() == b""


def test_a_link_that_leads_nowhere_is_not_followed(path, tmp_path):
    path.parent.mkdir()
    path.symlink_to(tmp_path / "nowhere.db")
    with pytest.raises(StoreError, match="a link"):
        Bookmarks.open(path)
    assert not (tmp_path / "nowhere.db").exists()


def test_the_store_of_another_user_is_not_opened(bookmarks, path, monkeypatch):
    bookmarks.close()
    monkeypatch.setattr(database.os, "geteuid", lambda: 12345)
    with pytest.raises(StoreError, match="belongs to another user"):
        Bookmarks.open(path)


def test_a_store_that_others_could_read_is_closed_to_them(bookmarks, path):
    bookmarks.close()
    path.chmod(0o644)
    Bookmarks.open(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_twenty_starts_at_once(path):
    path.parent.mkdir(mode=0o700)
    starts = [
        subprocess.Popen([sys.executable, "-c", ADD_ONE, str(path), str(number)])
        for number in range(20)
    ]
    assert [start.wait(PATIENCE) for start in starts] == [0] * 20
    with Bookmarks.open(path) as bookmarks:
        assert sorted(mark.id for mark in bookmarks.all_marks()) == sorted(
            mark.id for mark in made_marks(20)
        )
        bookmarks.check()


def test_while_another_window_recovers_there_is_a_sentence(bookmarks, path, monkeypatch):
    bookmarks.close()
    monkeypatch.setattr("reader.store.locks.PATIENCE", 50)
    lock = opening.StoreLock(path)
    assert lock.open_first()
    with pytest.raises(StoreError, match="another window is recovering"):
        Bookmarks.open(path)
    lock.release()
    Bookmarks.open(path).close()


def test_a_system_without_locks_is_no_obstacle(path, monkeypatch):
    import fcntl

    def no_locks(*_):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    with Bookmarks.open(path) as bookmarks, Bookmarks.open(path):
        bookmarks.add(made_mark(1))


def test_an_unclean_end_is_looked_into(bookmarks, path, tmp_path, monkeypatch):
    bookmarks.apply([Put(mark) for mark in made_marks(30)])
    left = tmp_path / "left" / "bookmarks.db"
    left.parent.mkdir()
    for suffix in ("", "-wal"):
        source = path.with_name(path.name + suffix)
        left.with_name(left.name + suffix).write_bytes(source.read_bytes())
    checked = []
    real = opening.check_store
    monkeypatch.setattr(opening, "SMALL", 0)
    monkeypatch.setattr(
        opening, "check_store", lambda *args, **how: (checked.append(args), real(*args, **how))
    )
    with Bookmarks.open(left) as again:
        assert list(again.all_marks()) == made_marks(30)
    assert len(checked) == 1
    Bookmarks.open(left).close()
    assert len(checked) == 1


def test_a_store_that_is_gone_is_not_begun_anew_without_a_word(bookmarks, path):
    bookmarks.add(made_mark(1))
    bookmarks.back_up()
    bookmarks.close()
    path.unlink()
    with pytest.raises(DamagedStore, match="is gone"):
        Bookmarks.open(path)
    path.touch()
    with pytest.raises(DamagedStore, match="is damaged"):
        Bookmarks.open(path)


def test_the_database_is_loaded_when_it_is_needed():
    probe = (
        "import sys, reader.store.bookmarks, reader.store.recovery, reader.store.group_commit\n"
        "sys.exit('sqlite3' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", probe], check=False).returncode == 0
