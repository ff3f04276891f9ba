"""Page lines: what the communications center put between two pages of a telegram.

A page line stands alone, or it is glued into the sentence that it cut (TELEGRAM.md 2.12, 1.12).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.identifiers import known_station
from reader.cable.lines.logical import Piece
from reader.cable.model import Role
from reader.cable.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.cable.lines.logical import LogicalLine

STATION_WORDS: Final = 5
"""A station has at most so many words: USMISSION USUN NEW YORK."""

REACH: Final = 64
"""Characters before the page count in which station and serial stand."""

# What every page line has one of; a line of none of them is not looked at. A digit follows OF.
COUNT: Final = " OF "
SIGNS: Final = (" of 0", "PAGE", "\f")

# 002 OF 002, 001.2 OF 004; cut off at the end of a text: 001.2 OF 0...
PAGE_COUNT: Final = pattern(
    r"(?<!\d)\d{3}(?:\.\d)?[ \t][Oo][Ff][ \t](?:\d{3}(?!\d)|\d{1,2}(?:\.{3}|$))"
)

# REYKJAVIK 00000501, just before the page count; sentence-cased: Reykjavik 00000501
STATION_AND_SERIAL: Final = pattern(
    r"(?P<station>[A-Z][A-Za-z .'-]{0,38}[A-Za-z.])[ \t]{1,3}\d{5,8}[ \t]{1,4}\Z"
)

# REYKJAVIK 00000501  001.2 OF 004, alone on its line, as most are
WHOLE_LINE: Final = pattern(
    r"[ \t]{0,99}+(?P<station>[A-Z][A-Z .'-]{1,38}?)[ \t]{1,3}\d{5,8}[ \t]{1,4}"
    r"\d{3}(?:\.\d)? OF \d{3}"
)

# PAGE 02 HARARE 06677 01 OF 03 291400Z; PAGE 02 STATE 015113 182333Z; PAGE 02        OSLO 00893
PAGE_OF_STATION: Final = pattern(
    r"PAGE[ \t]{1,3}\d{2,3}[ \t]{1,12}[A-Z][A-Z .'-]{1,38}[ \t]{1,3}\d{3,6}"
    r"(?P<count>[ \t]{1,3}\d{2}[ \t]{1,3}OF[ \t]{1,3}\d{2})?(?P<time>[ \t]{1,3}\d{6}[ \t]?Z)?"
)

# PAGE 03 RUEHFRA1234 S E C R E T; PAGE 02; PAGE 02 HARA, where the text was cut off
PAGE_ALONE: Final = pattern(
    r"PAGE[ \t]{1,3}\d{2,3}(?:[ \t]{1,12}R[A-Z]{3,7}[ \t]?\d{3,5}(?:[ \t]{1,3}[A-Z ]{5,40})?"
    r"|[ \t]{1,12}[A-Z]{2,12})?"
)

# PARIS 25840  01 OF 04  160849Z, on the line after PAGE 02 in 1978 and 1979
REST_OF_PAGE_LINE: Final = pattern(
    r"[A-Z][A-Z .'-]{1,38}[ \t]{1,3}\d{3,6}[ \t]{1,3}(?:\d{2}[ \t]{1,3}OF[ \t]{1,3}\d{2}"
    r"[ \t]{1,3})?\d{6}[ \t]?Z"
)

# Asked of every page: an Enum takes ten times as long to give one of its members.
PAGE_BREAK = Role.PAGE_BREAK

# What stands alone at the foot and at the head of a page, without its blanks.
CLASSIFICATIONS: Final = frozenset(
    {"UNCLASSIFIED", "UNCLAS", "LIMITEDOFFICIALUSE", "CONFIDENTIAL", "SECRET", "TOPSECRET"}
)


def places_of_page_lines(text: str) -> Iterator[int]:
    """Where page lines may stand in a text, in order for each sign of one."""
    place = text.find(COUNT)
    while place >= 0:
        if text[place + 4 : place + 5].isdigit():
            yield place
        place = text.find(COUNT, place + 4)
    for sign in SIGNS:
        place = text.find(sign)
        while place >= 0:
            yield place
            place = text.find(sign, place + 1)


def find_page_lines(text: str) -> list[Piece]:
    """The page lines in one line of the text."""
    if text[-7:-3] == " OF ":
        whole = WHOLE_LINE.fullmatch(text)
        if whole and known_station(whole["station"]):
            return [Piece(0, len(text), PAGE_BREAK)]
    pieces: list[Piece] = []
    if " OF 0" in text or " of 0" in text:
        pieces += _counted(text)
    if "PAGE " in text:
        pieces += _named(text)
    if "\f" in text:
        pieces += [
            Piece(place, place + 1, Role.PAGE_BREAK)
            for place, sign in enumerate(text)
            if sign == "\f"
        ]
    return pieces


# MOSCOW 00000501  002 OF 002; ... two keepers, and MOSCOW 00000501 001.2 OF 004 a choir ...
def _counted(text: str) -> Iterator[Piece]:
    for count in PAGE_COUNT.finditer(text):
        found = STATION_AND_SERIAL.search(text, max(0, count.start() - REACH), count.start())
        if found:
            start = found.start() + _station_start(found["station"])
            yield Piece(start, count.end(), Role.PAGE_BREAK)


def _station_start(words: str) -> int:
    """Where the station begins in the words before a serial: that of `the GOR MOSCOW` at 8."""
    starts = [0]
    starts += [place + 1 for place, sign in enumerate(words) if sign == " "]
    for start in starts[-STATION_WORDS:]:
        if words[start : start + 1].isupper() and known_station(words[start:]):
            return start
    return 0 if words.isupper() and len(starts) <= 2 else starts[-1]


def _named(text: str) -> Iterator[Piece]:
    """PAGE with a number: alone on its line, or within one when a time follows."""
    stripped = text.strip()
    if PAGE_ALONE.fullmatch(stripped) or PAGE_OF_STATION.fullmatch(stripped):
        yield Piece(0, len(text), Role.PAGE_BREAK)
        return
    for found in PAGE_OF_STATION.finditer(text):
        if found["time"]:
            yield Piece(found.start(), found.end(), Role.PAGE_BREAK)


def mark_page_blocks(lines: Sequence[LogicalLine]) -> None:
    """Give what surrounds a line PAGE 02 its role: foot and head of the page, rest of the line.

    The foot is the classification alone, so is the head, and both are part of the break:
    UNCLASSIFIED / UNCLASSIFIED / PAGE 02 / PARIS 25840  01 OF 04  160849Z.
    """
    for index, line in enumerate(lines):
        if line.role is not Role.PAGE_BREAK or "PAGE " not in line.text:
            continue
        after = _next_words(lines, index, 1)
        if after is not None and REST_OF_PAGE_LINE.fullmatch(lines[after].text.strip()):
            lines[after].role = Role.PAGE_BREAK
        if after is not None and _is_classification(lines[after]):
            lines[after].role = Role.PAGE_BREAK
        before = _next_words(lines, index, -1)
        for _ in range(2):
            if before is None or not _is_classification(lines[before]):
                break
            lines[before].role = Role.PAGE_BREAK
            before = _next_words(lines, before, -1)


def _next_words(lines: Sequence[LogicalLine], index: int, step: int) -> int | None:
    """The index of the nearest line that is not blank, at most four lines away."""
    for place in range(index + step, index + 5 * step, step):
        if not 0 <= place < len(lines):
            return None
        if lines[place].role is not Role.BLANK:
            return place
    return None


def _is_classification(line: LogicalLine) -> bool:
    text = line.text
    return line.role is None and len(text) < 80 and "".join(text.split()) in CLASSIFICATIONS
