"""The frozen types of a diplomatic telegram, from the file's text to its paragraphs.

Spans are half-open ranges of characters in `Telegram.text`, the text as received. Nothing here
knows of files or of a screen. The types are records: frozen dataclasses, whose methods are made
anew at every start, would take a tenth of the time until the first cable can be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from reader.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime


class Span(Record):
    """A half-open range of characters in the text as received."""

    start: int
    end: int


NOWHERE = Span(0, 0)
"""The span of what has no place of its own in the text."""


class Role(Enum):
    """What a line of a telegram is; every character belongs to exactly one line with one role."""

    # A member is the only one of its kind. Enum's own hash asks Python for every line.
    __hash__ = object.__hash__

    TRANSMISSION_ID = "transmission id"
    ROUTING = "routing line"
    STATION = "station line"
    SECURITY = "security line"
    DATE_TIME_GROUP = "date-time group"
    ORIGINATOR = "originator"
    ACTION = "action addressee"
    INFO = "info addressee"
    DISTRIBUTION = "distribution"
    CLASSIFICATION = "classification"
    CAPTION = "caption"
    PASSING = "passing instruction"
    EXECUTIVE_ORDER = "executive order"
    TAGS = "TAGS"
    SUBJECT = "subject"
    REFERENCES = "references"
    CLASSIFIED_BY = "classified by"
    HEADING = "heading"
    RULE = "rule"
    PARAGRAPH = "paragraph"
    PAGE_BREAK = "page break"
    SIGNATURE = "signature"
    END_MARK = "end mark"
    STAMP = "stamp"
    BOILERPLATE = "boilerplate"
    ARTEFACT = "artefact"
    BLANK = "blank"
    UNKNOWN = "unknown"


class Line(Record):
    """A logical line of the text as received: its span, line end included, and its one role.

    The lines of a cable follow each other without gap or overlap from 0 to the text's length.
    A physical line that carries two things (header and body run together) is two logical ones.
    """

    start: int
    end: int
    role: Role


class Lines(Sequence[Line]):
    """The lines of a cable, which need not be made before somebody asks for them."""

    __slots__ = ()

    def of(self, role: Role) -> Iterator[Line]:
        """The lines of one role."""
        return (line for line in self if line.role is role)


class Markup(Record):
    """Characters that the carrier put into the text, and what the telegram has in their place.

    `[PARM](#)` in a pasted page reads `PARM`: two Markups with the reading "", one for `[`, one for
    `](#)`. `[1](#)` before a paragraph number is one Markup with the reading "¶".
    """

    start: int
    end: int
    reading: str


class Classification(Enum):
    """The classification of a whole cable (Executive Orders 11652 to 13526)."""

    UNCLASSIFIED = "UNCLASSIFIED"
    LIMITED_OFFICIAL_USE = "LIMITED OFFICIAL USE"
    CONFIDENTIAL = "CONFIDENTIAL"
    SECRET = "SECRET"
    TOP_SECRET = "TOP SECRET"


class ReferenceKind(Enum):
    """What sort of document an item of the REF line names."""

    CABLE = "cable"
    EMAIL = "email"
    TELEPHONE = "telephone"
    MEETING = "meeting"
    MEMO = "memo"
    LETTER = "letter"
    FAX = "fax"
    REPORT = "report"
    HANDBOOK = "handbook"
    WEB = "web"
    DATE_TIME_GROUP = "date_time_group"
    TEXT = "text"


class Envelope(Record):
    """What the carrier of a telegram (a page, a CSV row, a preface) claims about it."""

    reference_id: str | None = None
    sent: datetime | None = None
    originator: str | None = None
    classification: str | None = None
    subject: str | None = None
    references: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


class Source(Record):
    """Where a telegram came from: file, format, encoding, and what was mended in reading it."""

    path: str = ""
    format: str = "telegram"
    encoding: str = "utf-8"
    sha256: str = ""
    index: int = 0  # type: ignore[assignment]  # hides tuple.index, which has no use here
    repairs: tuple[str, ...] = ()


class Telegram(Record):
    """The one thing between a file and a cable: the text as received, and what came with it.

    Lines of `text` end in LF; every other character is as decoded.
    """

    text: str
    source: Source = Source()
    envelope: Envelope = Envelope()
    markup: tuple[Markup, ...] = ()
    """The carrier's markup inside `text`, in order and without overlap; empty for raw telegrams."""


class Problem(Record):
    """A flaw in a cable: the rule that noticed it, a sentence, and where."""

    rule: str
    message: str
    span: Span = NOWHERE


class Station(Record):
    """The DE line: the sending station's routing indicator and its numbering (TELEGRAM.md 2.1)."""

    routing_indicator: str | None
    serial: int | None
    section: int | None
    julian_day: int | None
    time: str | None
    """Time of filing, four digits of UTC, as printed."""


class Addressee(Record):
    """One addressee of the TO or INFO lines."""

    routing_indicator: str | None
    name: str
    precedence: str | None = None
    """In words as printed, `NIACT IMMEDIATE`; None where the line gives none."""
    mcn: str | None = None
    """Message-continuity number, digits as printed."""
    excluded: tuple[str, ...] = ()
    """What follows XMT: posts of a collective that are exempted."""


class ExecutiveOrder(Record):
    """The E.O. line: the order's number, the rest of the line, and the date if it holds one."""

    number: str | None
    text: str
    declassify_on: date | None = None


