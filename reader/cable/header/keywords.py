"""The words with which the lines of a header begin, and the field that each of them opens.

A line is asked for its first two letters, then for the few patterns that begin so. Small letters
count as capitals: a newspaper's copies are sentence-cased (TELEGRAM.md 1.10).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.model import Role
from reader.cable.patterns import ANY_CASE, pattern
from reader.records import Record

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable


class Keyword(Record):
    """A field that begins at a line's first word."""

    role: Role
    value: int
    """Where the field's value begins, characters after the line's leading blanks."""
    is_strong: bool
    """Whether the word opens this field wherever it stands, also far from the other fields."""


# First letters, the field, whether the word is strong, and what the line begins with.
RULES: Final[tuple[tuple[str, Role, bool, str], ...]] = (
    # VZCZCXRO6164
    ("VZ", Role.TRANSMISSION_ID, True, r"VZCZC[A-Z]{3}\d{3,5}\b"),
    # DE RUEHMO #0501/01 0610436
    ("DE", Role.STATION, True, r"DE[ \t]+(?=[RU][A-Z]{3,7}[ \t]{0,3}#?[ \t]?\d)"),
    # ZNR UUUUU ZZH; ZNY CCCCC ZZH
    ("ZN", Role.SECURITY, True, r"ZN[RY][ \t]+(?=[A-Z]{5})"),
    # FM AMEMBASSY MOSCOW; FM RUEHC/SECSTATE WASHDC
    ("FM", Role.ORIGINATOR, True, r"FM(?:[ \t]+|$)"),
    # TO RUEHC/SECSTATE WASHDC 2183
    ("TO", Role.ACTION, False, r"TO(?:[ \t]+|:[ \t]*|$)"),
    # ACTION EUR-12; ORIGIN SS-25; INFO OCT-01 ISO-00; DRAFTED BY NEA/ARP:EXAMPLE
    ("AC", Role.DISTRIBUTION, False, r"ACTION[ \t]+(?=[A-Z/]{1,8}-\d\d)"),
    ("OR", Role.DISTRIBUTION, False, r"ORIGIN[ \t]+(?=[A-Z/]{1,8}-\d\d)"),
    ("IN", Role.DISTRIBUTION, False, r"INFO[ \t]+(?=[A-Z/]{1,8}-\d\d)"),
    ("DR", Role.DISTRIBUTION, False, r"DRAFTED BY[ \t:]+(?=[A-Z/]{1,12}:)"),
    ("AP", Role.DISTRIBUTION, False, r"APPROVED BY[ \t:]+(?=[A-Z/]{1,12}:)"),
    # INFO RUEHGV/USMISSION GENEVA 5279
    ("IN", Role.INFO, False, r"INFO(?:[ \t]*:[ \t]*|[ \t]+|$)"),
    # E.O. 12958: N/A; EO 12958 DECL: 01/02/2019; E.o. 12958: decl; E.O.: 13526; E. O. 12958
    ("E.", Role.EXECUTIVE_ORDER, True, r"E\.[ \t]?O[.,]?[ \t]{0,3}(?::[ \t]*|(?=1\d{4}))"),
    ("EO", Role.EXECUTIVE_ORDER, True, r"EO[.:]?[ \t]{0,3}(?=1\d{4})|EO:[ \t]*"),
    ("E ", Role.EXECUTIVE_ORDER, True, r"E O[ \t]{0,3}(?=1\d{4})"),
    ("EX", Role.EXECUTIVE_ORDER, True, r"EXECUTIVE ORDER[ \t:]{1,3}(?=1\d{4})"),
    # DECL: 08/22/2017, on a line of its own
    ("DE", Role.EXECUTIVE_ORDER, True, r"(?=DECLL?:)"),
    # TAGS: PARM PREL; TAGS PARM, PREL; TAG: PARM; TAGS, ASEC; TAS: ECON; TABS: ECON; AGS: PGOV
    ("TA", Role.TAGS, True, r"TAGS(?![A-Z'])[ \t]*[:;,.]?[ \t]*"),
    ("TA", Role.TAGS, True, r"TA[A-Z]{0,2}[ \t]*:[ \t]*"),
    ("TG", Role.TAGS, True, r"TGA?S[ \t]*:[ \t]*"),
    ("AG", Role.TAGS, True, r"AGS[ \t]*:[ \t]*"),
    # SUBJECT: FOLLOW-UP; SUBJ: FOLLOW-UP; SUBJECT FOLLOW-UP; SUBJ; SUBEJCT: FOLLOW-UP
    ("SU", Role.SUBJECT, True, r"SUBJ(?:ECT)?S?(?![A-Z'])[ \t]*[:;.]?[ \t]*"),
    ("SU", Role.SUBJECT, True, r"SU[BEJCT]{3,7}[ \t]*:[ \t]*"),
    ("SB", Role.SUBJECT, True, r"SB[UJECT]{2,6}[ \t]*:[ \t]*"),
    ("UB", Role.SUBJECT, True, r"UBJ(?:ECT)?[ \t]*:[ \t]*"),
    # REF: A. STATE 10774; REFS: ...; REF(S): ...; REFTELS: ...; REFERENCE: ...; REF A. RIYADH 15
    ("RE", Role.REFERENCES, True, r"REF(?:S|TELS?|ERENCES?|\(S\)|\(A\))?[ \t]*[:;][ \t]*"),
    ("RE", Role.REFERENCES, True, r"REFS?\.?(?![A-Z0-9'/-])[ \t]*(?=.{0,120}\d)"),
    # Classified By: Ambassador Ann Example; CLASS. BY; CLASSIFIED: ...; Derived from: ...
    ("CL", Role.CLASSIFIED_BY, True, r"CLASS[A-Z]{0,8}\.?[ \t]{0,2}BY(?![A-Z])[ \t]*[:;.]?[ \t]*"),
    ("DE", Role.CLASSIFIED_BY, True, r"DERIVED (?:FROM|BY)[ \t]*:?[ \t]*"),
    # MRN: 23 MEXICO 2544; Date/DTG: Sep 16, 2023 / 160150Z SEP 23; From: ...; Action: ...
    ("MR", Role.STATION, True, r"MRN[ \t]*:[ \t]*"),
    ("DA", Role.DATE_TIME_GROUP, True, r"DATE/DTG[ \t]*:[ \t]*"),
    ("DT", Role.DATE_TIME_GROUP, True, r"DTG[ \t]*:[ \t]*"),
    ("FR", Role.ORIGINATOR, False, r"FROM[ \t]*:[ \t]*"),
    ("AC", Role.ACTION, False, r"ACTION[ \t]*:[ \t]*"),
    ("CA", Role.CAPTION, False, r"CAPTIONS?[ \t]*:[ \t]*"),
    ("PA", Role.PASSING, False, r"PASS LINE[ \t]*:[ \t]*"),
    # BT, between the addressees and the text
    ("BT", Role.END_MARK, False, r"BT$"),
)  # fmt: skip


def _by_first_letters(
    rules: Iterable[tuple[str, Role, bool, str]],
) -> dict[str, tuple[tuple[re.Pattern[str], Role, bool], ...]]:
    table: dict[str, tuple[tuple[re.Pattern[str], Role, bool], ...]] = {}
    for letters, role, is_strong, words in rules:
        rule = (pattern(words, ANY_CASE), role, is_strong)
        table[letters] = (*table.get(letters, ()), rule)
    return table


RULES_BY_LETTERS: Final = _by_first_letters(RULES)


def keyword_at(text: str) -> Keyword | None:
    """The field that opens with the first word of a line without leading blanks."""
    rules = RULES_BY_LETTERS.get(text[:2].upper())
    if rules is not None:
        for beginning, role, is_strong in rules:
            match = beginning.match(text)
            if match:
                return tuple.__new__(Keyword, (role, match.end(), is_strong))
    return None
