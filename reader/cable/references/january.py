"""January cables that cite last year's without saying so (TELEGRAM.md 3.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reader.cable.references.cables import CitedCable

JANUARY: Final = 1

# What a sender may have sent by the end of January. The Department numbers some 130,000 telegrams
# a year, the busiest posts 8,000 to 9,000; in the 1970s it was twice as many.
DEPARTMENT: Final = "STATE"
DEPARTMENT_LIMIT: Final = 12_000
POST_LIMIT: Final = 750
BUSY_UNTIL: Final = 1980


def may_be_of_last_year(cable: CitedCable, year: int | None, month: int | None) -> bool:
    """Whether a cable cited without a year has a serial that January hardly reaches.

    `year` (four digits) and `month` are those of the citing cable.
    """
    if month != JANUARY:
        return False
    limit = DEPARTMENT_LIMIT if cable.station == DEPARTMENT else POST_LIMIT
    return cable.serial > (2 * limit if year and year < BUSY_UNTIL else limit)
