"""Marks made by hand, about lighthouses."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from reader.store.anchors import Anchor
from reader.store.marks import Colour, Mark, MarkKind, Status

NOON = datetime(2024, 5, 1, 12, 0, 0, 123456, tzinfo=UTC)
NAMES = {Colour.YELLOW: "to quote", Colour.PINK: "doubtful (very)"}


def mark(number=1, *, exact="The lamp burned at noon", cable_id="09REYKJAVIK9017", **fields):
    """A mark with an id and times of its own for each number."""
    anchor = Anchor(cable_id, 3, 4, 12, 12 + len(exact), 3, exact, "He said: ", ", and nobody saw.")
    given = {
        "title": "A LAMP THAT NOBODY SEES",
        "path": "/home/strand/09REYKJAVIK9017.md",
        "created": NOON,
        "changed": NOON + timedelta(minutes=number),
        **fields,
    }
    return Mark(UUID(int=number).hex, MarkKind.HIGHLIGHT, anchor, cable_id, **given)


def shelf():
    """Marks that differ in all that a mark can have."""
    unnamed = Anchor(None, 0, None, 0, 5, 2, "Honey\n\nis", "", " sold")
    return [
        mark(1, note="Ask the *mayor*.\n\n- twice", name="staffing", labels=("pier", "a, b")),
        mark(2, colour=Colour.PINK, status=Status.NOT_RELEVANT),
        mark(3, cable_id="09OSLO9004", colour=Colour.YELLOW, note="x" * 2_000),
        mark(4, path="/home/strand/caf\udce9.txt", title=""),
        Mark(UUID(int=5).hex, MarkKind.BOOKMARK, unnamed, "text:0123", created=NOON, changed=NOON),
    ]
