"""One item of a REF field: the cables that it cites, and what is no cable but never dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.identifiers import ReferenceId
from reader.cable.model import Reference, ReferenceKind, Span
from reader.cable.references.cables import CableReader
from reader.cable.references.january import may_be_of_last_year
from reader.cable.references.kinds import kind_of
from reader.cable.references.plain import read_plain_item
from reader.cable.references.tokens import DATE_TIME_GROUP, WORD, read_tokens
from reader.cable.references.words import CONJUNCTIONS, MARKINGS
from reader.records import Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.cable.references.cables import CitedCable
    from reader.cable.references.labels import LabelledItem
    from reader.cable.references.tokens import Token

# Signs at the edge of an item that are not of it: `- LIMA 5;`
EDGES: Final = " \t\n,;:.-&/+\u2013"

# Words that tie items together and name nothing, SEE ALSO LIMA 5; portion markings, (U) LIMA 5;
# and what a field says that cites nothing: NONE, N/A.
TIES: Final = frozenset(
    {
        *CONJUNCTIONS,
        *MARKINGS,
        "SEE",
        "ALSO",
        "CF",
        "PREVIOUS",
        "AS",
        "WELL",
        "NONE",
        "N",
        "A",
        "NIL",
    }
)

LEADING_SIGNS: Final = frozenset({",", ";", "/", "&", "-", "\u2013", ":", ".", "\n"})

# What goes on about the cable before it: LIMA 5, DATED 3 MAY; OSLO 7 (newline) PARA 2.
# Other words after a comma or on a line of their own are an item of their own.
GOES_ON: Final = frozenset({"DATED", "PARA", "PARAS", "PARAGRAPH", "RE", "SUBJ", "SUBJECT"})

# Asked of every item: an Enum takes ten times as long to give one of its members.
CABLE = ReferenceKind.CABLE

LONGEST_CABLE: Final = 400
"""Characters of a cable's id and what is said of it; further words are an item of their own."""


class Citing(Record):
    """What is known of the cable whose field is read."""

    year: int | None
    month: int | None
    station: str | None