class Reference(Record):
    """One thing that the REF line cites; a list under one label is several references."""

    label: str | None
    kind: ReferenceKind
    target: str | None
    """Canonical reference id, when `kind` is cable and it is known."""
    text: str
    """The item as printed, on one line, without its label."""
    candidates: tuple[str, ...] = ()
    """Canonical ids between which the text cannot decide (a January cable); likeliest first."""
    qualifiers: tuple[str, ...] = ()
    span: Span = NOWHERE


class Header(Record):
    """The head of a telegram, field by field; what was not found is None or empty."""

    transmission_id: str | None = None
    precedence: tuple[str, ...] = ()
    """Action precedence in words, then info precedence where it differs."""
    routing_indicators: tuple[str, ...] = ()
    station: Station | None = None
    date_time_group: str | None = None
    """As printed, on one line."""
    sent: datetime | None = None
    originator: str | None = None
    action: tuple[Addressee, ...] = ()
    info: tuple[Addressee, ...] = ()
    classification: Classification | None = None
    classified_as: str | None = None
    """The classification line as printed, on one line."""
    section_count: int | None = None
    captions: tuple[str, ...] = ()
    passing: tuple[str, ...] = ()
    executive_order: ExecutiveOrder | None = None
    tags: tuple[str, ...] = ()
    subject: str | None = None
    subject_marking: str | None = None
    references: tuple[Reference, ...] = ()
    classified_by: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    message_number: str | None = None
    """The MRN of a message of 2009 and later, as printed: 23 MEXICO 2544."""


class BlockKind(Enum):
    """How a part of a paragraph is set."""

    TEXT = "text"
    ITEM = "item"
    TABLE = "table"


class Block(Record):
    """A part of a paragraph's `text`: running text, an item of a list, or a line of a table."""

    kind: BlockKind
    start: int
    end: int


class SeamKind(Enum):
    """Why two pieces of a paragraph were joined."""

    PAGE_BREAK = "page break"
    BLANK_LINE = "blank line"
    INJECTED_CAPTION = "injected caption"
    STAMP = "stamp"


class Seam(Record):
    """A place in a paragraph's `text` where two pieces were joined, and what stood between."""

    offset: int
    kind: SeamKind
    span: Span
    """The characters of the text as received that were left out."""


class Heading(Record):
    """A section title in the body."""

    text: str
    level: int
    spans: tuple[Span, ...]
    """The title's own lines, without its rules."""
    marking: str | None = None


class Paragraph(Record):
    """A paragraph of the body, its sentences joined; the key is `ordinal`, never `number`."""

    ordinal: int
    """0, 1, 2... over the paragraphs of the cable; headings are not counted."""
    number: int | None
    """The number as printed, which may repeat, skip or be missing."""
    marking: str | None
    """Portion marking as printed without its brackets and blanks, `S/NF`."""
    text: str
    """Reflowed: blocks are separated by a newline; without number and marking."""
    spans: tuple[Span, ...]
    """What `text` was made from, in order; the first one starts where `text` starts."""
    start: int = 0
    """Where the paragraph begins in the text as received, its number and marking included."""
    blocks: tuple[Block, ...] = ()
    seams: tuple[Seam, ...] = ()


class PassageKind(Enum):
    """The passages that writers mark by words."""

    SUMMARY = "summary"
    COMMENT = "comment"
    NOTE = "note"


class Passage(Record):
    """A marked passage inside one paragraph's `text`, without its begin and end markers."""

    kind: PassageKind
    ordinal: int
    start: int
    end: int


class Mention(Record):
    """A place in a paragraph's `text` that names a reference: `ref A`, `reftel`, an inline id."""

    text: str
    ordinal: int
    start: int
    end: int
    target: str | None
    label: str | None


class Body(tuple[Heading | Paragraph, ...]):
    """The headings and paragraphs of a cable, in the order of the text."""

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs alone, by ordinal; a window asks for them many times a second."""
        return tuple(item for item in self if isinstance(item, Paragraph))


class Cable(Record):
    """A telegram that was read: its text as received, and everything understood of it."""

    telegram: Telegram
    reference_id: str | None
    canonical_id: str | None
    header: Header
    body: Body
    lines: Lines
    mentions: tuple[Mention, ...] = ()
    passages: tuple[Passage, ...] = ()
    page_breaks: tuple[Span, ...] = ()
    signature: tuple[str, ...] = ()
    stamps: tuple[str, ...] = ()
    partial: bool = False
    problems: tuple[Problem, ...] = ()
    claimed: tuple[str, ...] = ()
    """Fields of the header that only the carrier gives, by name: `sent`, `subject`."""

    @property
    def text(self) -> str:
        """The text as received; all spans count its characters."""
        return self.telegram.text

    @property
    def source(self) -> Source:
        """Where the cable came from."""
        return self.telegram.source

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the body, by ordinal."""
        return self.body.paragraphs

    def spans_of(self, role: Role) -> tuple[Span, ...]:
        """The text as received of one role, neighbouring lines as one span."""
        spans: list[Span] = []
        for start, end, line_role in self.lines:
            if line_role is not role:
                continue
            if spans and spans[-1].end == start:
                spans[-1] = Span(spans[-1].start, end)
            else:
                spans.append(Span(start, end))
        return tuple(spans)

    def passage_text(self, kind: PassageKind) -> str | None:
        """The words of all passages of one kind, paragraphs separated by a newline."""
        paragraphs = self.paragraphs
        parts = [
            paragraphs[passage.ordinal].text[passage.start : passage.end].strip()
            for passage in self.passages
            if passage.kind is kind
        ]
        return "\n".join(part for part in parts if part) or None
