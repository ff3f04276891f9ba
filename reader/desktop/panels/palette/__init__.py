"""The palette: any command by its words, any paragraph by its number."""

from reader.desktop.panels.palette.finding import PaletteRow
from reader.desktop.panels.palette.panel import HEADING, TAB, PalettePanel

__all__ = ["HEADING", "TAB", "PalettePanel", "PaletteRow"]
