"""Cables in JSON: one object, a list of them, or an object a line (NDJSON) (TELEGRAM.md 1.15).

No two exports have the same keys. A record is an object with a long string under a name that says
text, body or content; what else it has is claimed under the names that are known.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, BinaryIO, Final

from reader.cable.model import Envelope, Source
from reader.cable.patterns import pattern
from reader.errors import NotACable
from reader.formats import limits
from reader.formats.checksum import checksum
from reader.formats.claims import read_moment
from reader.formats.collection import (
    Entry,
    shown_moment,
    subject_in,
)
from reader.formats.decoding import decode, end_lines
from reader.formats.telegram import carried
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cable.model import Telegram

# The names under which exports have what a record holds, in small letters; the first one counts.
BODIES: Final = (
    "body", "content", "text", "message", "_message_content", "message_text", "messagetext", "raw",
    "fulltext", "full_text", "cable",
)  # fmt: skip
HEADERS: Final = ("header", "_header", "headers")
IDS: Final = (
    "reference_id", "refid", "ref_id", "reference", "canonical_id", "cable_id", "cableid",
    "doc_nbr", "document_number", "identifier", "id", "_id",
)  # fmt: skip
DATES: Final = ("sent", "date", "created", "datetime", "timestamp", "dtg", "date_sent")
ORIGINS: Final = ("origin", "originator", "from", "embassy", "sender")
CLASSIFICATIONS: Final = ("classification", "class", "original_classification")
SUBJECTS: Final = ("subject", "title", "subj")
TAGS: Final = ("tags",)
REFERENCES: Final = ("references", "refs", "related")

SHORTEST_BODY: Final = 20
"""Characters of a text that may be a telegram."""
DEPTH: Final = 4
"""Objects inside each other in which a record is looked for."""

# An id of a cable, by which a record tells it from a number of the database's own.
ID: Final = pattern(r"(?:19|20)?\d\d[ -]?[A-Za-z][A-Za-z .'-]{1,40}?[ -]?\d{1,7}")


class JsonRecords:
    """An open file of JSON."""

    def __init__(self, file: BinaryIO, path: str) -> None:
        self._file = file
        self._path = path
        file.seek(0)
        first = file.readline(limits.RECORD_BYTES)
        self._has_lines = _object(first) is not None and bool(file.read(1))
        self._records: list[dict[str, object]] | None = None
        self._sha256 = ""

    def entries(self) -> Iterator[Entry]:
        """Every record in which a text is."""
        if self._has_lines:
            for offset, line in self._lines():
                for part, record in enumerate(_records(_object(line))):
                    yield _entry(record, offset, len(line), part)
            return
        for number, record in enumerate(self._all()):
            yield _entry(record, number, 0)

    def read(self, entry: Entry, index: int) -> Iterator[Telegram]:
        """The telegram of a record."""
        if self._has_lines:
            self._file.seek(entry.offset)
            line = self._file.read(entry.size)
            found = list(_records(_object(line)))
            yield self._telegram(found[entry.part], index, checksum(line))
            return
        yield self._telegram(self._all()[entry.offset], index, self._sha256)

    def _lines(self) -> Iterator[tuple[int, bytes]]:
        offset = 0
        self._file.seek(0)
        while line := self._file.readline(limits.RECORD_BYTES):
            yield offset, line
            offset += len(line)
            self._file.seek(offset)

    def _all(self) -> list[dict[str, object]]:
        """The records of a file that is one object or list, which has to be read whole."""
        if self._records is not None:
            return self._records
        self._file.seek(0)
        data = self._file.read(limits.FILE_BYTES + 1)
        if len(data) > limits.FILE_BYTES:
            raise NotACable(tr(limits.JSON_SENTENCE), hint=tr(limits.JSON_WAY_OUT))
        decoded = decode(data)
        self._records = list(_records(_parsed(decoded.text)))
        self._sha256 = checksum(data)
        if not self._records:
            raise NotACable(
                tr("This is a file of data (JSON), and no cable was found in it."),
                hint=tr("If one is in it, copy its text and paste it here."),
                text=decoded.text,
            )
        return self._records

    def _telegram(self, record: dict[str, object], index: int, digest: str) -> Telegram:
        text = "\n\n".join(filter(None, (_string(record, HEADERS), _body(record))))
        source = Source(path=self._path, format="json", sha256=digest, index=index)
        return carried(end_lines(text), source, _claims(record))


def open_collection(file: BinaryIO, path: str) -> JsonRecords:
    """The records in an open file of JSON."""
    return JsonRecords(file, path)


def _parsed(text: str) -> object:
    """What a JSON text says; None when it is none, or nested deeper than any export is."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _object(line: bytes) -> object:
    """The object that a line is."""
    if not line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        return None
    return _parsed(decode(line).text)


def _records(value: object, depth: int = DEPTH) -> Iterator[dict[str, object]]:
    """The records in what was read, wherever an export has put them."""
    if isinstance(value, dict):
        if _body(value):
            yield value
            return
        inner = list(value.values())
    elif isinstance(value, list):
        inner = value
    else:
        return
    if depth:
        for each in inner:
            if isinstance(each, dict | list):
                yield from _records(each, depth - 1)


def _body(record: dict[str, object]) -> str:
    text = _string(record, BODIES)
    return text if len(text) >= SHORTEST_BODY else ""


def _string(record: dict[str, object], names: tuple[str, ...]) -> str:
    """The first string that a record has under one of the names."""
    for name in names:
        for key in (name, name.upper(), name.capitalize()):
            value = record.get(key)
            if isinstance(value, dict):  # {"$oid": "..."}, {"$date": "..."}
                value = next(iter(value.values()), None)
            if isinstance(value, str) and value.strip():
                return value
    return ""


def _strings(record: dict[str, object], names: tuple[str, ...]) -> tuple[str, ...]:
    """A list of strings, or one string with separators in it."""
    for name in names:
        for key in (name, name.upper(), name.capitalize()):
            value = record.get(key)
            if isinstance(value, list):
                return tuple(each for each in value if isinstance(each, str))
            if isinstance(value, str):
                return tuple(part.strip() for part in re.split(r"[|,;]", value) if part.strip())
    return ()


def _claims(record: dict[str, object]) -> Envelope:
    return Envelope(
        reference_id=_id(record) or None,
        sent=read_moment(_string(record, DATES)),
        originator=_string(record, ORIGINS).strip() or None,
        classification=_string(record, CLASSIFICATIONS).strip() or None,
        subject=" ".join(_string(record, SUBJECTS).split()) or None,
        references=_strings(record, REFERENCES),
        tags=_strings(record, TAGS),
    )


def _id(record: dict[str, object]) -> str:
    """The id of a cable; a number that the database gave the record is none."""
    for name in IDS:
        found = _string(record, (name,)).strip()
        if ID.fullmatch(found):
            return found
    return ""


def _entry(record: dict[str, object], offset: int, size: int, part: int = 0) -> Entry:
    claims = _claims(record)
    return Entry(
        offset,
        size,
        part,
        reference_id=claims.reference_id or "",
        sent=shown_moment(claims.sent),
        originator=claims.originator or "",
        classification=claims.classification or "",
        subject=claims.subject or subject_in(_body(record).encode("utf-8", errors="replace")),
    )
