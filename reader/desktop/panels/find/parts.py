"""The parts of the find bar: what is typed, the count, the switches, the list above them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from reader.desktop.panels.find.hit_list import HitList
from reader.desktop.panels.page.finding import LONGEST_QUERY
from reader.desktop.panels.unread import UnreadLine
from reader.desktop.plain import PlainLabel, set_tooltip
from reader.desktop.theme import LIGHT
from reader.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from reader.desktop.theme import Theme

LONGEST_COUNT: Final = "8,888 of 8,888"
"""What there is always room for, so that nothing moves while hits are walked through."""


class BarParts(QWidget):
    """A list of hits over a row of controls, and a line for what cannot be looked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule = QColor(LIGHT.rule)
        self._list = HitList()
        self._query = QLineEdit()
        self._count = PlainLabel()
        self._trouble = PlainLabel(wraps=True)
        self.unread = UnreadLine(QMargins(10, 0, 8, 4))
        """Says that some of the open texts are not searched."""
        self._previous = _arrow(Qt.ArrowType.UpArrow, tr("Previous hit"))
        self._next = _arrow(Qt.ArrowType.DownArrow, tr("Next hit"))
        self._case = _switch("Aa", tr("Match case"))
        self._word = _switch(tr("Word"), tr("Whole words only"))
        self._pattern = _switch(".*", tr("Pattern (a regular expression)"))
        self._everywhere = _switch(tr("All open"), tr("Find in all open texts"))
        self._listed = _switch(tr("List"), tr("List all hits"))
        self._close = QToolButton()
        self._build()

    def _build(self) -> None:
        self._name_query(tr("Find in this cable"))
        self._query.setMaxLength(LONGEST_QUERY)
        self._query.setClearButtonEnabled(True)
        self._query.setMaximumWidth(self._query.fontMetrics().horizontalAdvance("m") * 40)
        self._query.setMinimumWidth(self._query.fontMetrics().horizontalAdvance("m") * 8)
        self._count.setMinimumWidth(self._count.fontMetrics().horizontalAdvance(LONGEST_COUNT))
        self._close.setText("×")
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(tr("Close the find bar"))
        self._list.hide()
        self._trouble.hide()
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self._query, 1)
        for widget in (self._count, self._previous, self._next):
            row.addWidget(widget)
        for button in (self._case, self._word, self._pattern, self._everywhere, self._listed):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self._close)
        self._trouble.setContentsMargins(10, 0, 10, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 1, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._list)
        layout.addLayout(row)
        layout.addWidget(self._trouble)
        layout.addWidget(self.unread)
        self.setFocusProxy(self._query)

    def show_keys(self, keys_back: str, keys_on: str) -> None:
        """Tell by which keys the hits are gone through; empty where there are none."""
        for button, keys in ((self._previous, keys_back), (self._next, keys_on)):
            name = button.accessibleName()
            set_tooltip(button, f"{name} ({keys})" if keys else name)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._rule = QColor(theme.rule)
        self._list.set_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint a line that parts the bar from the text above it."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._rule)
        painter.end()

    def _name_query(self, name: str) -> None:
        self._query.setPlaceholderText(name)
        self._query.setAccessibleName(name)

    def _tell_trouble(self, words: str) -> None:
        """Say below the row why there are no hits; nothing is taken away by an empty sentence."""
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))


def _switch(words: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setCheckable(True)
    return _named(button, name)


def _arrow(arrow: Qt.ArrowType, name: str) -> QToolButton:
    button = QToolButton()
    button.setArrowType(arrow)
    return _named(button, name)


def _named(button: QToolButton, name: str) -> QToolButton:
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(name)
    set_tooltip(button, name)
    return button
