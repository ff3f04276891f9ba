"""The dialog that asks in which form and under which name something is saved."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.notices import announce
from reader.desktop.panels.saving.form_list import FormList
from reader.desktop.panels.sizes import resize_to_lines
from reader.desktop.plain import PlainLabel, window_title, without_icons
from reader.paths import shown_path
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.desktop.panels.saving.choices import Choice


class SaveDialog(QDialog):
    """Asks for a form and a name; replaces a file that is there when the reader says so twice."""

    chosen = Signal(str, str, bool, bool)
    """The name of the form, the full path, whether notes go with it, whether it replaces a file."""

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        place: str,
        notes: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """`place` is a full path without an ending; `notes` how many the reader wrote."""
        super().__init__(parent)
        self._choices = choices
        self._replaces = ""
        """The path of which the reader was told that a file stands there."""
        self._forms = FormList(choices)
        self._path = QLineEdit(place + choices[0].ending)
        self._browse = QPushButton(tr("&Browse…"))
        self._notes = QCheckBox(tr("Put my &notes at the end"))
        self._notes.setVisible(notes > 0)
        self._warning = PlainLabel(wraps=True)
        self._box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._save = QPushButton(tr("&Save"))
        self.setWindowTitle(window_title(title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._build()
        self._forms.form_chosen.connect(self._show_form)
        self._path.textChanged.connect(self._forget_warning)
        self._path.setFocus()
        self._select_name()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(4)
        layout.addWidget(self._forms, 1)
        layout.addSpacing(10)
        name = PlainLabel(tr("&File"))
        name.setBuddy(self._path)
        self._path.setAccessibleName(tr("File"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._path, 1)
        row.addWidget(self._browse)
        layout.addWidget(name)
        layout.addLayout(row)
        layout.addWidget(self._warning)
        layout.addWidget(self._notes)
        layout.addSpacing(10)
        layout.addWidget(self._box)
        self._box.addButton(self._save, QDialogButtonBox.ButtonRole.AcceptRole)
        without_icons(self._box.buttons())
        self._save.setDefault(True)
        self._box.accepted.connect(self.accept)
        self._box.rejected.connect(self.reject)
        self._browse.clicked.connect(self._ask)
        strong = self._warning.font()
        strong.setBold(True)
        self._warning.setFont(strong)
        self._warning.hide()
        line = self.fontMetrics().height()
        height = self.sizeHint().height() + self._warning.sizeHint().height() + line
        resize_to_lines(self, 32, height / line)

    def choose(self, name: str, *, with_notes: bool) -> None:
        """Begin with a form, by its name, and with notes or without."""
        self._forms.choose(name)
        self._notes.setChecked(with_notes)

    def choice(self) -> Choice:
        """The form that is chosen."""
        return self._forms.choice()

    def accept(self) -> None:
        """Hand over what was chosen, unless a file is there that the reader was not told of."""
        path = os.path.abspath(os.path.expanduser(self._path.text().strip()))  # noqa: PTH100, PTH111
        problem = self._problem(path)
        if problem:
            self._warn(problem)
            return
        is_there = os.path.lexists(path)
        if is_there and self._replaces != path:
            self._replaces = path
            self._save.setText(tr("&Replace"))
            self._warn(
                tr("There is a file {name} already. Replace it?", name=shown_path(Path(path).name))
            )
            return
        choice = self.choice()
        with_notes = (
            choice.takes_notes and self._notes.isVisibleTo(self) and self._notes.isChecked()
        )
        self.chosen.emit(choice.name, path, with_notes, is_there)
        super().accept()

    def _problem(self, path: str) -> str:
        """Why nothing can be saved under a name; empty where it can."""
        target = Path(path)
        if not self._path.text().strip() or target.is_dir():
            return tr("Type a name for the file.")
        if not target.parent.is_dir():
            return tr("There is no folder {name}.", name=shown_path(target.parent))
        if not os.access(target.parent, os.W_OK | os.X_OK):
            return tr("Nothing can be written in {name}.", name=shown_path(target.parent))
        return ""

    def _warn(self, words: str) -> None:
        self._warning.setText(words)
        self._warning.show()
        announce(self, words, is_urgent=True)

    def _forget_warning(self) -> None:
        self._replaces = ""
        self._save.setText(tr("&Save"))
        self._warning.hide()

    def _show_form(self) -> None:
        """Take the ending of the form, in place of another form's."""
        choice = self.choice()
        path = self._path.text()
        endings = sorted((each.ending for each in self._choices), key=len, reverse=True)
        ending = next((each for each in endings if path.endswith(each)), "")
        if ending or not Path(path).suffix:
            self._path.setText(path[: len(path) - len(ending)] + choice.ending)
            self._select_name()
        self._notes.setEnabled(choice.takes_notes)

    def _select_name(self) -> None:
        """Select the name without folder and ending, which is what is changed most often."""
        path, ending = self._path.text(), self.choice().ending
        start = path.rfind(os.sep) + 1
        end = len(path) - len(ending) if path.endswith(ending) else len(path)
        self._path.setSelection(start, max(end - start, 0))

    def _ask(self) -> None:
        choice = self.choice()
        path, _ = QFileDialog.getSaveFileName(
            self,
            self.windowTitle(),
            self._path.text(),
            f"{choice.title.partition(' (')[0]} (*{choice.ending})",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            has_ending = bool(Path(path).suffix)
            self._path.setText(path if has_ending else path + choice.ending)
            self._save.setFocus()
