"""The words, numbers and signs of a REF field, with their places."""

from __future__ import annotations

from typing import Final

from reader.cable.identifiers import read_number
from reader.cable.patterns import pattern
from reader.records import Record

DATE_TIME_GROUP: Final = 1
NUMBER: Final = 2
WORD: Final = 3
NEWLINE: Final = 4
SIGN: Final = 5
OTHER: Final = 6

# 162245Z OCT 08, 311345Z; then 501, #3565, O1512; then MOSCOW, COTON0U, 0TTAWA, SANTIAG0 and the
# ASHGABAT of ASHGABAT687; then a line end, a sign, and what is mixed: 9TH.
TOKEN: Final = pattern(
    r"([0-9]{6} ?[Zz](?: ?[A-Za-z]{3} ?[0-9]{2,4})?(?![0-9A-Za-z]))"
    r"|(#?[Oo]?[0-9][0-9Oo]{0,7}(?![0-9A-Za-z]))"
    r"|((?:0(?=[A-Za-z]{3}))?[^\W\d_](?:[^\W\d_]|['’]|0(?![0-9]))*)"
    r"|(\n)"
    r"|([^\w \t])"
    r"|(\w+)"
)


class Token(Record):
    """A piece of the field: what it is, its characters, and where they stand in the field."""

    kind: int
    text: str
    start: int
    end: int

    @property
    def number(self) -> int:
        """The value of a NUMBER: #3565, O1512; 0 of anything else."""
        return read_number(self.text.lstrip("#")) if self.kind == NUMBER else 0


def read_tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens between two places of a field."""
    return [
        Token(match.lastindex or OTHER, match.group(), *match.span())
        for match in TOKEN.finditer(text, start, end)
    ]


def closing_brackets(tokens: list[Token]) -> dict[int, int]:
    """For the index of each opening bracket the index of the one that closes it, if one does."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for index, token in enumerate(tokens):
        if token.kind != SIGN:
            continue
        if token.text in "([":
            opened.append(index)
        elif token.text in ")]" and opened:
            pairs[opened.pop()] = index
    return pairs
