"""Files that hold no text, or whose text is wrapped in something that cannot be read yet.

Each is told by its content and refused with a sentence and a way out (TELEGRAM.md 1.0).
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple


class ForeignKind(NamedTuple):
    """A kind of file that is not read: what it is, and what to do with it."""

    what: str
    way_out: str
    is_text: bool = False
    """Whether what is in it can be shown as plain text."""


COPY_TEXT: Final = (
    "Open it with the program it was made for, copy the cable's text and paste it here."
)
NO_TEXT: Final = (
    "If it shows a cable, have its text recognised by another program and paste that here."
)

PICTURE: Final = ForeignKind("a picture, which holds no text", NO_TEXT)
SOUND: Final = ForeignKind(
    "a recording, which holds no text", "Name the file that holds the cable."
)
PROGRAM: Final = ForeignKind("a program", "Name the file that holds the cable.")
DATABASE: Final = ForeignKind(
    "a database of another program, which cannot be read",
    "Export the cable as a text file from the program that made it.",
)
ARCHIVE: Final = ForeignKind(
    "an archive, which cannot be read yet", "Unpack it, and open the cable that is inside."
)
PDF: Final = ForeignKind(
    "a PDF document, which cannot be read yet",
    "Open it in a PDF viewer, select all of its text, copy it and paste it here.",
)
OFFICE: Final = ForeignKind(
    "a document or a mail of an office program, which cannot be read yet",
    "Save it as plain text, or copy the cable's text and paste it here.",
)
RICH_TEXT: Final = ForeignKind(
    "a rich text document (RTF), which cannot be read yet",
    "Save it as plain text, or copy the cable's text and paste it here.",
)
NOT_TEXT: Final = ForeignKind("not a text file", COPY_TEXT)
WEB_PAGE: Final = ForeignKind(
    "a web page, which cannot be read yet",
    "Open it in a browser, copy the cable's text and paste it here, or save the page as text.",
    is_text=True,
)
XML: Final = ForeignKind("an XML document, which cannot be read yet", COPY_TEXT, is_text=True)
JSON: Final = ForeignKind(
    "a file of data (JSON), which cannot be read yet",
    "Copy the cable's text out of it and paste it here.",
    is_text=True,
)
TABLE: Final = ForeignKind(
    "a table of many cables, which cannot be read yet",
    "Copy the text of one cable out of it and paste it here.",
    is_text=True,
)

# What a file begins with. A cut of a telegram never does: each has a byte that no text has, or
# words that no telegram begins with.
SIGNATURES: Final = (
    (b"%PDF-", PDF),
    (b"PK\x03\x04", ARCHIVE),
    (b"PK\x05\x06", ARCHIVE),
    (b"\x1f\x8b", ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", ARCHIVE),
    (b"BZh", ARCHIVE),
    (b"\xfd7zXZ\x00", ARCHIVE),
    (b"\x28\xb5\x2f\xfd", ARCHIVE),
    (b"Rar!\x1a\x07", ARCHIVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OFFICE),
    (b"SQLite format 3\x00", DATABASE),
    (b"\xff\xd8\xff", PICTURE),
    (b"\x89PNG\r\n\x1a\n", PICTURE),
    (b"GIF87a", PICTURE),
    (b"GIF89a", PICTURE),
    (b"II*\x00", PICTURE),
    (b"MM\x00*", PICTURE),
    (b"AT&TFORM", PICTURE),
    (b"ID3", SOUND),
    (b"OggS", SOUND),
    (b"fLaC", SOUND),
    (b"\x7fELF", PROGRAM),
    (b"MZ\x90\x00", PROGRAM),
)

# What stands a few bytes further on: RIFF....WEBP, ....ftypheic
LATER_SIGNATURES: Final = (
    (8, b"WEBP", PICTURE),
    (8, b"WAVE", SOUND),
    (4, b"ftyphei", PICTURE),
    (4, b"ftypmif1", PICTURE),
    (4, b"ftypavif", PICTURE),
    (4, b"ftyp", SOUND),
)

# How a text begins that carries cables inside something else.
BEGINNINGS: Final = (
    (r"%PDF-", PDF),
    (r"\{\\rtf", RICH_TEXT),
    # <?xml version="1.0"?>, <TEI xmlns=...>
    (r"<\?xml|<TEI[\s>]", XML),
    # <!DOCTYPE html>, <html lang="en">, <!-- saved from url -->, <pre>
    (
        r"(?i)<(?:!doctype[ ]html|!--|(?:html|head|title|meta|link|script|style|body|div|table|pre"
        r"|p|span|h[1-6])[\s>])",
        WEB_PAGE,
    ),
    # `{"reference_id": ...`, `[{"id": 1`
    (r'\{\s{0,99}"|\[\s{0,99}\{\s{0,99}"', JSON),
    # A row of the table: "1","12/28/1966 18:48","66BUENOSAIRES2481",
    (r'"\d{1,9}","\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d\d","', TABLE),
    # `INSERT INTO cable VALUES`, `COPY cable (id, date) FROM stdin`, `-- PostgreSQL database dump`
    (
        r"(?:INSERT INTO|CREATE TABLE) [\w`\"'.]{1,80}[ (]|COPY [\w.\"]{1,80} \([^\n]{1,400} FROM "
        r"|--[^\n]{0,20}(?:PostgreSQL|MySQL)",
        TABLE,
    ),
)

# Control bytes that no text has: all of ASCII's but tab, line feed, form feed, carriage return,
# escape, vertical tab, the end-of-file sign, and the zero byte.
CONTROLS: Final = (
    bytes(byte for byte in range(1, 32) if byte not in b"\t\n\x0b\x0c\r\x1a\x1b") + b"\x7f"
)


def foreign_kind(head: bytes) -> ForeignKind | None:
    """What the first bytes of a file say it is, if that is no text."""
    for signature, kind in SIGNATURES:
        if head.startswith(signature):
            return kind
    for place, signature, kind in LATER_SIGNATURES:
        if head.startswith(signature, place):
            return kind
    return None


def foreign_text(beginning: str) -> ForeignKind | None:
    """What the beginning of a text says it is, if a telegram does not simply stand in it."""
    for pattern, kind in BEGINNINGS:
        if re.match(pattern, beginning):
            return kind
    return None


def is_binary(head: bytes, *, has_zeros: bool) -> bool:
    """Whether more than one byte in twenty is of a kind that texts do not have.

    `has_zeros`: the bytes are UTF-16 or UTF-32, where zero bytes stand between letters.
    """
    controls = len(head) - len(head.translate(None, CONTROLS))
    if not has_zeros:
        controls += head.count(0)
    return controls * 20 > len(head)
