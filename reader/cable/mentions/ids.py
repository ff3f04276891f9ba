"""Reference ids in running text: MOSCOW 501, 08 STATE 12345, 09LIMA7 (TELEGRAM.md 3.1)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from reader.cable.identifiers import STATION_ALIASES, ReferenceId, parse_reference_id
from reader.cable.patterns import ANY_CASE, pattern
from reader.cable.references.cables import CableReader
from reader.cable.references.tokens import read_tokens
from reader.cable.vocabulary import stations
from reader.records import Record

if TYPE_CHECKING:
    from reader.cable.mentions.cited import CitedItems, Named
    from reader.cable.references.cables import CitedCable

CAPITAL, SMALL, DIGIT, BLANK = b"Aa0 "
# Capitals become A, small letters a, digits 0 and everything else a blank; one byte a character.
SHAPES: Final = bytes(
    CAPITAL
    if 0x41 <= code <= 0x5A
    else SMALL
    if 0x61 <= code <= 0x7A
    else DIGIT
    if 0x30 <= code <= 0x39
    else BLANK
    for code in range(256)
)
# A word with a capital before a number: MOSCOW 501, Moscow 501, MOSCOW #501. A serial below 100,
# MOSCOW 5, is only meant when the REF line has it or a year stands before: then all are looked at.
SERIAL_SHAPE: Final = pattern(rb" (A[Aa]{1,40}+) {1,2}000")
SMALL_SERIAL_SHAPE: Final = pattern(rb" (A[Aa]{1,40}+) {1,2}0")
YEAR_SHAPE: Final = b"00 AAA"
# 09MOSCOW501
SQUEEZED_SHAPE: Final = b"00AAA"

LONGEST_NAME: Final = 40
"""Characters before a serial in which the station's name is looked for."""
MOST_WORDS: Final = 4
LONGEST_LIST: Final = 60
"""Characters from the serial on in which more serials are looked for: MOSCOW 501 AND 502."""

SQUEEZED: Final = pattern(r"(?<![A-Za-z0-9])(?:19|20)?[0-9]{2}[A-Z]{3,32}[0-9]{1,7}(?![A-Za-z0-9])")
SERIAL: Final = pattern(r"[0-9]{1,6}(?![0-9A-Za-z%]|[.,][0-9])")
# 09, 2009, '09 and 09- before a station; not the 08 of "Mar. 08" or "3,208"
YEAR_BEFORE: Final = pattern(r"(?<![0-9A-Za-z.,$'-])'?(?:(?:19|20)[0-9]{2}|[0-9]{2})[ -]\Z")
# What shows that a cable is meant, before the station: "(MOSCOW", "see Moscow", "reftel OSLO"
CUE: Final = pattern(
    r"(?:[(\[]|\b(?:see|cf\.?|refs?|reftels?|cables?|telegrams?)[ \t])\Z", ANY_CASE
)
# A year and no serial: London 2012
LIKE_YEAR: Final = pattern(r"(?:19|20)[0-9]{2}\Z")


class Candidate(Record):
    """A station's name and a serial in the text, before it is known that a cable is meant."""

    start: int
    """Where the station or the year before it begins."""
    name_start: int
    serial_start: int
    serial_end: int
    has_own_name: bool
    """The name is the station's as in ids, not another one of the same post: HAGUE, RIO."""
    is_capitals: bool


def find_inline_ids(
    text: str, encoded: bytes, cited: CitedItems, *, year: int | None
) -> list[Named]:
    """The ids of cables in the text; `encoded` has one byte for each of its characters."""
    shapes = encoded.translate(SHAPES)
    found = _squeezed_ids(text, shapes, cited)
    taken = 0
    for name_end, serial_start in _serial_places(text, shapes, cited):
        candidate = _candidate(text, name_end, serial_start) if serial_start >= taken else None
        if candidate is None:
            continue
        cables = _read_cables(text, candidate, year)
        if not cables or not _is_meant(text, candidate, cables[0], cited, year):
            continue
        for cable in cables:
            target, label = _target(cable, cited, year)
            found.append((cable.start, cable.id_end, target, label))
        taken = cables[-1].end
    return found


def _squeezed_ids(text: str, shapes: bytes, cited: CitedItems) -> list[Named]:
    """Ids without blanks: 09MOSCOW501."""
    if SQUEEZED_SHAPE not in shapes:
        return []
    found: list[Named] = []
    for match in SQUEEZED.finditer(text):
        reference_id = parse_reference_id(match[0])
        if reference_id is not None and reference_id.station in stations():
            target = str(reference_id)
            item = cited.by_id.get(target)
            found.append((*match.span(), target, item.label if item else None))
    return found


