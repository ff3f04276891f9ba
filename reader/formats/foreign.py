"""Files that hold no text, or whose text is wrapped in something that is not read.

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
    "a database of another program (SQLite), which is not opened",
    "Export the cables from the program that made it, as text, CSV or JSON.",
)
ARCHIVE: Final = ForeignKind(
    "an archive of a kind that is not read", "Unpack it, and open the cable that is inside."
)
OFFICE: Final = ForeignKind(
    "a message of Outlook (.msg) or a document of an older office program, which is not read",
    "Open it in the program it was made for, and save it as a mail (.eml) or as plain text.",
)
RICH_TEXT: Final = ForeignKind(
    "a rich text document (RTF), which is not read",
    "Save it as plain text, or copy the cable's text and paste it here.",
)
NOT_TEXT: Final = ForeignKind("not a text file", COPY_TEXT)
XML: Final = ForeignKind("an XML document, but none with cables in it", COPY_TEXT, is_text=True)
TABLE: Final = ForeignKind(
    "a dump of a database, but not of a table of cables",
    "Copy the text of one cable out of it and paste it here.",
    is_text=True,
)

# What a file begins with. A cut of a telegram never does: each has a byte that no text has, or
# words that no telegram begins with.
SIGNATURES: Final = (
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

# How a text begins that is data of some other kind.
BEGINNINGS: Final = (
    (r"\{\\rtf", RICH_TEXT),
    # <?xml version="1.0"?>
    (r"<\?xml", XML),
    # `INSERT INTO ship VALUES`, `COPY ship (id, date) FROM stdin`, `-- PostgreSQL database dump`
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
