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
        "Name a highlight or this paragraph's bookmark, and write a note.",
        ("Ctrl+Shift+D",),
        needs=Needs.CABLE,
    ),
    Command(
        "highlight.toggle",
        "&Highlight, or not",
        "Bookmarks",
        "Highlight the selected words in the colour used last, or take the highlight away.",
        ("Ctrl+Shift+H",),
        ("H",),
        needs=Needs.CABLE,
        starts_group=True,
    ),
    Command(
        "highlight.yellow",
        "&1  Yellow",
        "Bookmarks/&Colour",
        "Highlight the selected words in the first colour, or give it to the highlight here.",
        text_keys=("1",),
        needs=Needs.CABLE,
    ),
    Command(
        "highlight.green",
        "&2  Green",
        "Bookmarks/&Colour",
        "Highlight the selected words in the second colour, or give it to the highlight here.",
        text_keys=("2",),
        needs=Needs.CABLE,
    ),
    Command(
        "highlight.blue",
        "&3  Blue",
        "Bookmarks/&Colour",
        "Highlight the selected words in the third colour, or give it to the highlight here.",
        text_keys=("3",),
        needs=Needs.CABLE,
    ),
    Command(
        "highlight.pink",
        "&4  Pink",
        "Bookmarks/&Colour",
        "Highlight the selected words in the fourth colour, or give it to the highlight here.",
        text_keys=("4",),
        needs=Needs.CABLE,
    ),
    Command(
        "mark.place",
        "&Place the chosen mark here",
        "Bookmarks",
        "Put the mark that is chosen in the list at the selected words, or at this paragraph.",
        ("Ctrl+Alt+D",),
        needs=Needs.CABLE,
        starts_group=True,
    ),
    Command(
        "mark.confirm",
        "The chosen mark &is in its place",
        "Bookmarks",
        "Say of an uncertain mark that it was found in the right place.",
        needs=Needs.CABLE,
    ),
    Command(
        "bookmarks.here",
        "Bookmarks of &this cable",
        "Bookmarks",
        "Go to the list of this cable's bookmarks and highlights.",
        ("Ctrl+B",),
        starts_group=True,
    ),
    Command(
        "bookmarks.everywhere",
        "N&otebook of all cables…",
        "Bookmarks",
        "Find, read and edit all bookmarks and highlights that you have made; export and import.",
        ("Ctrl+Shift+B",),
    ),
    Command(
        "bookmarks.erase",
        "&Erase marks…",
        "Bookmarks",
        "Delete all bookmarks and highlights, or leave no trace of what you have deleted.",
        starts_group=True,
    ),
)
