"""Finding an anchor's place in a cable: the words first, then what stands around them.

The very words in the very place need nothing more. Else the letters are compared without what
differs between files; where even they differ, pieces that survived propose places, and each place
is judged by how many letters differ. Every step is bounded, so a cable of any size stays quick.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from reader.store.anchors.anchor import NOT_FOUND, Placement
from reader.store.anchors.folding import Folded, fold, letters_of
from reader.store.anchors.judging import Hint, Place, Words, is_certain, is_place, is_rival
from reader.store.anchors.matching import (
    Pieces,
    best_end,
    cut,
    likeness,
    likeness_after,
    likeness_before,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cable.model import Cable
    from reader.store.anchors.anchor import Anchor

MOST_PROPOSALS: Final = 3
"""Places that are compared letter by letter for one anchor, beside the one of the hint."""
MOST_ALIKE: Final = 16
"""Paragraphs with one number of which the nearest is looked for."""
END_PIECE: Final = 96
"""Letters at either end of a long quotation that are compared one by one."""
LONGEST_PROBE: Final = 128
SIDE: Final = 40
"""Letters on either side of an end of the quotation that say where the end is."""
NEAR: Final = 64
"""Letters by which a place may have moved and still be proposed by the hint alone."""
MOST_SLACK: Final = 512
SLIP: Final = 4
"""Characters beside a line end that may have come to the wrong side of it."""
HINT_WEIGHT: Final = 0.1
NEARNESS_WEIGHT: Final = 0.05
FAR: Final = 4_000
"""Letters from where it was beyond which a place is not nearer than any other."""


def place_anchor(anchor: Anchor, cable: Cable) -> Placement:
    """The place of one anchor; for many in the same cable take one `Placer`."""
    return Placer(cable).place(anchor)


class Placer:
    """Finds places in one cable; what it learns of the text serves all anchors."""

    def __init__(self, cable: Cable) -> None:
        paragraphs = cable.paragraphs
        texts = [paragraph.text for paragraph in paragraphs]
        self._text = "\n".join(texts)
        self._starts = list(accumulate((len(text) + 1 for text in texts), initial=0))[:-1]
        self._numbers = [paragraph.number for paragraph in paragraphs]

    @cached_property
    def _ordinals(self) -> dict[int, list[int]]:
        """The first paragraphs that print each number."""
        found: dict[int, list[int]] = {}
        for ordinal, number in enumerate(self._numbers):
            if number is not None and len(found.setdefault(number, [])) < MOST_ALIKE:
                found[number].append(ordinal)
        return found

    @cached_property
    def _folded(self) -> Folded:
        return fold(self._text)

    @cached_property
    def _pieces(self) -> Pieces:
        return Pieces(self._folded.letters)

    def place(self, anchor: Anchor) -> Placement:
        """Where the anchor's words stand in this cable; `NOT_FOUND` where nothing is like them."""
        if not self._starts:
            return NOT_FOUND
        hint = self._hint(anchor)
        whole = anchor.prefix + anchor.exact + anchor.suffix
        begins = hint - len(anchor.prefix)
        if whole and begins >= 0 and self._text.startswith(whole, begins):
            return self._placement(hint, hint + len(anchor.exact), 1.0, is_certain=True)
        words = Words(*map(letters_of, (anchor.prefix, anchor.exact, anchor.suffix)))
        if not any(words):
            return NOT_FOUND
        letter = bisect_right(self._folded.offsets, hint - 1)
        places = [
            self._judged(anchor, words, start, end, letter)
            for start, end in self._whole(words) or self._proposed(words, letter)
        ]
        return self._decided(anchor, words, places)

    def _hint(self, anchor: Anchor) -> int:
        """Where the anchor would be by its number or else its ordinal, as near as the cable has."""
        ordinal = self._hinted_ordinal(anchor)
        return min(self._starts[ordinal] + anchor.start, len(self._text))

    def _hinted_ordinal(self, anchor: Anchor) -> int:
        """The paragraph that prints the number, or one close to it; of several the nearest."""
        ordinal = min(max(anchor.ordinal, 0), len(self._starts) - 1)
        if anchor.number is None or self._numbers[ordinal] == anchor.number:
            return ordinal
        for number in (anchor.number, anchor.number - 1, anchor.number + 1, anchor.number - 2):
            found = self._ordinals.get(number)
            if found:
                return min(found, key=lambda each: abs(each - ordinal))
        return ordinal

    # Where it may be.

    def _whole(self, words: Words) -> list[tuple[int, int]]:
        """The first ranges whose letters are the quotation, with the same letters around them."""
        whole = "".join(words)
        found: list[tuple[int, int]] = []
        place = self._folded.letters.find(whole)
        while place >= 0 and len(found) < MOST_PROPOSALS:
            start = place + len(words.before)
            found.append((start, start + len(words.quoted)))
            place = self._folded.letters.find(whole, place + 1)
        return found

    def _proposed(self, words: Words, hint: int) -> list[tuple[int, int]]:
        """Ranges whose letters are like the quotation, by its beginning or else by its end."""
        size = len(words.quoted)
        slack = min(NEAR // 4 + size // 8, MOST_SLACK)
        probe = "".join(words)[:LONGEST_PROBE]
        found = list(self._screened(probe, hint - len(words.before)))
        if found or len(probe) == len("".join(words)):
            shift = len(words.before) - len(probe)
            starts = [self._start_near(words, end + shift, NEAR // 4) for end in found]
            return [
                (start, max(start, self._end_near(words, start + size, slack))) for start in starts
            ]
        tail = words.quoted[-END_PIECE:] + words.after
        ends = [
            self._end_near(words, end - len(words.after), NEAR // 4)
            for end in self._screened(tail, hint + size - END_PIECE)
        ]
        return [(min(end, self._start_near(words, end - size, slack)), end) for end in ends]

    def _screened(self, probe: str, hint: int) -> Iterator[int]:
        """Where letters end that are like the probe, those that are much less like it left out."""
        begins = self._pieces.propose(probe, MOST_PROPOSALS, hint)
        if all(abs(place - hint) > NEAR // 2 for place in begins):
            begins.append(hint)
        screened = []
        for place in begins:
            slack = NEAR if place == hint else NEAR // 3
            begin = max(0, place - slack)
            window = self._folded.letters[begin : max(begin, place + len(probe) + slack)]
            score, end = best_end(probe, window, place - begin + len(probe))
            screened.append((score, begin + end))
        best = max(score for score, _ in screened)
        return (end for score, end in screened if score > best - 0.15 and score > 0.5)

    def _start_near(self, words: Words, place: int, slack: int) -> int:
        return self._cut_near(words.before, (words.quoted + words.after)[:SIDE], place, slack)

    def _end_near(self, words: Words, place: int, slack: int) -> int:
        before = (words.before + words.quoted)[-SIDE:]
        return self._cut_near(before, words.after, place, slack, left_first=True)

    def _cut_near(
        self, left: str, right: str, place: int, slack: int, *, left_first: bool = False
    ) -> int:
        """The place near `place` that has these letters before and after it."""
        begin = max(0, place - len(left) - slack)
        window = self._folded.letters[begin : max(begin, place + len(right) + slack)]
        return begin + cut(left, right, window, place - begin, left_first=left_first)

    # How it fits.

    def _judged(self, anchor: Anchor, words: Words, start: int, end: int, hint: int) -> Place:
        letters = self._folded.letters
        before, after = words.before, words.after
        ordinal = self._ordinal_of(start)
        head = letters[max(0, start - len(before) - 8) : start]
        tail = letters[end : end + len(after) + 8]
        return Place(
            start,
            end,
            self._quoted_likeness(words.quoted, start, end),
            likeness_before(before, head) if before else None,
            likeness_after(after, tail) if after else None,
            self._hint_of(anchor, ordinal),
            abs(start - hint),
        )

    def _hint_of(self, anchor: Anchor, ordinal: int) -> Hint:
        """What a paragraph's number says of an anchor; numbers stand where ordinals move."""
        number = self._numbers[ordinal]
        if number is not None and anchor.number is not None:
            return Hint.AGREES if number == anchor.number else Hint.DISAGREES
        return Hint.AGREES if ordinal == anchor.ordinal else Hint.SILENT

    def _quoted_likeness(self, quoted: str, start: int, end: int) -> float:
        """The likeness of the quotation; of a long one that of its ends and of its length."""
        letters = self._folded.letters
        if len(quoted) == end - start and letters.startswith(quoted, start):
            return 1.0
        if max(len(quoted), end - start) <= 2 * END_PIECE:
            return likeness(quoted, letters[start:end])
        head = likeness(quoted[:END_PIECE], letters[start : min(end, start + END_PIECE)])
        tail = likeness(quoted[-END_PIECE:], letters[max(start, end - END_PIECE) : end])
        size = min(len(quoted), end - start) / max(len(quoted), end - start)
        return (head + tail) / 2 * size

    def _ordinal_of(self, letter: int) -> int:
        offsets = self._folded.offsets
        offset = offsets[letter] if letter < len(offsets) else len(self._text)
        return bisect_right(self._starts, offset) - 1

    # Which it is.

    def _decided(self, anchor: Anchor, words: Words, places: list[Place]) -> Placement:
        """The best place, certain where no other is nearly as good."""
        places = [place for place in places if is_place(place, words)]
        if not places:
            return NOT_FOUND

        def worth(place: Place) -> tuple[float, int]:
            hinted = HINT_WEIGHT * (place.hint is Hint.AGREES)
            near = NEARNESS_WEIGHT * (1 - min(1.0, place.distance / FAR))
            return place.total(words) + hinted + near, -place.distance

        best = max(places, key=worth)
        has_rivals = any(is_rival(place, best, words) for place in places)
        start, end = self._range(anchor, best)
        certain = is_certain(best, words, has_rivals=has_rivals)
        return self._placement(start, end, round(best.total(words), 3), is_certain=certain)

    def _range(self, anchor: Anchor, place: Place) -> tuple[int, int]:
        """The characters of a place: its letters, and signs at their ends that the anchor has."""
        text, offsets = self._text, self._folded.offsets
        before = self._folded.end_of(place.start - 1) if place.start else 0
        after = offsets[place.end] if place.end < len(offsets) else len(text)
        if place.start == place.end:
            found = text.find(anchor.exact, before, after)
            return (found, found + len(anchor.exact)) if found >= 0 else (before, before)
        start, end = offsets[place.start], self._folded.end_of(place.end - 1)
        leading, trailing = _signs_around(anchor.exact)
        while start > before and leading and text[start - 1] == leading[-1]:
            start, leading = start - 1, leading[:-1]
        while end < after and trailing and text[end] == trailing[0]:
            end, trailing = end + 1, trailing[1:]
        return (start, end) if place.quoted == 1.0 else self._within_lines(anchor, start, end)

    def _within_lines(self, anchor: Anchor, start: int, end: int) -> tuple[int, int]:
        """The range without the letter or two that an error put on the wrong side of a line end."""
        text = self._text
        if not anchor.prefix or anchor.prefix.endswith("\n"):
            line = text.rfind("\n", max(0, start - SLIP), start) + 1
            start = line if line or start <= SLIP else start
        if "\n" not in anchor.exact[:SLIP]:
            line = text.find("\n", start, min(start + SLIP, end))
            start = line + 1 if line >= 0 else start
        if not anchor.suffix or anchor.suffix.startswith("\n"):
            line = text.find("\n", end, end + SLIP)
            end = line if line >= 0 else end if end + SLIP < len(text) else len(text)
        if "\n" not in anchor.exact[-SLIP:]:
            line = text.rfind("\n", max(start, end - SLIP), end)
            end = line if line >= 0 else end
        return start, end

    def _placement(self, start: int, end: int, score: float, *, is_certain: bool) -> Placement:
        first = bisect_right(self._starts, start) - 1
        last = max(first, bisect_right(self._starts, max(start, end - 1)) - 1)
        return Placement(
            first, start - self._starts[first], end - self._starts[last], last, score, is_certain
        )


def _signs_around(exact: str) -> tuple[str, str]:
    """What a quotation has before its first and after its last letter, a few signs of it."""
    leading = next((at for at, sign in enumerate(exact) if sign.isalnum()), 0)
    trailing = next((at for at, sign in enumerate(reversed(exact)) if sign.isalnum()), 0)
    return exact[:leading][-8:], exact[len(exact) - trailing :][:8]
