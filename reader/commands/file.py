"""The File menu: opening and closing."""

from __future__ import annotations

from typing import Final

from reader.commands.command import Command, Kind, Needs

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
    Command(
        "file.sample",
        "Open the &sample cable",
        "File",
        "Open the made-up cable that comes with the program.",
    ),
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
        "cable.save",
        "Sa&ve as…",
        "File",
        "Save what is open as text, Markdown, a web page, a text document or a PDF.",
        ("Ctrl+S",),
        needs=Needs.TEXT,
        starts_group=True,
    ),
    Command(
        "pdf.save",
        "Export as P&DF…",
        "File",
        "Save what is open as pages, a cable with its id and its classification.",
        ("Ctrl+Shift+S",),
        needs=Needs.TEXT,
    ),
    Command(
        "print.preview",
        "Print previe&w…",
        "File",
        "Look at the pages before they are printed.",
        ("Ctrl+Shift+P",),
        needs=Needs.TEXT,
    ),
    Command(
        "cable.print",
        "Pri&nt…",
        "File",
        "Print what is open, a cable with its id and its classification on each page.",
        ("Ctrl+P",),
        needs=Needs.TEXT,
    ),
    Command(
        "print.notes",
        "Print &my notes",
        "File",
        "Have your notes at the end of what is printed and saved, or leave them out.",
        needs=Needs.CABLE,
        kind=Kind.SWITCH,
    ),
    Command(
        "file.close",
        "&Close",
        "File",
        "Close the text or the list; the window stays.",
        ("Ctrl+W",),
        needs=Needs.TAB,
        starts_group=True,
    ),
    Command(
        "tab.close_others",
        "Close ot&her tabs",
        "File",
        "Close every tab but the one that is shown.",
        needs=Needs.TABS,
    ),
    Command(
        "tab.close_right",
        "Close tabs to the ri&ght",
        "File",
        "Close the tabs to the right of the one that is shown.",
        needs=Needs.BEHIND,
    ),
    Command(
        "tab.reopen",
        "Reopen closed &tab",
        "File",
        "Open again, at its place, the tab that was closed last.",
        ("Ctrl+Shift+T",),
        needs=Needs.CLOSED,
    ),
    Command(
        "settings.show",
        "Sett&ings…",
        "File",
        "Choose colours, type, keys, and what is remembered.",
        ("Ctrl+,",),
        starts_group=True,
    ),
    Command("window.quit", "&Quit", "File", "Leave the program.", ("Ctrl+Q",), starts_group=True),
)
