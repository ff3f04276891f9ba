"""What is open in the window: a cable, or a text that is none; and how it is opened."""

from __future__ import annotations

import os
import re
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.errors import NotACable
from reader.paths import shown_path
from reader.records import Record
from reader.translation import tr

if TYPE_CHECKING:
    from reader.cable.model import Cable
    from reader.intake.catalogue import Catalogue
    from reader.intake.rows import Row

LARGEST_AT_ONCE: Final = 48_000
"""Bytes of a file that is read while the window waits; a larger one is read by a worker."""

PASTED_NAME: Final = "Pasted text"
STANDARD_INPUT: Final = "-"
MEMBER_SIGN: Final = "#"
"""Stands before the id of a cable in a file of many."""

# The end of `cable.txt#p7`: the printed number of a paragraph in that file.
PLACE: Final = re.compile(r"#p(\d{1,4})\Z")
# cable:09OSLO9004, cable:09OSLO9004#p7, cable://09OSLO9004/
LINK: Final = re.compile(r"cable:/{0,3}([A-Za-z0-9]{1,60})/?(?:#p(\d{1,4}))?\Z")


class Document(Record):
    """A text that is open, and the cable that was read in it."""

    name: str
    """The name of the file without its folder, as it may be shown."""
    text: str
    cable: Cable | None = None
    path: str = ""
    """The full path, by `os.fsdecode`; empty for a text that was pasted.

    `FILE#09OSLO9004` for a cable in a file of many.
    """


class OpenedText(Record):
    """A document, and why it is no cable if it is none."""

    document: Document
    failure: NotACable | None


class Wanted(Record):
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
        status = Path(file_of(path)).stat()
    except (OSError, ValueError):
        return True
    return not stat.S_ISREG(status.st_mode) or status.st_size <= LARGEST_AT_ONCE


def file_of(path: str) -> str:
    """The file of `FILE#09OSLO9004`; the path itself where no cable in it is named."""
    if MEMBER_SIGN not in path:
        return path
    from reader.intake.telegrams import split_member  # noqa: PLC0415

    return split_member(path)[0]


def open_file(path: str, *, keep_lists: bool = False) -> OpenedText | Catalogue:
    """Read the cable of a file, or of standard input to its end; or list those of a file of many.

    With `keep_lists` the list of a file is kept for the next time. Raises UnreadableFile when there
    is nothing to show.
    """
    if path != STANDARD_INPUT and Path(path).is_dir():
        return _folder(path)
    try:
        cable = _read_cable(path, keep_lists=keep_lists)
    except NotACable as failure:
        # The first cable of a file of many may be damaged.
        listed = None if path == STANDARD_INPUT else _list_of(path, keep_lists=keep_lists)
        if listed is not None:
            return listed
        if not failure.text:
            raise
        return OpenedText(_document(path, failure.text), failure)
    if _may_be_one_of_many(cable, path):
        listed = _list_of(path, keep_lists=keep_lists)
        if listed is not None:
            return listed
    return OpenedText(_document(path, cable.text, cable), None)


def open_row(catalogue: Catalogue, row: Row, *, keep_lists: bool = False) -> OpenedText | Catalogue:
    """Read a cable of a list; a file of many in a folder is another list. Raises ReaderError."""
    from reader.desktop.session.lists import path_of_row  # noqa: PLC0415

    path = path_of_row(catalogue, row)
    if path == row.name:
        return open_file(path, keep_lists=keep_lists)
    try:
        cable = catalogue.read(row)
    except NotACable as failure:
        if not failure.text:
            raise
        return OpenedText(_document(path, failure.text), failure)
    return OpenedText(_document(path, cable.text, cable), None)


def _document(path: str, text: str, cable: Cable | None = None) -> Document:
    if path == STANDARD_INPUT:
        from reader import intake  # noqa: PLC0415

        # Not a place to come back to: it is a text without a path, as one that was pasted.
        return Document(intake.STANDARD_INPUT_NAME, text, cable)
    return Document(shown_path(os.path.basename(path)), text, cable, path)  # noqa: PTH119


def _read_cable(path: str, *, keep_lists: bool) -> Cable:
    from reader import intake  # noqa: PLC0415 - an empty window reads nothing

    if path == STANDARD_INPUT:
        return next(intake.read_stream(sys.stdin.buffer if sys.stdin else None))
    if keep_lists and file_of(path) != path:
        from reader.desktop.session.lists import find_in_list  # noqa: PLC0415

        found = find_in_list(path)
        if found is not None:
            return found
    return intake.read_cable(Path(path))


def _may_be_one_of_many(cable: Cable, path: str) -> bool:
    """Whether the file of a cable may hold others; not where the cable was asked for by its id."""
    if path == STANDARD_INPUT or file_of(path) != path:
        return False
    from reader.formats.kinds import Kind  # noqa: PLC0415
    from reader.formats.registry import FORMATS  # noqa: PLC0415

    source = cable.source
    many = any(each.kind is Kind.MANY for each in FORMATS if each.name == source.format)
    # The member of an archive has a path of its own.
    return many or source.path != str(Path(path))


def _list_of(path: str, *, keep_lists: bool) -> Catalogue | None:
    from reader.desktop.session.lists import open_list  # noqa: PLC0415 - few files hold many

    return open_list(path, keep=keep_lists)


def _folder(path: str) -> Catalogue:
    from reader.intake.catalogue import Catalogue as Folder  # noqa: PLC0415

    return Folder(path, None, None)


def open_text(text: str) -> OpenedText:
    """Read a cable in a text that was pasted."""
    from reader.intake import read_text_as_cable  # noqa: PLC0415

    try:
        cable = read_text_as_cable(text, PASTED_NAME)
    except NotACable as failure:
        return OpenedText(Document(tr(PASTED_NAME), failure.text or text), failure)
    return OpenedText(Document(tr(PASTED_NAME), cable.text, cable), None)
