"""The transport header above a telegram's text: routing, DE line, addressees' block (2.1, 1.12)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from reader.cable.date_time_group import MONTHS
from reader.cable.model import Station
from reader.cable.patterns import pattern

# RR RUEHDBU RUEHIK, OO RUEHWEB; the precedence is that of the first letter
ROUTING: Final = pattern(r"(?P<sign>[ZOPR])(?P=sign)[ \t]+(?=[RUZ][A-Z]{3,7}(?:[ \t]|$))")
# RUEHLN RUEHPOD RUEHSK, on the lines after it
INDICATORS: Final = pattern(r"(?:[RU][A-Z]{3,7}(?:[ \t]{1,3}|$)){1,20}$")
INDICATOR: Final = pattern(r"[RUZ][A-Z]{3,7}")

# RUEHMO #0501/01 0610436, RUEHMO # 501 061 0436
STATION: Final = pattern(
    r"(?P<indicator>[RU][A-Z]{3,7})[ \t]{0,3}#?[ \t]?(?P<serial>\d{1,6})"
    r"(?:[ \t]?/[ \t]?(?P<section>\d{1,2}))?(?:[ \t]{1,4}(?P<day>\d{3})[ \t]?(?P<time>\d{4}))?"
)

# --------------------- 078711, ------------------015414 271514Z /43, ------------------36C1D4
DASH_COUNTER: Final = pattern(r"-{8,99}+[ \t]{0,8}+[0-9A-F]{6}\b")

# /018 W, 50, 10/64, 64: what else stands among the lines of distribution
DISTRIBUTION_REST: Final = pattern(
    r"(?:[A-Z/]{1,8}-\d\d[ \t]{0,6}){1,20}|/\d{3}[ \t]{0,3}[A-Z]?|\d{2}(?:/\d{2})?$"
)

# Where the parts of a header begin that an exporter ran together on one line (TELEGRAM.md 1.10).
# VZCZCXRO3981RUEHDE RUEHDIRRUEHKU #0110/01 0341311ZNY CCCCC ZZHO 031311Z FEB 09FM AMEMBASSY ...
RUN_TOGETHER: Final = pattern(
    r"(?P<transmission>VZCZC[A-Z]{3}\d{4})"
    r"|(?P<station>(?:DE[ ])?R(?!R)[A-Z]{4,6}[ ]#\d{4}(?:/\d\d)?[ ]\d{7})"
    r"|(?P<security>ZN[RY][ ][A-Z]{5}(?:[ ]ZZH)?)"
    r"|(?P<sent>[ZOPR](?:[ ][OPR])?[ ]\d{6}Z[ ][A-Z]{3}[ ]\d\d)"
    r"|(?P<originator>FM[ ](?:AM|US|SEC)[A-Z])"
    r"|(?P<action>TO[ ]?(?:R[A-Z]{4,6}/|SECSTATE))"
    r"|(?P<info>INFO[ ]?(?=R[A-Z]{3,6}/))"
    r"|(?P<addressee>R[A-Z]{4,6}/)"
)
LONGEST_RUN: Final = 6000
"""Characters of a line in which run-together parts are looked for."""

# Friday, 23 February 2001, 15:53, the first line of a newspaper's copy
NEWSPAPER_DATE: Final = pattern(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?[ ](?P<day>\d{1,2})[ ](?P<month>[A-Z][a-z]{2,8})"
    r",?[ ](?P<year>\d{4}),?[ ](?P<time>\d{1,2}:\d\d)"
)


def read_station(value: str) -> Station | None:
    """What follows DE: the sender's routing indicator, serial, section, day and time of filing."""
    match = STATION.match(value)
    if match is None:
        return None
    return Station(
        routing_indicator=match["indicator"],
        serial=int(match["serial"]),
        section=int(match["section"]) if match["section"] else None,
        julian_day=int(match["day"]) if match["day"] else None,
        time=match["time"],
    )


def find_run_together(text: str) -> list[int]:
    """Where to cut a line that holds a whole transport header; an empty list for another line."""
    if len(text) < 40 or len(text) > LONGEST_RUN or "VZCZC" not in text:
        return []
    places: list[int] = []
    for match in RUN_TOGETHER.finditer(text):
        places.append(match.start())
        if match.lastgroup == "transmission":
            places.append(match.end())
    return [place for place in dict.fromkeys(places) if place] if len(places) > 3 else []


def read_newspaper_date(text: str) -> datetime | None:
    """The time that a newspaper set above its copy; None when there is no such time."""
    match = NEWSPAPER_DATE.match(text)
    month = match["month"][:3].upper() if match else ""
    if match is None or month not in MONTHS:
        return None
    hour, minute = match["time"].split(":")
    try:
        return datetime(
            int(match["year"]),
            MONTHS.index(month) + 1,
            int(match["day"]),
            int(hour),
            int(minute),
            tzinfo=UTC,
        )
    except ValueError:
        return None
