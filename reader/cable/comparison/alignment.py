"""Which words of two texts are the same ones, in time that hardly grows faster than the texts.

What both begin and end with is taken at once. A stretch that is short enough is aligned exactly:
the longest common subsequence, a bit a word (Crochemore, Iliopoulos, Pinzon and Reid 2001; Hyyrö
2004). A longer one is divided at words, or else at runs of words, that stand once in either text
and in the same order (patience, as Bram Cohen described it). Where there are none, it is cut into
pieces at the same share of both texts, and only what fits there is seen.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

EXACT: Final = 16_000_000
"""Words of one stretch times words of the other that are aligned exactly: 2 MB of bits, 10 ms."""
PIECE: Final = 2_000
"""Words of a piece where a stretch is cut without an anchor."""
GRAMS: Final = (1, 3, 8)
"""How many words in a row make an anchor, the first that are found once in either text."""
DEEPEST: Final = 4
"""How often a stretch is divided at anchors, each time looking at all of its words."""


class Run(NamedTuple):
    """Words that both texts have: where they begin in either, and how many they are."""

    here: int
    there: int
    length: int


class _Stretch(NamedTuple):
    """The words of both texts that are still to be aligned, and how often they were divided."""

    here: int
    here_end: int
    there: int
    there_end: int
    depth: int


def align(here: Sequence[Hashable], there: Sequence[Hashable]) -> list[Run]:
    """The words that both have, in the order of both; no run touches the next on both sides."""
    numbers: dict[Hashable, int] = {}
    ours = [numbers.setdefault(word, len(numbers)) for word in here]
    theirs = [numbers.setdefault(word, len(numbers)) for word in there]
    runs: list[Run] = []
    waiting = [_Stretch(0, len(ours), 0, len(theirs), 0)]
    while waiting:
        stretch = _trim(ours, theirs, waiting.pop(), runs)
        rows, width = stretch.there_end - stretch.there, stretch.here_end - stretch.here
        if not rows or not width:
            continue
        if rows * width <= EXACT:
            runs += _exact(ours, theirs, stretch)
        else:
            waiting += _divide(ours, theirs, stretch)
    return _joined(runs)


def _trim(ours: list[int], theirs: list[int], stretch: _Stretch, runs: list[Run]) -> _Stretch:
    """Take what both begin with and end with."""
    here, here_end, there, there_end, depth = stretch
    most = min(here_end - here, there_end - there)
    begin = 0
    while begin < most and ours[here + begin] == theirs[there + begin]:
        begin += 1
    end = 0
    while end < most - begin and ours[here_end - end - 1] == theirs[there_end - end - 1]:
        end += 1
    if begin:
        runs.append(Run(here, there, begin))
    if end:
        runs.append(Run(here_end - end, there_end - end, end))
    return _Stretch(here + begin, here_end - end, there + begin, there_end - end, depth)


def _exact(ours: list[int], theirs: list[int], stretch: _Stretch) -> Iterator[Run]:
    """The longest common subsequence, from its end to its beginning.

    In a row, the bit of a word of ours is 0 where the common part grows with that word.
    """
    here, here_end, there, there_end, _ = stretch
    places: dict[int, int] = {}
    for bit, word in enumerate(ours[here:here_end]):
        places[word] = places.get(word, 0) | 1 << bit
    full = (1 << here_end - here) - 1
    row = full
    rows: list[int] = []
    for word in theirs[there:there_end]:
        same = row & places.get(word, 0)
        row = ((row + same) | (row - same)) & full
        rows.append(row)
    column, line = here_end - here, there_end - there
    while column and line:
        if rows[line - 1] >> column - 1 & 1:
            column -= 1
        elif line > 1 and not rows[line - 2] >> column - 1 & 1:
            line -= 1
        else:
            column -= 1
            line -= 1
            yield Run(here + column, there + line, 1)


def _divide(ours: list[int], theirs: list[int], stretch: _Stretch) -> Iterable[_Stretch]:
    """The stretches between anchors, or pieces where there are none."""
    here, here_end, there, there_end, depth = stretch
    if depth < DEEPEST:
        for size in GRAMS:
            anchors = _anchors(ours[here:here_end], theirs[there:there_end], size)
            if anchors:
                cuts = [(here + left, there + right) for left, right in anchors]
                return _between(stretch, cuts)
    pieces = 1 + max(here_end - here, there_end - there) // PIECE
    cuts = [
        (
            here + (here_end - here) * number // pieces,
            there + (there_end - there) * number // pieces,
        )
        for number in range(1, pieces)
    ]
    return _between(stretch._replace(depth=DEEPEST), cuts)


def _between(stretch: _Stretch, cuts: Sequence[tuple[int, int]]) -> Iterator[_Stretch]:
    here, there = stretch.here, stretch.there
    for left, right in (*cuts, (stretch.here_end, stretch.there_end)):
        yield _Stretch(here, left, there, right, stretch.depth + 1)
        here, there = left, right


def _anchors(ours: list[int], theirs: list[int], size: int) -> list[tuple[int, int]]:
    """Where words in a row, found once in either, stand in both; those in the same order."""
    left, right = _places_of_single(ours, size), _places_of_single(theirs, size)
    pairs = [(place, right[gram]) for gram, place in left.items() if gram in right]
    return _longest_rising(pairs)


def _places_of_single(words: list[int], size: int) -> dict[Hashable, int]:
    """Where each run of words stands that is found once, in the order of the text."""
    places: dict[Hashable, int] = {}
    for place, gram in enumerate(zip(*(words[shift:] for shift in range(size)), strict=False)):
        places[gram] = -1 if gram in places else place
    return {gram: place for gram, place in places.items() if place >= 0}


def _longest_rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs, of those that rise on the left, that rise on the right as well."""
    tops: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, right) in enumerate(pairs):
        pile = bisect_left(tops, right)
        before.append(last[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(right)
            last.append(number)
        else:
            tops[pile] = right
            last[pile] = number
    chosen: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        chosen.append(pairs[number])
        number = before[number]
    return chosen[::-1]


def _joined(runs: list[Run]) -> list[Run]:
    """The runs in order, those that go on in both texts as one."""
    joined: list[Run] = []
    for run in sorted(runs):
        if joined:
            here, there, length = joined[-1]
            if here + length == run.here and there + length == run.there:
                joined[-1] = Run(here, there, length + run.length)
                continue
        joined.append(run)
    return joined
