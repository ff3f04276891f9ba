"""Who sent a telegram and who got it: originator, addressees, routing, passing instructions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.explanations.explanation import (
    Explanation,
    as_printed,
    file_says,
    find_in,
    place_of,
)
from reader.cable.model import NOWHERE, Role
from reader.cable.vocabulary import routing_indicator_name, table
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from reader.cable.model import Addressee, Cable, Span


MOST_NAMED: Final = 20
"""Addressees that one explanation lists; the rest stand in the list of all."""


def originator(cable: Cable, _number: int = 0) -> Explanation:
    """The FM line: who sent the telegram."""
    title = tr("Originator")
    meaning = tr("FM, from: the post or office that sent the telegram.")
    name = cable.header.originator
    if not name:
        return Explanation(title, meaning, (tr("This telegram has no FM line."),))
    lines = [as_printed(name), *file_says(cable, "originator", name), *address_words(name)]
    claimed = cable.telegram.envelope.originator
    if claimed and "originator" not in cable.claimed:
        lines.append(tr("The file says: {claim}", claim=claimed))
    span = find_in(cable, place_of(cable, Role.ORIGINATOR), name)
    return Explanation(title, meaning, tuple(lines), span)


def address_words(address: str) -> tuple[str, ...]:
    """An address in words: the US Embassy in Moscow, Russia. None for one of no known sort."""
    from reader.cable.citation.posts import correspondent  # noqa: PLC0415 - many rows to read

    found = correspondent(address)
    if not found.kind:
        return ()
    name = found.name()
    if found.country:
        return (tr("{post}, {country}", post=name, country=found.country),)
    return (name,)


def action(cable: Cable, number: int = 0) -> Explanation:
    """An addressee of the TO lines, who is to act."""
    meaning = tr("TO: who is to act on the telegram.")
    return _addressee(cable, cable.header.action, number, tr("Action addressee"), meaning)


def others(cable: Cable, _number: int = 0) -> Explanation:
    """The action addressees after the first, by name."""
    names = [_with_routing(each) for each in cable.header.action[1:]]
    return Explanation(
        tr("Other action addressees"),
        tr("TO: who is to act on the telegram, besides the first."),
        (*names[:MOST_NAMED], *(("…",) if len(names) > MOST_NAMED else ())),
        place_of(cable, Role.ACTION),
    )


def _with_routing(addressee: Addressee) -> str:
    sign = addressee.routing_indicator
    return f"{addressee.name} ({sign})" if sign else addressee.name


def info(cable: Cable, number: int = 0) -> Explanation:
    """An addressee of the INFO lines, who is to know."""
    meaning = tr("INFO: who gets the telegram for information, and need not act.")
    return _addressee(cable, cable.header.info, number, tr("Info addressee"), meaning)


def _addressee(
    cable: Cable, addressees: tuple[Addressee, ...], number: int, title: str, meaning: str
) -> Explanation:
    if number >= len(addressees):
        return Explanation(title, meaning, (tr("This telegram names none."),))
    addressee = addressees[number]
    lines = [as_printed(addressee.name), *address_words(addressee.name)]
    lines += particulars(addressee)
    return Explanation(title, meaning, tuple(lines), _place(cable, title, addressee))


def _place(cable: Cable, title: str, addressee: Addressee) -> Span:
    """The line of an addressee; addressees of one name are told apart by their routing."""
    role = Role.ACTION if title == tr("Action addressee") else Role.INFO
    printed = addressee.name
    if addressee.routing_indicator:
        printed = f"{addressee.routing_indicator}/{printed}"
    for span in cable.spans_of(role):
        found = find_in(cable, span, printed)
        if found != span:
            return found
    return NOWHERE


def particulars(addressee: Addressee) -> tuple[str, ...]:
    """What stands beside the name of an addressee: routing, precedence, number, exemptions."""
    lines = []
    sign = addressee.routing_indicator
    if sign:
        name = routing_indicator_name(sign)
        words = tr("routing indicator of {name}", name=name) if name else tr("not in the list")
        lines.append(f"{sign}: {words}")
    for word in (addressee.precedence or "").split():
        meaning = table("precedences").get(word) or table("operating_signals").get(word)
        lines.append(f"{word}: {meaning or tr('not known')}")
    if addressee.mcn:
        number = tr("message-continuity number, by which the addressee sees that none is missing")
        lines.append(f"{addressee.mcn}: {number}")
    if addressee.excluded:
        names = ", ".join(addressee.excluded)
        lines.append(tr("XMT, exempted from this collective: {names}", names=names))
    return tuple(lines)


def routing(cable: Cable, _number: int = 0) -> Explanation:
    """RR RUEHDBU RUEHIK: for the relays, the precedence twice and where the message goes."""
    title = tr("Routing line")
    meaning = tr("For the relays: the letter of the precedence twice, and where to send it.")
    indicators = cable.header.routing_indicators
    if not indicators:
        return Explanation(title, meaning, (tr("This telegram has none."),))
    lines = [tr_count("{count} routing indicator", "{count} routing indicators", len(indicators))]
    lines += [
        f"{indicator}: {routing_indicator_name(indicator) or tr('not known')}"
        for indicator in indicators
    ]
    return Explanation(title, meaning, tuple(lines), place_of(cable, Role.ROUTING))


def passing(cable: Cable, number: int = 0) -> Explanation:
    """STATE FOR EUR: to whom at the addressee the telegram is to be given."""
    meaning = tr("Says to which office or person at an addressee the telegram is to be given.")
    lines = cable.header.passing
    if number >= len(lines):
        return Explanation(tr("Passing instruction"), meaning, (tr("This telegram has none."),))
    offices = table("offices")
    words = [word.strip(".,;:") for word in lines[number].split()]
    known = [f"{word}: {offices[word]}" for word in dict.fromkeys(words) if word in offices]
    return Explanation(
        tr("Passing instruction"),
        meaning,
        (as_printed(lines[number]), *known),
        place_of(cable, Role.PASSING),
    )
