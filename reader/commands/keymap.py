"""The keys of the commands: those they come with, and those that the reader gave them.

Keys are in Qt's portable spelling. With Ctrl, Alt or Meta, or as a function key, they work anywhere
in the window; any other key works while the text has the focus.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.commands.table import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.commands.command import Command

MODIFIERS: Final = ("Ctrl+", "Alt+", "Meta+")
FUNCTION_KEYS: Final = tuple(f"F{number}" for number in range(1, 36))
ANYWHERE: Final = (*FUNCTION_KEYS, "Ins")
"""Keys that write nothing, so that they need no modifier to work anywhere."""
TAKEN: Final = (
    *("Tab", "Backtab", "Shift+Tab", "Shift+Backtab", "Return", "Enter", "Space", "Shift+Space"),
    *("Up", "Down", "Left", "Right", "PgUp", "PgDown", "Home", "End"),
)
"""Keys that move within the text, and from one part of the window to the next."""


def is_text_key(keys: str) -> bool:
    """Whether keys work only while the text has the focus: `J`, `G, G`, `Shift+G`, `Esc`."""
    first = keys.split(", ", maxsplit=1)[0]
    plain = first.removeprefix("Shift+")
    return plain not in ANYWHERE and not any(sign in first for sign in MODIFIERS)


def typed_keys(keys: str) -> str:
    """Keys that work in the text as they are typed, `j`, `G`, `g g`, `Esc`; others as they are."""
    if not is_text_key(keys):
        return keys
    if keys.startswith("Shift+"):
        return keys.removeprefix("Shift+")
    return keys if len(keys) > 1 and keys.isalpha() else keys.replace(",", "").lower()


def usual_keys(command: Command) -> tuple[str, ...]:
    """The keys that a command comes with."""
    return (*command.shortcuts, *command.text_keys)


def do_clash(keys: str, others: str) -> bool:
    """Whether two keys cannot both be used: they are the same, or one begins with the other."""
    first, second = keys.split(", "), others.split(", ")
    length = min(len(first), len(second))
    return first[:length] == second[:length]


class Keymap:
    """The keys of every command; what is not changed is as it comes with the program."""

    def __init__(self, changed: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self.changed: dict[str, tuple[str, ...]] = dict(changed or {})
        """By the id of the command; ids that are none of ours are kept for who knows them."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Keymap) and self.changed == other.changed

    __hash__ = None  # type: ignore[assignment]  # a keymap is compared, never a key itself

    def keys(self, command: Command) -> tuple[str, ...]:
        """All keys of a command, the one that is shown in menus first."""
        return self.changed.get(command.id, usual_keys(command))

    def shortcuts(self, command: Command) -> tuple[str, ...]:
        """The keys that work anywhere in the window."""
        return tuple(keys for keys in self.keys(command) if not is_text_key(keys))

    def text_keys(self, command: Command) -> tuple[str, ...]:
        """The keys that work while the text has the focus."""
        return tuple(keys for keys in self.keys(command) if is_text_key(keys))

    def is_changed(self, command: Command) -> bool:
        """Whether a command has other keys than it comes with."""
        return self.keys(command) != usual_keys(command)

    def holders(self, keys: str, besides: Command) -> tuple[Command, ...]:
        """The other commands that have these keys, or such that begin alike."""
        return tuple(
            command
            for command in COMMANDS
            if command.id != besides.id
            and any(do_clash(keys, others) for others in self.keys(command))
        )

    def with_keys(self, command: Command, keys: tuple[str, ...]) -> Keymap:
        """With other keys for a command; those it comes with are not kept as a change."""
        changed = {name: given for name, given in self.changed.items() if name != command.id}
        if keys != usual_keys(command):
            changed[command.id] = keys
        return Keymap(changed)

    def with_key_taken(self, command: Command, keys: str) -> Keymap:
        """With a key more for a command, taken from those that have it."""
        keymap = self
        for holder in self.holders(keys, command):
            left = tuple(own for own in self.keys(holder) if not do_clash(keys, own))
            keymap = keymap.with_keys(holder, left)
        return keymap.with_keys(command, (*keymap.keys(command), keys))

    def reset(self) -> Keymap:
        """With the keys that our commands come with; what is not ours stays."""
        ours = {command.id for command in COMMANDS}
        return Keymap({name: keys for name, keys in self.changed.items() if name not in ours})
