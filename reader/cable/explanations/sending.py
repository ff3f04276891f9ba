"""When and how a telegram was sent: date-time group, precedence, DE line, sections, signer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.date_time_group import (
    DATE_TIME_GROUP,
    PRECEDENCES,
    day_of_year,
)
from reader.cable.explanations.explanation import (
    Explanation,
    as_printed,
    day_in_words,
    find_in,
    place_of,
)
from reader.cable.explanations.local_time import local_time
from reader.cable.model import Role
from reader.cable.vocabulary import routing_indicator_name, table
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    import re

    from reader.cable.model import Cable

FIVE: Final = 5
LETTERS: Final = {
    "U": "unclassified, five times so that no garble hides it",
    "E": "unclassified, but encrypted for transmission, five times so that no garble hides it",
    "C": "confidential, five times so that no garble hides it",
    "S": "secret, five times so that no garble hides it",
    "T": "top secret, five times so that no garble hides it",
}
"""The letters of the security line: UUUUU, CCCCC."""

SIGNS_OF: Final = {words: sign for sign, words in PRECEDENCES.items()}


def sent(cable: Cable, _number: int = 0) -> Explanation:
    """The date-time group, sign by sign, and what else gives the time."""
    title = tr("Date-time group")
    meaning = tr("When the telegram was released for sending, in universal time (UTC, Zulu).")
    printed = cable.header.date_time_group
    if not printed:
        if cable.header.sent is None:
            return Explanation(title, meaning, (tr("This cable gives no date."),))
        words = (
            tr("The telegram has no date-time group; the file gives this date.")
            if "sent" in cable.claimed
            else tr("There is no date-time group; the day is that of the DE line.")
        )
        return Explanation(title, meaning, (words,))
    lines = [as_printed(printed)]
    match = DATE_TIME_GROUP.search(printed)
    if match is not None:
        lines += _signs(match)
    if cable.header.sent is None:
        lines.append(tr("There is no such day or hour."))
    lines += _other_clocks(cable)
    return Explanation(title, meaning, tuple(lines), place_of(cable, Role.DATE_TIME_GROUP))


def _signs(match: re.Match[str]) -> list[str]:
    """What each part of a date-time group says."""
    lines = []
    prosigns = [sign for sign in match["prosigns"].upper().split() if sign in PRECEDENCES]
    for place, sign in enumerate(prosigns):
        whom = _for_whom(place, len(prosigns))
        lines.append(tr("{sign}: {words}, {whom}", sign=sign, words=PRECEDENCES[sign], whom=whom))
    time, month = match["time"], match["month"].upper()
    lines.append(tr("{sign}: day {day} of the month", sign=match["day"], day=match["day"]))
    clock = f"{time[:2]}:{time[2:]}"
    lines.append(tr("{sign}: {clock} UTC, as Z says, Zulu time", sign=f"{time}Z", clock=clock))
    lines.append(tr("{month} {year}: month and year", month=month, year=match["year"]))
    signals = match["signals"].split()
    meanings = table("operating_signals")
    lines += [
        tr("{sign}: {meaning}", sign=sign, meaning=meanings.get(sign) or tr("not known"))
        for sign in signals
    ]
    return lines


def _for_whom(place: int, count: int) -> str:
    """The first of two precedences is that of the action addressees."""
    if count == 1:
        return tr("for all addressees")
    return tr("for the info addressees") if place else tr("for the action addressees")


def _other_clocks(cable: Cable) -> list[str]:
    """The hour at the station, the DE line's day, and the carrier's time where it differs."""
    lines = []
    moment = cable.header.sent
    here = local_time(cable)
    if here is not None:
        words = tr("{time}, by the zone of the station: {zone}", time=here.words(), zone=here.zone)
        lines.append(words)
    station = cable.header.station
    if moment and station and station.julian_day and station.time:
        filed = day_of_year(moment.year, station.julian_day, station.time)
        if filed is not None:
            day = day_in_words(filed)
            agrees = tr("the same day") if filed.date() == moment.date() else tr("another day")
            lines.append(
                tr(
                    "The DE line has day {number} of the year, {day}: {agrees}",
                    number=f"{station.julian_day:03}",
                    day=day,
                    agrees=agrees,
                )
            )
    claimed = cable.telegram.envelope.sent
    if moment and claimed and claimed.date() != moment.date():
        lines.append(tr("The file gives another date: {day}", day=day_in_words(claimed)))
    return lines


def precedence(cable: Cable, _number: int = 0) -> Explanation:
    """How urgent the telegram is, for action and for information."""
    title = tr("Precedence")
    meaning = tr("How fast a telegram is to be handled and delivered; it says nothing of secrecy.")
    words, meanings = cable.header.precedence, table("precedences")
    lines = [
        tr(
            "{sign}, {word}, {whom}: {meaning}",
            sign=SIGNS_OF.get(word, "?"),
            word=word,
            whom=_for_whom(place, len(words)),
            meaning=meanings.get(word) or tr("not known"),
        )
        for place, word in enumerate(words)
    ]
    role = Role.DATE_TIME_GROUP if cable.header.date_time_group else Role.ROUTING
    return Explanation(title, meaning, tuple(lines), place_of(cable, role))


def sections(cable: Cable, _number: int = 0) -> Explanation:
    """Into how many sections a long telegram was cut, and which one its DE line counts."""
    count = cable.header.section_count or 1
    meaning = tr("A long telegram is cut into sections, each sent as a message of its own.")
    line = tr_count("This one has {count} section.", "This one has {count} sections.", count)
    lines = [line]
    if cable.header.classified_as:
        lines.append(as_printed(cable.header.classified_as))
    station = cable.header.station
    if station is not None and station.section:
        lines.append(tr("The DE line is that of section {number}.", number=station.section))
    return Explanation(tr("Sections"), meaning, tuple(lines), place_of(cable, Role.CLASSIFICATION))


def signature(cable: Cable, _number: int = 0) -> Explanation:
    """The name below the text, which is that of whoever heads the post."""
    meaning = tr(
        "By custom a cable carries the name of the head of the post, or of the Secretary of State, "
        "whoever wrote it."
    )
    names = ", ".join(cable.signature)
    lines = (as_printed(names),) if names else (tr("No name stands below this text."),)
    return Explanation(tr("Signature"), meaning, lines, place_of(cable, Role.SIGNATURE))


def transmission_id(cable: Cable, _number: int = 0) -> Explanation:
    """VZCZCXRO6164: the start of the message, the channel, and the count of that channel."""
    title = tr("Transmission id")
    meaning = tr("The number that the relay gave the message on one of its channels.")
    printed = cable.header.transmission_id
    if not printed:
        return Explanation(title, meaning, (tr("This telegram gives none."),))
    lines = [as_printed(printed)]
    channel, count = printed[5:8], printed[8:]
    if printed.startswith("VZCZC") and channel.isalpha() and count.isdigit():
        lines += [
            tr("V and ZCZC: a message begins"),
            tr("{channel}: the channel", channel=channel),
            tr("{count}: its number on the channel", count=count),
        ]
    span = find_in(cable, place_of(cable, Role.TRANSMISSION_ID), printed)
    return Explanation(title, meaning, tuple(lines), span)


def station_line(cable: Cable, _number: int = 0) -> Explanation:
    """DE RUEHMO #0501/01 0610436: who sends, its serial, the section, the day and the hour."""
    title = tr("DE line")
    meaning = tr("DE, from: the station that sends, and how it numbers and dates the message.")
    station = cable.header.station
    if station is None:
        return Explanation(title, meaning, (tr("This telegram has no DE line."),))
    span = place_of(cable, Role.STATION)
    lines = [as_printed(cable.text[slice(*span)])]
    if station.routing_indicator:
        name = routing_indicator_name(station.routing_indicator)
        words = name or tr("a station that is not in the list")
        lines.append(f"{station.routing_indicator}: {words}")
    if station.serial is not None:
        words = tr("its serial number, counted to 9999 and begun anew")
        lines.append(f"#{station.serial:04}: {words}")
    if station.section:
        lines.append(tr("/{number:02}: section {number}", number=station.section))
    if station.julian_day and station.time:
        lines.append(_filing(cable, station.julian_day, station.time))
    return Explanation(title, meaning, tuple(lines), span)


