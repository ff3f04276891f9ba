"""The fields of a header as they are compared: what was understood, not how it was printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.comparison.differences import Field

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.cable.model import Addressee, Cable


def field_texts(cable: Cable) -> dict[Field, str]:
    """The text of every field, empty where the cable has none."""
    return {field: text_of(cable) for field, text_of in FIELDS}


def _date(cable: Cable) -> str:
    sent = cable.header.sent
    return f"{sent:%Y-%m-%d %H:%M}Z" if sent else cable.header.date_time_group or ""


def _classification(cable: Cable) -> str:
    header = cable.header
    return header.classification.value if header.classification else header.classified_as or ""


def _executive_order(cable: Cable) -> str:
    order = cable.header.executive_order
    return f"{order.number or ''} {order.text}".strip() if order else ""


def _addressees(addressees: tuple[Addressee, ...]) -> str:
    return "\n".join(" ".join((each.name, each.precedence or "")).strip() for each in addressees)


FIELDS: Final[tuple[tuple[Field, Callable[[Cable], str]], ...]] = (
    (Field.ID, lambda cable: cable.canonical_id or cable.reference_id or ""),
    (Field.DATE, _date),
    (Field.ORIGINATOR, lambda cable: cable.header.originator or ""),
    (Field.ACTION, lambda cable: _addressees(cable.header.action)),
    (Field.INFO, lambda cable: _addressees(cable.header.info)),
    (Field.CLASSIFICATION, _classification),
    (Field.CAPTIONS, lambda cable: " ".join(cable.header.captions)),
    (Field.EXECUTIVE_ORDER, _executive_order),
    (Field.TAGS, lambda cable: " ".join(cable.header.tags)),
    (Field.SUBJECT, lambda cable: cable.header.subject or ""),
    (Field.REFERENCES, lambda cable: "\n".join(each.text for each in cable.header.references)),
    (Field.CLASSIFIED_BY, lambda cable: "\n".join(cable.header.classified_by)),
    (Field.SIGNATURE, lambda cable: "\n".join(name for name in cable.signature if name)),
)
"""The fields in the order in which they are shown, and how each is told."""
