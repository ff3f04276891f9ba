"""The window of the help pages."""

from reader.desktop.panels.help.window import HelpWindow

__all__ = ["HelpWindow"]
