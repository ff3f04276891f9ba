"""Lines that open a field by their first word, and lines that go on with the field above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cable.header.bodies import is_rule, opens_with_words
from reader.cable.header.captions import read_captions
from reader.cable.header.gathering import FIELDS
from reader.cable.header.going_on import CONTINUATIONS
from reader.cable.header.progress import IN_FIELDS, IN_TRANSPORT
from reader.cable.model import Role

if TYPE_CHECKING:
    from reader.cable.header.keywords import Keyword
    from reader.cable.header.progress import Progress
    from reader.cable.lines import LogicalLine

# Asked of every field: an Enum takes ten times as long to give one of its members.
CAPTION, STATION, TRANSMISSION_ID = Role.CAPTION, Role.STATION, Role.TRANSMISSION_ID
CLASSIFIED_BY, EXECUTIVE_ORDER = Role.CLASSIFIED_BY, Role.EXECUTIVE_ORDER


def may_open(progress: Progress, keyword: Keyword) -> bool:
    """Whether a field may begin at this place of a header."""
    role = keyword.role
    gathered = progress.gathered
    if role in FIELDS:
        if progress.field is CLASSIFIED_BY and role is EXECUTIVE_ORDER:
            return role not in gathered.pieces or progress.after_blank
        return True
    if progress.part is IN_TRANSPORT or gathered.is_message:
        return True
    if progress.part is IN_FIELDS:
        return False
    if role is Role.DISTRIBUTION:
        return not gathered.captions and not gathered.passing
    return keyword.is_strong and role not in gathered.pieces


def open_field(progress: Progress, index: int, keyword: Keyword, text: str) -> None:
    """Begin a field with the value on its first line."""
    role, value, _ = keyword
    if role not in FIELDS:
        _open_above(progress, index, role, value, text)
        return
    gathered = progress.gathered
    line = progress.lines[index]
    line.role = role
    if role is EXECUTIVE_ORDER and value == 0 and role in gathered.pieces:
        gathered.pieces[role].append(text)
        return
    text = progress.cut_inner(index, role, text, value)
    progress.part = IN_FIELDS
    progress.field = role
    gathered.open(role, line, text if role is CLASSIFIED_BY else text[value:])


def _open_above(progress: Progress, index: int, role: Role, value: int, text: str) -> None:
    """Begin one of the lines above the fields, or of the named fields of later messages."""
    gathered = progress.gathered
    line = progress.lines[index]
    if role is STATION and text[:3].upper() == "MRN":
        gathered.is_message = True
        gathered.message_number = text[value:].strip()
    if not gathered.is_message:
        progress.part = IN_TRANSPORT
    line.role = role
    if role is CAPTION:
        gathered.add_captions(read_captions(text[value:])[0])
        return
    if role is TRANSMISSION_ID:
        progress.cut_run_together(index, text)
        text, value = line.text.lstrip(), 0
    progress.field = role
    gathered.open(role, line, text[value:])


def go_on(progress: Progress, index: int, text: str) -> bool:
    """Give a line to the field that is open, if it belongs to it."""
    field = progress.field
    check = CONTINUATIONS.get(field) if field is not None else None
    if check is None or field is None:
        return False
    gathered = progress.gathered
    place = progress.inner(field, text) if field in FIELDS else None
    if place is not None and opens_with_words(text):
        return False
    own = text if place is None else text[:place]
    if not own.strip() or not check(gathered.sink, own, after_blank=progress.after_blank):
        return False
    if field is Role.SUBJECT and any(gathered.sink) and _is_underlined(progress.lines, index):
        return False
    if field is not Role.TAGS and read_captions(own)[0]:
        return False
    if place is not None:
        progress.cut(index, text, place)
    line = progress.lines[index]
    line.role = field
    gathered.add(field, line, line.text)
    return True


def _is_underlined(lines: list[LogicalLine], index: int) -> bool:
    """Whether a rule stands below a line, which then is a heading."""
    return index + 1 < len(lines) and is_rule(lines[index + 1].text.strip())
