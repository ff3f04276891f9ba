"""A header and a body that were run together without a sign between them (TELEGRAM.md 1.5)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.cable.lines.logical import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

# The beginnings of a classification line that no other word ends in.
BEGINNINGS: Final = ("UNCLAS", "C O N F I D", "S E C R E T", "L I M I T E D", "CONFIDENTIAL ")

# AMEMBASSY OSLOUNCLAS REYKJAVIK 003235; ... is not available.C O N F I D E N T I A L OSLO 000001
CLASSIFICATION_IN_LINE: Final = re.compile(
    r"(?<=[A-Za-z.>0-9])(?<!\b[A-Za-z])(?:UNCLAS|C O N F I D E N|S E C R E T\b|L I M I T E D"
    r"|CONFIDENTIAL\b)[A-Z /]{0,60}(?:SECTION[ \t]{1,3}\d{2} OF \d{2} [A-Z .'-]{2,40})?\d{3,6}\b"
)


def places_of_run_together(text: str) -> Iterator[int]:
    """Where in a text a classification may begin within a line."""
    for beginning in BEGINNINGS:
        place = text.find(beginning)
        while place >= 0:
            before = text[max(0, place - 2) : place]
            if (
                len(before) == 2
                and before[0] != "\n"
                and (before[1].isalnum() or before[1] in ".>")
            ):
                yield place
            place = text.find(beginning, place + 6)


def find_run_together(text: str) -> Iterator[Piece]:
    """The places in one line of the text where a classification line begins."""
    for found in CLASSIFICATION_IN_LINE.finditer(text):
        yield Piece(found.start(), found.start(), None)
