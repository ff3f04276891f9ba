"""What stands in place of the table of cables while it has no row: why, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reader.desktop.plain import PlainLabel
from reader.desktop.theme import colour_words
from reader.translation import tr

if TYPE_CHECKING:
    from reader.desktop.theme import Theme

LONGEST_QUOTE: Final = 40


class Nothing(QWidget):
    """A sentence in the middle, and a button that shows all cables where some are filtered out."""

    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = PlainLabel(wraps=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._clear = QPushButton(tr("Show all cables"))
        self._clear.setAutoDefault(True)
        self._clear.clicked.connect(self.all_wanted)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        line = self.fontMetrics().height()
        layout = QVBoxLayout(self)
        layout.setSpacing(line)
        layout.addStretch(2)
        layout.addWidget(self._sentence)
        layout.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def show_words(self, words: str, *, is_growing: bool, is_folder: bool) -> None:
        """Say why there is no row, for the words that are looked for, while the list grows or not.

        Without words nothing is filtered out: there is no cable, or none yet.
        """
        self._clear.setVisible(bool(words))
        self._sentence.setText(_why(words, is_growing=is_growing, is_folder=is_folder))

    def words(self) -> str:
        """The sentence."""
        return self._sentence.text()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        colour_words(self._sentence, theme.muted)


def _why(words: str, *, is_growing: bool, is_folder: bool) -> str:
    if words:
        quoted = words if len(words) <= LONGEST_QUOTE else f"{words[:LONGEST_QUOTE]}…"
        if is_growing:
            return tr("No cable matches “{words}” so far.", words=quoted)
        return tr("No cable matches “{words}”.", words=quoted)
    if is_growing:
        return tr("Looking for cables…")
    if is_folder:
        return tr("There is no cable in this folder.")
    return tr("There is no cable in this file.")
