"""The dialog with the reader's choices, each of which applies at once."""

from reader.desktop.panels.settings.dialog import SettingsDialog

__all__ = ["SettingsDialog"]
