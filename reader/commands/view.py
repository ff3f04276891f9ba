"""The View menu: what is shown, and how."""

from __future__ import annotations

from typing import Final

from reader.commands.command import Command, Kind, Needs

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
        "lines.wider",
        "&More space between lines",
        "View/Type",
        "Set the lines of the text farther apart.",
        needs=Needs.TEXT,
    ),
    Command(
        "lines.closer",
        "&Less space between lines",
        "View/Type",
        "Set the lines of the text closer together.",
        needs=Needs.TEXT,
    ),
    Command(
        "column.wider",
        "&Wider column",
        "View/Type",
        "Set more letters in a line.",
        needs=Needs.TEXT,
        starts_group=True,
    ),
    Command(
        "column.narrower",
        "&Narrower column",
        "View/Type",
        "Set fewer letters in a line.",
        needs=Needs.TEXT,
    ),
    Command(
        "type.choose",
        "&Font…",
        "View/Type",
        "Choose the face of the text, its size, its lines and its column.",
        starts_group=True,
    ),
    Command(
        "type.reset",
        "As it comes with the &program",
        "View/Type",
        "Set the text in its usual face, size, lines and column.",
    ),
    Command(
        "theme.system",
        "As the &system",
        "View/Theme",
        "Light or dark, as the system prefers.",
        kind=Kind.CHOICE,
    ),
    Command("theme.light", "&Light", "View/Theme", "Dark text on light.", kind=Kind.CHOICE),
    Command("theme.sepia", "Se&pia", "View/Theme", "Brown on old paper.", kind=Kind.CHOICE),
    Command("theme.dark", "&Dark", "View/Theme", "Light text on dark.", kind=Kind.CHOICE),
    Command(
        "theme.contrast",
        "&High contrast",
        "View/Theme",
        "Black on white or white on black, as the system prefers.",
        kind=Kind.CHOICE,
    ),
    Command(
        "window.full_screen",
        "Full s&creen",
        "View",
        "Show the text alone on the whole screen, or leave that.",
        ("F11",),
        kind=Kind.SWITCH,
        starts_group=True,
    ),
)
