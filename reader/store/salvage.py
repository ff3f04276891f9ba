"""Which of the rows that were read in a damaged file are marks, and the best of each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reader.store.marks import MOST_LABELS, Mark
from reader.store.rows import MARK_COLUMNS, BrokenRow, checksum, keepable_mark, mark_of, row_of

if TYPE_CHECKING:
    from reader.store.rows import Row

DOUBTFUL_LABEL: Final = "damaged, please check"
"""On marks whose row was readable but does not agree with its checksum."""


class Salvage:
    """The rows that were found, the best of each mark."""

    def __init__(self) -> None:
        self.sound: dict[str, tuple[int, Row]] = {}
        self.doubtful: dict[str, Mark] = {}
        self.names: dict[str, str] = {}

    def take(self, number: int, values: Row) -> None:
        """Take a row, if it is one of ours."""
        if len(values) == len(MARK_COLUMNS) + 2 and isinstance(values[1], str):
            self._take_mark(number, values[1:])
        elif len(values) == 4 and checksum("colour", values[1:3]) == values[3]:
            self.names[values[1]] = values[2]

    def _take_mark(self, number: int, row: Row) -> None:
        mark_id = row[0]
        try:
            mark_of(row)
        except BrokenRow:
            mark = read_in_part(row)
            if mark is not None:
                self.doubtful[mark_id] = mark
            return
        known = self.sound.get(mark_id)
        # The same mark twice is an older and a newer state of it.
        if known is None or row[11] >= known[1][11]:
            self.sound[mark_id] = number or (known[0] if known else 0), row


def read_in_part(row: Row) -> Mark | None:
    """A mark from a row that does not agree with its checksum; None where it makes no sense."""
    values = tuple(row[:-1])
    try:
        mark = mark_of((*values, checksum("mark", values)))
        if len(bytes.fromhex(mark.id)) != 16:
            return None
        mark = keepable_mark(
            replace(mark, labels=(*mark.labels[: MOST_LABELS - 1], DOUBTFUL_LABEL))
        )
        return mark_of(row_of(mark))
    except (BrokenRow, ValueError, TypeError, AttributeError):
        return None
