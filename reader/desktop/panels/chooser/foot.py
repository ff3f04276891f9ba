"""The foot of the chooser: how far the list is made, and the button that stops it or goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from reader.desktop.plain import PlainLabel
from reader.desktop.session.listing import Progress, State
from reader.desktop.theme import LIGHT
from reader.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from reader.desktop.theme import Theme

STEPS: Final = 1000


class Foot(QWidget):
    """One line below the table, shown while the list is not whole."""

    stop_wanted = Signal()
    fill_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = State.WHOLE
        self._words = PlainLabel()
        self._bar = Bar()
        self._button = QPushButton()
        self._button.clicked.connect(self._act)
        self._words.setAccessibleName(tr("How far the list is made"))
        line = self.fontMetrics().height()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(line, line // 3, line, line // 3)
        layout.setSpacing(line)
        layout.addWidget(self._words)
        layout.addWidget(self._bar, 1)
        layout.addStretch()
        layout.addWidget(self._button)
        self.hide()

    def show_progress(self, progress: Progress) -> None:
        """Show how far the list is made; a whole one needs no words."""
        self._state = progress.state
        is_growing = progress.state is State.GROWING
        self._words.setText(progress_words(progress))
        self._bar.setValue(round(progress.share * STEPS))
        self._bar.setVisible(is_growing)
        self._button.setText(tr("Stop") if is_growing else tr("List all"))
        self._button.setAccessibleName(
            tr("Stop listing the cables") if is_growing else tr("List all cables of this file")
        )
        self.setVisible(progress.state is not State.WHOLE)

    def words(self) -> str:
        """How far the list is made."""
        return self._words.text()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._bar.set_theme(theme)

    def _act(self) -> None:
        if self._state is State.GROWING:
            self.stop_wanted.emit()
        else:
            self.fill_wanted.emit()


class Bar(QProgressBar):
    """A thin line that grows."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = LIGHT
        self.setRange(0, STEPS)
        self.setTextVisible(False)
        self.setAccessibleName(tr("Progress"))
        self.setFixedHeight(max(self.fontMetrics().height() // 3, 4))
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * 50)
        self.setBackgroundRole(QPalette.ColorRole.Window)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the way that was gone on the way that there is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        round_by = self.height() / 2
        painter.setBrush(QColor(self._theme.rule))
        painter.drawRoundedRect(self.rect(), round_by, round_by)
        gone = self.rect()
        gone.setWidth(max(round(self.width() * self.value() / STEPS), self.height()))
        painter.setBrush(QColor(self._theme.accent))
        painter.drawRoundedRect(gone, round_by, round_by)
        painter.end()


def progress_words(progress: Progress) -> str:
    """How far a list is made: `Listing: 12,000 of about 200,000 cables`."""
    about = rounded(progress.about)
    count = f"{progress.rows:,}"
    if about > progress.rows:
        count = tr("{count} of about {about:,}", count=count, about=about)
    if progress.state is State.GROWING:
        return tr("Listing: {count} cables", count=count)
    if progress.state is State.STOPPED:
        return tr("Stopped: {count} cables are listed", count=count)
    return ""


def rounded(number: int) -> int:
    """A number of which only the first two digits are known."""
    unit = int("1".ljust(len(str(number)) - 1, "0"))
    return round(number / unit) * unit
