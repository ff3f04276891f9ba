"""FORMATS: what a cable file can be, how it is told, and what reads it.

A new format is one module and one row. What the module offers depends on the kind of the row. It is
loaded by its name, so a frozen program has to be told to hold the whole package.
"""

from __future__ import annotations

import os
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, Final, cast

from reader.errors import NotACable
from reader.formats import limits
from reader.formats.checksum import checksum
from reader.formats.decoding import decode, end_lines, is_ordinary
from reader.formats.file_type import CABLE_FILE
from reader.formats.files import open_file, read_file, shown_name, too_large
from reader.formats.kinds import BytesReader, CollectionReader, Format, Kind, TextReader
from reader.formats.signs import (
    Head,
    asks,
    begins_like,
    begins_with,
    either,
    has_any,
    has_line,
    head_of,
    is_any_text,
)
from reader.records import Record
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from reader.cable.model import Telegram
    from reader.formats.collection import Collection
    from reader.formats.foreign import ForeignKind


# A text that begins so may be a page, data or a dump; all others begin as a telegram may.
DOUBTFUL_BEGINNINGS: Final = ("<", "{", "[", '"', "%", "INSERT", "CREATE", "COPY", "--")

PAGES: Final = (".html", ".htm", ".xhtml")
PAGE_TYPES: Final = ("text/html", "application/xhtml+xml")
TEXTS: Final = (".txt",)
TEXT_TYPES: Final = ("text/plain",)
MARKDOWN: Final = (".md", ".markdown", ".mdown")

# [PARM](#), [OSLO 12](https://...), [B](</cable/9>): no teletype ever sent this
LINK_SIGNS: Final = ("](#", "](http", "](/", "](<")

# <!DOCTYPE html>, <html lang="en">, <!-- saved from url -->, <pre>, also after <?xml ...?>
WEB_PAGE: Final = (
    r"(?:<\?xml[^<>]{0,200}>\s{0,20})?<(?:!doctype[ ]html|!--|(?:html|head|title|meta|link|script"
    r"|style|body|div|table|pre|code|p|span|article|center|font|h[1-6])[\s>])"
)
# A row of the table, after a row of names or none: "1","12/28/1966 18:48","66OSLO2481",
TABLE: Final = (
    r"(?:[\"A-Z][A-Z_ \"]{0,40},[A-Z_ \",]{1,300}\n)?"
    r"\"?\d{1,9}\"?,\"?\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d\d\"?,"
    r"\"?\d{2,4}[A-Z]"
)

# Told by their first bytes.
PACKED_FORMATS: Final = (
    Format(
        "pdf", "PDF document", (".pdf",), ("application/pdf",),
        begins_with(b"%PDF-"), "pdf", Kind.BYTES,
    ),
    Format(
        "zip", "Zip archive", (".zip",), ("application/zip",),
        begins_with(b"PK\x03\x04", b"PK\x05\x06"), "zip_archive", Kind.MANY,
    ),
    Format(
        "tar", "Tar archive, or a file packed by gzip", (".tar", ".tgz", ".gz"),
        ("application/x-tar", "application/gzip", "application/x-compressed-tar"),
        either(begins_with(b"\x1f\x8b"), begins_with(b"ustar", place=257)),
        "tar_archive", Kind.MANY,
    ),
)  # fmt: skip

# Told by their text, in the order in which it is held against them: what is in it comes before
# the name of its file.
TEXT_FORMATS: Final = (
    Format(
        "tei", "Foreign Relations of the United States (TEI)", (".xml",),
        ("application/tei+xml", "application/xml", "text/xml"),
        asks("tei", "is_tei", first="<"), "tei", Kind.MANY,
    ),
    Format(
        "cablegate_html", "Web page of Cablegate", PAGES, PAGE_TYPES,
        asks("cablegate_html", "is_page", first="<"), "cablegate_html",
    ),
    Format(
        "cablesearch_html", "Web page of cablegatesearch.net", PAGES, PAGE_TYPES,
        asks("cablesearch_html", "is_page", first="<"), "cablesearch_html",
    ),
    Format(
        "plusd", "Web page of WikiLeaks' library (PlusD)", PAGES, PAGE_TYPES,
        asks("plusd", "is_page", first="<|Key fingerprint "), "plusd",
    ),
    Format(
        "web_page", "Other web page", PAGES, PAGE_TYPES,
        begins_like(WEB_PAGE, sign="<"), "web_page",
    ),
    Format(
        "cables_csv", "Table of cables", (".csv",), ("text/csv",),
        begins_like(TABLE, sign=","), "cables_csv", Kind.MANY,
    ),
    Format(
        "sql_dump", "Dump of a table of cables", (".sql",), ("application/sql",),
        asks("sql_dump", "is_dump", first="INSERT|--|/\\*|CREATE|SET |PRAGMA|BEGIN|DROP|USE"),
        "sql_dump", Kind.MANY,
    ),
    Format(
        "json", "Cables in JSON", (".json", ".jsonl", ".ndjson"),
        ("application/json", "application/x-ndjson"),
        begins_like(r'\{\s{0,99}"|\[\s{0,99}\{\s{0,99}"', sign="{"), "json_records", Kind.MANY,
    ),
    Format(
        "mail", "E-mail", (".eml",), ("message/rfc822",),
        asks("mail", "is_mail", first="[A-Za-z][A-Za-z-]{1,40}: "), "mail", Kind.BYTES,
    ),
    Format(
        "smart", "Message with named fields (SMART)", TEXTS, TEXT_TYPES,
        has_line(r"^[ \t]{0,20}(?:MRN|Date/DTG):", within=4000), "smart",
    ),
    Format(
        "nara", "Telegram of the National Archives (AAD)", TEXTS, TEXT_TYPES,
        asks("nara", "is_record", first="[^¶]", signs=("Message ", "PAGE 01")), "nara",
    ),
    Format(
        "preface", "Text with five lines before the telegram", TEXTS, TEXT_TYPES,
        asks("preface", "is_preface", first=r"\d\d[A-Za-z][A-Za-z0-9]{2,60}[ \t]{0,9}\n"),
        "preface",
    ),
    Format(
        "markdown", "Web page pasted as Markdown", MARKDOWN, ("text/markdown",),
        has_any(LINK_SIGNS, MARKDOWN), "markdown",
    ),
    # The last one takes any text: only the grammar can say that nothing of a telegram is in it.
    Format(
        "telegram", "Telegram as plain text", (".txt", ".text", ".cable"), TEXT_TYPES,
        is_any_text, "telegram", file_type=CABLE_FILE,
    ),
)  # fmt: skip

