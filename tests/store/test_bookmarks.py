"""The store as the window uses it: marks are kept, changed, found, undone, and seen by others."""

from __future__ import annotations

import stat
from dataclasses import replace
from datetime import timedelta

import pytest

from reader.errors import StoreError
from reader.store import history
from reader.store.bookmarks import Bookmarks
from reader.store.edits import BETWEEN_NOTES, merge
from reader.store.marks import Colour, Delete, NameColour, Put, Status
from reader.store.writing import Group
from tests.store.made_up import made_mark, made_marks


def reopened(bookmarks: Bookmarks) -> Bookmarks:
    bookmarks.close()
    return Bookmarks.open(bookmarks.path)


def test_a_mark_is_there_after_a_restart(bookmarks):
    mark = made_mark(1)
    step = bookmarks.add(mark, "Add bookmark")
    assert (step.marks, step.gone, step.cables) == ((mark,), (), (mark.cable_id,))
    with reopened(bookmarks) as again:
        assert again.mark(mark.id) == mark
        assert again.notices == ()


def test_only_its_owner_can_read_the_store(bookmarks, path):
    bookmarks.add(made_mark())
    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}
    assert modes == dict.fromkeys(
        ("bookmarks.db", "bookmarks.db-shm", "bookmarks.db-wal", "bookmarks.db.lock"), 0o600
    )
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_after_closing_everything_is_in_one_file(bookmarks, path):
    bookmarks.add(made_mark())
    bookmarks.close()
    bookmarks.close()
    assert sorted(each.name for each in path.parent.iterdir()) == [
        "bookmarks.db",
        "bookmarks.db.lock",
    ]


def test_the_connection_is_set_up_as_it_must_be(bookmarks):
    def pragma(name):
        return bookmarks._store.read(lambda at: at.execute(f"PRAGMA {name}").fetchone()[0])

    assert pragma("journal_mode") == "wal"
    assert {name: pragma(name) for name in ("synchronous", "foreign_keys", "secure_delete")} == {
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
    }
    assert (pragma("temp_store"), pragma("trusted_schema"), pragma("cell_size_check")) == (2, 0, 1)
    assert (pragma("busy_timeout"), pragma("mmap_size")) == (5000, 0)


def test_the_marks_of_a_cable_come_in_the_order_of_its_text(bookmarks):
    marks = [made_mark(number, cable_id="09REYKJAVIK9001") for number in (5, 2, 9)]
    bookmarks.apply([Put(mark) for mark in (*marks, made_mark(4))])
    assert bookmarks.marks_of("09REYKJAVIK9001") == (marks[1], marks[0], marks[2])
    assert bookmarks.marks_of("09REYKJAVIK0000") == ()


def test_all_marks_are_read_a_page_at_a_time(bookmarks, monkeypatch):
    monkeypatch.setattr("reader.store.reading.PAGE", 4)
    marks = made_marks(10)
    bookmarks.apply([Put(mark) for mark in marks])
    reading = bookmarks.all_marks()
    assert [next(reading), *reading] == marks


def test_a_changed_mark_takes_the_place_of_the_old(bookmarks):
    mark = made_mark(2)
    bookmarks.add(mark)
    changed = replace(mark, note="The bell is back.", status=Status.USED, labels=("bell",))
    bookmarks.change(changed, mark)
    assert bookmarks.mark(mark.id) == changed
    assert list(bookmarks.all_marks()) == [changed]


def test_a_deleted_mark_is_gone(bookmarks):
    bookmarks.apply([Put(mark) for mark in made_marks(3)])
    step = bookmarks.delete([made_mark(1).id, "nobody"])
    assert step.gone == (made_mark(1).id,)
    assert list(bookmarks.all_marks()) == [made_mark(0), made_mark(2)]


def test_several_changes_are_one_step(bookmarks):
    bookmarks.apply([Put(mark) for mark in made_marks(2)], "Add two")
    bookmarks.apply(
        [Delete(made_mark(0).id), Put(made_mark(5)), NameColour(Colour.PINK, " people ")], "Tidy up"
    )
    assert bookmarks.colour_names() == {Colour.PINK: "people"}
    assert bookmarks.undo_title == "Tidy up"
    step = bookmarks.undo()
    assert step.has_names
    assert list(bookmarks.all_marks()) == made_marks(2)
    assert bookmarks.colour_names() == {}


def test_of_groups_the_one_that_cannot_be_kept_fails_alone(bookmarks):
    outcomes = bookmarks.apply_groups(
        [
            Group([Put(made_mark(0))], "Add"),
            Group([Put(made_mark(1)), Put(made_mark(2, note="x" * 1_000_001))], "Add two"),
            Group([NameColour(Colour.BLUE, "x" * 501)], "Name"),
            Group([Put(made_mark(3))], "Add"),
        ]
    )
    assert [isinstance(outcome, StoreError) for outcome in outcomes] == [False, True, True, False]
    assert list(bookmarks.all_marks()) == [made_mark(0), made_mark(3)]
    with pytest.raises(StoreError, match="note is too long"):
        bookmarks.add(made_mark(2, note="x" * 1_000_001))


