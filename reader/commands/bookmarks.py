"""The Bookmarks menu: what the reader marks."""

from __future__ import annotations

from typing import Final

from reader.commands.command import Command, Needs

BOOKMARKS: Final = (
    Command(
        "bookmark.toggle",
        "&Bookmark this paragraph",
        "Bookmarks",
        "Set a bookmark at the paragraph, or take it away.",
        ("Ctrl+D",),
        ("B",),
        needs=Needs.CABLE,
    ),
    Command(
        "bookmark.edit",
        "&Name and note…",
        "Bookmarks",
        "Name this paragraph's bookmark, and write a note.",
        ("Ctrl+Shift+D",),
        needs=Needs.CABLE,
    ),
    Command(
        "bookmarks.here",
        "Bookmarks of &this cable",
        "Bookmarks",
        "Go to the list of this cable's bookmarks.",
        ("Ctrl+B",),
        starts_group=True,
    ),
    Command(
        "bookmarks.everywhere",
        "Bookmarks of &all cables",
        "Bookmarks",
        "Go to the list of all bookmarks that you have set.",
        ("Ctrl+Shift+B",),
    ),
)
