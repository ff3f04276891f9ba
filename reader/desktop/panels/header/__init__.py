"""The head of a cable, decoded."""

from reader.desktop.panels.header.panel import HeaderPanel

__all__ = ["HeaderPanel"]
