"""The classification line: UNCLAS SECTION 01 OF 02 MOSCOW 000501 (TELEGRAM.md 2.2).

The words are spaced out or not, in any case, and the first letter is doubled, lost, or has a stray
one before it.
"""

from __future__ import annotations

from typing import Final

from reader.cable.model import Classification
from reader.cable.patterns import ANY_CASE, pattern
from reader.records import Record

SERIAL_DIGITS: Final = 8


class ClassificationLine(Record):
    """What stands on a classification line."""

    classification: Classification
    station: str | None
    """In capitals as printed, with its blanks: THE HAGUE."""
    serial: int | None
    section: int | None
    section_count: int | None
    captions: str
    """What stands between the classification and the station: NOFORN."""
    is_garbled: bool
    """Whether the classification's first letters were mended."""
    end: int
    """Where the line ends, characters into the text; what follows is another field."""


def _spaced(word: str) -> str:
    """A pattern for a word that may be spaced out: C O N F I D E N T I A L."""
    return r"[ \t]{0,3}".join(word)


def _tolerant(word: str) -> str:
    """As `_spaced`, with a first letter that is lost, or one stray letter before it."""
    return rf"(?:[A-Z][ \t]?)?{word[0]}?[ \t]{{0,3}}{_spaced(word[1:])}"


# UNCLAS, UUNCLAS, UNCLASSIFIED, C O N F I D E N T I A L, CSE C R E T, O N F I D E N T I A L,
# LIMITED OFFICIAL USE, L O U, T O P  S E C R E T
WORDS: Final = (
    (Classification.TOP_SECRET, rf"{_spaced('TOP')}[ \t]{{1,4}}{_spaced('SECRET')}"),
    (
        Classification.LIMITED_OFFICIAL_USE,
        rf"{_spaced('LIMITED')}[ \t]{{1,4}}(?:{_spaced('OFFICIAL')}|OFFICAL)"
        rf"[ \t]{{1,4}}{_spaced('USE')}|LOU",
    ),
    (Classification.UNCLASSIFIED, rf"{_tolerant('UNCLAS')}(?:{_spaced('SIFIED')})?"),
    (Classification.CONFIDENTIAL, _tolerant("CONFIDENTIAL")),
    (Classification.SECRET, _tolerant("SECRET")),
)
BEGINNINGS: Final = {
    classification: pattern(shape + r"(?![A-Z])", ANY_CASE) for classification, shape in WORDS
}
# What the words above are without blanks when nothing is wrong with them.
SOUND: Final = frozenset(
    {"TOPSECRET", "LIMITEDOFFICIALUSE", "LOU", "UNCLAS", "UNCLASSIFIED", "CONFIDENTIAL", "SECRET"}
)
# What is left of every classification without its blanks and its first letter, and LOU.
SIGNS: Final = (
    ("NCLAS", (Classification.UNCLASSIFIED,)),
    ("ONFID", (Classification.CONFIDENTIAL,)),
    ("ECRET", (Classification.TOP_SECRET, Classification.SECRET)),
    ("IMITE", (Classification.LIMITED_OFFICIAL_USE,)),
    ("LOU", (Classification.LIMITED_OFFICIAL_USE,)),
)
LONGEST_SPACED: Final = 18
"""Characters of a line in which such letters stand, blanks between them included."""

