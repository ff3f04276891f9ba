"""The head of the notebook: what is asked for, how much was found, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.desktop.panels.entries.letters import SIDE
from reader.desktop.panels.notebook.filters import Filters
from reader.desktop.plain import PlainLabel
from reader.desktop.theme import colour_words
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from reader.desktop.theme import Theme


class Head(QWidget):
    """Asks for marks, and tells how many there are."""

    export_wanted = Signal()
    import_wanted = Signal()
    names_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filters = Filters()
        self._count = PlainLabel()
        self._clear = QPushButton(tr("&Clear"))
        self._clear.clicked.connect(self.filters.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SIDE, 10, SIDE, 8)
        layout.setSpacing(8)
        layout.addWidget(self.filters)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.addWidget(self._count)
        buttons.addWidget(self._clear)
        buttons.addStretch(1)
        for words, wanted in (
            (tr("&Export…"), self.export_wanted),
            (tr("&Import…"), self.import_wanted),
            (tr("Names and &labels…"), self.names_wanted),
        ):
            button = QPushButton(words)
            button.clicked.connect(wanted)
            buttons.addWidget(button)
        return buttons

    def tell_count(self, count: int, total: int) -> str:
        """Say how many marks were found, of how many; the words of it."""
        words = tr_count("{count:,} mark", "{count:,} marks", count)
        if total > count:
            words = tr("{count:,} of {total:,} marks", count=count, total=total)
        self._count.setText(words)
        self._clear.setVisible(self.filters.is_asking())
        return words

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.filters.set_theme(theme)
        colour_words(self._count, theme.muted)
