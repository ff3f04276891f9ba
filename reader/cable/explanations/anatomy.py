"""The parts of a telegram as received: every line with its role, and the fields within it.

Parts follow each other without overlap; what no field covers is a part of its line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.cable.explanations.explanation import Explanation, as_printed
from reader.cable.explanations.roles import FIELDS, ROLES
from reader.cable.explanations.words import field_words
from reader.cable.model import Role, Span
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.cable.model import Cable, Line

LONGEST_LINE: Final = 2_000
"""Characters of a line in which fields are looked for (SAFETY.md)."""


class Part(NamedTuple):
    """A stretch of the text as received that has one name."""

    start: int
    end: int
    role: Role
    """What its line is."""
    field: str = ""
    """What it is within the line, a key of FIELDS; empty for a line as a whole."""


def _rule(shape: str) -> re.Pattern[str]:
    return re.compile(shape, re.IGNORECASE | re.ASCII)


FIELD_RULES: Final[dict[Role, re.Pattern[str]]] = {
    # VZCZCXRO6164
    Role.TRANSMISSION_ID: _rule(r"(?P<begins>VZCZC)(?P<channel>[A-Z]{3})(?P<count>\d{3,5})"),
    # RR RUEHDBU RUEHIK
    Role.ROUTING: _rule(r"\b(?P<twice>[ZOPR]{2})(?=[ \t])|(?P<routing>\b[RUZ][A-Z]{3,7}\b)"),
    # DE RUEHMO #0501/01 0610436, MRN: 23 MEXICO 2544
    Role.STATION: _rule(
        r"(?P<keyword>\bDE\b|\bMRN:?)|(?P<routing>\b[RU][A-Z]{3,7}\b)|#[ ]?(?P<serial>\d{1,6})"
        r"(?:/(?P<section>\d{1,2}))?|(?P<julian>\b\d{3})[ ]?(?P<filed>\d{4}\b)"
    ),
    # ZNR UUUUU ZZH
    Role.SECURITY: _rule(r"(?P<letters>\b([A-Z])\2{4}\b)|(?P<signal>\bZ[A-Z]{2,3}\b)"),
    # O P 261055Z FEB 10 ZDK
    Role.DATE_TIME_GROUP: _rule(
        r"(?P<prosign>\b[ZOPRY]\b)|(?P<day>\b\d{2})(?P<time>\d{4}[ ]?Z?)"
        r"|(?P<month>\b[A-Z]{3,9})[ ]{0,3}'?(?P<year>\d{2,4}\b)|(?P<signal>\bZ[A-Z0-9]{2,4}\b)"
    ),
    # FM AMEMBASSY MOSCOW
    Role.ORIGINATOR: _rule(r"(?P<keyword>\A[ \t]{0,9}(?:FM|FROM:?)\b)|(?P<routing>\bR[A-Z]{3,7})/"),
    # TO RUEHC/SECSTATE WASHDC IMMEDIATE 3217
    Role.ACTION: _rule(
        r"(?P<keyword>\A[ \t]{0,9}(?:TO|ACTION:?)\b)|(?P<routing>\b[RUZ][A-Z]{3,7})/"
        r"|(?P<urgency>\b(?:NIACT |FLASH\b|IMMEDIATE\b|PRIORITY\b|ROUTINE\b))"
        r"|(?P<mcn>\b\d{4,5})[ \t]{0,9}\Z"
    ),
    # INFO RUEHGV/USMISSION GENEVA 5279
    Role.INFO: _rule(
        r"(?P<keyword>\A[ \t]{0,9}INFO\b:?)|(?P<routing>\b[RUZ][A-Z]{3,7})/"
        r"|(?P<urgency>\b(?:NIACT |FLASH\b|IMMEDIATE\b|PRIORITY\b|ROUTINE\b))"
        r"|(?P<mcn>\b\d{4,5})[ \t]{0,9}\Z"
    ),
    # ACTION EUR-12 INFO OCT-01
    Role.DISTRIBUTION: _rule(
        r"(?P<keyword>\b(?:ACTION|ORIGIN|INFO|DRAFTED BY|APPROVED BY)\b)"
        r"|(?P<office>\b[A-Z/]{1,8})-(?P<copies>\d\d\b)"
    ),
    # S E C R E T SECTION 01 OF 02 MOSCOW 000501
    Role.CLASSIFICATION: _rule(
        r"(?P<level>\A[ \t]{0,40}[A-Z](?:[A-Z]{5,12}|(?:[ ]{1,2}[A-Z]\b){2,12})"
        r"(?:[ ]{1,3}S[ ]?E[ ]?C[ ]?R[ ]?E[ ]?T\b|[ ]OFFICIAL USE\b)?)"
        r"|(?P<keyword>SECTION)[ ]{0,3}(?P<section>\d{1,2})[ ]{0,3}(?P<keyword2>OF)[ ]{0,3}"
        r"(?P<sections>\d{1,2})"
        r"|(?P<caption>\b(?:NOFORN|SENSITIVE|SIPDIS|NODIS|EXDIS|ORCON|E F T O)\b)"
        r"|(?P<serial>\b\d{3,8})[ \t]{0,9}\Z"
    ),
    # E.O. 12958: DECL: 09/17/2019
    Role.EXECUTIVE_ORDER: _rule(
        r"(?P<keyword>\A[ \t]{0,9}E\.?[ ]?O\.?:?)|(?P<order>\b1\d{4}\b)"
        r"|(?P<date>\b\d{1,4}[/-]\d{1,2}[/-]\d{2,4}\b)|(?P<term>\b[A-Z0-9][A-Z0-9./-]{1,11}\b)"
    ),
    # TAGS: PREL, OVIP (FAIRWEATHER, ANNA B.)
    Role.TAGS: _rule(
        r"(?P<keyword>\A[ \t]{0,9}TAGS?\b:?)|\((?P<person>[^()\n]{1,60})\)"
        r"|(?P<tag>\b[A-Z0-9][A-Z0-9/&-]{1,40}\b)"
    ),
    # SUBJECT: (C) THE HIVES
    Role.SUBJECT: _rule(
        r"(?P<keyword>\A[ \t]{0,9}SUBJ(?:ECT)?\b[ ]?[:;]?)|(?P<marking>\([A-Z/ ]{1,12}\))"
    ),
    # REF: A. OSLO 9004
    Role.REFERENCES: _rule(
        r"(?P<keyword>\A[ \t]{0,9}REF(?:S|\(S\)|TELS?|ERENCES?)?\b[ ]?:?)"
        r"|(?P<pilcrow>¶|\[[^\]\n]{0,9}\]\([^)\n]{0,60}\))"
        r"|(?P<label>(?<![A-Z0-9.])[(\[]?[A-Z][.)\]])(?=[ \t])"
    ),
    # Classified By: AMBASSADOR FAIRWEATHER, REASON 1.4 (B)
    Role.CLASSIFIED_BY: _rule(
        r"(?P<keyword>\A[ \t]{0,9}(?:CLASSIFIED BY|CLASS\. BY|DERIVED FROM)\b:?)"
        r"|(?P<reason>\b1\.[45][ ]{0,2}(?:\([A-H]\)|[A-H]\b))"
    ),
    # MOSCOW 00000501  002 OF 002
    Role.PAGE_BREAK: _rule(
        r"(?P<serial>\b\d{4,8}\b)|(?P<page>\b\d{3}(?:\.\d)?) OF (?P<pages>\d{3}\b)"
    ),
}
"""The fields within the lines of a role, each with the line above it that it recognises."""

# ¶2. (C) , 1. (SBU) , [1](#)1. (U) : what stands before the words of a paragraph
PARAGRAPH_START: Final = re.compile(
    r"[ \t]{0,20}(?P<pilcrow>¶|\[[^\]\n]{0,9}\]\([^)\n]{0,60}\))?[ \t]{0,9}"
    r"(?:(?P<number>\d{1,3}[ ]?[.)])[ \t]{0,9})?(?P<marking>\([A-Z][A-Z/ ,-]{0,40}\))?"
)

RESTS: Final = {
    Role.ORIGINATOR: "name",
    Role.ACTION: "name",
    Role.INFO: "name",
    Role.CLASSIFICATION: "post",
    Role.PAGE_BREAK: "post",
    Role.REFERENCES: "reference",
    Role.SUBJECT: "words",
    Role.CLASSIFIED_BY: "words",
    Role.EXECUTIVE_ORDER: "words",
}
"""What stands between the fields of a line."""
MERGED: Final = frozenset({Role.PARAGRAPH, Role.BOILERPLATE, Role.UNKNOWN, Role.ARTEFACT})
"""Lines that are one part together with the lines of the same role below them."""


def parts_of(cable: Cable) -> tuple[Part, ...]:
    """Every part of a telegram in order; blank lines are none."""
    starts = {paragraph.start for paragraph in cable.paragraphs}
    parts: list[Part] = []
    for line in cable.lines:
        if line.role is Role.BLANK:
            continue
        if line.role is Role.PARAGRAPH and _holds(starts, line.start, line.end):
            parts += _paragraph_start(cable.text, line.start, line.end)
        elif line.role in MERGED and parts and _goes_on(parts[-1], line, cable.text):
            parts[-1] = parts[-1]._replace(end=_stripped(cable.text, line.start, line.end))
        elif line.role in FIELD_RULES and line.end - line.start <= LONGEST_LINE:
            parts += _fields(cable.text, line.start, line.end, line.role)
        else:
            end = _stripped(cable.text, line.start, line.end)
            if end > line.start:
                parts.append(Part(line.start, end, line.role))
    return tuple(parts)


def _holds(starts: set[int], start: int, end: int) -> bool:
    return any(offset in starts for offset in range(start, min(end, start + 24)))


def _goes_on(part: Part, line: Line, text: str) -> bool:
    """Whether a line belongs to the part before it: the same role, and no words between."""
    return part.role is line.role and not text[part.end : line.start].strip(" \t\n")


def _stripped(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _paragraph_start(text: str, start: int, end: int) -> Iterator[Part]:
    """The number and the marking of a paragraph, then its words."""
    end = _stripped(text, start, end)
    match = PARAGRAPH_START.match(text, start, end)
    place = start
    if match is not None:
        for field in ("pilcrow", "number", "marking"):
            if match[field]:
                yield Part(*match.span(field), Role.PARAGRAPH, field)
        place = match.end()
    while place < end and text[place] in " \t":
        place += 1
    if place < end:
        yield Part(place, end, Role.PARAGRAPH)


def _fields(text: str, start: int, end: int, role: Role) -> Iterator[Part]:
    """The fields of a line and what stands between them, in order."""
    place = start
    words = text[start:end].rstrip()
    for match in FIELD_RULES[role].finditer(words):
        for field, value in match.groupdict().items():
            if not value:
                continue
            # A name stands twice in no pattern: the second one has a number.
            name = field.rstrip("0123456789")
            first, last = (start + offset for offset in match.span(field))
            first += len(value) - len(value.lstrip())
            last -= len(value) - len(value.rstrip())
            yield from _between(text, place, first, role)
            yield Part(first, last, role, name)
            place = last
    yield from _between(text, place, start + len(words), role)


def _between(text: str, start: int, end: int, role: Role) -> Iterator[Part]:
    """What no field covers, where it has letters or digits."""
    words = text[start:end]
    stripped = words.strip(" \t:;,/.#-*")
    if any(sign.isalnum() for sign in stripped):
        first = start + words.index(stripped)
        yield Part(first, first + len(stripped), role, RESTS.get(role, ""))


def part_at(parts: Sequence[Part], offset: int) -> int:
    """The index of the part at an offset, or of the nearest one before; 0 before the first."""
    return max(bisect_right(parts, offset, key=lambda part: part.start) - 1, 0)


def name_of(part: Part) -> str:
    """What a part is called."""
    return tr(FIELDS[part.field][0] if part.field else ROLES[part.role][0])


def explain_part(cable: Cable, part: Part) -> Explanation:
    """What a part is, what it says, and of which line it is."""
    printed = cable.text[part.start : part.end]
    role, purpose = (tr(words) for words in ROLES[part.role])
    lines = [as_printed(printed)]
    lines += field_words(part.field or part.role.value, printed)
    if not part.field:
        return Explanation(role, purpose, tuple(lines), Span(part.start, part.end))
    name, meaning = (tr(words) for words in FIELDS[part.field])
    lines.append(tr("Part of: {role}. {purpose}", role=role, purpose=purpose))
    return Explanation(name, meaning, tuple(lines), Span(part.start, part.end))
