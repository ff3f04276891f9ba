"""The table of all cables: 8 columns, no head, in the dialect of a database or of spreadsheets.

`"1","12/28/1966 18:48","66OSLO2481","Embassy Oslo","UNCLASSIFIED","66STATE9106","P R 281848Z
DEC 66...","UNCLAS..."`: row, day and time, id, origin, classification, references, header, body
(TELEGRAM.md 1.4). The file is gone through in blocks; rows are cut where one can begin, which
needs no field to be parsed and finds its way again after a damaged row.
"""

from __future__ import annotations

import csv
from itertools import pairwise
from typing import TYPE_CHECKING, BinaryIO, Final

from reader.cable.model import Envelope, Source
from reader.cable.patterns import pattern
from reader.errors import NotACable
from reader.formats import limits
from reader.formats.checksum import checksum
from reader.formats.collection import Entry, moment, shown_moment, subject_in
from reader.formats.decoding import decode
from reader.formats.telegram import carried
from reader.translation import tr

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from datetime import datetime

    from reader.cable.model import Telegram

COLUMNS: Final = 8
BLOCK: Final = 4 * 1024 * 1024
SAMPLE: Final = 64 * 1024
"""Bytes from which the dialect is told."""

# "251287","2/28/2010 14:09", also without quotation marks; `BEGIN` as the first row of a file.
BEGIN: Final = pattern(
    rb'(?:\xef\xbb\xbf)?(?:["A-Za-z][A-Za-z_ "]{0,40},[A-Za-z_ ",]{1,300}\r?\n)?'
    rb'(?="?\d{1,9}"?,"?\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d\d"?,"?\d\d)'
)
# A quotation mark after a line end is a field's own only where it is escaped or doubled: one that a
# digit follows begins a row, in both dialects, whatever the fields hold.
QUOTED_ROW: Final = pattern(rb'\n(?="\d{1,9}",")')
BARE_ROW: Final = pattern(rb'\n(?="?\d{1,9}"?,"?\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d\d"?,"?\d\d)')
LONGEST_START: Final = 64
"""Bytes within which either pattern ends."""

# The first five columns.
CLAIMS: Final = pattern(
    rb'"\d{1,9}","([^"]{0,40})","([^"]{0,100})","([^"]{0,200})","([^"]{0,100})","'
)
# 2/28/2010 14:09
MOMENT: Final = pattern(r"(\d{1,2})/(\d{1,2})/(\d{4}) (\d{1,2}):(\d\d)")


