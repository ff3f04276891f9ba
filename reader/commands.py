"""COMMANDS: every command of the window, declared once, without Qt.

Menus, the toolbar, the keys and the sheet of keys are made from this table.
"""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple


class Needs(Enum):
    """What must be there for a command to make sense."""

    NOTHING = "nothing"
    TEXT = "a text is open, be it a cable or not"
    CABLE = "a cable with paragraphs is open"
    OPEN = "a text is open, or the list of a file of many cables"
    LIST = "a cable of a list is open"
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


MENUS: Final = (
    ("File", "&File"),
    ("Edit", "&Edit"),
    ("View", "&View"),
    ("Go", "&Go"),
    ("Bookmarks", "&Bookmarks"),
    ("Help", "&Help"),
)
"""The menus of the bar, in order: the name that `Command.menu` uses, and the title."""

FILE: Final = (
    Command("file.open", "&Open…", "File", "Open a cable from a file.", ("Ctrl+O",)),
    Command(
        "folder.open",
        "Open a &folder…",
        "File",
        "List the cables in a folder.",
        ("Ctrl+Shift+O",),
    ),
    Command(
        "file.paste",
        "Open &pasted text",
        "File",
        "Open the text on the clipboard as a cable.",
        ("Ctrl+V", "Shift+Ins"),
    ),
    Command("file.sample", "Open the &sample cable", "File", "Open the cable that ships with us."),
    Command(
        "recent.clear",
        "&Clear this list",
        "File/Recent files",
        "Forget which files were opened.",
        starts_group=True,
    ),
    Command(
        "recent.remember",
        "&Remember opened files",
        "File/Recent files",
        "Keep a list of the files that were opened, or keep none.",
        kind=Kind.SWITCH,
    ),
    Command(
        "file.close",
        "&Close",
        "File",
        "Close the text or the list; the window stays.",
        ("Ctrl+W",),
        needs=Needs.OPEN,
        starts_group=True,
    ),
    Command("window.quit", "&Quit", "File", "Leave the program.", ("Ctrl+Q",), starts_group=True),
)

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

VIEW: Final = (
    Command(
        "source.show",
        "&Source",
        "View",
        "Show the text as received, at the same place.",
        ("Ctrl+U",),
        needs=Needs.TEXT,
        kind=Kind.SWITCH,
    ),
    Command(
        "subject.as_received",
        "Subject as &received",
        "View",
        "Show the subject in the letters that the telegram has.",
        needs=Needs.CABLE,
        kind=Kind.SWITCH,
    ),
    Command(
        "header.fold",
        "&Fold the header",
        "View",
        "Leave of the header only subject, classification and date.",
        needs=Needs.CABLE,
        kind=Kind.SWITCH,
    ),
    Command(
        "header.raw",
        "&Header as received",
        "View",
        "Show the header's own lines.",
        needs=Needs.CABLE,
        kind=Kind.SWITCH,
    ),
    Command(
        "outline.show",
        "&Outline",
        "View",
        "Show the headings and paragraphs beside the text.",
        kind=Kind.SWITCH,
        starts_group=True,
    ),
    Command(
        "references.show",
        "Refere&nces",
        "View",
        "Show what the cable cites beside the text.",
        kind=Kind.SWITCH,
    ),
    Command(
        "bookmarks.show",
        "&Bookmarks",
        "View",
        "Show your bookmarks beside the text.",
        kind=Kind.SWITCH,
    ),
    Command(
        "zoom.in",
        "Zoom &in",
        "View",
        "Set the text larger.",
        ("Ctrl++", "Ctrl+="),
        needs=Needs.TEXT,
        starts_group=True,
    ),
    Command(
        "zoom.out", "Zoom o&ut", "View", "Set the text smaller.", ("Ctrl+-",), needs=Needs.TEXT
    ),
    Command(
        "zoom.reset",
        "Usua&l size",
        "View",
        "Set the text in its usual size.",
        ("Ctrl+0",),
        needs=Needs.TEXT,
    ),
    Command(
        "theme.system",
        "As the &system",
        "View/Theme",
        "Light or dark, as the system prefers.",
        kind=Kind.CHOICE,
    ),
    Command("theme.light", "&Light", "View/Theme", "Dark text on light.", kind=Kind.CHOICE),
    Command("theme.dark", "&Dark", "View/Theme", "Light text on dark.", kind=Kind.CHOICE),
)

GO: Final = (
    Command(
        "paragraph.next",
        "&Next paragraph",
        "Go",
        "Read on with the next paragraph.",
        text_keys=("N",),
        needs=Needs.CABLE,
    ),
    Command(
        "paragraph.previous",
        "&Previous paragraph",
        "Go",
        "Go back by a paragraph.",
        text_keys=("P",),
        needs=Needs.CABLE,
    ),
    Command(
        "heading.next",
        "Next &heading",
        "Go",
        "Go to the next heading.",
        text_keys=("]",),
        needs=Needs.CABLE,
    ),
    Command(
        "heading.previous",
        "Previous head&ing",
        "Go",
        "Go back by a heading.",
        text_keys=("[",),
        needs=Needs.CABLE,
    ),
    Command(
        "line.next",
        "Line &down",
        "Go",
        "Go down by a line.",
        text_keys=("J",),
        needs=Needs.TEXT,
        starts_group=True,
    ),
    Command(
        "line.previous", "Line &up", "Go", "Go up by a line.", text_keys=("K",), needs=Needs.TEXT
    ),
    Command(
        "text.start",
        "&Beginning",
        "Go",
        "Go to the beginning of the text.",
        text_keys=("G, G",),
        needs=Needs.TEXT,
    ),
    Command(
        "text.end",
        "&End",
        "Go",
        "Go to the end of the text.",
        text_keys=("Shift+G",),
        needs=Needs.TEXT,
    ),
    Command(
        "place.tell",
        "&Where am I?",
        "Go",
        "Say which paragraph is being read.",
        text_keys=("W",),
        needs=Needs.TEXT,
        starts_group=True,
    ),
    Command(
        "list.show",
        "Back to the &list",
        "Go",
        "Go back to the list that this cable was opened from.",
        ("Ctrl+L",),
        ("Esc",),
        needs=Needs.LIST,
    ),
    Command(
        "pane.next",
        "Next p&ane",
        "Go",
        "Go on to the next part of the window.",
        ("F6",),
        starts_group=True,
    ),
    Command(
        "pane.previous",
        "Pre&vious pane",
        "Go",
        "Go back to the part of the window before.",
        ("Shift+F6",),
    ),
)

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

HELP: Final = (
    Command("keys.show", "&Keys", "Help", "Show every key of the window.", ("F1",)),
    Command("program.about", "&About Cable Reader", "Help", "Which version this is."),
)

COMMANDS: Final = (*FILE, *EDIT, *VIEW, *GO, *BOOKMARKS, *HELP)
"""Every command of the window, in the order of the menus."""

TOOLS: Final = (
    ("file.open", "Open"),
    ("find.open", "Find"),
    ("source.show", "Source"),
    ("bookmark.toggle", "Bookmark"),
    ("citation.copy", "Cite"),
    ("zoom.out", "A−"),
    ("zoom.in", "A+"),
)
"""The commands that have a button in the window, and its short words."""
