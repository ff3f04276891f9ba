"""COMMANDS: every command of the window, declared once.

Menus, the toolbar, the keys and the sheet of keys are made from this table.
"""

from __future__ import annotations

from typing import Final

from reader.commands.bookmarks import BOOKMARKS
from reader.commands.cable import CABLE
from reader.commands.edit import EDIT
from reader.commands.file import FILE
from reader.commands.go import GO
from reader.commands.help import HELP
from reader.commands.view import VIEW

COMMANDS: Final = (*FILE, *EDIT, *VIEW, *GO, *CABLE, *BOOKMARKS, *HELP)
"""Every command of the window, in the order of the menus."""

TOOLS: Final = (
    ("trail.back", "◀"),
    ("trail.forward", "▶"),
    ("file.open", "Open"),
    ("find.open", "Find"),
    ("source.show", "Source"),
    ("bookmark.toggle", "Bookmark"),
    ("citation.copy", "Cite"),
    ("palette.open", "Any command"),
)
"""The commands that have a button in the window, and its short words."""

TOOL_MENUS: Final = (
    ("View/Type", "Aa", "Type", ("zoom.in", "zoom.out", "zoom.reset")),
    ("View/Theme", "◐", "Theme", ()),
)
"""The menus that have a button, its sign and its name, and commands that stand above the menu's."""
