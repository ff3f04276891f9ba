"""The acronyms of a cable: what they stand for, and where they stand.

The cable's own explanations come first: `Harbor Safety Board (HSB)` says what HSB is. Then the
vocabulary is asked. What neither knows is listed only where it occurs more than once, and is said
not to be in the glossary.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.cable.vocabulary import acronym_meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cable.model import Cable, Paragraph

# UNSCR, EUR/RUS, PolOff, U.S., ZANU-PF, G-20
TOKEN: Final = re.compile(r"[A-Za-z][A-Za-z0-9]{0,30}(?:[./&-][A-Z0-9][A-Za-z0-9]{0,11}){0,4}\.?")
# An acronym in brackets, behind its words: (HSB)
IN_BRACKETS: Final = re.compile(r"\(([A-Z][A-Za-z0-9&/-]{1,9})\)")
# An acronym, and its words in brackets behind it.
BEFORE_BRACKETS: Final = re.compile(r"\b([A-Z][A-Z0-9&/-]{1,9}) \(([A-Za-z][^()\n]{4,120})\)")
WORD: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’]*")
CAPITALS: Final = re.compile("[A-Z]")
SMALL_LETTERS: Final = re.compile("[a-z]")
# II, XIV, XXXX: numbers and redactions
NO_ACRONYM: Final = re.compile(r"[IVXLCDM]+|X{2,}[A-Z]?")

BY_POST: Final = ", as the post tells"
"""Ends the meanings of which the post decides which one holds."""
COUNTRIES: Final = re.compile(r", | or ")

LOOKED_BACK: Final = 160
"""Characters before a bracket in which the words of an acronym are looked for."""
LONGEST: Final = 10
"""Letters of an acronym that the vocabulary does not know."""
RUN: Final = 4
"""Words in capitals next to each other that are a heading, not acronyms."""
SMALL_WORDS: Final = frozenset({"a", "an", "and", "at", "by", "de", "des", "du", "for", "in", "la",
                                "of", "on", "the", "to", "with"})  # fmt: skip
ALSO_WORDS: Final = frozenset(
    {
        "AID", "AIT", "AMB", "AMIS", "ARF", "BIT", "CAT", "CLASS", "COIN", "COM", "CON", "CONS",
        "COP", "DART", "DOE", "DOT", "ECHO", "EM", "FAST", "FM", "GAM", "GOT", "GUAM", "HOD",
        "HUD", "ICE", "ID", "IT", "JEM", "MAP", "MED", "MEND", "MIT", "MOD", "PA", "PAN", "PAS",
        "PIC", "POL", "SALT", "SALW", "SAM", "SAPO", "SEC", "SEED", "START", "SWIFT", "TIP", "US",
        "VIP", "WHO",
    }
)  # fmt: skip
"""Acronyms that are words too, which in a text of capitals says nothing."""
MOSTLY: Final = 0.7
"""Share of capitals among the letters of a text that is printed in capitals."""


class Place(NamedTuple):
    """Where a term stands: in which paragraph, and its characters in the paragraph's text."""

    ordinal: int
    start: int
    end: int


class Term(NamedTuple):
    """An acronym of a cable."""

    word: str
    meaning: str | None
    """None where neither the cable nor the vocabulary says."""
    is_own: bool
    """Whether the cable itself says what it stands for."""
    places: tuple[Place, ...]


def glossary(cable: Cable) -> tuple[Term, ...]:
    """The acronyms of a cable by the alphabet; time grows with the text."""
    own: dict[str, str] = {}
    for paragraph in cable.paragraphs:
        for word, meaning in _definitions(paragraph.text):
            own.setdefault(word, meaning)
    found: dict[str, list[Place]] = {}
    for paragraph in cable.paragraphs:
        for word, place in _words(paragraph, own):
            found.setdefault(word, []).append(place)
    country = _country(cable)
    terms = (
        Term(word, own.get(word) or _by_post(word, country), word in own, tuple(places))
        for word, places in found.items()
    )
    listed = [term for term in terms if term.meaning or len(term.places) > 1]
    return tuple(sorted(listed, key=lambda term: term.word))


