"""Keys as Qt spells them, and the reader's own ones as they stand in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QKeySequence

from reader.commands.keymap import TAKEN, Keymap, is_text_key, typed_keys
from reader.commands.table import COMMANDS
from reader.translation import tr

if TYPE_CHECKING:
    from reader.commands.command import Command
    from reader.settings import Settings


class ReadKeymap(NamedTuple):
    """The keymap in the settings, and the commands whose keys there cannot be used."""

    keymap: Keymap
    unusable: tuple[Command, ...]


def plain_title(command: Command) -> str:
    """The title of a command in the reader's language, without the sign for its letter."""
    return tr(command.title).replace("&", "")


def portable(keys: str) -> str:
    """Keys in Qt's portable spelling; empty for what are no keys."""
    form = QKeySequence.SequenceFormat.PortableText
    spelled = QKeySequence.fromString(keys, form).toString(form)
    # Of several keys, one that is none leaves a gap.
    return "" if "" in spelled.split(", ") else spelled


def native(keys: str) -> str:
    """Keys as this system writes them, a letter as it is typed: `Ctrl+O`, `g g`, `G`, `Esc`."""
    if is_text_key(keys):
        return typed_keys(keys)
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def shown_keys(command: Command, keymap: Keymap | None = None) -> tuple[str, ...]:
    """The keys of a command as this system writes them."""
    return tuple(native(keys) for keys in (keymap or Keymap()).keys(command))


def read_keymap(settings: Settings) -> ReadKeymap:
    """The reader's own keys; a command whose keys are none, or another's, has its usual ones."""
    given = dict(settings.keys)
    ours = {command.id: command for command in COMMANDS}
    keymap = Keymap({name: keys for name, keys in given.items() if keys and name not in ours})
    unusable = []
    for name, keys in given.items():
        command = ours.get(name)
        if command is None:
            continue
        spelled = tuple(map(portable, keys or ()))
        if keys is None or "" in spelled or set(spelled) & set(TAKEN):
            unusable.append(command)
        else:
            keymap = keymap.with_keys(command, spelled)
    # Only when all stand can be seen which of them are another's, too.
    for name in list(keymap.changed):
        command = ours.get(name)
        if command and any(keymap.holders(each, command) for each in keymap.keys(command)):
            keymap = keymap.with_keys(command, (*command.shortcuts, *command.text_keys))
            unusable.append(command)
    return ReadKeymap(keymap, tuple(unusable))
