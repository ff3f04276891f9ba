"""Showing, dimming or hiding the paragraphs of a cable by their portion marking."""

from reader.desktop.panels.portions.bar import PortionBar

__all__ = ["PortionBar"]
