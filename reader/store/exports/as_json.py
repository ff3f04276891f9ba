"""Marks as JSON: everything, in a form that keeps its name (`resources/schema/marks-1.json`)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from reader.errors import ReaderError
from reader.store.exports.fields import Bundle, Gathered, record_of
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reader.store.marks import Colour, Mark

SCHEMA: Final = "cable-reader-marks/1"
ANCHOR: Final = ("ordinal", "number", "start", "end", "last_ordinal", "exact", "prefix", "suffix")


def write(marks: Iterable[Mark], names: Mapping[Colour, str]) -> Iterator[str]:
    """One object with a mark a line, in ASCII."""
    given = {colour.value: name for colour, name in names.items()}
    yield f'{{"schema": "{SCHEMA}",\n "colour_names": {json.dumps(given)},\n "marks": ['
    comma = ""
    for mark in marks:
        record = record_of(mark)
        anchor = {key: record.pop(key) for key in ANCHOR}
        yield f"{comma}\n  {json.dumps({**record, 'anchor': anchor})}"
        comma = ","
    yield "\n ]}\n"


def read(text: str) -> Bundle:
    """The marks in such an object; raises ReaderError when it is none, or of a later schema."""
    found = read_json(text)
    schema = found.get("schema") if isinstance(found, dict) else None
    marks = found.get("marks") if isinstance(found, dict) else None
    if schema != SCHEMA and isinstance(schema, str) and schema.startswith("cable-reader-marks/"):
        raise ReaderError(
            tr("These marks were exported by a newer Cable Reader."),
            hint=tr("Bring this one up to date, or export them there as W3C annotations."),
            detail=schema[:40],
        )
    if schema != SCHEMA or not isinstance(marks, list):
        raise ReaderError(
            tr("This is JSON, but no marks that Cable Reader has exported."),
            hint=tr("Choose a file that it has written, or one of W3C annotations."),
        )
    gathered = Gathered()
    gathered.take_names(found.get("colour_names"))
    for number, record in enumerate(marks, 1):
        if not isinstance(record, dict):
            gathered.refuse(number, tr("it is no object"))
            continue
        anchor = record.get("anchor")
        gathered.take(number, {**record, **anchor} if isinstance(anchor, dict) else record)
    return gathered.bundle()


def read_json(text: str) -> Any:
    """What a text of JSON holds; raises ReaderError."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 0)
        where = f" It breaks off at line {line}." if line else ""
        raise ReaderError(
            tr("This is no JSON that can be read.{where}", where=where),
            hint=tr("Export the marks again, and take the whole file."),
            detail=type(error).__name__,
        ) from error
