"""The Help menu."""

from __future__ import annotations

from typing import Final

from reader.commands.command import Command

HELP: Final = (
    Command("keys.show", "&Keys", "Help", "Show every key of the window.", ("F1",)),
    Command("program.about", "&About Cable Reader", "Help", "Which version this is."),
)
