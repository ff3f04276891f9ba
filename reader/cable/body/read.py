"""read_body(lines): from the first line below the header to the end of the telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.body.headings import (
    boxed_lines,
    goes_on_as_title,
    is_bare_title,
    lines_of_title_above,
    underlined_lines,
)
from reader.cable.body.markings import LONGEST_YEAR
from reader.cable.body.pages import find_page_breaks, find_stamps, foreign_pages
from reader.cable.body.paragraphs import BodyBuilder
from reader.cable.body.passages import find_passages
from reader.cable.body.scan import FIRST_PAGE, Scan
from reader.cable.body.stretches import OF_ITEM, OF_RULE, OF_SET
from reader.cable.body.tail import read_tail
from reader.cable.model import Paragraph, Problem, Role, Span
from reader.records import Record
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.cable.body.stretches import Stretch
    from reader.cable.lines import LogicalLine
    from reader.cable.model import Heading, Passage


MARKED: Final = frozenset({Role.PAGE_BREAK, Role.STAMP})


class BodyReading(Record):
    """What the body of a telegram holds; all spans count characters of the reading text."""

    items: tuple[Heading | Paragraph, ...]
    passages: tuple[Passage, ...]
    page_breaks: tuple[Span, ...]
    signature: tuple[str, ...]
    stamps: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_body(
    lines: list[LogicalLine],
    body_start: int,
    *,
    text: str,
    station: str | None,
    serial: int | None,
    captions: Sequence[str],
) -> BodyReading:
    """Read the lines from `body_start` on: headings, paragraphs, signature, and what is no text.

    `lines` are all logical lines of the telegram; each from `body_start` on gets its one role, and
    a line that carries two things becomes two. `text` is the reading text. `station` and `serial`
    are those of the cable, `captions` those of its header, which further sections repeat.
    """
    tail = read_tail(lines, body_start, text)
    scan = Scan(text, captions)
    stretches = scan.read(lines, body_start, tail.end)
    builder = BodyBuilder(text)
    if scan.has_set_lines:
        _build_as_set(builder, stretches)
    else:
        _build(builder, stretches)
    items = builder.finished()
    above = _below_first_page(_marked(lines[:body_start]))
    marked = above + scan.marked + _marked(lines[tail.end :])
    added = tail.added + scan.added
    if added:
        lines += added
        lines.sort(key=lambda line: line.start)
    return BodyReading(
        items=items,
        passages=find_passages(items),
        page_breaks=find_page_breaks(marked, text),
        signature=tail.signature or builder.signature,
        stamps=find_stamps(marked),
        problems=(
            *foreign_pages(marked, scan.asides.sections, station, serial),
            *_number_problems(items, is_fragment=body_start == 0),
        ),
    )


def _marked(lines: Sequence[LogicalLine]) -> list[LogicalLine]:
    """The page lines and stamps among some lines."""
    return [line for line in lines if line.role in MARKED]


def _below_first_page(marked: list[LogicalLine]) -> list[LogicalLine]:
    """Without the head of the first page, at which no page ends: PAGE 01 OSLO 00893  291302Z."""
    for index, line in enumerate(marked):
        if FIRST_PAGE in line.text:
            stamps = [each for each in marked[:index] if each.role is Role.STAMP]
            return stamps + marked[index + 1 :]
    return marked


def _build_as_set(builder: BodyBuilder, stretches: Sequence[Stretch]) -> None:
    """Lines with signs that say what they are; other words are not the telegram's."""
    for stretch in stretches:
        if stretch.kind is OF_SET:
            builder.take_set(stretch.lines[0])
        elif stretch.kind is not OF_RULE:
            for line in stretch.lines:
                line.role = Role.ARTEFACT


def _build(builder: BodyBuilder, stretches: Sequence[Stretch]) -> None:
    """Go over the stretches: titles with their rules first, then bare titles, then text."""
    index, count = 0, len(stretches)
    while index < count:
        stretch = stretches[index]
        following = stretches[index + 1] if index + 1 < count else None
        if stretch.kind is OF_RULE:
            if following is not None and boxed_lines(stretches, index):
                builder.take_title(following, following.lines, is_ruled=True)
                index += 3
                continue
            builder.separate()
        elif following is not None and following.kind is OF_RULE:
            title = underlined_lines(stretches, index)
            if title:
                builder.take_underlined(stretch, title, goes_on=goes_on_as_title(stretches, index))
                index += 2
                continue
            builder.take_text(stretch)
        elif (mark := stretch.mark) is not None and mark.number is not None:
            if following is None or following.mark is not None:
                builder.take_whole(stretch, mark)
            else:
                builder.take_text(stretch)
        elif stretch.kind is OF_ITEM and not stretch.indent:
            builder.take_text(stretch)
        else:
            _take_bare(builder, stretches, index)
        index += 1


def _take_bare(builder: BodyBuilder, stretches: Sequence[Stretch], index: int) -> None:
    """A stretch without a number and no rule below it: a title, a title and its text, or text."""
    stretch = stretches[index]
    if stretch.is_title or is_bare_title(stretches, index):
        builder.take_title(stretch, stretch.lines, is_ruled=False)
        return
    title = lines_of_title_above(stretch)
    if title:
        builder.take_title(stretch, stretch.lines[:title], is_ruled=False)
        stretch = stretch.part(title, len(stretch.lines))
    builder.take_text(stretch)


def _number_problems(
    items: Sequence[Heading | Paragraph], *, is_fragment: bool
) -> Iterator[Problem]:
    """Numbers that are missing, repeated or out of order; none is ever mended."""
    last: int | None = 0
    if is_fragment:
        last = None
    for item in items:
        if not isinstance(item, Paragraph) or (number := item.number) is None:
            continue
        if last is not None and number == last + 1 <= LONGEST_YEAR:
            last = number
            continue
        place = Span(item.start, item.start + 1)
        if number > LONGEST_YEAR:
            yield Problem(
                "paragraph_number",
                tr(
                    "{number} is marked as a paragraph; it may be a year or a figure in a "
                    "sentence.",
                    number=number,
                ),
                place,
            )
            continue
        if last is not None:
            yield Problem("paragraph_number", _out_of_order(last, number), place)
        last = number


def _out_of_order(last: int, number: int) -> str:
    if last == 0:
        return tr("The first paragraph number is {number}.", number=number)
    if number == last:
        return tr("The paragraph number {number} stands twice.", number=number)
    if number == last + 2:
        return tr(
            "Paragraph {number} follows {last}: number {missing} is missing.",
            number=number,
            last=last,
            missing=last + 1,
        )
    if number > last:
        words = "Paragraph {number} follows {last}: the numbers between are missing."
        return tr(words, number=number, last=last)
    return tr("Paragraph {number} follows {last}: the numbers go back.", number=number, last=last)
