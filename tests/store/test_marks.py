"""What a mark is, and which cable it belongs to."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.cable.model import Header
from reader.errors import StoreError
from reader.store.anchors import make_anchor
from reader.store.marks import (
    LONGEST_NOTE,
    MOST_LABELS,
    Colour,
    MarkKind,
    cable_key,
    changed_mark,
    check_mark,
    new_mark,
    text_key,
    tidy_labels,
)
from tests.desktop.panels.cables import cable
from tests.store.made_up import made_mark

PIER = "The pier is short."
LAMP = "The lamp burned at noon, and nobody wrote it down."


def test_a_new_mark_knows_its_cable_and_its_time():
    sample_cable = cable(PIER, LAMP)._replace(header=Header(subject="LAMPS AT NOON"))
    before = datetime.now(UTC)
    mark = new_mark(
        MarkKind.HIGHLIGHT, make_anchor(sample_cable, 1, 0, 9), sample_cable, colour=Colour.GREEN
    )
    assert mark.cable_id == sample_cable.canonical_id
    assert mark.title == "LAMPS AT NOON"
    assert mark.path == sample_cable.source.path
    assert before <= mark.created == mark.changed <= datetime.now(UTC)
    assert len(bytes.fromhex(mark.id)) == 16


def test_two_marks_never_have_the_same_id():
    sample_cable = cable(PIER)
    anchor = make_anchor(sample_cable, 0)
    marks = {new_mark(MarkKind.BOOKMARK, anchor, sample_cable).id for _ in range(100)}
    assert len(marks) == 100


def test_a_changed_mark_is_changed_now():
    mark = made_mark(3)
    changed = changed_mark(mark, name="Bell")
    assert (changed.name, changed.id, changed.created) == ("Bell", mark.id, mark.created)
    assert changed.changed > mark.changed


def test_a_cable_without_an_id_is_known_by_its_words():
    nameless = cable(PIER, LAMP)._replace(canonical_id=None)
    assert cable_key(nameless).startswith("text:")
    elsewhere = cable(PIER.upper(), LAMP.replace(" and", "\nand"))._replace(canonical_id=None)
    assert cable_key(elsewhere) == cable_key(nameless)
    other = cable(PIER, LAMP.replace("noon", "dusk"))._replace(canonical_id=None)
    assert cable_key(other) != cable_key(nameless)


def test_the_key_of_a_text_forgives_case_punctuation_and_ligatures():
    assert text_key("The oﬃce, at Noon.") == text_key("THE OFFICE\nat noon")
    assert text_key("") != text_key("a")


def test_what_comes_after_the_first_letters_does_not_change_the_key():
    start = "lamp " * 1000
    assert text_key(start + "Posted by the museum.") == text_key(start)


def test_a_note_of_a_megabyte_is_kept_and_a_longer_one_refused():
    check_mark(made_mark(note="x" * LONGEST_NOTE))
    with pytest.raises(StoreError, match="too long to be kept: 1,000,002 bytes"):
        check_mark(made_mark(note="é" * (LONGEST_NOTE // 2 + 1)))


def test_names_and_labels_have_their_limits():
    with pytest.raises(StoreError, match="This name is too long"):
        check_mark(made_mark(name="x" * 501))
    with pytest.raises(StoreError, match="labels at most"):
        check_mark(made_mark(labels=("x" * 101,)))
    with pytest.raises(StoreError, match="labels at most"):
        check_mark(made_mark(labels=tuple(map(str, range(MOST_LABELS + 1)))))


def test_labels_are_tidied():
    assert tidy_labels(("  two\n words ", "honey", "", "honey")) == ("two words", "honey")
