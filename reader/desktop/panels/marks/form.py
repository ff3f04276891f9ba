"""The form for what is written on a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from reader.desktop.panels.marks.fields import MarkFields
from reader.desktop.panels.sizes import resize_to_lines
from reader.desktop.plain import PlainLabel, message_box, window_title, without_icons
from reader.desktop.session.notice import cable_name, quote
from reader.desktop.session.standing import HIGHLIGHT
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.desktop.theme import Theme
    from reader.store.marks import Colour, Mark


class MarkForm(QDialog):
    """Asks for what is to be written on a mark; Ctrl+Enter saves it, Escape asks before it goes.

    It stays until the words are on the disk: what could not be saved is not lost.
    """

    kept = Signal(object, object)
    """The Mark as it is now, and as it was; `finish` is to be called with what became of it."""

    def __init__(
        self,
        mark: Mark,
        names: Mapping[Colour, str],
        labels: Iterable[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_saving = False
        self.fields = MarkFields()
        self.fields.show_mark(mark, names, labels)
        number = mark.anchor.number
        place = f"¶{number}" if number is not None else tr("a paragraph")
        is_highlight = mark.kind.value == HIGHLIGHT
        words = tr("Highlight in {place} of {cable}") if is_highlight else ""
        words = words or tr("Bookmark at {place} of {cable}")
        self.setWindowTitle(window_title(words.format(place=place, cable=cable_name(mark))))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._build(f"“{quote(mark)}”")

    def _build(self, quoted: str) -> None:
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
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(quoted, wraps=True))
        layout.addWidget(self.fields, 1)
        layout.addWidget(buttons)
        resize_to_lines(self, 32, 27)
        self.fields.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.fields.set_theme(theme)

    def accept(self) -> None:
        """Hand over what was written, if it is anything new."""
        mark, base = self.fields.mark(), self.fields.base()
        if mark is base:
            super().accept()
        elif not self._is_saving:
            self._is_saving = True
            self.kept.emit(mark, base)

    def finish(self, is_saved: bool) -> None:
        """Go once the words are on the disk; stay with them where they are not."""
        self._is_saving = False
        if is_saved:
            super().accept()

    def reject(self) -> None:
        """Go without saving; words that would be lost are asked about first."""
        if not self.fields.is_changed():
            super().reject()
            return
        box = message_box(self, tr("Not saved yet"), tr("Save what you have written on this mark?"))
        roles = box.ButtonRole
        save = box.addButton(tr("&Save"), roles.AcceptRole)
        discard = box.addButton(tr("&Discard"), roles.DestructiveRole)
        discard.clicked.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        box.setEscapeButton(box.addButton(tr("&Go on writing"), roles.RejectRole))
        box.setDefaultButton(save)
        save.clicked.connect(self.accept)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
