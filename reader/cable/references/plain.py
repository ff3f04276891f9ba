"""The items that most fields are made of, a station and a serial, read at one glance.

What is anything more goes to the readers of tokens, which would read these as well, but slower.
"""

from __future__ import annotations

from typing import Final

from reader.cable.identifiers import known_station, read_year
from reader.cable.patterns import pattern
from reader.cable.references.cables import CitedCable

# OSLO 12; 08 STATE 12345; 2008 SAO PAULO 7,
PLAIN_ITEM: Final = pattern(
    r"[ \t\n]*(?:(?P<year>20[0-4][0-9]|19[5-9][0-9]|[0-9]{2})[ \t\n]+)?"
    r"(?P<name>[A-Za-z]{3,20}(?: [A-Za-z]{2,20}){0,3})[ \t\n]+(?P<serial>0{0,6}[1-9][0-9]{0,6})"
    r"[ \t\n.,;]*"
)


def read_plain_item(field: str, start: int, end: int) -> CitedCable | None:
    """The cable of an item that is nothing but year, station and serial; None when it is not."""
    match = PLAIN_ITEM.fullmatch(field, start, end)
    if match is None:
        return None
    station = known_station(match["name"])
    if station is None:
        return None
    year = match["year"]
    first = match.start("year" if year else "name")
    last = match.end("serial")
    return CitedCable(
        read_year(year) if year else None, station, int(match["serial"]), first, last, last
    )
