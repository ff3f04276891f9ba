"""The one pass over the lines of the body that cuts it into stretches.

Most lines go on with the stretch before them and are asked three cheap questions; only the others
are looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.body.asides import SPECIAL_BEGINNINGS, Asides
from reader.cable.body.beginnings import (
    DIGITS,
    LETTERS,
    NUMBERS,
    PARAGRAPH,
    RULE,
    UNWRAPPED,
    Beginnings,
)
from reader.cable.body.glued import INJECTED, may_be_glued, may_hold_rule, places_to_cut
from reader.cable.body.markings import COMMON_MARK, NEW, Mark
from reader.cable.body.shapes import SHORTEST_RULE
from reader.cable.body.stretches import BLANK, CAPTION, GAPS, OF_ITEM, OF_RULE, OF_TEXT, PAGE
from reader.cable.lines import LogicalLine, cut_at, is_set
from reader.cable.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cable.body.stretches import Stretch

FIRST_PAGE: Final = "PAGE 01"

# The first two characters of lines that are words: neither an item nor anything special.
LETTERS_BEGINNINGS: Final = frozenset(
    first + second for first in LETTERS for second in f"{LETTERS}{DIGITS}'-,/&"
) | {"A ", "I ", "a "}
PLAIN_BEGINNINGS: Final = LETTERS_BEGINNINGS - {word[:2] for word in SPECIAL_BEGINNINGS}


# What stands first in the mark of a paragraph.
MARK_SIGNS: Final = NUMBERS | {"¶"}


class Scan(Beginnings):
    """The pass over the lines, and what in them is no part of the text."""

    def __init__(self, text: str, captions: Sequence[str]) -> None:
        super().__init__(text)
        self.asides = Asides(captions)
        self.marked: list[LogicalLine] = []
        """The page lines and the stamps."""
        self._is_glued = False

    def read(self, lines: Sequence[LogicalLine], start: int, end: int) -> list[Stretch]:
        """The stretches of the lines from `start` to `end`; each of these lines gets a role."""
        if start >= end:
            return self.stretches
        paragraph, blank, plain, asides = PARAGRAPH, Role.BLANK, PLAIN_BEGINNINGS, self.asides
        self._is_glued = may_be_glued(self._text, lines[start].start)
        longest = 0 if self._is_glued else UNWRAPPED
        for line in lines[start:end]:
            role = line.role
            if role is None:
                text = line.text
                if text[:2] in plain and len(text) <= longest and text[-1] not in "-=":
                    opened = self._open
                    if opened is not None:
                        line.role = paragraph
                        opened.lines.append(line)
                        continue
                    if not asides.go_on:
                        self._begin(OF_TEXT, line, 0)
                        continue
                if len(text) > longest or asides.go_on or not self._take_usual(line, text):
                    self._look_closer(line, text)
            elif role is blank:
                self._open = None
                self._gap = self._gap or BLANK
            else:
                self._take_gap(line, role)
        return self.stretches

    def _take_usual(self, line: LogicalLine, text: str) -> bool:
        """Take a short line that begins something in the way in which nearly all do."""
        first = text[0]
        if first == "-" and self._open is None and self._take_usual_item(line, text):
            return True
        if text[-1] in "-=":
            if len(text) < SHORTEST_RULE or text.strip("-="):
                return False
            self._begin(OF_RULE, line, 0)
            line.role = RULE
            self._open = None
            return True
        if first in MARK_SIGNS:
            return self._take_usual_mark(line, text)
        if text[:4] in SPECIAL_BEGINNINGS or text[:2] not in LETTERS_BEGINNINGS:
            return False
        self._take_text(line, 0)
        return True

    def _look_closer(self, line: LogicalLine, text: str) -> None:
        """A line that may carry two things, or that begins something in an unusual way."""
        is_long = len(text) > UNWRAPPED or self._is_glued
        if is_long or ((text[-1] in "-=" or text[0] in "-=") and may_hold_rule(text)):
            last = self._numbers.last
            places = [] if is_set(text) else places_to_cut(text, last, is_glued=self._is_glued)
            if places:
                self._cut(line, places)
                return
            may_be_mark = text[0] in MARK_SIGNS and not self.asides.go_on
            if may_be_mark and self._take_usual_mark(line, text):
                return
        self._look_at(line, text)

    def _take_usual_item(self, line: LogicalLine, text: str) -> bool:
        """Begin an item with a sign that is as nearly all are: `-- the pier;`."""
        sign = "--" if text[1:2] == "-" else "-"
        size = len(sign)
        if text[size : size + 1] != " " or not text[size + 1].isalpha():
            return False
        if text[-1] in "-=" or "-----" in text:
            return False
        self._begin(OF_ITEM, line, 0).sign = sign
        return True

    def _take_usual_mark(self, line: LogicalLine, text: str) -> bool:
        """Begin a paragraph with a usual mark; a line `12 ferries` goes on with what is above."""
        start = text[:5]
        if "." not in start and ")" not in start and start[0] != "¶":
            self._take_text(line, 0)
            return True
        match = COMMON_MARK.match(text)
        if match is None:
            return False
        sign, printed, marking = match.groups()
        number = int(printed)
        if not sign and not self._numbers.is_usual(number, marking, is_apart=self._open is None):
            return False
        mark = NEW(Mark, (number, marking, match.end(), sign != "", ".", False))
        self._begin_paragraph(line, mark, 0)
        return True

    def _take_gap(self, line: LogicalLine, role: Role) -> None:
        """A line that has its role already: a page line, a stamp."""
        self._open = None
        self._gap = max(self._gap, GAPS.get(role, BLANK))
        if role is Role.PAGE_BREAK or role is Role.STAMP:
            self.marked.append(line)
            if FIRST_PAGE in line.text:
                self.asides.begin_head()

    def _cut(self, line: LogicalLine, places: list[int]) -> None:
        """Look at the parts of a line that carries two things, each as a line of its own."""
        pieces = cut_at(line, places)
        self.added += pieces[1:]
        for piece in pieces:
            if piece.text.strip() == INJECTED:
                piece.role = Role.CAPTION
                self._take_gap(piece, Role.CAPTION)
            else:
                self._look_at(piece, piece.text)

    def _look_at(self, line: LogicalLine, text: str) -> None:
        """Find out what a line is that does not simply go on with the stretch before it."""
        words = text.lstrip()
        indent = len(text) - len(words)
        may_be_aside = self.asides.go_on or words[:4] in SPECIAL_BEGINNINGS
        if may_be_aside and self._is_aside(line, words):
            return
        self._look_at_words(line, text, words, indent)

    def _is_aside(self, line: LogicalLine, words: str) -> bool:
        """Give a line its role that is no part of the text, and say whether it is one."""
        role = self.asides.role_of(line, words, is_free=self._is_free())
        if role is None:
            return False
        line.role = role
        self._open = None
        gap = BLANK if role is Role.BOILERPLATE else CAPTION if role is Role.CAPTION else PAGE
        self._gap = max(self._gap, gap)
        return True
