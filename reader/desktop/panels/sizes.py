"""How large a dialog opens: in lines of its own letters, and never larger than the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SHARE: Final = 0.9
"""Of the screen at most: the frame and what lies beneath are still to be seen."""


def resize_to_lines(window: QWidget, width: float, height: float) -> None:
    """Give a window a size in heights of a line, as far as the screen has room for it."""
    line = window.fontMetrics().height()
    screen = window.screen().availableSize()
    window.resize(
        min(round(line * width), round(screen.width() * SHARE)),
        min(round(line * height), round(screen.height() * SHARE)),
    )
