"""What stands in place of a text: that it is being read, or why it could not be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.desktop.panels.page.quiet import quieten
from reader.desktop.plain import PlainLabel
from reader.desktop.theme import LIGHT, colour_words
from reader.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from reader.desktop.theme import Theme
    from reader.errors import ReaderError

COLUMN: Final = 30
"""Width of the column, in heights of a line."""
TITLE_SIZE: Final = 1.3
"""Size of the sentence, of the window's font."""


class WaitingPanel(QScrollArea):
    """Says of a tab that its text is on its way; or what is missing, and what can be done."""

    again_wanted = Signal()
    """The text is to be read once more."""
    close_wanted = Signal()
    find_wanted = Signal()
    """The reader wants to look for the file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        quieten(self)
        self.setWidgetResizable(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self._message = PlainLabel(wraps=True)
        font = self._message.font()
        font.setPointSizeF(font.pointSizeF() * TITLE_SIZE)
        self._message.setFont(font)
        self._hint = PlainLabel(wraps=True)
        self._buttons = QWidget()
        self._again = QPushButton(tr("Try again"))
        self._find = QPushButton(tr("Find the file…"))
        self._close = QPushButton(tr("Close this tab"))
        for button, wanted in (
            (self._again, self.again_wanted),
            (self._find, self.find_wanted),
            (self._close, self.close_wanted),
        ):
            button.setAutoDefault(True)
            button.clicked.connect(wanted)
        self._build()

    def _build(self) -> None:
        line = self.fontMetrics().height()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, line // 2, 0, 0)
        row.setSpacing(line // 2)
        for button in (self._again, self._find, self._close):
            row.addWidget(button)
        row.addStretch()
        holder = QWidget()
        holder.setMaximumWidth(COLUMN * line)
        column = QVBoxLayout(holder)
        column.setSpacing(line // 2)
        for part in (self._message, self._hint, self._buttons):
            column.addWidget(part)
        ground = QWidget()
        ground.setBackgroundRole(QPalette.ColorRole.Base)
        ground.setAutoFillBackground(True)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(holder, 100)
        across.addStretch(1)
        outer = QVBoxLayout(ground)
        outer.addStretch(2)
        outer.addLayout(across)
        outer.addStretch(3)
        self.setWidget(ground)

    def show_state(self, name: str, failure: ReaderError | None) -> None:
        """Say that a text is being read, or why it could not be."""
        message = failure.message if failure else tr("Opening {name}…", name=name)
        hint = failure.hint if failure else ""
        self._message.setText(message)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._buttons.setVisible(failure is not None)
        self.setAccessibleName(message)
        self.setAccessibleDescription(hint)
        self._again.setAccessibleDescription(f"{message} {hint}".strip() if failure else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the first button, if there is something to be done."""
        super().focusInEvent(event)
        if not self._buttons.isHidden():
            self._again.setFocus(event.reason())

    def words(self) -> str:
        """What is said."""
        return f"{self._message.text()} {self._hint.text()}".strip()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        colour_words(self._hint, theme.muted)
