"""A cable as one HTML page, to be read and printed: words escaped, no script, nothing loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.exports.edition import Shape, edition_of
from reader.cable.exports.signs import escaped
from reader.cable.redactions import runs_of
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.cable.exports.edition import Edition, Endnote, Piece
    from reader.cable.model import Cable

STYLE: Final = """
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font-family: serif; line-height: 1.5; }
h1 { line-height: 1.25; } h2, h3 { margin: 2rem 0 0.5rem; break-after: avoid; }
.classification { font: bold 0.85rem sans-serif; }
dl { display: grid; grid-template-columns: max-content auto; gap: 0.2rem 1rem; margin: 0;
  padding: 0.75rem 0; border: solid #999; border-width: 1px 0; font: 0.85rem/1.4 sans-serif; }
dt { color: #555; } dd { margin: 0; overflow-wrap: anywhere; }
.paragraph { position: relative; margin: 1rem 0; padding-left: 4.5rem; }
.label { position: absolute; left: 0; width: 4rem; color: #555; font: 0.85rem/1.75 sans-serif; }
p { margin: 0.5rem 0; overflow-wrap: anywhere; orphans: 2; widows: 2; }
.item { padding-left: 1.5rem; }
pre { overflow-x: auto; font-size: 0.8rem; line-height: 1.3; }
.redaction { color: #333; background: #333; }
.signature { margin-top: 2rem; white-space: pre-line; color: #555; }
.notes li, .references li { margin: 0.25rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.references { list-style: none; padding: 0; }
@page { margin: 2cm; @bottom-right { content: counter(page) " of " counter(pages); } }
@media print {
  body { max-width: none; margin: 0; font-size: 11pt; } pre { white-space: pre-wrap; }
}
"""
HEAD: Final = """<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
"""
TAIL: Final = "</body>\n</html>\n"

LINK: Final = "@link@"
"""Stands in a sentence where the link is put, once the rest is escaped."""

HEADINGS: Final = {Shape.HEADING: "h2", Shape.SUBHEADING: "h3"}


def html_page(cable: Cable, notes: Sequence[Endnote] = ()) -> str:
    """The page; a paragraph's place in it is called as in its permalink: `#p7`."""
    return "".join(_page(edition_of(cable, notes)))


def _page(edition: Edition) -> Iterator[str]:
    yield HEAD
    yield f"<title>{escaped(f'{edition.cable_id}: {edition.title}')}</title>\n"
    yield f"<style>{STYLE}</style>\n</head>\n<body>\n<header>\n"
    yield f'<p class="classification" dir="auto">{escaped(edition.classification)}</p>\n'
    yield f'<h1 dir="auto">{escaped(edition.title)}</h1>\n'
    if edition.facts:
        yield "<dl>\n"
        for name, value in edition.facts:
            yield f'<dt>{escaped(name)}</dt><dd dir="auto">{escaped(value)}</dd>\n'
        yield "</dl>\n"
    if edition.references:
        yield from _list(tr("References"), "ul", "references", edition.references)
    yield "</header>\n<main>\n"
    yield from _body(edition.pieces)
    yield "</main>\n"
    if edition.notes:
        yield from _list(tr("Notes"), "ol", "notes", edition.notes)
    if edition.link:
        words = escaped(tr("Link: {link}", link=LINK)).replace(
            LINK, f"<code>{escaped(edition.link)}</code>"
        )
        yield f"<footer><p>{words}</p></footer>\n"
    yield TAIL


def _list(title: str, tag: str, name: str, items: Sequence[str]) -> Iterator[str]:
    yield f'<section>\n<h2>{escaped(title)}</h2>\n<{tag} class="{name}">\n'
    for number, item in enumerate(items, 1):
        place = f' id="note{number}"' if name == "notes" else ""
        yield f'<li{place} dir="auto">{escaped(item)}</li>\n'
    yield f"</{tag}>\n</section>\n"


def _body(pieces: Sequence[Piece]) -> Iterator[str]:
    """Headings, and a box for each paragraph with its blocks."""
    is_open = False
    before = -1
    for piece in pieces:
        if is_open and piece.ordinal != before:
            yield "</div>\n"
            is_open = False
        if piece.ordinal >= 0 and not is_open:
            place = f' id="{escaped(piece.place)}"' if piece.place else ""
            yield f'<div class="paragraph"{place}>\n'
            yield _label(piece)
            is_open = True
        before = piece.ordinal
        yield _block(piece)
    if is_open:
        yield "</div>\n"


def _label(piece: Piece) -> str:
    number = f"{piece.number}." if piece.number else ""
    marking = f"({piece.marking})" if piece.marking else ""
    label = " ".join(filter(None, (number, marking)))
    return f'<div class="label">{escaped(label)}</div>\n' if label else ""


def _block(piece: Piece) -> str:
    words = "".join(
        f'<span class="redaction">{escaped(run)}</span>' if is_redacted else escaped(run)
        for run, is_redacted in runs_of(piece.text)
    )
    calls = "".join(f'<sup><a href="#note{n}">{n}</a></sup>' for n in piece.notes)
    if piece.shape in HEADINGS:
        tag = HEADINGS[piece.shape]
        marking = f"({escaped(piece.marking)}) " if piece.marking else ""
        return f'<{tag} dir="auto">{marking}{words}</{tag}>\n'
    if piece.shape is Shape.TABLE:
        # A line end right behind the tag belongs to nobody.
        return f"<pre>\n{words}</pre>{calls}\n"
    name = "" if piece.shape is Shape.TEXT else f' class="{piece.shape.value}"'
    return f'<p{name} dir="auto">{words}{calls}</p>\n'
