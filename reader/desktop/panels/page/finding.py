"""Finding words in the texts of a view: every hit, in time that grows with the text alone.

Nothing here knows of Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


def find_hits(
    texts: Sequence[str], query: str, *, match_case: bool = False, whole_word: bool = False
) -> list[Hit]:
    """Every hit in the texts, in order, none over another."""
    wanted = fold(query[:LONGEST_QUERY], match_case=match_case)
    if not wanted:
        return []
    hits: list[Hit] = []
    for item, text in enumerate(texts):
        folded = fold(text, match_case=match_case)
        for start in _starts(folded, wanted):
            end = start + len(wanted)
            if not whole_word or _stands_alone(folded, start, end):
                hits.append(Hit(item, start, end))
    return hits


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
