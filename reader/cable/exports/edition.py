"""A cable as it is set anew for paper, browsers and word processors.

Its facts, references, body and notes: what each format makes of them differs; what stands in it,
and in which order, does not.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.cable.citation import paragraph_number, permalink
from reader.cable.model import BlockKind, Heading
from reader.cable.record.clean import blocks_of
from reader.cable.titles import title_case
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.cable.model import Addressee, Cable, Header, Paragraph, Reference

UNNAMED: Final = "Cable without an id"
UNTITLED: Final = "Cable without a subject"
NOT_CLASSIFIED: Final = "Classification not given"
PARTIAL: Final = "Partial extract of the original cable"


class Shape(Enum):
    """How a line of the body is set."""

    HEADING = "heading"
    SUBHEADING = "subheading"
    TEXT = "text"
    ITEM = "item"
    TABLE = "table"
    SIGNATURE = "signature"


class Endnote(NamedTuple):
    """What the reader noted at a paragraph."""

    ordinal: int
    """The paragraph where the note begins; -1 for one whose place was not found."""
    text: str
    name: str = ""
    """What the reader called the place; may be empty."""


class Fact(NamedTuple):
    """A row of the head: what it is, and what the cable says."""

    name: str
    value: str


class Piece(NamedTuple):
    """A block of the body: a heading, a part of a paragraph, lines of a table, a signature."""

    shape: Shape
    text: str
    number: str = ""
    """The paragraph's number as printed, where the paragraph begins."""
    marking: str = ""
    """The portion marking, where the paragraph or heading begins."""
    ordinal: int = -1
    """Of the paragraph to which it belongs; -1 for what belongs to none."""
    place: str = ""
    """What a link to the paragraph names: `p7`; empty but where the number first stands."""
    notes: tuple[int, ...] = ()
    """The numbers of the endnotes that are called at its end."""


class Edition(NamedTuple):
    """A whole cable, ready to be set."""

    cable_id: str
    title: str
    classification: str
    """As received, with the captions that stand below it."""
    facts: tuple[Fact, ...]
    pieces: tuple[Piece, ...]
    references: tuple[str, ...]
    """The REF line item by item, as printed, what was understood of it in brackets."""
    notes: tuple[str, ...] = ()
    """The reader's own, in the order of their numbers from 1."""
    link: str = ""


def edition_of(cable: Cable, notes: Sequence[Endnote] = ()) -> Edition:
    """A cable as it is set anew, with the reader's notes at its end."""
    ordered = sorted(notes, key=lambda note: (note.ordinal < 0, note.ordinal))
    calls: dict[int, list[int]] = {}
    for number, note in enumerate(ordered, 1):
        calls.setdefault(note.ordinal, []).append(number)
    subject = " ".join((cable.header.subject or "").split())
    return Edition(
        cable.canonical_id or cable.reference_id or tr(UNNAMED),
        title_case(subject) or tr(UNTITLED),
        classification_of(cable.header),
        tuple(fact._replace(name=tr(fact.name)) for fact in _facts(cable) if fact.value),
        tuple(_pieces(cable, calls)),
        tuple(map(_reference, cable.header.references)),
        tuple(f"{note.name}: {note.text}" if note.name else note.text for note in ordered),
        permalink(cable.canonical_id),
    )


def classification_of(header: Header) -> str:
    """The classification as received, and the captions: `UNCLAS OSLO 009004, SIPDIS`."""
    said = header.classification.value if header.classification else tr(NOT_CLASSIFIED)
    return ", ".join((header.classified_as or said, *header.captions))


def _facts(cable: Cable) -> Iterator[Fact]:
    header = cable.header
    yield Fact("Id", cable.canonical_id or cable.reference_id or "")
    yield Fact("Copy", tr(PARTIAL) if cable.partial else "")
    yield Fact("Date", _date(header))
    yield Fact("Precedence", tr(", then ").join(header.precedence))
    yield Fact("From", header.originator or "")
    yield Fact("To", _names(header.action))
    yield Fact("Info", _names(header.info))
    yield Fact("Passing", "; ".join(header.passing))
    order = header.executive_order
    yield Fact("E.O.", ": ".join(filter(None, (order.number, order.text))) if order else "")
    yield Fact("TAGS", " ".join(header.tags))
    marking = f"({header.subject_marking}) " if header.subject_marking else ""
    yield Fact("Subject", f"{marking}{header.subject}" if header.subject else "")
    yield Fact("Classified by", _classified_by(header))


def _date(header: Header) -> str:
    """2009-09-17 14:32 UTC (171432Z SEP 09): sorts by itself, and as printed."""
    if header.sent is None:
        return header.date_time_group or ""
    printed = f" ({header.date_time_group})" if header.date_time_group else ""
    return f"{header.sent:%Y-%m-%d %H:%M} UTC{printed}"


def _names(addressees: Sequence[Addressee]) -> str:
    return "; ".join(" ".join(filter(None, (each.name, each.precedence))) for each in addressees)


def _classified_by(header: Header) -> str:
    names = tr(" and ").join(header.classified_by)
    if not header.reasons:
        return names
    return tr("{names} for reasons {reasons}", names=names, reasons=", ".join(header.reasons))


def _reference(reference: Reference) -> str:
    """A. OSLO 9004 [09OSLO9004]."""
    label = f"{reference.label}. " if reference.label else ""
    target = f" [{reference.target}]" if reference.target else ""
    return f"{label}{reference.text}{target}"


def _pieces(cable: Cable, calls: dict[int, list[int]]) -> Iterator[Piece]:
    known: set[int] = set()
    for item in cable.body:
        if isinstance(item, Heading):
            shape = Shape.HEADING if item.level < 2 else Shape.SUBHEADING
            yield Piece(shape, item.text, marking=item.marking or "")
            continue
        is_new = item.number is not None and item.number not in known
        if item.number is not None:
            known.add(item.number)
        yield from _paragraph(item, tuple(calls.get(item.ordinal, ())), is_new=is_new)
    names = "\n".join(filter(None, cable.signature))
    if names:
        yield Piece(Shape.SIGNATURE, names)


SHAPES: Final = {
    BlockKind.TEXT: Shape.TEXT,
    BlockKind.ITEM: Shape.ITEM,
    BlockKind.TABLE: Shape.TABLE,
}


def _paragraph(paragraph: Paragraph, calls: tuple[int, ...], *, is_new: bool) -> Iterator[Piece]:
    """A piece a block; the lines of a table are one."""
    groups: list[tuple[Shape, list[str]]] = []
    for kind, text in blocks_of(paragraph):
        shape = SHAPES[kind]
        if shape is Shape.TABLE and groups and groups[-1][0] is Shape.TABLE:
            groups[-1][1].append(text)
        else:
            groups.append((shape, [text]))
    for place, (shape, texts) in enumerate(groups):
        yield Piece(
            shape,
            "\n".join(texts),
            number=paragraph_number(paragraph)
            if not place and paragraph.number is not None
            else "",
            marking=paragraph.marking or "" if not place else "",
            ordinal=paragraph.ordinal,
            place=f"p{paragraph.number}" if is_new and not place else "",
            notes=calls if place == len(groups) - 1 else (),
        )
