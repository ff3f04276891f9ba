"""The glossary of a cable: its acronyms, what they stand for, where they stand."""

from reader.desktop.panels.glossary.panel import GlossaryPanel

__all__ = ["GlossaryPanel"]
