"""Finding words in the texts of a view: every hit, in time that grows with the text alone.

Nothing here knows of Qt.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, overload

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_QUERY: Final = 512
"""Characters of a query; more are not taken."""

# Signs that a reader cannot or need not tell apart when typing, one character each.
ALIKE: Final = (
    ("\n", " "),
    ("\t", " "),
    ("\u00a0", " "),
    ("\u202f", " "),
    ("\u2018", "'"),
    ("\u2019", "'"),
    ("\u02bc", "'"),
    ("\u201c", '"'),
    ("\u201d", '"'),
    ("\u2010", "-"),
    ("\u2011", "-"),
    ("\u2013", "-"),
    ("\u2014", "-"),
)

# The two letters whose small form has another length, or depends on what follows.
UNEVEN: Final = (("\u0130", "i"), ("\u03a3", "\u03c3"), ("\u03c2", "\u03c3"))


class Hit(NamedTuple):
    """A place where the query was found: the number of the text, and offsets in it."""

    item: int
    start: int
    end: int


def fold(text: str, *, match_case: bool) -> str:
    """The text as it is compared, character for character as long as before."""
    if not text.isascii() or "\n" in text or "\t" in text:
        for sign, plain in ALIKE:
            text = text.replace(sign, plain)
        if not match_case:
            for letter, small in UNEVEN:
                text = text.replace(letter, small)
    return text if match_case else text.lower()


class Hits(Sequence[Hit]):
    """The hits of a search in order; a million of them take sixteen megabytes."""

    def __init__(self, length: int = 0) -> None:
        self._items = array("L")
        self._starts = array("L")
        self._length = length

    def add(self, item: int, start: int) -> None:
        """Add the next hit."""
        self._items.append(item)
        self._starts.append(start)

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Hit: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Hit]: ...
    def __getitem__(self, index: int | slice) -> Hit | Sequence[Hit]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        start = self._starts[index]
        return Hit(self._items[index], start, start + self._length)


def find_hits(
    texts: Sequence[str], query: str, *, match_case: bool = False, whole_word: bool = False
) -> Hits:
    """Every hit in the texts, in order, none over another."""
    wanted = fold(query[:LONGEST_QUERY], match_case=match_case)
    hits = Hits(len(wanted))
    if not wanted:
        return hits
    for item, text in enumerate(texts):
        folded = fold(text, match_case=match_case)
        for start in _starts(folded, wanted):
            if not whole_word or _stands_alone(folded, start, start + len(wanted)):
                hits.add(item, start)
    return hits


def first_hit_from(hits: Sequence[Hit], item: int, offset: int) -> int:
    """The index of the first hit at or after a place, or of the first of all; -1 without hits."""
    if not hits:
        return -1
    index = bisect_left(hits, (item, offset), key=lambda hit: (hit.item, hit.start))
    return index if index < len(hits) else 0


def _starts(text: str, wanted: str) -> Iterator[int]:
    start = text.find(wanted)
    while start >= 0:
        yield start
        start = text.find(wanted, start + len(wanted))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no word goes on over either end of a hit."""
    goes_on_before = start > 0 and _is_word(text[start - 1]) and _is_word(text[start])
    goes_on_after = end < len(text) and _is_word(text[end - 1]) and _is_word(text[end])
    return not (goes_on_before or goes_on_after)


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
