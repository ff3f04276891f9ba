"""The main window and where its parts stand."""

from reader.desktop.window.window import MainWindow

__all__ = ["MainWindow"]
