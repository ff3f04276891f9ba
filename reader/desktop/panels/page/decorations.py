"""What is set off on the page: mentions, passages, redactions, and the seams of joined sentences.

All by item of the page, in offsets of the item's text. Nothing here knows of Qt.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from reader.cable.model import Paragraph, SeamKind, Span
from reader.desktop.panels.page.marks import with_marks
from reader.records import Record
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cable.model import Cable, Mention, Passage, Seam

SEAM_WORDS: Final = {
    SeamKind.PAGE_BREAK: "A page break stood here",
    SeamKind.BLANK_LINE: "A blank line stood here in the middle of a sentence",
    SeamKind.INJECTED_CAPTION: "A caption repeated on the next page stood here",
    SeamKind.STAMP: "A stamp stood here in the middle of a sentence",
}

LONGEST_QUOTE: Final = 240
"""Characters of left out text that are told at a seam."""


class Decorations(Record):
    """The decorated ranges of a page, each dictionary by item and in order."""

    mentions: dict[int, list[Mention]]
    passages: dict[int, list[Passage]]
    redactions: dict[int, list[Span]]
    seams: dict[int, list[Seam]]

    def mention_at(self, item: int, offset: int) -> Mention | None:
        """The mention that covers an offset, its end included."""
        found = overlapping(self.mentions.get(item, ()), offset - 1, offset + 1)
        return found[-1] if found else None


class Ranged(Protocol):
    """Anything that begins and ends at offsets of a text."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset after the last character."""


RangedT = TypeVar("RangedT", bound=Ranged)


def overlapping(ranges: Sequence[RangedT], start: int, end: int) -> Sequence[RangedT]:
    """The ranges, in order and none over another, that share characters with [start, end)."""
    first = bisect_right(ranges, start, key=_end)
    return ranges[first : bisect_left(ranges, end, first, key=_start)]


def _start(ranged: Ranged) -> int:
    return ranged.start


def _end(ranged: Ranged) -> int:
    return ranged.end


def find_redactions(text: str) -> list[Span]:
    """The runs of X with which the archive replaced names."""
    if "XXXX" not in text and "xxxxx" not in text:
        return []
    from reader.cable.redactions import REDACTION  # noqa: PLC0415 - most cables have none

    return [Span(*match.span()) for match in REDACTION.finditer(text)]


def undecorated() -> Decorations:
    """No decorations, for a text that is no cable."""
    return Decorations({}, {}, {}, {})


def decorate(cable: Cable) -> Decorations:
    """The decorations of a cable's page."""
    found = undecorated()
    items: list[int] = []
    for number, item in enumerate(cable.body):
        redactions = find_redactions(item.text)
        if redactions:
            found.redactions[number] = redactions
        if isinstance(item, Paragraph):
            items.append(number)
            if item.seams:
                found.seams[number] = list(item.seams)
    for mention in cable.mentions:
        found.mentions.setdefault(items[mention.ordinal], []).append(mention)
    for passage in cable.passages:
        if passage.end > passage.start:
            found.passages.setdefault(items[passage.ordinal], []).append(passage)
    for mentions in found.mentions.values():
        mentions.sort(key=_start)
    for passages in found.passages.values():
        passages.sort(key=_start)
    return found


def seam_words(seam: Seam, received: str) -> str:
    """What is told of a seam: why there is one, and what was left out there."""
    words = tr(SEAM_WORDS[seam.kind])
    left_out = " ".join(received[seam.span.start : seam.span.end][: 4 * LONGEST_QUOTE].split())
    if not left_out:
        return f"{words}."
    if len(left_out) > LONGEST_QUOTE:
        left_out = left_out[:LONGEST_QUOTE] + "…"
    return f"{words}: {with_marks(left_out)}"
