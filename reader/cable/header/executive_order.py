"""The E.O. line: under which order a telegram is classified, and until when (TELEGRAM.md 2.4)."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from reader.cable.date_time_group import find_date
from reader.cable.model import ExecutiveOrder
from reader.cable.patterns import ANY_CASE, pattern

# 12958: DECL: ...; 13526; 12958 N/A
NUMBER: Final = pattern(r"(?P<number>1\d{4})(?!\d)[ \t]*[:;.,]?[ \t]*")

# DECL: 09/17/2019, DECLASSIFIED JUNE 21, 2006, DECLAS 12/31/81
DECLASSIFICATION: Final = pattern(r"\bDECL", ANY_CASE)

LONGEST_KEPT: Final = 100
"""Characters of a line that is kept for the next cable."""


def read_executive_order(value: str, *, year: int | None) -> ExecutiveOrder:
    """Read what follows `E.O.`; `year` is the cable's, four digits, for dates with two.

    The cables of a day are declassified on the same one, and many say N/A.
    """
    read = _read_short if len(value) < LONGEST_KEPT else _read_short.__wrapped__
    return read(value, year)


@lru_cache(maxsize=1024)
def _read_short(value: str, year: int | None) -> ExecutiveOrder:
    match = NUMBER.match(value)
    text = " ".join(value[match.end() if match else 0 :].split())
    stated = DECLASSIFICATION.search(text)
    until = find_date(text[stated.start() :], not_before=year) if stated else None
    return ExecutiveOrder(
        number=match["number"] if match else None,
        text=text,
        declassify_on=until or find_date(text, not_before=year),
    )
