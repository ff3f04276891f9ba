"""The text of a web page, in one scan whose time grows with the page and no faster.

No library reads the pages. Measured on hostile ones of 20 kB to 320 kB, html.parser takes 4.7 s for
20 kB of `<a `, and the tree builder of lexbor (selectolax) 7.7 s for 320 kB of `<div>`; both read
`&quoted8`, which a teletype sent for an opening quote, as `"ed8`, and drop the `<A>` of a REF line.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from reader.cable.patterns import pattern
from reader.formats.decoding import end_lines
from reader.formats.entities import decode_entities

# </a>, <br/>, <td colspan='5'>, <a title="x" href='y'>; it ends before the next angle bracket
TAG: Final = pattern(
    r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]{0,11})(?P<attributes>(?:[ \t\n/][^<>]*+)?)>"
)
# The same with angle brackets in what is quoted: <p title="a > b">
QUOTING_TAG: Final = pattern(
    r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]{0,11})(?P<attributes>[ \t\n/]"
    r"(?:[^<>\"']{1,500}+|\"[^\"]{0,2000}+\"|'[^']{0,2000}+'){0,60}+)>"
)
QUOTING_TAGS: Final = 500
"""Tries of the longer pattern in one page; each may look at some thousand characters."""

LONGEST_DECLARATION: Final = 2000
"""Characters of `<!DOCTYPE ...>` and of `<?xml ...?>`."""

# Where a tag, a comment, a document type or a processing instruction may begin.
OPENING: Final = pattern(r"<(?:/?[A-Za-z]|!--|!\[|[!?])")

# What is left of a tag at the end of a page that was cut: </d, <a href='/tag/PR
CUT_TAG: Final = re.compile(r"<(?:/[a-z]{0,12}|(?:a|br|code|div|p|pre|span|td)\b[^<>]{0,500})\Z")
LONGEST_CUT: Final = 600

# Elements whose content is no text of the page.
UNSEEN: Final = frozenset({
    "script", "style", "noscript", "template", "svg", "head", "select", "option", "iframe",
    "object", "audio", "video", "del",
})  # fmt: skip
# Of these the content is not even markup.
RAW: Final = frozenset({"script", "style", "noscript", "template", "iframe"})

# What has a line end before and after it, and what has an empty line.
LINES: Final = frozenset({
    "div", "tr", "li", "dd", "dt", "section", "header", "footer", "main", "nav", "form", "pre",
    "body",
})  # fmt: skip
BLOCKS: Final = frozenset({
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "article",
})  # fmt: skip

# All others that a page may have; what has another name in angle brackets is the writer's own.
OTHERS: Final = frozenset({
    "a", "abbr", "acronym", "address", "applet", "area", "aside", "b", "base", "basefont", "bdi",
    "bdo", "big", "br", "button", "canvas", "caption", "center", "cite", "code", "col",
    "colgroup", "data", "datalist", "details", "dfn", "dir", "em", "embed", "fieldset",
    "figcaption", "figure", "font", "frame", "frameset", "hgroup", "hr", "html", "i", "img",
    "input", "ins", "kbd", "label", "legend", "link", "map", "mark", "menu", "meta", "meter",
    "noframes", "optgroup", "output", "param", "picture", "progress", "q", "rb", "rp", "rt",
    "ruby", "s", "samp", "small", "source", "span", "strike", "strong", "sub", "summary", "sup",
    "tbody", "td", "textarea", "tfoot", "th", "thead", "time", "title", "track", "tt", "u", "var",
    "wbr",
})  # fmt: skip
NAMES: Final = OTHERS | UNSEEN | LINES | BLOCKS

# Elements that a reader of pages may ask for.
CONTAINERS: Final = frozenset({
    "title", "h1", "h2", "h3", "table", "th", "td", "div", "article", "section", "main", "body",
    "pre", "span", "blockquote",
})  # fmt: skip

LONGEST_RUN: Final = pattern(r"[ \t\n\r\f]+")


class Element(NamedTuple):
    """A part of a page that holds others, and where its text is in the text of the page."""

    name: str
    attributes: str
    start: int
    end: int


class Page(NamedTuple):
    """What a page says, and which element says it."""

    text: str
    elements: tuple[Element, ...]
    """In the order in which they end: inner ones before outer ones."""


def preformatted_text(markup: str) -> str:
    """The text of what stands inside one `<pre>`: its tags left out, its line ends kept."""
    # Cablegate's pages have no line ends but these.
    text = _without_cut_tag(markup).replace("&#x000A;", "\n")
    if "<" in text:
        text = TAG.sub(_Seen(text).reading, text)
    return end_lines(decode_entities(text))


def inline_text(markup: str) -> str:
    """The text of a cell or a title, on one line."""
    text = preformatted_text(markup)
    return " ".join(text.split())


def read_page(page: str, *, keep_lines: bool = False) -> Page:
    """The text of a whole page and its elements.

    Line ends of the source count as blanks, as in a browser, unless they stand in a `<pre>` or
    `keep_lines` says that the page is styled so.
    """
    return _Scan(page, keep_lines=keep_lines).run()


class _Seen:
    """Which tags of one text are tags."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._closes: dict[str, int] = {}

    def last_close(self, name: str) -> int:
        """Where the last closing tag of a name is, -1 without one; asked for once a name."""
        if name not in self._closes:
            low, high = f"</{name.lower()}", f"</{name.upper()}"
            self._closes[name] = max(self._text.rfind(low), self._text.rfind(high))
        return self._closes[name]

    def reading(self, match: re.Match[str]) -> str:
        """What is read in place of a tag."""
        name = match["name"].lower()
        if not self.is_tag(match):
            return match.group()
        if name == "br":
            return "" if self._text.startswith("\n", match.end()) else "\n"
        if name in {"tr", "p", "div", "li"} and not match["close"]:
            return "\n"
        return " " if name in {"td", "th"} and not match["close"] else ""

    def is_tag(self, match: re.Match[str]) -> bool:
        """Whether it is no sign of the writer's: `<A>` in a REF line is closed nowhere."""
        name = match["name"]
        if name.lower() not in NAMES:
            return False
        if len(name) > 1 or name == "P" or name.islower() or match["close"]:
            return True
        return bool(match["attributes"]) or self.last_close(name) >= 0