def _serial_places(text: str, shapes: bytes, cited: CitedItems) -> list[tuple[int, int]]:
    """Where a word ends that may end a station's name, and where the number after it begins."""
    is_small = cited.has_small_serials or YEAR_SHAPE in shapes
    shape = SMALL_SERIAL_SHAPE if is_small else SERIAL_SHAPE
    endings = _endings()
    return [
        (match.end(1) - 1, shapes.index(b"0", match.end(1) - 1))
        for match in shape.finditer(b" " + shapes)
        if text[match.start() : match.end(1) - 1].upper() in endings
    ]


@cache
def _endings() -> frozenset[str]:
    """What the last word of a station's name may be: MOSCOW, and JANEIRO of RIODEJANEIRO."""
    names = (*stations(), *STATION_ALIASES)
    return frozenset(name[place:] for name in names for place in range(max(len(name) - 2, 1)))


def _candidate(text: str, name_end: int, serial_start: int) -> Candidate | None:
    """The station whose name ends before a number, if one does; the longest name wins."""
    serial = SERIAL.match(text, serial_start)
    if serial is None:
        return None
    window = text[max(name_end - LONGEST_NAME, 0) : name_end]
    words = window.replace("-", " ").replace("\n", " ").split(" ")[-MOST_WORDS:]
    for size in range(len(words), 0, -1):
        name = _letters("".join(words[-size:]))
        own = name in stations()
        if not own and name not in STATION_ALIASES:
            continue
        printed = " ".join(words[-size:]).lstrip("([\"'\u201c")
        if "(" in printed or not printed[:1].isupper():
            continue
        name_start = name_end - len(printed)
        before = YEAR_BEFORE.search(text[max(name_start - 7, 0) : name_start])
        start = name_start - len(before[0]) if before else name_start
        return Candidate(start, name_start, serial_start, serial.end(), own, printed.isupper())
    return None


def _letters(name: str) -> str:
    return "".join(filter(str.isalpha, name)).upper()


def _read_cables(text: str, candidate: Candidate, year: int | None) -> list[CitedCable]:
    """The cable and those listed after it, as a REF line would cite them."""
    tokens = read_tokens(text, candidate.start, candidate.serial_end + LONGEST_LIST)
    found = CableReader(tokens, year).read(0, alone=False)
    if found is None:
        return []
    cables = found[0]
    return cables if cables[0].id_end >= candidate.serial_end else []


def _is_meant(
    text: str, candidate: Candidate, cable: CitedCable, cited: CitedItems, year: int | None
) -> bool:
    """Whether a station and a number are a cable, not a place and a quantity or a year.

    They are when the REF line has them or a year stands before them: `08 MOSCOW 5`. Otherwise the
    number must have three digits and not look like a year, and the station stand in capitals
    among small letters, or after a sign of reference: `(see Moscow 501)`.
    """
    if _listed(cable, cited, year):
        return True
    if text[max(candidate.start - 4, 0) : candidate.start].upper() == " OF ":
        return False  # SECTION 01 OF 02 OSLO 000012
    if candidate.start < candidate.name_start:
        is_short = candidate.name_start - candidate.start < len("2008 ")
        return (candidate.is_capitals or is_short) and (cable.year or 0) <= (year or 9999)
    digits = text[candidate.serial_start : candidate.serial_end]
    if not candidate.has_own_name or len(digits) < 3 or LIKE_YEAR.match(digits):
        return False
    if candidate.is_capitals and _is_among_small_letters(text, candidate):
        return True
    return CUE.search(text[max(candidate.name_start - 12, 0) : candidate.name_start]) is not None


def _is_among_small_letters(text: str, candidate: Candidate) -> bool:
    """Whether the text around is not all in capitals, so that capitals mean something."""
    before = text[max(candidate.name_start - 40, 0) : candidate.name_start]
    return not (before + text[candidate.serial_end : candidate.serial_end + 40]).isupper()


def _id(cable: CitedCable, year: int | None) -> str | None:
    cable_year = cable.year or year
    if cable_year is None:
        return None
    return str(ReferenceId(cable_year, cable.station, cable.serial))


def _listed(cable: CitedCable, cited: CitedItems, year: int | None) -> bool:
    return _id(cable, year) in cited.by_id


def _target(
    cable: CitedCable, cited: CitedItems, year: int | None
) -> tuple[str | None, str | None]:
    """The id and the label of a cable; the id is open where the REF line leaves it open."""
    target = _id(cable, year)
    item = cited.by_id.get(target or "")
    if item is None:
        return target, None
    return (item.target or (None if item.label else target)), item.label
