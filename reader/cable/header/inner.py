"""Fields that a copyist ran together on one line: where, within a field's value, another begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.model import Role
from reader.cable.patterns import ANY_CASE, pattern

if TYPE_CHECKING:
    import re

LONGEST_FIELD_LINE: Final = 20_000
"""Characters of a line in which another field is looked for."""

# E.O. 12958: N/A TAGS: PGOV; HONEY AND BEES REF: A. OSLO 1; ... TO CAIROClassified By: DCM ...
INNER_FIELDS: Final = pattern(
    r"(?<=[ \t.,;:)\]])(?:E\.?[ \t]?O\.?:?[ \t]{0,2}1\d{4}(?=:|[ \t]{1,2}(?:DECL|N/A))"
    r"|T?AGS?:|SUBJ(?:ECT)?:|REF(?:S|TELS?|ERENCES?|\(S\)|\(A\))?:"
    r"|CLASSIFIED BY(?=[ \t][^\n]{0,200}(?:REASON|1\.[45])))"
    r"|(?<!DE)(?<!UN)CLASSIFIED BY:"
    r"|REF:(?=[ \t]{0,3}(?:\(?A[.)]|[A-Z]{3,12}[ ]\d))",
    ANY_CASE,
)
# EO 12958 DECL: 07/09/2018 TAGS PREL, PTER: without a colon, after a declassification
INNER_TAGS: Final = pattern(r"(?<=[ \t])TAGS(?=[ \t])", ANY_CASE)

# SUBJECT: HONEY ¶1. (U) Summary; CLASSIFIED BY ... 1.4 (d) 1. (C) Summary: where the body begins
INNER_BODY: Final = pattern(
    r"(?<=[ \t.)])(?:¶[ \t]?1\.|1\.[ \t]{0,3}\((?:U|C|S|SBU|C/NF|S/NF)\)[ \t])", ANY_CASE
)
# REF: OSLO 12 (U) THIS CABLE IS SENSITIVE BUT UNCLASSIFIED AND ...: a notice after the references
INNER_NOTICE: Final = pattern(
    r"(?<=[ \t])(?:\((?:U|SBU|C|S)\)[ \t]{0,3})?"
    r"(?:THIS (?:CABLE|MESSAGE) (?:IS|CONTAINS)|SENSITIVE BUT UNCLASS)",
    ANY_CASE,
)
# ... VISIT Sensitive but unclassified: a notice after the subject, which is in capitals
NOTICE_AFTER_SUBJECT: Final = pattern(r"(?<=[ \t.])Sensitive,? [Bb]ut\b")

# A field's own word, said twice, opens no other field: Classified By: Classified by ...
OWN_WORDS: Final = {Role.CLASSIFIED_BY: "CLASS", Role.REFERENCES: "REF", Role.TAGS: "TAG"}

EXECUTIVE_ORDER = Role.EXECUTIVE_ORDER
# Fields after which the body may begin on the same line.
BEFORE_BODY: Final = frozenset({Role.SUBJECT, Role.CLASSIFIED_BY, Role.REFERENCES})


def find_inner(role: Role, text: str, value: int = 0) -> int | None:
    """Where another field, or the body, begins within a line; None for nowhere.

    `value` is where the value of the line's own field begins.
    """
    if len(text) > LONGEST_FIELD_LINE:
        return None
    rest = text[value:].upper()
    places: list[int] = []
    if _has_sign(rest):
        place = _inner_field(role, text, value)
        if place is not None:
            places.append(place)
    if role is EXECUTIVE_ORDER:
        if "TAGS" in rest:
            _search(INNER_TAGS, text, value, places)
    elif role in BEFORE_BODY:
        if "1. " in rest or "1.(" in rest or "¶" in rest:
            _search(INNER_BODY, text, value, places)
        if "THIS " in rest or "SENSITIVE" in rest:
            notice = NOTICE_AFTER_SUBJECT if role is Role.SUBJECT else INNER_NOTICE
            _search(notice, text, value, places)
    return min(places) if places else None


def _has_sign(rest: str) -> bool:
    """Whether a line in capitals has what any of the inner fields has.

    One by one: of nearly every line of a header it is asked, and a loop takes four times as long.
    """
    return (
        "AGS:" in rest
        or "SUBJ" in rest
        or "REF" in rest
        or "LASSIFIED BY" in rest
        or "E.O" in rest
        or "E. O" in rest
        or "EO 1" in rest
        or "EO: 1" in rest
    )


def _inner_field(role: Role, text: str, value: int) -> int | None:
    own = OWN_WORDS.get(role)
    for match in INNER_FIELDS.finditer(text, value):
        if own is None or not match.group().upper().startswith(own):
            return match.start()
    return None


def _search(shape: re.Pattern[str], text: str, value: int, places: list[int]) -> None:
    match = shape.search(text, value)
    if match:
        places.append(match.start())
