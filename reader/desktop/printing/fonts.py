"""The fonts and colours of printed pages, asked for in the window's thread."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtGui import QFont

from reader.desktop.theme import interface_font, monospace_font, reading_font

INK: Final = "#000000"
MUTED: Final = "#555555"
RULE: Final = "#999999"
BAR: Final = "#333333"

BODY: Final = 11.0
"""Points; the other sizes follow from it."""
TITLE: Final = 18.0
HEADING: Final = 12.5
SMALL: Final = 9.0
TABLE: Final = 9.0
SMALLEST_TABLE: Final = 6.0
"""Points below which the lines of a table are wrapped instead."""


class PrintFonts(NamedTuple):
    """The fonts of a page, by what is set in them."""

    body: QFont
    heading: QFont
    subheading: QFont
    title: QFont
    small: QFont
    strong: QFont
    table: QFont


def print_fonts(family: str = "") -> PrintFonts:
    """The fonts that the window has, in sizes for paper; `family` is the reader's own choice."""
    body = _sized(reading_font(100, family), BODY)
    heading = _sized(body, HEADING)
    heading.setBold(True)
    subheading = _sized(body, BODY)
    subheading.setBold(True)
    subheading.setItalic(True)
    title = _sized(body, TITLE)
    title.setBold(True)
    small = _sized(interface_font(), SMALL)
    strong = _sized(small, SMALL)
    strong.setBold(True)
    return PrintFonts(
        body, heading, subheading, title, small, strong, _sized(monospace_font(), TABLE)
    )


def _sized(font: QFont, points: float) -> QFont:
    made = QFont(font)
    made.setPointSizeF(points)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Who searches a page for "office" would not find it with one sign for three of its letters.
    made.setFeature(QFont.Tag("liga"), 0)
    return made