# NOFORN, //NOFORN, E F T O, SENSITIVE, NODIS: what may stand between classification and station
CAPTIONS: Final = (
    r"(?P<captions>(?:[ \t/,-]{1,4}(?:NOFORN|N O F O R N|NODIS|N O D I S|EXDIS|E X D I S|LIMDIS|"
    r"STADIS|ORCON|SENSITIVE|SIPDIS|NF|EFTO|E F T O|FOUO|F O U O|SBU|"
    r"FOR OFFICIAL USE ONLY|CORRECTED COPY)(?![A-Z])){0,4})"
)
# SECTION 01 OF 02, SECTION 1 OF 3, FINAL SECTION OF 2, SECT 01 OF 02
SECTION: Final = (
    r"(?:[ \t/]{0,4}(?:FINAL[ \t])?SECT?(?:ION)?\.?[ \t]{0,3}(?P<section>\d{1,2})?[ \t]{0,3}"
    r"OF[ \t]{0,3}(?P<count>\d{1,2}))?"
)
# MOSCOW 000501, USUN NEW YORK 000282, PORT-AU-PRINCE 000012, STATE   00100153
STATION: Final = (
    r"(?:[ \t/]{0,30}(?P<station>[A-Z][A-Z0 .'-]{0,38}?[A-Z.])[ \t]{0,4}(?P<serial>\d{1,8})(?!\d))?"
)
REST: Final = pattern(CAPTIONS + SECTION + STATION, ANY_CASE)
# SECTION 01 OF 02 REYKJAVIK 000501, and nothing else up to the end of the line
USUAL: Final = pattern(
    r"[ ]{1,3}(?:SECTION (\d\d) OF (\d\d) )?([A-Z]{2}[A-Z .'-]{1,38}?) {1,3}(\d{4,6})$"
)
NO_STATION: Final = frozenset(
    {"NOFORN", "NODIS", "EXDIS", "LIMDIS", "STADIS", "ORCON", "SENSITIVE", "SIPDIS", "NF", "EFTO",
     "FOUO", "SBU", "FOR", "CORRECTED", "SECTION", "FINAL"}
)  # fmt: skip
# CONFIDENTIAL SECTION 01 OF 02: the station's name may be that of no station
SECTION_AFTER: Final = pattern(
    r"[ \t/]{0,4}SECTION[ \t]{0,3}(?P<section>\d{1,2})[ \t]{0,3}OF[ \t]{0,3}(?P<count>\d{1,2})",
    ANY_CASE,
)

# What may stand on the line after it: SIPDIS, STATE FOR EUR, E.O. 12958; in a sentence-cased copy
# too. Not: `Secret talks in Oslo 15 years ago`.
FOLLOWING: Final = pattern(
    r"[ \t/.*>-]{0,200}+(?:$|[A-Z]{2}|[A-Z]/|\(|E\.?O\b|[Ss]ipdis|[Nn]oforn|[Ss]tate for)"
)


def read_classification_line(text: str) -> ClassificationLine | None:
    """Read a line, without leading blanks, as a classification line; None when it is none.

    A line of the classification alone is one, and so is one with station and serial; a sentence
    that begins with the word is not.
    """
    found = _beginning(text)
    if found is None:
        return None
    classification, place = found
    is_garbled = "".join(text[:place].split()).upper() not in SOUND
    usual = USUAL.match(text, place)
    if usual and usual[3].partition(" ")[0] not in NO_STATION:
        section, count, station, serial = usual.groups()
        end, captions = usual.end(), ""
    else:
        rest = REST.match(text, place)
        if rest is None:
            return None
        captions, section, count, station, serial = rest.groups()
        end = rest.end()
        if station is None and count is None and text[end:].strip(" \t/.*-"):
            return None
        after = SECTION_AFTER.match(text, end) if station is not None and count is None else None
        if after:
            section, count, end = after["section"], after["count"], after.end()
        if not FOLLOWING.match(text, end):
            return None
    return ClassificationLine(
        classification,
        " ".join(station.upper().split()) if station else None,
        int(serial) if serial else None,
        int(section) if section else None,
        int(count) if count else None,
        captions.strip(" \t/,-").upper(),
        is_garbled,
        end,
    )


def _beginning(text: str) -> tuple[Classification, int] | None:
    """The classification with which a line begins, and where its words end."""
    letters = text[:LONGEST_SPACED].replace(" ", "").upper()
    for sign, classifications in SIGNS:
        if sign in letters:
            for classification in classifications:
                match = BEGINNINGS[classification].match(text)
                if match:
                    return classification, match.end()
    return None
