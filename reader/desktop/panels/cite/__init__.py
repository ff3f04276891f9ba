"""A place in a cable, cited in every style."""

from reader.desktop.panels.cite.dialog import CiteDialog

__all__ = ["CiteDialog"]
