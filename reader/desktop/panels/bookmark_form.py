"""The form for a bookmark: its name and its note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.plain import PlainLabel, window_title, without_icons
from reader.desktop.session.notice import cable_name, quote
from reader.translation import tr

if TYPE_CHECKING:
    from reader.store.marks import Mark


class BookmarkForm(QDialog):
    """Asks for the name and the note of a bookmark; Ctrl+Enter saves them."""

    kept = Signal(object, object)
    """The Mark as it is now, and as it was."""

    def __init__(self, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = mark
        self._name = QLineEdit(mark.name)
        self._note = QPlainTextEdit(mark.note)
        number = mark.anchor.number
        place = f"¶{number}" if number is not None else tr("a paragraph")
        self.setWindowTitle(
            window_title(tr("Bookmark at {place} of {cable}", place=place, cable=cable_name(mark)))
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._build()

    def _build(self) -> None:
        from reader.store.marks import LONGEST_NAME  # noqa: PLC0415

        self._name.setMaxLength(LONGEST_NAME)
        self._name.setAccessibleName(tr("Name"))
        self._note.setAccessibleName(tr("Note"))
        self._note.setTabChangesFocus(True)
        name, note = PlainLabel(tr("&Name")), PlainLabel(tr("N&ote"))
        name.setBuddy(self._name)
        note.setBuddy(self._note)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        without_icons(buttons.buttons())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(6)
        layout.addWidget(PlainLabel(f"“{quote(self._mark)}”", wraps=True))
        layout.addSpacing(6)
        layout.addWidget(name)
        layout.addWidget(self._name)
        layout.addSpacing(6)
        layout.addWidget(note)
        layout.addWidget(self._note, 1)
        layout.addSpacing(6)
        layout.addWidget(buttons)
        line = self.fontMetrics().height()
        self.resize(line * 30, line * 22)
        self._name.setFocus()

    def accept(self) -> None:
        """Hand over what was typed, if it is anything new."""
        from reader.store.marks import changed_mark  # noqa: PLC0415

        name = " ".join(self._name.text().split())
        # Qt's editor loses some characters, so a note that nobody changed is not taken from it.
        is_new = self._note.document().isModified()
        note = self._note.toPlainText() if is_new else self._mark.note
        if (name, note) != (self._mark.name, self._mark.note):
            self.kept.emit(changed_mark(self._mark, name=name, note=note), self._mark)
        super().accept()
