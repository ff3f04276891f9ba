"""What holds for every text that is read as a cable, however damaged; each check names a breach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cable.grammar import parse
from reader.cable.model import Heading, Paragraph, Telegram
from reader.cable.record import clean_text
from reader.errors import NotACable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cable.model import Cable, Span


def breaches(text: str) -> list[str]:
    """What is wrong with the reading of a text; nothing for nearly all of them."""
    try:
        cable = parse(Telegram(text))
    except NotACable:
        return []
    return [*uncovered(cable), *misplaced(cable), *changed_in_clean_text(cable)]


def uncovered(cable: Cable) -> Iterator[str]:
    """Every character belongs to exactly one line with one role."""
    place = 0
    for line in cable.lines:
        if line.start != place:
            yield f"the lines have a gap or an overlap at {place}"
            return
        if line.end <= line.start:
            yield f"a line at {place} is empty"
        place = line.end
    if place != len(cable.text):
        yield f"the lines end at {place} of {len(cable.text)}"


def misplaced(cable: Cable) -> Iterator[str]:
    """Spans lie in the text, in order; blocks, seams, passages and mentions in their paragraph."""
    place = 0
    for item in cable.body:
        for span in item.spans:
            if not place <= span.start <= span.end <= len(cable.text):
                yield f"a span of {item.text[:30]!r} is out of order: {span}"
            place = span.end
        if isinstance(item, Heading) and not item.spans:
            yield f"the heading {item.text!r} stands nowhere"
        if isinstance(item, Paragraph):
            yield from misplaced_in(item, len(cable.text))
    yield from out_of_order(cable.page_breaks, len(cable.text), "page break")
    for problem in cable.problems:
        if not 0 <= problem.span.start <= problem.span.end <= len(cable.text):
            yield f"a problem is out of the text: {problem}"
    yield from misplaced_in_paragraphs(cable)


def misplaced_in_paragraphs(cable: Cable) -> Iterator[str]:
    """What stands in the paragraphs by their ordinals: passages and mentions."""
    texts = [paragraph.text for paragraph in cable.paragraphs]
    for passage in cable.passages:
        if not 0 <= passage.start < passage.end <= len(texts[passage.ordinal]):
            yield f"a passage is outside its paragraph: {passage}"
    for mention in cable.mentions:
        if texts[mention.ordinal][mention.start : mention.end] != mention.text:
            yield f"a mention is not in its place: {mention}"


def misplaced_in(paragraph: Paragraph, size: int) -> Iterator[str]:
    """The parts of one paragraph."""
    first = paragraph.spans[0].start if paragraph.spans else paragraph.start
    if not 0 <= paragraph.start <= first <= size:
        yield f"paragraph {paragraph.ordinal} begins at {paragraph.start}"
    if "\n".join(paragraph.text[start:end] for _, start, end in paragraph.blocks) != paragraph.text:
        yield f"the blocks of paragraph {paragraph.ordinal} are not its text"
    yield from out_of_order([seam.span for seam in paragraph.seams], size, "seam")
    offsets = [0, *(seam.offset for seam in paragraph.seams), len(paragraph.text)]
    if offsets != sorted(offsets):
        yield f"the seams of paragraph {paragraph.ordinal} are out of order"


def out_of_order(spans: tuple[Span, ...] | list[Span], size: int, name: str) -> Iterator[str]:
    """Spans that overlap, or lie outside the text."""
    place = 0
    for span in spans:
        if not place <= span.start <= span.end <= size:
            yield f"a {name} is out of order: {span}"
        place = span.end


def changed_in_clean_text(cable: Cable) -> Iterator[str]:
    """The clean text reads back as the same paragraphs: numbers, markings and words."""
    if not cable.paragraphs:
        return
    clean = clean_text(cable)
    try:
        again = parse(Telegram(clean))
    except NotACable:
        yield "the clean text is no cable"
        return
    if outline(again) != outline(cable):
        yield "the clean text has other paragraphs"


def outline(cable: Cable) -> list[tuple[int | None, str | None, str]]:
    """The paragraphs as far as they must be the same."""
    return [
        (item.number, item.marking, item.text) for item in cable.body if isinstance(item, Paragraph)
    ]


def titles(cable: Cable) -> list[str]:
    """The headings' words."""
    return [item.text for item in cable.body if isinstance(item, Heading)]
