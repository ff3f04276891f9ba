"""Words that are not quite the same: how many letters differ, and where like words may stand.

The distance is counted for a whole pattern at once, a bit a letter (Myers 1999, Hyyrö 2003), and
places are proposed by the pieces that survived, each voting for where the pattern would begin.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from heapq import nlargest
from typing import Final

GRAM: Final = 6
"""Letters of a piece: long enough to be rare, short enough to survive between two errors."""
MOST_GRAMS: Final = 250_000
"""Pieces of a text that are remembered; of a longer text, every second, third... one."""
MOST_VOTERS: Final = 24
MOST_VOTES: Final = 250
ROWS_A_VOTE: Final = 32
FAR: Final = 4.0
"""Votes that the greatest distance costs."""
SURE: Final = 10
"""Letters beside a place that are enough to know it by, in a window that holds the place."""
ROW: Final = 16
"""Letters by which two votes may differ and still mean one place."""


def edits(pattern: str, text: str, *, from_start: bool) -> list[int]:
    """For each place in `text`, the fewest edits between the pattern and letters that end there.

    The letters begin anywhere, or with the text where `from_start` says so. One more number than
    the text has letters: the first is for no letter at all.
    """
    size = len(pattern)
    if not size:
        return list(range(len(text) + 1)) if from_start else [0] * (len(text) + 1)
    masks: dict[str, int] = {}
    for bit, letter in enumerate(pattern):
        masks[letter] = masks.get(letter, 0) | 1 << bit
    full, last, carry = (1 << size) - 1, 1 << (size - 1), int(from_start)
    rises, falls, count = full, 0, size
    counts = [size]
    for letter in text:
        same = masks.get(letter, 0)
        level = (((same & rises) + rises) ^ rises) | same | falls
        down = rises & level
        up = falls | ~(rises | level)
        if up & last:
            count += 1
        elif down & last:
            count -= 1
        up = (up << 1 | carry) & full
        rises = ((down << 1) | ~(level | up)) & full
        falls = up & level
        counts.append(count)
    return counts


def likeness(pattern: str, text: str) -> float:
    """How much of two texts is the same, from 0 to 1."""
    if pattern == text:
        return 1.0
    return 1.0 - edits(pattern, text, from_start=True)[-1] / max(len(pattern), len(text))


def likeness_after(pattern: str, text: str) -> float:
    """How much of the pattern is found where `text` begins, whatever follows."""
    if text.startswith(pattern):
        return 1.0
    return 1.0 - min(edits(pattern, text, from_start=True)) / len(pattern)


def likeness_before(pattern: str, text: str) -> float:
    """How much of the pattern is found where `text` ends, whatever stands before."""
    return likeness_after(pattern[::-1], text[::-1])


def best_end(pattern: str, text: str, near: int) -> tuple[float, int]:
    """How much of the pattern is found anywhere in `text`, and the place where that ends.

    Of ends that are equally good it is the one nearest to `near`.
    """
    counts = edits(pattern, text, from_start=False)
    return 1.0 - min(counts) / len(pattern), _least(counts, near)


def cut(left: str, right: str, text: str, near: int, *, left_first: bool = False) -> int:
    """The place in `text` that has `left` before and `right` after it, as well as any has.

    Of places that are equally good it is the one nearest to `near`. Most errors leave a few letters
    beside the place as they were, and where those stand near it nothing has to be counted; those on
    the right are looked for first, unless `left_first`.
    """
    pieces = ((right[:SURE], 0), (left[-SURE:], SURE))
    for piece, shift in reversed(pieces) if left_first else pieces:
        place = text.find(piece, max(0, near - shift - SURE), near - shift + 2 * SURE)
        if place >= 0 and len(piece) == SURE:
            return place + shift
    before = edits(left, text, from_start=False)
    after = edits(right[::-1], text[::-1], from_start=False)
    return _least([a + b for a, b in zip(before, reversed(after), strict=True)], near)


def _least(counts: list[int], near: int) -> int:
    """The index of the smallest number, of several the one nearest to `near`."""
    best = min(counts)
    if counts.count(best) == 1:
        return counts.index(best)
    places = (place for place, count in enumerate(counts) if count == best)
    return min(places, key=lambda place: abs(place - near))


class Pieces:
    """Where each piece of a text stands."""

    def __init__(self, letters: str) -> None:
        places: defaultdict[str, list[int]] = defaultdict(list)
        step = 1 + len(letters) // MOST_GRAMS
        for place in range(0, len(letters) - GRAM + 1, step):
            places[letters[place : place + GRAM]].append(place)
        self._places = dict(places)

    def propose(self, pattern: str, most: int, near: int) -> list[int]:
        """Up to `most` places where the pattern may begin, the one with most votes first.

        The rarest pieces of the pattern vote; a place that is far from `near` needs a few votes
        more than one beside it. Places may lie before the text's beginning.
        """
        voters = []
        for shift in range(0, len(pattern) - GRAM + 1, 1 + len(pattern) // 64):
            places = self._places.get(pattern[shift : shift + GRAM])
            if places:
                voters.append((len(places), shift, places))
        voters.sort()
        votes: Counter[int] = Counter()
        left = MOST_VOTES
        for count, shift, places in voters[:MOST_VOTERS]:
            if left <= 0:
                break
            left -= count
            for place in places[:MOST_VOTES]:
                votes[(place - shift) // ROW] += 1
        return self._best(votes, most, near // ROW)

    @staticmethod
    def _best(votes: Counter[int], most: int, near: int) -> list[int]:
        """The fullest rows together with their next, none of them taken twice."""
        least = 0.3 * max(votes.values(), default=0)
        worth = {
            row: count + votes.get(row + 1, 0) - min(FAR, abs(row - near) / ROWS_A_VOTE)
            for row, count in votes.items()
            if count >= least
        }
        best: list[int] = []
        bar = 0.0
        for row in nlargest(4 * most, worth, key=worth.__getitem__):
            if worth[row] < bar or len(best) == most:
                break
            bar = bar or worth[row] * 0.6
            if all(abs(row - taken) > 1 for taken in best):
                best.append(row)
        return [row * ROW + ROW for row in best]
