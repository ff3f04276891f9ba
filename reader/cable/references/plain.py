"""The items that most fields are made of, a station and a serial, read at one glance.

What is anything more goes to the readers of tokens, which would read these as well, but slower; and
a field that has one such item on each line needs not be cut at its labels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.identifiers import known_station, read_year
from reader.cable.patterns import pattern
from reader.cable.references.cables import CitedCable

if TYPE_CHECKING:
    import re

# OSLO 12; 08 STATE 12345; 2008 SAO PAULO 7,
PLAIN_ITEM: Final = pattern(
    r"[ \t\n]*(?:(?P<year>20[0-4][0-9]|19[5-9][0-9]|[0-9]{2})[ \t\n]+)?"
    r"(?P<name>[A-Za-z]{3,20}(?: [A-Za-z]{2,20}){0,3})[ \t\n]+(?P<serial>0{0,6}[1-9][0-9]{0,6})"
    r"[ \t\n.,;]*"
)


# REF: A. OSLO 12 / B. 08 STATE 12345: the letters in order, and no sign but theirs
PLAIN_LINE: Final = pattern(
    r"[ \t]{0,20}(?:REF:[ \t]{0,20})?(?P<label>[A-Z])\. {1,3}"
    r"(?:(?P<year>20[0-4][0-9]|19[5-9][0-9]|[0-9]{2}) )?"
    r"(?P<name>[A-Z]{3,20}(?: [A-Z]{2,20}){0,3}) (?P<serial>[1-9][0-9]{0,6})(?:\n|\Z)"
)
LABELS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def read_plain_field(field: str) -> list[tuple[str, CitedCable]] | None:
    """The cable on each line of a field, with its label; None when the field has anything more."""
    found: list[tuple[str, CitedCable]] = []
    place = 0
    for label in LABELS:
        match = PLAIN_LINE.match(field, place)
        if match is None or match["label"] != label:
            return None
        cable = _cable(match)
        if cable is None:
            return None
        found.append((label, cable))
        place = match.end()
        if place == len(field):
            return found
    return None


def read_plain_item(field: str, start: int, end: int) -> CitedCable | None:
    """The cable of an item that is nothing but year, station and serial; None when it is not."""
    match = PLAIN_ITEM.fullmatch(field, start, end)
    return _cable(match) if match else None


def _cable(match: re.Match[str]) -> CitedCable | None:
    """The cable of a station that we know."""
    station = known_station(match["name"])
    if station is None:
        return None
    year = match["year"]
    first = match.start("year" if year else "name")
    last = match.end("serial")
    return CitedCable(
        read_year(year) if year else None, station, int(match["serial"]), first, last, last
    )
