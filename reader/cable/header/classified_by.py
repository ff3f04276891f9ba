"""Classified By: who classified a telegram, and for which reasons (TELEGRAM.md 2.8)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from reader.cable.header.officials import find_name
from reader.cable.patterns import ANY_CASE, pattern
from reader.records import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_KEPT: Final = 300
"""Characters of a field that is kept for the next cable."""
FULL_WIDTH: Final = 71
"""Where the communications center cut the line after `Classified By:`, also within a word."""


class ClassifiedBy(Record):
    """The names and the reasons of a Classified By field."""

    names: tuple[str, ...]
    reasons: tuple[str, ...]
    """Letters of section 1.4 or 1.5 of the order, small, each once."""


# What may stand before the name, also more than once.
# Classified By:, (U), CLASSIFIED BY, This message classified by, Classfied by
OPENINGS: Final = pattern(
    r"[ \t]{0,4}(?:\([A-Z]{1,3}\)|(?:THIS (?:MESSAGE|CABLE|TELEGRAM) (?:IS |WAS )?)?"
    r"CLASS[A-Z]{0,8}\.?[ ]{0,2}BY(?![A-Z])|DERIVED (?:FROM|BY))[ \t:;.]{0,4}",
    ANY_CASE,
)
DERIVED_FROM: Final = pattern(r"[ \t]{0,8}DERIVED FROM", ANY_CASE)

# Where the reasons begin, words and numbers torn apart included.
# for reasons, FOR RASONS, for re ason, REAS0N:, E.O. 12958, 1.4 (b), 1. 4, 1,4, under Section
REASONS_BEGIN: Final = pattern(
    r"(?<![A-Za-z])(?:R[ ]?E?[ ]?A[ ]?S[ ]?[O0][ ]?N|E\.?[ ]?O\.?[ ]?1\d{4}"
    r"|1[ ]?[.,][ ]?[2-7](?!\d)|SE[ ]?C[ ]?T[ ]?I[ ]?O[ ]?N[ ]1)",
    ANY_CASE,
)
# 1.4, 1.5, 1. 4: the section of the order whose letters follow
SECTION: Final = pattern(r"(?<!\d)1[ ]?[.,][ ]?[45](?!\d)")

# The next letter of the reasons: " (b)", " and (d)", "/d", " a nd (d)"
NEXT_REASON: Final = pattern(
    r"(?:[ ()\[\]/.,;&+'-]|a[ ]?n[ ]?d(?![a-z])|nd(?![a-z])|or(?![a-z])){0,12}"
    r"(?P<letter>[a-h])(?![a-z])",
    ANY_CASE,
)

# What leads from a name to the reasons.
LINKS: Final = frozenset(
    {
        "for", "fr", "per", "due", "to", "under", "based", "on", "because", "of", "the", "in",
        "accordance", "with", "iaw", "pursuant", "and", "by", "f", "fo", "is", "as",
    }
)  # fmt: skip

# What may stand alone on the last line of the field: `(d).`, `and (d).`, `nd (d)`, `b/d).`
TAIL_WORDS: Final = frozenset(
    {"and", "nd", "or", "an", "a", "b", "c", "d", "e", "f", "g", "h", "reason", "reasons"}
)
SIGNS: Final = pattern(r"[ ()\[\].,;:/&'-]+")


def join_torn(pieces: Sequence[str]) -> str:
    """The lines of the field as one; a line cut at its full width goes on without a blank."""
    text = ""
    width = 0
    for piece in pieces:
        words = piece.rstrip(" \t\\")
        if text and not (width == FULL_WIDTH and not words.startswith((" ", "\t"))):
            text += " "
        text += words
        width = len(words)
    return " ".join(text.split())


def read_classified_by(text: str) -> ClassifiedBy:
    """Read a Classified By field on one line, with or without its first words.

    An officer classifies cable after cable with the same words.
    """
    return _read_short(text) if len(text) < LONGEST_KEPT else _read_short.__wrapped__(text)


@lru_cache(maxsize=1024)
def _read_short(text: str) -> ClassifiedBy:
    place = 0
    while match := OPENINGS.match(text, place):
        place = match.end()
    begin = REASONS_BEGIN.search(text, place)
    statement = text[place : begin.start() if begin else len(text)]
    if DERIVED_FROM.match(text):
        return ClassifiedBy((), read_reasons(text))
    words = statement.split()
    while words and words[-1].strip(" .,;:()-").lower() in LINKS:
        words.pop()
    name = find_name(" ".join(words))
    return ClassifiedBy((name,) if name else (), read_reasons(text[place:]))


def read_reasons(text: str) -> tuple[str, ...]:
    """The letters after each `1.4` or `1.5`, in order, each once."""
    letters: list[str] = []
    for section in SECTION.finditer(text):
        place = section.end()
        while match := NEXT_REASON.match(text, place):
            letters.append(match["letter"].lower())
            place = match.end()
    return tuple(dict.fromkeys(letters))


def is_tail(text: str) -> bool:
    """Whether a line holds nothing but the rest of the reasons, `and (d).`, or not."""
    words = SIGNS.sub(" ", text).lower().split()
    if not words:
        return len(text.strip()) <= 3
    return len(words) <= 8 and all(word in TAIL_WORDS for word in words)
