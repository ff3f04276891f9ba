from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.cable.comparison import Field, Kind, compare
from reader.cable.comparison.compare import find_edits
from reader.cable.comparison.words import words_of
from reader.intake import read_text_as_cable
from tests.cable.comparison.cables import TELEGRAM, version

words = st.lists(
    st.sampled_from(["The", "ferry", "pier", "XXXXXXXX", "1,540", "board's", "(C)", "—"]),
    max_size=40,
).map(" ".join)


def found(here, there):
    return [(each.kind, each.here, each.there) for each in compare(here, there).differences]


def test_the_same_cable_has_no_difference():
    comparison = compare(version(), version())
    assert comparison.differences == ()
    assert comparison.is_same_cable
    assert [row.field for row in comparison.rows if row.field][:3] == [
        Field.ID, Field.DATE, Field.ORIGINATOR,
    ]  # fmt: skip


def test_layout_is_no_difference():
    wrapped = TELEGRAM.replace("\nclerk", " clerk").replace("of it. End", "of it.\nEnd")
    broken = wrapped.replace(
        "Its keeper, who has\npolished",
        "Its keeper, who has\n\nREYKJAVIK 00009017  002 OF 002\n\n\npolished",
    )
    assert found(version(), read_text_as_cable(broken, "x")) == []


def test_a_redaction_is_told_from_a_change():
    there = version(("Gunnar Halldorsson", "XXXXXXXXXXXX"), ("waffles", "pancakes"))
    assert found(version(), there) == [
        (Kind.REDACTED_THERE, "Gunnar Halldorsson", "XXXXXXXXXXXX"),
        (Kind.CHANGED, "waffles", "pancakes"),
    ]
    assert [kind for kind, _, _ in found(there, version())] == [Kind.REDACTED_HERE, Kind.CHANGED]


def test_two_redactions_with_a_word_between_are_two():
    there = version(
        ("clerk Gunnar Halldorsson", "XXXXXXXXXXXX"), ("told us that", "told XXXXXXXX that")
    )
    assert [kind for kind, _, _ in found(version(), there)] == [Kind.REDACTED_THERE] * 2


def test_longer_and_shorter_redactions_are_the_same():
    left = version(("Gunnar Halldorsson", "XXXXXXXXXXXX"))
    right = version(("Gunnar Halldorsson", "[NAME REMOVED]"))
    assert found(left, right) == []


def test_a_whole_paragraph_that_was_removed_is_a_redaction():
    start, end = TELEGRAM.index("The lens"), TELEGRAM.index("3. (C)")
    removed = version((TELEGRAM[start:end], "XXXXXXXXXXXX\n\n"))
    [difference] = compare(version(), removed).differences
    assert difference.kind is Kind.REDACTED_THERE
    assert difference.here.startswith("The lens is")
    assert difference.there == "XXXXXXXXXXXX"
    [back] = compare(removed, version()).differences
    assert back.kind is Kind.REDACTED_HERE


def test_fields_are_compared_as_they_were_understood():
    there = version(
        ("TAGS: SCUL EWWT IC", "TAGS: SCUL, IC"),
        ("UNCLAS SECTION", "C O N F I D E N T I A L SECTION"),
        ("A MUSEUM ASKS FOR A LATER FERRY", "A museum asks for a later boat"),
    )
    comparison = compare(version(), there)
    fields = [comparison.rows[each.row].field for each in comparison.differences]
    assert fields == [Field.CLASSIFICATION, Field.TAGS, Field.SUBJECT]
    tags = comparison.differences[1]
    assert (tags.kind, tags.here, tags.there) == (Kind.ONLY_HERE, "EWWT", "")


def test_a_date_or_an_id_differs_as_a_whole():
    there = version(("171131Z", "171208Z"))
    assert found(version(), there) == [
        (Kind.CHANGED, "2009-06-17 11:31Z", "2009-06-17 12:08Z"),
    ]
    assert found(version(), version(("9017", "9018")))[0] == (
        Kind.CHANGED,
        "09REYKJAVIK9017",
        "09REYKJAVIK9018",
    )


