"""How well a place fits an anchor, and whether that is enough to rely on."""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple

LEAST_LIKENESS: Final = 0.6
"""Below this, words and surroundings together are no place."""
LEAST_SURROUNDINGS: Final = 0.8
"""Above this on both sides there is a place, whatever became of the words between."""
AGREEING: Final = 0.75
"""From here on the quotation, or one side of what stands around it, agrees with the anchor."""
CERTAIN: Final = 0.85
CERTAIN_WITHOUT_HINT: Final = 0.92
ENOUGH: Final = 20
"""Letters that must agree for certainty where paragraph or number agree too."""
LONG: Final = 60
"""Letters that do not come twice by chance, with no help from what stands around them."""
VERY_LONG: Final = 120
"""Letters that are enough even where the paragraph has another number."""
MARGIN: Final = 0.12
"""A place that is less like the anchor by more than this is no rival."""
MARGIN_AROUND: Final = 0.25
SAME_PLACE: Final = 8
"""Letters by which a place may differ from the hint and be the very place."""


class Hint(Enum):
    """What the printed number, or else the ordinal, of a place says."""

    AGREES = "agrees"
    SILENT = "silent"
    """One of the two paragraphs has no number, and the ordinals differ."""
    DISAGREES = "disagrees"


class Words(NamedTuple):
    """An anchor's letters: what stands before, the quotation, what stands after."""

    before: str
    quoted: str
    after: str


class Place(NamedTuple):
    """A range of letters of the cable, and how it fits an anchor; each likeness from 0 to 1."""

    start: int
    end: int
    quoted: float
    before: float | None
    """None where the anchor has nothing before."""
    after: float | None
    """None where the anchor has nothing after."""
    hint: Hint
    distance: int
    """Letters between it and where the anchor was."""

    def total(self, words: Words) -> float:
        """The likeness of words and surroundings, each by its length."""
        length = weight = 0.0
        for likeness, letters in zip((self.before, self.quoted, self.after), words, strict=True):
            if likeness is not None:
                length += len(letters)
                weight += likeness * len(letters)
        return weight / length if length else 0.0

    def surroundings(self) -> float:
        """The mean likeness of what stands around, 1 where nothing is known of it."""
        sides = [side for side in (self.before, self.after) if side is not None]
        return sum(sides) / len(sides) if sides else 1.0


def is_place(place: Place, words: Words) -> bool:
    """Whether the words are like enough, or all that stands around them is."""
    if place.total(words) >= LEAST_LIKENESS:
        return True
    return min(place.before or 0.0, place.after or 0.0) >= LEAST_SURROUNDINGS


def is_rival(place: Place, best: Place, words: Words) -> bool:
    """Whether another place fits nearly as well, its surroundings included."""
    return (
        not (place.start < best.end and best.start < place.end)
        and place.start != best.start
        and place.total(words) > best.total(words) - MARGIN
        and place.surroundings() > best.surroundings() - MARGIN_AROUND
    )


def is_certain(place: Place, words: Words, *, has_rivals: bool) -> bool:
    """Whether a place can be relied on without a person looking at it."""
    total = place.total(words)
    agrees = place.hint is Hint.AGREES
    if total == 1.0 and agrees and (not has_rivals or place.distance <= SAME_PLACE):
        return True
    if has_rivals or place.quoted < AGREEING:
        return False
    size = len(words.quoted)
    sides = ((place.before, words.before), (place.after, words.after))
    around = sum(len(letters) for side, letters in sides if side is not None and side >= AGREEING)
    if agrees:
        return total >= CERTAIN and (around > 0 or size >= LONG) and around + size >= ENOUGH
    if total < CERTAIN_WITHOUT_HINT:
        return False
    if place.hint is Hint.DISAGREES:
        return size >= VERY_LONG
    return around == len(words.before) + len(words.after) and around + size >= LONG
