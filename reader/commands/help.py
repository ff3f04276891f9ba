"""The Help menu."""

from __future__ import annotations

from typing import Final

from reader.commands.command import Command

HELP: Final = (
    Command("help.show", "&Help pages", "Help", "Read how the program is used.", ("Shift+F1",)),
    Command(
        "palette.open",
        "Any &command…",
        "Help",
        "Find a command by its words, and run it.",
        ("Ctrl+K",),
    ),
    Command("keys.show", "&Keys", "Help", "Show every key of the window.", ("F1",)),
    Command(
        "keys.change",
        "Chan&ge keys…",
        "Help",
        "Give a command other keys.",
    ),
    Command("program.about", "&About Cable Reader", "Help", "Which version this is."),
)
