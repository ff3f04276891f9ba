"""The hour at the station that sent a cable, where its zone and this computer's tables are known.

The station's zone is IANA's of today, with what that knows of the past.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.cable.identifiers import parse_reference_id
from reader.cable.vocabulary import station_zone, table
from reader.translation import tr

if TYPE_CHECKING:
    from datetime import datetime

    from reader.cable.model import Cable

SHORT_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class LocalTime(NamedTuple):
    """The hour at the station when a cable was sent."""

    moment: datetime
    city: str
    zone: str
    """IANA's name: Europe/Moscow."""
    is_same_day: bool
    """Whether it is the day of the date-time group there too."""

    def words(self) -> str:
        """07:36 in Moscow; with the day where that is another one: Tue 01:36 in Tokyo."""
        clock = f"{self.moment:%H:%M}"
        if not self.is_same_day:
            clock = f"{tr(SHORT_DAYS[self.moment.weekday()])} {clock}"
        return tr("{clock} in {city}", clock=clock, city=self.city)


def local_time(cable: Cable) -> LocalTime | None:
    """When a cable was sent by the clocks of its station; None where that is not known."""
    sent = cable.header.sent
    found = parse_reference_id(cable.canonical_id or "")
    name = station_zone(found.station) if found is not None else None
    if sent is None or found is None or name is None or not _has_hour(cable):
        return None
    # Only here: a start that shows no local time must not pay for it.
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415

    try:
        moment = sent.astimezone(ZoneInfo(name))
    except (ZoneInfoNotFoundError, OSError, ValueError, OverflowError):
        # Some systems have no tables of zones, or old ones.
        return None
    return LocalTime(moment, _city(cable, found.station), name, moment.date() == sent.date())


def _has_hour(cable: Cable) -> bool:
    """Whether the hour is the telegram's own: that of old pages is wrong (TELEGRAM.md 1.2)."""
    return "sent" not in cable.claimed


def _city(cable: Cable, station: str) -> str:
    city = table("embassies").get(station)
    if city is not None:
        return city
    if station == "STATE":
        return "Washington"
    from reader.cable.identity import station_of_originator  # noqa: PLC0415

    post = station_of_originator(cable.header.originator or "")
    return " ".join(word.capitalize() for word in (post or station).split())
