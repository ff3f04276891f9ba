"""Date-time groups: when a telegram was sent, and with which precedence (TELEGRAM.md 2.1)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final

from reader.cable.identifiers import read_year
from reader.cable.patterns import ANY_CASE, pattern
from reader.records import Record

PRECEDENCES: Final = {"Z": "FLASH", "O": "IMMEDIATE", "P": "PRIORITY", "R": "ROUTINE"}
"""The prosigns of the four precedences; Y, an older one for flash override, is rare."""

MONTHS: Final = (
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
)  # fmt: skip

# R 020436Z MAR 09; O P 261055Z FEB 10; P 191843 Z APR 73; 291359Z Nov 00; R 020436Z MAR 09 ZDK
DATE_TIME_GROUP: Final = pattern(
    r"(?P<prosigns>(?:[ZOPRY][ \t]{1,3}){0,3})(?P<day>\d{2})(?P<time>\d{4})[ \t]?Z?[ \t]{0,3}"
    r"(?P<month>[A-Z][A-Z0-9]{2,8})[ \t]{0,3}'?(?P<year>(?:19|20)?[0-9Oo]{2})(?![0-9])[ \t]*"
    r"(?P<signals>[A-Z0-9 ]{0,60})",
    ANY_CASE,
)


class DateTimeGroup(Record):
    """A date-time group as printed; day, month and time may be impossible ones."""

    precedence: tuple[str, ...]
    """In words, action first: the prosigns `O P` are IMMEDIATE and PRIORITY."""
    day: int
    time: str
    """Four digits of hours and minutes, UTC."""
    month: str
    """Three letters in capitals."""
    year: int
    """Four digits."""

    def moment(self) -> datetime | None:
        """The time that it means, or None when there is no such day or hour."""
        if self.month not in MONTHS:
            return None
        try:
            return datetime(
                self.year,
                MONTHS.index(self.month) + 1,
                self.day,
                int(self.time[:2]),
                int(self.time[2:]),
                tzinfo=UTC,
            )
        except ValueError:
            return None


def read_date_time_group(text: str) -> DateTimeGroup | None:
    """Read a line that is a date-time group; None when it is something else."""
    match = DATE_TIME_GROUP.match(text)
    if match is None:
        return None
    precedence = tuple(
        dict.fromkeys(
            PRECEDENCES[sign] for sign in match["prosigns"].upper().split() if sign in PRECEDENCES
        )
    )
    return DateTimeGroup(
        precedence,
        int(match["day"]),
        match["time"],
        match["month"][:3].upper(),
        read_year(match["year"]),
    )


def day_of_year(year: int, julian_day: int, time: str) -> datetime | None:
    """The moment that a DE line gives by the number of the day in the year: 061 0436 of 2009."""
    if not 1 <= julian_day <= 366:
        return None
    try:
        clock = datetime(year, 1, 1, int(time[:2]), int(time[2:]), tzinfo=UTC)
    except ValueError:
        return None
    moment = clock + timedelta(days=julian_day - 1)
    return moment if moment.year == year else None


# 09/17/2019, 9/3/08, 10-12-2015, 2019/09/17
NUMERIC_DATE: Final = pattern(
    r"(?<![\d/])(?:(?P<long_year>(?:19|20)\d\d)[/-](?P<m>\d{1,2})[/-](?P<d>\d{1,2})"
    r"|(?P<month>\d{1,2})[/.-](?P<day>\d{1,2})[/.-](?P<year>(?:19|20)?\d\d))(?![\d/])"
)
# JUNE 21, 2006; 21 JUN 2006; JUN 21 2006
WORDED_DATE: Final = pattern(
    r"\b(?:(?P<day>\d{1,2})[ ]{0,2})?(?P<month>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
    r"[A-Z]{0,6}\.?[ ]{0,2}(?P<after>\d{1,2}(?!\d))?,?[ ]{0,2}(?P<year>(?:19|20)\d\d)\b",
    ANY_CASE,
)


def find_date(text: str, *, not_before: int | None = None) -> date | None:
    """The first date of a text, in American order; None when it holds no possible one.

    `not_before` is a year of four digits: a year of two digits is then the nearest that is not
    earlier, which is what a date of declassification needs (TELEGRAM.md 2.4).
    """
    match = NUMERIC_DATE.search(text)
    if match is not None:
        if match["long_year"]:
            return _date(int(match["long_year"]), int(match["m"]), int(match["d"]))
        year = read_year(match["year"])
        if len(match["year"]) == 2 and not_before is not None:
            year = not_before + (year - not_before) % 100
        return _date(year, int(match["month"]), int(match["day"]))
    match = WORDED_DATE.search(text)
    if match is None or (match["day"] or match["after"]) is None:
        return None
    month = MONTHS.index(match["month"].upper()) + 1
    return _date(int(match["year"]), month, int(match["day"] or match["after"]))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
