"""What a line of the body begins: a paragraph, an item of a list, a rule, or nothing new."""

from __future__ import annotations

from typing import Final

from reader.cable.body.headings import is_title_below, merged_title
from reader.cable.body.markings import Mark, bracket_mark, plain_mark, read_marking, signed_mark
from reader.cable.body.numbering import Numbering
from reader.cable.body.shapes import (
    LETTERED_ITEM,
    NUMBERED_ITEM,
    RULE_SIGNS,
    ends_sentence,
    is_filler,
    is_rule,
    is_table_rule,
    item_sign,
    sign_kind,
)
from reader.cable.body.stretches import (
    BLANK,
    NOTHING,
    OF_ITEM,
    OF_RULE,
    OF_SET,
    OF_TEXT,
    Kind,
    Stretch,
)
from reader.cable.lines import LogicalLine, is_set
from reader.cable.model import Role

NARROWEST: Final = 46
"""Characters of a line that was wrapped; a line that ends before was ended on purpose."""

UNWRAPPED: Final = 120
"""Characters of a line that holds a whole paragraph."""

LETTERS: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS: Final = "0123456789"
NUMBERS: Final = frozenset(DIGITS)
BRACKETS: Final = frozenset("(\u00a9")
BULLETS: Final = frozenset("-*\u2022\u00b7\u2023\u25cf>(")
# a. the pier; B) the pier; o the pier
ITEM_BEGINNINGS: Final = frozenset(
    {letter + sign for letter in LETTERS for sign in ".)"} | {"o ", "Q "}
)

# Asked of every line: an Enum takes ten times as long to give one of its members.
PARAGRAPH, RULE = Role.PARAGRAPH, Role.RULE


class Beginnings:
    """The stretches so far, the one that is open, and what lies before the next."""

    def __init__(self, text: str) -> None:
        self.stretches: list[Stretch] = []
        self.added: list[LogicalLine] = []
        """The second parts of lines that were cut."""
        self.has_set_lines = False
        """Whether signs say what the lines are; then only lines with such a sign are text."""
        self._text = text
        self._open: Stretch | None = None
        self._gap = BLANK
        self._numbers = Numbering()

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

    def _look_at_words(self, line: LogicalLine, text: str, words: str, indent: int) -> None:
        """Find out what a line of the text begins; `words` is the line without leading blanks."""
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

    def _take_rule(self, line: LogicalLine, words: str, indent: int) -> None:
        if is_table_rule(words):
            self._take_text(line, indent)
        elif is_rule(words):
            self._begin(OF_RULE, line, indent)
            line.role = RULE
            self._open = None
        else:
            line.role = RULE
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
            if last[-1] != "." and above.kind is OF_TEXT:
                if len(last) > UNWRAPPED or self.added:
                    self._cut_title(above)
                elif len(above.lines) > 1:
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
