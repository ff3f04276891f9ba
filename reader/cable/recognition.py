"""Whether a text is a telegram, or a part of one, and no licence, program or list.

Signs are weighed. What no other text has (a station line, a classification line with its serial)
settles it; what others have too (numbers, a line SUMMARY) must come together, and the longer the
text, the more of them are asked for, since in a long one some stand by chance.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.cable.lines import is_set
from reader.cable.model import Paragraph, PassageKind, ReferenceKind, Role
from reader.cable.patterns import pattern
from reader.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.cable.body import BodyReading
    from reader.cable.header import ClassificationLine
    from reader.cable.lines import LogicalLine
    from reader.cable.model import Header, Reference

SURE: Final = 4
PROBABLE: Final = 2
POSSIBLE: Final = 1

# Lines of a text, and how much must be found in it.
ENOUGH: Final = ((3, 1), (20, 2), (30, 3))
ENOUGH_IN_LONG: Final = 4

# What a line's role alone is worth. The others are asked what was read of them.
ROLES: Final = {
    Role.TRANSMISSION_ID: SURE,
    Role.SECURITY: SURE,
    Role.ROUTING: PROBABLE,
    Role.TAGS: POSSIBLE,
    Role.DISTRIBUTION: POSSIBLE,
    Role.ACTION: POSSIBLE,
    Role.INFO: POSSIBLE,
    Role.CAPTION: PROBABLE,
    Role.PASSING: POSSIBLE,
    Role.STAMP: PROBABLE,
}
# PREL, AORC, XX; not cp311, x:26
TAG: Final = pattern(r"[A-Z]{2,5}")
# OSLO 00009004  002 OF 002, PAGE 02 OSLO 00893; not a form feed
# ¶3. at the beginning of a line
MARK: Final = pattern(r"^[ \t]{0,20}¶ ?\d{1,3}\.", re.MULTILINE)
SAMPLE: Final = 4000
"""Characters in which capitals are counted: all of a teletype's letters are."""
LETTERS: Final = 60
NUMBERS: Final = 3
"""Numbered paragraphs of which a text must have more; as many are a list of anything."""
PAGE_LINE: Final = pattern(r"[A-Z]{3}[^\d\n]{0,60}\d")


class Findings(Record):
    """What was read of a text before it is known whether it is a telegram."""

    text: str
    lines: Sequence[LogicalLine]
    header: Header
    """Without what the carrier claims."""
    classification: ClassificationLine | None
    references: Sequence[Reference]
    body: BodyReading


def is_telegram(findings: Findings) -> bool:
    """Whether enough of a telegram was found in a text."""
    if findings.header.station or (findings.classification and findings.classification.serial):
        # Each is sure, so that it is enough in a text of any length; most telegrams have both.
        return True
    blank = Role.BLANK
    count = sum(line.role is not blank for line in findings.lines)
    enough = next((points for most, points in ENOUGH if count <= most), ENOUGH_IN_LONG)
    found = 0
    for points in _signs(findings):
        found += points
        if found >= enough:
            return True
    return False


def _signs(findings: Findings) -> Iterator[int]:
    """What each sign is worth that was found."""
    text, lines, header, classification, references, body = findings
    yield from _signs_of_header(header, classification, references)
    roles = {line.role for line in lines if line.role is not None}
    yield from (ROLES[role] for role in roles if role in ROLES)
    if any(line.role is Role.PAGE_BREAK and PAGE_LINE.search(line.text) for line in lines):
        yield PROBABLE
    if any(is_set(line.text) for line in lines):
        yield SURE
    yield from _signs_of_body(body, text)


def _signs_of_header(
    header: Header, classification: ClassificationLine | None, references: Sequence[Reference]
) -> Iterator[int]:
    """What each field is worth, by what was read of it."""
    order = header.executive_order
    kinds = {reference.kind for reference in references}
    fields = (
        (header.station, SURE),
        (header.date_time_group, SURE if header.sent else PROBABLE),
        (classification, SURE if classification and classification.serial else PROBABLE),
        (order, SURE if order and order.number else POSSIBLE),
        (header.originator, PROBABLE),
        (any(TAG.fullmatch(tag) for tag in header.tags), PROBABLE),
        (header.subject, PROBABLE),
        (kinds, PROBABLE if kinds - {ReferenceKind.TEXT} else POSSIBLE),
        (header.reasons, SURE),
        (header.classified_by, PROBABLE),
    )
    return (points for field, points in fields if field)


def _signs_of_body(body: BodyReading, text: str) -> Iterator[int]:
    paragraphs = [item for item in body.items if isinstance(item, Paragraph)]
    if any(item.marking and item.number is not None for item in paragraphs) or MARK.search(text):
        yield SURE
    elif any(item.marking for item in paragraphs):
        yield PROBABLE
    if sum(item.number is not None for item in paragraphs) > NUMBERS:
        yield POSSIBLE
    if any(passage.kind is not PassageKind.NOTE for passage in body.passages):
        yield PROBABLE
    if any(name.isupper() for name in body.signature):
        yield POSSIBLE
    letters = [sign for sign in text[:SAMPLE] if sign.isalpha()]
    if len(letters) >= LETTERS and sum(map(str.isupper, letters)) > 0.95 * len(letters):
        yield PROBABLE
