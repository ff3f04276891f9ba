"""A list's rows: what is painted of each, and the sentence that screen readers say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from reader.desktop.plain import tooltip_text
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.cable.model import Paragraph

ENTRY_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The Entry of a row."""

LONGEST_TITLE: Final = 160
"""Characters of a title in a list; more never fits."""

# "[the ferry](cable:09OSLO9004)", of which the words are read.
LINK: Final = re.compile(r"\[([^\[\]\n]{1,160})\]\([^()\s]{0,160}\)")
# "- who bakes", "> It pays.", "## Boats", "2. a lamp" at the beginning of a line.
LINE_SIGN: Final = re.compile(r"^[ \t]{0,8}(?:[-*+>]|#{1,6}|\d{1,3}[.)])[ \t]{1,8}", re.MULTILINE)
# "**Oslo**", "`ref`", "~~late~~", "*never*"; not "2 * 3", nor "a_b".
INLINE_SIGN: Final = re.compile(r"\*\*|__|~~|`|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)")

AnyIndex = QModelIndex | QPersistentModelIndex


class Entry(NamedTuple):
    """A row as a list shows it: what leads, the title, and smaller lines below it."""

    title: str
    lead: str = ""
    """Stands before the title in a column of its own: a paragraph's number, a label."""
    details: tuple[str, ...] = ()
    is_strong: bool = False
    has_star: bool = False
    inks: tuple[int, ...] = ()
    """The inks of the highlights that it has, each once."""
    spoken: str = ""
    """What a screen reader says, where the words as shown would not do."""


Row = TypeVar("Row")


class EntryModel(QAbstractListModel, Generic[Row]):
    """Rows of one kind, each with its Entry."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self._entries: list[Entry] = []

    # What Qt calls.

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are; rows have no rows of their own."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row's title, its entry, what is said of it, or what hovering tells."""
        row = index.row()
        if not 0 <= row < len(self._entries):
            return None
        entry = self._entries[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.spoken or ", ".join(
                part for part in (entry.lead, entry.title, *entry.details) if part
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text("\n".join((entry.title, *entry.details)))
        return None

    # What the panels call.

    def show_rows(self, rows: Iterable[Row], entries: Iterable[Entry]) -> None:
        """Have these rows instead."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._entries = list(entries)
        self.endResetModel()

    def row_at(self, index: AnyIndex) -> Row | None:
        """What a row stands for."""
        row = index.row()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rows(self) -> tuple[Row, ...]:
        """What the rows stand for, in order."""
        return self._rows

    def replace_entry(self, row: int, entry: Entry) -> None:
        """Show a row anew."""
        if self._entries[row] != entry:
            self._entries[row] = entry
            index = self.index(row)
            self.dataChanged.emit(index, index)


def first_words(text: str) -> str:
    """The beginning of a text on one line."""
    return " ".join(text[: LONGEST_TITLE * 2].split())[:LONGEST_TITLE]


def note_words(note: str) -> str:
    """The beginning of a note on one line, as it reads: a dot for the signs that begin lines."""
    text = LINE_SIGN.sub("· ", note[: LONGEST_TITLE * 2])
    return first_words(INLINE_SIGN.sub("", LINK.sub(r"\1", text))).removeprefix("· ")


def words_around(text: str, start: int, end: int, room: int = 24) -> str:
    """A place in a text with some words before and after it, on one line."""
    first = max(start - room, 0)
    if first:
        blank = text.find(" ", first, start)
        first = blank + 1 if blank >= 0 else start
    last = min(end + 2 * room, len(text))
    before = "…" if first else ""
    after = "…" if last < len(text) else ""
    return f"{before}{' '.join(text[first:last].split())}{after}"


def spoken_place(paragraph: Paragraph) -> str:
    """A paragraph's number in words, for screen readers."""
    if paragraph.number is None:
        return tr("the unnumbered paragraph {number}", number=paragraph.ordinal + 1)
    return tr("paragraph {number}", number=paragraph.number)
