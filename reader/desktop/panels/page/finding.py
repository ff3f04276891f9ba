"""Finding words in the texts of a view: every hit, in time that grows with the text alone.

Nothing here knows of Qt.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, overload

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_QUERY: Final = 512
"""Characters of a query; more are not taken."""

# Signs that a reader cannot or need not tell apart when typing, one character each.
ALIKE: Final = {
    "\n": " ",
    "\t": " ",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2018": "'",
    "\u2019": "'",
    "\u02bc": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\u2013": "-",
    "\u2014": "-",
}

# Letters that Unicode does not take for others with a stroke or for two in one: Lodz for Łódź.
STROKES: Final = {"đ": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe"}

FEW_SIGNS: Final = 24
"""Different signs of a text that are replaced one after the other; more are looked up letter by
letter, which takes ten times as long."""


class Hit(NamedTuple):
    """A place where the query was found: the number of the text, and offsets in it."""

    item: int
    start: int
    end: int


class Folded(NamedTuple):
    """A text as it is compared."""

    letters: str
    offsets: array[int] | None
    """Where each letter stands in the text; None where all stand where they stood."""

    def place_of(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text of some letters, with the accents that follow them there."""
        if self.offsets is None:
            return start, end
        last, following = self.offsets[end - 1], self.offsets[end]
        return self.offsets[start], max(following, last + 1)


def fold(text: str, *, match_case: bool) -> Folded:
    """The text without what a reader need not type: capitals, accents, curved quotes, long dashes.

    Where case matters, accents do too.
    """
    if text.isascii() and "\n" not in text and "\t" not in text:
        return Folded(text if match_case else text.lower(), None)
    plain = {
        sign: folded
        for sign in set(text)
        if (sign in ALIKE or not sign.isascii())
        and (folded := _plain(sign, match_case=match_case)) != sign
    }
    uneven = "".join(sign for sign, folded in plain.items() if len(folded) != 1)
    if len(plain) > FEW_SIGNS:
        letters = text.translate({ord(sign): folded for sign, folded in plain.items()})
    else:
        letters = text
        for sign, folded in plain.items():
            letters = letters.replace(sign, folded)
    offsets = _offsets(text, uneven, plain) if uneven else None
    return Folded(letters if match_case else letters.lower(), offsets)


def _plain(sign: str, *, match_case: bool) -> str:
    """One sign as it is compared; nothing for an accent on its own."""
    if sign in ALIKE:
        return ALIKE[sign]
    if match_case:
        return sign
    small = "".join(STROKES.get(letter, letter) for letter in sign.casefold())
    parts = unicodedata.normalize("NFKD", small)
    return "".join(part for part in parts if not unicodedata.combining(part)).lower()


def _offsets(text: str, uneven: str, plain: dict[str, str]) -> array[int]:
    """Where the letters of the folded text stand; one more than there are, for the end."""
    offsets = array("L")
    here = 0
    for match in re.finditer(f"[{re.escape(uneven)}]", text):
        offsets.extend(range(here, match.start()))
        offsets.extend([match.start()] * len(plain[match[0]]))
        here = match.end()
    offsets.extend(range(here, len(text) + 1))
    return offsets


class Hits(Sequence[Hit]):
    """The hits of a search in order; a million of them take 24 megabytes."""

    def __init__(self) -> None:
        self._items = array("L")
        self._starts = array("L")
        self._ends = array("L")

    def add(self, item: int, start: int, end: int) -> None:
        """Add the next hit."""
        self._items.append(item)
        self._starts.append(start)
        self._ends.append(end)

    def extend(self, item: int, starts: Sequence[int], length: int) -> None:
        """Add the next hits of one text, all of one length."""
        self._items.extend(array("L", [item]) * len(starts))
        self._starts.extend(starts)
        self._ends.extend([start + length for start in starts])

    def index_from(self, item: int, offset: int) -> int:
        """The index of the first hit at or after a place; as many as there are if none is."""
        first = bisect_left(self._items, item)
        last = bisect_right(self._items, item, first)
        return bisect_left(self._starts, offset, first, last)

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Hit: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Hit]: ...
    def __getitem__(self, index: int | slice) -> Hit | Sequence[Hit]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        return Hit(self._items[index], self._starts[index], self._ends[index])


def find_hits(
    texts: Sequence[str], query: str, *, match_case: bool = False, whole_word: bool = False
) -> Hits:
    """Every hit in the texts, in order, none over another."""
    hits = Hits()
    wanted = fold(query[:LONGEST_QUERY], match_case=match_case).letters
    if not wanted:
        return hits
    for item, text in enumerate(texts):
        folded = fold(text, match_case=match_case)
        if folded.offsets is None and not whole_word:
            hits.extend(item, list(_starts(folded.letters, wanted)), len(wanted))
            continue
        behind = 0
        for start in _starts(folded.letters, wanted):
            end = start + len(wanted)
            if whole_word and not stands_alone(folded.letters, start, end):
                continue
            first, last = folded.place_of(start, end)
            # Two letters that are one sign in the text are found there once: s in Straße.
            if first >= behind:
                hits.add(item, first, last)
                behind = last
    return hits


def first_hit_from(hits: Hits, item: int, offset: int) -> int:
    """The index of the first hit at or after a place, or of the first of all; -1 without hits."""
    if not hits:
        return -1
    index = hits.index_from(item, offset)
    return index if index < len(hits) else 0


def _starts(text: str, wanted: str) -> Iterator[int]:
    start = text.find(wanted)
    while start >= 0:
        yield start
        start = text.find(wanted, start + len(wanted))


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no word goes on over either end of a hit."""
    goes_on_before = start > 0 and _is_word(text[start - 1]) and _is_word(text[start])
    goes_on_after = end < len(text) and _is_word(text[end - 1]) and _is_word(text[end])
    return not (goes_on_before or goes_on_after)


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
