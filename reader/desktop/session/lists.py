"""Files of many cables: whether a file is one, its list, and what its cables are called."""

from __future__ import annotations

from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING

from reader.errors import ReaderError, StoreError
from reader.intake.telegrams import MEMBER_SIGN, split_member
from reader.paths import user_folders

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.cable.model import Cable, Telegram
    from reader.intake.catalogue import Catalogue
    from reader.intake.rows import Row


class HeldList:
    """A list whose file several threads read; it is closed when the last one lets it go."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.reading = Lock()
        """Held while a cable is read, since the file has one place at a time."""
        self._lock = Lock()
        self._holders = 1

    def take(self) -> None:
        """Hold it once more."""
        with self._lock:
            self._holders += 1

    def let_go(self) -> None:
        """Hold it once less."""
        with self._lock:
            self._holders -= 1
            if not self._holders:
                self.catalogue.close()


def open_list(path: str, *, keep: bool) -> Catalogue | None:
    """The list of a file that holds more than one cable; None for all others.

    Its rows are there already if they were kept. With `keep` they will be, for the next time.
    Raises ReaderError when the file cannot be read.
    """
    from reader.intake.catalogue import open_catalogue  # noqa: PLC0415 - few files hold many

    catalogue = open_catalogue(path, cache=_cache() if keep else None)
    if catalogue is None:
        return None
    try:
        if (len(catalogue.rows) if catalogue.load() else _count_to_two(path)) > 1:
            return catalogue
    except BaseException:
        catalogue.close()
        raise
    catalogue.close()
    return None


def find_in_list(path: str) -> Cable | None:
    """The cable of `FILE#09MOSCOW501` by the list that was kept of the file; None without one."""
    from reader.intake.catalogue import open_catalogue  # noqa: PLC0415

    file, member = split_member(path)
    cache = _cache()
    catalogue = open_catalogue(file, cache=cache) if member and cache else None
    if catalogue is None:
        return None
    with catalogue:
        row = catalogue.find(member) if catalogue.load() else None
        return catalogue.read(row) if row else None


def path_of_row(catalogue: Catalogue, row: Row) -> str:
    """What a cable of a list can be opened by again."""
    if catalogue.is_folder:
        return row.name
    member = row.reference_id if row.part or not row.name else row.name
    return f"{catalogue.path}{MEMBER_SIGN}{member}" if member else catalogue.path


def forget_lists() -> None:
    """Delete every list that was kept."""
    from reader.intake.catalogue import forget_catalogues  # noqa: PLC0415

    cache = _cache()
    if cache is not None:
        forget_catalogues(cache)


def _count_to_two(path: str) -> int:
    """How many cables a file holds, counted no further than two."""
    from reader.formats.registry import open_collection  # noqa: PLC0415

    opened = open_collection(path)
    if opened is None:
        return 0
    with opened.file:
        count = 0
        for index, entry in enumerate(islice(opened.collection.entries(), 2)):
            count += 1
            if entry.name and not entry.reference_id:
                # A member of an archive may hold many itself.
                count += _more_in(opened.collection.read(entry, index))
        return count


def _more_in(telegrams: Iterator[Telegram]) -> int:
    try:
        return max(sum(1 for _ in islice(telegrams, 2)) - 1, 0)
    except ReaderError:
        return 0


def _cache() -> Path | None:
    try:
        return user_folders().cache
    except StoreError:
        return None
