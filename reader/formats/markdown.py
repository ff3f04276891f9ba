"""A cable that was copied from a web page into Markdown (TELEGRAM.md 0).

Nothing of a cable may turn into Markdown, so of its rules only these are read: links, escapes,
entities and strong words, and of its blocks only paragraphs, underlined headings and rules. What a
mark stands for is noted beside the text, which stays as received.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from reader.cable.model import Markup
from reader.cable.patterns import pattern
from reader.formats import limits, telegram
from reader.formats.overlaps import in_order
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cable.model import Telegram
    from reader.formats.decoding import Decoded

# [PARM](#), [1](#), [](#par3), [[REF]](/cable/1.html "title"), [a \] b](<#>); all on one line
LINK: Final = pattern(
    r"\[(?P<label>(?:[^\[\]\n\\]|\\[^\n]){0,300}+(?:\[[^\[\]\n]{0,60}+\][^\[\]\n]{0,300}+)?)"
    r"\]\([ \t]{0,9}+<?[^()\s<>]{0,1000}+(?:\([^()\s<>]{0,200}+\)[^()\s<>]{0,500}+)?>?"
    r"(?:[ \t]{1,9}+(?:\"[^\"\n]{0,300}+\"|'[^'\n]{0,300}+'))?[ \t]{0,9}+\)"
)

# The same with line ends in it, inside one paragraph.
LONG_LINK: Final = pattern(
    r"\[(?P<label>[^\[\]\\]{0,600}+)\]\([ \t\n]{0,9}+<?[^()\s<>]{0,1000}+>?"
    r"(?:[ \t\n]{1,9}+(?:\"[^\"]{0,300}+\"|'[^']{0,300}+'))?[ \t\n]{0,9}+\)"
)
# What follows the anchor of a paragraph or of an item of the REF line: 1. (C), B. OSLO 12
NUMBER_OR_LETTER: Final = pattern(r"(?:[0-9]{1,3}|[A-Za-z])(?:\\?\.|\))")

# \_ \* \[ 1\. and so on, a backslash among them; and a line end that was kept by a backslash
ESCAPE: Final = pattern(r"\\(?:[!-/:-@\[-`{-~]|$)", re.MULTILINE)
# <http://www.state.gov>
BARE_LINK: Final = pattern(r"<(?P<address>[A-Za-z][A-Za-z0-9+.-]{1,31}+:[^<>\s]{0,1000}+)>")
# &amp; &#39; &nbsp;; what is no entity stays: &D;
ENTITY: Final = pattern(
    r"&(?:(?P<name>[a-z]{2,5})|#(?P<number>[0-9]{1,6})|#[xX](?P<hex>[0-9A-Fa-f]{1,5}));"
)
ENTITIES: Final = {
    "amp": "&",
    "lt": "<",
    "gt": ">",
    "quot": '"',
    "apos": "'",
    "nbsp": " ",
    "para": "¶",
    "mdash": "—",
    "ndash": "–",
    "copy": "©",
}
# **Summary**
STRONG: Final = pattern(r"\*\*(?![\s*])(?P<words>[^*\n]{0,299}+)\*\*(?!\*)")


def read(decoded: Decoded, path: str, sha256: str) -> Iterator[Telegram]:
    """The telegram of a Markdown file; rarely several."""
    for found in telegram.read(decoded, path, sha256):
        if len(found.text) > limits.MARKDOWN_CHARACTERS:
            note = f"{tr(limits.MARKDOWN_SENTENCE)}; {tr(limits.MARKDOWN_WAY_OUT)}"
            source = found.source._replace(repairs=(*found.source.repairs, note))
            yield found._replace(source=source)
            continue
        source = found.source._replace(format="markdown")
        marks = in_order([*find_markup(found.text), *found.markup])
        yield found._replace(source=source, markup=marks)


def find_markup(text: str) -> Iterator[Markup]:
    """Every mark of a Markdown text, and what is read in its place; some lie inside others."""
    for signs, find in MARKS:
        if signs in text:
            yield from find(text)


def _links(text: str) -> Iterator[Markup]:
    """Links read as their words; the anchor of a paragraph's mark as the mark.

    The page had `<a href="#par1">¶</a>1.`, of which copying made `[1](#)1.` or `[¶](#par1)1.`
    """
    found = 0
    for match in LINK.finditer(text):
        found += 1
        if _is_escaped(text, match.start()):
            continue
        label = match["label"]
        to_anchor = text.startswith("](#", match.end("label"))
        following = match.end()
        if label == "¶" or label.isdigit():
            following += text.startswith(" ", following)
        if to_anchor and NUMBER_OR_LETTER.match(text, following):
            yield Markup(*match.span(), "¶")
        else:
            yield from _around(match, "label")
    if found < text.count("["):
        yield from _long_links(text)


def _long_links(text: str) -> Iterator[Markup]:
    """Links that run over a line end, which they may do inside one paragraph only."""
    found = [match for match in LONG_LINK.finditer(text) if "\n" in match.group()]
    if not found:
        return
    starts, ends = _paragraphs(text)
    for match in found:
        block = bisect_right(starts, match.start()) - 1
        if block >= 0 and match.end() <= ends[block] and not _is_escaped(text, match.start()):
            yield from _around(match, "label")


def _around(match: re.Match[str], group: str) -> Iterator[Markup]:
    """All of a match but one group is left out."""
    yield Markup(match.start(), match.start(group), "")
    yield Markup(match.end(group), match.end(), "")


def _is_escaped(text: str, place: int) -> bool:
    """Whether an odd number of backslashes stands before a place."""
    first = place
    while first and text[first - 1] == "\\":
        first -= 1
    return (place - first) % 2 == 1


def _escapes(text: str) -> Iterator[Markup]:
    for match in ESCAPE.finditer(text):
        yield Markup(match.start(), match.start() + 1, "")


def _bare_links(text: str) -> Iterator[Markup]:
    for match in BARE_LINK.finditer(text):
        if not _is_escaped(text, match.start()):
            yield from _around(match, "address")


def _strong_words(text: str) -> Iterator[Markup]:
    for match in STRONG.finditer(text):
        if not match["words"].endswith((" ", "\t")):
            yield from _around(match, "words")


def _entities(text: str) -> Iterator[Markup]:
    for match in ENTITY.finditer(text):
        if match["name"]:
            sign = ENTITIES.get(match["name"], "")
        else:
            code = int(match["number"]) if match["number"] else int(match["hex"], 16)
            sign = chr(code) if code in (9, 10) or 32 <= code < 0xD800 else ""
        if sign and not _is_escaped(text, match.start()):
            yield Markup(*match.span(), " " if sign == "\xa0" else sign)


def _paragraphs(text: str) -> tuple[list[int], list[int]]:
    """Where paragraphs and underlined headings of more than one line begin and end.

    By the block rules of markdown-it-py, which is loaded only for a text with a link that runs over
    a line end: loading it takes 25 ms, as long as all else between a click and the first paint.
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415

    rules = MarkdownIt("zero", {"html": False, "maxNesting": limits.MARKDOWN_NESTING})
    rules.enable(["hr", "lheading", "paragraph"])
    offsets = [0]
    for line in text.split("\n"):
        offsets.append(offsets[-1] + len(line) + 1)
    blocks = [token.map for token in rules.parse(text) if token.type == "inline" and token.map]
    return [offsets[first] for first, _ in blocks], [offsets[last] for _, last in blocks]


# What a text must hold, and what is looked for then.
MARKS: Final = (
    ("](", _links),
    ("\\", _escapes),
    ("&", _entities),
    ("://", _bare_links),
    ("**", _strong_words),
)
