"""read_lines(reading): the roles that a line has wherever it stands, and the lines that are two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.lines.logical import LogicalLine, Piece, split_lines
from reader.cable.lines.pages import find_page_lines, mark_page_blocks, may_hold_page_lines
from reader.cable.lines.run_together import find_run_together, may_run_together
from reader.cable.lines.stamps import (
    find_stamps,
    mark_rests_of_stamps,
    may_hold_stamps,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.cable.lines.reading import ReadingText
    from reader.cable.model import Role

# A quick look at the whole text, and what finds the pieces of one line when that look says yes.
FINDERS: Final[tuple[tuple[Callable[[str], bool], Callable[[str], Iterator[Piece]]], ...]] = (
    (may_hold_page_lines, find_page_lines),
    (may_hold_stamps, find_stamps),
    (may_run_together, find_run_together),
)


def read_lines(reading: ReadingText) -> list[LogicalLine]:
    """Cut the reading text into logical lines; those whose place does not matter get their role.

    Blank lines, page lines (2.12) and stamps (1.8, 1.12) have a role when this returns, also those
    that were glued into a sentence; a header and a body that were run together are cut (1.5).
    """
    text = reading.text
    lines = split_lines(text)
    finders = tuple(find for may_hold, find in FINDERS if may_hold(text))
    if not finders:
        return lines
    cut: list[LogicalLine] = []
    for line in lines:
        pieces = [piece for find in finders for piece in find(line.text)] if line.text else ()
        if pieces:
            cut += _cut_pieces(line, sorted(pieces))
        else:
            cut.append(line)
    mark_page_blocks(cut)
    mark_rests_of_stamps(cut)
    return cut


def _cut_pieces(line: LogicalLine, pieces: list[Piece]) -> Iterator[LogicalLine]:
    """The logical lines of a line in which pieces with a role of their own were found."""
    text = line.text
    place = 0
    for start, end, role in pieces:
        if start < place:
            continue
        if text[place:start].strip():
            yield _part(line, place, start, None)
            place = start
        if role is not None:
            if not text[end:].strip():
                yield LogicalLine(line.start + place, line.end, text[place:], role)
                return
            yield _part(line, place, end, role)
            place = end
    yield LogicalLine(line.start + place, line.end, text[place:], line.role)


def _part(line: LogicalLine, start: int, end: int, role: Role | None) -> LogicalLine:
    return LogicalLine(line.start + start, line.start + end, line.text[start:end].rstrip(), role)
