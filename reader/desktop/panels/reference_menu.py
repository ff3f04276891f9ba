"""What the REF line cites as a menu: the letter of an item opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from reader.desktop.plain import action_text
from reader.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.cable.model import Reference


class ReferenceMenu(QMenu):
    """Shows every item with its letter; an item without one has its number."""

    reference_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Open a reference"))
        self.aboutToHide.connect(self.deleteLater)
        self._letters: set[str] = set()

    def add_reference(self, reference: Reference, words: str) -> None:
        """Add an item, with what there is to say of it."""
        letter = reference.label or str(len(self._letters) + 1)
        title = f"{reference.target or reference.text} · {words}"
        # Only the first item with a letter is opened by it.
        sign = "" if letter in self._letters else "&"
        self._letters.add(letter)
        action = self.addAction(f"{sign}{letter}   {action_text(title)}")
        action.triggered.connect(lambda: self.reference_chosen.emit(reference))

    def show_over(self, view: QWidget) -> None:
        """Show the menu in the middle of the text."""
        size = self.sizeHint()
        corner = view.rect().center()
        corner.setX(corner.x() - size.width() // 2)
        corner.setY(max(corner.y() - size.height() // 2, 0))
        self.popup(view.mapToGlobal(corner))
