"""Cables in a tar archive, packed by gzip or not, read in place and forwards.

The library's tarfile keeps all members in memory and takes headers of any size; here a header is
512 bytes, a long name some kilobytes, and all else is passed over.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple, Protocol

from reader.errors import NotACable
from reader.formats import limits
from reader.formats.collection import Entry
from reader.formats.files import shown_name
from reader.formats.members import is_tar, is_wanted, over, read_member
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cable.model import Telegram

BLOCK: Final = 512
PIECE: Final = 256 * 1024
LONGEST_NAME: Final = 64 * 1024

REGULAR: Final = (b"0", b"\0", b"7")
LONG_NAME: Final = b"L"
EXTENDED: Final = b"x"

DAMAGED: Final = "This archive is damaged after {count} members."
DAMAGED_HINT: Final = "Look for a better copy, or try to unpack it with another program."


class Header(NamedTuple):
    """What a member's 512 bytes say."""

    name: str
    size: int
    kind: bytes


class Unpacked(Protocol):
    """The bytes of an archive, by their place."""

    def read_at(self, place: int, size: int) -> bytes:
        """So many bytes from a place on; fewer at the end."""


class Plain:
    """An archive that is not packed."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read_at(self, place: int, size: int) -> bytes:
        """So many bytes from a place on; fewer at the end."""
        self._file.seek(place)
        return self._file.read(size)


class Gunzipped:
    """A file packed by gzip, unpacked piece by piece; going back begins it anew."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._begin()

    def _begin(self) -> None:
        self._file.seek(0)
        self._unpack = zlib.decompressobj(wbits=31)
        self._rest = b""
        self._buffer = bytearray()
        self._place = 0  # of the buffer's first byte
        self._packed = 0
        self._is_at_end = False

    def read_at(self, place: int, size: int) -> bytes:
        """So many bytes from a place on; fewer at the end."""
        if place < self._place:
            self._begin()
        while self._place + len(self._buffer) < place + size and not self._is_at_end:
            passed = min(place - self._place, len(self._buffer))
            if passed > 0:
                del self._buffer[:passed]
                self._place += passed
            self._more()
        start = place - self._place
        return bytes(self._buffer[start : start + size]) if start >= 0 else b""

    def _more(self) -> None:
        """Unpack one more piece; raises NotACable when it grows out of all bounds."""
        if not self._rest:
            self._rest = self._file.read(PIECE)
            self._packed += len(self._rest)
            if not self._rest:
                self._is_at_end = True
                return
        try:
            self._buffer += self._unpack.decompress(self._rest, PIECE)
        except zlib.error as error:
            raise NotACable(
                tr("This file is packed by gzip, and damaged."),
                hint=tr(DAMAGED_HINT),
                detail=str(error)[:100],
            ) from error
        self._rest = self._unpack.unconsumed_tail
        if self._unpack.eof:
            self._rest = self._unpack.unused_data.lstrip(b"\0")
            self._unpack = zlib.decompressobj(wbits=31)
            self._is_at_end = not self._rest.startswith(b"\x1f\x8b")
        unpacked = self._place + len(self._buffer)
        if unpacked > limits.ARCHIVE_BYTES:
            raise over("bytes")
        if unpacked > limits.ARCHIVE_SMALL + limits.ARCHIVE_RATIO * self._packed:
            raise over("ratio")


