"""Cables as a REF field cites them: year, station, serials, lists and ranges (TELEGRAM.md 3.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from reader.cable.identifiers import fold_station, known_station, read_number, read_year
from reader.cable.references.tokens import (
    DATE_TIME_GROUP,
    NEWLINE,
    NUMBER,
    SIGN,
    WORD,
    Token,
    closing_brackets,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME_WORDS: Final = 5
"""A station has at most so many words: USMISSION USUN NEW YORK; one more for a word before it."""

# Words between a station and its serial: MOSCOW NO. 501, OSLO TELEGRAM 12
FILLERS: Final = frozenset({"NO", "NR", "NUMBER", "CABLE", "CABLES", "TELEGRAM", "TEL", "REFTEL"})

# Offices at a post that number their own telegrams: USDAO PARIS 12 is not the embassy's.
OFFICES_AT_POSTS: Final = frozenset({"USDAO", "DAO", "DEA", "LEGATT", "RSO", "HOTR"})

# What a number follows that is no sender: UNSCR 1540, PUBLIC LAW 107, JULY 15, ARTICLE 41
NOT_SENDERS: Final = frozenset(
    {
        "ACT", "AGREEMENT", "AIRGRAM", "ANNEX", "ARTICLE", "CASE", "CHAPTER", "CIRCULAR",
        "CONVENTION", "DECISION", "DECREE", "DOCUMENT", "EXP", "FAH", "FAM", "FBIS", "FY", "IIR",
        "LAW", "LIC", "LICENSE", "LICENCE", "NOTE", "NSC", "OSC", "PAGE", "PARA", "PARAGRAPH",
        "PARAS", "PART", "PL", "POINTS", "PUBLIC", "RES", "RESOLUTION", "ROOM", "SECTION", "TD",
        "TDX", "TITLE", "TREATY", "UN", "UNGA", "UNGAR", "UNSC", "UNSCR", "UNSCRS", "USC",
        "VERSION", "VOLUME", "E", "EMAIL", "MAIL", "EMAILS", "MAILS", "MEMO", "FAX", "LETTER",
        "REPORT", "TELCON", "MEETING", "SPOT", "AND", "OF", "ON", "FROM", "THE", "FOR", "CA", "A",
    }
)  # fmt: skip

MONTHS: Final = frozenset(
    {
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "SEPT", "OCT", "NOV",
        "DEC", "JANUARY", "FEBRUARY", "MARCH", "APRIL", "JUNE", "JULY", "AUGUST", "SEPTEMBER",
        "OCTOBER", "NOVEMBER", "DECEMBER",
    }
)  # fmt: skip

# What is said of a cited cable: MOSCOW 501 (NOTAL), STATE 12 EXDIS, OSLO 3 (S/NF)
QUALIFIERS: Final = frozenset(
    {
        "NOTAL", "EXDIS", "NODIS", "LIMDIS", "STADIS", "NOFORN", "SIPDIS", "SENSITIVE", "SBU",
        "PASEP", "SEPTEL", "U", "C", "S", "TS", "UNCLAS", "UNCLASSIFIED", "CONFIDENTIAL",
        "SECRET", "LOU", "FOUO", "NF", "ORCON", "SERIES", "ROGER", "CHANNEL",
    }
)  # fmt: skip
MARKINGS: Final = frozenset({"U", "C", "S", "TS", "SBU", "NF", "LOU", "FOUO", "ORCON"})
# AND PREVIOUS, AND SUBSEQUENT, ET AL
CONTINUED: Final = frozenset({"PREVIOUS", "PRIOR", "EARLIER", "SUBSEQUENT", "AL", "SEQ"})

CONJUNCTIONS: Final = frozenset({"AND", "OR", "ET"})
LIST_SIGNS: Final = frozenset({",", ";", "/", "&", "+"})
RANGE_WORDS: Final = frozenset({"THROUGH", "THRU", "TO"})
RANGE: Final = "RANGE"
"""The qualifier of the first and the last cable of a range, of which the others are not listed."""


class CitedCable(NamedTuple):
    """One cable of a field: what of its id is printed, and where."""

    year: int | None
    """Four digits; None where the field does not give it."""
    station: str
    serial: int
    start: int
    id_end: int
    """Where the id ends; its qualifiers or its title in brackets may follow."""
    end: int
    qualifiers: tuple[str, ...] = ()


class CableReader:
    """Reads the cables of one item from its tokens; every method takes the index of a token."""

    __slots__ = ("brackets", "last_year", "tokens", "year")

    def __init__(self, tokens: Sequence[Token], year: int | None) -> None:
        place = tokens[-1].end if tokens else 0
        end = Token(0, "", place, place)
        self.brackets = closing_brackets(list(tokens))
        self.tokens = [*tokens, end, end, end, end]
        self.year = year
        self.last_year = year or 2040

    def read(self, index: int, *, alone: bool) -> tuple[list[CitedCable], int] | None:
        """The cables cited from here on, and the index after them; None when there is none.

        `alone` says that the item begins here: then a sender that we do not know may be one.
        """
        year, place = self._year_before(index)
        found = self._named(index, year, place, alone=alone)
        if found is None and place > index:
            found = self._reversed(index)
        return found

    def read_bare(
        self, index: int, station: str, year: int | None, *, inherited: bool
    ) -> tuple[list[CitedCable], int] | None:
        """Serials without a station: `B. 2962 AND PREVIOUS` goes on from the item before."""
        place = index
        own, after = self._year_before(index)
        if own is not None and after > index and self.tokens[after].kind == NUMBER:
            year, place = own, after
        token = self.tokens[place]
        if token.kind != NUMBER or not self._ends_bare(place):
            return None
        if not inherited and self._is_year(token):
            return None
        return self._serials(index, place, station, year)

    # -- year ---------------------------------------------------------------------------------

    def _year_before(self, index: int) -> tuple[int | None, int]:
        """09, 2009, '09, (09), 09-: the year, and the index after it."""
        token = self.tokens[index]
        place = index
        closing = None
        if token.kind == SIGN:
            if token.text in "'’‘":
                place = index + 1
            elif token.text in "([" and self.brackets.get(index) == index + 2:
                place, closing = index + 1, index + 2
            else:
                return None, index
        year = self._two_or_four(self.tokens[place])
        if year is None:
            return None, index
        place = closing + 1 if closing is not None else place + 1
        while self.tokens[place].text in ("-", ".", "/", "\n"):
            place += 1
        return year, place

    def _two_or_four(self, token: Token) -> int | None:
        """A number of two or four digits as a year, wherever it stands."""
        if token.kind != NUMBER or len(token.text) not in (2, 4) or token.text[0] == "#":
            return None
        year = read_year(token.text)
        return year if 1950 <= year <= 2060 else None

    def _is_year(self, token: Token) -> bool:
        """Whether four digits are a year near the cable's own, more likely than a serial."""
        if token.kind != NUMBER or len(token.text) != 4:
            return False
        year = read_number(token.text) if token.text[0] != "#" else 0
        return (self.year or 2040) - (15 if self.year else 75) <= year <= self.last_year + 1

    def _year_after(self, index: int, serial: Token) -> tuple[int | None, int]:
        """(09), '09, /09, -91, 2008, OF 2008: the year after a serial, and the index after it."""
        token = self.tokens[index]
        following = self.tokens[index + 1]
        if token.kind == DATE_TIME_GROUP:
            digits = token.text[-2:]
            return (read_year(digits) if digits.isdigit() else None), index + 1
        if token.kind == NUMBER:
            year = self._past_year(token)
            return (year, index + 1) if year and following.kind != WORD else (None, index)
        if token.kind == WORD and token.text.upper() in ("OF", "DATED", "FROM"):
            year = self._past_year(following) if len(following.text) == 4 else None
            return (year, index + 2) if year else (None, index)
        if token.kind != SIGN:
            return None, index
        year = self._past_year(following)
        if year is None:
            return None, index
        if token.text in "'’‘":
            return year, index + 2
        if token.text in "([" and self.brackets.get(index) == index + 2:
            return year, index + 3
        long_enough = len(serial.text) > 2 or following.text[0] in "0O"
        if token.text in "/-" and long_enough and self.tokens[index + 2].text != token.text:
            return year, index + 2
        return None, index

    def _past_year(self, token: Token) -> int | None:
        """A number as the year of a cited cable: not before 1960, not after the citing cable."""
        year = self._two_or_four(token)
        return year if year is not None and 1960 <= year <= self.last_year else None

    # -- station ------------------------------------------------------------------------------

    def _named(
        self, index: int, year: int | None, place: int, *, alone: bool
    ) -> tuple[list[CitedCable], int] | None:
        """A station by its name with its serials."""
        words, after = self._words(place)
        if not words:
            return None
        if len(words) > 1 and words[-1].upper() in FILLERS:
            words.pop()
        inner_year, number = self._between(after)
        if self.tokens[number].kind != NUMBER:
            return None
        station = self._station(words)
        if station is None:
            if not (alone and self._may_be_sender(words, number)):
                return None
            station = fold_station(" ".join(words))
        if self._is_date(number) or self._names_event(number, year):
            return None
        return self._serials(index, number, station, year or inner_year)

    def _words(self, index: int) -> tuple[list[str], int]:
        """Up to five words that follow each other: RIO DE JANEIRO, ST. PETERSBURG, OSAKA/KOBE."""
        words: list[str] = []
        place = index
        tokens = self.tokens
        while len(words) <= NAME_WORDS:
            token = tokens[place]
            if token.kind == WORD:
                words.append(token.text)
                place += 1
            elif words and token.text in ("-", ".", "/", "\n") and tokens[place + 1].kind == WORD:
                place += 1
            else:
                break
        return words, place

    def _between(self, index: int) -> tuple[int | None, int]:
        """What may stand before a serial: a line end, a sign, `(C)`, `(01)` with its year."""
        year = None
        place = index
        for _ in range(3):
            token = self.tokens[place]
            if token.kind == NEWLINE or token.text in ("-", ".", "#", ":"):
                place += 1
            elif token.text == "(" and self.brackets.get(place) == place + 2:
                inner = self.tokens[place + 1]
                year = self._two_or_four(inner)
                if year is None and inner.text.upper() not in MARKINGS:
                    break
                place += 3
            else:
                break
        return year, place

    def _station(self, words: list[str]) -> str | None:
        if words[0].upper() in OFFICES_AT_POSTS:
            return fold_station("".join(words)) if len(words) > 1 else None
        return known_station(" ".join(words))

    def _may_be_sender(self, words: list[str], number: int) -> bool:
        """Whether up to three words before a serial name a sender that has no row anywhere."""
        if len(words) > 3 or len(self.tokens[number].text.lstrip("#")) < 2:
            return False
        if any(word.upper() in NOT_SENDERS or word.upper() in MONTHS for word in words):
            return False
        named = all(word[0].isupper() and len(word) > 1 for word in words) and len(words[-1]) > 2
        following = self.tokens[number + 1]
        return named and (
            following.kind in (0, NEWLINE)
            or following.text in (",", ";", "(", ".")
            or following.text.upper() in QUALIFIERS
            or following.text.upper() == "AND"
        )

    # -- serials ------------------------------------------------------------------------------

    def _reversed(self, index: int) -> tuple[list[CitedCable], int] | None:
        """A serial before its station: 870 Ulaanbaatar."""
        token = self.tokens[index]
        if token.kind != NUMBER or len(token.text) < 3 or self._is_year(token):
            return None
        words, after = self._words(index + 1)
        if not words or self.tokens[after].kind == NUMBER:
            return None
        station = known_station(" ".join(words))
        serial = read_number(token.text.lstrip("#"))
        if station is None or not serial:
            return None
        end = self.tokens[after - 1].end
        return [CitedCable(None, station, serial, token.start, end, end)], after

    def _serials(
        self, index: int, number: int, station: str, year: int | None
    ) -> tuple[list[CitedCable], int] | None:
        """The serial at `number` and what follows it: its year, qualifiers, a list, a range."""
        cables: list[CitedCable] = []
        start = self.tokens[index].start
        place = number
        while True:
            token = self.tokens[place]
            serial = read_number(token.text.lstrip("#"))
            if not serial:
                break
            last, place = self._range_end(place + 1, serial)
            own_year, place = self._year_after(place, token) if last is None else (None, place)
            first = len(cables)
            stated = own_year or year
            end = self.tokens[place - 1].end
            cables.append(CitedCable(stated, station, serial, start, end, end))
            if last is not None:
                cables.append(CitedCable(stated, station, last, start, end, end))
            place = self._qualify(cables, first, place, ranged=last is not None)
            after = self._next_in_list(place)
            if after is None:
                break
            place = after
            start = self.tokens[place].start
            own, beyond = self._year_before(place)
            if own is not None and self.tokens[beyond].kind == NUMBER:
                year, place = own, beyond
        return (cables, place) if cables else None

    def _range_end(self, index: int, serial: int) -> tuple[int | None, int]:
        """The last serial of `100-105`, `100 THROUGH 105`, and the index after it."""
        token = self.tokens[index]
        following = self.tokens[index + 1]
        joins = token.text in ("-", "–") or token.text.upper() in RANGE_WORDS
        if not joins or following.kind != NUMBER or following.text[0] == "#":
            return None, index
        last = read_number(following.text)
        two_digits = len(following.text) == 2 and self._past_year(following) is not None
        if last <= serial or (two_digits and serial > 99) or len(following.text) < 2:
            return None, index
        return last, index + 2

    def _next_in_list(self, index: int) -> int | None:
        """The index of the next serial under the same station, if the list goes on."""
        place = index
        while place < index + 3:
            token = self.tokens[place]
            joins = token.text in LIST_SIGNS or token.kind == NEWLINE
            if not joins and token.text.upper() not in ("AND", "OR"):
                break
            place += 1
        token = self.tokens[place]
        if token.kind != NUMBER:
            return None
        if place == index and len(token.text) < 3:
            return None
        return place if self._ends_bare(place) else None

    def _ends_bare(self, index: int) -> bool:
        """Whether a number can be a serial without a station: no word follows but AND, NOTAL."""
        if self._is_date(index) or read_number(self.tokens[index].text.lstrip("#")) == 0:
            return False
        following = self.tokens[index + 1]
        if following.kind == NUMBER:
            return len(following.text) > 1 and self._ends_bare_once(index + 1)
        return self._ends_bare_once(index)

    def _ends_bare_once(self, index: int) -> bool:
        following = self.tokens[index + 1]
        if following.kind in (NUMBER, DATE_TIME_GROUP):
            return False
        if following.kind != WORD:
            return following.text not in ("-", ".", "'") or self.tokens[index + 2].kind != WORD
        word = following.text.upper()
        return word in QUALIFIERS or word in CONJUNCTIONS or word in RANGE_WORDS

    def _is_date(self, index: int) -> bool:
        """Whether a number is the day of 10 DECEMBER, 22-24 AUG or 5/11/07."""
        tokens = self.tokens
        token = tokens[index]
        if len(token.text) > 2 or read_number(token.text.lstrip("#") or "0") > 31:
            return False
        if tokens[index + 1].text in ("-", "/") and tokens[index + 2].kind == NUMBER:
            third = tokens[index + 3]
            if third.text.upper() in MONTHS or third.text == tokens[index + 1].text:
                return len(tokens[index + 2].text) <= 2
        return tokens[index + 1].text.upper() in MONTHS

    def _names_event(self, index: int, year: int | None) -> bool:
        """Whether the number is a year with a word after it: OSLO 2008 CONFERENCE."""
        if year is not None or not self._is_year(self.tokens[index]):
            return False
        following = self.tokens[index + 1]
        word = following.text.upper()
        return following.kind == WORD and word not in QUALIFIERS and word not in CONJUNCTIONS

    # -- qualifiers ---------------------------------------------------------------------------

    def _qualify(self, cables: list[CitedCable], first: int, index: int, *, ranged: bool) -> int:
        """Give the cables from `first` on what is said of them; the index after it."""
        qualifiers: list[str] = [RANGE] if ranged else []
        place = index
        while True:
            after, more = self._qualifier(place)
            if after == place:
                break
            place = after
            qualifiers += more
        if place > index or ranged:
            end = self.tokens[place - 1].end
            said = tuple(qualifiers)
            cables[first:] = [cable._replace(end=end, qualifiers=said) for cable in cables[first:]]
        return place

    def _qualifier(self, index: int) -> tuple[int, list[str]]:
        """One qualifier, or a title in brackets, and the index after it."""
        token = self.tokens[index]
        if token.text in ("(", "["):
            closing = self.brackets.get(index)
            return (closing + 1, self._bracketed(index, closing)) if closing else (index, [])
        place = index
        if token.text == "," or token.kind == NEWLINE:
            place += 1
        word = self.tokens[place].text.upper()
        following = self.tokens[place + 1].text.upper()
        if (word in CONJUNCTIONS or word == "&") and following in CONTINUED:
            return place + 2, [f"{'ET' if word == 'ET' else 'AND'} {following}"]
        if word in QUALIFIERS and len(word) > 2:
            return place + 1, [word]
        return index, []

    def _bracketed(self, opening: int, closing: int) -> list[str]:
        """The qualifiers in brackets, `(NOTAL, EXDIS)`; none when it is a title or a date."""
        inner = self.tokens[opening + 1 : closing]
        words = [token.text.upper() for token in inner if token.kind == WORD]
        if not words or len(words) > 6 or any(word not in QUALIFIERS for word in words):
            return []
        said = "".join(" " if token.kind == NEWLINE else token.text for token in inner)
        if "/" in said:
            return [said.upper().replace(" ", "")]
        parts = " ".join(token.text for token in inner).upper().split(",")
        return [" ".join(part.split()) for part in parts if part.strip()]
