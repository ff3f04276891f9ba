"""Stretches: lines of the body that stand together, and what lies between them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from reader.cable.model import Role, SeamKind

if TYPE_CHECKING:
    from reader.cable.body.markings import Mark
    from reader.cable.lines import LogicalLine

# What lies between two stretches, from the least to the most: it decides how a seam is called.
NOTHING, BLANK, STAMP, CAPTION, PAGE = 0, 1, 2, 3, 4
GAPS: Final = {
    Role.BLANK: BLANK,
    Role.STAMP: STAMP,
    Role.CAPTION: CAPTION,
    Role.PAGE_BREAK: PAGE,
    Role.CLASSIFICATION: PAGE,
}
SEAMS: Final = {
    BLANK: SeamKind.BLANK_LINE,
    STAMP: SeamKind.STAMP,
    CAPTION: SeamKind.INJECTED_CAPTION,
    PAGE: SeamKind.PAGE_BREAK,
}


class Kind(Enum):
    """What the lines of a stretch are."""

    TEXT = "text"
    ITEM = "item"
    RULE = "rule"
    SET = "set"
    """One line with a sign that says what it is."""


# Asked of every stretch: an Enum takes ten times as long to give one of its members.
OF_TEXT, OF_ITEM, OF_RULE, OF_SET = Kind


class Stretch:
    """Lines without anything between them, of one kind."""

    # What most stretches are: no paragraph's beginning, no item, set flush left.
    mark: Mark | None = None
    """The paragraph mark with which it begins."""
    sign = ""
    """The sign of an item: `--`, `(b)`."""
    indent = 0
    """Blanks before its first line."""
    is_ragged = False
    """Whether a line below the first has blanks before it."""
    is_title = False
    """Whether it was cut from the paragraph above because it is a title."""

    def __init__(self, kind: Kind, line: LogicalLine, gap: int, offset: int = 0) -> None:
        self.kind = kind
        self.lines = [line]
        self.gap = gap
        """What lies between it and the stretch before."""
        self.offset = offset
        """Where its words begin, characters into the first line."""

    def part(self, start: int, end: int) -> Stretch:
        """Some of its lines as a stretch of their own."""
        part = Stretch(self.kind, self.lines[start], self.gap if start == 0 else NOTHING)
        part.lines = self.lines[start:end]
        part.is_ragged = self.is_ragged
        if start == 0:
            part.offset, part.mark, part.sign = self.offset, self.mark, self.sign
            part.indent = self.indent
        return part

    def __repr__(self) -> str:
        return f"Stretch({self.kind}, {self.gap}, {self.mark}, {self.lines})"
