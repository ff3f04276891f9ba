"""The header of a telegram from its gathered fields, with what does not agree in them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from reader.cable.date_time_group import (
    PRECEDENCES,
    DateTimeGroup,
    day_of_year,
    read_date_time_group,
)
from reader.cable.header.addressees import read_addressees, read_originator
from reader.cable.header.classified_by import ClassifiedBy, join_torn, read_classified_by
from reader.cable.header.executive_order import read_executive_order
from reader.cable.header.subject import join_wrapped, read_subject
from reader.cable.header.tags import read_tags
from reader.cable.header.transport import INDICATOR, ROUTING, read_station
from reader.cable.model import Header, Problem, Role, Span
from reader.translation import tr

if TYPE_CHECKING:
    from datetime import datetime

    from reader.cable.header.gathering import Gathered
    from reader.cable.lines import LogicalLine
    from reader.cable.model import Station

SAME_DAY: Final = timedelta(hours=12)
"""How far the times of the date-time group and the DE line may be from each other."""


def assemble(gathered: Gathered, *, year: int | None) -> tuple[Header, list[Problem]]:
    """The header, and the flaws in it with spans in reading offsets.

    `year` has four digits and serves where the text has no date-time group.
    """
    problems: list[Problem] = []
    station = _station(gathered)
    group = _date_time_group(gathered)
    sent = _sent(gathered, group, station, year, problems) or gathered.newspaper_date
    cable_year = sent.year if sent else year
    found = gathered.classification
    statement = _classified_by(gathered)
    subject, marking = read_subject(gathered.pieces.get(Role.SUBJECT, ()))
    order = gathered.text(Role.EXECUTIVE_ORDER)
    indicators, sign = _routing(gathered)
    if found and found.is_garbled and gathered.classification_place:
        line, printed = gathered.classification_place
        message = tr("The classification line is garbled: {printed}", printed=printed[:80])
        problems.append(Problem("classification_line", message, _place(line)))
    header = Header(
        transmission_id=_transmission_id(gathered),
        precedence=(group.precedence if group else ()) or sign,
        routing_indicators=indicators,
        station=station,
        date_time_group=gathered.text(Role.DATE_TIME_GROUP) or None,
        sent=sent,
        originator=read_originator(gathered.text(Role.ORIGINATOR) or ""),
        action=read_addressees(gathered.pieces.get(Role.ACTION, ())),
        info=read_addressees(gathered.pieces.get(Role.INFO, ())),
        classification=found.classification if found else None,
        classified_as=_classified_as(gathered),
        section_count=found.section_count if found else None,
        captions=tuple(gathered.captions),
        passing=tuple(join_wrapped(pieces) for pieces in gathered.passing),
        executive_order=read_executive_order(order, year=cable_year) if order is not None else None,
        tags=_tags(gathered, problems),
        subject=subject,
        subject_marking=marking,
        classified_by=statement.names,
        reasons=statement.reasons,
        message_number=gathered.message_number,
    )
    return header, problems


def _place(line: LogicalLine) -> Span:
    return Span(line.start, line.start + len(line.text))


def _transmission_id(gathered: Gathered) -> str | None:
    printed = gathered.text(Role.TRANSMISSION_ID)
    return printed.split()[0].upper() if printed else None


def _classified_as(gathered: Gathered) -> str | None:
    place = gathered.classification_place
    return " ".join(place[1].split()) if place else None


def _station(gathered: Gathered) -> Station | None:
    printed = gathered.text(Role.STATION)
    return read_station(printed.upper()) if printed else None


def _routing(gathered: Gathered) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The routing indicators, and the precedence of the line's two letters."""
    printed = (gathered.text(Role.ROUTING) or "").upper()
    sign = ROUTING.match(printed)
    indicators = tuple(INDICATOR.findall(printed, sign.end() if sign else 0))
    return indicators, (PRECEDENCES[sign["sign"]],) if sign else ()


def _date_time_group(gathered: Gathered) -> DateTimeGroup | None:
    if gathered.date_time_group is not None:
        return gathered.date_time_group
    printed = gathered.text(Role.DATE_TIME_GROUP)
    if not printed:
        return None
    return read_date_time_group(printed) or read_date_time_group(printed.rpartition("/")[2].strip())


def _sent(
    gathered: Gathered,
    group: DateTimeGroup | None,
    station: Station | None,
    year: int | None,
    problems: list[Problem],
) -> datetime | None:
    """When the telegram was sent: the date-time group's time, or the DE line's in its place.

    The DE line has the day of the year. The two agree in sound telegrams (TELEGRAM.md 2.1).
    """
    moment = group.moment() if group else None
    filed = _filed(group.year if group else year, moment, station)
    line = gathered.lines.get(Role.DATE_TIME_GROUP) or gathered.lines.get(Role.STATION)
    if line is None:
        return moment
    if moment is None:
        printed = gathered.text(Role.DATE_TIME_GROUP)
        if printed and filed:
            text = tr(
                "{printed} is no possible time; {filed} is that of the DE line.",
                printed=printed,
                filed=f"{filed:%Y-%m-%d %H:%M}",
            )
            problems.append(Problem("date_time_group", text, _place(line)))
        elif filed and station:
            text = tr(
                "There is no date-time group; day {day} is that of the DE line.",
                day=station.julian_day,
            )
            problems.append(Problem("date_time_group", text, _place(line)))
        elif printed and group:
            text = tr("{printed} is no possible time.", printed=printed)
            problems.append(Problem("date_time_group", text, _place(line)))
        return filed
    if filed and station and abs(filed - moment) > SAME_DAY and filed.date() != moment.date():
        text = tr(
            "The date-time group is of {sent}, the DE line of day {day}, {filed}.",
            sent=f"{moment:%Y-%m-%d}",
            day=station.julian_day,
            filed=f"{filed:%Y-%m-%d}",
        )
        problems.append(Problem("date_time_group", text, _place(line)))
    return moment


def _filed(year: int | None, moment: datetime | None, station: Station | None) -> datetime | None:
    """The DE line's time; at the turn of the year it may be of the year before or after."""
    if year is None or station is None or station.julian_day is None or station.time is None:
        return None
    same_year = day_of_year(year, station.julian_day, station.time)
    if moment is None or (same_year is not None and abs(same_year - moment) <= SAME_DAY):
        return same_year
    near = [
        filed
        for other in (year, year - 1, year + 1)
        if (filed := day_of_year(other, station.julian_day, station.time))
    ]
    return min(near, key=lambda filed: abs(filed - moment)) if near else None


def _tags(gathered: Gathered, problems: list[Problem]) -> tuple[str, ...]:
    printed = gathered.text(Role.TAGS)
    if not printed:
        return ()
    tags, mended = read_tags(printed)
    if mended:
        words = ", ".join(mended)
        message = tr("No such TAGS as printed, read as the nearest: {words}.", words=words)
        problems.append(Problem("tags_line", message, _place(gathered.lines[Role.TAGS])))
    return tags


def _classified_by(gathered: Gathered) -> ClassifiedBy:
    """The first statement that gives a name, else the first with reasons."""
    found = [read_classified_by(join_torn(pieces)) for pieces in gathered.classified_by]
    named = [statement for statement in found if statement.names]
    given = [statement for statement in found if statement.reasons]
    return (named or given or [ClassifiedBy((), ())])[0]
