"""Lines above the fields that have no word of their own: routing lines, times, addressees (2.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.date_time_group import read_date_time_group
from reader.cable.header.addressees import may_be_addressee
from reader.cable.header.captions import read_captions
from reader.cable.header.classification import read_classification_line
from reader.cable.header.progress import ADDRESSEES, IN_TEXT, IN_TRANSPORT
from reader.cable.header.transport import (
    DASH_COUNTER,
    DISTRIBUTION_REST,
    INDICATORS,
    ROUTING,
    STATION,
)
from reader.cable.model import Role

if TYPE_CHECKING:
    from reader.cable.header.progress import Progress

GOING_ON: Final = frozenset({Role.ACTION, Role.INFO, Role.ROUTING, Role.DISTRIBUTION})
"""What goes on with a line of the same role, where other fields begin anew."""

ABOVE_ROUTING: Final = frozenset({Role.ROUTING, Role.TRANSMISSION_ID})


def take_above(progress: Progress, index: int, text: str) -> bool:
    """Give a line above the fields its role; False when it is something else."""
    role = _role(progress, text)
    if role is None or role in ADDRESSEES:
        if _take_classification(progress, index, text):
            return True
        if role is None:
            return False
    line = progress.lines[index]
    line.role = role
    if role is progress.field and role in GOING_ON:
        progress.gathered.add(role, line, text)
    else:
        progress.part = IN_TRANSPORT
        progress.field = role
        progress.gathered.open(role, line, text)
    return True


def _role(progress: Progress, text: str) -> Role | None:
    first = text[0]
    gathered = progress.gathered
    if (first in "ZOPRY" or first.isdigit()) and (
        progress.part is IN_TRANSPORT or Role.DATE_TIME_GROUP not in gathered.pieces
    ):
        group = read_date_time_group(text)
        if group is not None:
            gathered.date_time_group = gathered.date_time_group or group
            return Role.DATE_TIME_GROUP
    if progress.part is IN_TEXT:
        return None
    field = progress.field
    if first in "ZOPR" and first == text[1:2] and ROUTING.match(text):
        return Role.ROUTING
    if field in ABOVE_ROUTING and INDICATORS.match(text):
        return Role.ROUTING
    if "#" in text[:14] and STATION.match(text):
        return Role.STATION
    if first == "-" and DASH_COUNTER.match(text):
        return Role.DISTRIBUTION
    if field is Role.DISTRIBUTION or (first.isdigit() and len(text) == 2):
        return Role.DISTRIBUTION if _is_distribution(progress, text) else None
    if field in ADDRESSEES and (may_be_addressee(text) or _is_name(progress, text)):
        return field
    return None


def _is_distribution(progress: Progress, text: str) -> bool:
    """The rest of the lines of offices, and the names of those who cleared the text."""
    return not progress.after_blank and (
        DISTRIBUTION_REST.match(text) is not None or (text.isupper() and len(text) < 60)
    )


def _is_name(progress: Progress, text: str) -> bool:
    """Whether a line below TO or INFO may be an addressee: ALL OECD CAPITALS."""
    return not progress.after_blank and text.isupper() and ":" not in text and len(text) < 90


def _take_classification(progress: Progress, index: int, text: str) -> bool:
    """The classification line; of several above the captions the last whole one counts."""
    found = read_classification_line(text)
    if found is None:
        return False
    gathered = progress.gathered
    whole = found.serial is not None or found.section_count is not None
    line = progress.lines[index]
    line.role = Role.CLASSIFICATION
    if text[found.end :].strip(" \t/.*->"):
        progress.cut(index, text, found.end)
    if gathered.classification is None or (whole and _may_replace(progress)):
        gathered.classification = found
        gathered.classification_place = (line, text[: found.end].strip())
        if found.captions:
            gathered.add_captions(read_captions(found.captions)[0])
    if whole or progress.field in ADDRESSEES:
        progress.part = IN_TEXT
        progress.field = None
    return True


def _may_replace(progress: Progress) -> bool:
    gathered = progress.gathered
    return not gathered.passing and (progress.part is IN_TRANSPORT or not gathered.captions)