class CablesCsv:
    """An open table of cables."""

    def __init__(self, file: BinaryIO, path: str) -> None:
        self._file = file
        self._path = path
        file.seek(0)
        sample = file.read(SAMPLE)
        begin = BEGIN.match(sample)
        self._start = begin.end() if begin else 0
        quoted = sample.startswith(b'"', self._start)
        self._row_pattern = QUOTED_ROW if quoted else BARE_ROW
        csv.field_size_limit(limits.RECORD_BYTES)
        rows = _cut(sample[self._start :], self._row_pattern)
        whole = rows if len(sample) < SAMPLE else rows[:-1]
        self._escapes = _has_escapes([decode(row).text for row in whole or rows])

    def entries(self) -> Iterator[Entry]:
        """Every row, its subject found in its body."""
        for offset, row in self._rows():
            yield _entry(offset, row)

    def read(self, entry: Entry, index: int) -> Iterator[Telegram]:
        """The telegram of a row."""
        self._file.seek(entry.offset)
        data = self._file.read(entry.size)
        text, encoding, repairs, _ = decode(data)
        fields, damage = self._fields(text.rstrip("\n"))
        _row, sent, reference_id, origin, classification, references, header, body = fields
        source = Source(
            path=self._path,
            format="cables_csv",
            encoding=encoding,
            sha256=checksum(data),
            index=index,
            repairs=(*repairs, *damage),
        )
        envelope = Envelope(
            reference_id=reference_id.strip() or None,
            sent=_moment(sent),
            originator=origin.strip() or None,
            classification=classification.strip() or None,
            references=tuple(name.strip() for name in references.split("|") if name.strip()),
        )
        yield carried("\n\n".join(filter(None, (header, body))), source, envelope)

    def _rows(self) -> Iterator[tuple[int, bytes]]:
        """Every row with its offset, from one row's beginning to the next one's."""
        offset, pending = self._start, b""
        searched = 0
        while True:
            self._file.seek(offset + len(pending))
            block = self._file.read(BLOCK)
            pending += block
            start = 0
            for match in self._row_pattern.finditer(pending, searched):
                yield offset + start, pending[start : match.end()]
                start = match.end()
            if not block:
                break
            offset, pending = offset + start, pending[start:]
            searched = max(len(pending) - LONGEST_START, 0)
            if len(pending) > limits.RECORD_BYTES:
                raise NotACable(
                    tr(limits.RECORD_SENTENCE, offset=offset),
                    hint=tr(limits.RECORD_WAY_OUT),
                    detail=f"{len(pending)} bytes without the beginning of another row",
                )
        if pending[start:].strip():
            yield offset + start, pending[start:]

    def _fields(self, row: str) -> tuple[list[str], tuple[str, ...]]:
        """The eight columns of a row, and what is said of it when it has more or fewer."""
        for escapes in (self._escapes, not self._escapes):
            fields = _split(row, escapes=escapes)
            if len(fields) == COLUMNS:
                return fields, ()
        fields = _split(row, escapes=self._escapes)
        damage = tr(
            "a row of {found} columns where {wanted} should be, read as far as it goes",
            found=len(fields),
            wanted=COLUMNS,
        )
        if len(fields) > COLUMNS:
            fields[COLUMNS - 1 :] = [",".join(fields[COLUMNS - 1 :])]
        return [*fields, *[""] * (COLUMNS - len(fields))], (damage,)


def open_collection(file: BinaryIO, path: str) -> CablesCsv:
    """The table of cables in an open file."""
    return CablesCsv(file, path)


def is_table(head: bytes) -> bool:
    """Whether a file that begins so is a table of cables."""
    match = BEGIN.match(head.lstrip())
    return match is not None


def _cut(data: bytes, shape: re.Pattern[bytes]) -> list[bytes]:
    starts = [0, *(match.end() for match in shape.finditer(data)), len(data)]
    return [data[start:end] for start, end in pairwise(starts)]


def _has_escapes(rows: list[str]) -> bool:
    """Whether quotation marks are escaped by a backslash, by which reading gives eight columns.

    Where both do, as without any quotation mark in the texts, a backslash stands for itself.
    """
    with_escapes = sum(len(_split(row, escapes=True)) == COLUMNS for row in rows)
    without = sum(len(_split(row, escapes=False)) == COLUMNS for row in rows)
    if with_escapes == without:
        return any('\\"' in row for row in rows)
    return with_escapes > without


def _split(row: str, *, escapes: bool) -> list[str]:
    try:
        if escapes:
            return next(csv.reader([row], doublequote=False, escapechar="\\"), [])
        return next(csv.reader([row]), [])
    except csv.Error:
        return []


def _entry(offset: int, row: bytes) -> Entry:
    claims = CLAIMS.match(row)
    if claims:
        sent, name, origin, classification = (
            part.decode("utf-8", errors="replace") for part in claims.groups()
        )
        rest = claims.end()
    else:
        head = row[:2000].decode("utf-8", errors="replace")
        fields = [*_split(head, escapes=True), "", "", "", "", ""]
        _, sent, name, origin, classification = fields[:5]
        rest = 0
    return Entry(
        offset,
        len(row),
        reference_id=name,
        sent=shown_moment(_moment(sent)),
        originator=origin,
        classification=classification,
        subject=subject_in(row[rest:]),
    )


def _moment(text: str) -> datetime | None:
    match = MOMENT.match(text.strip())
    if not match:
        return None
    month, day, year, hour, minute = map(int, match.groups())
    return moment(year, month, day, hour, minute)
