"""The notebook: every mark of every cable."""

from reader.desktop.panels.notebook.window import NotebookWindow

__all__ = ["NotebookWindow"]
