"""parse(Telegram) -> Cable: the rules of header, body and references, in order, nothing clever."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from reader.cable.body import read_body
from reader.cable.checks import find_problems
from reader.cable.claims import claimed_classification, claimed_fields, claimed_references
from reader.cable.header import read_classified_by, read_header
from reader.cable.identifiers import canonical_id
from reader.cable.identity import identify
from reader.cable.lines import CoveredLines, ReadingText, read_lines
from reader.cable.mentions import find_mentions
from reader.cable.model import (
    Body,
    Cable,
    Heading,
    Paragraph,
    Reference,
    Seam,
    Span,
)
from reader.cable.recognition import Findings, is_telegram
from reader.cable.references import parse_references
from reader.errors import NotACable
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cable.body import BodyReading
    from reader.cable.header import HeaderReading
    from reader.cable.identity import Identity
    from reader.cable.lines import LogicalLine
    from reader.cable.model import Envelope, Header, Problem, Telegram

# The carrier's own words for a cable of which it holds only a part (TELEGRAM.md 1.11).
PARTIAL_EXTRACT: Final = "partial extract of the original cable"


def parse(telegram: Telegram, *, year: int | None = None) -> Cable:
    """Read a telegram, whole or a fragment, damaged or sound, as a cable.

    `year` has four digits and is used for references when the telegram itself gives none.
    Raises NotACable when nothing of a telegram is found in the text.
    """
    reading = ReadingText(telegram)
    lines = read_lines(reading)
    head = read_header(lines, year=year)
    classification = head.classification
    identity = identify(head.header, classification, telegram.envelope, year)
    body = read_body(
        lines,
        head.body_start,
        text=reading.text,
        station=identity.station,
        serial=identity.serial,
        captions=head.header.captions,
    )
    references = _read_references(head.reference_lines, identity, reading)
    own = _with_names(head.header, body)
    _refuse_other_texts(
        telegram, Findings(reading.text, lines, own, classification, references, body)
    )
    references = references or claimed_references(telegram.envelope)
    problems = _problems_as_received(head, body, reading)
    header = _complete_header(own, references, telegram.envelope)
    if telegram.markup:
        body = _as_received(body, reading)
    cable = Cable(
        telegram=telegram,
        reference_id=identity.reference_id,
        canonical_id=identity.canonical_id,
        header=header,
        body=Body(body.items),
        lines=CoveredLines(lines, reading),
        mentions=find_mentions(
            [item for item in body.items if isinstance(item, Paragraph)],
            references,
            year=identity.year,
        ),
        passages=body.passages,
        page_breaks=body.page_breaks,
        signature=body.signature,
        stamps=body.stamps,
        partial=PARTIAL_EXTRACT in telegram.text[:4000],
        claimed=claimed_fields(head.header, header, has_references=bool(head.reference_lines)),
    )
    problems += find_problems(cable, identity, classification)
    return cable._replace(problems=tuple(problems)) if problems else cable


def _refuse_other_texts(telegram: Telegram, findings: Findings) -> None:
    """Raise NotACable for a text that no carrier calls a cable and that does not look like one."""
    named = telegram.envelope.reference_id
    if not (named and canonical_id(named)) and not is_telegram(findings):
        raise NotACable(
            tr("Nothing of a telegram was found in this text."),
            hint=tr("It can be read as plain text."),
            text=telegram.text,
        )


def _is_classified_by(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the Classified By line, which some posts number: `1. (U) ...`."""
    return paragraph.text[:13].lower() == "classified by"


def _read_references(
    reference_lines: Sequence[LogicalLine], identity: Identity, reading: ReadingText
) -> tuple[Reference, ...]:
    """The REF field's items, with spans of the text as received."""
    if not reference_lines:
        return ()
    texts = [line.text for line in reference_lines]
    # Where each line begins in the field, and how far that is from its place in the reading text.
    offsets = list(accumulate([len(text) + 1 for text in texts[:-1]], initial=0))
    ahead = [line.start - offset for line, offset in zip(reference_lines, offsets, strict=True)]
    references = parse_references(
        "\n".join(texts),
        year=identity.year,
        month=identity.month,
        station=identity.station,
    )
    found: list[Reference] = []
    for item in references:
        start, end = [place + ahead[bisect_right(offsets, place) - 1] for place in item.span]
        found.append(Reference(*item[:-1], reading.span(start, end)))
    return tuple(found)


def _with_names(header: Header, body: BodyReading) -> Header:
    """The header with what the body says of it: some posts number the Classified By line."""
    if header.classified_by or header.reasons:
        return header
    for item in body.items:
        if isinstance(item, Paragraph) and _is_classified_by(item):
            found = read_classified_by(item.text)
            return header._replace(classified_by=found.names, reasons=found.reasons)
    return header


def _complete_header(
    header: Header, references: tuple[Reference, ...], envelope: Envelope
) -> Header:
    """The header with its references and, where the telegram is silent, the carrier's claims."""
    if not any(envelope):
        return header._replace(references=references)
    return header._replace(
        references=references,
        classification=header.classification or claimed_classification(envelope.classification),
        sent=header.sent or envelope.sent,
        originator=header.originator or envelope.originator,
        subject=header.subject or envelope.subject,
        tags=header.tags or envelope.tags,
    )


def _as_received(body: BodyReading, reading: ReadingText) -> BodyReading:
    """The body with spans of the text as received instead of reading offsets."""

    def received(span: Span) -> Span:
        return reading.span(span.start, span.end)

    items: list[Heading | Paragraph] = []
    for item in body.items:
        spans = tuple(received(span) for span in item.spans)
        if isinstance(item, Heading):
            items.append(item._replace(spans=spans))
            continue
        start = reading.span(item.start, item.start + 1).start
        seams = tuple(Seam(offset, kind, received(span)) for offset, kind, span in item.seams)
        items.append(item._replace(spans=spans, start=start, seams=seams))
    breaks = tuple(received(span) for span in body.page_breaks)
    return body._replace(items=tuple(items), page_breaks=breaks)


def _problems_as_received(
    head: HeaderReading, body: BodyReading, reading: ReadingText
) -> list[Problem]:
    """The flaws that header and body noticed, in the order of the text."""
    problems = [flaw._replace(span=reading.span(*flaw.span)) for flaw in head.problems]
    problems += [flaw._replace(span=reading.span(*flaw.span)) for flaw in body.problems]
    return sorted(problems, key=lambda flaw: flaw.span)
