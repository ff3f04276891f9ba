"""The find bar: words and patterns in what is open, and the list of all hits."""

from reader.desktop.panels.find.bar import FindBar
from reader.desktop.panels.find.search import Searchable, Searched, Switch

__all__ = ["FindBar", "Searchable", "Searched", "Switch"]
