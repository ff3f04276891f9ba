"""Reference ids of cables: year, station and serial, read from every spelling and printed in one.

The canonical form is two digits of the year, the station without blanks and the serial without
leading zeros: 09MOSCOW501 (TELEGRAM.md 3.2). An id is folded for matching only; what a file says
is kept beside it as it stands.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from reader.cable.patterns import pattern
from reader.cable.vocabulary import stations
from reader.records import Record

# Years of two digits from here on are of the 1900s: the oldest cables are of 1966.
FIRST_YEAR: Final = 50

# Other names of the same post, without blanks and punctuation (TELEGRAM.md 3.2).
STATION_ALIASES: Final = {
    "SECSTATE": "STATE",
    "SECSTATEWASHDC": "STATE",
    "SECSTATEWASHINGTONDC": "STATE",
    "STATEDEPT": "STATE",
    "STATEWASHDC": "STATE",
    "ADDIS": "ADDISABABA",
    "BRAZIL": "BRASILIA",
    "DAR": "DARESSALAAM",
    "DELHI": "NEWDELHI",
    "GUATEMALACITY": "GUATEMALA",
    "HAGUE": "THEHAGUE",
    "HCMC": "HOCHIMINHCITY",
    "HK": "HONGKONG",
    "JOBURG": "JOHANNESBURG",
    "JUAREZ": "CIUDADJUAREZ",
    "KL": "KUALALUMPUR",
    "KUWAITCITY": "KUWAIT",
    "MEXICOCITY": "MEXICO",
    "MEXICODF": "MEXICO",
    "NATO": "USNATO",
    "USMISSIONNATO": "USNATO",
    "OSAKA": "OSAKAKOBE",
    "OSCE": "USOSCE",
    "PANAMACITY": "PANAMA",
    "PAP": "PORTAUPRINCE",
    "POS": "PORTOFSPAIN",
    "RIO": "RIODEJANEIRO",
    "UNVIE": "UNVIEVIENNA",
    "UNESCO": "UNESCOPARISFR",
    "USUNESCO": "UNESCOPARISFR",
    "USUNESCOPARIS": "UNESCOPARISFR",
    "USUNESCOPARISFR": "UNESCOPARISFR",
    "USDAFASWASHDC": "USDAFAS",
    "FASUSDA": "USDAFAS",
    "USDOCWASHDC": "USDOC",
    "SECDEFWASHDC": "SECDEF",
    "USEU": "USEUBRUSSELS",
    "USUN": "USUNNEWYORK",
    "USUNNY": "USUNNEWYORK",
    "USMISSIONUSUNNEWYORK": "USUNNEWYORK",
}

# Senders that are no posts and keep their own names; they have no row among the stations.
SENDERS: Final = frozenset(
    {
        "CIA", "CJCS", "DIA", "EPA", "FAA", "FBI", "HQUSEUCOM", "JCS", "JOINTSTAFF", "NSC", "ODNI",
        "PARTO", "SECTO", "TOSEC", "TREASURY", "USAID", "USCENTCOM", "USCINCEUR", "USCINCPAC",
        "USCINCRED", "USDA", "USEUCOM", "USIA", "USICA", "USPACOM", "USSOUTHCOM", "USTR",
    }
)  # fmt: skip

# AMEMBASSY MOSCOW, AMCONSUL SAO PAULO, EMBASSY LA PAZ, USMISSION GENEVA, EMB. LIMA
KIND_OF_POST: Final = pattern(
    r"^(?:AMEMBASSY|AMEMB|EMBASSY|AMCONSULATE|AMCONSUL|AMCONGEN|CONGEN|CONSULATE|USMISSION|USOFFICE"
    r"|USINT|USLO)(?=[A-Z]{4})"
)

# 09MOSCOW501, 1975TEHRAN00893, 05STPETERSBURG75, 100TTAWA57; not 06ASTANA, 7575LIBREVILLE1895
SQUEEZED_ID: Final = pattern(
    r"(?P<year>(?:19|20)[0-9]{2}|[0-9O][0-9])(?P<station>0?[A-Z][A-Z0]{0,38}?[A-Z])(?P<serial>[0-9]{1,8})"
)

# 23 MEXICO 2544, 10-OTTAWA-57, 04 LAGOS O1512: blanks say where the station ends
SPACED_ID: Final = pattern(
    r"[ \t]{0,9}(?P<year>(?:19|20)[0-9]{2}|[0-9Oo][0-9])[ \t-]{1,3}"
    r"(?P<station>[A-Za-z0][A-Za-z0 .'-]{0,38}?[A-Za-z0])[ \t-]{1,3}"
    r"(?P<serial>[0-9Oo]{1,8})[ \t]{0,9}"
)

# What follows the serial and names no other cable: a PlusD page's letter, the number of the
# traveling Secretary's series. 1973STATE069043_b, 90STATE255195TOSEC140301
ID_TAIL: Final = pattern(r"(?:_[A-E]|/?(?:TOSEC|SECTO)[0-9]{1,8})$")

NOT_OF_AN_ID: Final = pattern(r"[^A-Z0-9_]+")


class ReferenceId(Record):
    """The identity of a cable: year of four digits, station as in ids, serial."""

    year: int
    station: str
    serial: int

    def __str__(self) -> str:
        return f"{self.year % 100:02}{self.station}{self.serial}"


def canonical_id(text: str) -> str | None:
    """The id for matching of what a file or a person calls a cable; None when it is not safe.

    `23 MEXICO 2544` is 23MEXICO2544; `08ACCRA001382SUSPECTEDDUPLICATE1392` names two cables and
    has no canonical form.
    """
    found = parse_reference_id(text)
    return str(found) if found else None


def parse_reference_id(text: str) -> ReferenceId | None:
    """Read a reference id with or without blanks, with a year of two or four digits."""
    if len(text) > 80:
        return None
    match = SPACED_ID.fullmatch(text)
    if match is None:
        squeezed = ID_TAIL.sub("", NOT_OF_AN_ID.sub("", text.upper()))
        match = SQUEEZED_ID.fullmatch(squeezed)
    if match is None:
        return None
    serial = read_number(match["serial"])
    if not serial:
        return None
    return ReferenceId(read_year(match["year"]), fold_station(match["station"]), serial)


def read_number(digits: str) -> int:
    """The value of digits in which the letter O may stand for a zero: O1512."""
    return int(digits.upper().replace("O", "0"))


def read_year(digits: str) -> int:
    """Four digits of a year that is printed with two or four: 09, 75, 2003, O4."""
    year = read_number(digits)
    if year >= 100:
        return year
    return 1900 + year if year >= FIRST_YEAR else 2000 + year


def fold_station(name: str) -> str:
    """The station as ids spell it: `Rio` is RIODEJANEIRO, `0TTAWA` OTTAWA, `SECSTATE` STATE.

    What is no station that we know comes back in capitals without blanks and punctuation.
    """
    return _fold(name)[0]


def known_station(name: str) -> str | None:
    """The station as ids spell it when it is one that we know, a misspelt one included."""
    folded, known = _fold(name)
    return folded if known else None


@lru_cache(maxsize=2048)
def _fold(name: str) -> tuple[str, bool]:
    squeezed = _squeeze(name)
    names = stations()
    without_kind = KIND_OF_POST.sub("", squeezed, count=1)
    for candidate in (squeezed, without_kind):
        folded = STATION_ALIASES.get(candidate, candidate)
        if folded in names or folded in SENDERS:
            return folded, True
    mended = _mend(without_kind)
    return (mended, True) if mended else (squeezed, False)


def _squeeze(name: str) -> str:
    """The letters of a name in capitals: `Port-of-Spain`, `ST. PETERSBURG`, `SANTIAG0`."""
    if not name.isascii():
        import unicodedata  # noqa: PLC0415 - few names have accents

        name = unicodedata.normalize("NFKD", name)
    letters = [letter for letter in name.upper().replace("0", "O") if "A" <= letter <= "Z"]
    return "".join(letters)


def _mend(squeezed: str) -> str | None:
    """The one station of which this is the cut-off start, or a spelling with one wrong letter.

    NEWDE of a PlusD id is NEWDELHI, BISHTEK is BISHKEK. Where two stations fit there is no answer.
    """
    if len(squeezed) < 5:
        return None
    names = stations()
    starting = [name for name in names if name.startswith(squeezed)]
    if len(starting) == 1:
        return starting[0]
    if len(squeezed) < 6 or starting:
        return None
    near = [
        name
        for name in names
        if len(name) >= 6 and abs(len(name) - len(squeezed)) <= 1 and is_one_slip(name, squeezed)
    ]
    return near[0] if len(near) == 1 else None


def is_one_slip(name: str, other: str) -> bool:
    """Whether one letter changed, lost, added or swapped with its neighbour tells them apart."""
    limit = min(len(name), len(other))
    place = 0
    while place < limit and name[place] == other[place]:
        place += 1
    rest, other_rest = name[place:], other[place:]
    return (
        rest[1:] == other_rest[1:]
        or rest[1:] == other_rest
        or rest == other_rest[1:]
        or (rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:])
    )
