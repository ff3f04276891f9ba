"""The anatomy of a telegram: every part of the text as received, named and explained."""

from reader.desktop.panels.anatomy.panel import AnatomyPanel

__all__ = ["AnatomyPanel"]
