"""Pages saved from cablegatesearch.net (TELEGRAM.md 1.3).

There is no `<pre>`: the page is styled so that the line ends of its source are shown. Where two
versions are compared, what the later one lacks stands in `<del>` and what it adds in `<ins>`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.cable.model import Envelope, Source
from reader.cable.patterns import pattern
from reader.errors import NotACable
from reader.formats.claims import claims_of, read_moment
from reader.formats.html import read_page
from reader.formats.telegram import carried
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cable.model import Telegram
    from reader.formats.decoding import Decoded
    from reader.formats.html import Element, Page

# <title>Cable reference id: #09OSLO9004</title>, <div class="cable-body">
LAYOUT: Final = pattern(
    r"<title>Cable reference id: #|class=['\"]cable-body['\"]|id=['\"]cable-(?:header|summary)['\"]"
)
TITLE: Final = pattern(r"Cable reference id: #(?P<id>\d\d[A-Za-z][A-Za-z0-9]+?[A-Za-z]\d+)\b")
DELETED: Final = pattern(r"<del[ >]")


def is_page(page: str) -> bool:
    """Whether the layout is that of cablegatesearch.net."""
    return LAYOUT.search(page) is not None


def read(decoded: Decoded, path: str, sha256: str) -> Iterator[Telegram]:
    """The telegram of a page: its two parts, without the toggle between them."""
    page = read_page(decoded.text, keep_lines=True)
    parts = [
        _text_of(page, part)
        for part in (_part(page, "cable-header"), _part(page, "cable-body"))
        if part
    ]
    text = "\n\n".join(filter(None, parts))
    if not text:
        raise NotACable(
            tr("This page of cablegatesearch.net holds no cable."),
            hint=tr("It may be a list of cables. Open one of them and save its page."),
            text=page.text,
        )
    deleted = len(DELETED.findall(decoded.text))
    note = tr_count(
        "{count} passage left out that the page marks as deleted",
        "{count} passages left out that the page marks as deleted",
        deleted,
    )
    source = Source(
        path=path,
        format="cablesearch_html",
        encoding=decoded.encoding,
        sha256=sha256,
        repairs=(*decoded.repairs, note) if deleted else decoded.repairs,
    )
    yield carried(text, source, _envelope(page))


def _part(page: Page, name: str) -> Element | None:
    """The element whose id or class is `name`."""
    sign = re.compile(rf"(?:id|class)=['\"]?{name}\b")
    return next((each for each in page.elements if sign.search(each.attributes)), None)


def _text_of(page: Page, part: Element) -> str:
    """What an element says, without the toggle inside it."""
    text = page.text[part.start : part.end]
    for each in page.elements:
        if "toggleHeader" in each.attributes and part.start <= each.start <= each.end <= part.end:
            text = page.text[part.start : each.start] + page.text[each.end : part.end]
            break
    return text.strip("\n")


def _envelope(page: Page) -> Envelope:
    title = next((each.attributes for each in page.elements if each.name == "title"), "")
    match = TITLE.search(title)
    summary = _part(page, "cable-summary")
    claims = claims_of(page.text[summary.start : summary.end]) if summary else {}
    return Envelope(
        reference_id=match["id"] if match else claims.get("id"),
        sent=read_moment(claims.get("date", "")),
        originator=claims.get("origin"),
        classification=claims.get("classification"),
        subject=claims.get("subject"),
    )
