"""The commands with their keys as rows of a table."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from reader.commands.keymap import Keymap
from reader.commands.table import COMMANDS
from reader.desktop.keys import plain_title, shown_keys
from reader.desktop.plain import tooltip_text
from reader.translation import tr

AnyIndex = QModelIndex | QPersistentModelIndex

COLUMNS: Final = ("Command", "Keys", "Menu")


class KeymapModel(QAbstractTableModel):
    """One row a command, those alone that have the words that are looked for."""

    def __init__(self) -> None:
        super().__init__()
        self._keymap = Keymap()
        self._words: list[str] = []
        self._rows = COMMANDS

    # What Qt calls.

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """How many commands are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Command, keys and menu."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section])
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words; keys that were changed are bold."""
        command = self._rows[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(tr(command.help))
        is_changed = self._keymap.is_changed(command)
        if role == Qt.ItemDataRole.FontRole and is_changed and index.column() == 1:
            font = QFont()
            font.setBold(True)
            return font
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if index.column() == 1:
            keys = "   ".join(shown_keys(command, self._keymap))
            if role == Qt.ItemDataRole.AccessibleTextRole:
                keys = keys or tr("no keys")
                return tr("{keys}, changed", keys=keys) if is_changed else keys
            return keys
        if index.column() == 0:
            return plain_title(command)
        return menu_words(command.menu)

    # What the form calls.

    def show_keymap(self, keymap: Keymap) -> None:
        """Show the keys of a keymap."""
        self._keymap = keymap
        last = self.index(len(self._rows) - 1, len(COLUMNS) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def find(self, query: str) -> None:
        """Show the commands that have all words of a query in title, help, menu or keys."""
        words = query.lower().split()
        if words == self._words:
            return
        self.beginResetModel()
        self._words = words
        found = (
            command for command in COMMANDS if all(word in self._said(command) for word in words)
        )
        # A title that begins so is what is meant.
        begins = " ".join(words)
        self._rows = tuple(
            sorted(found, key=lambda each: not plain_title(each).lower().startswith(begins))
        )
        self.endResetModel()

    def command_at(self, index: AnyIndex) -> Any:
        """The command of a row; None for no row."""
        return self._rows[index.row()] if index.isValid() else None

    def _said(self, command: Any) -> str:
        keys = " ".join(shown_keys(command, self._keymap))
        words = (plain_title(command), tr(command.help), menu_words(command.menu), keys)
        return " ".join(words).lower()


def menu_words(menu: str) -> str:
    """The path of a menu in words: `View › Theme`."""
    return " › ".join(tr(part).replace("&", "") for part in menu.split("/"))
