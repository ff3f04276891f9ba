"""Cables in a zip archive, read in place: members stored or deflated, within the limits."""

from __future__ import annotations

import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, BinaryIO, Final

from reader.errors import NotACable
from reader.formats import limits
from reader.formats.collection import Entry
from reader.formats.files import shown_name
from reader.formats.members import is_wanted, over, read_member
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cable.model import Telegram

METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
ENCRYPTED: Final = 1

# The record at the end of the file, and the one that takes its place in a large one.
END: Final = b"PK\x05\x06"
END_BYTES: Final = 22
LONGEST_COMMENT: Final = 65_535
LARGE_END: Final = b"PK\x06\x06"
LARGE_END_BYTES: Final = 56 + 20
MEMBER: Final = b"PK\x01\x02"

DAMAGED: Final = "This zip archive is damaged and cannot be read."
DAMAGED_HINT: Final = "Look for a better copy, or try to unpack it with another program."


class ZipArchive:
    """An open zip archive."""

    def __init__(self, file: BinaryIO, path: str) -> None:
        self._path = path
        try:
            check_index(file)
            self._archive = zipfile.ZipFile(file)
        except (
            zipfile.BadZipFile,
            struct.error,
            ValueError,
            OSError,
            NotImplementedError,
        ) as error:
            raise NotACable(tr(DAMAGED), hint=tr(DAMAGED_HINT), detail=str(error)[:100]) from error
        self._members = self._archive.infolist()

    def entries(self) -> Iterator[Entry]:
        """The members that may be cables."""
        if sum(member.file_size for member in self._members) > limits.ARCHIVE_BYTES:
            raise over("bytes")
        for number, member in enumerate(self._members):
            if is_wanted(member.filename):
                yield Entry(number, member.file_size, name=member.filename)

    def read(self, entry: Entry, index: int) -> Iterator[Telegram]:  # noqa: ARG002
        """The telegrams of a member."""
        member = self._members[entry.offset]
        name = shown_name(member.filename)
        if member.flag_bits & ENCRYPTED:
            raise NotACable(
                tr("{name} is locked by a password.", name=name),
                hint=tr("Unpack the archive with another program, and open what is inside."),
            )
        if member.compress_type not in METHODS:
            raise NotACable(
                tr("{name} is packed by a method that is not read.", name=name),
                hint=tr("Unpack the archive with another program, and open what is inside."),
                detail=f"method {member.compress_type}",
            )
        check_size(member.file_size, member.compress_size, member.filename)
        try:
            with self._archive.open(member) as stream:
                data = stream.read(limits.ARCHIVE_MEMBER_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise NotACable(
                tr("{name} is damaged in the archive and cannot be read.", name=name),
                hint=tr(DAMAGED_HINT),
                detail=str(error)[:100],
            ) from error
        if len(data) > limits.ARCHIVE_MEMBER_BYTES:
            raise over("member", name)
        yield from read_member(data, self._path, member.filename)


def open_collection(file: BinaryIO, path: str) -> ZipArchive:
    """The members of an open zip archive."""
    return ZipArchive(file, path)


def check_size(size: int, packed: int, name: str) -> None:
    """Raise NotACable for a member that is too large, or too much larger than packed."""
    if size > limits.ARCHIVE_MEMBER_BYTES:
        raise over("member", name)
    if size > limits.ARCHIVE_SMALL and size > limits.ARCHIVE_RATIO * max(packed, 1):
        raise over("ratio", name)


def check_index(file: BinaryIO) -> None:
    """Raise NotACable when the list of members is too long to be read.

    What the end of the archive says of their number need not be true, so they are counted.
    """
    size = file.seek(0, 2)
    start = max(size - LONGEST_COMMENT - END_BYTES - LARGE_END_BYTES, 0)
    file.seek(start)
    tail = file.read()
    place = tail.rfind(END)
    if place < 0 or len(tail) - place < END_BYTES:
        return  # which zipfile says in its own words
    (index_bytes,) = struct.unpack_from("<I", tail, place + 12)
    end = place
    large = tail.rfind(LARGE_END, 0, place)
    if index_bytes == 0xFFFFFFFF and large >= 0 and len(tail) - large >= 56:
        (index_bytes,) = struct.unpack_from("<Q", tail, large + 40)
        end = large
    if index_bytes > limits.ARCHIVE_INDEX_BYTES:
        raise over("index")
    file.seek(max(start + end - index_bytes, 0))
    if file.read(index_bytes).count(MEMBER) > limits.ARCHIVE_MEMBERS:
        raise over("members")
