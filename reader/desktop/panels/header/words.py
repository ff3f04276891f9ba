"""The header of a cable in words: who wrote to whom, when, how urgent, and how that was read.

Nothing here knows of Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.model import Paragraph
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from datetime import date, datetime

    from reader.cable.model import Addressee, Cable, Header

WEEKDAYS: Final = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

# Plain-language addresses begin with the sort of post (5 FAH-2): AMEMBASSY MOSCOW.
POSTS: Final = (
    ("AMEMBASSY ", "Embassy {place}"),
    ("AMCONSUL ", "Consulate {place}"),
    ("AMCONGEN ", "Consulate General {place}"),
    ("USINT ", "Interests Section {place}"),
)
DEPARTMENT: Final = {"SECSTATE WASHDC": "Secretary of State", "SECSTATE": "Secretary of State"}


def title_of(cable: Cable, *, as_received: bool) -> str:
    """The subject set as a title, or in the letters of the telegram."""
    subject = cable.header.subject
    if not subject:
        return tr("No subject")
    if as_received:
        return subject
    from reader.cable.titles import title_case  # noqa: PLC0415

    return title_case(subject)


def post_name(address: str) -> str:
    """An address in words where it is of a known sort: AMEMBASSY MOSCOW is Embassy Moscow."""
    if address in DEPARTMENT:
        return tr(DEPARTMENT[address])
    for sign, words in POSTS:
        if address.startswith(sign) and len(address) > len(sign):
            return tr(words, place=address[len(sign) :].title())
    return address


def from_words(header: Header) -> str:
    """Who wrote to whom: `Embassy Moscow → Secretary of State`."""
    sender = post_name(header.originator) if header.originator else tr("Sender not given")
    if not header.action:
        return sender
    first = post_name(header.action[0].name)
    others = len(header.action) - 1
    if others:
        return tr("{sender} → {first} and {others} more", sender=sender, first=first, others=others)
    return f"{sender} → {first}"


def addressees_title(header: Header) -> str:
    """What unfolds the addressees: `7 info addressees`; empty when there is nothing to unfold."""
    actions, infos = len(header.action), len(header.info)
    if actions > 1:
        return tr_count("{count} addressee", "{count} addressees", actions + infos)
    if infos:
        return tr_count("{count} info addressee", "{count} info addressees", infos)
    return ""


def addressee_words(addressee: Addressee) -> tuple[str, ...]:
    """The particulars of an addressee, for the line below its name."""
    parts = [addressee.name] if post_name(addressee.name) != addressee.name else []
    if addressee.precedence:
        parts.append(tr(addressee.precedence.capitalize()))
    if addressee.mcn:
        parts.append(tr("message {number}", number=addressee.mcn))
    if addressee.excluded:
        parts.append(tr("except {posts}", posts=", ".join(addressee.excluded)))
    return (" · ".join(parts),) if parts else ()


def day_words(day: date) -> str:
    """A date in words: 2 March 2009."""
    month = tr(MONTHS[day.month - 1])
    return tr("{day} {month} {year}", day=day.day, month=month, year=day.year)


def sent_words(sent: datetime) -> str:
    """A time in words: Monday 2 March 2009, 04:36 UTC."""
    weekday = tr(WEEKDAYS[sent.weekday()])
    return tr("{weekday} {day}, {time:%H:%M} UTC", weekday=weekday, day=day_words(sent), time=sent)


def sending_words(cable: Cable) -> str:
    """When, how urgent, how long, signed by whom, on one line."""
    header = cable.header
    parts = [sent_words(header.sent) if header.sent else tr("Date not given")]
    if header.precedence:
        parts.append(" / ".join(tr(word.capitalize()) for word in header.precedence))
    if header.section_count:
        count = header.section_count
        parts.append(tr_count("{count} section", "{count} sections", count))
    if cable.signature:
        parts.append(tr("signed {names}", names=", ".join(cable.signature)))
    return " · ".join(parts)


def order_words(header: Header) -> str:
    """The E.O. line: `E.O. 12958: N/A`, with the date in words where it holds one."""
    order = header.executive_order
    if order is None:
        return ""
    name = f"E.O. {order.number}" if order.number else "E.O."
    if order.declassify_on:
        return tr("{order}: declassify on {day}", order=name, day=day_words(order.declassify_on))
    return f"{name}: {order.text}" if order.text else name


def classification_words(header: Header) -> str:
    """What stands on the chip."""
    if header.classification is None:
        return tr("Classification not found")
    return header.classification.value


# How it was read, for those who ask.


def how_sent(cable: Cable) -> str:
    """The date-time group as printed and what it says."""
    header = cable.header
    lines = []
    if header.date_time_group:
        lines.append(tr("As printed: {text}", text=header.date_time_group))
        if header.sent:
            sent = header.sent
            month = tr(MONTHS[sent.month - 1])
            said = tr(
                "Day {sent:%d}, {sent:%H%M} hours UTC (Z), {month} {sent:%Y}",
                sent=sent,
                month=month,
            )
            lines.append(said)
    elif header.sent:
        lines.append(tr("The file gives this date; the telegram has no date-time group."))
    if header.precedence:
        lines.append(tr("Precedence: {words}", words=tr(", then ").join(header.precedence)))
    if cable.signature:
        lines.append(tr("Cables are signed with the name of the chief of mission, by custom."))
    return "\n".join(lines)


def how_classified(header: Header) -> str:
    """The classification line as printed, by whom it was classified and why."""
    lines = [tr("As printed: {text}", text=header.classified_as)] if header.classified_as else []
    if header.classified_by:
        lines.append(tr("Classified by {name}", name=", ".join(header.classified_by)))
    if header.reasons:
        lines.append(
            tr("Reasons: {reasons}", reasons=", ".join(f"({each})" for each in header.reasons))
        )
    return "\n".join(lines) or tr("The telegram has no classification line.")


def how_addressed(header: Header) -> str:
    """Originator and action addressees as printed."""
    lines = [tr("From: {name}", name=header.originator)] if header.originator else []
    lines += [
        tr("Action: {name}", name=f"{each.routing_indicator or ''} {each.name}")
        for each in header.action[:12]
    ]
    return "\n".join(" ".join(line.split()) for line in lines)


def tags_meaning(tags: tuple[str, ...]) -> str:
    """What each of the TAGS stands for."""
    from reader.cable.vocabulary import tag_meaning  # noqa: PLC0415

    return "\n".join(f"{tag}: {tag_meaning(tag) or tr('not in the list of TAGS')}" for tag in tags)


def captions_meaning(captions: tuple[str, ...]) -> str:
    """What each caption asks for."""
    from reader.cable.vocabulary import caption_meaning  # noqa: PLC0415

    return "\n".join(
        f"{caption}: {caption_meaning(caption) or tr('not in the list of captions')}"
        for caption in captions
    )


def how_named(cable: Cable) -> str:
    """Where the id comes from, and how else it is written."""
    if cable.reference_id and cable.reference_id != cable.canonical_id:
        return tr("As given: {text}", text=cable.reference_id)
    return tr("Year, post and number: the id by which cables cite each other.")


def how_ordered(header: Header) -> str:
    """The E.O. line as printed, and which order it names."""
    order = header.executive_order
    if order is None:
        return ""
    from reader.cable.vocabulary import table  # noqa: PLC0415

    lines = [tr("As printed: {text}", text=f"E.O. {order.number or ''}: {order.text}")]
    meaning = table("executive_orders").get(order.number or "")
    if meaning:
        lines.append(meaning)
    return "\n".join(lines)


def remarks_title(cable: Cable) -> str:
    """How many remarks there are on a cable; empty for none."""
    count = len(cable.problems)
    if not count:
        return ""
    return tr_count("{count} remark", "{count} remarks", count)


LONGEST_HEADER: Final = 100_000
"""Characters of a header that is shown as received; nothing real comes near."""


def header_text(cable: Cable) -> str:
    """The text as received up to the first line of the body."""
    end = len(cable.text)
    for item in cable.body[:1]:
        end = item.start if isinstance(item, Paragraph) else item.spans[0].start
    return cable.text[: min(end, LONGEST_HEADER)].rstrip()
