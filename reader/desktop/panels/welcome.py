"""The empty window: what to do, what was read lately, and a cable to try."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.desktop.plain import PlainLabel, action_text, set_tooltip
from reader.paths import shown_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.desktop.theme import Theme

COLUMN: Final = 30
"""Width of the column, in heights of a line."""


class WelcomePanel(QScrollArea):
    """Says how a cable is opened; shown while none is."""

    open_wanted = Signal()
    paste_wanted = Signal()
    sample_wanted = Signal()
    file_wanted = Signal(str)
    """The full path of a recent file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        ground = QWidget()
        ground.setBackgroundRole(QPalette.ColorRole.Base)
        ground.setAutoFillBackground(True)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._quiet: list[PlainLabel] = []
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._build()
        holder = QWidget()
        holder.setLayout(self._column)
        holder.setFixedWidth(self.fontMetrics().height() * COLUMN)
        outer = QVBoxLayout(ground)
        outer.addStretch(2)
        outer.addWidget(holder, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
        self.setWidget(ground)
        self.setFocusProxy(self._open)

    def _build(self) -> None:
        title = PlainLabel("Cable Reader")
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 2.2)
        title.setFont(font)
        self._column.addWidget(title)
        self._add_quiet("Reads US diplomatic cables.")
        self._column.addSpacing(12)
        self._open = self._add_button("Open a file…", "Ctrl+O", self.open_wanted)
        self._open.setDefault(True)
        self._add_quiet("Or drop a file anywhere on this window.")
        self._add_button("Open pasted text", "Ctrl+V", self.paste_wanted)
        self._add_quiet("For a cable that you copied from a page or a message.")
        self._add_button("Open the sample cable", "", self.sample_wanted)
        self._add_quiet("A made-up cable about a lighthouse museum, to try things on.")
        self._column.addSpacing(12)
        self._column.addLayout(self._recent)

    def _add_button(self, words: str, keys: str, wanted: object) -> QPushButton:
        button = QPushButton(f"{words}   {keys}".rstrip())
        button.clicked.connect(wanted)
        self._column.addWidget(button)
        return button

    def _add_quiet(self, words: str) -> None:
        label = PlainLabel(words, wraps=True)
        self._quiet.append(label)
        self._column.addWidget(label)

    def show_recent(self, paths: Sequence[str]) -> None:
        """Show these files as those that were opened lately."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not paths:
            return
        heading = PlainLabel("Recent files")
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        self._recent.addWidget(heading)
        for path in paths:
            self._recent.addWidget(self._file_button(path))

    def _file_button(self, path: str) -> QPushButton:
        name = shown_path(path.rpartition("/")[2] or path)
        button = QPushButton(action_text(name))
        button.setFlat(True)
        set_tooltip(button, shown_path(path))
        button.clicked.connect(lambda: self.file_wanted.emit(path))
        return button

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for label in self._quiet:
            palette = label.palette()
            palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.muted))
            label.setPalette(palette)
