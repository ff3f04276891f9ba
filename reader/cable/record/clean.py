"""A cable set anew as a telegram: page breaks gone, sentences joined, one line a paragraph.

What is set here is read back as the same cable: the same header fields, headings and paragraphs.
Lines are not wrapped, so that nobody has to guess where a sentence was broken.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.cable.grammar import parse
from reader.cable.lines import signs
from reader.cable.model import BlockKind, Heading, Role, Telegram
from reader.cable.patterns import pattern
from reader.errors import NotACable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cable.model import Addressee, Cable, Header, Paragraph, Station

# The signs of a routing line for the first precedence; the date-time group has them both.
PROSIGNS: Final = {"FLASH": "ZZ", "IMMEDIATE": "OO", "PRIORITY": "PP", "ROUTINE": "RR"}

LONGEST_LINE: Final = 69
"""Characters of a line of routing indicators, as the handbooks have it."""
LONGEST_RULE: Final = 69

# Not by the system's names for them: the telegram is in English.
DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

PARTIAL: Final = "This record is a partial extract of the original cable."

# What would be taken for Markdown anywhere in a line, and at its beginning only.
MARKDOWN_SIGN: Final = pattern(r"[\\`*_\[\]<>|~]|&(?=[#A-Za-z])")
MARKDOWN_BEGINNING: Final = pattern(r"[#+=]|---[ \t-]*$")


class Part(NamedTuple):
    """Lines that belong together; an empty line stands between two parts."""

    lines: tuple[str, ...]
    is_heading: bool = False
    is_table: bool = False


def clean_text(cable: Cable) -> str:
    """The cable as a plain text, which reads back as the same paragraphs.

    It is set as a telegram is, with the sign ¶ where numbers alone would not do. A text that would
    still be read otherwise is set with signs that say what each line is.
    """
    outline = _outline(cable)
    for mark in ("", "¶"):
        text = _plain_text(cable, mark)
        if _outline_of(text) == outline:
            return text
    return _text_with_signs(cable)


def _outline(cable: Cable) -> list[tuple[int | None, str | None, str]]:
    return [(item.number, item.marking, item.text) for item in cable.paragraphs]


def _outline_of(text: str) -> list[tuple[int | None, str | None, str]] | None:
    """The paragraphs as which a text is read; None when it is no cable."""
    try:
        return _outline(parse(Telegram(text)))
    except NotACable:
        return None


def _plain_text(cable: Cable, mark: str) -> str:
    texts: list[str] = []
    for part in _parts(cable, mark):
        lines = part.lines
        if part.is_heading:
            lines = (*lines, "-" * min(max(map(len, lines)), LONGEST_RULE))
        texts.append("\n".join(lines))
    return "\n\n".join(texts) + "\n"


def _text_with_signs(cable: Cable) -> str:
    return "\n\n".join(map("\n".join, _lines_with_signs(cable))) + "\n"


def _lines_with_signs(cable: Cable) -> Iterator[tuple[str, ...]]:
    """The lines of each part, in the body with the signs that say what they are."""
    yield from (part.lines for part in _header_parts(cable))
    for item in cable.body:
        if isinstance(item, Heading):
            yield (f"{signs.TITLE} {_marked(item.marking)}{item.text}",)
            continue
        blocks = [text for _, text in blocks_of(item)]
        first = signs.set_paragraph(item.number, item.marking, blocks[0])
        yield (first, *(f"{signs.BLOCK} {text}" for text in blocks[1:]))
    yield from ((f"{signs.SIGNATURE} {name}",) for name in cable.signature)


def markdown_text(cable: Cable) -> str:
    """The cable as Markdown, in the form in which cables are pasted; reads back as the same."""
    if _outline_of(_plain_text(cable, "¶")) != _outline(cable):
        parts = _lines_with_signs(cable)
        return "\n\n".join("  \n".join(map(_escaped, lines)) for lines in parts) + "\n"
    texts: list[str] = []
    for part in _parts(cable, mark="¶"):
        if part.is_table:
            texts.append("\n".join(f"    {line}" for line in part.lines))
        elif part.is_heading:
            texts.append("\n".join((*map(_escaped, part.lines), "-----")))
        else:
            texts.append("  \n".join(map(_escaped, part.lines)))
    return "\n\n".join(texts) + "\n"


def _escaped(line: str) -> str:
    escaped = MARKDOWN_SIGN.sub(r"\\\g<0>", line.strip())
    return f"\\{escaped}" if MARKDOWN_BEGINNING.match(escaped) else escaped


def _parts(cable: Cable, mark: str) -> Iterator[Part]:
    """The whole telegram; `mark` stands before the number of a paragraph."""
    yield from _header_parts(cable)
    for item in cable.body:
        if isinstance(item, Heading):
            # A title of the second level is one without a rule, below others that have one.
            yield Part((f"{_marked(item.marking)}{item.text}",), is_heading=item.level == 1)
        else:
            yield from _paragraph(item, mark)
    if cable.signature:
        yield Part(cable.signature)


def _header_parts(cable: Cable) -> Iterator[Part]:
    header = cable.header
    groups = (
        (PARTIAL,) if cable.partial else (),
        tuple(_date(header)),
        tuple(_transport(header)),
        tuple(_classification(header)),
        header.captions,
        header.passing,
        tuple(_subject_fields(header)),
        (f"SUBJECT: {_marked(header.subject_marking)}{header.subject}",) if header.subject else (),
        _received(cable, Role.REFERENCES),
        _received(cable, Role.CLASSIFIED_BY),
    )
    yield from (Part(lines) for lines in groups if lines)


def _marked(marking: str | None) -> str:
    return f"({marking}) " if marking else ""


def _date(header: Header) -> Iterator[str]:
    """Friday, 23 February 2007, 15:53: as newspapers date a copy that has no date-time group."""
    if header.date_time_group is None and header.sent is not None:
        sent = header.sent
        day, month = DAYS[sent.weekday()], MONTHS[sent.month - 1]
        yield f"{day}, {sent.day:02} {month} {sent.year}, {sent.hour:02}:{sent.minute:02}"


def _transport(header: Header) -> Iterator[str]:
    """From the transmission id to the last addressee."""
    if header.transmission_id:
        yield header.transmission_id
    yield from _routing(header)
    if header.station and header.station.routing_indicator:
        yield _station(header.station)
    if header.date_time_group:
        yield header.date_time_group
    if header.originator:
        yield f"FM {header.originator}"
    for keyword, addressees in (("TO ", header.action), ("INFO ", header.info)):
        before = keyword
        for addressee in addressees:
            yield before + _addressee(addressee)
            before = "XMT "
            for name in addressee.excluded:
                yield before + name
                before = ""
            before = ""


def _routing(header: Header) -> Iterator[str]:
    """RR RUEHDBU RUEHIK ..., continued on lines of routing indicators alone."""
    if not header.routing_indicators:
        return
    words = list(header.routing_indicators)
    if header.precedence:
        words.insert(0, PROSIGNS.get(header.precedence[0].split()[-1], ""))
    line = ""
    for word in filter(None, words):
        if line and len(line) + 1 + len(word) > LONGEST_LINE:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _station(station: Station) -> str:
    """DE RUEHMO #0501/01 0610436, as far as it is known."""
    words = ["DE", station.routing_indicator or ""]
    if station.serial is not None:
        section = f"/{station.section:02}" if station.section is not None else ""
        words.append(f"#{station.serial:04}{section}")
    if station.julian_day is not None:
        words.append(f"{station.julian_day:03}{station.time or ''}")
    return " ".join(words)


