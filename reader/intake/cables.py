"""Paths become cables: files, folders with all that is in them, standard input, pasted text."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from reader.errors import NotACable, ReaderError, UnreadableFile
from reader.intake.folders import find_files
from reader.intake.telegrams import Found, found_in, put_together
from reader.records import Record
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from reader.cable.model import Cable, Telegram

STANDARD_INPUT: Final = "-"
STANDARD_INPUT_NAME: Final = "Standard input"


class Reading(Record):
    """What came of one input: a cable, or why there is none."""

    path: str
    outcome: Cable | ReaderError


def read_cables(path: str | os.PathLike[str], *, year: int | None = None) -> Iterator[Cable]:
    """The cables in a file, one after the other; `year` is used where a fragment lacks its own.

    `FILE#09MOSCOW501` is the cable of that id in a file of many. Raises UnreadableFile when the
    file cannot be read, NotACable when no telegram is in it.
    """
    return _cables(found_in(os.fspath(path)), year)


def read_cable(path: str | os.PathLike[str], *, year: int | None = None) -> Cable:
    """The first cable in a file; raises as `read_cables` does."""
    return next(read_cables(path, year=year))


def read_text_as_cable(text: str, name: str, *, year: int | None = None) -> Cable:
    """The first cable in a text that was pasted; `name` is what errors call it."""
    from reader.formats.registry import read_text  # noqa: PLC0415

    return next(_cables((Found(name, each) for each in read_text(text, name)), year))


def read_stream(
    stream: BinaryIO | None, name: str = STANDARD_INPUT_NAME, *, year: int | None = None
) -> Iterator[Cable]:
    """The cables in what comes out of a stream, read to its end; None is a stream that is closed.

    Raises as `read_cables` does.
    """
    return _cables(_found_in_stream(stream, name), year)


def read_inputs(
    paths: Iterable[str], *, year: int | None = None, standard_input: BinaryIO | None = None
) -> Iterator[Reading]:
    """All cables of files and folders, in order; an input that fails is told, the rest go on.

    The path `-` stands for what comes out of `standard_input`. Sections of one telegram that lie in
    files one after the other are put together.
    """
    for path, outcome in put_together(_all_found(paths, standard_input)):
        if isinstance(outcome, ReaderError):
            yield Reading(path, outcome)
            continue
        try:
            yield Reading(path, parse_telegram(outcome, path, year))
        except ReaderError as error:
            yield Reading(path, error)


def parse_telegram(telegram: Telegram, path: str, year: int | None = None) -> Cable:
    """Read a telegram as a cable; raises NotACable when nothing of one is in it."""
    from reader.cable.grammar import parse  # noqa: PLC0415

    try:
        return parse(telegram, year=year)
    except NotACable as error:
        from reader.formats.files import shown_name  # noqa: PLC0415

        name = STANDARD_INPUT_NAME if path == STANDARD_INPUT else shown_name(path)
        raise NotACable(
            tr(
                "{name} does not look like a cable: nothing of a telegram was found in it.",
                name=name,
            ),
            hint=tr("It can still be read as plain text."),
            detail=error.detail,
            text=error.text,
        ) from error


def _cables(found: Iterable[Found], year: int | None) -> Iterator[Cable]:
    """The cables of one input; raises for the first one that fails."""
    for path, outcome in put_together(found):
        if isinstance(outcome, ReaderError):
            raise outcome
        yield parse_telegram(outcome, path, year)


def _all_found(paths: Iterable[str], standard_input: BinaryIO | None) -> Iterator[Found]:
    """What is in all inputs, with an error in the place of what fails."""
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _until_it_fails(path, _found_in_stream(standard_input, STANDARD_INPUT_NAME))
            continue
        for file in find_files(path):
            if file.error:
                yield Found(file.path, file.error)
            else:
                yield from _until_it_fails(file.path, found_in(file.path))


def _until_it_fails(path: str, found: Iterator[Found]) -> Iterator[Found]:
    try:
        yield from found
    except ReaderError as error:
        yield Found(path, error)


def _found_in_stream(stream: BinaryIO | None, name: str) -> Iterator[Found]:
    from reader.formats.files import read_stream as read_all  # noqa: PLC0415
    from reader.formats.registry import read_bytes  # noqa: PLC0415

    if stream is None:
        raise UnreadableFile(
            tr("{name} is closed.", name=name), hint=tr("Name the file that holds the cable.")
        )
    path = STANDARD_INPUT if name == STANDARD_INPUT_NAME else name
    for telegram in read_bytes(read_all(stream, name), STANDARD_INPUT, name):
        yield Found(path, telegram)
