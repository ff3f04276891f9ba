"""January cables that cite last year's without saying so (TELEGRAM.md 3.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reader.cable.references.cables import CitedCable

JANUARY: Final = 1

# What a sender may have sent by the end of January. The Department numbers some 130,000 telegrams
# a year, the busiest posts 8,000 to 9,000.
DEPARTMENT: Final = "STATE"
DEPARTMENT_LIMIT: Final = 12_000
POST_LIMIT: Final = 750


def may_be_of_last_year(cable: CitedCable, month: int | None) -> bool:
    """Whether a cable cited without a year in `month` has a serial that January hardly reaches."""
    if month != JANUARY:
        return False
    limit = DEPARTMENT_LIMIT if cable.station == DEPARTMENT else POST_LIMIT
    return cable.serial > limit
