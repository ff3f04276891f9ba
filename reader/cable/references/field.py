"""What stands in a REF field and is no reference: keywords, page lines, handling notices.

All of it is overwritten with blanks, so that places in the field stay what they were.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.cable.identifiers import known_station
from reader.cable.patterns import ANY_CASE, pattern

if TYPE_CHECKING:
    from re import Match

# REF:, REFS, REF(S):, REFTEL:, Reftels:, REFERENCE:, REFERENCES -, also doubled, and at the start
# of a second block; and the word that repeats itself after a label: `A. REF A STATE 1`,
# `A. REF: LIMA 2`.
KEYWORD: Final = pattern(
    r"(?:\A|\n|(?<=[.)\]:]))[ \t-]{0,20}"
    r"(?:REF(?:ERENCES?|TELS?|S|\(S\)|\(A\)(?=:))?(?![A-Za-z0-9/'’-])[ \t]{0,20}[:.-]?"
    r"[ \t]{0,20})+",
    ANY_CASE,
)

# The word before a label in the middle of a line: OSLO 12 REF B. LIMA 7
KEYWORD_BEFORE_LABEL: Final = pattern(
    r"(?<![A-Za-z0-9/-])REF(?:TEL)?(?=[ \t]{1,3}[(\[]?[A-Z][)\].:])", ANY_CASE
)

# The end of a page line; the station stands before it, up to four words.
# 00016220 001.2 OF 005, 00001952  002 OF 003, 05693  01 OF 02  021700Z
PAGE_NUMBER: Final = pattern(
    r"(?<![0-9A-Za-z])[0-9]{5,8}[ \t]{1,3}[0-9]{2,3}(?:\.[0-9])?[ \t]+[Oo][Ff][ \t]+[0-9]{2,3}"
    r"(?![0-9])(?:[ \t]+[0-9]{6}Z)?"
)
# What is left of a page line that was cut off: BRASILIA 00000
PAGE_REST: Final = pattern(r"(?<![0-9A-Za-z/#])0{4,8}(?![0-9A-Za-z])")
WORDS_BEFORE: Final = pattern(r"(?:[A-Za-z0][A-Za-z0.'-]{0,20}[ \t]+){1,4}\Z")

# The head of a page of the 1970s to 2001: a line CONFIDENTIAL, then
# PAGE 02        REYKJA  09017  01 OF 02  171432Z
PAGE_HEAD: Final = pattern(
    r"(?:^|\n)[ \t]*(?:PAGE[ \t]+[0-9]{1,3}[ \t][^\n]*"
    r"|(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE)[ \t]*(?=\n|\Z))"
)

# (U) This cable is Sensitive but Unclassified..., SENSITIVE BUT UNCLASSIFIED -- HANDLE ACCORDINGLY
NOTICE: Final = pattern(
    r"(?:\([A-Z]{1,3}\)[ \t]{0,5})?(?:THIS[ \t]+[A-Z]{4,10}[ \t]+(?:IS|CONTAINS)[ \t]+)?"
    r"(?:SENSITIVE[ \t]+BUT[ \t]+UNCLASS|NOT FOR INTERNET)[^\n]*",
    ANY_CASE,
)

# What ends the field when nobody has cut it off: Classified By: ..., CLASSIFIED BY DCM, and the
# misspelt Classiied By
FIELD_END: Final = pattern(r"\bCLASS[A-Z]{0,9}[ \t]+BY\b", ANY_CASE)


def blank_out(text: str) -> str:
    """The field with everything overwritten that is no reference; its length is the same."""
    end = _field_end(text)
    if end is not None:
        text = text[:end] + " " * (len(text) - end)
    text = KEYWORD.sub(_blanks, text)
    if "REF" in text or "Ref" in text:
        text = KEYWORD_BEFORE_LABEL.sub(_blanks, text)
    if "PAGE" in text:
        text = PAGE_HEAD.sub(_blanks, text)
    if " OF " in text or " of " in text or "0000" in text:
        text = _blank_page_lines(text)
    if "NSITIVE" in text or "nsitive" in text or "INTERNET" in text:
        text = NOTICE.sub(_blanks, text)
    return text


def _field_end(text: str) -> int | None:
    if "lass" in text or "CLASS" in text:
        match = FIELD_END.search(text)
        if match:
            return match.start()
    return None


def _blanks(match: Match[str]) -> str:
    found = match.group()
    return "\n" + " " * (len(found) - 1) if found[0] == "\n" else " " * len(found)


def _blank_page_lines(text: str) -> str:
    """Overwrite `MOSCOW 00000501  002 OF 002` and what is left of it (TELEGRAM.md 2.12)."""
    pieces: list[str] = []
    position = 0
    places = [match.span() for match in PAGE_NUMBER.finditer(text)]
    places += [match.span() for match in PAGE_REST.finditer(text)]
    for start, end in sorted(places):
        if start < position:
            continue
        begin = max(_station_start(text, start), position)
        pieces += [text[position:begin], " " * (end - begin)]
        position = end
    pieces.append(text[position:])
    return "".join(pieces)


def _station_start(text: str, place: int) -> int:
    """Where the station's name begins that ends before `place`; `place` when there is none."""
    before = text[max(place - 90, 0) : place]
    match = WORDS_BEFORE.search(before)
    if match is None:
        return place
    words = list(re.finditer(r"\S+", match.group()))
    for word in words:
        if known_station(match.group()[word.start() :]):
            return place - len(match.group()) + word.start()
    return place - len(match.group()) + words[-1].start()
