"""The cables of a list, one row each: as many as there are, and none touched that is not shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from reader.desktop.plain import tooltip_text
from reader.desktop.session.selection import Wish
from reader.intake.rows import Column
from reader.paths import shown_path
from reader.translation import tr

if TYPE_CHECKING:
    from reader.desktop.session.selection import Selection
    from reader.intake.rows import Row

AnyIndex = QModelIndex | QPersistentModelIndex

LONGEST_CELL: Final = 300
"""Characters of a cell; more never fits."""

# What stands above each column, and what a screen reader says before a word of it.
TITLES: Final = {
    Column.REFERENCE_ID: "Cable",
    Column.SENT: "Date (UTC)",
    Column.ORIGINATOR: "From",
    Column.CLASSIFICATION: "Classification",
    Column.SUBJECT: "Subject",
}
COLUMNS: Final = tuple(TITLES)


class CablesModel(QAbstractTableModel):
    """The rows of a Selection."""

    def __init__(self) -> None:
        super().__init__()
        self._selection: Selection | None = None
        self._count = 0
        self._number = -1
        self._row: Row | None = None
        """The row that was asked for last: its cells are asked for one after the other."""

    # What Qt calls.

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """How many cables are shown; cables have no rows of their own."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """What is said of each."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The title of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(TITLES[COLUMNS[section]])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words, what is said of them, or the whole row for who rests on it."""
        if role not in _ROLES:
            return None
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text("\n".join(filter(None, map(row_words(row).get, COLUMNS))))
        words = row_words(row)[COLUMNS[index.column()]]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words or tr("no {what}", what=tr(TITLES[COLUMNS[index.column()]]).lower())
        return words

    # What the panel calls.

    def show(self, selection: Selection) -> bool:
        """Have the rows of a selection; whether those that were there stayed where they are."""
        before, self._number = self._selection, -1
        count = len(selection.shown)
        if selection.continues(before) and count >= self._count:
            if count > self._count:
                self.beginInsertRows(QModelIndex(), self._count, count - 1)
                self._selection, self._count = selection, count
                self.endInsertRows()
            self._selection = selection
            return True
        self.beginResetModel()
        self._selection, self._count = selection, count
        self.endResetModel()
        return False

    def wish(self) -> Wish:
        """What led to the rows that are there."""
        return self._selection.wish if self._selection is not None else Wish()

    def place_of(self, number: int) -> int:
        """Where the cable with a number in the list stands; -1 if it is not shown."""
        return self._selection.place_of(number) if self._selection is not None else -1

    def row_at(self, index: AnyIndex) -> Row | None:
        """What is known of the cable in a row."""
        place = index.row()
        if self._selection is None or not 0 <= place < self._count:
            return None
        number = self._selection.shown[place]
        if number != self._number or self._row is None:
            self._number, self._row = number, self._selection.rows[number]
        return self._row


def row_words(row: Row) -> dict[Column, str]:
    """The words of a row's cells, as they may be shown; a cable without id has its file's name."""
    return {
        Column.REFERENCE_ID: _shown(row.reference_id or row.name.rpartition("/")[2]),
        Column.SENT: _shown(row.sent),
        Column.ORIGINATOR: _shown(row.originator),
        Column.CLASSIFICATION: _shown(row.classification),
        Column.SUBJECT: _shown(row.subject),
    }


def _shown(words: str) -> str:
    return shown_path(words[:LONGEST_CELL])


_ROLES: Final = frozenset(
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    )
)
