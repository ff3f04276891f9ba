"""A mark as a row of the database and back, with a checksum that shows a flipped bit.

`integrity_check` looks at the build of the file and not at what is written in it, so every row has
the CRC32 of its values (SAFETY.md).
"""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from json import JSONEncoder
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

from reader.store.anchors import Anchor
from reader.store.marks import Colour, Mark, MarkKind, Status, tidy_labels

if TYPE_CHECKING:
    from collections.abc import Sequence

MARK_COLUMNS: Final = (
    "id", "kind", "cable_id", "title", "path", "name", "note", "labels", "status", "colour",
    "created", "changed", "canonical_id", "ordinal", "paragraph_number", "start", "stop",
    "last_ordinal", "exact", "prefix", "suffix",
)  # fmt: skip
"""The columns of a mark after its `number` and before its `checksum`."""

SEARCHED: Final = ("title", "name", "note", "labels", "exact")
"""The columns that full-text search looks into."""

# Bytes become a list, so that they are not the same as text.
ENCODER: Final = JSONEncoder(ensure_ascii=False, default=lambda content: [content.hex()])
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND: Final = timedelta(microseconds=1)

Value = str | int | bytes | None
Row = tuple[Any, ...]


class BrokenRow(ValueError):
    """The values of a row do not agree with their checksum, or mean nothing."""


def checksum(kind: str, values: tuple[Value, ...]) -> int:
    """CRC32 over a row's values and the kind of row that it is, as a JSON array in UTF-8."""
    return crc32(ENCODER.encode((kind, *values)).encode())


def row_of(mark: Mark) -> Row:
    """The values of MARK_COLUMNS, then the checksum."""
    anchor = mark.anchor
    values = (
        mark.id,
        mark.kind.value,
        kept(mark.cable_id),
        kept(mark.title),
        os.fsencode(mark.path),
        kept(mark.name),
        kept(mark.note),
        kept("\n".join(tidy_labels(mark.labels))),
        mark.status and mark.status.value,
        mark.colour and mark.colour.value,
        microseconds(mark.created),
        microseconds(mark.changed),
        anchor.canonical_id and kept(anchor.canonical_id),
        anchor.ordinal,
        anchor.number,
        anchor.start,
        anchor.end,
        anchor.last_ordinal,
        kept(anchor.exact),
        kept(anchor.prefix),
        kept(anchor.suffix),
    )
    return (*values, checksum("mark", values))


def mark_of(row: Row) -> Mark:
    """The mark in the values of MARK_COLUMNS and their checksum; raises BrokenRow."""
    *values, found = row
    try:
        if checksum("mark", tuple(values)) != found:
            raise BrokenRow("checksum")
        return _mark_of(values)
    except (ValueError, TypeError, AttributeError, OverflowError) as error:
        raise BrokenRow(str(row[0])) from error


def _mark_of(values: Sequence[Any]) -> Mark:
    mark_id, kind, cable_id, title, path, name, note, labels, status, colour = values[:10]
    created, changed, *anchor = values[10:]
    return Mark(
        id=mark_id,
        kind=MarkKind(kind),
        anchor=Anchor(*anchor),
        cable_id=cable_id,
        title=title,
        path=os.fsdecode(path),
        name=name,
        note=note,
        labels=tuple(labels.split("\n")) if labels else (),
        status=Status(status) if status is not None else None,
        colour=Colour(colour) if colour is not None else None,
        created=moment(created),
        changed=moment(changed),
    )


def kept(text: str) -> str:
    """Text as SQLite can keep it: a lone surrogate, which is no character, gives way to U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def microseconds(when: datetime) -> int:
    """A time of day as it is kept, whatever its zone; without one it is UTC."""
    aware = when if when.tzinfo else when.replace(tzinfo=UTC)
    return (aware - EPOCH) // MICROSECOND


def moment(kept_as: int) -> datetime:
    """The time that `microseconds` made a number of."""
    return EPOCH + kept_as * MICROSECOND
