"""Captions, and lines that are no field's but stand above one: passing lines, debris (2.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.header.bodies import begins_body, is_rule
from reader.cable.header.captions import PASSING, WHOLE_LINES, read_captions
from reader.cable.header.classification import read_classification_line
from reader.cable.header.fields import may_open
from reader.cable.header.gathering import FIELDS
from reader.cable.header.inner import find_inner
from reader.cable.header.keywords import keyword_at
from reader.cable.header.progress import IN_FIELDS, IN_TEXT, IN_TRANSPORT
from reader.cable.header.transport import read_newspaper_date
from reader.cable.model import Role
from reader.cable.patterns import pattern

if TYPE_CHECKING:
    from reader.cable.header.progress import Progress
    from reader.cable.lines import LogicalLine

FAR: Final = 80
"""Lines with words, before the first field, after which no more of the header is expected."""
NEAR: Final = 8
"""The same between two fields."""
MOST_PROSE: Final = 4
"""Lines of running text below a classification line, from which on it is the body's."""
SHORT_LINE: Final = 50
LONGEST_LOOK: Final = 400
"""Characters of a line further down in which a field is looked for."""

PARTIAL_EXTRACT: Final = "partial extract of the original cable"

# <<218634>>, a number that an exporter put first
EXPORT_NUMBER: Final = pattern(r"<{1,2}\d{3,9}>{1,2}$|ID:[ \t]*\d{3,9}$")

PLAIN: Final = frozenset({Role.EXECUTIVE_ORDER, Role.CLASSIFIED_BY})
"""Fields that their first word tells without a colon."""
MERGED: Final = frozenset({Role.REFERENCES, Role.CLASSIFIED_BY})
"""Fields that count again when they stand again."""


def take_between(progress: Progress, index: int, text: str) -> bool:
    """Give a line its role that opens no field and goes on with none; False for the body's."""
    if take_captions(progress, index, text):
        return True
    line = progress.lines[index]
    if progress.part is IN_TRANSPORT:
        progress.cut_run_together(index, text)
        text = line.text.lstrip()
        if _take_debris(progress, line, text):
            return True
    is_passing = progress.part is IN_TEXT and text[:80].isupper() and PASSING.match(text)
    if not is_passing:
        if index >= progress.expected:
            progress.expected = _find_header_line(progress, index)
        if index >= progress.expected:
            return False
    text = progress.cut_inner(index, Role.PASSING, text)
    if progress.part is IN_TRANSPORT:
        line.role = Role.RULE if is_rule(text) else Role.ARTEFACT
        return True
    line.role = progress.field = Role.PASSING
    progress.gathered.open(Role.PASSING, line, text)
    return True


def take_captions(progress: Progress, index: int, text: str) -> bool:
    """Give a line of captions its role; what follows them on it is a line of its own."""
    place = None if text in WHOLE_LINES else progress.inner(Role.CAPTION, text)
    own = text if place is None else text[:place]
    captions, end = read_captions(own)
    if not captions:
        return False
    if end < len(own) or place is not None:
        progress.cut(index, text, min(end, len(own)))
    progress.lines[index].role = Role.CAPTION
    progress.gathered.add_captions(captions)
    progress.field = None
    if progress.part is IN_TRANSPORT:
        progress.part = IN_TEXT
    return True


def _take_debris(progress: Progress, line: LogicalLine, text: str) -> bool:
    """What carriers put above a telegram: a date, a number, the words for an extract."""
    date = read_newspaper_date(text)
    if date is not None or EXPORT_NUMBER.match(text):
        line.role = Role.ARTEFACT
        progress.gathered.newspaper_date = progress.gathered.newspaper_date or date
        return True
    if PARTIAL_EXTRACT in text:
        line.role = Role.BOILERPLATE
        return True
    return False


def _find_header_line(progress: Progress, index: int) -> int:
    """The index of the next line that opens a field, if it is near enough; else -1."""
    left = NEAR if progress.part is IN_FIELDS else FAR
    prose = MOST_PROSE if progress.part is IN_TEXT else FAR
    lines = progress.lines
    for place in range(index, len(lines)):
        if lines[place].role is not None:
            continue
        text = lines[place].text.lstrip()
        if begins_body(text) and not (is_rule(text) and progress.part is IN_TRANSPORT):
            break
        if _is_header_line(progress, text):
            return max(place, index + 1)
        left -= 1
        prose -= _is_prose(text)
        if not left or not prose:
            break
    return -1


def _is_prose(text: str) -> bool:
    """Whether a line is of running text, which no passing line is."""
    return len(text) > SHORT_LINE and sum(map(str.islower, text)) * 2 > len(text)


def _is_header_line(progress: Progress, text: str) -> bool:
    """Whether a line further down is without doubt one of this header."""
    keyword = keyword_at(text)
    if keyword is not None and keyword.is_strong:
        role = keyword.role
        if role in FIELDS:
            marked = ":" in text[: keyword.value] or role in PLAIN
            return marked and (role not in progress.gathered.pieces or role in MERGED)
        return progress.part is not IN_FIELDS and may_open(progress, keyword)
    inner = find_inner(Role.CAPTION, text[:LONGEST_LOOK])
    if progress.part is IN_FIELDS:
        return inner is not None and text[inner] in "Ee"
    if inner is not None:
        return True
    if progress.part is IN_TRANSPORT:
        found = read_classification_line(text)
        return found is not None and found.serial is not None
    return False
