"""The marks of the cable that is open, as they stand on the disk and in its text.

Nothing here knows of Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.records import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.cable.model import Cable
    from reader.store.anchors import Placement
    from reader.store.marks import Colour, Mark

HIGHLIGHT: Final = "highlight"
"""The value of the kind of mark that has words of its own."""
INKS: Final = ("yellow", "green", "blue", "pink")
"""The values of the colours of highlights, in the order of the keys 1 to 4."""
BLANKS: Final = " \t\r\n\u00a0"
"""What a selection may begin and end with, and a highlight does not."""
NO_NAMES: Final[Mapping[Colour, str]] = {}


class Stretch(Record):
    """Characters of a cable's paragraphs, from one place to another."""

    ordinal: int
    start: int
    last_ordinal: int
    end: int
    """Offset in the text of `last_ordinal`, one past the last character."""


class Placed(Record):
    """A mark and where its words stand in the cable that is open."""

    mark: Mark
    placement: Placement

    @property
    def ordinal(self) -> int:
        """The paragraph in which it stands; -1 where the cable has nothing like its words."""
        return self.placement.ordinal

    @property
    def is_highlight(self) -> bool:
        """Whether words are marked, and not a paragraph."""
        return self.mark.kind.value == HIGHLIGHT

    @property
    def stretch(self) -> Stretch:
        """The characters that it stands at."""
        place = self.placement
        return Stretch(place.ordinal, place.start, place.last_ordinal, place.end)


class Standing(Record):
    """The marks of one cable, and what could be undone and done again."""

    placed: tuple[Placed, ...] = ()
    """In the order of the text; those that were not found come last."""
    undo_title: str = ""
    """What undoing would take back, in words; empty where there is nothing."""
    redo_title: str = ""
    colour_names: Mapping[Colour, str] = NO_NAMES
    """The names that the user has given to colours."""

    def at(self, ordinal: int) -> tuple[Placed, ...]:
        """The bookmarks of a paragraph."""
        return tuple(
            placed
            for placed in self.placed
            if placed.ordinal == ordinal and not placed.is_highlight
        )

    def over(self, ordinal: int, offset: int) -> tuple[Placed, ...]:
        """The highlights that lie over a place, the one that was made last first."""
        place = (ordinal, offset)
        found = [
            placed
            for placed in self.placed
            if placed.is_highlight
            and placed.placement.is_found
            and placed.stretch[:2] <= place <= placed.stretch[2:]
        ]
        found.sort(key=lambda placed: placed.mark.created, reverse=True)
        return tuple(found)


class Outcome(Record):
    """What a change did, and what stands now."""

    standing: Standing
    deleted: tuple[Mark, ...] = ()
    title: str = ""
    """What was undone or done again, in words; empty where there was nothing."""
    mark: Mark | None = None
    """The one mark that was made or changed, as it stands now."""


def without_blanks(cable: Cable, stretch: Stretch) -> Stretch | None:
    """The words of a stretch without blanks around them; None where there are no words."""
    paragraphs = cable.paragraphs
    if not 0 <= stretch.ordinal <= stretch.last_ordinal < len(paragraphs):
        return None
    words = [paragraph.text for paragraph in paragraphs[stretch.ordinal : stretch.last_ordinal + 1]]
    words[-1] = words[-1][: stretch.end]
    words[0] = " " * stretch.start + words[0][stretch.start :]
    solid = [number for number, text in enumerate(words) if text.strip(BLANKS)]
    if not solid:
        return None
    first, last = words[solid[0]], words[solid[-1]]
    return Stretch(
        stretch.ordinal + solid[0],
        len(first) - len(first.lstrip(BLANKS)),
        stretch.ordinal + solid[-1],
        len(last.rstrip(BLANKS)),
    )
