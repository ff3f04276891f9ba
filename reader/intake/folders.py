"""Folders become files: all that is in them, by name."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reader.errors import ReaderError, UnreadableFile
from reader.records import Record
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator


class FoundFile(Record):
    """A path that names a file, or a folder that could not be listed and why."""

    path: str
    error: ReaderError | None = None


def find_files(path: str) -> Iterator[FoundFile]:
    """The path itself; for a folder all files in it and in its folders, by name.

    Hidden ones are passed over. A folder is listed once, however many links lead to it.
    """
    if not os.path.isdir(path):  # noqa: PTH112  paths stay str, any bytes kept
        yield FoundFile(path)
        return
    nothing = True
    for found in _files_below(path):
        nothing = False
        yield found
    if nothing:
        yield FoundFile(path, _nothing_in(path))


def _files_below(folder: str) -> Iterator[FoundFile]:
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        if not os.path.isdir(place):  # noqa: PTH112
            yield FoundFile(place)
            continue
        try:
            status = os.stat(place)  # noqa: PTH116
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            names = sorted(name for name in os.listdir(place) if name[0] != ".")  # noqa: PTH208
        except OSError as error:
            yield FoundFile(place, _not_listed(place, error))
            continue
        # The first one is taken next, and all that is in it before the second.
        waiting += [os.path.join(place, name) for name in reversed(names)]  # noqa: PTH118


def _not_listed(path: str, error: OSError) -> UnreadableFile:
    from reader.formats.files import unreadable  # noqa: PLC0415

    return unreadable(path, error)


def _nothing_in(path: str) -> UnreadableFile:
    from reader.formats.files import shown_name  # noqa: PLC0415

    return UnreadableFile(
        tr("There is nothing in the folder {name}.", name=shown_name(path)),
        hint=tr("Name a folder with cables in it."),
    )