def _country(cable: Cable) -> str:
    """Where the post is that sent a cable; empty where that is not known."""
    from reader.cable.citation.posts import sender  # noqa: PLC0415 - many rows to read

    found = sender(cable)
    return found.country.removeprefix("the ") if found is not None else ""


def _by_post(word: str, country: str) -> str | None:
    """The vocabulary's meaning; of several governments, that of the country of the post."""
    meaning = acronym_meaning(word)
    if meaning is None or not country or not meaning.endswith(BY_POST):
        return meaning
    before, of, countries = meaning.removesuffix(BY_POST).partition(" of ")
    named = [each.removeprefix("the ") for each in COUNTRIES.split(countries)]
    return f"{before}{of}{country}" if country in named else meaning


def _words(paragraph: Paragraph, own: dict[str, str]) -> Iterator[tuple[str, Place]]:
    """What may be an acronym in a paragraph, as the glossary has it, and where."""
    text = paragraph.text
    in_capitals = _is_in_capitals(text)
    run: list[tuple[str, Place]] = []
    for match in TOKEN.finditer(text):
        printed = match.group()
        word = None if printed[1:].islower() else _as_listed(printed, own)
        if word is None:
            if run:
                # Only a run of unknown words goes on.
                yield from run if len(run) < RUN else ()
                run = []
            continue
        length = len(printed.rstrip(".") if word[-1] != "." else printed)
        place = Place(paragraph.ordinal, match.start(), match.start() + length)
        if word in own or acronym_meaning(word):
            if not (in_capitals and word in ALSO_WORDS and word not in own):
                yield word, place
        elif not in_capitals:
            run.append((word, place))
            continue
        yield from run if len(run) < RUN else ()
        run = []
    yield from run if len(run) < RUN else ()


def _as_listed(printed: str, own: dict[str, str]) -> str | None:
    """How the glossary has a word: without a plural's s, in capitals; None for no acronym."""
    word = printed if printed in own or acronym_meaning(printed) else printed.rstrip(".")
    capitals = sum(sign.isupper() for sign in word)
    if capitals < 2 or NO_ACRONYM.fullmatch(word):
        return None
    if word in own or acronym_meaning(word):
        return word
    single = word.removesuffix("s")
    for known in (single, single.upper(), word.upper()):
        if known in own or acronym_meaning(known):
            return known
    if single.isupper() and 2 <= len(single) <= LONGEST and single.isalpha():
        return single
    return None


def _is_in_capitals(text: str) -> bool:
    capitals = len(CAPITALS.findall(text))
    return capitals > MOSTLY * (capitals + len(SMALL_LETTERS.findall(text)))


def _definitions(text: str) -> Iterator[tuple[str, str]]:
    """What a text itself says of its acronyms: the word, and the words before or after it."""
    for match in IN_BRACKETS.finditer(text):
        word = match[1].removesuffix("s")
        before = text[max(match.start() - LOOKED_BACK, 0) : match.start()]
        meaning = _spelled_before(word, before.replace("\n", " "))
        if meaning:
            yield word, meaning
    for match in BEFORE_BRACKETS.finditer(text):
        if _initials(match[2]) == _letters(match[1]) and len(_letters(match[1])) > 1:
            yield match[1], " ".join(match[2].split())


def _spelled_before(word: str, before: str) -> str | None:
    """The last words of a text whose initials are the letters of a word."""
    wanted = _letters(word)
    if len(wanted) < 2:
        return None
    words = list(WORD.finditer(before))
    left = len(wanted)
    # From the last letter to the first; small words may have one or none.
    for index in range(len(words) - 1, -1, -1):
        part = words[index].group()
        if part[0].upper() == wanted[left - 1]:
            left -= 1
        elif part.lower() not in SMALL_WORDS:
            return None
        if left == 0:
            start = words[index].start()
            spelled = before[start:].strip(" \"'“”")
            return spelled if any(sign.islower() for sign in spelled) else None
    return None


def _initials(text: str) -> str:
    words = (match.group() for match in WORD.finditer(text))
    return "".join(word[0].upper() for word in words if word.lower() not in SMALL_WORDS)


def _letters(word: str) -> str:
    return "".join(sign for sign in word.upper() if sign.isalnum())
