"""The text as received, with the numbers and the roles of its lines."""

from reader.desktop.panels.source.panel import SourcePanel

__all__ = ["SourcePanel"]
