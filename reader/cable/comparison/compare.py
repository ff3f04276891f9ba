"""Comparing two versions of a cable: fields first, then the body, paragraph by paragraph.

What the grammar leaves out of a paragraph makes no difference: where lines and pages end, what a
carrier added. The printed number of a paragraph makes none either, since it moves with whatever
stands before; its marking does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from reader.cable.comparison.alignment import align
from reader.cable.comparison.differences import Comparison, Difference, Field, Kind, Mark, Row
from reader.cable.comparison.fields import field_texts
from reader.cable.comparison.pairing import Group, Item, pair
from reader.cable.comparison.words import REDACTED, Words, words_of
from reader.cable.model import Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cable.model import Cable, Paragraph

ONE_VALUE: Final = (Field.ID, Field.DATE, Field.CLASSIFICATION)
"""Fields that differ as a whole: half of a date tells nothing."""
BETWEEN: Final = "\n\n"
"""Stands between the paragraphs of one row."""


class Edit(NamedTuple):
    """Words that differ, as half-open ranges of both texts' words."""

    start: int
    end: int
    there_start: int
    there_end: int
    redacted: Kind | None
    """Which side has a redaction where the other has none, if one has."""

    @property
    def size(self) -> int:
        """How many words differ."""
        return max(self.end - self.start, self.there_end - self.there_start)


def compare(here: Cable, there: Cable) -> Comparison:
    """The rows of two versions of a cable, and where they differ."""
    rows: list[Row] = []
    differences: list[Difference] = []
    theirs = field_texts(there)
    for field, text in field_texts(here).items():
        if text or theirs[field]:
            row = Row(field, text, theirs[field])
            difference = _field_difference(row, len(rows))
            differences += [difference] if difference else []
            rows.append(row)
    left, right = _Body(here), _Body(there)
    for group in pair(left.items, right.items):
        row, found = _compare_group(left, right, group, len(rows))
        rows.append(row)
        differences += found
    return Comparison(here, there, tuple(rows), tuple(differences))


class _Body:
    """The items of a body with their texts and words."""

    def __init__(self, cable: Cable) -> None:
        self.texts = [item_text(item) for item in cable.body]
        self.words = [words_of(text) for text in self.texts]
        self.items = [
            Item(None if isinstance(item, Heading) else item.number, words.keys)
            for item, words in zip(cable.body, self.words, strict=True)
        ]

    def join(self, places: range) -> tuple[str, Words, tuple[int, ...]]:
        """The text of some items, its words, and where each item begins in it."""
        if len(places) == 1:
            return self.texts[places.start], self.words[places.start], (0,)
        text = BETWEEN.join(self.texts[place] for place in places)
        starts: list[int] = []
        here = 0
        for place in places:
            starts.append(here)
            here += len(self.texts[place]) + len(BETWEEN)
        return text, words_of(text), tuple(starts)


def item_text(item: Heading | Paragraph) -> str:
    """The text of a heading or paragraph, after its marking if it has one: `(SBU) The boat...`."""
    return f"({item.marking}) {item.text}" if item.marking else item.text


def _compare_group(
    left: _Body, right: _Body, group: Group, number: int
) -> tuple[Row, list[Difference]]:
    here, ours, starts = left.join(group.here)
    there, theirs, starts_there = right.join(group.there)
    row = Row(None, here, there, tuple(group.here), tuple(group.there), starts, starts_there)
    if ours.keys == theirs.keys:
        return row, []
    edits = find_edits(ours, theirs)
    return row, [_difference(row, number, ours, theirs, [edit]) for edit in edits]


def _field_difference(row: Row, number: int) -> Difference | None:
    ours, theirs = words_of(row.here), words_of(row.there)
    edits = find_edits(ours, theirs)
    if edits and row.field in ONE_VALUE:
        edits = [Edit(0, len(ours.keys), 0, len(theirs.keys), None)]
    return _difference(row, number, ours, theirs, edits) if edits else None


def find_edits(ours: Words, theirs: Words) -> list[Edit]:
    """What must be done to our words to have theirs, in order."""
    edits: list[Edit] = []
    left = right = 0
    end = (len(ours.keys), len(theirs.keys), 0)
    for here, there, length in (*align(ours.keys, theirs.keys), end):
        if here > left or there > right:
            redacted = _redacted_side(ours.keys[left:here], theirs.keys[right:there])
            _add_edit(edits, Edit(left, here, right, there, redacted))
        left, right = here + length, there + length
    return edits


def _add_edit(edits: list[Edit], edit: Edit) -> None:
    """Add an edit; a few words that two long ones have between them are no common ones.

    Beside a redaction they are, since each of those took something away.
    """
    while edits and edit.redacted is None and edits[-1].redacted is None:
        before = edits[-1]
        if 2 * (edit.start - before.end) > min(before.size, edit.size):
            break
        edit = Edit(before.start, edit.end, before.there_start, edit.there_end, None)
        edits.pop()
    edits.append(edit)


def _redacted_side(ours: Sequence[str], theirs: Sequence[str]) -> Kind | None:
    here, there = REDACTED in ours, REDACTED in theirs
    if here == there:
        return None
    return Kind.REDACTED_HERE if here else Kind.REDACTED_THERE


def _difference(
    row: Row, number: int, ours: Words, theirs: Words, edits: Sequence[Edit]
) -> Difference:
    marks = tuple(
        Mark(
            *_characters(ours, edit.start, edit.end, len(row.here)),
            *_characters(theirs, edit.there_start, edit.there_end, len(row.there)),
        )
        for edit in edits
    )
    here = row.here[marks[0].start : marks[-1].end]
    there = row.there[marks[0].there_start : marks[-1].there_end]
    return Difference(_kind(edits), number, marks, here, there)


def _kind(edits: Sequence[Edit]) -> Kind:
    redacted = edits[0].redacted
    if redacted is not None and all(edit.redacted is redacted for edit in edits):
        return redacted
    if all(edit.there_start == edit.there_end for edit in edits):
        return Kind.ONLY_HERE
    if all(edit.start == edit.end for edit in edits):
        return Kind.ONLY_THERE
    return Kind.CHANGED


def _characters(words: Words, start: int, end: int, length: int) -> tuple[int, int]:
    """Where some words stand in their text; of no words, where they would stand."""
    if start < end:
        return words.starts[start], words.ends[end - 1]
    place = words.starts[start] if start < len(words.keys) else length
    return place, place
