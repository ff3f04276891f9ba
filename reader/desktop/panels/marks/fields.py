"""What can be written on a mark: its name, note, labels, status and colour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.panels.marks.note_editor import NoteEditor
from reader.desktop.panels.page.signs import sign_icon
from reader.desktop.plain import PlainLabel
from reader.desktop.session.marking.telling import colour_name
from reader.desktop.session.standing import HIGHLIGHT, INKS
from reader.desktop.theme import LIGHT
from reader.store.marks import LONGEST_NAME, Colour, Status, changed_mark, tidy_labels
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.desktop.theme import Theme
    from reader.store.marks import Mark

# Between two labels; one of the user's may have a comma of its own, written `\,`.
COMMA: Final = re.compile(r"(?<!\\),")


class MarkFields(QWidget):
    """Shows what was written on a mark, to be changed."""

    edited = Signal()
    """The reader is done with a field, which may have changed."""
    cable_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark: Mark | None = None
        self._theme = LIGHT
        self._names: Mapping[Colour, str] = {}
        self._name = QLineEdit()
        self._note = NoteEditor()
        self._labels = LabelsEdit()
        self._status = QComboBox()
        self._colour = QComboBox()
        self._colour_label = PlainLabel(tr("&Colour"))
        self._build()
        self._fill_choices()
        self._name.editingFinished.connect(self.edited)
        self._labels.editingFinished.connect(self.edited)
        self._note.edited.connect(self.edited)
        self._note.cable_wanted.connect(self.cable_wanted)
        self._status.activated.connect(self.edited)
        self._colour.activated.connect(self.edited)

    def _build(self) -> None:
        self._name.setMaxLength(LONGEST_NAME)
        grid = QGridLayout()
        grid.setSpacing(6)
        grid.setColumnStretch(1, 1)
        rows = (
            (PlainLabel(tr("&Labels")), self._labels, tr("Labels, separated by commas")),
            (PlainLabel(tr("&Status")), self._status, tr("Status")),
            (self._colour_label, self._colour, tr("Colour")),
        )
        for row, (label, field, name) in enumerate(rows):
            label.setBuddy(field)
            field.setAccessibleName(name)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        label = PlainLabel(tr("&Name"))
        label.setBuddy(self._name)
        self._name.setAccessibleName(tr("Name"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(label)
        layout.addWidget(self._name)
        layout.addWidget(self._note, 1)
        layout.addLayout(grid)
        self.setFocusProxy(self._name)

    def _fill_choices(self) -> None:
        self._status.clear()
        self._status.addItem(tr("No status"), None)
        for status in Status:
            self._status.addItem(tr(status.value.capitalize()), status)
        self._colour.clear()
        for ink, name in enumerate(INKS):
            colour = Colour(name)
            words = colour_name(colour, self._names)
            self._colour.addItem(sign_icon(ink, self._theme), words, colour)

    # What the window calls.

    def show_mark(
        self,
        mark: Mark,
        names: Mapping[Colour, str],
        labels: Iterable[str] = (),
        *,
        is_read: bool = False,
    ) -> None:
        """Show a mark; `labels` are those to choose from, with `is_read` its note is read first."""
        self._mark = mark
        if names != self._names:
            self._names = names
            self._fill_choices()
        self._name.setText(mark.name)
        self._note.set_note(mark.note, is_read=is_read and bool(mark.note))
        self._labels.set_labels(mark.labels, labels)
        self._status.setCurrentIndex(_index_of(self._status, mark.status))
        self._colour.setCurrentIndex(_index_of(self._colour, mark.colour))
        is_highlight = mark.kind.value == HIGHLIGHT
        self._colour.setVisible(is_highlight)
        self._colour_label.setVisible(is_highlight)

    def offer_labels(self, labels: Iterable[str]) -> None:
        """Take the labels to choose from."""
        self._labels.offer(labels)

    def base(self) -> Mark | None:
        """The mark as it was shown."""
        return self._mark

    def mark(self) -> Mark | None:
        """The mark as it was edited; the one that was shown where nothing has changed."""
        mark = self._mark
        if mark is None:
            return None
        wanted: dict[str, Any] = {
            "name": " ".join(self._name.text().split()),
            "note": self._note.note(),
            "labels": self._labels.labels(),
            "status": self._status.currentData(),
        }
        if mark.kind.value == HIGHLIGHT:
            wanted["colour"] = self._colour.currentData() or mark.colour
        if not self._name.isModified():
            del wanted["name"]
        changed = {name: each for name, each in wanted.items() if each != getattr(mark, name)}
        return changed_mark(mark, **changed) if changed else mark

    def rebase(self, mark: Mark) -> None:
        """Take a mark, as it was edited here, for the one that was shown."""
        self._mark = mark
        self._name.setModified(False)
        self._note.rebase()
        self._labels.rebase()

    def unbase(self, base: Mark) -> None:
        """Take the mark as it is stored for the one that was shown; what is written is new."""
        self._mark = base
        self._name.setModified(True)

    def is_changed(self) -> bool:
        """Whether anything was written that is not kept yet."""
        return self.mark() is not self._mark

    def is_being_written(self) -> bool:
        """Whether the keyboard is in one of the fields that words are typed in."""
        return self._note.is_written() or self._name.hasFocus() or self._labels.hasFocus()

    def write_note(self) -> None:
        """Take the keyboard to the note."""
        self._note.write()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        for ink in range(len(INKS)):
            self._colour.setItemIcon(ink, sign_icon(ink, theme))


class LabelsEdit(QLineEdit):
    """A line of labels with commas between them; those that are known are offered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, ...] = ()
        self._known = QStringListModel()
        self._completer = QCompleter(self._known, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._take)
        self.textEdited.connect(self._offer)
        self.setPlaceholderText(tr("for example: ferries, to translate"))

    def set_labels(self, labels: tuple[str, ...], known: Iterable[str] = ()) -> None:
        """Show these labels; the known ones are offered while another is typed."""
        self._shown = labels
        self.offer(known)
        self.setText(", ".join(label.replace(",", "\\,") for label in labels))
        self.setModified(False)

    def offer(self, known: Iterable[str]) -> None:
        """Take the labels that are offered."""
        self._known.setStringList(sorted(known, key=str.casefold))

    def labels(self) -> tuple[str, ...]:
        """The labels as they stand now; as they were shown where nothing was typed."""
        if not self.isModified():
            return self._shown
        return tidy_labels([part.replace("\\,", ",") for part in COMMA.split(self.text())])

    def rebase(self) -> None:
        """Take the labels as they stand for those that were shown."""
        self._shown = self.labels()
        self.setModified(False)

    def _before(self) -> tuple[str, str]:
        """What stands before the label at the caret, and its beginning."""
        text = self.text()[: self.cursorPosition()]
        commas = [match.end() for match in COMMA.finditer(text)]
        start = commas[-1] if commas else 0
        return text[:start], text[start:].lstrip()

    def _offer(self) -> None:
        _, begun = self._before()
        self._completer.setCompletionPrefix(begun)
        if begun and self._completer.completionCount():
            self._completer.complete()
        else:
            popup = self._completer.popup()
            if popup is not None:
                popup.hide()

    def _take(self, label: str) -> None:
        before, _ = self._before()
        after = self.text()[self.cursorPosition() :]
        blank = " " if before and not before.endswith(" ") else ""
        text = f"{before}{blank}{label.replace(',', chr(92) + ',')}"
        self.setText(text + after)
        self.setModified(True)
        self.setCursorPosition(len(text))


def _index_of(choice: QComboBox, value: object) -> int:
    """The place of a value among the choices; -1 for none.

    Qt would compare the values by itself, and knows no enumerations of Python's.
    """
    return next((row for row in range(choice.count()) if choice.itemData(row) is value), -1)
