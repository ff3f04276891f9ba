"""FORMATS: what a cable file can be, how it is told, and what reads it.

A new format is one module, with `read`, and one row.
"""

from __future__ import annotations

import os
import re
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, cast

from reader.errors import NotACable
from reader.formats import limits
from reader.formats.checksum import checksum
from reader.formats.decoding import Decoded, decode, end_lines, is_ordinary
from reader.formats.file_type import CABLE_FILE
from reader.formats.files import read_file, shown_name, too_large

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.cable.model import Telegram
    from reader.formats.file_type import FileType
    from reader.formats.foreign import ForeignKind


class Head(NamedTuple):
    """The beginning of a file, by which its format is told."""

    text: str
    """Decoded, without the blanks before its first sign."""
    ending: str
    """Of the file's name, in small letters, with the dot."""


class Reader(Protocol):
    """What the module of a format offers."""

    def read(self, decoded: Decoded, path: str, sha256: str) -> Iterator[Telegram]:
        """The telegrams in a text; its path and the SHA-256 of its bytes go into their source."""


class Format(NamedTuple):
    """A kind of file that cables come in."""

    name: str
    """As in the JSON of a cable."""
    title: str
    """For a list of formats to choose from."""
    endings: tuple[str, ...]
    """Of file names, in small letters, with the dot."""
    mime_types: tuple[str, ...]
    is_like: Callable[[Head], bool]
    """Whether a file that begins so is of this format."""
    module: str
    """The module of `reader.formats` that reads it, loaded when it is needed."""
    file_type: FileType | None = None
    """The type that the desktop opens with the program; the others are only offered to it."""

    def reader(self) -> Reader:
        """The module that reads it."""
        return cast("Reader", import_module(f"reader.formats.{self.module}"))


PAGE_ENDINGS: Final = (".html", ".htm", ".xhtml")
MARKDOWN_ENDINGS: Final = (".md", ".markdown", ".mdown")

# [PARM](#), [OSLO 12](https://...), [B](</cable/9>): no teletype ever sent this
LINK_SIGNS: Final = ("](#", "](http", "](/", "](<")

# A text that begins so may be a page, data or a dump; all others begin as a telegram may.
DOUBTFUL_BEGINNINGS: Final = ("<", "{", "[", '"', "%", "INSERT", "CREATE", "COPY", "--")

BLANKS: Final = "\ufeff\x00\x1a \t\n\f\xa0"

# <!DOCTYPE html>, <html lang="en">, <!-- saved from url -->, <pre>
PAGE: Final = re.compile(
    r"<(?:!doctype[ ]html|!--|(?:html|head|title|meta|link|script|style|body|div|table|pre|code|p"
    r"|span|h[1-6])[\s>])",
    re.IGNORECASE,
)
XML_LINE: Final = re.compile(r"<\?xml[^<>]{0,200}>\s{0,20}")
# <title>Cable Viewer</title>, <h3>Viewing cable 09OSLO9004, ..., <table class='cable'>
CABLEGATE: Final = re.compile(
    r"<title>Cable Viewer|<h3>Viewing cable |<code><pre>|<table class=['\"]cable['\"]"
)


def _is_web_page(head: Head) -> bool:
    text = head.text
    return text.startswith("<") and PAGE.match(text, _end_of_xml_line(text)) is not None


def _end_of_xml_line(text: str) -> int:
    match = XML_LINE.match(text)
    return match.end() if match else 0


def _is_cablegate_page(head: Head) -> bool:
    return head.text.startswith("<") and CABLEGATE.search(head.text) is not None


def _is_markdown(head: Head) -> bool:
    return head.ending in MARKDOWN_ENDINGS or any(sign in head.text for sign in LINK_SIGNS)


def _is_any_text(_head: Head) -> bool:
    return True


