"""Page lines and stamps: where pages end, and whether they are pages of this cable (1.10, 2.12)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.identifiers import fold_station
from reader.cable.model import Problem, Role, Span
from reader.cable.patterns import ANY_CASE, pattern
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.cable.header.classification import ClassificationLine
    from reader.cable.lines import LogicalLine

# MOSCOW 00000501  002 OF 002; PAGE 02 HARARE 06677 01 OF 03 291400Z; not PAGE 02 alone
STATION_AND_SERIAL: Final = pattern(
    r"(?:PAGE[ \t]{1,3}\d{2,3}[ \t]{1,12})?(?P<station>[A-Z][A-Z .'-]{0,38}[A-Z.])[ \t]{1,3}"
    r"(?P<serial>\d{3,8})[ \t]",
    ANY_CASE,
)
# Asked of every page line: an Enum takes ten times as long to give one of its members.
PAGE_BREAK, STAMP = Role.PAGE_BREAK, Role.STAMP

SHORTEST_STATION: Final = 5
"""Letters of a station that was cut off: RIO DE JAN."""


def find_page_breaks(marked: Sequence[LogicalLine], text: str) -> tuple[Span, ...]:
    """The page breaks in reading offsets: page lines with the foot and the head of the pages.

    `marked` are the page lines and stamps of the telegram, in order; `text` is the reading text.
    """
    breaks: list[Span] = []
    for line in marked:
        if line.role is not PAGE_BREAK:
            continue
        end = line.start + len(line.text)
        if breaks and not text[breaks[-1].end : line.start].strip():
            breaks[-1] = Span(breaks[-1].start, end)
        else:
            breaks.append(Span(line.start, end))
    return tuple(breaks)


def find_stamps(marked: Sequence[LogicalLine]) -> tuple[str, ...]:
    """The stamps of declassification and release, each once."""
    stamps: list[str] = []
    end = -1
    for line in marked:
        if line.role is STAMP:
            words = " ".join(line.text.split())
            if line.start == end and stamps[-1][-1:].isalpha() and words[-1:].isdigit():
                stamps[-1] += f" {words}"
            else:
                stamps.append(words)
            end = line.end
    return tuple(dict.fromkeys(stamps))


def foreign_pages(
    marked: Sequence[LogicalLine],
    sections: Sequence[tuple[LogicalLine, ClassificationLine]],
    station: str | None,
    serial: int | None,
) -> Iterator[Problem]:
    """Page lines and further sections that name another cable than the classification line."""
    if station is None or serial is None:
        return
    said: set[tuple[str, int]] = set()
    for line in marked:
        if line.role is not PAGE_BREAK:
            continue
        match = STATION_AND_SERIAL.search(line.text)
        if match is None:
            continue
        found = (match["station"].strip(), int(match["serial"]))
        if found not in said and not _agrees(*found, station, serial):
            said.add(found)
            yield Problem(
                "page_line",
                tr(
                    "A page line is of {found}, but this cable is {own}.",
                    found=f"{found[0]} {found[1]}",
                    own=f"{station} {serial}",
                ),
                Span(line.start, line.start + len(line.text)),
            )
    for line, section in sections:
        found = (section.station or "", section.serial or 0)
        if found not in said and not _agrees(*found, station, serial):
            said.add(found)
            yield Problem(
                "section_line",
                tr(
                    "A section is of {found}, but this cable is {own}.",
                    found=f"{found[0]} {found[1]}",
                    own=f"{station} {serial}",
                ),
                Span(line.start, line.start + len(line.text)),
            )


def _agrees(station: str, serial: int, own_station: str, own_serial: int) -> bool:
    """Whether a page is of this cable; a long station's name is cut off on page lines."""
    if serial != own_serial and serial % 10000 != own_serial % 10000:
        return False
    folded, own = fold_station(station), fold_station(own_station)
    if folded == own:
        return True
    squeezed = "".join(filter(str.isalpha, station.upper()))
    return len(squeezed) >= SHORTEST_STATION and own.startswith(squeezed)
