"""The help pages that are made from tables: the files that are read, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.commands.keymap import typed_keys, usual_keys
from reader.commands.menus import MENUS
from reader.commands.table import COMMANDS
from reader.formats.registry import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterator

BEFORE_FORMATS: Final = """\
# Files and formats

What a file is, is told by what is in it, never by its name alone.

| what | usual endings |
|---|---|"""

AFTER_FORMATS: Final = """
PDF documents need the part that reads them: `pipx install 'cable-reader[pdf]'`. A scan has no
text, and says so.

Tables, archives and folders may hold many cables. The window lists them as they are found, and
the list can be used before it is whole. Archives are read in place; nothing in them is unpacked
to the disk.

A telegram that was sent in sections is put together, and a section that is missing is told. What
only the page or the table around a telegram says is used where the telegram is silent, and
marked. Outlook's messages (`.msg`), 7z archives and databases are refused, with a word on what to
do instead. Any other text is shown as plain text.
"""

BEFORE_KEYS: Final = """\
# Keys

These are the keys that the program comes with. **Help, Keys** (F1) shows those that are set now,
and **Help, Change keys** changes them. Keys without Ctrl or Alt work while the text has the
keyboard.
"""


def formats_page() -> str:
    """The page of the files that are read."""
    rows = (
        f"| {row.title} | {', '.join(f'`{ending}`' for ending in row.endings)} |" for row in FORMATS
    )
    return "\n".join((BEFORE_FORMATS, *rows, AFTER_FORMATS))


def keys_page() -> str:
    """The page of the keys that the commands come with."""
    return "\n".join((BEFORE_KEYS, *_keys_of_menus()))


def _keys_of_menus() -> Iterator[str]:
    for menu, _ in MENUS:
        rows = [
            f"| {', '.join(f'`{typed_keys(keys)}`' for keys in usual_keys(command))} "
            f"| {command.help} |"
            for command in COMMANDS
            if command.menu.partition("/")[0] == menu and usual_keys(command)
        ]
        if rows:
            yield from (f"## {menu}", "", "| keys | what they do |", "|---|---|", *rows, "")
