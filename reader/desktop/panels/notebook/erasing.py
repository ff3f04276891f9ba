"""The question whether all marks are to go, with what would be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.plain import PlainLabel, window_title, without_icons
from reader.desktop.session.erasing import Extent
from reader.desktop.theme import colour_words
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from reader.desktop.theme import Theme
    from reader.store.searching import Holdings

# What can be erased: in short, and what it means.
EXTENTS = (
    (
        Extent.ALL,
        "&Delete all marks",
        "They can be brought back with Undo for a day, and are still in the backups.",
    ),
    (
        Extent.FOR_GOOD,
        "Delete all marks &for good",
        "They are erased from the history and from all backups too. Nothing brings them back but "
        "a file that you have exported.",
    ),
    (
        Extent.DELETED,
        "&Erase only what you deleted before",
        "The marks stay. Those that were deleted are still in the history and in the backups: "
        "nothing is left of them then, and nothing can be undone.",
    ),
)


class EraseForm(QDialog):
    """Says what there is to lose, and asks how much of it is to go; Enter and Escape do nothing."""

    chosen = Signal(object)
    """The Extent."""
    export_wanted = Signal()

    def __init__(self, holdings: Holdings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._said = PlainLabel(told(holdings), wraps=True)
        self._extents = QButtonGroup(self)
        self.setMinimumWidth(self.fontMetrics().height() * 30)
        self.setWindowTitle(window_title(tr("Erase marks")))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._build(has_marks=holdings.marks > 0)

    def _build(self, *, has_marks: bool) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(4)
        layout.addWidget(self._said)
        for number, (extent, words, meaning) in enumerate(EXTENTS):
            button = QRadioButton(tr(words))
            button.setEnabled(has_marks or extent is Extent.DELETED)
            button.setAccessibleDescription(tr(meaning))
            self._extents.addButton(button, number)
            label = PlainLabel(tr(meaning), wraps=True)
            label.setIndent(self.fontMetrics().height() * 3 // 2)
            colour_words(label, self._theme.muted)
            layout.addSpacing(8)
            layout.addWidget(button)
            layout.addWidget(label)
        self._extents.button(0 if has_marks else len(EXTENTS) - 1).setChecked(True)
        layout.addSpacing(14)
        layout.addStretch(1)
        layout.addWidget(self._buttons(has_marks=has_marks))

    def _buttons(self, *, has_marks: bool) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        export = buttons.addButton(tr("E&xport first…"), QDialogButtonBox.ButtonRole.ResetRole)
        export.setEnabled(has_marks)
        export.clicked.connect(self._export)
        erase = buttons.addButton(tr("E&rase"), QDialogButtonBox.ButtonRole.DestructiveRole)
        erase.clicked.connect(self.accept)
        erase.setAutoDefault(False)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setDefault(True)
        buttons.rejected.connect(self.reject)
        without_icons(buttons.buttons())
        return buttons

    def accept(self) -> None:
        """Hand over what was chosen."""
        extent, _, _ = EXTENTS[self._extents.checkedId()]
        super().accept()
        self.chosen.emit(extent)

    def _export(self) -> None:
        self.reject()
        self.export_wanted.emit()


def told(holdings: Holdings) -> str:
    """How much there is to lose, in a sentence."""
    if not holdings.marks:
        return tr("There are no marks. What you deleted before may still be in the backups.")
    marks = tr_count("{count:,} mark", "{count:,} marks", holdings.marks)
    cables = tr_count("{count:,} cable", "{count:,} cables", holdings.cables)
    notes = tr_count("{count:,} note", "{count:,} notes", holdings.notes)
    return tr(
        "You have {marks} in {cables}, with {notes}.", marks=marks, cables=cables, notes=notes
    )
