"""The write-ahead log that an unclean end leaves beside the bookmarks, seen before SQLite sees it.

SQLite takes the log's frames up to the first that does not agree with its checksum, and drops the
rest without a word. A frame that was flipped on the disk would take acknowledged marks with it, so
the log is read here first (https://www.sqlite.org/fileformat2.html, section 4).
"""

from __future__ import annotations

from enum import Enum
from struct import unpack, unpack_from
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.store.database import PAGE_SIZE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

HEADER_SIZE: Final = 32
FRAME_HEADER_SIZE: Final = 24
MAGIC: Final = 0x377F0682
"""The last bit says in which order of bytes the checksums are counted."""
WORD: Final = 0xFFFFFFFF


class LogState(Enum):
    """What is to be thought of a log that was left."""

    NONE = "none"
    """There is none, or nothing in it: the store was closed well."""
    SOUND = "sound"
    UNFINISHED = "unfinished"
    """The last transaction was not written to its end, as when the power fails."""
    DAMAGED = "damaged"


class Frame(NamedTuple):
    """A page in the log."""

    page: int
    size_after_commit: int
    """Pages of the whole file, in the last frame of a transaction; else 0."""
    content: bytes
    is_sound: bool
    """Whether it agrees with its checksum."""


class LogReader:
    """Reads the frames that belong to the log as it was last begun."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        header = file.read(HEADER_SIZE)
        self.is_whole = len(header) == HEADER_SIZE
        self.is_sound = False
        self._sums: tuple[int, ...] | None = None
        self._salts: bytes | None = None
        if not self.is_whole:
            return
        magic, _, size = unpack_from(">3I", header)
        self._order = ">" if magic & 1 else "<"
        sums = add_up(self._order, header[:24], (0, 0))
        self.is_sound = (
            magic & ~1 == MAGIC and size == PAGE_SIZE and sums == unpack(">2I", header[24:])
        )
        self._sums = sums if self.is_sound else None
        self._salts = header[16:24] if self.is_sound else None

    def frames(self) -> Iterator[Frame]:
        """The frames in order, those of an earlier log left out.

        Under a head that is not sound the first frame says what the others must agree with.
        """
        while len(head := self._file.read(FRAME_HEADER_SIZE)) == FRAME_HEADER_SIZE:
            content = self._file.read(PAGE_SIZE)
            if len(content) < PAGE_SIZE:
                return
            if self._salts is None:
                self._salts = head[8:16]
            elif head[8:16] != self._salts:
                continue
            # Each sum goes on from the one before, as it is written down.
            written: tuple[int, ...] = unpack(">2I", head[16:])
            is_sound = self._sums is None or written == add_up(
                self._order, head[:8] + content, self._sums
            )
            self._sums = written
            page, size = unpack(">2I", head[:8])
            yield Frame(page, size, content, is_sound)


def log_path(path: Path) -> Path:
    """Where SQLite keeps the log of a database."""
    return path.with_name(path.name + "-wal")


def has_log(path: Path) -> bool:
    """Whether there is a log with something in it."""
    try:
        return log_path(path).lstat().st_size > 0
    except OSError:
        return False


def state_of_log(path: Path) -> LogState:
    """Look at the log beside the bookmarks; for a store that nobody has open."""
    if not has_log(path):
        return LogState.NONE
    size = log_path(path).lstat().st_size
    with log_path(path).open("rb") as file:
        reader = LogReader(file)
        if not reader.is_sound:
            # Cut short in its very first write, there is no frame yet that could be lost.
            has_frames = size >= HEADER_SIZE + FRAME_HEADER_SIZE + PAGE_SIZE
            return LogState.DAMAGED if has_frames else LogState.UNFINISHED
        return _state_of(reader.frames())


def _state_of(frames: Iterable[Frame]) -> LogState:
    """SOUND, or UNFINISHED where it is the last transaction that is not; else DAMAGED.

    The frames of one transaction reach the disk in any order. The next one is begun only when all
    of them are there, so nothing may follow a transaction that is not sound.
    """
    is_broken = has_ended = False
    for frame in frames:
        if has_ended:
            return LogState.DAMAGED
        is_broken = is_broken or not frame.is_sound
        has_ended = is_broken and frame.size_after_commit > 0
    return LogState.UNFINISHED if is_broken else LogState.SOUND


def add_up(order: str, content: bytes, sums: tuple[int, ...]) -> tuple[int, int]:
    """The checksum of SQLite's log over eight bytes at a time, going on from `sums`."""
    first, second = sums
    words = iter(unpack(f"{order}{len(content) // 4}I", content))
    for even, odd in zip(words, words, strict=True):
        first = (first + even + second) & WORD
        second = (second + odd + first) & WORD
    return first, second
