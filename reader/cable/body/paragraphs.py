"""Stretches made into paragraphs and headings: sentences joined, numbers kept as printed (2.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.body.headings import DECORATION, is_capital
from reader.cable.body.reflow import (
    Hyphens,
    goes_on_over_page,
    is_hyphenated,
    sentence_goes_on,
    set_stretch,
)
from reader.cable.body.shapes import item_sign
from reader.cable.body.stretches import BLANK, NOTHING, OF_ITEM, SEAMS
from reader.cable.lines import signs
from reader.cable.model import Block, BlockKind, Heading, Paragraph, Role, Seam, SeamKind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cable.body.markings import Mark
    from reader.cable.body.stretches import Stretch
    from reader.cable.lines import LogicalLine

NEW: Final = tuple.__new__
"""Makes a named tuple without its own __new__, in half the time; for the commonest types."""

# Asked of every stretch: an Enum takes ten times as long to give one of its members.
HEADING, TABLE = Role.HEADING, BlockKind.TABLE

CONTINUING: Final = frozenset("abcdefghijklmnopqrstuvwxyz)-&")
"""The first sign of the second line of a title, when each line is underlined."""


class _Draft:
    """A paragraph while it is being put together."""

    __slots__ = ("blocks", "line", "marking", "number", "pieces", "seams", "size", "spans", "start")

    def __init__(self, start: int, number: int | None, marking: str | None) -> None:
        self.start = start
        self.number = number
        self.marking = marking
        self.pieces: list[str] = []
        self.size = 0
        self.blocks: list[Block] = []
        self.spans: list[Span] = []
        self.seams: list[Seam] = []
        self.line: LogicalLine | None = None
        """The last line that was added."""


class BodyBuilder:
    """Puts the items of a body together, stretch by stretch."""

    def __init__(self, text: str) -> None:
        self.items: list[Heading | Paragraph] = []
        self.signature: tuple[str, ...] = ()
        # The index of each title, whether rules set it off, and whether it is in capitals.
        self._titles: list[tuple[int, bool, bool]] = []
        self._text = text
        self._hyphens = Hyphens(text)
        self._draft: _Draft | None = None
        self._ordinal = 0

    def take_title(
        self,
        stretch: Stretch,
        lines: Sequence[LogicalLine],
        *,
        is_ruled: bool,
        goes_on: bool = False,
    ) -> None:
        """Lines that are a title; the number that it carries is that of the text below it.

        `goes_on`: they are the second line of the title above, underlined on its own.
        """
        self.finish()
        offset = stretch.offset if lines[0] is stretch.lines[0] else 0
        decoration = f"{DECORATION}-" if stretch.kind is OF_ITEM else DECORATION
        spans: list[Span] = []
        words: list[str] = []
        for line in lines:
            line.role = HEADING
            text = line.text[offset:]
            title = text.strip(decoration)
            if title:
                lead = offset + len(text) - len(text.lstrip(decoration))
                words.append(title)
                start = line.start + lead
                spans.append(NEW(Span, (start, start + len(title))))
            offset = 0
        title = " ".join(words)
        if goes_on and self.items and isinstance(self.items[-1], Heading):
            above = self.items[-1]
            self.items[-1] = above._replace(
                text=f"{above.text} {title}", spans=(*above.spans, *spans)
            )
            return
        mark = stretch.mark if lines[0] is stretch.lines[0] else None
        self._titles.append((len(self.items), is_ruled, is_capital(title)))
        level = 2 if stretch.kind is OF_ITEM and not is_ruled else 1
        marking = mark.marking if mark else None
        self.items.append(NEW(Heading, (title, level, tuple(spans), marking)))
        if mark is not None and mark.number is not None:
            self._draft = _Draft(lines[0].start + stretch.indent, mark.number, mark.marking)

    def take_underlined(self, stretch: Stretch, count: int, *, goes_on: bool) -> None:
        """A stretch whose last lines are a title that a rule underlines; text stands above it."""
        above = len(stretch.lines) - count
        if above:
            self.take_text(stretch.part(0, above))
            stretch = stretch.part(above, above + count)
        goes_on = goes_on and not above and stretch.lines[0].text[0] in CONTINUING
        self.take_title(stretch, stretch.lines, is_ruled=True, goes_on=goes_on)

    def separate(self) -> None:
        """A rule that sets off no title: no sentence is joined across it."""
        if self._draft is not None:
            self._draft.line = None

    def take_whole(self, stretch: Stretch, mark: Mark) -> None:
        """A paragraph with which nothing below it is joined."""
        blocks = set_stretch(stretch, self._hyphens)
        if self._draft is not None:
            self.finish()
        begin = stretch.lines[0].start + stretch.indent
        if len(blocks) == 1:
            [(kind, text)] = blocks
            spans = (_span(stretch),)
            block = NEW(Block, (kind, 0, len(text)))
            values = (self._ordinal, mark.number, mark.marking, text, spans, begin, (block,), ())
            self.items.append(NEW(Paragraph, values))
            self._ordinal += 1
            return
        draft = self._draft = _Draft(begin, mark.number, mark.marking)
        if blocks:
            self._add(draft, stretch, blocks, None)

    def take_text(self, stretch: Stretch) -> None:
        """Lines of text, of a list or of a table; an item goes with what stands above it."""
        blocks = set_stretch(stretch, self._hyphens)
        mark, draft, seam = stretch.mark, self._draft, None
        if mark is not None:
            if draft is not None:
                self.finish()
            start = stretch.lines[0].start + stretch.indent
            draft = self._draft = _Draft(start, mark.number, mark.marking)
            if not blocks:
                return
        elif draft is not None and stretch.kind is not OF_ITEM:
            seam = self._seam(draft, stretch, blocks[0])
            if seam is None and self._begins_anew(draft, stretch):
                draft = None
        if draft is None:
            self.finish()
            draft = self._draft = _Draft(stretch.lines[0].start + stretch.indent, None, None)
        self._add(draft, stretch, blocks, seam)

    def take_set(self, line: LogicalLine) -> None:
        """A line whose sign says what it is; its words are taken as they stand."""
        text = line.text
        sign, offset = text[:2], 3
        if sign == signs.PARAGRAPH:
            number, marking, offset = signs.read_set_paragraph(text)
            self.finish()
            self._draft = _Draft(line.start, number, marking)
        elif sign != signs.BLOCK:
            self.finish()
        words = text[offset:]
        span = Span(line.start + len(text) - len(words), line.start + len(text))
        if sign == signs.TITLE:
            line.role = Role.HEADING
            self.items.append(Heading(words, 1, (span,)))
        elif sign == signs.SIGNATURE:
            line.role = Role.SIGNATURE
            self.signature = (*self.signature, words)
        elif words:
            self._add_set(words, span)

    def _add_set(self, words: str, span: Span) -> None:
        draft = self._draft = self._draft or _Draft(span.start, None, None)
        begin = draft.size
        if draft.blocks:
            draft.pieces.append("\n")
            begin += 1
        draft.pieces.append(words)
        draft.size = begin + len(words)
        kind = BlockKind.ITEM if item_sign(words) else BlockKind.TEXT
        draft.blocks.append(Block(kind, begin, draft.size))
        draft.spans.append(span)

    def _begins_anew(self, draft: _Draft, stretch: Stretch) -> bool:
        """Whether a stretch without a mark is a paragraph of its own, not of a numbered one."""
        return draft.number is None and bool(draft.blocks) and stretch.gap != NOTHING

    def _seam(
        self, draft: _Draft, stretch: Stretch, first: tuple[BlockKind, str]
    ) -> SeamKind | None:
        """How a stretch goes on with the sentence above it, when it does."""
        line, gap = draft.line, stretch.gap
        if line is None or gap == NOTHING:
            return None
        if first[0] is TABLE or draft.blocks[-1].kind is TABLE:
            return None
        if gap == BLANK:
            goes_on = stretch.indent < 2 and sentence_goes_on(line.text, first[1])
        else:
            # Where a page line stands within a line, the text goes on around it.
            lines_between = self._text.count("\n", draft.spans[-1].end, stretch.lines[0].start)
            goes_on = lines_between < 2 or goes_on_over_page(line.text, first[1])
        return SEAMS[gap] if goes_on else None

    def _add(
        self,
        draft: _Draft,
        stretch: Stretch,
        settings: list[tuple[BlockKind, str]],
        seam: SeamKind | None,
    ) -> None:
        """Add the blocks of a stretch to a paragraph, the first joined to its last at a seam."""
        span = _span(stretch)
        pieces, blocks = draft.pieces, draft.blocks
        for kind, text in settings:
            if seam is not None:
                self._join(draft, text, seam, Span(draft.spans[-1].end, span.start))
                seam = None
                continue
            begin = draft.size
            if blocks:
                pieces.append("\n")
                begin += 1
            pieces.append(text)
            draft.size = begin + len(text)
            blocks.append(NEW(Block, (kind, begin, draft.size)))
        draft.spans.append(span)
        draft.line = stretch.lines[-1]

    def _join(self, draft: _Draft, text: str, kind: SeamKind, left_out: Span) -> None:
        above = draft.pieces[-1]
        if is_hyphenated(above) and text[:1].isalnum():
            if self._hyphens.cuts_word(above, text):
                draft.pieces[-1] = above[:-1]
                draft.size -= 1
        else:
            draft.pieces.append(" ")
            draft.size += 1
        draft.seams.append(Seam(draft.size, kind, left_out))
        draft.pieces.append(text)
        draft.size += len(text)
        block = draft.blocks[-1]
        draft.blocks[-1] = Block(block.kind, block.start, draft.size)

    def finished(self) -> tuple[Heading | Paragraph, ...]:
        """All items; a bare title in small letters stands below those that rules set off."""
        self.finish()
        if any(is_ruled for _, is_ruled, _ in self._titles):
            for index, is_ruled, is_in_capitals in self._titles:
                title = self.items[index]
                if isinstance(title, Heading) and not is_ruled and not is_in_capitals:
                    self.items[index] = title._replace(level=2)
        return tuple(self.items)

    def finish(self) -> None:
        """Close the paragraph that is being put together."""
        draft = self._draft
        if draft is None:
            return
        self._draft = None
        values = (
            self._ordinal,
            draft.number,
            draft.marking,
            "".join(draft.pieces),
            tuple(draft.spans),
            draft.start,
            tuple(draft.blocks),
            tuple(draft.seams),
        )
        self.items.append(NEW(Paragraph, values))
        self._ordinal += 1


def _span(stretch: Stretch) -> Span:
    """The words of a stretch, from the first to the last."""
    first, last, offset = stretch.lines[0], stretch.lines[-1], stretch.offset
    sign = first.text[offset : offset + 1]
    start = first.start + offset if sign and not sign.isspace() else _first_place(stretch)
    return NEW(Span, (start, last.start + len(last.text)))


def _first_place(stretch: Stretch) -> int:
    """Where the words of a stretch begin, its mark and blanks left out."""
    line = stretch.lines[0]
    lead = line.text[stretch.offset :].lstrip()
    if not lead:
        line = stretch.lines[1]
        lead = line.text.lstrip()
    return line.start + len(line.text) - len(lead)
