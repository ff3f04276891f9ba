"""The sheet of keys: every command that has any, from COMMANDS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.commands.menus import MENUS
from reader.commands.table import COMMANDS
from reader.desktop.keys import plain_title, shown_keys
from reader.desktop.panels.page.quiet import quieten
from reader.desktop.panels.sizes import resize_to_lines
from reader.desktop.plain import PlainLabel, without_icons
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.commands.keymap import Keymap


TEXT_KEYS: Final = (
    ("Space", "Scroll on by a page; with Shift, back."),
    ("Tab", "Go to the next mention of a reference; with Shift, to the one before."),
    ("Enter", "Follow the mention of a reference at the caret."),
    ("Esc", "Close the find bar or a message; go back to the text."),
)
"""Keys that are no commands."""


class KeyRow(NamedTuple):
    """A row of the sheet: keys and what they do, or the heading of a menu."""

    keys: str
    words: str
    title: str = ""
    """What the command is called in its menu."""
    is_heading: bool = False

    def has(self, words: list[str]) -> bool:
        """Whether all of some words in small letters stand in the row."""
        own = f"{self.keys} {self.words} {self.title}".lower()
        return all(word in own for word in words)


class KeysDialog(QDialog):
    """Shows what each key does; the window below can be used meanwhile."""

    change_wanted = Signal()
    """The reader wants to give other keys to commands."""

    def __init__(self, parent: QWidget | None = None, keymap: Keymap | None = None) -> None:
        super().__init__(parent)
        self._rows = tuple(key_rows(keymap))
        self._labels: list[tuple[PlainLabel, ...]] = []
        self._query = QLineEdit()
        self._none = PlainLabel(tr("No key and no command has these words."), wraps=True)
        self.setWindowTitle(tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._query.setPlaceholderText(tr("Find a key, or what it does"))
        self._query.setAccessibleName(tr("Find a key, or what it does"))
        self._query.setClearButtonEnabled(True)
        self._query.textChanged.connect(self._show_found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(20, 16, 20, 8)
        top.addWidget(self._query)
        layout.addLayout(top)
        layout.addWidget(self._make_sheet(), 1)
        layout.addWidget(self._make_buttons())
        resize_to_lines(self, 34, 36)

    def _make_sheet(self) -> QScrollArea:
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(20, 0, 20, 16)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(1, 1)
        for row, each in enumerate(self._rows):
            self._labels.append(_add_row(grid, row, each))
        grid.addWidget(self._none, len(self._rows), 0, 1, 2)
        grid.setRowStretch(len(self._rows) + 1, 1)
        self._none.hide()
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        quieten(area)
        area.setWidgetResizable(True)
        area.setWidget(sheet)
        area.setAccessibleName(tr("Keys and what they do"))
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return area

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        change = buttons.addButton(tr("Change keys…"), QDialogButtonBox.ButtonRole.ActionRole)
        change.clicked.connect(self.change_wanted)
        change.clicked.connect(self.accept)
        without_icons(buttons.buttons())
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(12, 8, 12, 12)
        return buttons

    def _show_found(self, query: str) -> None:
        """Show the rows that have the words, and the headings that stand over any."""
        words = query.lower().split()
        found = [not row.is_heading and row.has(words) for row in self._rows]
        is_needed = False
        for index in reversed(range(len(self._rows))):
            if self._rows[index].is_heading:
                found[index], is_needed = is_needed, False
            elif found[index]:
                is_needed = True
        for labels, is_found in zip(self._labels, found, strict=True):
            for label in labels:
                label.setVisible(is_found)
        self._none.setVisible(not any(found))


def key_rows(keymap: Keymap | None = None) -> Iterator[KeyRow]:
    """The rows of the sheet, menu by menu."""
    for menu, _ in MENUS:
        rows = [
            KeyRow("   ".join(keys), tr(command.help), plain_title(command))
            for command in COMMANDS
            if command.menu.partition("/")[0] == menu and (keys := shown_keys(command, keymap))
        ]
        if rows:
            yield KeyRow("", tr(menu), is_heading=True)
        yield from rows
    yield KeyRow("", tr("In the text"), is_heading=True)
    yield from (KeyRow(tr(keys), tr(words)) for keys, words in TEXT_KEYS)


def _add_row(grid: QGridLayout, row: int, each: KeyRow) -> tuple[PlainLabel, ...]:
    label = PlainLabel(each.words, wraps=not each.is_heading)
    if each.is_heading:
        font = QFont(label.font())
        font.setBold(True)
        label.setFont(font)
        label.setMinimumHeight(label.fontMetrics().height() * 2)
        label.setAlignment(Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(label, row, 0, 1, 2)
        return (label,)
    keys = PlainLabel(each.keys)
    grid.addWidget(keys, row, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(label, row, 1, Qt.AlignmentFlag.AlignTop)
    return keys, label
