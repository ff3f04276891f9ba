"""Pages of cablegate.wikileaks.org, of 2010 and of August 2011, and of its mirrors.

A table says id, date, classification and origin; two `<pre>` blocks after it are the telegram, its
header and its body (TELEGRAM.md 1.2, 1.3). Everything around them, 190 kB of it in 2011, is the
site's own.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from reader.cable.model import Envelope, Source
from reader.cable.patterns import pattern
from reader.errors import NotACable
from reader.formats.html import inline_text, preformatted_text
from reader.formats.telegram import carried
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cable.model import Telegram
    from reader.formats.decoding import Decoded

SIGNS: Final = ("<title>Cable Viewer", "<h3>Viewing cable ", "<code><pre>")
TABLES: Final = ("<table class='cable'>", '<table class="cable">')
LONGEST_TABLE: Final = 20_000
"""Characters of the table; it also lists articles that cite the cable."""
BLOCK: Final = pattern(r"<pre[^<>]{0,200}>")

# <th>Reference ID</th>, and in the next row <td> ... </td>
COLUMN: Final = pattern(r"<th[^<>]{0,200}>([^<]{0,200})</th>")
CELL: Final = pattern(r"<td[^<>]{0,200}>(.{0,2000}?)</td>", re.DOTALL)
# <h3>Viewing cable 09OSLO9004, FERRIES AND FOGHORNS</h3>
TITLE: Final = "<h3>Viewing cable "
LONGEST_TITLE: Final = 2000
# <a href='/tag/PREL_0.html'>PREL</a>
TAG_LINK: Final = pattern(r"<a href=['\"]/tag/[^<>]{1,200}>([^<>]{1,40})</a>")
# 2009-03-02 04:36
CREATED: Final = pattern(r"(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d))?")

WRONG_MINUTES: Final = "the page's time has no minutes of its own: only its day and hour are used"


def is_page(page: str) -> bool:
    """Whether the layout is that of Cablegate."""
    return any(sign in page for sign in (*SIGNS, *TABLES))


def read(decoded: Decoded, path: str, sha256: str) -> Iterator[Telegram]:
    """The telegram of a page: the last table of a cable, and the two blocks after it."""
    page = decoded.text
    start = max(0, *(page.rfind(table) for table in TABLES))
    blocks = _blocks(page, start)
    if not blocks:
        raise NotACable(
            tr("This page of Cablegate holds no cable."),
            hint=tr("It may be a list of cables. Open one of them and save its page."),
            text=inline_text(page[start : start + LONGEST_TABLE]),
        )
    text = "\n\n".join(preformatted_text(block) for block in blocks)
    envelope, repairs = _claims(page, start, blocks)
    source = Source(
        path=path,
        format="cablegate_html",
        encoding=decoded.encoding,
        sha256=sha256,
        repairs=(*decoded.repairs, *repairs),
    )
    yield carried(text, source, envelope)


def _blocks(page: str, start: int) -> list[str]:
    """What stands in the last two `<pre>`; the last one may have no end in a page that was cut."""
    begins = [match.end() for match in BLOCK.finditer(page, start)][-2:]
    blocks: list[str] = []
    for begin, following in zip(begins, [*begins[1:], len(page)], strict=False):
        end = page.find("</pre>", begin, following)
        blocks.append(page[begin : end if end >= 0 else following])
    return blocks


def _claims(page: str, start: int, blocks: list[str]) -> tuple[Envelope, tuple[str, ...]]:
    """What the table and the title say of the cable, and what had to be left out of it."""
    table = page[start : start + LONGEST_TABLE].partition("<pre")[0]
    columns = [inline_text(name).lower() for name in COLUMN.findall(table)]
    cells = [inline_text(cell) for cell in CELL.findall(table)]
    claims = dict(zip(columns, cells, strict=False))
    titled_id, subject = _title(page, start)
    sent, repairs = _created(claims.get("created", ""))
    envelope = Envelope(
        reference_id=claims.get("reference id") or titled_id or None,
        sent=sent,
        originator=claims.get("origin") or None,
        classification=claims.get("classification") or None,
        subject=subject or None,
        tags=tuple(map(inline_text, TAG_LINK.findall(blocks[-1]))),
    )
    return envelope, repairs


def _title(page: str, start: int) -> tuple[str, str]:
    """Id and first line of the subject; pages of January 2011 lack an empty subject."""
    begin = page.rfind(TITLE, 0, start or len(page))
    if begin < 0:
        return "", ""
    begin += len(TITLE)
    end = page.find("</h3>", begin, begin + LONGEST_TITLE)
    reference_id, _, subject = page[begin : max(end, begin)].partition(",")
    return inline_text(reference_id), inline_text(subject)


def _created(claim: str) -> tuple[datetime | None, tuple[str, ...]]:
    """The date that a page gives.

    In all pages of 2010 the minute is the hour again, modulo 12: 15:03 for any time from 15:00 to
    15:59.
    """
    match = CREATED.match(claim)
    if not match:
        return None, ()
    year, month, day, hour, minute = (int(part or 0) for part in match.groups())
    is_wrong = match[4] is not None and minute == hour % 12
    try:
        sent = datetime(year, month, day, hour, 0 if is_wrong else minute, tzinfo=UTC)
    except ValueError:
        return None, ()
    return sent, ((tr(WRONG_MINUTES),) if is_wrong else ())
