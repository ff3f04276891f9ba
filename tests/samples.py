"""Real web pages of 2010, when they lie beside the checkout, and the answers in their markup.

In these pages TAGS are links, paragraph numbers follow anchors, and a table and a title give the
rest (TELEGRAM.md 1.2). The two `<pre>` blocks without their tags are the raw telegram.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class SamplePage:
    """A page's telegram as raw text, and what its markup says of it."""

    reference_id: str
    text: str
    tags: tuple[str, ...]
    classification: str
    date: str
    subject: str
    numbers: tuple[int, ...]


def read_sample_page(path: Path) -> SamplePage:
    """The last cable table, title and two `<pre>` blocks of a page."""
    page = path.read_text(encoding="utf-8")
    cell = re.compile(r"<td>\s*<a [^>]*>([^<]*)</a>")
    table = page[page.rindex("<table class='cable'>") :]
    reference_id, created, _released, classification, *_ = cell.findall(table)
    head, body = re.findall(r"<pre>(.*?)</pre>", table, re.DOTALL)
    [title] = re.findall(r"<h3>Viewing cable (.*?)</h3>", page, re.DOTALL)
    return SamplePage(
        reference_id=reference_id,
        text=f"{_plain(head)}\n\n{_plain(body)}",
        tags=tuple(re.findall(r"<a href='/tag/[^>]*>([^<]*)</a>", body)),
        classification=unescape(classification).partition("//")[0].strip(),
        date=created[:10],
        subject=" ".join(unescape(title).partition(",")[2].split()),
        numbers=tuple(map(int, re.findall(r"<a id='par[^>]*>¶</a>\s*(\d+)", _newlines(body)))),
    )


def _newlines(markup: str) -> str:
    return markup.replace("&#x000A;", "\n")


def _plain(markup: str) -> str:
    return unescape(TAG.sub("", _newlines(markup)))
