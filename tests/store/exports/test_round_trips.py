"""What was exported comes back: the same marks, whatever stands in their fields."""

import json
from dataclasses import fields, replace

import pytest

from reader.errors import ReaderError
from reader.store.anchors import Anchor
from reader.store.bookmarks import Bookmarks
from reader.store.exports import FORMS, form_of, plan_import, read_marks, write_marks
from reader.store.marks import Mark, Put, tidy_labels
from reader.store.rows import kept
from tests.hostile import hostile_values
from tests.store.exports.marks import NAMES, mark, shelf

WHOLE = ("json", "w3c")
WITHOUT_PATHS = ("csv", "spreadsheet", "markdown")
HOSTILE = hostile_values()


def written(name, marks, names=NAMES):
    return b"".join(write_marks(form_of("", name), marks, names))


def brought_back(name, marks):
    bundle = read_marks(written(name, marks), form_of("", name))
    assert bundle.remarks == ()
    return sorted(bundle.marks, key=lambda each: each.id)


def hostile_marks(field):
    """A mark for each hostile value, in one field."""
    marks = []
    for number, value in enumerate(HOSTILE, 1):
        each = mark(number)
        if field in {item.name for item in fields(Anchor)}:
            anchor = replace(each.anchor, **{field: value})
            marks.append(replace(each, anchor=anchor))
        elif field == "labels":
            marks.append(replace(each, labels=tidy_labels((value[:100], "second"))))
        else:
            marks.append(replace(each, **{field: value}))
    return marks


def test_there_are_three_hundred_hostile_values():
    assert len(set(HOSTILE)) >= 300


@pytest.mark.parametrize("name", WHOLE)
def test_marks_and_names_come_back_whole(name):
    bundle = read_marks(written(name, shelf()))
    assert list(bundle.marks) == shelf()
    assert bundle.colour_names == NAMES
    assert bundle.remarks == ()


@pytest.mark.parametrize("name", WITHOUT_PATHS)
def test_tables_and_pages_leave_out_the_path_alone(name):
    bundle = read_marks(written(name, shelf()))
    assert sorted(bundle.marks, key=lambda each: each.id) == [
        replace(each, path="") for each in shelf()
    ]


@pytest.mark.parametrize("field", ["name", "note", "labels", "title", "exact", "prefix", "suffix"])
@pytest.mark.parametrize("name", [*WHOLE, *WITHOUT_PATHS])
def test_hostile_values_come_back_as_the_same_fields(name, field):
    marks = [replace(each, path="") for each in hostile_marks(field)]
    assert brought_back(name, marks) == marks


@pytest.mark.parametrize("name", [*WHOLE, "csv", "markdown"])
def test_hostile_ids_of_cables_come_back(name):
    marks = [
        replace(mark(number, cable_id=value[:150]), path="")
        for number, value in enumerate(HOSTILE, 1)
        if value.strip("\r")
    ]
    found = brought_back(name, marks)
    assert [each.cable_id for each in found] == [each.cable_id for each in marks]


@pytest.mark.parametrize("name", WHOLE)
def test_the_store_comes_back(name, tmp_path):
    with Bookmarks.open(tmp_path / "one.db") as one, Bookmarks.open(tmp_path / "two.db") as two:
        hostile = hostile_marks("note")
        one.apply([Put(each) for each in (*shelf(), *hostile[10:])])
        for colour, words in NAMES.items():
            one.name_colour(colour, words)
        content = b"".join(write_marks(form_of("", name), one.all_marks(), one.colour_names()))
        plan = plan_import(read_marks(content), two.all_marks(), two.colour_names())
        two.apply(plan.changes(), "Import marks")
        assert list(two.all_marks()) == list(one.all_marks())
        assert two.colour_names() == one.colour_names()
        again = plan_import(read_marks(content), two.all_marks(), two.colour_names())
        assert again.changes() == ()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_nothing_is_written_as_nothing(form):
    content = b"".join(write_marks(form, [], {}))
    if form.read is not None:
        assert read_marks(content, form).marks == ()


@pytest.mark.parametrize("form", [each for each in FORMS if each.read], ids=lambda form: form.name)
@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[1]", b"null", b'{"marks": 3}', b"[" * 90_000, b"1" * 9_000, b"\xff\xfe",
     b"<html>", b'"a","b"\r\n"', b"id;x\n1;2", b"# Marks\n<!-- mark {} -->", b"x" * 100_000],
)  # fmt: skip
def test_whatever_is_no_marks_is_told_in_a_sentence(form, content):
    try:
        bundle = read_marks(content, form)
    except ReaderError as error:
        assert error.message.endswith(".")
        assert error.hint
    else:
        assert bundle.marks == ()


def test_a_newer_schema_is_refused():
    with pytest.raises(ReaderError, match="newer Cable Reader"):
        read_marks(b'{"schema": "cable-reader-marks/2", "marks": []}')


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"kind": "stain"}, "its kind is none of"),
        ({"kind": []}, "its kind is none of"),
        ({"labels": "x"}, "its labels are no list"),
        ({"note": 3}, "its note is no text"),
        ({"created": "noon"}, "its time of being created"),
        ({"created": "0001-01-01T00:00:00+14:00"}, "its time of being created"),
        ({"cable_id": "", "canonical_id": None}, "which cable"),
        ({"name": "x" * 501}, "This name is too long"),
        ({"anchor": {"ordinal": -1}}, "its ordinal is no number"),
        ({"anchor": {"ordinal": 1e300}}, "its ordinal is no number"),
        ({"anchor": {"ordinal": True}}, "its ordinal is no number"),
        ({"anchor": {"end": 10**30}}, "its end is no number"),
    ],
)
def test_a_mark_that_makes_no_sense_is_left_out_and_told(change, reason):
    file = json.loads(written("json", shelf()))
    file["marks"][1] |= change
    bundle = read_marks(json.dumps(file).encode())
    assert len(bundle.marks) == len(shelf()) - 1
    [remark] = bundle.remarks
    assert remark.startswith("Mark 2 of the file was left out:")
    assert reason in remark


def test_a_mark_without_an_id_is_the_same_each_time_it_is_read():
    table = b"canonical_id,exact,number\r\n09 OSLO 9004,the pier,4\r\n09 OSLO 9004,the lamp,4\r\n"
    [pier, lamp] = read_marks(table).marks
    assert (pier, lamp) == read_marks(table).marks
    assert pier.id != lamp.id
    assert (pier.cable_id, pier.anchor.number, pier.anchor.exact) == ("09OSLO9004", 4, "the pier")


def test_lone_surrogates_give_way():
    content = written("json", [mark(1, note="a\ud800b")])
    assert isinstance(read_marks(content).marks[0], Mark)
    assert read_marks(content).marks[0].note == kept("a\ud800b")


def test_a_form_is_known_by_name_or_ending():
    assert form_of("marks.JSONLD").name == "w3c"
    assert form_of("marks.csv", "spreadsheet").name == "spreadsheet"
    with pytest.raises(ReaderError, match="not clear"):
        form_of("marks")
    with pytest.raises(ReaderError, match="no form pdf"):
        form_of("marks.json", "pdf")
