"""What a citation can say of a cable: a name and a text for each thing; empty where it is unknown.

Nothing is made up: no address of a page, no date, no archive of which the cable says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.citation.casing import sentence_case
from reader.cable.citation.places import paragraph_number
from reader.cable.citation.posts import addressee, sender
from reader.cable.identifiers import parse_reference_id
from reader.cable.model import Classification
from reader.cable.patterns import ANY_CASE, pattern
from reader.cable.titles import title_case

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from reader.cable.citation.posts import Correspondent
    from reader.cable.model import Cable, Paragraph

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
MLA_MONTHS: Final = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
BLUEBOOK_MONTHS: Final = MLA_MONTHS

SHORT_CLASSIFICATIONS: Final = {
    Classification.UNCLASSIFIED: "UNCLAS",
    Classification.LIMITED_OFFICIAL_USE: "LOU",
}

# What each format of file says of where its cables come from.
PROVENANCES: Final = {
    "cablegate_html": "WikiLeaks, Cablegate",
    "plusd": "WikiLeaks, Public Library of US Diplomacy",
    "nara": "U.S. National Archives, Access to Archival Databases",
}

CENTRAL_FILES: Final = "Central Foreign Policy Files, 1973-79"
CENTRAL_FILES_YEARS: Final = range(1973, 1980)

# XXXXXXXXXXXX, [NAME REMOVED], [redacted], (b)(6)
REDACTION: Final = pattern(r"X{4,}|x{5,}|\[(?:name removed|redacted)\]|\(b\)\([1-9]\)", ANY_CASE)


def citation_fields(
    cable: Cable, first: int | None = None, last: int | None = None
) -> dict[str, str]:
    """Every field of the styles, for a cable or for its paragraphs from one ordinal to another."""
    cited = (
        cable.paragraphs[first : (first if last is None else last) + 1] if first is not None else ()
    )
    said = ", ".join(remarks(cable))
    return dict(
        (
            *_identity_fields(cable),
            *_title_fields(cable),
            *_date_fields(cable.header.sent),
            *_correspondent_fields(sender(cable), "from"),
            *_correspondent_fields(addressee(cable), "to", others=len(cable.header.action) > 1),
            *_place_fields(cited),
            ("markings", "//".join(filter(None, (_classified(cable), _markings(cited))))),
            ("remarks", said),
            ("remarks_sentence", said[:1].upper() + said[1:]),
            ("provenance", PROVENANCES.get(cable.source.format, "")),
        )
    )  # fmt: skip


def remarks(cable: Cable) -> tuple[str, ...]:
    """What a reader of the citation must know of the copy: `partial extract`, `redacted`."""
    texts = (cable.header.subject or "", *(paragraph.text for paragraph in cable.paragraphs))
    is_redacted = any(REDACTION.search(text) for text in texts)
    said = (("partial extract", cable.partial), ("redacted", is_redacted))
    return tuple(remark for remark, is_so in said if is_so)


def _identity_fields(cable: Cable) -> Iterator[tuple[str, str]]:
    cable_id = cable.canonical_id or " ".join((cable.reference_id or "").split())
    found = parse_reference_id(cable_id)
    yield "id", cable_id
    yield "number", str(found.serial) if found else ""
    yield "long_id", f"{found.year}{found.station}{found.serial}" if found else ""
    sent = cable.header.sent
    year = sent.year if sent else found.year if found else 0
    yield "central_files", CENTRAL_FILES if year in CENTRAL_FILES_YEARS else ""


def _title_fields(cable: Cable) -> Iterator[tuple[str, str]]:
    title = title_case(" ".join((cable.header.subject or "").split()))
    yield "title", title
    yield "quoted_title", title.replace('"', "'")
    yield "sentence_title", " ".join(sentence_case(cable).split())


def _date_fields(sent: datetime | None) -> Iterator[tuple[str, str]]:
    if sent is None:
        names = (
            "date", "month_day", "date_mla", "date_apa", "date_bluebook", "date_day_first",
            "date_news", "year", "time",
        )  # fmt: skip
        yield from ((name, "") for name in names)
        return
    day, year, month = sent.day, sent.year, MONTHS[sent.month - 1]
    yield "date", f"{month} {day}, {year}"
    yield "month_day", f"{month} {day}"
    yield "date_mla", f"{day} {MLA_MONTHS[sent.month - 1]} {year}"
    yield "date_apa", f"{year}, {month} {day}"
    yield "date_bluebook", f"{BLUEBOOK_MONTHS[sent.month - 1]} {day}, {year}"
    yield "date_day_first", f"{day} {month} {year}"
    yield "date_news", f"{day} {month[:3]} {year}"
    yield "year", str(year)
    yield "time", f"{sent:%H%M}Z"


def _correspondent_fields(
    found: Correspondent | None, role: str, *, others: bool = False
) -> Iterator[tuple[str, str]]:
    """`from`, `from_us` (U.S.), `from_bluebook`, `from_nara`, `from_frus`; the same of `to`."""
    forms = {"": "", "_us": "", "_bluebook": "", "_nara": "", "_frus": ""}
    if found is not None:
        forms = {
            "": found.name(),
            "_us": found.name("U.S. "),
            "_bluebook": _bluebook_name(found),
            "_nara": found.name(""),
            "_frus": found.seat(),
        }
    for form, name in forms.items():
        yield role + form, f"{name} and others" if others and name else name


def _bluebook_name(found: Correspondent) -> str:
    """U.S. Embassy, Moscow; U.S. Dep't of State."""
    if found.kind and found.kind != "Department" and not found.organization:
        return f"U.S. {found.kind}, {found.place}"
    return found.name("U.S. ").replace("Department", "Dep't")


def _place_fields(cited: Sequence[Paragraph]) -> Iterator[tuple[str, str]]:
    """`paragraph` (para. 9), `par` (par. 9), `pilcrow` (¶ 9), `pilcrow_close` (¶9)."""
    numbers = [paragraph_number(cited[0]), paragraph_number(cited[-1])] if cited else []
    if len(cited) > 1:
        place, signs = f"s. {numbers[0]}\N{EN DASH}{numbers[1]}", "¶¶"
    else:
        place, signs = f". {numbers[0]}" if numbers else "", "¶"
    span = place.partition(" ")[2]
    yield "paragraph", f"para{place}" if place else ""
    yield "par", f"par{place}" if place else ""
    yield "pilcrow", f"{signs} {span}" if span else ""
    yield "pilcrow_close", f"{signs}{span}" if span else ""


def _markings(cited: Sequence[Paragraph]) -> str:
    return ", ".join(dict.fromkeys(each.marking for each in cited if each.marking))


def _classified(cable: Cable) -> str:
    found = cable.header.classification
    return SHORT_CLASSIFICATIONS.get(found, found.value) if found else ""
