"""FileType: the kind of file that the program is for, as it is made known to a desktop."""

from __future__ import annotations

from typing import Final

from reader.records import Record


class Magic(Record):
    """Words by which a file without an ending is known; all of them must be in it."""

    words: tuple[str, ...]
    """A line feed in front stands for the beginning of a line."""
    within: int
    """Bytes from the beginning in which they start."""


class FileType(Record):
    """A type of file of our own, which the desktop opens with the program unless told otherwise."""

    mime_type: str
    title: str
    endings: tuple[str, ...]
    """Of file names, in small letters, with the dot; the one that is ours alone comes first."""
    parent: str
    """The type of which it is a special case."""
    magic: tuple[Magic, ...]
    """Any of them is enough."""
    priority: int
    """Of the magic against that of other types, from 0 to 100; 50 is usual."""


HEAD_BYTES: Final = 4096

CABLE_FILE: Final = FileType(
    "application/x-us-diplomatic-cable",
    "US diplomatic cable",
    (".cable", ".cable.txt"),
    "text/plain",
    (
        Magic(("VZCZC",), 64),  # VZCZCXRO6164
        Magic(("\nFM ", "\nSUBJ"), HEAD_BYTES),  # FM AMEMBASSY OSLO ... SUBJECT: FERRIES
        Magic(("\nE.O. 1", "\nTAGS"), HEAD_BYTES),  # E.O. 12958: N/A ... TAGS: EWWT, NO
    ),
    60,
)
"""A telegram as plain text. A text file whose name ends in .txt alone stays a text file."""
