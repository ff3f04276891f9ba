"""Colours and fonts of the window: light, sepia, dark, high contrast, or as the system prefers."""

from reader.desktop.theme.appearance import Appearance, theme_named
from reader.desktop.theme.colours import Chip, Highlight, Theme
from reader.desktop.theme.fonts import (
    READING_FAMILIES,
    interface_font,
    monospace_font,
    reading_families,
    reading_font,
)
from reader.desktop.theme.light import LIGHT
from reader.desktop.theme.palette import colour_words, palette

__all__ = [
    "LIGHT",
    "READING_FAMILIES",
    "Appearance",
    "Chip",
    "Highlight",
    "Theme",
    "colour_words",
    "interface_font",
    "monospace_font",
    "palette",
    "reading_families",
    "reading_font",
    "theme_named",
]