def test_a_field_is_one_difference_however_many_words_differ():
    there = version(("A MUSEUM ASKS FOR A LATER FERRY", "THE MUSEUM ASKS FOR AN EARLIER FERRY"))
    [subject] = compare(version(), there).differences
    assert len(subject.marks) == 2


def test_a_marking_is_a_difference_a_number_is_none():
    assert found(version(), version(("3. (C)", "3. (SBU)"))) == [(Kind.CHANGED, "C", "SBU")]
    assert found(version(), version(("4. (SBU)", "5. (SBU)"))) == []


def test_a_paragraph_that_one_version_lacks():
    start, end = TELEGRAM.index("2. (SBU)"), TELEGRAM.index("3. (C)")
    shorter = version((TELEGRAM[start:end], ""))
    [difference] = compare(version(), shorter).differences
    assert difference.kind is Kind.ONLY_HERE
    assert difference.here.startswith("(SBU) The lens")
    [back] = compare(shorter, version()).differences
    assert (back.kind, back.there) == (Kind.ONLY_THERE, difference.here)


def test_a_paragraph_that_was_cut_in_two_is_the_same():
    there = version(("of its kind. Its keeper", "of its kind.\n\n3. (SBU) Its keeper"))
    comparison = compare(version(), there)
    [split] = [row for row in comparison.rows if len(row.items_there) == 2]
    assert len(split.items) == 1
    assert split.there[split.starts_there[1] :].startswith("(SBU) Its keeper")
    assert [(each.kind, each.there) for each in comparison.differences] == [
        (Kind.ONLY_THERE, "(SBU)")
    ]


def test_paragraphs_that_have_nothing_in_common_stand_alone():
    other = (
        ("The lens is the northernmost of its kind.", "Honey is sold on the quay."),
        ("Its keeper, who has\npolished it since 1961, would like to show it by night.", "Bees!"),
    )
    kinds = [kind for kind, _, _ in found(version(), version(*other))]
    assert kinds == [Kind.ONLY_HERE, Kind.ONLY_THERE]


def test_another_cable_is_compared_all_the_same():
    other = version(("9017", "9018"))
    comparison = compare(version(), other)
    assert not comparison.is_same_cable
    assert comparison.differences


def test_a_text_without_header_or_paragraphs():
    bare = read_text_as_cable("FM AMEMBASSY OSLO\nSUBJECT: HONEY\n", "x")
    assert compare(bare, bare).differences == ()
    assert {each.kind for each in compare(version(), bare).differences} <= {
        Kind.ONLY_HERE, Kind.CHANGED,
    }  # fmt: skip


def test_every_mark_lies_on_the_words_it_tells():
    there = version(("Gunnar Halldorsson", "XXXXXXXXXXXX"), ("by night", "by day and night"))
    comparison = compare(version(), there)
    for each in comparison.differences:
        row = comparison.rows[each.row]
        assert row.here[each.marks[0].start : each.marks[-1].end] == each.here
        assert row.there[each.marks[0].there_start : each.marks[-1].there_end] == each.there


@given(words, words)
def test_the_differences_make_one_text_of_the_other(here, there):
    ours, theirs = words_of(here), words_of(there)
    made = []
    place = 0
    for edit in find_edits(ours, theirs):
        made += ours.keys[place : edit.start]
        made += theirs.keys[edit.there_start : edit.there_end]
        place = edit.end
    assert (*made, *ours.keys[place:]) == theirs.keys


@given(words, words)
def test_what_stands_between_differences_is_the_same(here, there):
    ours, theirs = words_of(here), words_of(there)
    left = right = 0
    for edit in find_edits(ours, theirs):
        assert ours.keys[left : edit.start] == theirs.keys[right : edit.there_start]
        assert ours.keys[edit.start : edit.end] != theirs.keys[edit.there_start : edit.there_end]
        left, right = edit.end, edit.there_end
    assert ours.keys[left:] == theirs.keys[right:]
