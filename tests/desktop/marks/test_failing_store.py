"""Each sentence of a store that fails stands in a banner, and the cable can still be read."""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import replace

import pytest

from reader.store import backups, care, database, recovery
from reader.store.bookmarks import Bookmarks
from reader.store.locks import StoreLock
from reader.store.opening import bookmarks_path
from tests.conftest import SAMPLE_ID
from tests.desktop.conftest import click_banner, press, sentences, settle, stop
from tests.store.made_up import made_mark

MOVE_IT = "Move it away, and open the window again. Cables can be read all the same."
RECOVER = "Recover the bookmarks: all that is readable is saved, and the file itself is kept."
NO_SPACE = OSError(28, "No space left on device")


def keep_one(with_backup=False):
    """A store with a mark in it, closed."""
    with closing(Bookmarks.open(bookmarks_path())) as bookmarks:
        bookmarks.add(made_mark(1))
        if with_backup:
            bookmarks.back_up(only_if_due=False)


def damage():
    keep_one()
    content = bookmarks_path().read_bytes()
    bookmarks_path().write_bytes(bytes(100) + content[100:])


def lose():
    keep_one(with_backup=True)
    bookmarks_path().unlink()


def empty():
    lose()
    bookmarks_path().touch()


def cut_a_recovery_short():
    keep_one()
    recovery.note_of_recovery(bookmarks_path()).write_bytes(b"bookmarks.damaged-1.db")


# What stands in the place of the bookmarks when the window opens, and what is said of it.
FOUND = {
    "link": (
        lambda: bookmarks_path().symlink_to("elsewhere.db"),
        f"The bookmarks are not opened: {{path}} is a link. {MOVE_IT}",
    ),
    "pipe": (
        lambda: os.mkfifo(bookmarks_path()),
        f"The bookmarks are not opened: {{path}} is no regular file. {MOVE_IT}",
    ),
    "folder": (
        lambda: bookmarks_path().mkdir(),
        f"The bookmarks are not opened: {{path}} is no regular file. {MOVE_IT}",
    ),
    "no database": (
        lambda: bookmarks_path().write_text("Dear keeper, " * 999),
        f"The file of your bookmarks is damaged: {{path}}. {RECOVER}",
    ),
    "first page": (damage, f"The file of your bookmarks is damaged: {{path}}. {RECOVER}"),
    "gone": (
        lose,
        "The file of your bookmarks is gone: {path}. Put it back, or recover the bookmarks from "
        "what was kept beside it.",
    ),
    "empty": (empty, f"The file of your bookmarks is damaged: {{path}}. {RECOVER}"),
    "recovery": (
        cut_a_recovery_short,
        f"The file of your bookmarks is damaged: {{path}}. {RECOVER}",
    ),
}


def assert_reading_goes_on(desktop):
    assert desktop.session.cable.canonical_id == SAMPLE_ID
    press(desktop.window.body.focusProxy(), "N")
    assert desktop.session.ordinal == 1


@pytest.fixture(autouse=True)
def folder(private_home):
    bookmarks_path().parent.mkdir(mode=0o700, parents=True)


@pytest.mark.parametrize(("make", "said"), FOUND.values(), ids=FOUND)
def test_what_stands_in_the_place_of_the_bookmarks_is_told(make, said, start, sample_path):
    make()
    desktop = start(sample_path)
    assert sentences(desktop) == [said.format(path=bookmarks_path())]
    assert_reading_goes_on(desktop)


@pytest.mark.parametrize("make", [damage, lose, empty, cut_a_recovery_short])
def test_what_can_be_recovered_is_by_a_button(make, start, sample_path, qtbot):
    make()
    desktop = start(sample_path)
    click_banner(desktop, "Recover", qtbot)
    [said] = sentences(desktop)
    assert "1 bookmark was " in said
    stop(desktop)
    with closing(Bookmarks.open(bookmarks_path())) as bookmarks:
        assert list(bookmarks.all_marks()) == [made_mark(1)]


def test_the_bookmarks_of_another_user_are_told(start, sample_path, monkeypatch):
    keep_one()
    user = os.geteuid()
    monkeypatch.setattr(database.os, "geteuid", lambda: user + 1)
    desktop = start(sample_path)
    monkeypatch.undo()
    assert any("belongs to another user" in said for said in sentences(desktop))
    assert_reading_goes_on(desktop)


