"""What was understood of a cable, set for people."""

from __future__ import annotations

from textwrap import TextWrapper
from typing import TYPE_CHECKING, Final

from reader.cable.model import Heading, ReferenceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.cable.model import Addressee, Cable, Header, Paragraph, Reference

LABEL_WIDTH: Final = 16
WIDTH: Final = 88
LONGEST_NAMES: Final = 600
"""Characters of a list of names after which the rest is counted."""


def summary_text(cable: Cable) -> str:
    """A page about the cable: a title, then a field a line, what is not there left out."""
    title = cable.reference_id or "A cable without an id"
    if cable.canonical_id and cable.canonical_id != cable.reference_id:
        title += f" ({cable.canonical_id})"
    lines = [title, *_wrapped("", cable.header.subject or "No subject line.")]
    for label, value in _fields(cable):
        lines += _wrapped(label, value)
    return "\n".join(lines) + "\n"


def _wrapped(label: str, value: str) -> Iterator[str]:
    """`label` in the margin, the value's lines beside it."""
    indent = " " * (LABEL_WIDTH if label else 0)
    # No word is broken: ids and paths are copied from here.
    words = TextWrapper(WIDTH - len(indent), break_on_hyphens=False, break_long_words=False)
    for paragraph in value.split("\n"):
        for line in words.wrap(paragraph) or [""]:
            yield f"{label:<{len(indent)}}{line}".rstrip()
            label = ""


def _fields(cable: Cable) -> Iterator[tuple[str, str]]:
    yield from ((label, value) for label, value in _header_fields(cable.header) if value)
    yield "References", "\n".join(map(_reference, cable.header.references)) or "none"
    yield from ((label, value) for label, value in _body_fields(cable) if value)
    yield "Remarks", "\n".join(_problems(cable)) or "none"
    yield "Source", _source(cable)


def _header_fields(header: Header) -> Iterator[tuple[str, str]]:
    if header.sent:
        printed = f" ({header.date_time_group})" if header.date_time_group else ""
        yield "Sent", f"{header.sent:%d %B %Y, %H:%M} UTC{printed}".lstrip("0")
    else:
        yield "Sent", header.date_time_group or ""
    yield "Precedence", ", then ".join(header.precedence)
    yield "From", header.originator or ""
    yield "To", _names(header.action)
    yield "Info", _names(header.info)
    classification = header.classification.value if header.classification else ""
    yield "Classification", classification or "not given"
    yield "Captions", ", ".join(header.captions)
    yield "Passing", "\n".join(header.passing)
    order = header.executive_order
    if order:
        until = f" (until {order.declassify_on.isoformat()})" if order.declassify_on else ""
        yield "E.O.", f"{order.number or 'number not given'}: {order.text}{until}"
    yield "TAGS", " ".join(header.tags)
    reasons = f", for reasons {', '.join(header.reasons)}" if header.reasons else ""
    yield "Classified by", f"{' and '.join(header.classified_by)}{reasons}".lstrip(", ")


def _names(addressees: Iterable[Addressee]) -> str:
    """The addressees in one line; of very many, the number of those that are left out."""
    names = [
        f"{addressee.name} ({addressee.precedence})" if addressee.precedence else addressee.name
        for addressee in addressees
    ]
    shown: list[str] = []
    length = 0
    for name in names:
        length += len(name) + 2
        if length > LONGEST_NAMES:
            return f"{'; '.join(shown)}; and {len(names) - len(shown)} more"
        shown.append(name)
    return "; ".join(shown)


def _reference(reference: Reference) -> str:
    label = f"{reference.label}. " if reference.label else ""
    if reference.kind is not ReferenceKind.CABLE:
        kind = reference.kind.value.replace("_", "-")
        return f"{label}{reference.text} ({kind}, no cable)"
    target = reference.target or " or ".join(reference.candidates) or "id not known"
    return f"{label}{target}: {reference.text}"


def _body_fields(cable: Cable) -> Iterator[tuple[str, str]]:
    if cable.partial:
        yield "Extent", "a partial extract of the original cable"
    if cable.header.section_count:
        yield "Sections", str(cable.header.section_count)
    yield "Paragraphs", _paragraphs(cable.paragraphs)
    yield "Headings", "\n".join(item.text for item in cable.body if isinstance(item, Heading))
    if cable.page_breaks:
        yield "Page breaks", str(len(cable.page_breaks))
    yield "Signed", ", ".join(cable.signature)
    yield "Stamps", "\n".join(cable.stamps)


def _paragraphs(paragraphs: tuple[Paragraph, ...]) -> str:
    """How many, their numbers where they are not 1 to the last, and their portion markings."""
    if not paragraphs:
        return "none"
    numbers = [paragraph.number for paragraph in paragraphs]
    parts = [str(len(paragraphs))]
    if numbers != list(range(1, len(paragraphs) + 1)):
        printed = [number for number in numbers if number is not None]
        parts.append(f"numbered {', '.join(map(str, printed))}" if printed else "without numbers")
    counts: dict[str, int] = {}
    for paragraph in paragraphs:
        marking = paragraph.marking or "without a marking"
        counts[marking] = counts.get(marking, 0) + 1
    if len(counts) == 1:
        [marking] = counts
        parts.append(marking if paragraphs[0].marking is None else f"all ({marking})")
    else:
        parts += [
            f"{count} {marking if ' ' in marking and marking[0] == 'w' else f'({marking})'}"
            for marking, count in counts.items()
        ]
    return ", ".join(parts)


def _problems(cable: Cable) -> Iterator[str]:
    for problem in cable.problems:
        line = cable.text.count("\n", 0, problem.span.start) + 1
        where = f" (line {line})" if problem.span.end else ""
        yield f"{problem.message}{where}"


def _source(cable: Cable) -> str:
    source = cable.source
    path = source.path.replace("\n", "\\n") or "pasted"
    return "\n".join((path, f"{source.format}, {source.encoding}", *source.repairs))
