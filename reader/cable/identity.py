"""Which cable a telegram is: the id that its carrier gives, and the one that it gives itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.identifiers import ReferenceId, canonical_id, fold_station, parse_reference_id
from reader.cable.patterns import ANY_CASE, pattern
from reader.records import Record

if TYPE_CHECKING:
    from reader.cable.header import ClassificationLine
    from reader.cable.model import Envelope, Header

# What stands before a post's name on the FM line.
# AMEMBASSY MOSCOW, AMCONSUL SAO PAULO, AMEMB THE HAGUE, USMISSION GENEVA, USOFFICE PRISTINA
KIND_OF_POST: Final = pattern(
    r"(?:AMEMBASSY|AMEMB|AMCONSUL|AMCONSULATE|AMCONGEN|USMISSION|USOFFICE|USINT|USLO|AIT)[ \t]+"
    r"(?P<post>[A-Z][A-Z '.-]{1,40})",
    ANY_CASE,
)
# MOSCOW, THEHAGUE: read back from its id as it stands, which others are not
ORDINARY_STATION: Final = pattern(r"[A-Z]{2,40}")
LARGEST_SERIAL: Final = 99_999_999
DEPARTMENT: Final = frozenset({"SECSTATE WASHDC", "SECSTATE WASHINGTON DC", "SECSTATE"})


class Identity(Record):
    """The station, serial and date of a cable, and its id as the carrier gives it."""

    reference_id: str | None
    canonical_id: str | None
    own_id: str | None
    """Canonical id made from the telegram's own lines, whatever the carrier says."""
    station: str | None
    """As in ids, without blanks: MOSCOW."""
    serial: int | None
    year: int | None
    """Four digits."""
    month: int | None


def identify(
    header: Header,
    classification: ClassificationLine | None,
    envelope: Envelope,
    year: int | None,
) -> Identity:
    """The id of a cable: the carrier's, else the classification line's, else the DE line's.

    A message of 2009 and later has its id in a field of its own, MRN.

    The DE line counts to 9999 and begins anew, so its serial is used only where the classification
    line has none (TELEGRAM.md 2.1). `year` serves where the telegram has no date.
    """
    station = classification.station if classification else None
    serial = classification.serial if classification else None
    if station is None and header.originator:
        station = station_of_originator(header.originator)
    if serial is None and header.station is not None:
        serial = header.station.serial
    sent = header.sent or envelope.sent
    own_year = sent.year if sent else year
    own_id = None
    numbered = parse_reference_id(header.message_number) if header.message_number else None
    if numbered:
        own_id, station, serial = str(numbered), numbered.station, numbered.serial
        own_year = own_year or numbered.year
    elif own_year and station and serial:
        own_id = _own_id(own_year, station.replace(" ", ""), serial)
    claimed = envelope.reference_id
    return Identity(
        reference_id=claimed or own_id,
        canonical_id=(canonical_id(claimed) if claimed else None) or own_id,
        own_id=own_id,
        station=station.replace(" ", "") if station else None,
        serial=serial,
        year=own_year,
        month=sent.month if sent else None,
    )


def _own_id(year: int, station: str, serial: int) -> str | None:
    """The id of a telegram by its own lines; None when they give no sound one."""
    if ORDINARY_STATION.fullmatch(station) and serial <= LARGEST_SERIAL:
        return str(ReferenceId(year, fold_station(station), serial))
    return canonical_id(f"{year % 100:02}{station}{serial}")


def station_of_originator(originator: str) -> str | None:
    """The station that ids use for the sender on the FM line: AMEMBASSY MOSCOW is MOSCOW."""
    name = originator.partition("//")[0].rpartition("/")[2].strip()
    if name.upper() in DEPARTMENT:
        return "STATE"
    match = KIND_OF_POST.match(name)
    return match["post"].strip().upper() if match else None
