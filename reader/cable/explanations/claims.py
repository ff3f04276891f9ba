"""What the carrier of a cable claims, beside what the telegram says of itself.

A carrier is the page, the row of a table or the preface that came with the text (TELEGRAM.md 1).
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.cable.claims import claimed_classification
from reader.cable.header import read_classification_line
from reader.cable.identifiers import canonical_id
from reader.cable.identity import identify
from reader.cable.model import Envelope
from reader.translation import tr

if TYPE_CHECKING:
    from datetime import datetime

    from reader.cable.model import Cable


IN_OTHER_WORDS: Final = {"SECRETARYOFSTATE": "DEPARTMENTOFSTATE"}
"""How pages call a sender that telegrams call otherwise."""


class Agreement(Enum):
    """How a claim stands to what the telegram says."""

    SAME = "the same"
    IN_PART = "agrees in part"
    DIFFERENT = "differs"
    ALONE = "only the file says so"


class Claim(NamedTuple):
    """One field that the carrier claims."""

    field: str
    claimed: str
    own: str
    """What the telegram has; empty where it is silent."""
    agreement: Agreement
    note: str = ""
    """What the difference is, where the two values do not show it."""


def claims_of(cable: Cable) -> tuple[Claim, ...]:
    """Every claim of the carrier beside the telegram's own words; none for a raw telegram."""
    made = (
        _reference_id(cable),
        _sent(cable),
        _originator(cable),
        _classification(cable),
        _subject(cable),
        _tags(cable),
        _references(cable),
    )
    return tuple(claim for claim in made if claim is not None)


def _claim(field: str, claimed: str, own: str, *, is_same: bool) -> Claim:
    if not own:
        return Claim(field, claimed, "", Agreement.ALONE)
    return Claim(field, claimed, own, Agreement.SAME if is_same else Agreement.DIFFERENT)


def _reference_id(cable: Cable) -> Claim | None:
    claimed = cable.telegram.envelope.reference_id
    if not claimed:
        return None
    header = cable.header
    line = read_classification_line(header.classified_as) if header.classified_as else None
    year = header.sent.year if header.sent else None
    own = identify(header, line, Envelope(), year).own_id if line or header.station else None
    return _claim(
        tr("Cable id"), claimed, own or "", is_same=(canonical_id(claimed) or claimed) == own
    )


def _sent(cable: Cable) -> Claim | None:
    claimed = cable.telegram.envelope.sent
    if claimed is None:
        return None
    own = None if "sent" in cable.claimed else cable.header.sent
    field = tr("Date")
    if own is None or claimed == own or claimed.date() != own.date():
        return _claim(field, _moment(claimed), _moment(own), is_same=claimed == own)
    note = tr("the same day at another time")
    return Claim(field, _moment(claimed), _moment(own), Agreement.IN_PART, note)


def _moment(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}Z" if moment else ""


def _originator(cable: Cable) -> Claim | None:
    claimed = cable.telegram.envelope.originator
    if not claimed:
        return None
    from reader.cable.citation.posts import correspondent  # noqa: PLC0415 - many rows to read

    own = "" if "originator" in cable.claimed else cable.header.originator or ""
    field = tr("Originator")
    post = correspondent(own)
    names = [_letters(found.name("")) for found in (correspondent(claimed), post)]
    if len({IN_OTHER_WORDS.get(name, name) for name in names}) == 1 or not own:
        return _claim(field, claimed, own, is_same=True)
    # Lists of posts name the city, or the country of an embassy.
    places = (_letters(place.removeprefix("the ")) for place in (post.place, post.country))
    if post.kind and any(place and place in _letters(claimed) for place in places):
        return Claim(field, claimed, own, Agreement.SAME, tr("in other words"))
    return _claim(field, claimed, own, is_same=False)


def _classification(cable: Cable) -> Claim | None:
    claimed = cable.telegram.envelope.classification
    if not claimed:
        return None
    own = None if "classification" in cable.claimed else cable.header.classification
    is_same = own is not None and claimed_classification(claimed) is own
    return _claim(tr("Classification"), claimed, own.value if own else "", is_same=is_same)


def _subject(cable: Cable) -> Claim | None:
    claimed = cable.telegram.envelope.subject
    if not claimed:
        return None
    own = "" if "subject" in cable.claimed else cable.header.subject or ""
    shorter, longer = sorted((_letters(claimed), _letters(own)), key=len)
    if own and shorter != longer and shorter and longer.startswith(shorter):
        note = tr("one is the beginning of the other")
        return Claim(tr("Subject"), claimed, own, Agreement.IN_PART, note)
    return _claim(tr("Subject"), claimed, own, is_same=shorter == longer)


def _tags(cable: Cable) -> Claim | None:
    claimed = cable.telegram.envelope.tags
    own = () if "tags" in cable.claimed else cable.header.tags
    return _list(tr("TAGS"), claimed, own)


def _references(cable: Cable) -> Claim | None:
    claimed = tuple(canonical_id(name) or name for name in cable.telegram.envelope.references)
    own: tuple[str, ...] = ()
    if "references" not in cable.claimed:
        own = tuple(each.target for each in cable.header.references if each.target)
    return _list(tr("References"), claimed, own)


def _list(field: str, claimed: tuple[str, ...], own: tuple[str, ...]) -> Claim | None:
    """Lists are the same in any order; what only one of them has is told."""
    if not claimed:
        return None
    words = (" ".join(claimed), " ".join(own))
    ours, theirs = set(own), set(claimed)
    if not own or ours == theirs:
        return _claim(field, *words, is_same=True)
    notes = []
    if theirs - ours:
        missing = " ".join(word for word in claimed if word not in ours)
        notes.append(tr("only in the file: {words}", words=missing))
    if ours - theirs:
        missing = " ".join(word for word in own if word not in theirs)
        notes.append(tr("only in the telegram: {words}", words=missing))
    agreement = Agreement.IN_PART if ours & theirs else Agreement.DIFFERENT
    return Claim(field, *words, agreement, "; ".join(notes))


def _letters(text: str) -> str:
    return "".join(sign for sign in text.upper() if sign.isalnum())