def test_a_window_that_recovers_is_told_to_another(start, sample_path, monkeypatch):
    monkeypatch.setattr("reader.store.locks.PATIENCE", 50)
    lock = StoreLock(bookmarks_path())
    assert lock.open_first()
    desktop = start(sample_path)
    lock.release()
    assert sentences(desktop) == [
        "The bookmarks are in use: another window is recovering or checking them. "
        "Wait until it is done, and open this window again."
    ]
    assert_reading_goes_on(desktop)


@pytest.mark.parametrize(
    ("obstacle", "said"),
    [
        ("open elsewhere", "The bookmarks cannot be recovered while another window has them open."),
        ("no room", "The bookmarks could not be recovered: no space left on device."),
        ("too many", "There are too many damaged files of bookmarks to keep one more."),
    ],
)
def test_a_recovery_that_cannot_be_is_told_and_can_be_tried_again(  # noqa: PLR0917
    obstacle, said, start, sample_path, qtbot, monkeypatch
):
    damage()
    desktop = start(sample_path)
    lock = StoreLock(bookmarks_path()) if obstacle == "open elsewhere" else None
    if lock is not None:
        assert lock.open_first()
    elif obstacle == "no room":
        monkeypatch.setattr(recovery, "write_private", fail_with(NO_SPACE))
    else:
        monkeypatch.setattr(recovery, "MOST_ASIDE", 0)
    before = bookmarks_path().read_bytes()
    click_banner(desktop, "Recover", qtbot)
    [told] = sentences(desktop)
    assert told.startswith(said)
    assert bookmarks_path().read_bytes() == before
    assert_reading_goes_on(desktop)
    if lock is not None:
        lock.release()
    monkeypatch.undo()


class Disk:
    """The module `os`, but for what is given."""

    def __init__(self, **instead):
        vars(self).update(vars(os), **instead)


def fail_with(error):
    def fail(*_, **__):
        raise error

    return fail


@pytest.mark.parametrize("obstacle", ["no room", "too many"])
def test_a_rescue_that_cannot_be_is_told_and_loses_nothing(
    obstacle, desktop, qtbot, monkeypatch, private_home
):
    desktop.session.marking.toggle(6)
    settle(desktop, qtbot)
    bookmarks_path().unlink()
    desktop.session.marking.toggle(0)
    settle(desktop, qtbot)
    with monkeypatch.context() as patch:
        if obstacle == "no room":
            # For the copies alone: settings and patterns are written at their own time.
            patch.setattr(backups, "os", Disk(fsync=fail_with(NO_SPACE)))
        else:
            patch.setattr(care, "MOST_RESCUED", 0)
        click_banner(desktop, "Rescue", qtbot)
    [said] = sentences(desktop)
    assert said.startswith(
        "The bookmarks could not be copied: no space left on device."
        if obstacle == "no room"
        else "There are too many rescued files of bookmarks to write one more."
    )
    # The store is still open, and what was saved can be rescued as soon as there is room.
    desktop.session.marking.toggle(0)
    settle(desktop, qtbot)
    click_banner(desktop, "Rescue", qtbot)
    assert sentences(desktop)[0].startswith("All bookmarks that were saved are there again, from ")
    assert [placed.ordinal for placed in desktop.session.marking.standing.placed] == [6]


def test_a_daily_copy_that_cannot_be_made_is_told(start, sample_path):
    keep_one()
    (bookmarks_path().parent / "backups").write_text("no folder")
    desktop = start(sample_path)
    [said] = sentences(desktop)
    assert str(bookmarks_path().parent / "backups") in said
    assert_reading_goes_on(desktop)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"note": "x" * 1_048_577}, "This note is too long to be kept: "),
        ({"name": "x" * 2_000_000}, "This name is too long to be kept: "),
        ({"labels": tuple(map(str, range(5_000)))}, "A mark has "),
    ],
    ids=["note", "name", "labels"],
)
def test_more_than_a_mark_may_hold_is_told_and_the_mark_stays(fields, said, desktop, qtbot):
    desktop.session.marking.toggle(6)
    settle(desktop, qtbot)
    [placed] = desktop.session.marking.standing.placed
    desktop.session.marking.keep(replace(placed.mark, **fields), placed.mark)
    settle(desktop, qtbot)
    [told] = sentences(desktop)
    assert told.startswith(said)
    assert desktop.session.marking.standing.placed[0].mark == placed.mark
