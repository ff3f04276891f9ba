"""Importing says first what it will do, takes nothing twice, and loses no note."""

from dataclasses import replace
from datetime import timedelta

from reader.store.bookmarks import Bookmarks
from reader.store.exports import Choice, plan_import
from reader.store.exports.fields import Bundle
from reader.store.marks import Colour, NameColour, Put, Status
from tests.store.exports.marks import NAMES, NOON, mark


def bundle(*marks, names=None):
    return Bundle(marks, names or {}, ())


def later(old, **fields):
    return replace(old, changed=old.changed + timedelta(hours=1), **fields)


def test_what_is_not_here_is_new():
    other = mark(2, name="lamp")
    plan = plan_import(bundle(mark(1), other), [mark(1)])
    assert (plan.new, plan.same) == ((other,), 1)
    assert plan.changes() == (Put(other),)
    assert plan.message() == "Marks of this file: 1 new, 1 already here."


def test_a_file_without_marks_says_so():
    assert plan_import(bundle(), [mark(1)]).message() == "There are no marks in this file."


def test_the_later_version_of_the_file_takes_the_place_of_the_stored_one():
    old, new = mark(1, note="One."), later(mark(1, path=""), note="Two.")
    plan = plan_import(bundle(new), [old])
    [put] = plan.changes()
    assert (put.mark.note, put.mark.path, put.base) == ("Two.", old.path, old)
    assert plan.message() == "Marks of this file: 1 changed."


def test_a_page_that_was_edited_counts_as_later():
    plan = plan_import(bundle(mark(1, note="Two.")), [mark(1, note="One.")])
    assert len(plan.changed) == 1


def test_an_earlier_version_that_adds_nothing_is_the_same():
    old = later(mark(1), note="One.\n\nTwo.", labels=("a", "b"))
    assert plan_import(bundle(mark(1, note="Two.", labels=("a",))), [old]).same == 1


def test_where_both_sides_have_changed_both_notes_are_kept():
    old = later(mark(1), note="Mine.", labels=("a",), status=Status.USED)
    theirs = mark(1, note="Theirs.", labels=("b",), status=Status.RELEVANT)
    plan = plan_import(bundle(theirs), [old])
    [put] = plan.changes()
    assert put.mark.note == "Mine.\n\n---\n\nTheirs."
    assert (put.mark.labels, put.mark.status) == (("a", "b"), Status.USED)
    assert plan.changes(Choice.STORE) == ()
    [put] = plan.changes(Choice.FILE)
    assert (put.mark.note, put.mark.status) == ("Theirs.", Status.RELEVANT)


def test_what_was_imported_once_changes_nothing_when_imported_again(tmp_path):
    with Bookmarks.open(tmp_path / "marks.db") as store:
        store.apply([Put(later(mark(1), note="Mine.")), Put(mark(2))])
        file = bundle(
            mark(1, note="Theirs."), later(mark(2), note="x"), mark(3, name="y"), names=NAMES
        )
        plan = plan_import(file, store.all_marks(), store.colour_names())
        assert (len(plan.new), len(plan.changed), len(plan.conflicts)) == (1, 1, 1)
        store.apply(plan.changes(), "Import marks")
        again = plan_import(file, store.all_marks(), store.colour_names())
        assert again.changes() == ()
        assert again.same == 3
        store.undo()
        assert [each.note for each in store.all_marks()] == ["Mine.", ""]


def test_a_copy_under_another_id_is_not_taken_twice():
    copy = replace(mark(1), id=mark(9).id, path="", created=NOON)
    plan = plan_import(bundle(copy), [mark(1)])
    assert (plan.new, plan.same) == ((), 1)


def test_two_marks_of_one_place_in_the_file_are_both_taken():
    assert len(plan_import(bundle(mark(1), mark(2)), []).new) == 2


def test_a_mark_that_stands_twice_in_the_file_is_taken_once_as_it_was_last():
    plan = plan_import(bundle(later(mark(1), note="x"), mark(1)), [])
    assert [each.note for each in plan.new] == ["x"]
    assert plan.same == 1


def test_names_of_colours_are_taken_where_there_is_none():
    plan = plan_import(bundle(names=NAMES), [], {Colour.PINK: "mine"})
    assert plan.changes() == (NameColour(Colour.YELLOW, "to quote"),)


def test_remarks_are_counted():
    plan = plan_import(Bundle((), {}, ("Mark 1 of the file was left out: x.",)), [])
    assert plan.message() == "Marks of this file: 1 left out."
