"""The text of a cable, set to be read."""

from reader.desktop.panels.body.panel import BodyPanel

__all__ = ["BodyPanel"]
