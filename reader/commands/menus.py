"""The menus of the bar."""

from __future__ import annotations

from typing import Final

MENUS: Final = (
    ("File", "&File"),
    ("Edit", "&Edit"),
    ("View", "&View"),
    ("Go", "&Go"),
    ("Cable", "&Cable"),
    ("Bookmarks", "&Bookmarks"),
    ("Help", "&Help"),
)
"""The menus of the bar, in order: the name that `Command.menu` uses, and the title."""
