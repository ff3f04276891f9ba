"""How far the reading of a header has come: what was gathered, and the field that is open."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from reader.cable.header.gathering import Gathered
from reader.cable.header.inner import find_inner
from reader.cable.header.transport import find_run_together
from reader.cable.lines import cut_line
from reader.cable.model import Role

if TYPE_CHECKING:
    from reader.cable.lines import LogicalLine

MOST_CUTS: Final = 60
"""Lines of one header that are cut in two."""

ADDRESSEES: Final = frozenset({Role.ACTION, Role.INFO})


class Part(Enum):
    """The part of a header that is being read."""

    TRANSPORT = "above the classification"
    TEXT = "between the classification and the first field"
    FIELDS = "at the fields"


# Asked of every line: an Enum takes ten times as long to give one of its members.
IN_TRANSPORT, IN_TEXT, IN_FIELDS = Part


class Progress:
    """The state of one pass from the top of a telegram to where its body begins."""

    __slots__ = ("_cuts", "after_blank", "expected", "field", "gathered", "lines", "part")

    def __init__(self, lines: list[LogicalLine]) -> None:
        self.lines = lines
        self.gathered = Gathered()
        self.part = IN_TRANSPORT
        self.field: Role | None = None
        """The field that is open, to which the next line may belong."""
        self.after_blank = False
        self.expected = -1
        """Index of a header line further down, up to which no line is of the body."""
        self._cuts = 0

    def cut(self, index: int, text: str, place: int) -> None:
        """Cut a line; `text` is the line's without leading blanks, `place` counts in it."""
        cut_line(self.lines, index, len(self.lines[index].text) - len(text) + place)
        self._cuts += 1

    def inner(self, role: Role, text: str, value: int = 0) -> int | None:
        """Where another field begins within a line; None, too, when enough lines were cut."""
        return find_inner(role, text, value) if self._cuts < MOST_CUTS else None

    def cut_inner(self, index: int, role: Role, text: str, value: int = 0) -> str:
        """Cut off what begins within a field's line and is another field or the body's."""
        place = self.inner(role, text, value)
        if place is None:
            return text
        self.cut(index, text, place)
        return text[:place]

    def cut_run_together(self, index: int, text: str) -> None:
        """Cut a line in which an exporter ran a whole transport header together."""
        if "VZCZC" in text and self._cuts < MOST_CUTS:
            # The line may have been cut since its text was read.
            text = self.lines[index].text
            blanks = len(text) - len(text.lstrip())
            for place in reversed(find_run_together(text.lstrip())):
                cut_line(self.lines, index, blanks + place)
                self._cuts += 1
