"""The table of all cables as a dump of its database: `INSERT INTO cable (...) VALUES (...)`.

Columns are named by the dump, else they are id, date, refid, classification, origin, destination,
header, content (TELEGRAM.md 1.4). A quotation mark in a text is escaped by a backslash or doubled.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO, Final

from reader.cable.model import Envelope, Source
from reader.cable.patterns import pattern
from reader.errors import NotACable
from reader.formats import limits
from reader.formats.checksum import checksum
from reader.formats.claims import read_moment
from reader.formats.collection import Entry, shown_moment, subject_in
from reader.formats.decoding import decode, end_lines
from reader.formats.telegram import carried
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cable.model import Telegram

BLOCK: Final = 4 * 1024 * 1024

# INSERT INTO `cable` (`id`, `date`) VALUES, INSERT INTO public.cables VALUES
INSERT: Final = pattern(
    rb"INSERT[ ]INTO[ ][`\"'\w.]{0,60}cables?[`\"']?[ ]?(?:\((?P<columns>[^()]{1,1000})\))?"
    rb"\s{0,9}VALUES\s{0,9}",
    re.IGNORECASE,
)
SIGN: Final = pattern(r"^INSERT[ ]INTO[ ][`\"'\w.]{0,60}cable", re.IGNORECASE | re.MULTILINE)

# A value: 'it''s', 'it\'s', E'a\nb', NULL, 7
VALUE: Final = pattern(
    rb"\s{0,9}(?:[EeNn]?'(?P<text>(?:[^'\\]++|\\.|'')*+)'|(?P<bare>[^',()]{1,60}))\s{0,9}(?P<end>[,)])",
    re.DOTALL,
)
ROW: Final = pattern(rb"\s{0,9},?\s{0,9}\(")
MOST_VALUES: Final = 40

COLUMNS: Final = (
    "id", "date", "refid", "classification", "origin", "destination", "header", "content",
)  # fmt: skip
# Other names that dumps have for them.
NAMES: Final = {
    "refid": ("refid", "reference_id", "cable_id", "canonical_id"),
    "date": ("date", "datetime", "created", "sent"),
    "classification": ("classification",),
    "origin": ("origin", "embassy", "from"),
    "references": ("destination", "references", "refs"),
    "subject": ("subject", "title"),
    "header": ("header",),
    "content": ("content", "body", "text"),
}
ESCAPE: Final = pattern(r"\\(.)|''", re.DOTALL)
ESCAPES: Final = {"n": "\n", "r": "\r", "t": "\t", "0": "", "Z": "\x1a"}


class SqlDump:
    """An open dump."""

    def __init__(self, file: BinaryIO, path: str) -> None:
        self._file = file
        self._path = path
        self._columns: tuple[str, ...] = ()

    def entries(self) -> Iterator[Entry]:
        """Every row that the dump inserts."""
        for offset, row, columns in self._rows():
            self._columns = columns
            values = _values(row, columns)
            yield Entry(
                offset,
                len(row),
                reference_id=_named(values, "refid"),
                sent=shown_moment(read_moment(_named(values, "date"))),
                originator=_named(values, "origin"),
                classification=_named(values, "classification"),
                subject=_named(values, "subject")
                or subject_in(_named(values, "content").encode("utf-8", errors="replace")),
            )

    def read(self, entry: Entry, index: int) -> Iterator[Telegram]:
        """The telegram of a row."""
        if not self._columns:
            _, _, self._columns = next(self._rows())
        self._file.seek(entry.offset)
        row = self._file.read(entry.size)
        values = _values(row, self._columns)
        source = Source(
            path=self._path,
            format="sql_dump",
            encoding=decode(row).encoding,
            sha256=checksum(row),
            index=index,
        )
        references = _named(values, "references")
        envelope = Envelope(
            reference_id=_named(values, "refid") or None,
            sent=read_moment(_named(values, "date")),
            originator=_named(values, "origin") or None,
            classification=_named(values, "classification") or None,
            subject=_named(values, "subject") or None,
            references=tuple(part.strip() for part in references.split("|") if part.strip()),
        )
        texts = (_named(values, "header"), _named(values, "content"))
        yield carried("\n\n".join(filter(None, texts)), source, envelope)

    def _rows(self) -> Iterator[tuple[int, bytes, tuple[str, ...]]]:
        """Every row with its offset and the names of its columns.

        What is not yet a whole row waits for the next block.
        """
        columns: tuple[str, ...] = COLUMNS
        offset, pending, place = 0, b"", 0
        while True:
            self._file.seek(offset + len(pending))
            block = self._file.read(BLOCK)
            pending += block
            while True:
                row = ROW.match(pending, place)
                end = _row_end(pending, row.end()) if row else -1
                if row and end > 0:
                    yield offset + row.end(), pending[row.end() : end], columns
                    place = end
                    continue
                if row and block:
                    break  # it goes on in the next block
                insert = INSERT.search(pending, place)
                if insert is None:
                    place = max(place, len(pending) - 2000) if block else len(pending)
                    break
                if insert["columns"]:
                    columns = _column_names(insert["columns"])
                place = insert.end()
            if not block:
                return
            offset, pending, place = offset + place, pending[place:], 0
            if len(pending) > limits.RECORD_BYTES:
                raise NotACable(
                    tr(limits.RECORD_SENTENCE, offset=offset), hint=tr(limits.RECORD_WAY_OUT)
                )


def open_collection(file: BinaryIO, path: str) -> SqlDump:
    """The rows of an open dump."""
    return SqlDump(file, path)


def is_dump(head: str) -> bool:
    """Whether a file that begins so is a dump of a table of cables."""
    return SIGN.search(head) is not None


def _column_names(columns: bytes) -> tuple[str, ...]:
    names = columns.decode("utf-8", errors="replace").lower().split(",")
    return tuple(name.strip(" `\"'\t\n") for name in names)


def _row_end(data: bytes, place: int) -> int:
    """Where the values of a row end, behind its bracket; -1 when it is not whole."""
    for _ in range(MOST_VALUES):
        value = VALUE.match(data, place)
        if value is None:
            return -1
        place = value.end()
        if value["end"] == b")":
            return place
    return -1


def _values(row: bytes, columns: tuple[str, ...]) -> dict[str, str]:
    """The values of a row by the names of their columns."""
    found: dict[str, str] = {}
    place = 0
    for column in columns:
        value = VALUE.match(row, place)
        if value is None:
            break
        place = value.end()
        if value["text"] is not None:
            found[column] = end_lines(ESCAPE.sub(_unescaped, decode(value["text"]).text))
        elif value["bare"].strip().upper() != b"NULL":
            found[column] = value["bare"].strip().decode("utf-8", errors="replace")
    return found


def _unescaped(match: re.Match[str]) -> str:
    return ESCAPES.get(match[1], match[1]) if match[1] else "'"


def _named(values: dict[str, str], name: str) -> str:
    return next((values[each] for each in NAMES[name] if values.get(each)), "")
