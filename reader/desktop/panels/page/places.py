"""From a place in a paragraph to the same place in the text as received, and back.

A paragraph's text is made from its spans: lines are joined, the carrier's markup and what stood
at a seam are left out. The two are walked word by word, in time that grows with the paragraph.
Nothing here knows of Qt.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cable.model import Cable, Paragraph

_WORD: Final = re.compile(r"\S+")

FARTHEST: Final = 64
"""Characters that are looked ahead for a letter which the text as received spells otherwise."""


def ordinal_at(cable: Cable, received: int) -> int:
    """The paragraph that begins last before an offset of the text as received; -1 for none."""
    return bisect_right(cable.paragraphs, received, key=lambda paragraph: paragraph.start) - 1


class Received:
    """Where the words of one paragraph stand in the text as received; walked through once."""

    def __init__(self, cable: Cable, ordinal: int) -> None:
        self._text = cable.text
        self._runs = tuple(_runs(cable, cable.paragraphs[ordinal]))

    def stretches(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The stretches, none of them over a line end, in which some of its words stand."""
        found: list[tuple[int, int]] = []
        first = max(bisect_right(self._runs, start, key=lambda run: run.offset) - 1, 0)
        for run in self._runs[first:]:
            if run.offset >= end:
                break
            low, high = max(start - run.offset, 0), min(end - run.offset, run.length)
            if low >= high:
                continue
            received = run.received + low, run.received + high
            gap = self._text[found[-1][1] : received[0]] if found else "\n"
            if not gap.strip(" \t"):
                found[-1] = found[-1][0], received[1]
            else:
                found.append(received)
        return tuple(found)


class Run(NamedTuple):
    """Characters that stand in the paragraph's text as they stand in the text as received."""

    offset: int
    received: int
    length: int


def received_offset(cable: Cable, ordinal: int, offset: int) -> int:
    """Where the character at an offset of a paragraph's text stands in the text as received."""
    paragraph = cable.paragraphs[ordinal]
    place = paragraph.spans[0].start if paragraph.spans else paragraph.start
    for run in _runs(cable, paragraph):
        if run.offset > offset:
            break
        place = run.received + min(offset - run.offset, run.length)
    return place


def paragraph_place(cable: Cable, received: int) -> tuple[int, int] | None:
    """The ordinal and offset of what stands at an offset of the text as received.

    Between two paragraphs it is the beginning of the next one, behind the last its end; None
    before the first, where the header stands.
    """
    paragraphs = cable.paragraphs
    ordinal = ordinal_at(cable, received)
    if ordinal < 0:
        return None
    paragraph = paragraphs[ordinal]
    if paragraph.spans and received >= paragraph.spans[-1].end:
        if ordinal + 1 < len(paragraphs):
            return ordinal + 1, 0
        return ordinal, len(paragraph.text)
    offset = 0
    for run in _runs(cable, paragraph):
        if run.received > received:
            break
        offset = run.offset + min(received - run.received, run.length)
    return ordinal, offset


def _runs(cable: Cable, paragraph: Paragraph) -> Iterator[Run]:
    """The paragraph's words where they stand in the text as received."""
    walk = _Walk(cable, paragraph)
    for word in _WORD.finditer(paragraph.text):
        letters = word.group()
        place = walk.next_letter()
        if cable.text.startswith(letters, place) and walk.is_whole(place, len(letters)):
            yield Run(word.start(), place, len(letters))
            walk.place = place + len(letters)
            continue
        # The word is spelled otherwise: cut by a line end or a page, or with markup inside.
        for index, letter in enumerate(letters):
            place = walk.next_letter()
            found = cable.text.find(letter, place, place + FARTHEST)
            place = found if found >= 0 else place
            yield Run(word.start() + index, place, 1)
            walk.place = place + 1 if found >= 0 else place


class _Walk:
    """A walk through the spans of a paragraph, over blanks and markup."""

    def __init__(self, cable: Cable, paragraph: Paragraph) -> None:
        self._text = cable.text
        self._spans = paragraph.spans
        self._span = 0
        self._markup = cable.telegram.markup
        self.place = self._spans[0].start if self._spans else paragraph.start
        self._next_markup = bisect_right(self._markup, self.place, key=lambda markup: markup.end)

    def next_letter(self) -> int:
        """Where the next character stands that is neither blank nor markup nor outside."""
        text = self._text
        while self.place < len(text):
            self._enter_span()
            markup = self._markup_at(self.place)
            if markup is not None:
                self.place = max(markup, self.place + 1)
            elif text[self.place].isspace():
                self.place += 1
            else:
                break
        return self.place

    def is_whole(self, place: int, length: int) -> bool:
        """Whether no markup begins and no span ends inside of the next `length` characters."""
        ends = not self._spans or place + length <= self._spans[self._span].end
        following = self._next_markup
        return ends and not (
            following < len(self._markup) and self._markup[following].start < place + length
        )

    def _enter_span(self) -> None:
        while self._span + 1 < len(self._spans) and self.place >= self._spans[self._span].end:
            self._span += 1
            self.place = max(self.place, self._spans[self._span].start)

    def _markup_at(self, place: int) -> int | None:
        """The end of the markup that covers a place and reads as nothing."""
        while (
            self._next_markup < len(self._markup) and self._markup[self._next_markup].end <= place
        ):
            self._next_markup += 1
        if self._next_markup < len(self._markup):
            markup = self._markup[self._next_markup]
            if markup.start <= place and not markup.reading:
                return markup.end
        return None
