"""What a file of many cables holds, as a list that is there while it is still being made.

The file is gone through once. The list is kept in the cache folder under the identity of the file,
and made anew when the file is another one.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.errors import NotACable, ReaderError, StoreError, UnreadableFile
from reader.formats.collection import Entry
from reader.intake.cables import parse_telegram
from reader.intake.folders import find_files
from reader.intake.rows import Rows
from reader.intake.telegrams import found_in
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reader.cable.model import Cable, Telegram
    from reader.formats.registry import OpenCollection
    from reader.intake.rows import Row

VERSION: Final = 2
"""Of a kept list; one of another version is made anew."""
FOLDER: Final = "lists"
ENDING: Final = ".list"
MOST_KEPT: Final = 40
"""Lists in the cache folder; the one that was used longest ago goes first."""
STEP: Final = 256
"""Rows after which progress is told and a wish to stop is asked for."""


class Identity(NamedTuple):
    """By what a file is known again."""

    path: str
    device: int
    inode: int
    size: int
    changed: int
    """Nanoseconds."""


class Catalogue:
    """The cables of one file, or of the files in a folder; to be closed."""

    def __init__(self, path: str, opened: OpenCollection | None, kept: Path | None) -> None:
        self.path = path
        self.title = opened.format.title if opened else "Folder"
        self.is_folder = opened is None
        self.rows = Rows()
        self.is_complete = False
        """Whether all rows are there."""
        self._opened = opened
        self._reading: OpenCollection | None = None
        self._identity = _identity_of(path, opened)
        self._kept = kept / FOLDER / f"{_key(path)}{ENDING}" if kept and opened else None

    def __enter__(self) -> Catalogue:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the rows stay."""
        for opened in (self._opened, self._reading):
            if opened:
                opened.file.close()

    def load(self) -> bool:
        """Take the rows from the list that was kept, if it is that of this very file."""
        if self._kept is None:
            return False
        try:
            header, _, data = self._kept.read_bytes().partition(b"\n")
            if json.loads(header) != [VERSION, *self._identity]:
                self._kept.unlink(missing_ok=True)
                return False
            self.rows = Rows.from_bytes(data)
            os.utime(self._kept)
        except (OSError, ValueError):
            return False
        self.is_complete = True
        return True

    def fill(
        self,
        progress: Callable[[int, int], None] = lambda _done, _total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> bool:
        """Go through the file and add its rows; False when it was cancelled before the end.

        `progress` is told bytes of the file, or files of the folder, and how many there are.
        Raises UnreadableFile when the file changes meanwhile. At the end the list is kept.
        """
        self.rows = Rows()
        total = self._total()
        progress(0, total)
        for number, (done, entry) in enumerate(self._entries()):
            if number % STEP == 0:
                if cancelled():
                    return False
                progress(done, total)
            self.rows.add(entry)
        if self._opened and _identity_of(self.path, self._opened) != self._identity:
            raise _changed(self.path)
        self.is_complete = True
        progress(total, total)
        self._keep()
        return True

    def read(self, row: Row, *, year: int | None = None) -> Cable:
        """The cable of a row; raises ReaderError for it, or when the file has changed since."""
        if self._opened is None:
            telegram = next(found_in(row.name)).outcome
        else:
            entry = Entry(row.offset, row.size, row.part, row.name, row.reference_id)
            telegram = _part(self._second().collection.read(entry, row.number), row.part)
        if isinstance(telegram, ReaderError):
            raise telegram
        return parse_telegram(telegram, row.name or self.path, year)

    def _second(self) -> OpenCollection:
        """The file, opened once more: cables are read while another thread goes through it."""
        from reader.formats.registry import open_collection  # noqa: PLC0415

        if self._reading is None:
            self._reading = open_collection(self.path)
        if self._reading is None or _identity_of(self.path, self._reading) != self._identity:
            raise _changed(self.path)
        return self._reading

    def find(self, reference_id: str) -> Row | None:
        """The row of an id, in whatever spelling; None when there is none yet."""
        from reader.cable.identifiers import canonical_id  # noqa: PLC0415

        wanted = canonical_id(reference_id) or reference_id
        # Spellings differ in blanks, zeros and the century, never in the last digit.
        for index in self.rows.matching(wanted[-1:]):
            row = self.rows[index]
            if (canonical_id(row.reference_id) or row.reference_id) == wanted:
                return row
        return None

    def _total(self) -> int:
        if self._opened:
            return max(self._identity.size, 1)
        return max(sum(1 for _ in find_files(self.path)), 1)

    def _entries(self) -> Iterator[tuple[int, Entry]]:
        """Each cable, and how far the file has been read."""
        if self._opened is None:
            yield from self._entries_of_folder()
            return
        file, collection, _ = self._opened
        for index, entry in enumerate(collection.entries()):
            if entry.name and not entry.reference_id and not entry.subject:
                # An archive says no more than the names of its members.
                with suppress(ReaderError):
                    for part, telegram in enumerate(collection.read(entry, index)):
                        yield file.tell(), _described(entry._replace(part=part), telegram)
            else:
                yield file.tell(), entry

    def _entries_of_folder(self) -> Iterator[tuple[int, Entry]]:
        for number, found in enumerate(find_files(self.path)):
            if found.error:
                continue
            with suppress(ReaderError):
                telegram = next(found_in(found.path)).outcome
                if not isinstance(telegram, ReaderError):
                    yield number, _described(Entry(0, 0, name=found.path), telegram)

    def _keep(self) -> None:
        """Keep the list; where nothing can be kept, it is made anew the next time."""
        if self._kept is None:
            return
        from reader.paths import make_private_folder, write_private  # noqa: PLC0415

        header = json.dumps([VERSION, *self._identity]).encode()
        with suppress(StoreError, OSError):
            folder = make_private_folder(self._kept.parent)
            write_private(self._kept, header + b"\n" + self.rows.to_bytes())
            lists = sorted(folder.glob(f"*{ENDING}"), key=lambda path: path.stat().st_mtime)
            for old in lists[:-MOST_KEPT]:
                old.unlink(missing_ok=True)


def open_catalogue(path: str, *, cache: Path | None = None) -> Catalogue | None:
    """The catalogue of a folder or of a file of many cables, without rows yet; None for others.

    `cache` is the folder in which lists are kept; without it none is. Raises ReaderError when the
    file cannot be read.
    """
    if os.path.isdir(path):  # noqa: PTH112  paths stay str, any bytes kept
        return Catalogue(path, None, cache)
    from reader.formats.registry import open_collection  # noqa: PLC0415

    opened = open_collection(path)
    return Catalogue(path, opened, cache) if opened else None


def forget_catalogues(cache: Path) -> None:
    """Delete every list that was kept."""
    for kept in (cache / FOLDER).glob(f"*{ENDING}"):
        with suppress(OSError):
            kept.unlink()


def _described(entry: Entry, telegram: Telegram) -> Entry:
    """An entry with what the telegram itself says; raises NotACable when it is none."""
    cable = parse_telegram(telegram, entry.name)
    header = cable.header
    return entry._replace(
        reference_id=cable.reference_id or "",
        sent=f"{header.sent:%Y-%m-%d %H:%M}" if header.sent else "",
        originator=header.originator or "",
        classification=header.classification.value if header.classification else "",
        subject=header.subject or "",
    )


def _part(telegrams: Iterator[Telegram], part: int) -> Telegram:
    """One telegram of those that an entry holds.

    What reads a table takes the part from the entry and gives that one alone.
    """
    found = list(telegrams)
    if not found:
        raise NotACable(tr("There is no cable in this member."), hint=tr("Open another one."))
    return found[part] if part < len(found) else found[0]


def _identity_of(path: str, opened: OpenCollection | None) -> Identity:
    full = os.path.abspath(path)  # noqa: PTH100
    if opened is None:
        return Identity(full, 0, 0, 0, 0)
    status = os.fstat(opened.file.fileno())
    return Identity(full, status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def _key(path: str) -> str:
    from reader.formats.checksum import checksum  # noqa: PLC0415

    return checksum(os.fsencode(os.path.abspath(path)))[:32]  # noqa: PTH100


def _changed(path: str) -> UnreadableFile:
    from reader.formats.files import shown_name  # noqa: PLC0415

    return UnreadableFile(
        tr("{name} has changed since its list was made.", name=shown_name(path)),
        hint=tr("Open it again."),
        detail="size or time differ",
    )
