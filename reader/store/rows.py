"""A mark as a row of the database and back, with a checksum that shows a flipped bit.

`integrity_check` looks at the build of the file and not at what is written in it, so every row has
the CRC32 of its values (SAFETY.md).
"""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
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

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND: Final = timedelta(microseconds=1)
DAY: Final = 24 * 60 * 60

Value = str | int | bytes | None
Row = tuple[Any, ...]


class BrokenRow(ValueError):
    """The values of a row do not agree with their checksum, or mean nothing."""


def checksum(kind: str, values: tuple[Value, ...]) -> int:
    """CRC32 over the kind of a row and its values, as Python writes a tuple of them in ASCII."""
    return crc32(ascii((kind, *values)).encode())


def row_of(mark: Mark) -> Row:
    """The values of MARK_COLUMNS, then the checksum; `mark` is as `keepable_mark` gives it."""
    anchor = mark.anchor
    values = (
        mark.id,
        mark.kind._value_,
        mark.cable_id,
        mark.title,
        os.fsencode(mark.path),
        mark.name,
        mark.note,
        "\n".join(mark.labels),
        mark.status and mark.status._value_,
        mark.colour and mark.colour._value_,
        microseconds(mark.created),
        microseconds(mark.changed),
        anchor.canonical_id,
        anchor.ordinal,
        anchor.number,
        anchor.start,
        anchor.end,
        anchor.last_ordinal,
        anchor.exact,
        anchor.prefix,
        anchor.suffix,
    )
    return (*values, checksum("mark", values))


def keepable_mark(mark: Mark) -> Mark:
    """The mark as it will be read again: times in UTC, labels tidied, no half characters."""
    anchor, labels = mark.anchor, mark.labels
    texts = (
        mark.cable_id, mark.title, mark.name, mark.note, *labels, anchor.canonical_id or "",
        anchor.exact, anchor.prefix, anchor.suffix,
    )  # fmt: skip
    if labels:
        labels = tidy_labels(labels)
    if (
        mark.created.tzinfo is mark.changed.tzinfo is UTC
        and labels == mark.labels
        and has_no_surrogates("".join(texts))
    ):
        return mark
    return replace(
        mark,
        anchor=replace(
            anchor,
            canonical_id=anchor.canonical_id and kept(anchor.canonical_id),
            exact=kept(anchor.exact),
            prefix=kept(anchor.prefix),
            suffix=kept(anchor.suffix),
        ),
        cable_id=kept(mark.cable_id),
        title=kept(mark.title),
        name=kept(mark.name),
        note=kept(mark.note),
        labels=tuple(map(kept, labels)),
        created=moment(microseconds(mark.created)),
        changed=moment(microseconds(mark.changed)),
    )


def mark_of(row: Row) -> Mark:
    """The mark in the values of MARK_COLUMNS and their checksum; raises BrokenRow."""
    try:
        return mark_from(checked(row)[:-1])
    except (ValueError, TypeError, AttributeError, OverflowError) as error:
        raise BrokenRow(str(row[0])) from error


def mark_from(values: Sequence[Any]) -> Mark:
    """The mark in the values of MARK_COLUMNS, whatever their checksum is."""
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


def checked(row: Row) -> Row:
    """The row; raises BrokenRow where its values do not agree with the checksum, its last."""
    if checksum("mark", row[:-1]) != row[-1]:
        raise BrokenRow(str(row[0]))
    return row


def kept(text: str) -> str:
    """Text as SQLite can keep it: a lone surrogate, which is no character, gives way to U+FFFD."""
    if has_no_surrogates(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def has_no_surrogates(text: str) -> bool:
    """Whether every character is one."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def microseconds(when: datetime) -> int:
    """A time of day as it is kept, whatever its zone; without one it is UTC."""
    since = (when if when.tzinfo else when.replace(tzinfo=UTC)) - EPOCH
    return (since.days * DAY + since.seconds) * 1_000_000 + since.microseconds


def moment(kept_as: int) -> datetime:
    """The time that `microseconds` made a number of."""
    return EPOCH + kept_as * MICROSECOND
