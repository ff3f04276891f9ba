"""What carriers say beside a telegram, in labels and dates of many spellings."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from reader.cable.patterns import ANY_CASE, pattern
from reader.formats.collection import moment

if TYPE_CHECKING:
    from datetime import datetime

# The labels of tables and of lists of attributes, and what they name.
LABELS: Final = {
    "reference id": "id",
    "cable id": "id",
    "canonical id": "id",
    "document number": "id",
    "mrn": "id",
    "date": "date",
    "created": "date",
    "time": "date",
    "sent": "date",
    "sent date": "date",
    "draft date": "date",
    "origin": "origin",
    "from": "origin",
    "classification": "classification",
    "original classification": "classification",
    "subject": "subject",
    "title": "subject",
    "tags": "tags",
    "reference": "references",
    "references": "references",
}
# Other labels, which end what the one before says.
OTHER_LABELS: Final = (
    "current classification", "handling restrictions", "current handling restrictions",
    "original handling restrictions", "character count", "executive order", "locator", "concepts",
    "enclosure", "type", "archive status", "markings", "to", "linked documents", "office origin",
    "office action", "additional info", "released", "source", "review", "film number", "url",
)  # fmt: skip
LABEL: Final = pattern(
    r"(?:^|(?<=[ \t\n]))("
    + "|".join(sorted((*LABELS, *OTHER_LABELS), key=len, reverse=True))
    + r")[ \t]{0,3}:",
    ANY_CASE,
)
LONGEST_CLAIM: Final = 500
NOT_SAID: Final = frozenset({"", "n/a", "none", "-- n/a or blank --", "not assigned"})

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# 2009-03-02T04:36:00Z, 2009-03-02 04:36, 2009/03/02, 2009-03-02T04:36:00+01:00
YEAR_FIRST: Final = pattern(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d\d)(?::\d\d(?:\.\d{1,9})?)?"
    r"[ ]?(?:Z|UTC|([+-])(\d\d):?(\d\d))?)?"
)
# 3/2/2009 4:36
MONTH_FIRST: Final = pattern(r"(\d{1,2})/(\d{1,2})/(\d{4})(?: (\d{1,2}):(\d\d))?")
# 29 JAN 1975, 29-Jan-1975 12:00:00 am, 29 January 1975
DAY_FIRST: Final = pattern(r"(\d{1,2})[ -]([A-Za-z]{3})[a-z]{0,6}[ -](\d{4})")
# 1975 January 29, 11:58 (Wednesday)
YEAR_AND_NAME: Final = pattern(r"(\d{4}) ([A-Za-z]{3})[a-z]{0,6} (\d{1,2})(?:, (\d{1,2}):(\d\d))?")
# Mon, 02 Mar 2009 04:36; Sep 16, 2023; December 1, 1973, 2053Z
NAME_FIRST: Final = pattern(r"([A-Za-z]{3})[a-z]{0,6} (\d{1,2}), (\d{4})(?:,? (\d\d):?(\d\d)Z?)?")


def claims_of(text: str) -> dict[str, str]:
    """What a text of labels and values says: `id`, `date`, `origin` and so on, the first of each.

    A value ends at its line's end or at the next label.
    """
    found: dict[str, str] = {}
    labels = list(LABEL.finditer(text))
    for label, following in zip(labels, [*labels[1:], None], strict=False):
        name = LABELS.get(label[1].lower())
        end = following.start() if following else len(text)
        value = text[label.end() : min(end, label.end() + LONGEST_CLAIM)].strip()
        value = " ".join(value.partition("\n")[0].split())
        if name and name not in found and value.lower() not in NOT_SAID:
            found[name] = value
    return found


def read_moment(text: str) -> datetime | None:
    """The moment that a claim names, in UTC; a day without a time is its midnight."""
    text = text.strip()
    for shape, order in ORDERS:
        match = shape.search(text[:80])
        if not match:
            continue
        parts = dict(zip(order, match.groups(), strict=False))
        name = parts.get("name")
        if name and name.lower() not in MONTHS:
            continue
        month = MONTHS.index(name.lower()) + 1 if name else int(parts["month"] or 0)
        found = moment(
            int(parts["year"] or 0),
            month,
            int(parts["day"] or 0),
            int(parts.get("hour") or 0),
            int(parts.get("minute") or 0),
        )
        return _in_utc(found, parts)
    return None


def _in_utc(found: datetime | None, parts: dict[str, str | None]) -> datetime | None:
    sign = parts.get("sign")
    if found is None or not sign:
        return found
    zone = timedelta(hours=int(parts["east"] or 0), minutes=int(parts["rest"] or 0))
    try:
        return found - zone if sign == "+" else found + zone
    except OverflowError:
        return None


ORDERS: Final = (
    (YEAR_FIRST, ("year", "month", "day", "hour", "minute", "sign", "east", "rest")),
    (MONTH_FIRST, ("month", "day", "year", "hour", "minute")),
    (DAY_FIRST, ("day", "name", "year")),
    (YEAR_AND_NAME, ("year", "name", "day", "hour", "minute")),
    (NAME_FIRST, ("name", "day", "year", "hour", "minute")),
)
