"""The list of cables that a file of many holds: small in memory, to be filtered and sorted."""

from __future__ import annotations

from array import array
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.formats.collection import Entry

SEPARATOR: Final = "\t"
# What a file's name may hold that would end a text or a row; the sign of it comes first.
WRITTEN_OUT: Final = (("\\", "\\\\"), ("\n", "\\n"), ("\t", "\\t"))
PLACES: Final = 3
"""Numbers that say where a row's cable lies: offset, size, part."""


class Column(Enum):
    """What is said of each cable, in the order in which a row keeps it."""

    REFERENCE_ID = 0
    SENT = 1
    ORIGINATOR = 2
    CLASSIFICATION = 3
    SUBJECT = 4


class Row(NamedTuple):
    """One cable of a file of many; what is not known of it is empty."""

    number: int
    """In the list: 0, 1, 2..."""
    offset: int
    size: int
    part: int
    reference_id: str
    sent: str
    """`2009-03-02 04:36`, so that it sorts; or the day alone."""
    originator: str
    classification: str
    subject: str
    name: str
    """Of the member of an archive, or of the file in a folder."""


class Rows:
    """All rows of a file, in order: for each of 200,000 some 200 bytes.

    Rows are added by one thread while another reads them; what is there once never changes.
    """

    def __init__(self) -> None:
        self._places = array("q")
        self._texts: list[str] = []

    def __len__(self) -> int:
        return len(self._texts)

    def __getitem__(self, index: int) -> Row:
        offset, size, part = self._places[index * PLACES : (index + 1) * PLACES]
        texts = self._texts[index].split(SEPARATOR)
        texts[-1] = _as_it_was(texts[-1])
        return Row(index, offset, size, part, *texts)

    def __iter__(self) -> Iterator[Row]:
        return (self[index] for index in range(len(self)))

    def add(self, entry: Entry) -> None:
        """Add the next entry of the file."""
        texts = (
            entry.reference_id, entry.sent, entry.originator, entry.classification, entry.subject,
        )  # fmt: skip
        # The places first: a row is there as soon as its text is.
        self._places.extend((entry.offset, entry.size, entry.part))
        self._texts.append(SEPARATOR.join((*map(_one_line, texts), _written_out(entry.name))))

    def matching(self, words: str, among: Sequence[int] | None = None) -> list[int]:
        """The rows in which all of the words stand somewhere, whatever their letters' case.

        `among` are rows that match a part of the words already.
        """
        wanted = words.casefold().split()
        texts = self._texts
        indexes = range(len(self)) if among is None else among
        if not wanted:
            return list(indexes)
        found: Sequence[int] = indexes
        for word in wanted:
            found = [index for index in found if word in texts[index].casefold()]
        return list(found)

    def in_order(
        self, column: Column, indexes: Sequence[int], *, descending: bool = False
    ) -> list[int]:
        """Rows by one of their columns; those that are equal in it stay in the file's order."""
        texts = self._texts
        number = column.value

        def text_of(index: int) -> str:
            return texts[index].split(SEPARATOR, number + 1)[number].casefold()

        return sorted(indexes, key=text_of, reverse=descending)

    def to_bytes(self) -> bytes:
        """The rows, to be kept: how many, their places, their texts."""
        texts = "\n".join(self._texts).encode("utf-8", errors="surrogatepass")
        return b"%d\n" % len(self) + self._places.tobytes() + texts

    @classmethod
    def from_bytes(cls, data: bytes) -> Rows:
        """Rows that were kept; raises ValueError when they are not whole."""
        end = data.index(b"\n")
        count = int(data[:end])
        rows = cls()
        places = end + 1 + count * PLACES * rows._places.itemsize
        rows._places.frombytes(data[end + 1 : places])
        rows._texts = data[places:].decode("utf-8", errors="surrogatepass").split("\n")
        if not count:
            rows._texts = []
        if len(rows._texts) != count or len(rows._places) != count * PLACES:
            raise ValueError("the rows are not whole")
        return rows


def _written_out(name: str) -> str:
    """A name on one line; unlike the other texts it leads to a file, and must come back whole."""
    for sign, written in WRITTEN_OUT:
        name = name.replace(sign, written)
    return name


def _as_it_was(name: str) -> str:
    """The name that was written out."""
    if "\\" not in name:
        return name
    signs = {written: sign for sign, written in WRITTEN_OUT}
    pieces, place = [], 0
    while (found := name.find("\\", place)) >= 0:
        pieces += [name[place:found], signs.get(name[found : found + 2], "")]
        place = found + 2
    return "".join([*pieces, name[place:]])


def _one_line(text: str) -> str:
    return " ".join(text.split()) if not text.isprintable() else text
