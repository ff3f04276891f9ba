"""Where a mark stands in a cable, and where it stands in another copy of it."""

from reader.store.anchors.anchor import CONTEXT, NOT_FOUND, Anchor, Placement, make_anchor
from reader.store.anchors.placing import Placer, place_anchor

__all__ = [
    "CONTEXT",
    "NOT_FOUND",
    "Anchor",
    "Placement",
    "Placer",
    "make_anchor",
    "place_anchor",
]
