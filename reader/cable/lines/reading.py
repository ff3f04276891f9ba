"""The characters that a telegram's rules read, and the way back to the text as received."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from reader.cable.model import Span

if TYPE_CHECKING:
    from reader.cable.model import Telegram


class ReadingText:
    """The telegram's own characters, without the carrier's markup, and the way back.

    Offsets in `text` are called reading offsets; `span` turns them into spans of the text as
    received. Without markup the two are the same.
    """

    __slots__ = ("_ends", "_reads", "_starts", "is_as_received", "length_received", "text")

    def __init__(self, telegram: Telegram) -> None:
        received = telegram.text
        self.length_received = len(received)
        self.is_as_received = not telegram.markup
        """Whether the carrier put nothing into the text: then both count the same characters."""
        # A segment is a run of reading characters: its reading offset, where it starts in the
        # text as received, and where a replaced run ends there (-1 for a run that was copied).
        self._reads: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        if self.is_as_received:
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
        if self.is_as_received:
            return Span(start, end)
        if not self._reads:
            return Span(0, self.length_received)
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
