"""Telegrams that were sent in sections, in one file or in several (TELEGRAM.md 2.2).

Each section has a head of its own. A text with several heads is cut there; sections that follow one
another are put together, and the heads of the later ones are marked as the carrier's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.cable.model import Markup
from reader.cable.patterns import pattern
from reader.records import Record
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.cable.model import Telegram

# The end of UNCLAS SECTION 02 OF 03 OSLO 009004, and what may stand before it on the line
SECTION: Final = pattern(
    r"SECTION (?P<number>\d{1,2}) OF (?P<count>\d{1,2}) {1,3}(?P<station>[A-Z][A-Z .'-]{1,40}?)"
    r" {1,3}(?P<serial>\d{3,7})[ \t]*$",
    re.MULTILINE,
)
CLASSIFICATION: Final = pattern(r"[ \t]{0,20}[A-Z][A-Z/ ]{4,80}")
HEAD: Final = 8000
"""Characters in which the line of the section stands."""

# DE RUEHNY #9004/02 0610436
STATION_LINE: Final = pattern(
    r"^DE (?P<station>[RU][A-Z]{3,7}) #(?P<serial>\d{1,6})(?:/(?P<section>\d{1,2}))?", re.MULTILINE
)
# The lines above it: VZCZCXRO0164, RR RUEHDBU RUEHIK, RUEHLN RUEHPOD
LINE_ABOVE: Final = pattern(r"(?:VZCZC[A-Z]{3}\d{3,5}|[ZOPR]{2} R[A-Z ]{3,80}|R[A-Z ]{3,80})[ \t]*")
LINES_ABOVE: Final = 12
# What ends a section: BT, #9004, NNNN, each on its line
END: Final = re.compile(r"(?:\n[ \t]{0,20}(?:BT|#\d{4,5}|N{3,4})?[ \t]{0,20}){1,12}\Z")
LONGEST_END: Final = 200


class Section(Record):
    """Which part of which telegram a text is."""

    station: str
    serial: int
    number: int
    total: int
    start: int
    """Where its classification line begins: what stands above is repeated in each section."""

    def is_followed_by(self, other: Section | None) -> bool:
        """Whether another section belongs to the same telegram, further on in it."""
        return (
            other is not None
            and (self.station, self.serial, self.total)
            == (other.station, other.serial, other.total)
            and self.number < other.number <= self.total
        )


def sections_in(text: str, end: int | None = None) -> Iterator[Section]:
    """The sections that begin in a text by the lines of their classification."""
    if "SECTION" not in text:
        return
    for match in SECTION.finditer(text, 0, len(text) if end is None else end):
        start = text.rfind("\n", 0, match.start()) + 1
        count = int(match["count"])
        if count > 1 and CLASSIFICATION.fullmatch(text, start, match.start()):
            station = match["station"].replace(" ", "")
            yield Section(station, int(match["serial"]), int(match["number"]), count, start)


def first_section_of(text: str) -> Section | None:
    """The section that a text begins with."""
    return next(sections_in(text, HEAD), None)


def split_telegrams(text: str) -> list[tuple[int, int]]:
    """Where the telegrams of a text begin and end: at each head of another one, or of a section.

    A head that repeats the station, serial and section of the one before begins nothing new.
    """
    starts = [0]
    last: tuple[str, str, str] | None = None
    for match in STATION_LINE.finditer(text):
        this = (match["station"], match["serial"].lstrip("0"), match["section"] or "")
        if last is not None and this != last:
            starts.append(_start_above(text, match.start(), starts[-1]))
        last = this
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _start_above(text: str, start: int, least: int) -> int:
    """Where the head begins whose station line begins at `start`."""
    for _ in range(LINES_ABOVE):
        above = text.rfind("\n", least, max(start - 1, least)) + 1
        if above <= least or not LINE_ABOVE.fullmatch(text, above, start - 1):
            break
        start = above
    return start


def _end_of(text: str) -> int:
    """Where a section ends, before its end marks."""
    match = END.search(text, max(len(text) - LONGEST_END, 0))
    return match.start() if match else len(text)


def join_sections(telegrams: Sequence[Telegram]) -> Telegram:
    """One telegram of sections that follow one another."""
    first = telegrams[0]
    if len(telegrams) == 1:
        return first
    texts: list[str] = []
    markup: list[Markup] = []
    repairs: list[str] = []
    length = 0
    for telegram in telegrams:
        if texts:
            texts.append("\n\n")
            length += 2
            section = first_section_of(telegram.text)
            head = section.start if section else 0
            if head:
                markup.append(Markup(length, length + head, ""))
        else:
            head = 0
        tail = _end_of(telegram.text) if telegram is not telegrams[-1] else len(telegram.text)
        markup += [
            Markup(start + length, end + length, reading)
            for start, end, reading in telegram.markup
            if head <= start and end <= tail
        ]
        if tail < len(telegram.text):
            markup.append(Markup(length + tail, length + len(telegram.text), ""))
        repairs += [each for each in telegram.source.repairs if each not in repairs]
        texts.append(telegram.text)
        length += len(telegram.text)
    numbers = [section.number for each in telegrams if (section := first_section_of(each.text))]
    repairs.append(tr("sections {numbers} put together", numbers=", ".join(map(str, numbers))))
    source = first.source._replace(repairs=tuple(repairs))
    return first._replace(text="".join(texts), markup=tuple(markup), source=source)
