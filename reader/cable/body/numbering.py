"""Which printed numbers are those of paragraphs, by the numbers before them (TELEGRAM.md 2.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cable.body.markings import LONGEST_YEAR

if TYPE_CHECKING:
    from reader.cable.body.markings import Mark


class Numbering:
    """The numbers of a body so far: the last one, and how the first one is set."""

    __slots__ = ("has_lone_sign", "last", "last_item", "style")

    def __init__(self) -> None:
        self.last = 0
        self.last_item = 0
        """The last number of a list below the last paragraph."""
        self.style: Mark | None = None
        """How the first paragraph is numbered; the others are numbered alike."""
        self.has_lone_sign = False
        """Whether ¶ stood alone on the line above: then this line's number is a paragraph's."""

    def take(self, mark: Mark) -> None:
        """Remember a paragraph's mark; a year in its place is no number to go on from."""
        self.has_lone_sign = False
        number = mark.number
        if number is None:
            return
        if self.style is None:
            self.style = mark
        if number <= LONGEST_YEAR:
            self.last = number
            self.last_item = 0

    def is_usual(self, number: int, marking: str | None, *, is_apart: bool) -> bool:
        """Whether a number with a full stop at the beginning of a line is simply the next."""
        style = self.style
        if style is None:
            return is_apart
        is_alike = style.stop == "." and not style.is_signed
        return is_alike and marking is not None and number == self.last + 1

    # 4. The museum: after 3, or with a marking; else it is an item of a list.
    def is_next(self, mark: Mark, *, is_free: bool, is_apart: bool, begins_line: bool) -> bool:
        """Whether a plain number is that of a paragraph.

        `is_free`: what stands above has ended; `is_apart`: nothing stands directly above;
        `begins_line`: the number is the first of its line, which was not cut before it.
        """
        if self.has_lone_sign:
            return True
        style, number = self.style, mark.number
        if number is None:
            return False
        if not is_free and not (begins_line and mark.marking and number == self.last + 1):
            return False
        if style is None:
            return is_apart or number == 1
        if style.stop != mark.stop:
            return False
        if style.is_signed:
            # Whoever puts the sign puts it before every number at the beginning of a line.
            is_sound = mark.marking is not None and not mark.is_tight and begins_line
            return is_sound and number == self.last + 1
        if mark.marking is not None:
            return True
        if self.last_item and number == self.last_item + 1:
            return False
        return self.last < number <= self.last + 2
