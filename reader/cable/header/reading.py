"""read_header(lines) -> HeaderReading: the lines above the body, each with its one role.

One pass: a line opens a field by its first word, or goes on with the field above it, or it stands
between header lines, or the body begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cable.header.above import take_above
from reader.cable.header.addressees import ROUTED
from reader.cable.header.assembling import assemble
from reader.cable.header.between import take_between, take_captions
from reader.cable.header.bodies import begins_body, is_rule
from reader.cable.header.captions import WHOLE_LINES
from reader.cable.header.fields import go_on, may_open, open_field
from reader.cable.header.keywords import keyword_at
from reader.cable.header.progress import ADDRESSEES, IN_FIELDS, IN_TRANSPORT, Progress
from reader.cable.header.run_together import cut_run_together
from reader.cable.model import Role
from reader.records import Record

if TYPE_CHECKING:
    from reader.cable.header.classification import ClassificationLine
    from reader.cable.lines import LogicalLine
    from reader.cable.model import Header, Problem


class HeaderReading(Record):
    """The header of a telegram, where its body begins, and what was odd."""

    header: Header
    classification: ClassificationLine | None
    """What stands on the classification line."""
    reference_lines: tuple[LogicalLine, ...]
    """The lines of all REF fields, in order, with their words."""
    body_start: int
    """Index of the first line that is no part of the header."""
    problems: tuple[Problem, ...]
    """With spans in reading offsets."""


def read_header(lines: list[LogicalLine], *, year: int | None) -> HeaderReading:
    """Read the header of a telegram or of a fragment; gives the lines that it reads their roles.

    Lines that carry several fields are cut in `lines`. `year` has four digits and serves where the
    text has no date-time group.
    """
    progress = Progress(lines)
    body_start = _read_lines(progress)
    if progress.gathered.classification is None and cut_run_together(lines, body_start):
        progress = Progress(lines)
        body_start = _read_lines(progress)
    header, problems = assemble(progress.gathered, year=year)
    gathered = progress.gathered
    return HeaderReading(
        header, gathered.classification, tuple(gathered.references), body_start, tuple(problems)
    )


def _read_lines(progress: Progress) -> int:
    """Give the header's lines their roles; the index of the first line after them."""
    lines = progress.lines
    blank = Role.BLANK
    index = 0
    while index < len(lines):
        line = lines[index]
        role = line.role
        if role is None:
            if progress.field in ADDRESSEES and ROUTED.match(line.text):
                line.role = progress.field
                progress.gathered.sink.append(line.text)
            elif not _take(progress, index, line):
                break
            progress.after_blank = False
        elif role is blank:
            progress.after_blank = True
        index += 1
    return index


def _take(progress: Progress, index: int, line: LogicalLine) -> bool:
    """Give one line its role; False when the body begins with it."""
    text = line.text.lstrip()
    if not text:
        line.role = Role.BLANK
        return True
    if text in WHOLE_LINES:
        return take_captions(progress, index, text)
    keyword = keyword_at(text)
    if keyword is not None and may_open(progress, keyword):
        open_field(progress, index, keyword, text)
        return True
    if progress.part is not IN_FIELDS and take_above(progress, index, text):
        return True
    if begins_body(text):
        is_debris = is_rule(text) and progress.part is IN_TRANSPORT
        return is_debris and take_between(progress, index, text)
    return go_on(progress, index, text) or take_between(progress, index, text)
