"""A mark as a record of plain values and back; whatever stands in a file is looked at first."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar
from uuid import NAMESPACE_URL, uuid5

from reader.cable.identifiers import canonical_id
from reader.errors import ReaderError
from reader.store.anchors import Anchor
from reader.store.marks import Colour, Mark, MarkKind, Status, check_mark, tidy_labels
from reader.store.rows import kept
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST: Final = 1_000_000_000
"""The largest ordinal, number or offset that is believed."""
LONGEST_ID: Final = 200
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)

# 0f3c..., 32 digits, with or without the dashes and the prefix of a UUID
UUID: Final = re.compile(
    r"(?:urn:uuid:)?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})",
    re.IGNORECASE,
)

ChoiceType = TypeVar("ChoiceType", bound=Enum)


class Unfit(ValueError):
    """What stands in a file is no mark; the text is the reason, to be put into a sentence."""


class Bundle(NamedTuple):
    """What was read in a file of marks."""

    marks: tuple[Mark, ...]
    colour_names: dict[Colour, str]
    remarks: tuple[str, ...]
    """A sentence for each thing that could not be taken."""


class Gathered:
    """Marks that are being read, and what was unfit among them."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self.names: dict[Colour, str] = {}
        self.remarks: list[str] = []

    def take(self, number: int, record: Mapping[str, Any]) -> None:
        """The mark of one record; `number` counts them from 1 for the sentence."""
        try:
            self.marks.append(mark_of_record(record))
        except Unfit as reason:
            self.refuse(number, str(reason))

    def refuse(self, number: int, reason: str) -> None:
        """Note that the mark with this number could not be taken."""
        self.remarks.append(
            tr("Mark {number} of the file was left out: {reason}.", number=number, reason=reason)
        )

    def take_names(self, names: object) -> None:
        """The names that the user has given to colours."""
        if isinstance(names, dict):
            for colour in Colour:
                name = names.get(colour.value)
                if isinstance(name, str) and name.strip():
                    self.names[colour] = " ".join(kept(name).split())

    def bundle(self) -> Bundle:
        """All that was taken."""
        return Bundle(tuple(self.marks), self.names, tuple(self.remarks))


def record_of(mark: Mark) -> dict[str, Any]:
    """All of a mark in plain values, in the order in which people look for them."""
    anchor = mark.anchor
    return {
        "id": mark.id,
        "kind": mark.kind.value,
        "cable_id": mark.cable_id,
        "canonical_id": anchor.canonical_id,
        "title": mark.title,
        "path": mark.path,
        "name": mark.name,
        "note": mark.note,
        "labels": list(mark.labels),
        "status": mark.status and mark.status.value,
        "colour": mark.colour and mark.colour.value,
        "created": time_text(mark.created),
        "changed": time_text(mark.changed),
        "ordinal": anchor.ordinal,
        "number": anchor.number,
        "start": anchor.start,
        "end": anchor.end,
        "last_ordinal": anchor.last_ordinal,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }


def mark_of_record(record: Mapping[str, Any]) -> Mark:
    """The mark of a record as `record_of` makes it; raises Unfit.

    What is missing is empty; a mark without an id is given one that its place and kind decide, so
    that it is the same each time it is read.
    """
    anchor = _anchor(record)
    cable_id = anchor.canonical_id or _text(record, "cable_id")
    if not cable_id or len(cable_id) > LONGEST_ID:
        raise Unfit(tr("it does not say which cable it is of"))
    created = _time(record, "created") or EPOCH
    mark = Mark(
        id="",
        kind=_choice(record, "kind", MarkKind) or MarkKind.HIGHLIGHT,
        anchor=anchor,
        cable_id=cable_id,
        title=_text(record, "title"),
        path=_path(record),
        name=_text(record, "name"),
        note=_text(record, "note"),
        labels=_labels(record),
        status=_choice(record, "status", Status),
        colour=_choice(record, "colour", Colour),
        created=created,
        changed=_time(record, "changed") or created,
    )
    try:
        check_mark(mark)
    except ReaderError as error:
        raise Unfit(error.message.rstrip(".")) from error
    return replace(mark, id=_id(_text(record, "id"), mark))


def time_text(when: datetime) -> str:
    """A time in ISO 8601, UTC, to the microsecond."""
    aware = when if when.tzinfo else when.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _anchor(record: Mapping[str, Any]) -> Anchor:
    ordinal, start = _count(record, "ordinal"), _count(record, "start")
    exact = _text(record, "exact")
    end = _count(record, "end", start + len(exact))
    cable_id = _text(record, "canonical_id")
    if len(cable_id) > LONGEST_ID:
        raise Unfit(tr("its cable has no id that could be one"))
    return Anchor(
        canonical_id=canonical_id(cable_id) or cable_id or None,
        ordinal=ordinal,
        number=None if record.get("number") is None else _count(record, "number"),
        start=start,
        end=end,
        last_ordinal=max(ordinal, _count(record, "last_ordinal", ordinal)),
        exact=exact,
        prefix=_text(record, "prefix"),
        suffix=_text(record, "suffix"),
    )


def _id(text: str, mark: Mark) -> str:
    match = UUID.fullmatch(text)
    if match:
        return "".join(match.groups()).lower()
    anchor = mark.anchor
    place = (mark.kind.value, mark.cable_id, anchor.ordinal, anchor.start, anchor.end, anchor.exact)
    return uuid5(NAMESPACE_URL, text or repr(place)).hex


def _text(record: Mapping[str, Any], key: str) -> str:
    value = record.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Unfit(tr("its {field} is no text", field=key.replace("_", " ")))
    return kept(value)


def _path(record: Mapping[str, Any]) -> str:
    """The path as it stands: bytes that are no text are kept in it (`os.fsdecode`)."""
    value = record.get("path")
    return value if isinstance(value, str) and "\0" not in value and _is_path(value) else ""


def _is_path(text: str) -> bool:
    try:
        text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return False
    return True


def _count(record: Mapping[str, Any], key: str, otherwise: int = 0) -> int:
    value = record.get(key)
    if value is None:
        return otherwise
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST:
        raise Unfit(tr("its {field} is no number that could be one", field=key.replace("_", " ")))
    return value


def _choice(record: Mapping[str, Any], key: str, among: type[ChoiceType]) -> ChoiceType | None:
    value = record.get(key)
    if value is None or value == "":
        return None
    try:
        return among(value)
    except ValueError:
        raise Unfit(
            tr(
                "its {field} is none of {values}",
                field=key,
                values=", ".join(each.value for each in among),
            )
        ) from None


def _labels(record: Mapping[str, Any]) -> tuple[str, ...]:
    value = record.get("labels") or []
    if not isinstance(value, list) or not all(isinstance(label, str) for label in value):
        raise Unfit(tr("its labels are no list of words"))
    return tidy_labels([kept(label) for label in value])


def _time(record: Mapping[str, Any], key: str) -> datetime | None:
    value = _text(record, key)
    if not value:
        return None
    try:
        when = datetime.fromisoformat(value)
        return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    except (ValueError, OverflowError):
        raise Unfit(tr("its time of being {field} is no time", field=key)) from None