def _filing(cable: Cable, julian_day: int, time: str) -> str:
    """The day of the year and the hour, with the date where the year is known."""
    year = cable.header.sent.year if cable.header.sent else None
    filed = day_of_year(year, julian_day, time) if year else None
    words = tr(
        "{day:03} {time}: day {day} of the year, {clock} UTC",
        day=julian_day,
        time=time,
        clock=f"{time[:2]}:{time[2:]}",
    )
    return f"{words}, {day_in_words(filed)}" if filed else words


def security_line(cable: Cable, _number: int = 0) -> Explanation:
    """ZNR UUUUU ZZH: how the message may be carried, and its classification by one letter."""
    title = tr("Security line")
    meaning = tr("Tells the relays how the message may be carried.")
    span = place_of(cable, Role.SECURITY)
    words = cable.text[slice(*span)].split()
    if not words:
        return Explanation(title, meaning, (tr("This telegram has none."),))
    signals = table("operating_signals")
    lines = [as_printed(" ".join(words))]
    for word in words:
        letters = set(word)
        if len(word) == FIVE and len(letters) == 1 and word[0] in LETTERS:
            lines.append(f"{word}: {tr(LETTERS[word[0]])}")
        else:
            lines.append(f"{word}: {signals.get(word) or tr('not known')}")
    return Explanation(title, meaning, tuple(lines), span)
