"""Logical lines: what a telegram's rules work on, with the place of each in the reading text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, overload

from reader.cable.model import Line, Lines, Role
from reader.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


class _BareLine(LogicalLine):
    """A line that gets its attributes one by one, where lines are made by the thousand."""

    __slots__ = ()
    __init__ = object.__init__


def split_lines(text: str) -> list[LogicalLine]:
    """Cut the reading text at its line ends; blank lines get their role at once."""
    lines: list[LogicalLine] = []
    append, new = lines.append, _BareLine
    blank, page_break = Role.BLANK, Role.PAGE_BREAK
    start = 0
    for raw in text.split("\n"):
        line = new()
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


class CoveredLines(Lines):
    """The lines as spans of the text as received, from its first character to its last.

    They are there for the view of the source; who reads what a cable says never asks for them.
    """

    __slots__ = ("_lines", "_logical", "_reading")

    def __init__(self, logical: Sequence[LogicalLine], reading: ReadingText) -> None:
        """`logical` are the lines in reading offsets, after all have got their roles."""
        self._logical = logical
        self._reading = reading
        self._lines: tuple[Line, ...] | None = None

    def of(self, role: Role) -> Iterator[Line]:
        """The lines of one role; nothing is made for a role that no line has."""
        found = [line for line in self._logical if line.role is role]
        if not found or self._reading.is_as_received:
            lines = [Line(line.start, line.end, role) for line in found if line.end > line.start]
            return iter(lines)
        return (line for line in self if line.role is role)

    def _made(self) -> tuple[Line, ...]:
        lines = self._lines
        if lines is None:
            lines = self._lines = tuple(_covered(self._logical, self._reading))
        return lines

    def __iter__(self) -> Iterator[Line]:
        return iter(self._made())

    def __len__(self) -> int:
        return len(self._made())

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Line, ...]: ...
    def __getitem__(self, index: int | slice) -> Line | tuple[Line, ...]:
        return self._made()[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (CoveredLines, tuple)) and self._made() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._made())

    def __repr__(self) -> str:
        return repr(self._made())


def _covered(logical: Sequence[LogicalLine], reading: ReadingText) -> Iterator[Line]:
    """The lines that are not empty, without gap or overlap."""
    start = 0
    last = len(logical) - 1
    for index, line in enumerate(logical):
        end = reading.length_received if index == last else reading.span(line.start, line.end).end
        if end > start:
            yield Line(start, end, line.role or Role.UNKNOWN)
            start = end
