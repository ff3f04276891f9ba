"""The question which of the open cables to compare with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from reader.desktop.models.entries import Entry, EntryModel
from reader.desktop.panels.entries import EntryList
from reader.desktop.panels.sizes import resize_to_lines
from reader.desktop.plain import PlainLabel, without_icons
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.desktop.models.entries import AnyIndex
    from reader.desktop.session import Document
    from reader.desktop.theme import Theme


class CableChoice(QDialog):
    """Lists open cables; the one on which Enter is pressed, or that is clicked, is chosen."""

    chosen = Signal(object)
    """The Document that was chosen."""

    def __init__(
        self, documents: Sequence[tuple[Document, bool]], theme: Theme, parent: QWidget | None
    ) -> None:
        """`documents` with whether each is a version of the cable that is shown."""
        super().__init__(parent)
        self.setWindowTitle(tr("Compare with an open cable"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._model: EntryModel[Document] = EntryModel()
        self._model.show_rows(
            [document for document, _ in documents],
            [_entry(document, is_version=is_version) for document, is_version in documents],
        )
        self._list = EntryList(self._model, tr("Open cables"), lines=2)
        self._list.set_theme(theme)
        self._list.setCurrentIndex(self._model.index(0))
        self._list.entry_chosen.connect(self._choose)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        without_icons(buttons.buttons())
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(PlainLabel(tr("Compare this cable with:")))
        layout.addWidget(self._list, 1)
        layout.addWidget(buttons)
        resize_to_lines(self, 28, 18)
        self._list.setFocus()

    def _choose(self, index: AnyIndex) -> None:
        document = self._model.row_at(index)
        if document is not None:
            self.chosen.emit(document)
            self.accept()


def _entry(document: Document, *, is_version: bool) -> Entry:
    cable = document.cable
    name = (cable.canonical_id if cable else None) or document.name
    details = [(cable.header.subject if cable else None) or ""]
    if cable is not None and name != document.name:
        details.append(document.name)
    details.append(tr("another version of this cable") if is_version else "")
    return Entry(name, details=tuple(line for line in details if line))
