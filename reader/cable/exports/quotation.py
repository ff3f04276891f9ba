"""Words of a cable as a quotation in Markdown: escaped, with marking, citation and permalink."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from reader.cable.citation import paragraph_number, permalink
from reader.cable.citation.choice import cite_as
from reader.cable.exports.signs import seen
from reader.cable.model import BlockKind, Heading
from reader.cable.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from reader.cable.model import Cable, Paragraph

# What has a meaning inside a line, and what has one at its beginning: `- `, `+`, `12.`, `===`
SIGNS: Final = pattern(r"[\\`*_\[\]<>|~&!#$^:]")
BEGINNING: Final = pattern(r"[-+=]|[0-9]{1,9}(?=[.)])")


class Quoted(NamedTuple):
    """Characters of a paragraph's text that are quoted."""

    ordinal: int
    start: int = 0
    end: int | None = None


def quotation(cable: Cable, parts: Sequence[Quoted], style: str = "") -> str:
    """A quotation of some paragraphs or parts of them, in order, and below it where they stand.

    `style` is as in `cite_as`.
    """
    lines: list[str] = []
    for part in parts:
        lines += [*_paragraph(cable.paragraphs[part.ordinal], part), ""]
    return _quoted(cable, lines, parts[0].ordinal, parts[-1].ordinal, style)


def quotation_of_text(cable: Cable, text: str, first: int, last: int, style: str = "") -> str:
    """The same of a text as received that stands in the paragraphs with these ordinals."""
    lines = [f"    {seen(line)}" for line in text.split("\n")]
    return _quoted(cable, [*lines, ""], first, last, style)


def markdown_of(cable: Cable, parts: Sequence[Quoted]) -> str:
    """Some paragraphs or parts of them in Markdown, with the headings that stand between them."""
    wanted = {part.ordinal: part for part in parts}
    lines: list[str] = []
    headings: list[str] = []
    for item in cable.body:
        if isinstance(item, Heading):
            headings += [f"{'#' * (item.level + 1)} {markdown_line(item.text)}", ""]
            continue
        if item.ordinal in wanted:
            # Above the first paragraph stands what was not selected.
            lines += headings if lines else []
            lines += [*_paragraph(item, wanted[item.ordinal]), ""]
        headings = []
    return "\n".join(lines[:-1]) + "\n"


def markdown_of_text(text: str) -> str:
    """A text as received in Markdown, where nothing in it has a meaning."""
    return "\n".join(f"    {seen(line)}".rstrip(" ") for line in text.split("\n")) + "\n"


def _quoted(cable: Cable, lines: Sequence[str], first: int, last: int, style: str) -> str:
    has_paragraphs = bool(cable.paragraphs)
    citation = cite_as(cable, style, first if has_paragraphs else None, last)
    source = [f"— {markdown_line(citation.plain)}" if not style else f"— {citation.markdown}"]
    number = cable.paragraphs[first].number if has_paragraphs else None
    link = permalink(cable.canonical_id, number)
    if link:
        source += ["", f"<{link}>"]
    return "\n".join(f"> {line}".rstrip(" ") for line in (*lines, *source)) + "\n"


def _paragraph(paragraph: Paragraph, part: Quoted) -> Iterator[str]:
    """Lines of text with a break between, tables as they are set."""
    end = len(paragraph.text) if part.end is None else part.end
    number = "" if paragraph.number is None else f"¶{paragraph_number(paragraph)}"
    marking = f"({paragraph.marking})" if paragraph.marking else ""
    label = " ".join(filter(None, (number, marking)))
    before = ""
    for line, is_table in _lines(paragraph, part.start, end):
        if is_table:
            if before != "table":
                yield from (label, "") if label else ("",) if before else ()
            yield f"    {seen(line)}"
            before, label = "table", ""
            continue
        if before == "text":
            yield ""
        escaped = markdown_line(f"{label} {line}".lstrip(" "))
        if escaped:
            yield from ("", escaped) if before == "table" else (escaped,)
            before, label = "text", ""


def _lines(paragraph: Paragraph, start: int, end: int) -> Iterator[tuple[str, bool]]:
    """The lines of the quoted characters, and whether each is a line of a table."""
    blocks = paragraph.blocks or ()
    tables = [block for block in blocks if block.kind is BlockKind.TABLE]
    place = start
    for line in paragraph.text[start:end].split("\n"):
        after = place + len(line)
        yield line, any(block.start <= place and after <= block.end for block in tables)
        place = after + 1


def markdown_line(text: str) -> str:
    """Words on one line that mean nothing to Markdown but themselves."""
    line = SIGNS.sub(r"\\\g<0>", " ".join(seen(text).split()))
    return BEGINNING.sub(_escape_beginning, line, count=1)


def _escape_beginning(match: re.Match[str]) -> str:
    if match.start():
        return match[0]
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"
