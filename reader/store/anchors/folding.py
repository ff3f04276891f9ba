"""The letters of a text, without what differs between copies of it.

Case, blanks, line breaks, quotation marks, hyphens and accents differ from file to file; a
redaction is one sign, however long it is printed.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from typing import Final, NamedTuple

# A word, or a redaction in words: pier, 1,540 (two words), XXXXXXXXXXXX, [NAME REMOVED]
WORD: Final = re.compile(r"\[(?:name removed|redacted)\]|[^\W_]+", re.IGNORECASE)

# A redaction in signs: XXXX, xxxxxxxxxxxx
REDACTION: Final = re.compile(r"\[.*|[Xx]{4,}")

REDACTED: Final = "\u2588"

NO_LETTERS: Final = re.compile(r"[\W_]+")


class Folded(NamedTuple):
    """The letters of a text, and for each where it stands there."""

    letters: str
    offsets: array[int]
    ends: dict[int, int]
    """Where a redaction ends, by the index of its one sign."""

    def end_of(self, index: int) -> int:
        """Where in the text the letter ends."""
        return self.ends.get(index) or self.offsets[index] + 1


def fold(text: str) -> Folded:
    """The letters and digits of a text in small, without accents."""
    parts: list[str] = []
    offsets = array("L")
    ends: dict[int, int] = {}
    for match in WORD.finditer(text):
        word, start = match[0], match.start()
        if word[0] in "[Xx" and REDACTION.fullmatch(word):
            ends[len(offsets)] = match.end()
            parts.append(REDACTED)
            offsets.append(start)
        elif word.isascii():
            parts.append(word.lower())
            offsets.extend(range(start, match.end()))
        else:
            for offset, letter in enumerate(word, start):
                folded = _plain(letter)
                parts.append(folded)
                offsets.extend([offset] * len(folded))
    return Folded("".join(parts), offsets, ends)


def letters_of(text: str) -> str:
    """The letters that `fold` finds, where their places do not matter."""
    small = text.lower()
    if not small.isascii() or "[" in small or "xxxx" in small:
        return fold(text).letters
    return NO_LETTERS.sub("", small)


def _plain(letter: str) -> str:
    """One letter without its accents; a ligature may be several."""
    signs = unicodedata.normalize("NFKD", letter.casefold())
    return "".join(sign for sign in signs if not unicodedata.combining(sign))