def test_a_label_is_renamed_everywhere_or_taken_away(bookmarks):
    bookmarks.apply([Put(made_mark(0)), Put(made_mark(2)), Put(made_mark(7))])
    bookmarks.rename_label("honey", "prices")
    assert bookmarks.mark(made_mark(2).id).labels == ("prices",)
    assert bookmarks.counts().labels == {"ferries": 1, "prices": 2}
    bookmarks.rename_label("prices", "")
    assert bookmarks.counts().labels == {"ferries": 1}
    bookmarks.undo()
    bookmarks.undo()
    assert bookmarks.mark(made_mark(7).id) == made_mark(7)


def test_counts_and_cables(bookmarks):
    bookmarks.apply([Put(mark) for mark in made_marks(10)])
    counts = bookmarks.counts()
    assert counts.total == 10
    assert counts.kinds == {"bookmark": 5, "highlight": 5}
    assert counts.statuses[None] == 2
    assert counts.colours == {None: 5, "green": 3, "pink": 2}
    assert counts.labels == {"ferries": 2, "honey": 2, "prices": 2, "museum": 2}
    assert bookmarks.cables()[0] == ("09REYKJAVIK9000", "Lighthouses and what they cost, part 0", 2)


# Undo and redo.


def test_everything_is_undone_and_redone(bookmarks):
    mark = made_mark(1)
    states = [[]]
    for change in (
        lambda: bookmarks.add(mark, "Add"),
        lambda: bookmarks.change(replace(mark, note="Rung twice."), title="Note"),
        lambda: bookmarks.add(made_mark(2), "Add"),
        lambda: bookmarks.delete([mark.id], "Delete"),
    ):
        change()
        states.append(list(bookmarks.all_marks()))
    for state in reversed(states[:-1]):
        assert bookmarks.undo() is not None
        assert list(bookmarks.all_marks()) == state
    assert bookmarks.undo() is None
    assert bookmarks.undo_title is None
    for state in states[1:]:
        assert bookmarks.redo() is not None
        assert list(bookmarks.all_marks()) == state
    assert bookmarks.redo() is None
    assert bookmarks.redo_title is None
    assert bookmarks.undo_title == "Delete"


def test_undo_works_after_a_restart(bookmarks):
    bookmarks.add(made_mark(1), "Add bookmark")
    bookmarks.delete([made_mark(1).id], "Delete bookmark")
    with reopened(bookmarks) as again:
        assert again.undo().title == "Delete bookmark"
        assert again.redo_title == "Delete bookmark"
        assert again.mark(made_mark(1).id) == made_mark(1)


def test_something_new_ends_what_could_be_redone(bookmarks):
    for number in range(3):
        bookmarks.add(made_mark(number), f"Add {number}")
    bookmarks.undo()
    bookmarks.undo()
    bookmarks.add(made_mark(7), "Add 7")
    assert bookmarks.redo() is None
    assert [bookmarks.undo().title, bookmarks.undo().title] == ["Add 7", "Add 0"]


def test_the_oldest_steps_are_forgotten(bookmarks, monkeypatch):
    monkeypatch.setattr(history, "MOST_STEPS", 5)
    monkeypatch.setattr(history, "TRIMMED_EVERY", 2)
    bookmarks.apply_groups([Group([Put(mark)], "Add") for mark in made_marks(20)])
    steps = 0
    while bookmarks.undo():
        steps += 1
    assert 5 <= steps <= 7
    assert bookmarks.counts().total == 20 - steps


def test_a_mark_comes_back_in_its_place(bookmarks):
    bookmarks.apply([Put(mark) for mark in made_marks(5)])
    bookmarks.delete([made_mark(4).id, made_mark(1).id])
    bookmarks.undo()
    assert list(bookmarks.all_marks()) == made_marks(5)


@pytest.mark.parametrize("days", [2, -2, 4000])
def test_a_session_ends_after_a_day_whichever_way_the_clock_was_set(bookmarks, monkeypatch, days):
    bookmarks.add(made_mark(1))
    bookmarks.close()

    class Clock:
        @staticmethod
        def now(zone):
            return real.now(zone) + timedelta(days=days)

    from reader.store import opening

    real = opening.datetime
    monkeypatch.setattr(opening, "datetime", Clock)
    with Bookmarks.open(bookmarks.path) as again:
        assert again.undo() is None
        assert again.mark(made_mark(1).id) == made_mark(1)


@pytest.mark.parametrize("years", [-40, -1, 90])
def test_marks_and_order_do_not_depend_on_the_clock(bookmarks, years):
    early = made_mark(1)
    shifted = early.created.replace(year=early.created.year + years)
    odd = made_mark(2, created=shifted, changed=shifted)
    bookmarks.add(early)
    bookmarks.add(odd)
    bookmarks.change(replace(odd, note="Later, by whatever clock."), odd)
    assert [mark.id for mark in bookmarks.all_marks()] == [early.id, odd.id]
    bookmarks.undo()
    assert bookmarks.mark(odd.id) == odd


