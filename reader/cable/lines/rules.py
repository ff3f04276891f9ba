"""read_lines(reading): the roles that a line has wherever it stands, and the lines that are two."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from reader.cable.lines.logical import LogicalLine, Piece, split_lines
from reader.cable.lines.pages import find_page_lines, mark_page_blocks, places_of_page_lines
from reader.cable.lines.signs import is_set
from reader.cable.lines.stamps import find_stamps, mark_rests_of_stamps, places_of_stamps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.cable.lines.reading import ReadingText
    from reader.cable.model import Role

# Where in a text something of the kind may stand, and what finds it in the line there.
FINDERS: Final[tuple[tuple[Callable[[str], Iterator[int]], Callable[[str], list[Piece]]], ...]] = (
    (places_of_page_lines, find_page_lines),
    (places_of_stamps, find_stamps),
)

START: Final = attrgetter("start")


def read_lines(reading: ReadingText) -> list[LogicalLine]:
    """Cut the reading text into logical lines; those whose place does not matter get their role.

    Blank lines, page lines (2.12) and stamps (1.8, 1.12) have a role when this returns, also those
    that were glued into a sentence.
    """
    text = reading.text
    lines = split_lines(text)
    found: dict[int, list[Piece]] = {}
    has_named_pages = has_reviews = False
    for places, find in FINDERS:
        seen: set[int] = set()
        for place in places(text):
            index = bisect_right(lines, place, key=START) - 1
            if index in seen:
                continue
            seen.add(index)
            line = lines[index]
            has_named_pages = has_named_pages or "PAGE " in line.text
            has_reviews = has_reviews or "Declassified/" in line.text
            pieces = [] if is_set(line.text) else find(line.text)
            if len(pieces) == 1 and pieces[0].end - pieces[0].start == len(line.text):
                line.role = pieces[0].role
            elif pieces:
                found.setdefault(index, []).extend(pieces)
    if found:
        lines = _with_pieces(lines, found)
    if has_named_pages:
        mark_page_blocks(lines)
    if has_reviews:
        mark_rests_of_stamps(lines)
    return lines


def _with_pieces(lines: list[LogicalLine], found: dict[int, list[Piece]]) -> list[LogicalLine]:
    """The lines with the pieces that were found in some of them, by index."""
    cut: list[LogicalLine] = []
    done = 0
    for index in sorted(found):
        cut += lines[done:index]
        cut += _cut_pieces(lines[index], sorted(found[index]))
        done = index + 1
    cut += lines[done:]
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
