"""What a command of the window is, without Qt."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Needs(Enum):
    """What must be there for a command to make sense."""

    NOTHING = "nothing"
    TEXT = "a text is open, be it a cable or not"
    CABLE = "a cable with paragraphs is open"
    OPEN = "a text is open, or the list of a file of many cables"
    LIST = "a cable of a list is open"
    TAB = "a text or a list is open, or is to be read"
    FILE = "what is shown was read from a file"
    TABS = "more than one tab is open"
    BEHIND = "tabs stand to the right of the one that is shown"
    CLOSED = "a tab was closed that can be opened again"
    BACK = "the reader has come from somewhere"
    FORWARD = "the reader has gone back from somewhere"
    UNDO = "a change of the bookmarks can be undone"
    REDO = "a change of the bookmarks was undone"


class Kind(Enum):
    """How a command is shown in a menu."""

    PLAIN = "plain"
    SWITCH = "switch"
    """On or off, with a check mark."""
    CHOICE = "choice"
    """One of the commands of its group is on."""


class Command(NamedTuple):
    """A command of the window: `noun.verb`, its words, where it stands and how it is reached."""

    id: str
    title: str
    """As in a menu; a letter after `&` is the one that opens it."""
    menu: str
    """`View`, or `View/Theme` for a menu within a menu."""
    help: str
    """One sentence for the status bar and the sheet of keys."""
    shortcuts: tuple[str, ...] = ()
    """Keys that work anywhere in the window, the first one is shown; in Qt's portable spelling."""
    text_keys: tuple[str, ...] = ()
    """Keys without modifiers that work while the text has the focus."""
    needs: Needs = Needs.NOTHING
    kind: Kind = Kind.PLAIN
    starts_group: bool = False
    """Whether a line stands above it in the menu."""