# Two windows.


def test_two_windows_see_each_others_changes(bookmarks, path):
    with Bookmarks.open(path) as other:
        assert not other.has_changed_elsewhere()
        bookmarks.add(made_mark(1), "Add here")
        assert other.has_changed_elsewhere()
        assert not other.has_changed_elsewhere()
        assert other.mark(made_mark(1).id) == made_mark(1)
        assert not bookmarks.has_changed_elsewhere()
        assert other.undo().title == "Add here"
        assert bookmarks.has_changed_elsewhere()
        assert list(bookmarks.all_marks()) == []


def test_a_step_of_another_window_right_after_a_commit_is_not_written_over(bookmarks, path):
    with Bookmarks.open(path) as other:
        store = bookmarks._store
        look, meanwhile = store.make_sure_of_file, [None, made_mark(2)]

        def look_and_let_the_other_write() -> None:
            look()
            mark = meanwhile.pop(0) if meanwhile else None
            if mark is not None:
                other.add(mark)

        store.make_sure_of_file = look_and_let_the_other_write
        bookmarks.add(made_mark(1))
        bookmarks.add(made_mark(3))
        assert list(bookmarks.all_marks()) == [made_mark(1), made_mark(2), made_mark(3)]
        assert all(bookmarks.undo() for _ in range(3))
        assert list(other.all_marks()) == []


def test_all_marks_are_counted_deleted_and_brought_back(bookmarks):
    marks = [made_mark(0), made_mark(1), made_mark(7, note="")]
    bookmarks.apply([Put(mark) for mark in marks])
    assert bookmarks.holdings() == (3, 2, 2)
    assert bookmarks.delete_all().gone == tuple(mark.id for mark in marks)
    assert bookmarks.holdings() == (0, 0, 0)
    assert bookmarks.undo().title == "Delete all marks"
    assert list(bookmarks.all_marks()) == marks


def test_an_edit_keeps_what_another_window_has_changed_meanwhile(bookmarks, path):
    base = made_mark(1)
    bookmarks.add(base)
    with Bookmarks.open(path) as other:
        other.change(replace(base, name="Bell", labels=("bell",)), base)
    bookmarks.change(replace(base, note="Cracked.", labels=("ferries", "sea")), base)
    assert bookmarks.mark(base.id) == replace(
        base, name="Bell", note="Cracked.", labels=("bell", "ferries", "sea")
    )


def test_an_edit_brings_back_a_mark_that_another_window_deleted(bookmarks, path):
    base = made_mark(1)
    bookmarks.add(base)
    with Bookmarks.open(path) as other:
        other.delete([base.id])
    edited = replace(base, note="Still wanted.")
    bookmarks.change(edited, base)
    assert bookmarks.mark(base.id) == edited


def test_of_two_notes_both_are_kept():
    base = made_mark(1, note="Old.")
    ours, theirs = replace(base, note="Ours."), replace(base, note="Theirs.", status=None)
    assert merge(ours, base, theirs) == replace(
        base, note=f"Ours.{BETWEEN_NOTES}Theirs.", status=None
    )
    assert merge(ours, base, replace(base, note="")).note == "Ours."
    assert merge(base, base, theirs) == theirs
    long = replace(base, note="x" * 999_999)
    assert merge(long, base, theirs).note == long.note


def test_of_labels_what_either_took_away_is_gone():
    base = made_mark(1, labels=("a", "b", "c"))
    ours, theirs = replace(base, labels=("a", "b", "d")), replace(base, labels=("b", "c", "e"))
    assert merge(ours, base, theirs).labels == ("b", "e", "d")


def test_what_changes_nothing_is_no_step(bookmarks):
    mark = made_mark(1)
    bookmarks.add(mark, "Add")
    step = bookmarks.change(replace(mark, changed=mark.changed + timedelta(days=1)))
    assert step.marks == (mark,)
    assert bookmarks.undo_title == "Add"
    assert bookmarks.delete(["nobody"]).gone == ()
    assert bookmarks.undo_title == "Add"


def test_what_changes_nothing_leaves_what_can_be_redone(bookmarks):
    bookmarks.add(made_mark(1), "Add")
    bookmarks.undo()
    bookmarks.delete(["nobody"])
    assert bookmarks.redo().marks == (made_mark(1),)


def test_where_a_cable_lies_now_is_no_step(bookmarks):
    first, other = made_mark(1, path="/inbox/a.txt"), made_mark(2, path="/inbox/b.txt")
    bookmarks.apply([Put(first), Put(other)], "Add")
    bookmarks.follow_path(first.cable_id, "/archive/a.txt")
    assert bookmarks.mark(first.id).path == "/archive/a.txt"
    assert bookmarks.mark(first.id).changed == first.changed
    assert bookmarks.mark(other.id) == other
    assert bookmarks.undo_title == "Add"
    bookmarks.check()
    bookmarks.undo()
    assert bookmarks.mark(first.id) is None
