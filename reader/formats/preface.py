"""A cable as a text file of its own, after five lines that name it (TELEGRAM.md 1.5).

```
02OSLO1051
FERRY" SUSPENDS ITS CONCERTS
Thu May 02 00:00:00 +0200 2002
UNCLASSIFIED
Embassy Oslo
```
Header and body follow with nothing between them, not even a line end. The five lines are claims;
they are no part of the telegram's text.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from reader.cable.model import Envelope, Markup, Source
from reader.cable.patterns import pattern
from reader.formats.collection import moment
from reader.formats.telegram import carried

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from reader.cable.model import Telegram
    from reader.formats.decoding import Decoded

PREFACE: Final = pattern(
    r"(?P<id>\d\d[A-Za-z][A-Za-z0-9]{2,60})[ \t]{0,9}\n"
    r"(?P<subject>[^\n]{0,1000})\n"
    r"(?P<date>[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d (?:[+-]\d{4}|UTC|GMT) \d{4})"
    r"[ \t]{0,9}\n"
    r"(?P<classification>[A-Z][A-Z /]{3,60})\n"
    r"(?P<origin>[^\n]{0,80})(?:\n|\Z)"
)
# Thu May 02 00:00:00 +0200 2002
DATE: Final = pattern(
    r"\w{3} (?P<month>\w{3}) (?P<day>\d\d) (?P<hour>\d\d):(?P<minute>\d\d):\d\d"
    r" (?:(?P<sign>[+-])(?P<east>\d\d)(?P<rest>\d\d)|UTC|GMT) (?P<year>\d{4})"
)
# Where a body begins right behind its header: ... DURBAN 3320UNCLAS SECTION 01 OF 02 OSLO 000007,
# ... LONDONS E C R E T OSLO 7, ... available.CONFIDENTIAL OSLO 7, ... 3320Tuesday, 15 September
# 2009, 16:39. A doubled letter, WASHDCUUNCLAS, is told from a name that ends so by the DC alone.
BODY: Final = pattern(
    r"(?<=[A-Za-z0-9.)])(?=(?:(?<=DC)UUNCLAS|UNCLAS|C O N F I D|S E C R E T|CONFIDENTIAL|SECRET"
    r"|LIMITED OFFICIAL)[ A-Z]{1,80}\d"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? \d{1,2} [A-Z][a-z]{2,8},? \d{4})"
)
HEADER: Final = 20_000
"""Characters in which a header ends."""
MONTHS: Final = "JanFebMarAprMayJunJulAugSepOctNovDec"


def is_preface(text: str) -> bool:
    """Whether a text begins with the five lines."""
    return PREFACE.match(text) is not None


def read(decoded: Decoded, path: str, sha256: str) -> Iterator[Telegram]:
    """The one telegram of the file."""
    begin = len(decoded.text) - len(decoded.text.lstrip())
    preface = PREFACE.match(decoded.text, begin)
    if preface is None:
        raise AssertionError("only for a text that is_preface recognised")
    source = Source(
        path=path,
        format="preface",
        encoding=decoded.encoding,
        sha256=sha256,
        repairs=decoded.repairs,
    )
    envelope = Envelope(
        reference_id=preface["id"],
        sent=_moment(preface["date"]),
        originator=preface["origin"].strip() or None,
        classification=preface["classification"].strip(),
        subject=preface["subject"].strip() or None,
    )
    text = decoded.text[preface.end() :]
    joint = BODY.search(text, 0, HEADER)
    markup = (Markup(joint.start(), joint.start(), "\n\n"),) if joint else ()
    yield carried(text, source, envelope, markup)


def _moment(text: str) -> datetime | None:
    """The moment of a date as Ruby prints it.

    Midnight is no time of the cable's but the absence of one: the day stays that day in any zone.
    """
    match = DATE.fullmatch(text)
    if match is None or match["month"] not in MONTHS:
        return None
    month = MONTHS.index(match["month"]) // 3 + 1
    hour, minute = int(match["hour"]), int(match["minute"])
    local = moment(int(match["year"]), month, int(match["day"]), hour, minute)
    if local is None or not match["sign"] or (hour, minute) == (0, 0):
        return local
    zone = timedelta(hours=int(match["east"]), minutes=int(match["rest"]))
    return local - zone if match["sign"] == "+" else local + zone