def _addressee(addressee: Addressee) -> str:
    """RUEHC/SECSTATE WASHDC IMMEDIATE 2183."""
    route = f"{addressee.routing_indicator}/" if addressee.routing_indicator else ""
    words = [f"{route}{addressee.name}", addressee.precedence or "", addressee.mcn or ""]
    return " ".join(filter(None, words))


def _classification(header: Header) -> Iterator[str]:
    if header.classified_as:
        yield header.classified_as
    elif header.classification:
        yield header.classification.value


def _subject_fields(header: Header) -> Iterator[str]:
    order = header.executive_order
    if order:
        yield f"E.O. {order.number}: {order.text}" if order.number else f"E.O.: {order.text}"
    if header.tags:
        yield f"TAGS: {' '.join(map(_tag, header.tags))}"


def _tag(tag: str) -> str:
    """The name of a person is set in brackets behind the tag that it belongs to."""
    return f"({tag})" if "," in tag else tag


def _paragraph(paragraph: Paragraph, mark: str) -> Iterator[Part]:
    """Number, marking and text; its further blocks follow as parts of their own."""
    number = f"{mark}{paragraph.number}. " if paragraph.number is not None else ""
    head = f"{number}{_marked(paragraph.marking)}"
    table: list[str] = []
    for kind, text in blocks_of(paragraph):
        if kind is BlockKind.TABLE and not head:
            table.append(text)
            continue
        if table:
            yield Part(tuple(table), is_table=True)
            table = []
        yield Part((f"{head}{text}".rstrip(),))
        head = ""
    if table:
        yield Part(tuple(table), is_table=True)


def blocks_of(paragraph: Paragraph) -> Iterator[tuple[BlockKind, str]]:
    """The blocks of a paragraph; with a newline between two, they are its text."""
    if not paragraph.blocks:
        yield from ((BlockKind.TEXT, line) for line in paragraph.text.split("\n"))
    for kind, start, end in paragraph.blocks:
        yield kind, paragraph.text[start:end]


def _received(cable: Cable, role: Role) -> tuple[str, ...]:
    """The lines of one role as the telegram has them, without the carrier's markup and marks."""
    lines: list[str] = []
    for start, end, line_role in cable.lines:
        if line_role is role:
            text = _without_markup(cable, start, end).replace("¶", "")
            lines += (line.rstrip() for line in text.split("\n"))
    return tuple(line for line in lines if line)


def _without_markup(cable: Cable, start: int, end: int) -> str:
    markup = cable.telegram.markup
    pieces: list[str] = []
    place = start
    for index in range(bisect_left(markup, (start,)), len(markup)):
        mark = markup[index]
        if mark.end > end:
            break
        pieces += (cable.text[place : mark.start], mark.reading)
        place = mark.end
    pieces.append(cable.text[place:end])
    return "".join(pieces)
