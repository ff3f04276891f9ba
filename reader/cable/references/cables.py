"""Cables as a REF field cites them: year, station, serials, lists and ranges (TELEGRAM.md 3.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.identifiers import fold_station, known_station, parse_reference_id
from reader.cable.references.qualifiers import read_qualifier
from reader.cable.references.tokens import (
    DATE_TIME_GROUP,
    NEWLINE,
    NUMBER,
    OTHER,
    WORD,
    Token,
    closing_brackets,
)
from reader.cable.references.words import (
    BEFORE_SENDERS,
    CONJUNCTIONS,
    FILLERS,
    LIST_SIGNS,
    MARKINGS,
    MONTHS,
    NOT_SENDERS,
    OFFICES_AT_POSTS,
    QUALIFIERS,
    RANGE,
    RANGE_WORDS,
)
from reader.cable.references.years import YearReader
from reader.records import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME_WORDS: Final = 5
"""A station has at most so many words: USMISSION USUN NEW YORK; one more for a word before it."""


LEAST_OWN_SERIAL: Final = 10
"""The citing station's own telegrams are not cited by a lone digit: `REF: REF 1` is no serial."""


class CitedCable(Record):
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

    __slots__ = ("brackets", "tokens", "years")

    def __init__(self, tokens: Sequence[Token], year: int | None) -> None:
        place = tokens[-1].end if tokens else 0
        end = Token(0, "", place, place)
        self.brackets = closing_brackets(list(tokens))
        self.tokens = [*tokens, end, end, end, end]
        self.years = YearReader(self.tokens, self.brackets, year)

    def read(self, index: int, *, alone: bool) -> tuple[list[CitedCable], int] | None:
        """The cables cited from here on, and the index after them; None when there is none.

        `alone` says that the item begins here: then a sender that we do not know may be one.
        """
        if self.tokens[index].kind == OTHER:
            return self._squeezed(index)
        year, place = self.years.before(index)
        found = self._named(index, year, place, alone=alone)
        if found is None and alone:
            found = self._reversed(index)
        return found

    def read_bare(
        self, index: int, station: str, year: int | None, *, inherited: bool
    ) -> tuple[list[CitedCable], int] | None:
        """Serials without a station: `B. 2962 AND PREVIOUS` goes on from the item before."""
        place = index
        own, after = self.years.before(index)
        if own is not None and after > index and self.tokens[after].kind == NUMBER:
            year, place = own, after
        token = self.tokens[place]
        if token.kind != NUMBER or not self._ends_bare(place):
            return None
        if self.years.is_own(token):
            return None
        if not inherited and (self.years.is_near(token) or token.number < LEAST_OWN_SERIAL):
            return None
        return self._serials(index, place, station, year)

    def _named(
        self, index: int, year: int | None, place: int, *, alone: bool
    ) -> tuple[list[CitedCable], int] | None:
        """A station by its name with its serials."""
        words, after = self._words(place)
        if not words:
            return None
        if len(words) > 1 and words[-1].upper() in FILLERS:
            words.pop()
        while len(words) > 1 and words[0].upper() in BEFORE_SENDERS:
            del words[0]
        inner_year, number = self._between(after)
        if year is None and inner_year is None:
            inner_year, number = self.years.before_serial(number)
        if self.tokens[number].kind != NUMBER:
            return None
        station = self._station(words)
        if station is None:
            if not (alone and self._may_be_sender(words, number)):
                return None
            station = fold_station(" ".join(words))
        if self.years.is_date(number) or self.years.names_event(number, year):
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
                year = self.years.read(inner)
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

    def _squeezed(self, index: int) -> tuple[list[CitedCable], int] | None:
        """An id without blanks: 09OSLO12."""
        token = self.tokens[index]
        found = parse_reference_id(token.text)
        if found is None or known_station(found.station) is None:
            return None
        cables = [CitedCable(*found, token.start, token.end, token.end)]
        return cables, self._qualify(cables, 0, index + 1, ranged=False)

    def _reversed(self, index: int) -> tuple[list[CitedCable], int] | None:
        """A serial before its station: 870 Ulaanbaatar."""
        token = self.tokens[index]
        if token.kind != NUMBER or len(token.text) < 3 or self.years.is_near(token):
            return None
        words, after = self._words(index + 1)
        if not words or self.tokens[after].kind == NUMBER:
            return None
        station = known_station(" ".join(words))
        serial = token.number
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
            serial = token.number
            if not serial:
                break
            last, place = self._range_end(place + 1, serial, station)
            own_year, place = self.years.after(place, token) if last is None else (None, place)
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
            own, beyond = self.years.before(place)
            if own is not None and self.tokens[beyond].kind == NUMBER:
                year, place = own, beyond
        return (cables, place) if cables else None

    def _range_end(self, index: int, serial: int, station: str) -> tuple[int | None, int]:
        """The last serial of `100-105`, `100 THROUGH OSLO 105`, and the index after it."""
        token = self.tokens[index]
        joins = token.text in ("-", "–") or token.text.upper() in RANGE_WORDS
        number = index + 1
        if token.kind == WORD and self.tokens[number].kind == WORD:
            words, number = self._words(number)
            joins = joins and self._station(words) == station
        following = self.tokens[number]
        if not joins or following.kind != NUMBER or following.text[0] == "#":
            return None, index
        last = following.number
        two_digits = len(following.text) == 2 and self.years.past(following) is not None
        if last <= serial or (two_digits and serial > 99) or len(following.text) < 2:
            return None, index
        return last, number + 1

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
        if self.years.is_date(index) or not self.tokens[index].number:
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

    def _qualify(self, cables: list[CitedCable], first: int, index: int, *, ranged: bool) -> int:
        """Give the cables from `first` on what is said of them; the index after it."""
        qualifiers: list[str] = [RANGE] if ranged else []
        place = index
        while True:
            after, more = read_qualifier(self.tokens, self.brackets, place)
            if after == place:
                break
            place = after
            qualifiers += more
        if place > index or ranged:
            end = self.tokens[place - 1].end
            said = tuple(qualifiers)
            cables[first:] = [cable._replace(end=end, qualifiers=said) for cable in cables[first:]]
        return place
