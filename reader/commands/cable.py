"""The Cable menu: what there is to know of the cable that is open."""

from __future__ import annotations

from typing import Final

from reader.commands.command import Command, Needs

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
)
