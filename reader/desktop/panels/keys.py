"""The sheet of keys: every command that has any, from COMMANDS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.commands.menus import MENUS
from reader.commands.table import COMMANDS
from reader.desktop.actions import shown_keys
from reader.desktop.plain import PlainLabel, without_icons
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator


TEXT_KEYS: Final = (
    ("Space", "Scroll on by a page; with Shift, back."),
    ("Tab", "Go to the next mention of a reference; with Shift, to the one before."),
    ("Enter", "Follow the mention of a reference at the caret."),
    ("Esc", "Close the find bar or a message; go back to the text."),
)
"""Keys that are no commands."""


class KeysDialog(QDialog):
    """Shows what each key does; the window below can be used meanwhile."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(20, 16, 20, 16)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(1, 1)
        for row, (keys, words, is_heading) in enumerate(key_rows()):
            _add_row(grid, row, keys, words, is_heading=is_heading)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(sheet)
        area.setAccessibleName(tr("Keys and what they do"))
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        without_icons(buttons.buttons())
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(12, 8, 12, 12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area, 1)
        layout.addWidget(buttons)
        line = self.fontMetrics().height()
        self.resize(line * 34, line * 36)


def key_rows() -> Iterator[tuple[str, str, bool]]:
    """The rows of the sheet: keys, words, and whether it is the heading of a menu."""
    for menu, _ in MENUS:
        commands = [
            command
            for command in COMMANDS
            if command.menu.partition("/")[0] == menu and (command.shortcuts or command.text_keys)
        ]
        if commands:
            yield "", tr(menu), True
        for command in commands:
            yield "   ".join(shown_keys(command)), tr(command.help), False
    yield "", tr("In the text"), True
    yield from ((tr(keys), tr(words), False) for keys, words in TEXT_KEYS)


def _add_row(grid: QGridLayout, row: int, keys: str, words: str, *, is_heading: bool) -> None:
    label = PlainLabel(words, wraps=not is_heading)
    if is_heading:
        font = QFont(label.font())
        font.setBold(True)
        label.setFont(font)
        grid.setRowMinimumHeight(row, label.fontMetrics().height() * 2)
        grid.addWidget(label, row, 0, 1, 2, Qt.AlignmentFlag.AlignBottom)
        return
    grid.addWidget(PlainLabel(keys), row, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(label, row, 1, Qt.AlignmentFlag.AlignTop)
