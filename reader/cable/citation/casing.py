"""The title of a cable as a sentence: only names and initialisms keep their capitals.

A subject in capitals does not say which of its words are names; the body does, where they stand
with a capital inside a sentence and never without.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reader.cable.patterns import pattern
from reader.cable.titles import title_case
from reader.cable.vocabulary import TABLES, rows, table

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from reader.cable.model import Cable

WORD: Final = pattern(r"[^\W\d_]+")

# A word with a capital that begins no sentence, and one after it: told Sunna Strand; of Oslo
INSIDE: Final = pattern(r"[^\W_][,]?[ \n](?=([A-Z][a-z]+)(?:[ \n]([A-Z][a-z]+))?)")

# March and May are words as well: the body tells.
DAYS: Final = frozenset(
    {
        "january", "february", "april", "june", "july", "august", "september", "october",
        "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday",
    }
)  # fmt: skip

OPENING: Final = "\"'\u201c\u2018( "

# What a clause of a title ends with: "Ferries: a View"
CLAUSE: Final = pattern(r"[:?!][ ][\"'\u201c\u2018(]*\Z")


def sentence_case(cable: Cable) -> str:
    """The subject of a cable set as a sentence; empty where it has none."""
    title = title_case(cable.header.subject or "")
    names, pairs = _names_in(cable)
    matches = list(WORD.finditer(title))
    words = [match[0].lower() for match in matches]
    pieces: list[str] = []
    position = 0
    for place, match in enumerate(matches):
        pieces.append(title[position : match.start()])
        position = match.end()
        beside = (tuple(words[place - 1 : place + 1]), tuple(words[place : place + 2]))
        keeps = (
            words[place] in names
            or any(_is_name(pair, names, pairs) for pair in beside)
            or _begins(title, match.start())
        )
        pieces.append(match[0] if keeps or not match[0][1:].islower() else words[place])
    return "".join((*pieces, title[position:]))


def _is_name(
    pair: tuple[str, ...], names: AbstractSet[str], pairs: AbstractSet[tuple[str, ...]]
) -> bool:
    """Whether two words side by side are a name: New Zealand, Kettle Point."""
    return pair in _known_pairs() or (pair in pairs and not names.isdisjoint(pair))


def _begins(title: str, place: int) -> bool:
    """Whether the word at a place is the first of the title or of a clause in it."""
    before = title[max(0, place - 4) : place]
    return (place < 4 and not before.strip(OPENING)) or CLAUSE.search(before) is not None


def _names_in(cable: Cable) -> tuple[AbstractSet[str], AbstractSet[tuple[str, ...]]]:
    """The names that the body tells, and pairs of words that it has with capitals side by side.

    A name has a capital inside sentences and never stands without; `Point` of `Kettle Point` is
    part of one beside `Kettle`.
    """
    capitals: set[str] = set()
    pairs: set[tuple[str, ...]] = set()
    common = set(_common_words())
    for paragraph in cable.paragraphs:
        for match in INSIDE.finditer(paragraph.text):
            capitals.add(match[1].lower())
            if match[2]:
                pairs.add((match[1].lower(), match[2].lower()))
        common.update(word for word in WORD.findall(paragraph.text) if word.islower())
    return (capitals - common) | _known_names(), pairs


@cache
def _places() -> tuple[tuple[str, ...], ...]:
    """The words of the names of countries and cities, in small letters."""
    names = [row["meaning"] for row in rows("tags") if row["kind"] == "geographic"]
    names += [row["city"] for row in rows("embassies")]
    return tuple(tuple(map(str.lower, WORD.findall(name))) for name in names)


@cache
def _known_names() -> AbstractSet[str]:
    """Names that need no body to tell them; New and South are none by themselves."""
    return DAYS.union(place[0] for place in _places() if len(place) == 1)


@cache
def _known_pairs() -> AbstractSet[tuple[str, ...]]:
    return frozenset(pair for place in _places() for pair in pairwise(place))


@cache
def _common_words() -> AbstractSet[str]:
    """Words that our own explanations have in small letters: program, work."""
    return frozenset(
        word
        for name in TABLES
        if name not in {"embassies", "routing_indicators"}
        for meaning in table(name).values()
        for word in WORD.findall(meaning)
        if word.islower()
    )
