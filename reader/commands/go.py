"""The Go menu: getting around."""

from __future__ import annotations

from typing import Final

from reader.commands.command import Command, Needs

TABS: Final = (
    Command(
        "tab.next",
        "&Next tab",
        "Go/Tabs",
        "Show the next tab; after the last comes the first.",
        ("Ctrl+Tab", "Ctrl+PgDown"),
        needs=Needs.TABS,
    ),
    Command(
        "tab.previous",
        "&Previous tab",
        "Go/Tabs",
        "Show the tab before.",
        ("Ctrl+Shift+Tab", "Ctrl+PgUp"),
        needs=Needs.TABS,
    ),
    Command(
        "tab.move_left",
        "Move tab to the &left",
        "Go/Tabs",
        "Have the tab stand before the one to its left.",
        ("Ctrl+Shift+PgUp",),
        needs=Needs.TABS,
        starts_group=True,
    ),
    Command(
        "tab.move_right",
        "Move tab to the &right",
        "Go/Tabs",
        "Have the tab stand behind the one to its right.",
        ("Ctrl+Shift+PgDown",),
        needs=Needs.TABS,
    ),
    *(
        Command(
            f"tab.show_{place}",
            f"Tab &{place}",
            "Go/Tabs",
            f"Show tab {place}.",
            (f"Alt+{place}",),
            needs=Needs.TABS,
            starts_group=place == 1,
        )
        for place in range(1, 10)
    ),
)

GO: Final = (
    Command(
        "trail.back",
        "Bac&k",
        "Go",
        "Go back to where you were before the last jump, in whichever tab.",
        ("Alt+Left",),
        needs=Needs.BACK,
    ),
    Command(
        "trail.forward",
        "&Forward",
        "Go",
        "Go forward again after going back.",
        ("Alt+Right",),
        needs=Needs.FORWARD,
    ),
    Command(
        "paragraph.next",
        "&Next paragraph",
        "Go",
        "Read on with the next paragraph.",
        text_keys=("N",),
        needs=Needs.CABLE,
        starts_group=True,
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
        "reference.open",
        "Open &reference…",
        "Go",
        "Show what the cable cites; then a letter opens it.",
        text_keys=("O",),
        needs=Needs.CABLE,
        starts_group=True,
    ),
    Command(
        "reference.peek",
        "Peek at the reference &mentioned here",
        "Go",
        "Tell of the reference at the caret without opening it; Escape closes the card.",
        text_keys=("Shift+O",),
        needs=Needs.CABLE,
    ),
    *TABS,
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
