"""Pages of WikiLeaks' library (PlusD), saved or pasted as text (TELEGRAM.md 1.3, 1.9).

First comes the site's public key, then a table, a toggle "Show Headers", the body, and after the
body the raw head of the telegram. The two are put in the order in which they were sent.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.cable.model import Envelope, Source
from reader.cable.patterns import ANY_CASE, pattern
from reader.errors import NotACable
from reader.formats.claims import claims_of, read_moment
from reader.formats.html import read_page
from reader.formats.telegram import carried
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cable.model import Telegram
    from reader.formats.decoding import Decoded

KEY_BEGINS: Final = "Key fingerprint "
KEY_ENDS: Final = "-----END PGP PUBLIC KEY BLOCK-----"
TOGGLE: Final = "Show Headers"

# <link href="/plusd/static/...">, <a href="https://wikileaks.org/plusd/cables/...">
LAYOUT: Final = pattern(r"<(?:link|a) [^<>]{0,200}plusd", ANY_CASE)

# 1975TEHRAN00893_b, 09OSLO9004_a
ID: Final = pattern(r"(?P<id>(?:19|20)?\d\d[A-Z][A-Za-z]{2,20}\d{1,6})(?:_[a-e])?\b")

# How the raw head begins: PAGE 01 STATE 069043; VZCZCXRO0164; RR RUEHDBU; R 020436Z MAR 09;
# FM AMEMBASSY OSLO
HEAD: Final = pattern(
    r"^[ \t]{0,40}(?:PAGE 01\b|VZCZC[A-Z]{3}|[ZOPR]{2} RU[A-Z]{2,6}\b"
    r"|(?:[ZOPR] ){1,3}\d{6} ?Z |FM [A-Z])",
    re.MULTILINE,
)
# What a body has before its head: a field, or a numbered paragraph.
BODY: Final = pattern(r"^[ \t]{0,40}(?:E\.?O\.? ?1\d|TAGS|SUBJ|REF|¶?\d{1,2}\. )", re.MULTILINE)
# The line of a page's head that stands alone above PAGE 01: CONFIDENTIAL
LONGEST_ABOVE: Final = 120
PAGE_HEAD: Final = pattern(r"\n[ \t]{0,60}[A-Z][A-Z ]{5,40}\n[ \t\n]{0,60}\Z")


def is_page(text: str) -> bool:
    """Whether it is such a page, or the text of one: of any page of the site after 2013."""
    return text.startswith(KEY_BEGINS) or LAYOUT.search(text) is not None


def read(decoded: Decoded, path: str, sha256: str) -> Iterator[Telegram]:
    """The telegram of a page, its head before its body."""
    page = decoded.text
    text = read_page(page).text if page.lstrip("\ufeff \t\n").startswith("<") else page
    key_end = text.find(KEY_ENDS)
    text = text[key_end + len(KEY_ENDS) :] if key_end >= 0 else text
    before, toggle, after = text.partition(TOGGLE)
    if not toggle:
        before, after = _without_menu(text)
    if not after.strip():
        raise NotACable(
            tr("This page of wikileaks.org holds no cable."),
            hint=tr("It may be a list of cables. Open one of them and save its page."),
            text=text,
        )
    repairs = decoded.repairs
    head, body = _in_order(after)
    if head:
        repairs = (*repairs, tr("the head of the telegram stood after its body"))
    source = Source(
        path=path, format="plusd", encoding=decoded.encoding, sha256=sha256, repairs=repairs
    )
    yield carried("\n\n".join(filter(None, (head, body))), source, _envelope(before))


def _without_menu(text: str) -> tuple[str, str]:
    """The site's own words above a telegram, and the telegram."""
    match = HEAD.search(text)
    if match is None or BODY.search(text, 0, match.start()):
        return "", text
    return text[: match.start()], text[match.start() :]


def _in_order(text: str) -> tuple[str, str]:
    """The raw head and the body of a page; no head when it stands first already, or nowhere."""
    text = text.strip("\n")
    match = HEAD.search(text)
    if match is None:
        return "", text
    start = match.start()
    above = PAGE_HEAD.search(text, max(start - LONGEST_ABOVE, 0), start)
    if above:
        start = above.start()
    head, body = text[start:].strip("\n"), text[:start].strip("\n")
    return (head, body) if BODY.search(body) else ("", text)


def _envelope(table: str) -> Envelope:
    claims = claims_of(table)
    match = ID.search(claims.get("id", "") or table)
    return Envelope(
        reference_id=match["id"] if match else None,
        sent=read_moment(claims.get("date", "")),
        originator=claims.get("origin"),
        classification=claims.get("classification"),
        subject=claims.get("subject"),
        tags=tuple(part.strip() for part in re.split(r"[,|]| - ", claims.get("tags", "")) if part),
    )
