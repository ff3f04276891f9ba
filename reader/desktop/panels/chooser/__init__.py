"""The chooser: the cables of a file of many, to be filtered, sorted and opened."""

from reader.desktop.panels.chooser.panel import ChooserPanel

__all__ = ["ChooserPanel"]
