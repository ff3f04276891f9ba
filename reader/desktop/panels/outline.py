"""The outline: headings and paragraphs beside the text, with the place where the reader is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.desktop.models.body import NONE, BodyModel
from reader.desktop.panels.entries import EntryList
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.cable.model import Cable
    from reader.desktop.models.entries import AnyIndex
    from reader.desktop.theme import Theme


class OutlinePanel(QWidget):
    """Shows what a cable's body is made of; it marks the place and never scrolls by itself."""

    item_chosen = Signal(int)
    """The index in the cable's body of a heading or paragraph to go to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = BodyModel()
        self._list = EntryList(self._model, tr("Outline: headings and paragraphs"), self)
        self._list.entry_chosen.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list)
        self.setFocusProxy(self._list)

    def show_cable(self, cable: Cable | None) -> None:
        """Show the body of a cable, or nothing."""
        self._list.set_marked_row(-1)
        self._model.show_cable(cable)

    def set_bookmarks(
        self, bookmarks: Mapping[int, str], inks: Mapping[int, tuple[int, ...]] = NONE
    ) -> None:
        """Show a star at these ordinals; the values are the bookmarks' names.

        `inks` are those of the highlights, by the ordinals of the paragraphs that have any.
        """
        self._model.set_bookmarks(bookmarks, inks)

    def leave_out(self, stubs: Mapping[int, str]) -> None:
        """Show these words in place of those of hidden paragraphs, by ordinal."""
        self._model.leave_out(stubs)

    def set_position(self, ordinal: int) -> None:
        """Mark the paragraph that is being read."""
        row = self._model.row_of(ordinal)
        self._list.set_marked_row(row)
        # The keyboard starts from where the reader is, unless it is at work here already.
        if row >= 0 and not self._list.hasFocus():
            self._list.set_current_unscrolled(self._model.index(row))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._list.set_theme(theme)

    def _choose(self, index: AnyIndex) -> None:
        self.item_chosen.emit(index.row())
