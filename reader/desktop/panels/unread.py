"""A line that says of some tabs that they were not read yet, with a button to have that done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reader.desktop.plain import PlainLabel
from reader.translation import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QMargins


class UnreadLine(QWidget):
    """Says what was not read, or how far reading is; hidden while there is nothing to say."""

    read_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, margins: QMargins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_running = False
        self._words = PlainLabel(wraps=True)
        self._button = QPushButton()
        self._button.clicked.connect(self._press)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(margins)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._button)
        self.hide()

    def show_state(self, words: str, *, is_running: bool, can_read: bool) -> None:
        """Say something, or nothing; offer to have the tabs read, or to break that off."""
        self._is_running = is_running
        self._words.setText(words)
        self._button.setText(tr("Stop") if is_running else tr("Read them"))
        self._button.setAccessibleDescription(words)
        self._button.setVisible(is_running or can_read)
        self.setVisible(bool(words))

    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def _press(self) -> None:
        (self.stop_wanted if self._is_running else self.read_wanted).emit()
