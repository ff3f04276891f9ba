"""The dialog that asks for a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFileDialog

from reader.desktop.plain import window_title

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

KINDS: Final = "Cables (*.cable *.cable.txt *.txt *.md);;All files (*)"


def ask_for_file(parent: QWidget, title: str, folder: str) -> str:
    """The full path of the file that the reader chooses; empty when none is chosen."""
    path, _ = QFileDialog.getOpenFileName(parent, window_title(title), folder, KINDS)
    return path
