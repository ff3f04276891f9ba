"""A web page of no known layout that has a telegram on it (TELEGRAM.md 1.3, the generic rule).

The telegram is in the largest `<pre>` with two of the fields E.O., TAGS and SUBJECT in it, else in
the smallest block of the page that has them and the paragraphs that follow.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from reader.cable.model import Envelope, Source
from reader.cable.patterns import ANY_CASE, pattern
from reader.errors import NotACable, UnreadableFile
from reader.formats import cablegate_html, cablesearch_html, limits, plusd
from reader.formats.files import shown_name
from reader.formats.html import Element, read_page
from reader.formats.telegram import carried
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cable.model import Telegram
    from reader.formats.decoding import Decoded
    from reader.formats.html import Page

# The layouts that have modules of their own, for pages whose signs come late.
LAYOUTS: Final = (cablegate_html, cablesearch_html, plusd)

# E.O. 12958: , EO 11652; TAGS: PREL; SUBJECT: , Subj
FIELDS: Final = (
    pattern(r"\bE\.? ?O\.?:? ?1[0-9]{4}\b", ANY_CASE),
    pattern(r"\bTAGS?\b[ \t]{0,9}:?[ \t]{0,9}[A-Z(]", ANY_CASE),
    pattern(r"\bSUBJ(?:ECT)?\b[ \t]{0,9}[:;]", ANY_CASE),
)
# ¶1. (C), 1. (U), 2. SUMMARY
PARAGRAPH: Final = pattern(r"^[ \t]{0,20}¶?[ ]?\d{1,3}\.[ \t]", re.MULTILINE)
ORIGINATOR: Final = pattern(r"^[ \t]{0,20}FM [A-Z]", re.MULTILINE)
BLOCKS: Final = frozenset({"div", "article", "section", "main", "td", "blockquote", "span"})
# How much larger the block around may be in which the rest of the telegram stands.
STEPS: Final = 4
LARGER: Final = 40

# 09OSLO9004 in the title of a page
ID: Final = pattern(r"\b(\d\d[A-Z]{3,20}\d{1,6})\b")


def read(decoded: Decoded, path: str, sha256: str) -> Iterator[Telegram]:
    """The telegram of a page; raises NotACable when none is found."""
    for layout in LAYOUTS:
        if layout.is_page(decoded.text):
            yield from layout.read(decoded, path, sha256)
            return
    name = shown_name(path) if path else "This text"
    if len(decoded.text) > limits.PAGE_CHARACTERS:
        raise UnreadableFile(
            tr(limits.PAGE_SENTENCE, name=name),
            hint=tr(limits.PAGE_WAY_OUT),
            detail=f"more than {limits.PAGE_CHARACTERS} characters",
        )
    page = read_page(decoded.text)
    text = telegram_in(page)
    if text and _lost_its_lines(text):
        text = telegram_in(read_page(decoded.text, keep_lines=True))
    if not text:
        raise NotACable(
            tr("{name} is a web page on which no telegram was found.", name=name),
            hint=tr("If one is on it, copy its text and paste it here."),
            text=page.text,
        )
    source = Source(
        path=path,
        format="web_page",
        encoding=decoded.encoding,
        sha256=sha256,
        repairs=decoded.repairs,
    )
    title = next((each.attributes for each in page.elements if each.name == "title"), "")
    match = ID.search(title)
    yield carried(text, source, Envelope(reference_id=match[1] if match else None))


def telegram_in(page: Page) -> str:
    """The text on a page that has the fields of a telegram; empty when there is none."""
    places = tuple([match.start() for match in field.finditer(page.text)] for field in FIELDS)

    def has_fields(start: int, end: int) -> bool:
        return sum(bisect_left(each, start) < bisect_left(each, end) for each in places) >= 2

    groups = [group for group in _preformatted(page) if has_fields(*_ends(group))]
    if groups:
        group = max(groups, key=lambda each: _ends(each)[1] - _ends(each)[0])
        return "\n\n".join(page.text[each.start : each.end].strip("\n") for each in group)
    blocks = [
        each for each in page.elements if each.name in BLOCKS and has_fields(each.start, each.end)
    ]
    if not blocks:
        return page.text.strip("\n") if has_fields(0, len(page.text)) else ""
    smallest = min(blocks, key=lambda each: each.end - each.start)
    start, end = _whole(page, smallest, blocks)
    return page.text[start:end].strip("\n")


def _preformatted(page: Page) -> list[list[Element]]:
    """Blocks of `<pre>`, those together between which nothing else is said."""
    groups: list[list[Element]] = []
    for each in page.elements:
        if each.name != "pre":
            continue
        if groups and not page.text[groups[-1][-1].end : each.start].strip():
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _ends(group: list[Element]) -> tuple[int, int]:
    return group[0].start, group[-1].end


def _whole(page: Page, smallest: Element, blocks: list[Element]) -> tuple[int, int]:
    """The block, or one around it when that has the paragraphs or the originator it lacks."""
    start, end = smallest.start, smallest.end
    around = [each for each in blocks if each.start <= start and end <= each.end]
    for each in around[1 : STEPS + 1]:
        if each.end - each.start > LARGER * max(end - start, 200):
            break
        for sign in (PARAGRAPH, ORIGINATOR):
            if sign.search(page.text, each.start, each.end) and not sign.search(
                page.text, start, end
            ):
                start, end = each.start, each.end
    return start, end


def _lost_its_lines(text: str) -> bool:
    """Whether two fields stand on one line, as where a style sheet keeps the lines of a block."""
    first, second = (field.search(text) for field in FIELDS[1:])
    if first is None or second is None:
        return False
    return "\n" not in text[first.start() : second.start()]