class _Scan:
    """One pass over a page."""

    def __init__(self, page: str, *, keep_lines: bool) -> None:
        self._page = page = _without_cut_tag(page)
        self._seen = _Seen(page)
        self._keeps_lines = keep_lines
        self._pieces: list[str] = []
        self._length = 0
        self._line_ends = 2
        self._after_blank = True
        self._open: list[tuple[str, str, int]] = []
        self._counts: dict[str, int] = {}
        self._hidden = ""
        self._hidden_depth = 0
        self._elements: list[Element] = []
        self._tries = QUOTING_TAGS
        self._comments_end = True

    def run(self) -> Page:
        """The whole page."""
        page = self._page
        place = 0
        while match := OPENING.search(page, place):
            end, tag = self._markup(match)
            if end < 0:
                self._say(page[place : match.start() + 1])
                place = match.start() + 1
                continue
            self._say(page[place : match.start()])
            place = self._enter(tag, end) if tag else end
        self._say(page[place:])
        while self._open:
            self._leave(self._open[-1][0])
        return Page("".join(self._pieces), tuple(self._elements))

    def _markup(self, match: re.Match[str]) -> tuple[int, re.Match[str] | None]:
        """Where a piece of markup ends, and the tag that it is; -1 when it is none after all."""
        page, start = self._page, match.start()
        if match.group() == "<!--":
            end = page.find("-->", start) if self._comments_end else -1
            self._comments_end = end >= 0
            return (end + 3 if end >= 0 else -1), None
        if match.group()[1] in "!?":
            end = page.find(">", start, start + LONGEST_DECLARATION)
            return (end + 1 if end >= 0 else -1), None
        tag = TAG.match(page, start)
        if (tag is None or _cuts_quotation(tag["attributes"])) and self._tries:
            quoting = QUOTING_TAG.match(page, start)
            self._tries -= quoting is None
            tag = quoting or tag
        if tag is None or not self._seen.is_tag(tag):
            return -1, None
        return tag.end(), tag

    def _enter(self, tag: re.Match[str], end: int) -> int:
        """Take a tag; where the scan goes on."""
        name = tag["name"].lower()
        is_empty = tag["attributes"].endswith("/")
        if name in RAW and not tag["close"] and not is_empty:
            close = re.compile(f"</{name}", re.IGNORECASE).search(self._page, end)
            return close.start() if close else len(self._page)
        if name in UNSEEN and not is_empty:
            self._hide(name, end, is_close=bool(tag["close"]))
        elif name == "title" and self._hidden == "head":
            self._title(end)
        if self._hidden:
            return end
        if name == "br":
            self._add("\n")
        elif name in {"td", "th"}:
            self._say(" " if not tag["close"] else "")
        elif name in BLOCKS:
            self._break(2)
        elif name in LINES:
            self._break(1)
        if name in CONTAINERS:
            self._hold(tag, name)
        return end

    def _hold(self, tag: re.Match[str], name: str) -> None:
        """Begin or end an element that others may be inside of."""
        if tag["close"]:
            self._leave(name)
        elif not tag["attributes"].endswith("/"):
            self._open.append((name, tag["attributes"], self._length))
            self._counts[name] = self._counts.get(name, 0) + 1

    def _hide(self, name: str, place: int, *, is_close: bool) -> None:
        """Leave out what an element holds; one that is never closed holds nothing."""
        if not self._hidden and not is_close:
            if self._seen.last_close(name) > place:
                self._hidden, self._hidden_depth = name, 1
        elif self._hidden == name:
            self._hidden_depth += -1 if is_close else 1
            if self._hidden_depth == 0:
                self._hidden = ""

    def _title(self, start: int) -> None:
        end = self._page.find("<", start, start + 2000)
        if end > start:
            words = inline_text(self._page[start:end])
            self._elements.append(Element("title", words, 0, 0))

    def _leave(self, name: str) -> None:
        """End the innermost element of a name, and those inside it that were not ended."""
        if not self._counts.get(name):
            return
        while self._open:
            inner, attributes, start = self._open.pop()
            self._counts[inner] -= 1
            self._elements.append(Element(inner, attributes, start, self._length))
            if inner == name:
                return

    def _say(self, markup: str) -> None:
        """Add text of the page, its blanks as a browser shows them."""
        if self._hidden or not markup:
            return
        if self._counts.get("pre") or self._keeps_lines:
            self._add(end_lines(decode_entities(markup.replace("&#x000A;", "\n"))))
            return
        text = LONGEST_RUN.sub(" ", markup)
        if self._after_blank:
            text = text.removeprefix(" ")
        if text:
            self._add(end_lines(decode_entities(text)))

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)
        stripped = text.rstrip("\n")
        ends = len(text) - len(stripped)
        self._line_ends = self._line_ends + ends if not stripped else ends
        self._after_blank = text[-1] in " \n"

    def _break(self, count: int) -> None:
        """See that at least so many line ends stand here."""
        if self._line_ends < count:
            self._add("\n" * (count - self._line_ends))


def _cuts_quotation(attributes: str) -> bool:
    """Whether a tag seems to end inside what it quotes."""
    return attributes.count("'") % 2 == 1 or attributes.count('"') % 2 == 1


def _without_cut_tag(markup: str) -> str:
    cut = CUT_TAG.search(markup, max(len(markup) - LONGEST_CUT, 0))
    return markup[: cut.start()] if cut else markup
