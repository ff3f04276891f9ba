"""Cross-checks of a cable against itself and its carrier: they report, they never repair.

Header and body report the flaws they meet on their way (a date-time group against the Julian day,
gaps in paragraph numbers, page lines of another cable); here stands what needs the whole cable.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from reader.cable.identifiers import canonical_id, parse_reference_id
from reader.cable.model import NOWHERE, Classification, Paragraph, Problem, Role, Span
from reader.cable.patterns import ANY_CASE, pattern
from reader.cable.unobeyed import unobeyed_problems
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.cable.header import ClassificationLine
    from reader.cable.identity import Identity
    from reader.cable.model import Cable


# The header's fields, as a remark calls them; that of a claimed classification is its own.
CLAIMED: Final = {
    "sent": "the date",
    "originator": "the originator",
    "subject": "the subject",
    "tags": "the TAGS",
    "references": "the references",
}
# Asked of every cable: an Enum takes ten times as long to give one of its members.
CLASSIFICATION = Role.CLASSIFICATION

LONGEST_COMPARED: Final = 60
"""Letters of a subject that are compared; carriers cut them."""


def find_problems(
    cable: Cable, identity: Identity, classification: ClassificationLine | None
) -> tuple[Problem, ...]:
    """What does not agree in a cable that was read; an empty tuple for a sound one."""
    problems: list[Problem] = []
    for check in CHECKS:
        problems += check(cable, identity, classification)
    return tuple(problems)


def _place(cable: Cable, role: Role) -> Span:
    """Where the remark points: the first lines of the role, without their line end."""
    spans = cable.spans_of(role)
    if not spans:
        return NOWHERE
    start, end = spans[0]
    return Span(start, start + len(cable.text[start:end].rstrip()))


# DE RUEHMO #0501/01 0610436 over UNCLAS ... MOSCOW 000777
def station_line_serial(
    cable: Cable, identity: Identity, classification: ClassificationLine | None
) -> Iterator[Problem]:
    """The DE line counts modulo 10,000 what the classification line counts (TELEGRAM.md 2.1).

    Without a classification line, the carrier's id has the serial.
    """
    station = cable.header.station
    if station is None or station.serial is None:
        return
    if classification is not None and classification.serial is not None:
        if classification.serial % 10000 != station.serial % 10000:
            yield Problem(
                "station_line_serial",
                tr(
                    "The DE line has the serial number {number}, the classification line {other}.",
                    number=station.serial,
                    other=classification.serial,
                ),
                _place(cable, Role.STATION),
            )
        return
    claimed = parse_reference_id(identity.reference_id or "")
    if claimed and claimed.serial % 10000 != station.serial % 10000:
        yield Problem(
            "station_line_serial",
            tr(
                "The DE line has the serial number {number}, the file calls this cable {name}.",
                number=station.serial,
                name=identity.reference_id,
            ),
            _place(cable, Role.STATION),
        )


# The page says 09KHARTOUM881, the text UNCLAS KHARTOUM 000882.
def carrier_id(
    cable: Cable, identity: Identity, classification: ClassificationLine | None
) -> Iterator[Problem]:
    """The carrier's id against station and serial of the text: another cable's body (1.10)."""
    claimed = cable.telegram.envelope.reference_id
    own = identity.own_id
    if claimed and own and classification is not None and canonical_id(claimed) != own:
        yield Problem(
            "carrier_id",
            tr(
                "The file calls this cable {claimed}, but the text is that of {own}.",
                claimed=claimed,
                own=own,
            ),
            _place(cable, Role.CLASSIFICATION),
        )


def carrier_classification(
    cable: Cable, _identity: Identity, _line: ClassificationLine | None
) -> Iterator[Problem]:
    """The carrier's classification against the telegram's own, or in its place."""
    claimed = cable.telegram.envelope.classification
    if not claimed:
        return
    found = cable.header.classification
    place = _place(cable, Role.CLASSIFICATION)
    if place == NOWHERE:
        yield Problem(
            "carrier_classification",
            tr(
                "The telegram has no classification line; the file says {claimed}.", claimed=claimed
            ),
        )
    elif found is not None and found.value != claimed.upper().split("//")[0].strip():
        yield Problem(
            "carrier_classification",
            tr("The file says {claimed}, the telegram {own}.", claimed=claimed, own=found.value),
            place,
        )


def carrier_date(
    cable: Cable, _identity: Identity, _line: ClassificationLine | None
) -> Iterator[Problem]:
    """The carrier's day against the date-time group; the hours of old pages are wrong (1.2)."""
    claimed, sent = cable.telegram.envelope.sent, cable.header.sent
    if claimed and sent and claimed.date() != sent.date():
        yield Problem(
            "carrier_date",
            tr(
                "The file gives the date {claimed}, the telegram {own}.",
                claimed=f"{claimed:%Y-%m-%d}",
                own=f"{sent:%Y-%m-%d}",
            ),
            _place(cable, Role.DATE_TIME_GROUP),
        )


# The page says KEEP THE FERRY, the text SUBJECT: FOGHORNS.
def carrier_subject(
    cable: Cable, _identity: Identity, _line: ClassificationLine | None
) -> Iterator[Problem]:
    """The carrier's subject against the SUBJECT line, of which it may be the beginning only."""
    claimed, own = cable.telegram.envelope.subject, cable.header.subject
    if not claimed or not own or "subject" in cable.claimed:
        return
    shorter, longer = sorted((_letters(claimed), _letters(own)), key=len)
    if shorter[:LONGEST_COMPARED] not in longer:
        yield Problem(
            "carrier_subject",
            tr(
                "The file gives another subject than the telegram: {claimed}",
                claimed=claimed[:100],
            ),
            _place(cable, Role.SUBJECT),
        )