class ItemReader:
    """Reads one item after the other; what one of them names, the next may leave out."""

    __slots__ = ("_citing", "_field", "_found", "_inherited", "_label", "_station", "_year")

    def __init__(self, field: str, citing: Citing) -> None:
        self._field = field
        self._citing = citing
        self._station = citing.station
        self._year: int | None = None
        self._inherited = False
        self._label: str | None = None
        self._found: list[Reference] = []

    def read(self, item: LabelledItem) -> list[Reference]:
        """The references of one item, all with its label, in the order of the text."""
        self._found = []
        self._label = item.label
        plain = read_plain_item(self._field, item.start, item.end)
        if plain is not None:
            self._add_cables([plain])
        else:
            self._read_tokens(read_tokens(self._field, item.start, item.end))
        return self._found

    def cited(self, cables: Sequence[tuple[str, CitedCable]]) -> tuple[Reference, ...]:
        """The references of a field whose items are cables, each with its label."""
        return tuple([self._reference(cable, label) for label, cable in cables])

    def _read_tokens(self, tokens: Sequence[Token]) -> None:
        """Cut an item into cables and what stands between them."""
        reader = CableReader(tokens, self._citing.year)
        place = begin = opening = closing = 0
        while place < len(tokens):
            closing = max(closing, reader.brackets.get(place, 0))
            cables = self._cables(reader, place, alone=place == opening)
            if cables is not None:
                self._add_text(tokens[begin:place])
                self._add_cables(cables[0])
                place = begin = opening = cables[1]
                continue
            if tokens[place].text == ";" and place > closing:
                self._add_text(tokens[begin:place])
                begin = place
                opening = place + 1
            elif place == opening:
                opening = _after_lead(tokens, reader.brackets, place)
            place = max(place + 1, opening)
        self._add_text(tokens[begin:])

    def _cables(
        self, reader: CableReader, place: int, *, alone: bool
    ) -> tuple[list[CitedCable], int] | None:
        """The cables cited at a token, and the index after them."""
        found = reader.read(place, alone=alone)
        if found is None and alone and self._station is not None:
            found = reader.read_bare(place, self._station, self._year, inherited=self._inherited)
        return found

    def _add_cables(self, cables: list[CitedCable]) -> None:
        for cable in cables:
            self._found.append(self._reference(cable, self._label))
        last = cables[-1]
        self._station, self._year, self._inherited = last.station, last.year, True

    def _reference(self, cable: CitedCable, label: str | None) -> Reference:
        """A cited cable with its id; in January it may be last year's (TELEGRAM.md 3.1)."""
        year = cable.year or self._citing.year
        target: str | None = None
        candidates: tuple[str, ...] = ()
        if year is not None:
            target = own_year = str(ReferenceId(year, cable.station, cable.serial))
            if cable.year is None and may_be_of_last_year(cable, year, self._citing.month):
                last_year = str(ReferenceId(year - 1, cable.station, cable.serial))
                target, candidates = None, (last_year, own_year)
        start, end = cable.start, cable.end
        text = self._printed(start, end)
        span = Span(start, end)
        return Reference(label, CABLE, target, text, candidates, cable.qualifiers, span)

    def _add_text(self, tokens: Sequence[Token]) -> None:
        """Keep what is no cable: as an item of its own, or with the cable that it goes on about."""
        if all(token.text.upper() in TIES or not token.text.isalnum() for token in tokens):
            return
        first = next(token for token in tokens if not _joins(token))
        start, end = self._without_edges(first.start, tokens[-1].end)
        if self._found and self._goes_on(tokens):
            cable = self._found[-1]
            span = Span(cable.span.start, end)
            self._found[-1] = cable._replace(text=self._printed(*span), span=span)
            return
        text = self._printed(start, end)
        kind = kind_of(text)
        if kind is ReferenceKind.TEXT and any(token.kind == DATE_TIME_GROUP for token in tokens):
            kind = ReferenceKind.DATE_TIME_GROUP
        self._found.append(Reference(self._label, kind, None, text, span=Span(start, end)))

    def _goes_on(self, tokens: Sequence[Token]) -> bool:
        """Whether words after a cable are about it: `LIMA 5 - FERRIES`, not `LIMA 5, A FAX`."""
        cable = self._found[-1]
        if cable.kind is not ReferenceKind.CABLE or len(cable.text) > LONGEST_CABLE:
            return False
        first = tokens[0]
        if first.kind == WORD:
            return first.text.upper() not in CONJUNCTIONS
        if first.text not in (",", ";", "/", "&", "\n"):
            return True
        word = next((token.text.upper() for token in tokens if token.kind == WORD), "")
        return word in GOES_ON

    def _without_edges(self, start: int, end: int) -> tuple[int, int]:
        """The places without the blanks and signs around an item."""
        text = self._field[start:end]
        start += len(text) - len(text.lstrip(EDGES))
        return start, start + len(self._field[start:end].rstrip(EDGES + "(["))

    def _printed(self, start: int, end: int) -> str:
        return " ".join(self._field[start:end].split())


def _after_lead(tokens: Sequence[Token], brackets: Mapping[int, int], place: int) -> int:
    """The index after what may stand before an item: a sign between two, SEE, AND, (U)."""
    token = tokens[place]
    if token.text in LEADING_SIGNS or token.text.upper() in TIES:
        return place + 1
    if brackets.get(place) == place + 2 and tokens[place + 1].text.upper() in MARKINGS:
        return place + 3
    return place


def _joins(token: Token) -> bool:
    """Whether a token only joins what stands before it with what follows: a sign, AND."""
    return token.text in LEADING_SIGNS or token.text.upper() in CONJUNCTIONS
