"""The words of a text as they are compared, and where each stands.

How lines are wrapped, which quotation marks a typewriter or a web page uses and how long dashes are
is layout: it makes no difference. Capitals and accents do. A redaction is one word, however long
it is printed.
"""

from __future__ import annotations

import unicodedata
from array import array
from typing import Final, NamedTuple

from reader.cable.patterns import pattern

REDACTED: Final = "\u2588"
"""What stands for a redaction among the words."""

# XXXXXXXXXXXX, xxxxx, [NAME REMOVED], █████; then words (pier, board's, 1540), dashes, other signs.
WORD: Final = pattern(
    r"(?P<redacted>(?<![^\W_])(?:X{4,}|x{5,})(?![^\W_])"
    r"|\[(?i:name removed|redacted)\]|\u2588+)"
    r"|(?:[^\W_]|[\u0300-\u036f])+(?:['\u2019](?:[^\W_]|[\u0300-\u036f])+)*"
    r"|[-\u2010\u2011\u2013\u2014]+"
    r"|[^\w\s]|_+"
)

# Signs that look alike, or mean the same to a reader.
ALIKE: Final = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u02bc": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2013": "-",
        "\u2014": "-",
        "\u2010": "-",
        "\u2011": "-",
    }
)


class Words(NamedTuple):
    """The words of a text."""

    keys: tuple[str, ...]
    """The words as they are compared."""
    starts: array[int]
    ends: array[int]
    """Where each stands in the text."""


def words_of(text: str) -> Words:
    """The words and signs of a text, blanks left out."""
    keys: list[str] = []
    starts, ends = array("L"), array("L")
    for match in WORD.finditer(text):
        keys.append(REDACTED if match.lastgroup else _key(match[0]))
        starts.append(match.start())
        ends.append(match.end())
    return Words(tuple(keys), starts, ends)


def _key(word: str) -> str:
    if word[0] == "-":
        return "-"
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFKC", word.translate(ALIKE))
    return "-" if plain and not plain.strip("-") else plain
