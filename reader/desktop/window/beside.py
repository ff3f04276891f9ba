"""Reading and source beside each other, one above the other where there is too little room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

LETTERS: Final = 130
"""Average letters of the window's font that two columns need."""


class Beside(QSplitter):
    """Two views of one text; none of them can be pushed away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the views above each other in a narrow window."""
        super().resizeEvent(event)
        has_room = self.width() >= LETTERS * self.fontMetrics().averageCharWidth()
        wanted = Qt.Orientation.Horizontal if has_room else Qt.Orientation.Vertical
        if self.orientation() is not wanted:
            self.setOrientation(wanted)
            self.share()

    def share(self) -> None:
        """Give both the same room."""
        self.setSizes([1_000] * self.count())
