"""Rows in the pages of a damaged database, read without SQLite, which gives up at the first flaw.

What the file says of its own build is not relied upon: a row is known by its shape and believed by
its checksum (https://www.sqlite.org/fileformat2.html, sections 1.6 and 2.1).
"""

from __future__ import annotations

import re
from struct import unpack_from
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.store.database import PAGE_SIZE
from reader.store.log import LogReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from reader.store.rows import Row, Value

LEAF: Final = 13
"""The first byte of a page that holds rows."""
FIRST_PAGE_HEADER: Final = 100
LARGEST_LOCAL: Final = PAGE_SIZE - 35
SMALLEST_LOCAL: Final = (PAGE_SIZE - 12) * 32 // 255 - 23
LONGEST_ROW: Final = 16_000_000
"""Bytes; a note has a million at most, and a quote is shorter than its cable."""

# A row of `marks` begins: length of its head, the number (kept elsewhere, so NULL), an id of 32.
MARK_HEAD: Final = re.compile(rb"[\x18-\x7f]\x00\x4d", re.DOTALL)
# The index of ids: length of the head, 32 characters, a whole number; then the id itself.
INDEXED_ID: Final = re.compile(rb"\x03\x4d[\x01-\x06\x08\x09]([0-9a-f]{32})", re.DOTALL)
WHOLE_NUMBERS: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""How many bytes a whole number has, by its type in the head of a row."""


class RawRow(NamedTuple):
    """The values of a row as they stand in a page; `number` is 0 where it cannot be read."""

    number: int
    values: Row


class Pages:
    """The pages of a database file and of the log beside it, the latest state of each."""

    def __init__(self, path: Path | None, log: Path | None) -> None:
        """A file and its log; None for what is not there or does not belong to the other."""
        self._path = path
        self._latest: dict[int, bytes] = {}
        self._doubtful: list[bytes] = []
        """Pages of the log that do not agree with their checksum; who knows where they belong."""
        self._count = 0
        if log is not None and log.is_file():
            self._read_log(log)
        if path is not None and path.is_file():
            self._count = -(-path.stat().st_size // PAGE_SIZE)

    def rows(self) -> Iterator[RawRow]:
        """Whatever may be a row, of any length; its checksum says whether to believe it."""
        for content in self._all():
            header = FIRST_PAGE_HEADER if content.startswith(b"SQLite format 3") else 0
            cells = cells_of(content, header)
            rows = None if cells is None else self._rows_by_cells(content, cells)
            if rows is None:
                yield from self._rows_by_shape(content)
            else:
                yield from rows

    def ids(self) -> set[str]:
        """The ids of all marks, as far as the index of ids can be read."""
        return {
            found[1].decode() for content in self._all() for found in INDEXED_ID.finditer(content)
        }

    def _read_log(self, log: Path) -> None:
        with log.open("rb") as file:
            reader = LogReader(file)
            if not reader.is_whole:
                return
            begun: dict[int, bytes] = {}
            for frame in reader.frames():
                if not frame.is_sound:
                    self._doubtful.append(frame.content)
                    continue
                begun[frame.page] = frame.content
                if frame.size_after_commit:
                    self._latest |= begun
                    begun.clear()

    def _all(self) -> Iterator[bytes]:
        yield from self._doubtful
        yield from (content for number, content in self._latest.items() if number > self._count)
        if self._path is not None and self._count:
            with self._path.open("rb") as file:
                for number in range(1, self._count + 1):
                    content = file.read(PAGE_SIZE)
                    yield self._latest.get(number, content.ljust(PAGE_SIZE, b"\0"))

    def _page(self, number: int) -> bytes | None:
        if number in self._latest:
            return self._latest[number]
        if self._path is None or not 0 < number <= self._count:
            return None
        with self._path.open("rb") as file:
            file.seek((number - 1) * PAGE_SIZE)
            return file.read(PAGE_SIZE).ljust(PAGE_SIZE, b"\0")

    def _rows_by_cells(self, content: bytes, cells: Iterable[int]) -> list[RawRow] | None:
        """The rows that the page speaks of; None if one of them is not there."""
        rows = []
        for place in cells:
            _, at = number_at(content, place)
            rowid, at = number_at(content, at)
            values = self._record(content, at)
            if values is None:
                return None
            rows.append(RawRow(rowid, values))
        return rows

    def _rows_by_shape(self, content: bytes) -> Iterator[RawRow]:
        for found in MARK_HEAD.finditer(content):
            values = self._record(content, found.start())
            if values is not None:
                yield RawRow(rowid_before(content, found.start()), values)

    def _record(self, content: bytes, start: int) -> Row | None:
        """The values of the record that begins at `start`; None where none can begin there."""
        head_size, at = number_at(content, start)
        head_end = start + head_size
        if not 1 < head_size <= PAGE_SIZE or head_end > len(content):
            return None
        kinds = []
        while at < head_end:
            kind, at = number_at(content, at)
            kinds.append(kind)
        size = head_size + sum(map(size_of, kinds))
        if at != head_end or size > LONGEST_ROW:
            return None
        payload = self._payload(content, start, size)
        return None if payload is None else tuple(values_of(payload, head_size, kinds))

    def _payload(self, content: bytes, start: int, size: int) -> bytes | None:
        """All of a record, what overflows into other pages included; None if a page is missing."""
        local = local_size(size)
        parts, missing = [content[start : start + local]], size - local
        if start + local + (4 if missing else 0) > len(content):
            return None
        following = unpack_from(">I", content, start + local)[0] if missing else 0
        while missing > 0:
            page = self._page(following)
            if page is None:
                return None
            following = unpack_from(">I", page)[0]
            parts.append(page[4 : 4 + missing])
            missing -= PAGE_SIZE - 4
        return b"".join(parts)


def cells_of(content: bytes, header: int) -> list[int] | None:
    """Where the rows of a page begin; None unless its head makes sense."""
    kind, _, count, begin = unpack_from(">BHHH", content, header)
    end = header + 8 + 2 * count
    if kind != LEAF or end > len(content) or (begin or PAGE_SIZE * 16) < end:
        return None
    cells = list(unpack_from(f">{count}H", content, header + 8))
    return cells if all(end <= cell < len(content) - 3 for cell in cells) else None


def number_at(content: bytes, start: int) -> tuple[int, int]:
    """A number of variable length, and where it ends."""
    number = 0
    for at in range(start, min(start + 8, len(content))):
        byte = content[at]
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, at + 1
    if start + 8 < len(content):
        return number << 8 | content[start + 8], start + 9
    return number, len(content)


def rowid_before(content: bytes, start: int) -> int:
    """The number of the row whose record begins at `start`; 0 where none can be made out."""
    begin = start - 1
    while begin > max(0, start - 9) and content[begin - 1] >= 0x80:
        begin -= 1
    rowid, end = number_at(content, max(0, begin))
    return rowid if end == start else 0


def local_size(size: int) -> int:
    """How much of a record stands in the page itself."""
    if size <= LARGEST_LOCAL:
        return size
    wanted = SMALLEST_LOCAL + (size - SMALLEST_LOCAL) % (PAGE_SIZE - 4)
    return wanted if wanted <= LARGEST_LOCAL else SMALLEST_LOCAL


def size_of(kind: int) -> int:
    """How many bytes a value of this type has."""
    if kind >= 12:
        return (kind - 12) // 2
    return 8 if kind == 7 else WHOLE_NUMBERS.get(kind, 0)


def values_of(payload: bytes, at: int, kinds: Iterable[int]) -> Iterator[Value]:
    """The values of a record; text that is no UTF-8 has U+FFFD in it."""
    for kind in kinds:
        content = payload[at : at + size_of(kind)]
        at += len(content)
        if kind >= 12:
            yield content.decode("utf-8", "replace") if kind % 2 else content
        elif kind in (8, 9):
            yield kind - 8
        elif kind in WHOLE_NUMBERS:
            yield int.from_bytes(content, "big", signed=True)
        else:
            yield None
