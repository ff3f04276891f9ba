"""The slim title of a dock; it shows where the keyboard is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reader.desktop.panels.entries import SIDE
from reader.desktop.plain import PlainLabel, set_tooltip
from reader.desktop.theme import LIGHT
from reader.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from reader.desktop.theme import Theme


class DockTitle(QWidget):
    """The title of a dock, with a button that closes it."""

    closed = Signal()
    """The button was pressed; the dock stays until somebody hides it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._theme = LIGHT
        self._is_active = False
        self._label = PlainLabel(title)
        font = self._label.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 0.92)
        self._label.setFont(font)
        close = QToolButton()
        close.setText("×")
        close.setAutoRaise(True)
        close.setAccessibleName(tr("Close {title}", title=title))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_tooltip(close, tr("Close {title} (it is in the menu View)", title=title))
        close.clicked.connect(self.closed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SIDE, 6, 4, 2)
        layout.addWidget(self._label, 1)
        layout.addWidget(close)

    def set_active(self, is_active: bool) -> None:
        """Show whether the keyboard is in this dock."""
        if is_active != self._is_active:
            self._is_active = is_active
            self._colour()

    def is_active(self) -> bool:
        """Whether the keyboard is in this dock."""
        return self._is_active

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._colour()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """A bar over the title of the dock that has the keyboard."""
        painter = QPainter(self)
        colour = self._theme.accent if self._is_active else self._theme.rule
        painter.fillRect(0, 0, self.width(), 2 if self._is_active else 1, QColor(colour))
        painter.end()

    def _colour(self) -> None:
        palette = self._label.palette()
        colour = self._theme.accent if self._is_active else self._theme.muted
        palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
        self._label.setPalette(palette)
        self.update()