FORMATS: Final = PACKED_FORMATS + TEXT_FORMATS


def sniff(data: bytes, name: str) -> Format:
    """The format of a file, by its first bytes before its name (TELEGRAM.md 1.0).

    Raises NotACable when it is empty, no text, or a kind of file that is not read.
    """
    return _sniff(head_of(data, name), data, name)


def _sniff(head: Head, data: bytes, name: str) -> Format:
    found = _told_by_bytes(head, name)
    if found is None and not head.text and len(data) == len(head.data):
        raise _empty(name, decode(data).text)
    return found or _told_by_text(head, name, lambda: decode(data).text)


def read_telegrams(path: str | os.PathLike[str]) -> Iterator[Telegram]:
    """The telegrams in a file, one after the other.

    Raises UnreadableFile, or NotACable for a file that is no text or of a kind that is not read.
    """
    place = os.fspath(path)
    found = open_collection(place)
    if found is None:
        yield from read_bytes(read_file(place), place, shown_name(place))
        return
    with found.file:
        yield from _read_collection(found.collection)


class OpenCollection(Record):
    """An open file of many cables, which whoever asked for it closes."""

    file: BinaryIO
    collection: Collection
    format: Format


def open_collection(path: str) -> OpenCollection | None:
    """The cables in a file of many; None for all others, which are read whole.

    Raises as `read_telegrams` does.
    """
    file = open_file(path)
    try:
        first = file.read(limits.SNIFFED_BYTES + 1)
        try:
            found = sniff(first, shown_name(path)) if first else None
        except NotACable:
            if file.seek(0, os.SEEK_END) <= limits.FILE_BYTES:
                raise
            found = None  # it is told to be too large, which is what to know first
        if found is not None and found.kind is Kind.MANY:
            return OpenCollection(file, _collection(found, file, path), found)
    except BaseException:
        file.close()
        raise
    file.close()
    return None


def read_bytes(data: bytes, path: str, name: str) -> Iterator[Telegram]:
    """The telegrams in what a file holds.

    `path` is where it came from, for the source; `name` is what errors call it.
    """
    head = head_of(data, name)
    found = _sniff(head, data, name)
    if found.kind is Kind.MANY:
        return _read_collection(_collection(found, BytesIO(data), path))
    if found.kind is Kind.BYTES:
        return cast("BytesReader", _module(found)).read(data, path, checksum(data))
    decoded = head.decoded if len(head.data) == len(data) else decode(data)
    return cast("TextReader", _module(found)).read(decoded, path, checksum(data))


def read_text(text: str, name: str) -> Iterator[Telegram]:
    """The telegrams in a text that was pasted; `name` is what errors call it."""
    if len(text) > limits.FILE_BYTES:
        raise too_large(name)
    return read_bytes(end_lines(text).encode("utf-8", errors="replace"), "", name)


def _module(found: Format) -> object:
    return import_module(f"reader.formats.{found.module}")


def _collection(found: Format, file: BinaryIO, path: str) -> Collection:
    return cast("CollectionReader", _module(found)).open_collection(file, path)


def _read_collection(collection: Collection) -> Iterator[Telegram]:
    for index, entry in enumerate(collection.entries()):
        yield from collection.read(entry, index)


def _told_by_bytes(head: Head, name: str) -> Format | None:
    """A format that is no text; raises NotACable for a picture, a program and so on."""
    for each in PACKED_FORMATS:
        if each.is_like(head):
            return each
    if is_ordinary(head.data):
        return None
    from reader.formats.foreign import NOT_TEXT, foreign_kind, is_binary  # noqa: PLC0415

    kind = foreign_kind(head.data)
    has_zeros = head.decoded.encoding.startswith(("utf-16", "utf-32"))
    if kind is None and is_binary(head.data, has_zeros=has_zeros):
        kind = NOT_TEXT
    if kind:
        raise _foreign(kind, name)
    return None


def _told_by_text(head: Head, name: str, whole: Callable[[], str]) -> Format:
    """A format of text; raises NotACable for data of some other kind."""
    found = next(each for each in TEXT_FORMATS if each.is_like(head))
    if found is TEXT_FORMATS[-1] and head.text.startswith(DOUBTFUL_BEGINNINGS):
        from reader.formats.foreign import foreign_text  # noqa: PLC0415 - few files begin so

        kind = foreign_text(head.text)
        if kind:
            raise _foreign(kind, name, whole() if kind.is_text else "")
    return found


def _foreign(kind: ForeignKind, name: str, text: str = "") -> NotACable:
    return NotACable(
        tr("{name} is {what}.", name=name, what=tr(kind.what)),
        hint=tr(kind.way_out),
        detail=kind.what,
        text=text,
    )


def _empty(name: str, text: str) -> NotACable:
    return NotACable(
        tr("{name} holds only blanks.", name=name) if text else tr("{name} is empty.", name=name),
        hint=tr("Name the file that holds the cable, or paste its text."),
    )
