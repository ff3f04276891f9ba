"""The header of a cable in words: who wrote to whom, when, how urgent.

Nothing here knows of Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.model import Paragraph
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from datetime import date, datetime

    from reader.cable.model import Addressee, Cable, Header

WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SHORT_MONTHS: Final = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

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


def addressees_title(header: Header) -> str:
    """What unfolds the addressees: `7 info addressees`; empty when there is nothing to unfold."""
    actions, infos = len(header.action), len(header.info)
    if actions > 1:
        return tr_count("{count} addressee", "{count} addressees", actions + infos)
    if infos:
        return tr_count("{count} info addressee", "{count} info addressees", infos)
    return tr("How it was sent") if header.transmission_id or header.station else ""


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
    """A time in words: Mon 2 Mar 2009 04:36Z."""
    return tr(
        "{weekday} {day} {month} {year} {time:%H:%M}Z",
        weekday=tr(WEEKDAYS[sent.weekday()]),
        day=sent.day,
        month=tr(SHORT_MONTHS[sent.month - 1]),
        year=sent.year,
        time=sent,
    )


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
