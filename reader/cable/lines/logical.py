"""Logical lines: what a telegram's rules work on, with the place of each in the reading text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reader.cable.model import Line, Role
from reader.records import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cable.lines.reading import ReadingText


class Piece(Record):
    """A part of one line that has a role of its own; without a role, a place to cut the line."""

    start: int
    """Characters into the line's text."""
    end: int
    role: Role | None


class LogicalLine:
    """A line while it is being read: its reading offsets, its words, and the role once found."""

    __slots__ = ("end", "role", "start", "text")

    def __init__(self, start: int, end: int, text: str, role: Role | None = None) -> None:
        self.start = start
        """Reading offset of the line's first character, leading blanks included."""
        self.end = end
        """Reading offset after the line, its line end included: where the next line starts."""
        self.text = text
        """The line without trailing blanks and without its line end; leading blanks are kept."""
        self.role = role

    def __repr__(self) -> str:
        return f"LogicalLine({self.start}, {self.end}, {self.text!r}, {self.role})"


def split_lines(text: str) -> list[LogicalLine]:
    """Cut the reading text at its line ends; blank lines get their role at once."""
    lines: list[LogicalLine] = []
    append = lines.append
    # A line is made without its __init__: this is the one place that makes them by the thousand.
    new, line_type = object.__new__, LogicalLine
    blank, page_break = Role.BLANK, Role.PAGE_BREAK
    start = 0
    for raw in text.split("\n"):
        line = new(line_type)
        line.start = start
        start += len(raw) + 1
        line.end = start
        line.text = content = raw.rstrip()
        if content:
            line.role = None
        else:
            line.role = page_break if "\f" in raw else blank
        append(line)
    last = lines[-1]
    last.end -= 1
    if last.start == last.end and len(lines) > 1:
        lines.pop()
    return lines


def cut_line(lines: list[LogicalLine], index: int, offset: int) -> None:
    """Cut line `index` in two at `offset` characters into its text; the second half follows it."""
    line = lines[index]
    place = line.start + offset
    tail = LogicalLine(place, line.end, line.text[offset:])
    line.end = place
    line.text = line.text[:offset].rstrip()
    lines.insert(index + 1, tail)


def cut_at(line: LogicalLine, places: Sequence[int]) -> list[LogicalLine]:
    """Cut a line at some places of its text; the line itself becomes the first of the parts."""
    text = line.text
    bounds = [
        (before, after)
        for before, after in pairwise((0, *places, len(text)))
        if text[before:after].strip()
    ]
    parts = [
        LogicalLine(line.start + before, line.start + after, text[before:after].rstrip())
        for before, after in bounds[1:]
    ]
    for part, following in pairwise(parts):
        part.end = following.start
    if parts:
        parts[-1].end = line.end
        line.end = parts[0].start
        line.text = text[: bounds[0][1]].rstrip()
    return [line, *parts]


def cover(lines: Sequence[LogicalLine], reading: ReadingText) -> tuple[Line, ...]:
    """The lines as spans of the text as received, from its first character to its last."""
    new, unknown = tuple.__new__, Role.UNKNOWN
    if reading.is_as_received:
        return tuple(
            [
                new(Line, (line.start, line.end, line.role or unknown))
                for line in lines
                if line.end > line.start
            ]
        )
    covered: list[Line] = []
    start = 0
    last = len(lines) - 1
    for index, line in enumerate(lines):
        end = reading.length_received if index == last else reading.span(line.start, line.end).end
        if end > start:
            covered.append(Line(start, end, line.role or unknown))
            start = end
    return tuple(covered)
