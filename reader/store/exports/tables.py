"""Marks as CSV (RFC 4180), and as CSV in which a spreadsheet takes nothing for a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, Final

from reader.cable.citation import cite_place, permalink, printed_number
from reader.errors import ReaderError
from reader.store.exports.fields import Bundle, Gathered, record_of
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reader.store.marks import Colour, Mark

COLUMNS: Final = (
    "citation", "permalink", "kind", "name", "note", "exact", "labels", "status", "colour",
    "title", "number", "created", "changed", "id", "cable_id", "canonical_id", "ordinal", "start",
    "end", "last_ordinal", "prefix", "suffix",
)  # fmt: skip
"""What people read comes first. Labels are lines of one cell. The path is left out: a table is made
to be passed on."""

COUNTS: Final = frozenset({"number", "ordinal", "start", "end", "last_ordinal"})

DEFUSED: Final = "defused"
"""The last column of the spreadsheet's variant, by which it is known again."""

# What a spreadsheet may take for the beginning of a formula, and the sign that makes it a text;
# that sign is put before itself too, so that taking it away is always right.
FORMULA_SIGNS: Final = frozenset("=+-@\t\r\n|%＝＋－＠'")
TEXT_SIGN: Final = "'"

LONGEST_CELL: Final = 2**31 - 1


def write(marks: Iterable[Mark], names: Mapping[Colour, str]) -> Iterator[str]:
    """A head line, then a mark a line; lines end in CR LF, and every cell is quoted."""
    del names  # a table has no place for them
    yield _line(COLUMNS)
    for mark in marks:
        yield _line(_cells(mark))


def write_defused(marks: Iterable[Mark], names: Mapping[Colour, str]) -> Iterator[str]:
    """The same for a spreadsheet: it opens as UTF-8, and no cell is a formula."""
    del names
    yield "\ufeff" + _line((*COLUMNS, DEFUSED))
    for mark in marks:
        yield _line([*map(defused, _cells(mark)), "yes"])


def defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"{TEXT_SIGN}{cell}" if cell[:1] in FORMULA_SIGNS and cell else cell


def _cells(mark: Mark) -> list[str]:
    anchor = mark.anchor
    number = printed_number(anchor.number, anchor.ordinal)
    goes_on = anchor.last_ordinal > anchor.ordinal
    record = record_of(mark)
    record["citation"] = cite_place(anchor.canonical_id, number, goes_on=goes_on)
    record["permalink"] = permalink(anchor.canonical_id, anchor.number)
    record["labels"] = "\n".join(mark.labels)
    return ["" if record[column] is None else str(record[column]) for column in COLUMNS]


def _line(cells: Iterable[str]) -> str:
    quoted = (cell.replace('"', '""') for cell in cells)
    return '"' + '","'.join(quoted) + '"\r\n'


def read(text: str) -> Bundle:
    """The marks of either variant, columns in any order; raises ReaderError where it is no table.

    Columns that are not known are passed over, so that a table may have been worked on.
    """
    rows = _rows(text.removeprefix("\ufeff"))
    head = [cell.strip() for cell in next(rows, [])]
    if not {"cable_id", "canonical_id"} & set(head):
        raise ReaderError(
            tr("This table has no column that says which cables its marks are of."),
            hint=tr("It needs a head line with `canonical_id`, and `exact` for the quotation."),
        )
    gathered = Gathered()
    for number, row in enumerate((row for row in rows if any(row)), 1):
        cells = dict(zip(head, row, strict=False))
        if cells.pop(DEFUSED, ""):
            cells = {column: cell.removeprefix(TEXT_SIGN) for column, cell in cells.items()}
        record = _record(cells)
        if record is None:
            gathered.refuse(number, tr("a number of its place is no number"))
        else:
            gathered.take(number, record)
    return gathered.bundle()


def _record(cells: dict[str, str]) -> dict[str, Any] | None:
    record: dict[str, Any] = {column: cells[column] for column in COLUMNS if column in cells}
    record["labels"] = [label for label in record.get("labels", "").split("\n") if label]
    for column in COUNTS & set(record):
        digits = record[column].strip()
        if digits and not (digits.isascii() and digits.isdigit() and len(digits) < 12):
            return None
        record[column] = int(digits) if digits else None
    return record


def _rows(text: str) -> Iterator[list[str]]:
    """The cells of a table that separates them by commas, or by semicolons as some programs do."""
    limit = csv.field_size_limit(LONGEST_CELL)
    try:
        head = text.partition("\n")[0]
        delimiter = ";" if head.count(";") > head.count(",") else ","
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise ReaderError(
            tr("This is no table that can be read: a quotation mark is missing in it."),
            hint=tr("Export the marks again, and take the whole file."),
            detail=type(error).__name__,
        ) from error
    finally:
        csv.field_size_limit(limit)
