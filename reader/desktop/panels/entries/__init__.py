"""A list of entries: what leads in a column of its own, a title, smaller lines below it."""

from reader.desktop.panels.entries.letters import SIDE
from reader.desktop.panels.entries.list import EntryList

__all__ = ["SIDE", "EntryList"]
