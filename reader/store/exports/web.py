"""Marks as one HTML page, to be read and printed: every word escaped, and nothing is loaded."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final

from reader.cable.citation import cite_place, permalink, printed_number
from reader.store.exports.order import by_cable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reader.store.marks import Colour, Mark

HEAD: Final = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>Marks</title>
<style>
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font-family: serif; line-height: 1.5; }
article { margin: 1.5rem 0; break-inside: avoid; }
blockquote { margin: 0.5rem 0; padding: 0.25rem 0.75rem; border-left: 0.3rem solid #999; }
.yellow { border-color: #c90; } .green { border-color: #393; }
.blue { border-color: #36c; } .pink { border-color: #c39; }
blockquote, .note { white-space: pre-wrap; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content auto; gap: 0 1rem; font-size: 0.9rem; }
dt { color: #555; } dd { margin: 0; }
</style>
</head>
<body>
<h1>Marks</h1>
"""
TAIL: Final = "</body>\n</html>\n"

# What HTML cannot hold, or what would turn the direction of the line that it stands in.
UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def write(marks: Iterable[Mark], names: Mapping[Colour, str]) -> Iterator[str]:
    """The page, a section for each cable."""
    yield HEAD
    cable_id = None
    for mark in by_cable(marks):
        if mark.cable_id != cable_id:
            cable_id = mark.cable_id
            title = f": {_text(mark.title)}" if mark.title else ""
            yield f"<h2>{_text(mark.anchor.canonical_id or 'Cable without an id')}{title}</h2>\n"
        yield _article(mark, names)
    yield TAIL


def _article(mark: Mark, names: Mapping[Colour, str]) -> str:
    anchor = mark.anchor
    number = printed_number(anchor.number, anchor.ordinal)
    name = f": {_text(mark.name)}" if mark.name else ""
    style = f' class="{mark.colour.value}"' if mark.colour else ""
    note = f'<div class="note" dir="auto">{_text(mark.note)}</div>\n' if mark.note else ""
    rows = "".join(f"<dt>{term}</dt><dd>{value}</dd>\n" for term, value in _facts(mark, names))
    return (
        f"<article>\n<h3>¶{_text(number)}{name}</h3>\n"
        f'<blockquote{style} dir="auto">{_text(anchor.exact)}</blockquote>\n'
        f"{note}<dl>\n{rows}</dl>\n</article>\n"
    )


def _facts(mark: Mark, names: Mapping[Colour, str]) -> Iterator[tuple[str, str]]:
    if mark.labels:
        yield "Labels", _text(", ".join(mark.labels))
    if mark.status:
        yield "Status", _text(mark.status.value)
    if mark.colour:
        own = names.get(mark.colour)
        yield "Colour", _text(f"{mark.colour.value} ({own})" if own else mark.colour.value)
    anchor = mark.anchor
    number = printed_number(anchor.number, anchor.ordinal)
    goes_on = anchor.last_ordinal > anchor.ordinal
    yield "Citation", _text(cite_place(anchor.canonical_id, number, goes_on=goes_on))
    if anchor.canonical_id:
        yield "Link", f"<code>{_text(permalink(anchor.canonical_id, anchor.number))}</code>"


def _text(text: str) -> str:
    return escape(UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text))
