"""What is told beside the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

COLUMNS: Final = 60


def set_tooltip(widget: QWidget, words: str) -> None:
    """Have words ready for when the pointer rests on a widget.

    Qt takes a text for markup when it finds a tag in it, so no `<` goes there.
    """
    if words:
        from textwrap import fill  # noqa: PLC0415 - few start by pointing at things

        words = fill(words, COLUMNS).replace("<", "‹")
    if words != widget.toolTip():
        widget.setToolTip(words)
