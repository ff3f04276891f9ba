"""Paths become telegrams: of one file, of a file of many, or the one that is named in it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from reader.errors import NotACable, ReaderError, UnreadableFile
from reader.records import Record
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.cable.model import Telegram
    from reader.formats.collection import Entry
    from reader.formats.registry import OpenCollection
    from reader.formats.sections import Section

MEMBER_SIGN: Final = "#"


class Found(Record):
    """A telegram and the path that led to it, or why there is none."""

    path: str
    outcome: Telegram | ReaderError


def found_in(path: str) -> Iterator[Found]:
    """The telegrams of a file; one that fails in a file of many is told, and the rest go on.

    `FILE#09MOSCOW501` is the one of that id. Raises ReaderError when the file itself fails.
    """
    from reader.formats.files import read_file, shown_name  # noqa: PLC0415
    from reader.formats.registry import open_collection, read_bytes  # noqa: PLC0415

    file, member = split_member(path)
    opened = open_collection(file)
    if opened is not None:
        with opened.file:
            yield from _chosen(opened, path, member) if member else _entries(opened, file)
        return
    telegrams = read_bytes(read_file(file), file, shown_name(file))
    if not member:
        yield from (Found(file, each) for each in telegrams)
        return
    found = [each for each in telegrams if _is_named(each, member)]
    if not found:
        raise _no_member(file, member)
    yield from (Found(path, each) for each in found)


def split_member(path: str) -> tuple[str, str]:
    """A file and the id of a cable in it, of `FILE#09MOSCOW501`; no id when there is no such file.

    A file whose own name holds the sign is that file.
    """
    file, sign, member = path.rpartition(MEMBER_SIGN)
    if sign and member and file and not os.path.lexists(path) and os.path.isfile(file):  # noqa: PTH113
        return file, member
    return path, ""


def put_together(found: Iterable[Found]) -> Iterator[Found]:
    """The same with telegrams that were sent in sections joined, where the sections follow."""
    from reader.formats.sections import first_section_of, sections_in  # noqa: PLC0415

    group: list[Found] = []
    last: Section | None = None
    for each in found:
        telegram = each.outcome
        this = None if isinstance(telegram, ReaderError) else first_section_of(telegram.text)
        if group and not (last and last.is_followed_by(this)):
            yield _joined(group)
            group = []
        if this is None or isinstance(telegram, ReaderError):
            yield each
            continue
        group.append(each)
        last = list(sections_in(telegram.text))[-1]
        if last.number == last.total:
            yield _joined(group)
            group = []
    if group:
        yield _joined(group)


def _joined(group: list[Found]) -> Found:
    from reader.formats.sections import join_sections  # noqa: PLC0415

    telegrams = [each.outcome for each in group if not isinstance(each.outcome, ReaderError)]
    return Found(group[0].path, join_sections(telegrams))


def _entries(opened: OpenCollection, path: str) -> Iterator[Found]:
    """Every telegram of a file of many; raises NotACable when there is none."""
    index = -1
    for index, entry in enumerate(opened.collection.entries()):
        yield from _read_entry(opened, entry, index, path)
    if index < 0:
        from reader.formats.files import shown_name  # noqa: PLC0415

        raise NotACable(
            tr("There is no cable in {name}.", name=shown_name(path)),
            hint=tr("It may be damaged, or hold something else."),
            detail=opened.format.title,
        )


def _read_entry(opened: OpenCollection, entry: Entry, index: int, path: str) -> Iterator[Found]:
    place = f"{path}{MEMBER_SIGN}{entry.name}" if entry.name else path
    try:
        for telegram in opened.collection.read(entry, index):
            yield Found(place, telegram)
    except ReaderError as error:
        yield Found(place, error)


def _chosen(opened: OpenCollection, path: str, member: str) -> Iterator[Found]:
    """The telegrams of a file of many that an id, or the name of a member, stands for."""
    file = path[: -len(member) - len(MEMBER_SIGN)]
    entries = list(_entries_named(opened, member))
    for index, entry in entries:
        yield from _read_entry(opened, entry, index, file)
    if entries:
        return
    # Archives say no ids: their members are read until one is found.
    for index, entry in enumerate(opened.collection.entries()):
        if entry.reference_id:
            continue
        for found in _read_entry(opened, entry, index, file):
            if not isinstance(found.outcome, ReaderError) and _is_named(found.outcome, member):
                yield found
                return
    raise _no_member(file, member)


def _entries_named(opened: OpenCollection, member: str) -> Iterator[tuple[int, Entry]]:
    from reader.cable.identifiers import canonical_id  # noqa: PLC0415

    wanted = canonical_id(member)
    for index, entry in enumerate(opened.collection.entries()):
        name = entry.reference_id
        if member in {name, entry.name} or (wanted and name and canonical_id(name) == wanted):
            yield index, entry
            return


def _is_named(telegram: Telegram, member: str) -> bool:
    """Whether the telegram is the one of an id, by its own lines or its carrier's word."""
    from reader.cable.grammar import parse  # noqa: PLC0415
    from reader.cable.identifiers import canonical_id  # noqa: PLC0415

    try:
        cable = parse(telegram)
    except ReaderError:
        return False
    return member == cable.reference_id or (
        cable.canonical_id is not None and cable.canonical_id == canonical_id(member)
    )


def _no_member(file: str, member: str) -> UnreadableFile:
    from reader.formats.files import shown_name  # noqa: PLC0415
    from reader.formats.visible import visible  # noqa: PLC0415

    return UnreadableFile(
        tr("There is no cable {name} in {file}.", name=visible(member), file=shown_name(file)),
        hint=tr("`cable-reader inspect --jsonl` lists the cables of a file."),
    )
