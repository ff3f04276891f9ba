"""The menu of a tab: what can be done with it and with those around it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from reader.commands.table import COMMANDS
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

OFFERED: Final = (
    "file.close",
    "tab.close_others",
    "tab.close_right",
    "",
    "tab.reopen",
    "",
    "permalink.copy",
    "id.copy",
    "path.copy",
)
"""The commands of the menu by their ids; empty for a line between."""


class TabMenu(QMenu):
    """Offers commands for one tab, be it the one that is shown or another."""

    command_chosen = Signal(str)

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("What to do with {name}", name=name))
        self.aboutToHide.connect(self.deleteLater)

    def offer(self, possible: Mapping[str, str]) -> None:
        """Show all commands, those that are not possible now greyed.

        `possible` are the ids of those that are, and of each the keys that do the same.
        """
        commands = {command.id: command for command in COMMANDS}
        for command_id in OFFERED:
            if not command_id:
                self.addSeparator()
                continue
            keys = possible.get(command_id)
            words = tr(commands[command_id].title)
            action = self.addAction(f"{words}\t{keys}" if keys else words)
            action.setObjectName(command_id)
            action.setEnabled(keys is not None)
            action.triggered.connect(partial(self.command_chosen.emit, command_id))
