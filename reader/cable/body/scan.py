"""The one pass over the lines of the body that cuts it into stretches.

Most lines go on with the stretch before them and are asked three cheap questions; only the others
are looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.body.asides import SPECIAL_BEGINNINGS, Asides
from reader.cable.body.glued import INJECTED, may_be_glued, may_hold_rule, places_to_cut
from reader.cable.body.headings import is_title_below, merged_title
from reader.cable.body.markings import (
    COMMON_MARK,
    NEW,
    Mark,
    bracket_mark,
    plain_mark,
    read_marking,
    signed_mark,
)
from reader.cable.body.numbering import Numbering
from reader.cable.body.shapes import (
    LETTERED_ITEM,
    NUMBERED_ITEM,
    RULE_SIGNS,
    SHORTEST_RULE,
    ends_sentence,
    is_filler,
    is_rule,
    is_table_rule,
    item_sign,
    sign_kind,
)
from reader.cable.body.stretches import (
    BLANK,
    CAPTION,
    GAPS,
    NOTHING,
    OF_ITEM,
    OF_RULE,
    OF_SET,
    OF_TEXT,
    PAGE,
    Kind,
    Stretch,
)
from reader.cable.lines import LogicalLine, cut_at, is_set
from reader.cable.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

NARROWEST: Final = 46
"""Characters of a line that was wrapped; a line that ends before was ended on purpose."""

UNWRAPPED: Final = 120
"""Characters of a line that holds a whole paragraph."""

FIRST_PAGE: Final = "PAGE 01"

LETTERS: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS: Final = "0123456789"
NUMBERS: Final = frozenset(DIGITS)
BRACKETS: Final = frozenset("(\u00a9")
BULLETS: Final = frozenset("-*\u2022\u00b7\u2023\u25cf>(")
# a. the pier; B) the pier; o the pier
ITEM_BEGINNINGS: Final = frozenset(
    {letter + sign for letter in LETTERS for sign in ".)"} | {"o ", "Q "}
)

# The first two characters of lines that are words: neither an item nor anything special.
LETTERS_BEGINNINGS: Final = frozenset(
    first + second for first in LETTERS for second in f"{LETTERS}{DIGITS}'-,/&"
) | {"A ", "I ", "a "}
PLAIN_BEGINNINGS: Final = LETTERS_BEGINNINGS - {word[:2] for word in SPECIAL_BEGINNINGS}

PARAGRAPH = Role.PARAGRAPH


class Scan:
    """The pass over the lines, with the stretch that is open and what lies before the next."""

    def __init__(self, text: str, captions: Sequence[str]) -> None:
        self.stretches: list[Stretch] = []
        self.asides = Asides(captions)
        self.marked: list[LogicalLine] = []
        """The page lines and the stamps."""
        self.added: list[LogicalLine] = []
        """The second parts of lines that were cut."""
        self.has_set_lines = False
        """Whether signs say what the lines are; then only lines with such a sign are text."""
        self._text = text
        self._open: Stretch | None = None
        self._gap = BLANK
        self._numbers = Numbering()
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
            if role is blank:
                self._open = None
                self._gap = self._gap or BLANK
            elif role is not None:
                self._take_gap(line, role)
            else:
                text = line.text
                if text[:2] in plain and len(text) <= longest and text[-1] not in "-=":
                    if self._open is not None:
                        line.role = paragraph
                        self._open.lines.append(line)
                        continue
                    if not asides.go_on:
                        self._begin(OF_TEXT, line, 0)
                        continue
                self._look_closer(line, text)
        return self.stretches

    def _look_closer(self, line: LogicalLine, text: str) -> None:
        """A line that may begin something, or carry two things."""
        first, is_short = text[0], len(text) <= UNWRAPPED and not self._is_glued
        if is_short and not self.asides.go_on:
            if text[-1] in "-=":
                if len(text) >= SHORTEST_RULE and not text.strip("-="):
                    self._begin(OF_RULE, line, 0)
                    line.role = Role.RULE
                    self._open = None
                    return
            elif first == "¶" or first in NUMBERS:
                if self._take_usual_mark(line, text):
                    return
            elif text[:4] not in SPECIAL_BEGINNINGS and text[:2] in LETTERS_BEGINNINGS:
                self._take_text(line, 0)
                return
        if not is_short or ((text[-1] in "-=" or first in "-=") and may_hold_rule(text)):
            last = self._numbers.last
            places = [] if is_set(text) else places_to_cut(text, last, is_glued=self._is_glued)
            if places:
                self._cut(line, places)
                return
        self._look_at(line, text)

    def _take_usual_mark(self, line: LogicalLine, text: str) -> bool:
        """Begin a paragraph with a mark that is as nearly all are."""
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
        first = words[0]
        if first in RULE_SIGNS and is_filler(words):
            self._take_rule(line, words, indent)
        elif first == "¶":
            self._take_sign(line, text, indent)
        elif not (
            (first in NUMBERS and self._take_number(line, text, words, indent))
            or (first in BRACKETS and self._take_marking(line, text, indent))
            or (
                (first in BULLETS or words[:2] in ITEM_BEGINNINGS or words[2:3] in ".)")
                and self._take_item(line, words, indent)
            )
        ):
            self._take_text(line, indent)

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

    def _is_free(self) -> bool:
        """Whether something new may begin: no line stands directly above, or it has ended."""
        if self._open is None:
            return True
        before = self._open.lines[-1].text
        return ends_sentence(before) or not NARROWEST <= len(before) <= UNWRAPPED

    def _begin(self, kind: Kind, line: LogicalLine, indent: int, offset: int = 0) -> Stretch:
        stretch = Stretch(kind, line, self._gap, offset or indent)
        if indent:
            stretch.indent = indent
        line.role = PARAGRAPH
        self.stretches.append(stretch)
        self._open = stretch
        self._gap = NOTHING
        return stretch

    def _take_rule(self, line: LogicalLine, words: str, indent: int) -> None:
        if is_table_rule(words):
            self._take_text(line, indent)
        elif is_rule(words):
            self._begin(OF_RULE, line, indent)
            line.role = Role.RULE
            self._open = None
        else:
            line.role = Role.RULE
            self._open = None
            self._gap = max(self._gap, BLANK)

    def _take_text(self, line: LogicalLine, indent: int) -> None:
        if self._open is None:
            self._begin(OF_TEXT, line, indent)
            return
        line.role = PARAGRAPH
        self._open.lines.append(line)
        self._open.is_ragged = self._open.is_ragged or indent > 0

    def _take_number(self, line: LogicalLine, text: str, words: str, indent: int) -> bool:
        """Begin a paragraph, or an item, when the line begins with the number of one."""
        start = words[1:5]
        if "." not in start and ")" not in start:
            return False
        mark = plain_mark(text)
        if mark is not None and self._is_next(mark, line):
            self._begin_paragraph(line, mark, indent)
            return True
        numbered = NUMBERED_ITEM.match(words)
        if numbered is None or not self._is_free():
            return False
        self._numbers.last_item = int("".join(filter(str.isdigit, numbered["sign"])))
        self._begin(OF_ITEM, line, indent).sign = numbered["sign"]
        return True

    def _take_marking(self, line: LogicalLine, text: str, indent: int) -> bool:
        """Begin a paragraph when the line begins with a portion marking."""
        mark = bracket_mark(text)
        if mark is None or not self._is_marked(mark, line):
            return False
        self._begin_paragraph(line, mark, indent)
        return True

    def _begin_paragraph(self, line: LogicalLine, mark: Mark, indent: int) -> None:
        if mark.number is not None and self.stretches:
            above = self.stretches[-1]
            last = above.lines[-1].text
            if len(last) > UNWRAPPED or self.added:
                self._cut_title(above)
            elif last[-1] != "." and len(above.lines) > 1 and above.kind is OF_TEXT:
                self._take_title_below(above)
        self._begin(OF_TEXT, line, indent, mark.offset).mark = mark
        self._numbers.take(mark)

    def _take_title_below(self, above: Stretch) -> None:
        """Set apart the title that stands right below a paragraph and above the next."""
        lines = above.lines
        if is_title_below(lines[-1].text, lines[-2].text):
            stretch = Stretch(OF_TEXT, lines.pop(), BLANK)
            stretch.is_title = True
            self.stretches.append(stretch)

    def _cut_title(self, above: Stretch) -> None:
        """Cut off the title that a copyist left at the end of the paragraph above."""
        line = above.lines[-1]
        text = line.text
        was_wrapped = len(text) <= UNWRAPPED and self._begins_line(line)
        if was_wrapped or above.kind is not OF_TEXT:
            return
        place = merged_title(text)
        if not place or (len(above.lines) == 1 and place <= above.offset):
            return
        title = LogicalLine(line.start + place, line.end, text[place:], Role.HEADING)
        line.end = title.start
        line.text = text[:place].rstrip()
        self.added.append(title)
        stretch = Stretch(OF_TEXT, title, BLANK)
        stretch.is_title = True
        self.stretches.append(stretch)

    def _take_sign(self, line: LogicalLine, text: str, indent: int) -> None:
        """A line that begins with the sign: a number, a letter, words, or nothing at all."""
        if is_set(text):
            self._begin(OF_SET, line, 0)
            self._open = None
            self.has_set_lines = True
            return
        mark = signed_mark(text)
        if mark is not None:
            self._begin_paragraph(line, mark, indent)
            return
        rest = text[indent + 1 :].lstrip()
        offset = len(text) - len(rest)
        if not rest:
            line.role = PARAGRAPH
            self._open = None
            self._numbers.has_lone_sign = True
            return
        lettered = LETTERED_ITEM.match(rest)
        if lettered:
            self._begin(OF_ITEM, line, indent, offset).sign = lettered["sign"]
        else:
            marking, offset = read_marking(text, offset)
            self._begin_paragraph(line, Mark(None, marking, offset), indent)

    def _is_next(self, mark: Mark, line: LogicalLine) -> bool:
        return self._numbers.is_next(
            mark,
            is_free=self._is_free(),
            is_apart=self._open is None,
            begins_line=self._begins_line(line),
        )

    def _begins_line(self, line: LogicalLine) -> bool:
        """Whether a logical line is the first part of its line as received."""
        return self._text[line.start - 1 : line.start] in ("", "\n")

    def _is_marked(self, mark: Mark, line: LogicalLine) -> bool:
        """Whether a marking in brackets begins a paragraph: not (C) after (B) in a list."""
        if mark.number is not None:
            return self._is_next(mark, line)
        before = self.stretches[-1] if self.stretches else None
        if before is not None and before.kind is OF_ITEM and sign_kind(before.sign) == "(a)":
            return len(mark.marking or "") > 1
        return self._open is None

    def _take_item(self, line: LogicalLine, words: str, indent: int) -> bool:
        """Begin an item when the line begins with the sign of one."""
        found = item_sign(words)
        if found is None or not self._may_be_item(found[0], words[found[1] : found[1] + 1]):
            return False
        self._begin(OF_ITEM, line, indent).sign = found[0]
        return True

    def _may_be_item(self, sign: str, letter: str) -> bool:
        """Whether an item may begin: a dash also stands within a sentence, `A.` within a name."""
        above = self._open
        if above is None or self._is_free():
            return True
        is_same = above.kind is OF_ITEM and sign_kind(above.sign) == sign_kind(sign)
        return is_same and not letter.islower()
