"""Paths become cables: files, folders with all that is in them, standard input, pasted text."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.errors import NotACable, ReaderError, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from reader.cable.model import Cable, Telegram

STANDARD_INPUT: Final = "-"
STANDARD_INPUT_NAME: Final = "Standard input"


class Reading(NamedTuple):
    """What came of one input: a cable, or why there is none."""

    path: str
    outcome: Cable | ReaderError


def read_cables(path: str | os.PathLike[str], *, year: int | None = None) -> Iterator[Cable]:
    """The cables in a file, one after the other; `year` is used where a fragment lacks its own.

    Raises UnreadableFile when the file cannot be read, NotACable when no telegram is in it.
    """
    from reader.formats.files import shown_name  # noqa: PLC0415
    from reader.formats.registry import read_telegrams  # noqa: PLC0415

    name = shown_name(os.fspath(path))
    for telegram in read_telegrams(path):
        yield _parse(telegram, name, year)


def read_cable(path: str | os.PathLike[str], *, year: int | None = None) -> Cable:
    """The first cable in a file; raises as `read_cables` does."""
    return next(read_cables(path, year=year))


def read_text_as_cable(text: str, name: str, *, year: int | None = None) -> Cable:
    """The first cable in a text that was pasted; `name` is what errors call it."""
    from reader.formats.registry import read_text  # noqa: PLC0415

    return _parse(next(read_text(text, name)), name, year)


def read_stream(
    stream: BinaryIO | None, name: str = STANDARD_INPUT_NAME, *, year: int | None = None
) -> Iterator[Cable]:
    """The cables in what comes out of a stream, read to its end; None is a stream that is closed.

    Raises as `read_cables` does.
    """
    from reader.formats.files import read_stream as read_all  # noqa: PLC0415
    from reader.formats.registry import read_bytes  # noqa: PLC0415

    if stream is None:
        raise UnreadableFile(f"{name} is closed.", hint="Name the file that holds the cable.")
    for telegram in read_bytes(read_all(stream, name), STANDARD_INPUT, name):
        yield _parse(telegram, name, year)


def read_inputs(
    paths: Iterable[str], *, year: int | None = None, standard_input: BinaryIO | None = None
) -> Iterator[Reading]:
    """All cables of files and folders, in order; an input that fails is told, the rest go on.

    The path `-` stands for what comes out of `standard_input`.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _read_all(path, read_stream(standard_input, year=year))
            continue
        for found in find_files(path):
            if found.error:
                yield Reading(found.path, found.error)
            else:
                yield from _read_all(found.path, read_cables(found.path, year=year))


def _read_all(path: str, cables: Iterator[Cable]) -> Iterator[Reading]:
    """Each cable of one input, and at its end what went wrong, if anything did."""
    try:
        for cable in cables:
            yield Reading(path, cable)
    except ReaderError as error:
        yield Reading(path, error)


class FoundFile(NamedTuple):
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


def _parse(telegram: Telegram, name: str, year: int | None) -> Cable:
    from reader.cable.grammar import parse  # noqa: PLC0415

    try:
        return parse(telegram, year=year)
    except NotACable as error:
        raise NotACable(
            f"{name} does not look like a cable: nothing of a telegram was found in it.",
            hint="It can still be read as plain text.",
            detail=error.detail,
            text=error.text,
        ) from error


def _not_listed(path: str, error: OSError) -> UnreadableFile:
    from reader.formats.files import unreadable  # noqa: PLC0415

    return unreadable(path, error)


def _nothing_in(path: str) -> UnreadableFile:
    from reader.formats.files import shown_name  # noqa: PLC0415

    return UnreadableFile(
        f"There is nothing in the folder {shown_name(path)}.",
        hint="Name a folder with cables in it.",
    )