def _letters(text: str) -> str:
    return "".join(sign for sign in text.upper() if sign.isalnum())


# What a fragment with a preface has of its own: a body, and no more.
def carrier_alone(
    cable: Cable, _identity: Identity, _line: ClassificationLine | None
) -> Iterator[Problem]:
    """The fields that only the carrier gives, in one remark."""
    words = [tr(CLAIMED[name]) for name in cable.claimed if name in CLAIMED]
    if words:
        yield Problem(
            "carrier_alone",
            tr(
                "The telegram itself does not say, only the file does: {fields}.",
                fields=", ".join(words),
            ),
        )


# 002 OF 004
PAGE_COUNT: Final = pattern(r"(?P<page>\d{3})(?:\.\d)? OF (?P<pages>\d{3})")


def last_page(
    cable: Cable, _identity: Identity, _line: ClassificationLine | None
) -> Iterator[Problem]:
    """The text ends before the last page that its page lines announce."""
    if not cable.page_breaks:
        return
    last = cable.page_breaks[-1]
    match = PAGE_COUNT.search(cable.text, last.start, last.end)
    if match and int(match["page"]) < int(match["pages"]):
        yield Problem(
            "last_page",
            tr(
                "The last page line is of page {page} of {pages}: the end may be missing.",
                page=int(match["page"]),
                pages=int(match["pages"]),
            ),
            last,
        )


# CONFIDENTIAL SECTION 01 OF 03 HARARE 006677 ... CONFIDENTIAL SECTION 03 OF 03 HARARE 006677
SECTION: Final = pattern(r"SECTION[ ]{0,3}(\d{1,2})[ ]{0,3}OF[ ]{0,3}(\d{1,2})", ANY_CASE)


def missing_sections(
    cable: Cable, _identity: Identity, _line: ClassificationLine | None
) -> Iterator[Problem]:
    """Where the text repeats its section lines, all of them should be there (TELEGRAM.md 2.2)."""
    sections: list[int] = []
    totals: set[int] = set()
    place = NOWHERE
    for start, end, _ in cable.lines.of(CLASSIFICATION):
        match = SECTION.search(cable.text[start : min(end, start + 200)])
        if match:
            sections.append(int(match[1]))
            totals.add(int(match[2]))
            place = Span(start, end)
    if len(totals) > 1:
        words = tr("The section lines disagree on how many there are.")
        yield Problem("section_count", words, place)
    elif len(sections) > 1:
        missing = sorted(set(range(1, totals.pop() + 1)) - set(sections))
        if missing:
            numbers = ", ".join(map(str, missing))
            words = tr("Missing of this cable: section {numbers}.", numbers=numbers)
            yield Problem("section_count", words, place)
    elif sections and sections[0] > 1:
        yield Problem(
            "section_count",
            tr(
                "This text begins with section {number} of {count}.",
                number=sections[0],
                count=totals.pop(),
            ),
            place,
        )


def missing_subject(
    cable: Cable, _identity: Identity, classification: ClassificationLine | None
) -> Iterator[Problem]:
    """A whole telegram, with a classification line and paragraphs, has a SUBJECT line."""
    if classification and cable.body and not cable.header.subject and not cable.partial:
        yield Problem("subject_line", tr("This cable has no SUBJECT line."))


# C/NF, S//REL TO USA, TS: the first letters are the level; no level of its own has SBU.
LEVELS: Final = {
    "U": 0, "UNCLASSIFIED": 0, "SBU": 0, "FOUO": 0,
    "LOU": 1, "LIMITEDOFFICIALUSE": 1,
    "C": 2, "CONFIDENTIAL": 2,
    "S": 3, "SECRET": 3,
    "TS": 4, "TOPSECRET": 4,
}  # fmt: skip
MARKED: Final = pattern(r"[A-Z]{1,20}")
ORDER: Final = tuple(Classification)


@lru_cache(maxsize=256)
def _level(marking: str) -> int | None:
    """The level of a paragraph's marking; None where it says none that we know."""
    match = MARKED.match(marking.replace(" ", "").upper())
    return LEVELS.get(match[0]) if match else None


def portions_below(
    cable: Cable, _identity: Identity, _line: ClassificationLine | None
) -> Iterator[Problem]:
    """A cable is as highly classified as its highest paragraph, where every one is marked."""
    classification = cable.header.classification
    if classification is None or cable.partial or "classification" in cable.claimed:
        return
    # One without number and marking goes on with the paragraph before.
    markings = {
        marking
        for item in cable.body
        if isinstance(item, Paragraph) and ((marking := item.marking) or item.number is not None)
    }
    levels = [level for marking in markings if (level := _level(marking or "")) is not None]
    if levels and len(levels) == len(markings) and max(levels) < ORDER.index(classification):
        yield Problem(
            "classification_portions",
            tr(
                "The cable is {classification}, but no paragraph is marked as high as that.",
                classification=classification.value,
            ),
            _place(cable, Role.CLASSIFICATION),
        )


def unobeyed_signs(
    cable: Cable, _identity: Identity, _line: ClassificationLine | None
) -> Iterator[Problem]:
    """Signs of which only their names are shown, and markings in letters that look alike."""
    yield from unobeyed_problems(cable.text)


CHECKS: Final[
    tuple[Callable[[Cable, Identity, ClassificationLine | None], Iterator[Problem]], ...]
] = (
    station_line_serial,
    carrier_id,
    carrier_classification,
    carrier_date,
    carrier_subject,
    carrier_alone,
    missing_subject,
    missing_sections,
    last_page,
    portions_below,
    unobeyed_signs,
)
