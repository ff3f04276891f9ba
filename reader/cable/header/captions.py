"""Captions, between the classification and the first field (TELEGRAM.md 2.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.patterns import ANY_CASE, pattern

if TYPE_CHECKING:
    import re

CORRECTED_COPY: Final = "CORRECTED COPY"

# Captions with fixed words; longer ones stand before those with which they begin.
NAMES: Final = (
    "SENSITIVE BUT UNCLASSIFIED", "SENSITIVE BUT UNCLAS", "NOT FOR INTERNET DISTRIBUTION",
    "NOT FOR INTERNET PUBLICATION", "LAW ENFORCEMENT SENSITIVE", "FOR OFFICIAL USE ONLY",
    "DISSENT CHANNEL", "ROGER CHANNEL", "MED CHANNEL", "DEA SENSITIVE", "NO CONTRACT",
    "NOCONTRACT", "NODIS CHEROKEE", "CHEROKEE", "SENSITIVE", "TERREP", "NOFORN", "SIPDIS",
    "STADIS", "LIMDIS", "PROPIN", "RELIDO", "AIDAC", "NODIS", "EXDIS", "ORCON", "FOUO", "SBU",
)  # fmt: skip

# SIPDIS; C O R R E C T E D  C O P Y (PARA 2); CODEL KETTLE; REL TO USA, GBR; N O F O R N
CAPTION: Final = pattern(
    r"[ \t,;/.&*-]{0,80}+(?:AND[ \t])?(?:"
    rf"(?P<name>{'|'.join(name.replace(' ', '[ ]{1,3}') for name in NAMES)})(?![A-Z0-9'])"
    r"|(?P<corrected>C[ ]?O[ ]?R[ ]?R[ ]?E[ ]?C[ ]?T[ ]?E[ ]?D[ ]{0,3}C[ ]?O[ ]?P[ ]?Y(?![A-Z]))"
    r"|(?P<party>(?:CODEL|STAFFDEL|NODEL|REL[ ]TO)[ ]{1,2}(?![A-Z]+[ ]FOR[ ])[A-Z][^\n]{0,80}?)"
    r"(?=[ ]{2}|$|/{2}|[ ](?:SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS))"
    r"|(?P<spaced>N[ ]O[ ]F[ ]O[ ]R[ ]N|S[ ]I[ ]P[ ]D[ ]I[ ]S|N[ ]O[ ]D[ ]I[ ]S|E[ ]X[ ]D[ ]I[ ]S"
    r"|L[ ]I[ ]M[ ]D[ ]I[ ]S|S[ ]T[ ]A[ ]D[ ]I[ ]S)(?![ ]?[A-Z])"
    r")",
    ANY_CASE,
)

# What may stand after captions on their line and is not theirs.
# DEPT FOR WHA; STATE PASS USTR; FROM AMBASSADOR; FOR S FROM CHARGE
PASSING: Final = pattern(
    r"[ \t/,;.-]{0,20}(?:[A-Z][A-Z./ -]{0,40}[ ](?:FOR|PASS)[ :]|FOR[ :]|FROM[ ])",
    ANY_CASE,
)

# NODIS is also written NODIS CHEROKEE, SBU is the abbreviation of a caption that has a row.
ONE_NAME: Final = {
    "SBU": "SENSITIVE BUT UNCLASSIFIED",
    "SENSITIVE BUT UNCLAS": "SENSITIVE BUT UNCLASSIFIED",
    "FOR OFFICIAL USE ONLY": "FOUO",
    "NO CONTRACT": "NOCONTRACT",
}


# The first words of all captions, and their first letters when they are spaced out.
FIRST_WORDS: Final = frozenset(
    {name.partition(" ")[0] for name in NAMES}
    | {"CODEL", "STAFFDEL", "NODEL", "REL", "AND", "CORRECTED", "CORRECTEDCOPY"}
    | set("CENLS")
)

# Captions that fill their line as they stand, which most do.
WHOLE_LINES: Final = {
    name: (name,) for name in NAMES if name not in ONE_NAME and not name.startswith("NODIS ")
}


def read_captions(text: str) -> tuple[tuple[str, ...], int]:
    """The captions with which a line begins, and where they end; none, and 0, for another line.

    What follows them is a passing line, or the line is no line of captions at all.
    """
    if text in WHOLE_LINES:
        return WHOLE_LINES[text], len(text)
    first = text.partition(" ")[0].strip(",;/.&*-\t").upper()
    if first and first.partition("/")[0] not in FIRST_WORDS:
        return (), 0
    captions: list[str] = []
    place = 0
    while match := CAPTION.match(text, place):
        place = match.end()
        if match["corrected"]:
            return (*captions, CORRECTED_COPY), len(text)
        captions += _names(match)
    if not captions or not text[place:].strip(" \t/,;.-*()"):
        return tuple(captions), len(text) if captions else 0
    if PASSING.match(text, place):
        return tuple(captions), place
    return (), 0


def _names(match: re.Match[str]) -> tuple[str, ...]:
    if match["spaced"]:
        return ("".join(match["spaced"].upper().split()),)
    words = " ".join((match["name"] or match["party"]).upper().rstrip(" /.,;").split())
    if words == "NODIS CHEROKEE":
        return ("NODIS", "CHEROKEE")
    return (ONE_NAME.get(words, words),)
