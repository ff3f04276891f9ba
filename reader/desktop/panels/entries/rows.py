"""What all rows share that are painted: letters, colours, and whether the keyboard is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from reader.desktop.panels.entries.letters import EntryLetters
from reader.desktop.theme import LIGHT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem


class Pens(NamedTuple):
    """The colours of the words of a row."""

    text: QColor
    muted: QColor
    """For lines of second rank."""
    star: QColor


class RowDelegate(QStyledItemDelegate):
    """Paints the rows of one list."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.view = view
        self.theme = LIGHT
        self._letters: EntryLetters | None = None

    def letters(self) -> EntryLetters:
        """The fonts that go with the list's own, as long as it keeps that."""
        font = self.view.font()
        if self._letters is None or self._letters.font != font:
            self._letters = EntryLetters(font)
        return self._letters

    def is_lit(self, option: QStyleOptionViewItem) -> bool:
        """Whether a row is selected, and the keyboard in the list."""
        return bool(option.state & QStyle.StateFlag.State_Selected) and self.view.hasFocus()

    def is_under_pointer(self, option: QStyleOptionViewItem) -> bool:
        """Whether the pointer is over a row."""
        return bool(option.state & QStyle.StateFlag.State_MouseOver)

    def pens(self, *, is_lit: bool) -> Pens:
        """The colours of the words of a row."""
        if is_lit:
            return Pens(*[QColor(self.theme.selection_text)] * 3)
        return Pens(*map(QColor, (self.theme.text, self.theme.muted, self.theme.bookmark)))