class TarArchive:
    """An open tar archive."""

    def __init__(self, stream: Unpacked, path: str) -> None:
        self._stream = stream
        self._path = path

    def entries(self) -> Iterator[Entry]:
        """The members that may be cables."""
        place = count = 0
        name, size = "", -1
        while header := self._header(place, count):
            count += 1
            if count > limits.ARCHIVE_MEMBERS:
                raise over("members")
            place += BLOCK
            if header.kind == LONG_NAME and header.size <= LONGEST_NAME:
                name = _text(self._stream.read_at(place, header.size))
            elif header.kind == EXTENDED and header.size <= LONGEST_NAME:
                name, size = _extended(self._stream.read_at(place, header.size), name)
            elif header.kind in REGULAR:
                header = Header(name or header.name, max(size, header.size), header.kind)
                if is_wanted(header.name):
                    yield Entry(place, header.size, name=header.name)
            if header.kind not in (LONG_NAME, EXTENDED):
                name, size = "", -1
            place += (header.size + BLOCK - 1) // BLOCK * BLOCK

    def read(self, entry: Entry, index: int) -> Iterator[Telegram]:  # noqa: ARG002
        """The telegrams of a member."""
        if entry.size > limits.ARCHIVE_MEMBER_BYTES:
            raise over("member", shown_name(entry.name))
        data = self._stream.read_at(entry.offset, entry.size)
        if len(data) < entry.size:
            raise NotACable(
                tr("{name} is cut off: the archive ends inside it.", name=shown_name(entry.name)),
                hint=tr("Look for a better copy of the archive."),
            )
        yield from read_member(data, self._path, entry.name)

    def _header(self, place: int, count: int) -> Header | None:
        """The header of the next member, None at the end; raises NotACable for damage."""
        block = self._stream.read_at(place, BLOCK)
        if len(block) < BLOCK or not block.strip(b"\0"):
            return None
        size = _number(block[124:136])
        told = _number(block[148:156])
        counted = sum(block[:148]) + 8 * 32 + sum(block[156:])
        if told != counted or size < 0:
            raise NotACable(tr(DAMAGED, count=count), hint=tr(DAMAGED_HINT))
        name = _text(block[:100])
        if block[257:263] == b"ustar\0" and block[345] != 0:
            name = f"{_text(block[345:500])}/{name}"
        return Header(name, size, block[156:157])


class GzipFile:
    """One file packed by gzip."""

    def __init__(self, stream: Gunzipped, path: str) -> None:
        self._stream = stream
        self._path = path

    def entries(self) -> Iterator[Entry]:
        """The file that was packed, under its name without the ending."""
        name = self._path.rpartition("/")[2]
        yield Entry(0, 0, name=name.removesuffix(".gz") or name)

    def read(self, entry: Entry, index: int) -> Iterator[Telegram]:  # noqa: ARG002
        """The telegrams of the file."""
        data = self._stream.read_at(0, limits.ARCHIVE_MEMBER_BYTES + 1)
        if len(data) > limits.ARCHIVE_MEMBER_BYTES:
            raise over("member", shown_name(entry.name))
        yield from read_member(data, self._path, entry.name)


def open_collection(file: BinaryIO, path: str) -> TarArchive | GzipFile:
    """The members of an open archive, or the one file that was packed."""
    file.seek(0)
    if is_tar(file.read(BLOCK)):
        return TarArchive(Plain(file), path)
    stream = Gunzipped(file)
    if is_tar(stream.read_at(0, BLOCK)):
        return TarArchive(stream, path)
    return GzipFile(stream, path)


def _number(field: bytes) -> int:
    """A number of a header: in octal, or in base 256 when its first bit is set; -1 for neither."""
    if field[0] & 0x80:
        return int.from_bytes(bytes([field[0] & 0x7F]) + field[1:], "big")
    try:
        return int(field.strip(b"\0 ") or b"0", 8)
    except ValueError:
        return -1


def _text(field: bytes) -> str:
    return field.partition(b"\0")[0].decode("utf-8", errors="surrogateescape")


def _extended(records: bytes, name: str) -> tuple[str, int]:
    """Name and size from an extended header: `27 path=cables/09OSLO9004.txt`, a line each."""
    size = -1
    for record in records.split(b"\n"):
        key, sign, value = record.partition(b" ")[2].partition(b"=")
        if sign and key == b"path":
            name = _text(value)
        elif sign and key == b"size" and value.isdigit() and len(value) < 20:
            size = int(value)
    return name, size
