"""Finding an anchor's place in a cable: the words first, then what stands around them."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from reader.store.anchors.anchor import NOT_FOUND, Placement

if TYPE_CHECKING:
    from reader.cable.model import Cable
    from reader.store.anchors.anchor import Anchor


def place_anchor(anchor: Anchor, cable: Cable) -> Placement:
    """The place of one anchor; for many in the same cable take one `Placer`."""
    return Placer(cable).place(anchor)


class Placer:
    """Finds places in one cable; what it learns of the text serves all anchors."""

    def __init__(self, cable: Cable) -> None:
        texts = [paragraph.text for paragraph in cable.paragraphs]
        self._text = "\n".join(texts)
        self._starts = list(accumulate((len(text) + 1 for text in texts), initial=0))[:-1]

    def place(self, anchor: Anchor) -> Placement:
        """Where the anchor's words stand in this cable; `NOT_FOUND` where nothing is like them."""
        hint = self._hint(anchor)
        whole = anchor.prefix + anchor.exact + anchor.suffix
        if hint >= 0 and self._text.startswith(whole, max(0, hint - len(anchor.prefix))):
            return self._placement(hint, hint + len(anchor.exact), 1.0, is_certain=True)
        found = self._text.find(whole)
        if found < 0:
            return NOT_FOUND
        is_only = self._text.find(whole, found + 1) < 0
        start = found + len(anchor.prefix)
        return self._placement(start, start + len(anchor.exact), 1.0, is_certain=is_only)

    def _hint(self, anchor: Anchor) -> int:
        if not 0 <= anchor.ordinal < len(self._starts):
            return -1
        return self._starts[anchor.ordinal] + anchor.start

    def _placement(self, start: int, end: int, score: float, *, is_certain: bool) -> Placement:
        first = bisect_right(self._starts, start) - 1
        last = max(first, bisect_right(self._starts, max(start, end - 1)) - 1)
        return Placement(
            first, start - self._starts[first], end - self._starts[last], last, score, is_certain
        )
