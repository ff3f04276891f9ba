"""What is open in the window: a cable, or a text that is none; and how it is opened."""

from __future__ import annotations

import os
import re
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.errors import NotACable
from reader.paths import shown_path

if TYPE_CHECKING:
    from reader.cable.model import Cable

LARGEST_AT_ONCE: Final = 48_000
"""Bytes of a file that is read while the window waits; a larger one is read by a worker."""

PASTED_NAME: Final = "Pasted text"
STANDARD_INPUT: Final = "-"

# The end of `cable.txt#p7`: the printed number of a paragraph in that file.
PLACE: Final = re.compile(r"#p(\d{1,4})\Z")
# cable:09OSLO9004, cable:09OSLO9004#p7, cable://09OSLO9004/
LINK: Final = re.compile(r"cable:/{0,3}([A-Za-z0-9]{1,60})/?(?:#p(\d{1,4}))?\Z")


@dataclass(frozen=True, slots=True)
class Document:
    """A text that is open, and the cable that was read in it."""

    name: str
    """The name of the file without its folder, as it may be shown."""
    text: str
    cable: Cable | None = None
    path: str = ""
    """The full path, by `os.fsdecode`; empty for a text that was pasted."""


class OpenedText(NamedTuple):
    """A document, and why it is no cable if it is none."""

    document: Document
    failure: NotACable | None


class Wanted(NamedTuple):
    """What an argument asks for: a file, and the printed number of a paragraph if it names one."""

    path: str
    number: int | None
    cable_id: str = ""
    """Instead of a file, the id of a cable."""


def read_argument(argument: str) -> Wanted:
    """`cable.txt#p7` as a full path and a number, unless a file really has that name.

    `cable:09OSLO9004#p7` names a cable by its id. `-` is standard input, and stays as it is.
    """
    if argument == STANDARD_INPUT:
        return Wanted(argument, None)
    link = LINK.match(argument)
    if link is not None and not os.path.lexists(argument):
        return Wanted("", int(link[2]) if link[2] else None, link[1].upper())
    match = PLACE.search(argument)
    if match is None or os.path.lexists(argument):
        return Wanted(full_path(argument), None)
    return Wanted(full_path(argument[: match.start()]), int(match[1]))


def full_path(path: str) -> str:
    """A path from the root, links as they are."""
    return os.path.abspath(path)  # noqa: PTH100  a str in, a str out, any bytes kept


def is_quickly_read(path: str) -> bool:
    """Whether reading a file takes no longer than a reader notices: it is small, or no file."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return True
    return not stat.S_ISREG(status.st_mode) or status.st_size <= LARGEST_AT_ONCE


def open_file(path: str) -> OpenedText:
    """Read the first cable of a file, or of standard input to its end.

    Raises UnreadableFile when there is nothing to show.
    """
    from reader import intake  # noqa: PLC0415 - an empty window reads nothing

    name = shown_path(os.path.basename(path))  # noqa: PTH119
    try:
        if path == STANDARD_INPUT:
            # Not a place to come back to: it is a text without a path, as one that was pasted.
            name, path = intake.STANDARD_INPUT_NAME, ""
            cable = next(intake.read_stream(sys.stdin.buffer if sys.stdin else None))
        else:
            cable = intake.read_cable(Path(path))
    except NotACable as failure:
        if not failure.text:
            raise
        return OpenedText(Document(name, failure.text, path=path), failure)
    return OpenedText(Document(name, cable.text, cable, path), None)


def open_text(text: str) -> OpenedText:
    """Read a cable in a text that was pasted."""
    from reader.intake import read_text_as_cable  # noqa: PLC0415

    try:
        cable = read_text_as_cable(text, PASTED_NAME)
    except NotACable as failure:
        return OpenedText(Document(PASTED_NAME, failure.text or text), failure)
    return OpenedText(Document(PASTED_NAME, cable.text, cable), None)
