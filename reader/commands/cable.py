"""The Cable menu: what there is to know of the cable that is open."""

from __future__ import annotations

from typing import Final

from reader.commands.command import Command, Kind, Needs

CABLE: Final = (
    Command(
        "header.explain",
        "&Explain the header",
        "Cable",
        "Go to the header: arrows go from item to item, F1 explains it.",
        text_keys=("E",),
        needs=Needs.CABLE,
    ),
    Command(
        "remarks.show",
        "&Remarks",
        "Cable",
        "List what is odd in this cable, and go to the places.",
        text_keys=("R",),
        needs=Needs.CABLE,
    ),
    Command(
        "portions.filter",
        "&Paragraphs by marking…",
        "Cable",
        "Show, dim or hide paragraphs by their portion marking.",
        ("Ctrl+Shift+J",),
        needs=Needs.CABLE,
    ),
    Command(
        "glossary.show",
        "&Glossary",
        "Cable",
        "Go to the list of this cable's acronyms.",
        ("Ctrl+Shift+G",),
        needs=Needs.CABLE,
        starts_group=True,
    ),
    Command(
        "glossary.mark",
        "&Mark acronyms in the text",
        "Cable",
        "Underline acronyms with dots; hover tells what they stand for.",
        needs=Needs.CABLE,
        kind=Kind.SWITCH,
    ),
    Command(
        "acronym.explain",
        "Explain the ne&xt acronym",
        "Cable",
        "Go on to the next acronym in the text, and say what it stands for.",
        text_keys=("X",),
        needs=Needs.CABLE,
    ),
    Command(
        "anatomy.show",
        "Ana&tomy of the telegram",
        "Cable",
        "Name and explain every part of the text as received, or go back to reading.",
        ("Ctrl+Shift+A",),
        needs=Needs.CABLE,
    ),
    Command(
        "cable.about",
        "&About this cable…",
        "Cable",
        "Tell where it comes from, how it was read, and what the file claims.",
        ("Ctrl+I",),
        needs=Needs.TEXT,
        starts_group=True,
    ),
    Command(
        "comparison.file",
        "Compare with a &file…",
        "Cable",
        "Compare this cable word by word with another version of it in a file.",
        needs=Needs.CABLE,
        starts_group=True,
    ),
    Command(
        "comparison.open",
        "Compare with an &open cable…",
        "Cable",
        "Compare this cable word by word with another one that is open.",
        ("F7",),
        needs=Needs.CABLE,
    ),
    Command(
        "difference.next",
        "&Next difference",
        "Cable",
        "Go to the next difference of the versions that are compared.",
        ("F8",),
    ),
    Command(
        "difference.previous",
        "Pre&vious difference",
        "Cable",
        "Go to the difference before.",
        ("Shift+F8",),
    ),
    Command(
        "comparison.copy",
        "&Copy the differences",
        "Cable",
        "Copy the differences of the versions that are compared as a text.",
    ),
    Command(
        "citation.choose",
        "C&ite…",
        "Cable",
        "See this place cited in every style, and copy or save one of them.",
        ("Ctrl+Shift+E",),
        ("Shift+C",),
        needs=Needs.CABLE,
    ),
)
