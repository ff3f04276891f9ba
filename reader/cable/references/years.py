"""Years of cited cables: before the station, after the serial; and dates that are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cable.identifiers import read_year
from reader.cable.references.tokens import DATE_TIME_GROUP, NUMBER, SIGN, WORD
from reader.cable.references.words import CONJUNCTIONS, MONTHS, QUALIFIERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.cable.references.tokens import Token


class YearReader:
    """Reads the years of one item; every method takes the index of a token, or a token."""

    __slots__ = ("_brackets", "_last", "_tokens", "_year")

    def __init__(
        self, tokens: Sequence[Token], brackets: Mapping[int, int], year: int | None
    ) -> None:
        self._tokens = tokens
        self._brackets = brackets
        self._year = year
        self._last = year or 2040

    def before(self, index: int) -> tuple[int | None, int]:
        """09, 2009, '09, (09), 09-: the year, and the index after it."""
        token = self._tokens[index]
        place = index
        closing = None
        if token.kind == SIGN:
            if token.text in "'’‘":
                place = index + 1
            elif token.text in "([" and self._brackets.get(index) == index + 2:
                place, closing = index + 1, index + 2
            else:
                return None, index
        year = self.read(self._tokens[place])
        if year is None:
            return None, index
        place = closing + 1 if closing is not None else place + 1
        while self._tokens[place].text in ("-", ".", "/", "\n"):
            place += 1
        return year, place

    def before_serial(self, index: int) -> tuple[int | None, int]:
        """OSLO 2008 12: the year between a station and its serial, and the index of the serial."""
        token = self._tokens[index]
        following = self._tokens[index + 1]
        if not self.is_near(token) or following.kind != NUMBER or self.past(following):
            return None, index
        return token.number, index + 1

    def read(self, token: Token) -> int | None:
        """A number of two or four digits as a year, wherever it stands."""
        if token.kind != NUMBER or len(token.text) not in (2, 4) or token.text[0] == "#":
            return None
        year = read_year(token.text)
        return year if 1950 <= year <= 2060 else None

    def is_near(self, token: Token) -> bool:
        """Whether four digits are a year near the cable's own, more likely than a serial."""
        if token.kind != NUMBER or len(token.text) != 4:
            return False
        year = token.number if token.text[0] != "#" else 0
        return (self._year or 2040) - (15 if self._year else 75) <= year <= self._last + 1

    def is_own(self, token: Token) -> bool:
        """Whether four digits are the citing cable's own year: `2007 AND PREVIOUS`."""
        return token.kind == NUMBER and len(token.text) == 4 and token.number == self._year

    def after(self, index: int, serial: Token) -> tuple[int | None, int]:
        """(09), '09, /09, -91, 2008, OF 2008: the year after a serial, and the index after it."""
        token = self._tokens[index]
        following = self._tokens[index + 1]
        if token.kind == DATE_TIME_GROUP:
            digits = token.text[-2:]
            return (read_year(digits) if digits.isdigit() else None), index + 1
        if token.kind == NUMBER:
            year = self.past(token)
            return (year, index + 1) if year and following.kind != WORD else (None, index)
        if token.kind == WORD and token.text.upper() in ("OF", "DATED", "FROM"):
            year = self.past(following) if len(following.text) == 4 else None
            return (year, index + 2) if year else (None, index)
        if token.kind != SIGN:
            return None, index
        year = self.past(following)
        if year is None:
            return None, index
        if token.text in "'’‘":
            return year, index + 2
        if token.text in "([" and self._brackets.get(index) == index + 2:
            return year, index + 3
        long_enough = len(serial.text) > 2 or following.text[0] in "0O"
        if token.text in "/-" and long_enough and self._tokens[index + 2].text != token.text:
            return year, index + 2
        return None, index

    def past(self, token: Token) -> int | None:
        """A number as the year of a cited cable: not before 1960, not after the citing cable."""
        year = self.read(token)
        return year if year is not None and 1960 <= year <= self._last else None

    def is_date(self, index: int) -> bool:
        """Whether a number is the day of 10 DECEMBER, 22-24 AUG or 5/11/07."""
        tokens = self._tokens
        token = tokens[index]
        if len(token.text) > 2 or token.number > 31:
            return False
        if tokens[index + 1].text in ("-", "/") and tokens[index + 2].kind == NUMBER:
            third = tokens[index + 3]
            if third.text.upper() in MONTHS or third.text == tokens[index + 1].text:
                return len(tokens[index + 2].text) <= 2
        return tokens[index + 1].text.upper() in MONTHS

    def names_event(self, index: int, year: int | None) -> bool:
        """Whether the number is a year with a word after it: OSLO 2008 CONFERENCE."""
        if year is not None or not self.is_near(self._tokens[index]):
            return False
        following = self._tokens[index + 1]
        word = following.text.upper()
        return following.kind == WORD and word not in QUALIFIERS and word not in CONJUNCTIONS
