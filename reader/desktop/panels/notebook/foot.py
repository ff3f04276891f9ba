"""The foot of the notebook: what was just done, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reader.desktop.panels.entries.letters import SIDE
from reader.desktop.plain import PlainLabel
from reader.desktop.theme import colour_words

if TYPE_CHECKING:
    from reader.desktop.session.notice import Notice
    from reader.desktop.theme import Theme


class Foot(QWidget):
    """A line of words, and a button where something can be done at once."""

    acted = Signal()
    """What could be done about a message is being done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice: Notice | None = None
        self._words = PlainLabel(wraps=True)
        self._button = QPushButton()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SIDE, 4, SIDE, 6)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._button)
        self._button.clicked.connect(self._act)
        self._button.hide()

    def say(self, words: str) -> None:
        """Say what was just done."""
        self._notice = None
        self._words.setText(words)
        self._button.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a message, with the button for what can be done about it."""
        self.say(" ".join(filter(None, (notice.message, notice.hint))))
        self._notice = notice
        self._button.setText(notice.action_title)
        self._button.setVisible(bool(notice.action_title))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        colour_words(self._words, theme.muted)

    def _act(self) -> None:
        notice, self._notice = self._notice, None
        self._button.hide()
        if notice is not None and notice.action is not None:
            notice.action()
        self.acted.emit()
