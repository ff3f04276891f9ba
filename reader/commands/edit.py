"""The Edit menu: undoing, copying and finding."""

from __future__ import annotations

from typing import Final

from reader.commands.command import Command, Needs

EDIT: Final = (
    Command(
        "edit.undo",
        "&Undo",
        "Edit",
        "Take back the last change of your bookmarks.",
        ("Ctrl+Z",),
        needs=Needs.UNDO,
    ),
    Command(
        "edit.redo",
        "&Redo",
        "Edit",
        "Do again what was taken back.",
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        needs=Needs.REDO,
    ),
    Command(
        "text.copy",
        "&Copy",
        "Edit",
        "Copy the selected text.",
        ("Ctrl+C",),
        needs=Needs.TEXT,
        starts_group=True,
    ),
    Command(
        "text.quote",
        "Copy with c&itation",
        "Edit",
        "Copy the selected text, or the paragraph, and where it stands.",
        ("Ctrl+Shift+C",),
        needs=Needs.CABLE,
    ),
    Command(
        "citation.copy",
        "Copy ci&tation",
        "Edit",
        "Copy the cable's id and the paragraph: 09MOSCOW501, para. 4.",
        text_keys=("C",),
        needs=Needs.CABLE,
    ),
    Command(
        "text.select_all",
        "Select &all",
        "Edit",
        "Select the whole text.",
        ("Ctrl+A",),
        needs=Needs.TEXT,
    ),
    Command(
        "find.open",
        "&Find…",
        "Edit",
        "Find words in this text, or cables in this list.",
        ("Ctrl+F",),
        ("/",),
        needs=Needs.OPEN,
        starts_group=True,
    ),
    Command("find.next", "Find &next", "Edit", "Go to the next hit.", ("F3",), needs=Needs.TEXT),
    Command(
        "find.previous",
        "Find pre&vious",
        "Edit",
        "Go to the hit before.",
        ("Shift+F3",),
        needs=Needs.TEXT,
    ),
)
