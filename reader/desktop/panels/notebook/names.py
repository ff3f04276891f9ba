"""The user's own names: what the four colours mean, and what labels are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.panels.page.quiet import quieten
from reader.desktop.panels.page.signs import sign_icon
from reader.desktop.panels.sizes import resize_to_lines
from reader.desktop.plain import PlainLabel, window_title, without_icons
from reader.desktop.session.standing import INKS
from reader.store.marks import LONGEST_LABEL, LONGEST_NAME, Colour
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.desktop.session.notebook import Tally
    from reader.desktop.theme import Theme

LABEL: int = int(Qt.ItemDataRole.UserRole)


class NamesForm(QDialog):
    """Asks for the names of colours; renames labels, or takes them away."""

    named = Signal(object)
    """The Colours whose names have changed, each with its new name; empty takes it away."""
    label_renamed = Signal(str, str)
    """A label and what it is to be called; empty takes it away from every mark."""

    def __init__(
        self,
        names: Mapping[Colour, str],
        labels: Mapping[str, int],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._names = dict(names)
        self._fields: dict[Colour, QLineEdit] = {}
        self._labels = QListWidget()
        quieten(self._labels)
        self._new = QLineEdit()
        self._rename = QPushButton(tr("&Rename"))
        self._remove = QPushButton(tr("&Take away"))
        self.setWindowTitle(window_title(tr("Names of colours and labels")))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._build(theme)
        self.show_labels(labels)

    def _build(self, theme: Theme) -> None:
        form = QFormLayout()
        for ink, name in enumerate(INKS):
            colour = Colour(name)
            field = self._fields[colour] = QLineEdit(self._names.get(colour, ""))
            words = tr(name.capitalize())
            field.setPlaceholderText(words)
            field.setMaxLength(LONGEST_NAME)
            field.setAccessibleName(tr("What {colour} means", colour=words))
            field.addAction(sign_icon(ink, theme), QLineEdit.ActionPosition.LeadingPosition)
            label = PlainLabel(f"&{ink + 1}  {words}")
            label.setBuddy(field)
            form.addRow(label, field)
        self._labels.setAccessibleName(tr("Labels"))
        self._labels.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._labels.currentItemChanged.connect(self._show_label)
        self._new.setMaxLength(LONGEST_LABEL)
        self._new.setAccessibleName(tr("New name of the label"))
        self._new.setPlaceholderText(tr("New name of the label"))
        self._new.textChanged.connect(self._allow)
        self._rename.clicked.connect(self._rename_label)
        self._remove.clicked.connect(self._remove_label)
        change = QHBoxLayout()
        change.addWidget(self._new, 1)
        change.addWidget(self._rename)
        change.addWidget(self._remove)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        without_icons(buttons.buttons())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(tr("What the colours of highlights mean to you"), wraps=True))
        layout.addLayout(form)
        layout.addWidget(PlainLabel(tr("Labels, changed in every mark that has them"), wraps=True))
        layout.addWidget(self._labels, 1)
        layout.addLayout(change)
        layout.addWidget(buttons)
        resize_to_lines(self, 30, 30)
        self._allow()

    def show_labels(self, labels: Mapping[str, int]) -> None:
        """List the labels, each with how many marks have it."""
        self._labels.clear()
        for label, count in sorted(labels.items(), key=lambda each: each[0].casefold()):
            item = QListWidgetItem(f"{label} ({count})")
            item.setData(LABEL, label)
            self._labels.addItem(item)
        self._allow()

    def show_tally(self, tally: Tally) -> None:
        """List the labels anew: one was renamed."""
        self.show_labels(tally.labels)

    def accept(self) -> None:
        """Hand over the names of colours that have changed."""
        wanted = {colour: " ".join(each.text().split()) for colour, each in self._fields.items()}
        changed = {
            colour: name for colour, name in wanted.items() if name != self._names.get(colour, "")
        }
        if changed:
            self.named.emit(changed)
        super().accept()

    def _label(self) -> str:
        item = self._labels.currentItem()
        return str(item.data(LABEL)) if item is not None else ""

    def _show_label(self) -> None:
        self._new.setText(self._label())
        self._allow()

    def _allow(self) -> None:
        label = self._label()
        self._new.setEnabled(bool(label))
        self._remove.setEnabled(bool(label))
        self._rename.setEnabled(bool(label) and self._new.text().strip() not in {"", label})

    def _rename_label(self) -> None:
        self.label_renamed.emit(self._label(), " ".join(self._new.text().split()))

    def _remove_label(self) -> None:
        self.label_renamed.emit(self._label(), "")
