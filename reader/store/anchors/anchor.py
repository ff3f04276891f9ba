"""What is kept of a place in a cable: its words, what stands around them, and where it was.

The words are the W3C Web Annotation TextQuoteSelector (exact, prefix, suffix); the ordinal, the
printed number and the offsets are hints (DESIGN.md 6).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reader.cable.model import Cable

CONTEXT: Final = 32
"""Characters that are kept of what stands before and after the quoted words."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a cable, kept so that it is found again in another copy of it.

    Offsets count the characters of `Paragraph.text`. Words of several paragraphs are joined by a
    newline, in `exact` as in `prefix` and `suffix`, which may reach into the neighbours.
    """

    canonical_id: str | None
    """The cable's, for matching; None where the cable has none."""
    ordinal: int
    """The paragraph in which the place begins."""
    number: int | None
    """The number that this paragraph prints."""
    start: int
    """Offset in the text of the first paragraph."""
    end: int
    """Offset in the text of the last paragraph, one past the last character."""
    last_ordinal: int
    """The paragraph in which the place ends; `ordinal` where it is one paragraph."""
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an anchor stands in a cable, and how sure that is."""

    ordinal: int
    start: int
    end: int
    """Offset in the text of `last_ordinal`, one past the last character."""
    last_ordinal: int
    score: float
    """How well the words agree, from 0 (not found) to 1 (the very words in the very place)."""
    is_certain: bool
    """False where a person should look before relying on the place."""

    @property
    def is_found(self) -> bool:
        """Whether there is a place at all."""
        return self.ordinal >= 0


NOT_FOUND: Final = Placement(-1, 0, 0, -1, 0.0, is_certain=False)
"""The cable has no place that resembles the anchor's; the anchor itself is kept."""


def make_anchor(
    cable: Cable,
    ordinal: int,
    start: int = 0,
    end: int | None = None,
    last_ordinal: int | None = None,
) -> Anchor:
    """The anchor of characters `start` to `end` of a paragraph, by default all of it.

    With `last_ordinal`, `end` counts in that later paragraph. Offsets outside the text are cut to
    it; an ordinal that the cable does not have raises IndexError.
    """
    paragraphs = cable.paragraphs
    if not 0 <= ordinal < len(paragraphs):
        raise IndexError(f"The cable has no paragraph with the ordinal {ordinal}.")
    last = ordinal if last_ordinal is None else max(ordinal, last_ordinal)
    words = [paragraph.text for paragraph in paragraphs[ordinal : last + 1]]
    last = ordinal + len(words) - 1
    end = len(words[-1]) if end is None else min(max(end, 0), len(words[-1]))
    start = min(max(start, 0), len(words[0]))
    if last == ordinal:
        start, end = min(start, end), max(start, end)
    text = "\n".join(words)
    stop = len(text) - len(words[-1]) + end
    before = "\n".join(p.text for p in paragraphs[max(0, ordinal - CONTEXT) : ordinal])
    after = "\n".join(p.text for p in paragraphs[last + 1 : last + 1 + CONTEXT])
    return Anchor(
        cable.canonical_id,
        ordinal,
        paragraphs[ordinal].number,
        start,
        end,
        last,
        exact=text[start:stop],
        prefix=f"{before}\n{text[:start]}"[-CONTEXT:] if ordinal else text[:start][-CONTEXT:],
        suffix=(text[stop:] + (f"\n{after}" if after else ""))[:CONTEXT],
    )
