"""Messages of 2009 and later, whose fields have names (TELEGRAM.md 1.14).

```
MRN:        23 OSLO 2544
Date/DTG:   Sep 16, 2023 / 160150Z SEP 23
From:       AMEMBASSY OSLO
Action:     WASHDC, SECSTATE ROUTINE
```
The fields are the telegram's own; the grammar reads them. The number is claimed as the id, since
that is what the message is filed under.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.cable.model import Envelope
from reader.cable.patterns import pattern
from reader.formats import telegram
from reader.formats.claims import read_moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cable.model import Telegram
    from reader.formats.decoding import Decoded

SIGN: Final = pattern(r"^[ \t]{0,20}(?:MRN|Date/DTG):", re.MULTILINE)
# MRN: 23 OSLO 2544
NUMBER: Final = pattern(
    r"^[ \t]{0,20}MRN:[ \t]{0,20}(\d\d)[ \t]{1,9}([A-Z][A-Z '.-]{1,40}?)[ \t]{1,9}(\d{1,6})\b",
    re.MULTILINE,
)
# Date/DTG: Sep 16, 2023 / 160150Z SEP 23
DATE: Final = pattern(r"^[ \t]{0,20}Date/DTG:[ \t]{0,20}([^\n/]{6,40})", re.MULTILINE)
HEAD: Final = 4000
"""Characters in which the fields stand."""


def is_message(head: str) -> bool:
    """Whether a text that begins so is such a message."""
    return SIGN.search(head, 0, HEAD) is not None


def read(decoded: Decoded, path: str, sha256: str) -> Iterator[Telegram]:
    """The message of a text."""
    for found in telegram.read(decoded, path, sha256):
        source = found.source._replace(format="smart")
        yield found._replace(source=source, envelope=envelope_of(found.text))


def envelope_of(text: str) -> Envelope:
    """Number and day of a message."""
    number = NUMBER.search(text, 0, HEAD)
    day = DATE.search(text, 0, HEAD)
    return Envelope(
        reference_id="".join((number[1], number[2].replace(" ", ""), number[3]))
        if number
        else None,
        sent=read_moment(day[1]) if day else None,
    )
