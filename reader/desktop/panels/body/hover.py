"""What is told beside the pointer."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QToolTip

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

COLUMNS: Final = 60


def tell(place: QPoint, words: str, widget: QWidget) -> None:
    """Show words beside the pointer, or hide what was shown when there are none.

    Qt takes a text for markup when it finds a tag in it, so no `<` goes there.
    """
    QToolTip.showText(place, fill(words, COLUMNS).replace("<", "‹"), widget)
