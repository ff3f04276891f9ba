"""Which paragraphs of two versions belong together.

Those with the same words are found first. Between them, paragraphs are paired by how many words
they share, their printed number counting a little; in a stretch with too many for that, by their
numbers alone. What is left beside a pair and holds what the pair lacks was split or joined, and
belongs to it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.cable.comparison.alignment import align
from reader.cable.comparison.words import REDACTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LIKE: Final = 0.4
"""The share of their words that paragraphs must have in common to belong together."""
SAME_NUMBER: Final = 0.15
"""What the same printed number is worth."""
MOST_PAIRS: Final = 900
"""Paragraphs of a stretch times those of the other that are all held against each other."""
MOST_WORDS: Final = 600
"""Words of a paragraph that are looked at for that."""


WEIGHTY: Final = 4
"""Letters of a word that tells what a paragraph is about."""
FEW_LEFT: Final = 2
"""Weighty words that may be left of a paragraph which was removed."""


class Item(NamedTuple):
    """A heading or paragraph of a body."""

    number: int | None
    """The printed number."""
    words: tuple[str, ...]
    """As they are compared, its marking included."""


class Group(NamedTuple):
    """Items of both versions that belong together, as half-open ranges; one may be empty."""

    here: range
    there: range


def pair(here: Sequence[Item], there: Sequence[Item]) -> list[Group]:
    """Every item of both, in groups that belong together, in the order of both."""
    groups: list[Group] = []
    left = right = 0
    same = align([item.words for item in here], [item.words for item in there])
    for ours, theirs, length in (*same, (len(here), len(there), 0)):
        gap = Group(range(left, ours), range(right, theirs))
        groups += _pair_unlike(here, there, gap)
        for step in range(length):
            groups.append(_one(ours + step, theirs + step))
        left, right = ours + length, theirs + length
    return groups


def _one(left: int, right: int) -> Group:
    return Group(range(left, left + 1), range(right, right + 1))


def _pair_unlike(here: Sequence[Item], there: Sequence[Item], gap: Group) -> Iterator[Group]:
    """The groups of a stretch in which no item is the same on both sides."""
    if len(gap.here) * len(gap.there) <= MOST_PAIRS:
        pairs = _pairs_by_words(here, there, gap)
    else:
        pairs = _pairs_by_number(here, there, gap)
    left, right = gap.here.start, gap.there.start
    groups: list[Group] = []
    for ours, theirs in pairs:
        groups += _alone(range(left, ours), range(right, theirs))
        groups.append(_one(ours, theirs))
        left, right = ours + 1, theirs + 1
    groups += _alone(range(left, gap.here.stop), range(right, gap.there.stop))
    return iter(_with_split_parts(here, there, groups))


def _alone(here: range, there: range) -> Iterator[Group]:
    """Items that belong to nothing in the other version, one after the other."""
    for place in here:
        yield Group(range(place, place + 1), range(there.start, there.start))
    for place in there:
        yield Group(range(here.stop, here.stop), range(place, place + 1))


def _pairs_by_words(
    here: Sequence[Item], there: Sequence[Item], gap: Group
) -> list[tuple[int, int]]:
    """The pairs, in the order of both, whose likeness is the greatest together."""
    ours = [_weighty(here[place]) for place in gap.here]
    theirs = [_weighty(there[place]) for place in gap.there]
    width = len(theirs) + 1
    best = [[0.0] * width for _ in range(len(ours) + 1)]
    worth: dict[tuple[int, int], float] = {}
    for row, left in enumerate(ours, 1):
        for column, right in enumerate(theirs, 1):
            number = here[gap.here[row - 1]].number
            is_same = number is not None and number == there[gap.there[column - 1]].number
            value = _likeness(left, right) + SAME_NUMBER * is_same
            if is_same and (_is_removed(left) or _is_removed(right)):
                # Only its number and its place are left of it.
                value = max(value, LIKE)
            best[row][column] = max(best[row - 1][column], best[row][column - 1])
            if value >= LIKE:
                worth[row, column] = value
                best[row][column] = max(best[row][column], best[row - 1][column - 1] + value)
    pairs: list[tuple[int, int]] = []
    row, column = len(ours), len(theirs)
    while row and column:
        if best[row][column] == best[row - 1][column]:
            row -= 1
        elif best[row][column] == best[row][column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            pairs.append((gap.here[row], gap.there[column]))
    return pairs[::-1]


def _pairs_by_number(
    here: Sequence[Item], there: Sequence[Item], gap: Group
) -> list[tuple[int, int]]:
    """The pairs, in the order of both, that have the same number and are alike."""
    ours = [here[place].number for place in gap.here]
    theirs = [there[place].number for place in gap.there]
    pairs = []
    for run in align(ours, theirs):
        for step in range(run.length):
            left, right = gap.here[run.here + step], gap.there[run.there + step]
            is_numbered = here[left].number is not None
            if is_numbered and _likeness(_weighty(here[left]), _weighty(there[right])) >= LIKE:
                pairs.append((left, right))
    return pairs


def _weighty(item: Item) -> Counter[str]:
    """The words that tell one paragraph from another: no signs, no markings, not `of` and `the`."""
    words = item.words[:MOST_WORDS]
    weighty = [
        word for word in words if len(word) >= WEIGHTY or word.isdecimal() or word == REDACTED
    ]
    return Counter(weighty or words)


def _is_removed(words: Counter[str]) -> bool:
    """Whether a redaction stands in place of a whole paragraph, but for a word or two."""
    return REDACTED in words and words.total() - words[REDACTED] <= FEW_LEFT


def _likeness(left: Counter[str], right: Counter[str]) -> float:
    """The share of words in common, from 0 to 1."""
    together = left.total() + right.total()
    return 2 * (left & right).total() / together if together else 1.0


def _with_split_parts(
    here: Sequence[Item], there: Sequence[Item], groups: list[Group]
) -> list[Group]:
    """Have what stands alone beside a pair belong to it, where it holds what the pair lacks."""
    joined: list[Group] = []
    for group in groups:
        if joined:
            both = _together(joined[-1], group)
            if both is not None and _is_split(here, there, joined[-1], group):
                joined[-1] = both
                continue
        joined.append(group)
    return joined


def _together(before: Group, after: Group) -> Group | None:
    """Two groups as one, if one of them is a pair and the other stands alone."""
    is_pair = [bool(group.here) and bool(group.there) for group in (before, after)]
    if is_pair[0] == is_pair[1]:
        return None
    return Group(
        range(before.here.start, after.here.stop), range(before.there.start, after.there.stop)
    )


def _is_split(here: Sequence[Item], there: Sequence[Item], before: Group, after: Group) -> bool:
    """Whether most words of the one that stands alone are those that the pair has left over."""
    alone, both = (before, after) if not (before.here and before.there) else (after, before)
    ours, theirs = _words(here, both.here), _words(there, both.there)
    left_over = theirs - ours if alone.here else ours - theirs
    words = _words(here, alone.here) + _words(there, alone.there)
    return (words & left_over).total() * 2 > words.total()


def _words(items: Sequence[Item], places: range) -> Counter[str]:
    return Counter(word for place in places for word in items[place].words)