# In the order in which a file is held against them: what is in it comes before its name.
FORMATS: Final = (
    Format(
        "cablegate_html",
        "Web page of Cablegate",
        PAGE_ENDINGS,
        ("text/html", "application/xhtml+xml"),
        _is_cablegate_page,
        "cablegate_html",
    ),
    Format(
        "markdown",
        "Web page pasted as Markdown",
        MARKDOWN_ENDINGS,
        ("text/markdown",),
        _is_markdown,
        "markdown",
    ),
    # The last one takes any text: only the grammar can say that nothing of a telegram is in it.
    Format(
        "telegram",
        "Telegram as plain text",
        (".txt", ".text", ".cable"),
        ("text/plain",),
        _is_any_text,
        "telegram",
        CABLE_FILE,
    ),
)


def sniff(data: bytes, name: str) -> Format:
    """The format of a file, by its first bytes before its name (TELEGRAM.md 1.0).

    Raises NotACable when it is empty, no text, or a kind of file that cannot be read yet.
    """
    head = data[: limits.SNIFFED_BYTES]
    decoded = decode(head)
    if not is_ordinary(head):
        _refuse_bytes(head, decoded.encoding, name)
    if len(head) == len(data) and not decoded.text.strip(BLANKS):
        raise _empty(name, decoded.text)
    return _format_of_text(decoded.text, name, lambda: decode(data).text)


def read_telegrams(path: str | os.PathLike[str]) -> Iterator[Telegram]:
    """The telegrams in a file, one after the other.

    Raises UnreadableFile, or NotACable for a file that is no text or cannot be read yet.
    """
    place = os.fspath(path)
    yield from read_bytes(read_file(place), place, shown_name(place))


def read_bytes(data: bytes, path: str, name: str) -> Iterator[Telegram]:
    """The telegrams in what a file holds.

    `path` is where it came from, for the source; `name` is what errors call it.
    """
    found = sniff(data, name)
    return found.reader().read(decode(data), path, checksum(data))


def read_text(text: str, name: str) -> Iterator[Telegram]:
    """The telegrams in a text that was pasted; `name` is what errors call it."""
    if len(text) > limits.FILE_BYTES:
        raise too_large(name)
    data = text.encode("utf-8", errors="replace")
    text = end_lines(data.decode("utf-8"))
    if not text.strip(BLANKS):
        raise _empty(name, text)
    found = _format_of_text(text[: limits.SNIFFED_BYTES], name, lambda: text)
    decoded = Decoded(text, "utf-8", (), is_ordinary(data))
    return found.reader().read(decoded, "", checksum(data))


def _refuse_bytes(head: bytes, encoding: str, name: str) -> None:
    """Raise NotACable when the first bytes are those of a picture, an archive and so on."""
    from reader.formats.foreign import NOT_TEXT, foreign_kind, is_binary  # noqa: PLC0415

    kind = foreign_kind(head)
    if kind is None and is_binary(head, has_zeros=encoding.startswith(("utf-16", "utf-32"))):
        kind = NOT_TEXT
    if kind:
        raise _foreign(kind, name)


def _format_of_text(text: str, name: str, whole: Callable[[], str]) -> Format:
    head = Head(text.lstrip(BLANKS), os.path.splitext(name)[1].lower())  # noqa: PTH122
    found = next(each for each in FORMATS if each.is_like(head))
    if found is FORMATS[-1] and head.text.startswith(DOUBTFUL_BEGINNINGS):
        from reader.formats.foreign import foreign_text  # noqa: PLC0415 - few files begin so

        kind = foreign_text(head.text)
        if kind:
            raise _foreign(kind, name, whole() if kind.is_text else "")
    return found


def _foreign(kind: ForeignKind, name: str, text: str = "") -> NotACable:
    return NotACable(f"{name} is {kind.what}.", hint=kind.way_out, detail=kind.what, text=text)


def _empty(name: str, text: str) -> NotACable:
    return NotACable(
        f"{name} holds only blanks." if text else f"{name} is empty.",
        hint="Name the file that holds the cable, or paste its text.",
    )
