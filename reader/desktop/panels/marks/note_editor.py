"""A note that is written as Markdown and read as it will look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.notes import NoteView
from reader.desktop.panels.page.quiet import quieten
from reader.desktop.plain import PlainLabel, set_tooltip
from reader.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

# More signs without a blank than Qt wraps in time.
UNBROKEN: Final = re.compile(r"[^ \t\n]{4096}")


class NoteEditor(QWidget):
    """Shows a note to be written, or as it reads."""

    edited = Signal()
    """The note was changed, and the keyboard has left it."""
    cable_wanted = Signal(str)
    """A link to a cable was activated in the note."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = ""
        self._writing = Writing()
        self._reading = NoteView()
        self._stack = QStackedWidget()
        quieten(self._writing)
        quieten(self._reading)
        self._write = _choice(tr("Write"), tr("Write the note"))
        self._preview = _choice(tr("Preview"), tr("See how the note reads"))
        self._build()
        self._write.setChecked(True)
        self._preview.toggled.connect(self._turn)
        self._writing.left.connect(self._tell)
        self._reading.cable_wanted.connect(self.cable_wanted)
        self._reading.edit_wanted.connect(self.write)

    def _build(self) -> None:
        label = PlainLabel(tr("N&ote"))
        label.setBuddy(self._writing)
        group = QButtonGroup(self)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(label)
        head.addStretch(1)
        for button in (self._write, self._preview):
            group.addButton(button)
            head.addWidget(button)
        self._writing.setAccessibleName(tr("Note"))
        self._writing.setAccessibleDescription(tr("In Markdown: *slanted*, **strong**, - a list"))
        self._writing.setPlaceholderText(tr("A note, in Markdown"))
        self._writing.setTabChangesFocus(True)
        self._stack.addWidget(self._writing)
        self._stack.addWidget(self._reading)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self._writing)

    def set_note(self, note: str, *, is_read: bool = False) -> None:
        """Take a note, to be written or, with `is_read`, to be read first."""
        self._note = note
        modes = QPlainTextEdit.LineWrapMode
        is_long = UNBROKEN.search(note) is not None
        self._writing.setLineWrapMode(modes.NoWrap if is_long else modes.WidgetWidth)
        self._writing.setPlainText(note)
        self._writing.document().setModified(False)
        (self._preview if is_read else self._write).setChecked(True)
        if is_read:
            self._reading.show_note(note)

    def note(self) -> str:
        """The note as it stands now.

        Qt's editor loses some characters, so a note that nobody changed is not taken from it.
        """
        is_new = self._writing.document().isModified()
        return self._writing.toPlainText() if is_new else self._note

    def rebase(self) -> None:
        """Take the note as it stands for the one that was shown."""
        self._note = self.note()
        self._writing.document().setModified(False)

    def write(self) -> None:
        """Take the keyboard to where the note is written."""
        self._write.setChecked(True)
        self._writing.setFocus()

    def is_written(self) -> bool:
        """Whether the keyboard is where the note is written."""
        return self._writing.hasFocus()

    def _turn(self, is_preview: bool) -> None:
        if is_preview:
            self._reading.show_note(self.note())
        self._stack.setCurrentWidget(self._reading if is_preview else self._writing)
        self.setFocusProxy(self._reading if is_preview else self._writing)

    def _tell(self) -> None:
        if self._writing.document().isModified():
            self.edited.emit()


class Writing(QPlainTextEdit):
    """A plain editor that tells when the keyboard leaves it."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard has gone to another part of the window."""
        super().focusOutEvent(event)
        self.left.emit()


def _choice(words: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setCheckable(True)
    button.setAutoRaise(True)
    button.setAccessibleName(name)
    set_tooltip(button, name)
    return button
