"""The JSON of one cable, key by key as others rely on it (schema cable-reader/1).

Every key is always there: what was not found is None or an empty list. Spans are pairs of
characters in the text as received.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.model import Heading, PassageKind

if TYPE_CHECKING:
    from datetime import datetime

    from reader.cable.model import (
        Addressee,
        Cable,
        ExecutiveOrder,
        Header,
        Mention,
        Paragraph,
        Problem,
        Reference,
        Source,
        Station,
    )
    from reader.errors import ReaderError

SCHEMA: Final = "cable-reader/1"
"""The first key of every record; it changes when a key changes its meaning."""


def cable_record(cable: Cable, *, with_text: bool = False) -> dict[str, object]:
    """All that was understood of a cable, ready for `json.dumps`; `with_text` adds the text."""
    record: dict[str, object] = {
        "schema": SCHEMA,
        "source": _source(cable.source),
        "reference_id": cable.reference_id,
        "canonical_id": cable.canonical_id,
        "partial": cable.partial,
        **_header(cable.header),
        "body": [
            _heading(item) if isinstance(item, Heading) else _paragraph(item) for item in cable.body
        ],
        "summary": cable.passage_text(PassageKind.SUMMARY),
        "comment": cable.passage_text(PassageKind.COMMENT),
        "mentions": [_mention(mention) for mention in cable.mentions],
        "page_breaks": len(cable.page_breaks),
        "signature": list(cable.signature),
        "stamps": list(cable.stamps),
        "problems": [_problem(problem) for problem in cable.problems],
    }
    if with_text:
        record["text"] = cable.text
    return record


def failure_record(path: str, error: ReaderError) -> dict[str, object]:
    """What stands in place of a cable that could not be read."""
    return {
        "schema": SCHEMA,
        "source": {
            "path": _path(path),
            "format": None,
            "encoding": None,
            "sha256": None,
            "index": 0,
            "repairs": [],
        },
        "error": {
            "kind": type(error).__name__,
            "message": error.message,
            "hint": error.hint,
            "detail": error.detail,
        },
    }


def utc(moment: datetime | None) -> str | None:
    """A time of a cable, which is always UTC, as ISO 8601."""
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}" if moment else None


def _path(path: str) -> str:
    r"""A path as text: bytes in it that are not UTF-8 are written out, `\xff`."""
    if path.isascii():
        return path
    return "".join(
        f"\\x{ord(sign) & 0xFF:02x}" if "\ud800" <= sign <= "\udfff" else sign for sign in path
    )


def _source(source: Source) -> dict[str, object]:
    return {
        "path": _path(source.path),
        "format": source.format,
        "encoding": source.encoding,
        "sha256": source.sha256,
        "index": source.index,
        "repairs": list(source.repairs),
    }


def _header(header: Header) -> dict[str, object]:
    return {
        "transmission_id": header.transmission_id,
        "precedence": list(header.precedence),
        "routing_indicators": list(header.routing_indicators),
        "station": _station(header.station) if header.station else None,
        "sent": utc(header.sent),
        "originator": header.originator,
        "action": [_addressee(addressee) for addressee in header.action],
        "info": [_addressee(addressee) for addressee in header.info],
        "classification": header.classification.value if header.classification else None,
        "section_count": header.section_count,
        "captions": list(header.captions),
        "passing": list(header.passing),
        "executive_order": _executive_order(header.executive_order)
        if header.executive_order
        else None,
        "tags": list(header.tags),
        "subject": header.subject,
        "subject_marking": header.subject_marking,
        "references": [_reference(reference) for reference in header.references],
        "classified_by": list(header.classified_by),
        "reasons": list(header.reasons),
    }


def _station(station: Station) -> dict[str, object]:
    return {
        "routing_indicator": station.routing_indicator,
        "serial": station.serial,
        "section": station.section,
        "julian_day": station.julian_day,
        "time": station.time,
    }


def _addressee(addressee: Addressee) -> dict[str, object]:
    return {
        "routing_indicator": addressee.routing_indicator,
        "name": addressee.name,
        "precedence": addressee.precedence,
        "mcn": addressee.mcn,
        "excluded": list(addressee.excluded),
    }


def _executive_order(order: ExecutiveOrder) -> dict[str, object]:
    return {
        "number": order.number,
        "text": order.text,
        "declassify_on": order.declassify_on.isoformat() if order.declassify_on else None,
    }


def _reference(reference: Reference) -> dict[str, object]:
    return {
        "label": reference.label,
        "kind": reference.kind.value,
        "target": reference.target,
        "candidates": list(reference.candidates),
        "text": reference.text,
        "qualifiers": list(reference.qualifiers),
    }


def _paragraph(paragraph: Paragraph) -> dict[str, object]:
    return {
        "type": "paragraph",
        "ordinal": paragraph.ordinal,
        "number": paragraph.number,
        "marking": paragraph.marking,
        "text": paragraph.text,
        "spans": [list(span) for span in paragraph.spans],
    }


def _heading(heading: Heading) -> dict[str, object]:
    return {
        "type": "heading",
        "text": heading.text,
        "level": heading.level,
        "spans": [list(span) for span in heading.spans],
    }


def _mention(mention: Mention) -> dict[str, object]:
    return {
        "text": mention.text,
        "ordinal": mention.ordinal,
        "target": mention.target,
        "label": mention.label,
    }


def _problem(problem: Problem) -> dict[str, object]:
    return {"rule": problem.rule, "message": problem.message, "span": list(problem.span)}
