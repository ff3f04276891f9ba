"""The text as received, cut into logical lines that keep their offsets."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from reader.cable.model import Line, Role, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cable.model import Telegram


class ReadingText:
    """The telegram's own characters, without the carrier's markup, and the way back.

    Offsets in `text` are called reading offsets; `span` turns them into spans of the text as
    received. Without markup the two are the same.
    """

    __slots__ = ("_ends", "_reads", "_starts", "length_received", "text")

    def __init__(self, telegram: Telegram) -> None:
        received = telegram.text
        self.length_received = len(received)
        # A segment is a run of reading characters: its reading offset, where it starts in the
        # text as received, and where a replaced run ends there (-1 for a run that was copied).
        self._reads: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        if not telegram.markup:
            self.text = received
            return
        pieces: list[str] = []
        read = position = 0

        def add(piece: str, start: int, end: int) -> None:
            nonlocal read
            self._reads.append(read)
            self._starts.append(start)
            self._ends.append(end)
            pieces.append(piece)
            read += len(piece)

        for start, end, reading in telegram.markup:
            if start > position:
                add(received[position:start], position, -1)
            if reading:
                add(reading, start, end)
            position = end
        if position < len(received):
            add(received[position:], position, -1)
        self.text = "".join(pieces)

    def span(self, start: int, end: int) -> Span:
        """The span of the text as received from which the reading text [start, end) was made."""
        if not self._reads:
            return Span(start, end)
        if end <= start:
            place = self._start(start)
            return Span(place, place)
        return Span(self._start(start), self._end(end))

    def _start(self, offset: int) -> int:
        index = bisect_right(self._reads, offset) - 1
        if self._ends[index] >= 0:
            return self._starts[index]
        return self._starts[index] + offset - self._reads[index]

    def _end(self, offset: int) -> int:
        index = bisect_right(self._reads, offset - 1) - 1
        if self._ends[index] >= 0:
            return self._ends[index]
        return self._starts[index] + offset - self._reads[index]


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
    start = 0
    for raw in text.split("\n"):
        end = start + len(raw) + 1
        content = raw.rstrip()
        lines.append(LogicalLine(start, end, content, None if content else Role.BLANK))
        start = end
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


def cover(lines: Sequence[LogicalLine], reading: ReadingText) -> tuple[Line, ...]:
    """The lines as spans of the text as received, from its first character to its last."""
    covered: list[Line] = []
    start = 0
    last = len(lines) - 1
    for index, line in enumerate(lines):
        end = reading.length_received if index == last else reading.span(line.start, line.end).end
        if end > start:
            covered.append(Line(start, end, line.role or Role.UNKNOWN))
            start = end
    return tuple(covered)
