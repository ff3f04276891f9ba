"""How far saving or printing is; it shows itself only when that takes longer than a moment."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from reader.desktop.plain import PlainLabel
from reader.translation import tr

MOMENT: Final = 500
"""Milliseconds."""


class ProgressDialog(QDialog):
    """Tells which page is being made; the window can be used meanwhile."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PlainLabel(wraps=True)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(tr("Pages that are done"))
        self._cancel = QPushButton(tr("Cancel"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(MOMENT)
        self._timer.timeout.connect(self.show)
        self.setWindowModality(Qt.WindowModality.NonModal)
        # The reader goes on reading: the keyboard stays where it is.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self._bar, 1)
        row.addWidget(self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(self._words)
        layout.addLayout(row)
        self.setMinimumWidth(self.fontMetrics().height() * 22)

    def start(self, words: str) -> None:
        """Something is being done from now on."""
        self.setWindowTitle(tr("Saving and printing"))
        self._words.setText(words)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self._timer.start()

    def show_progress(self, done: int, total: int) -> None:
        """So many pages are done, of so many."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setFormat(tr("{done} of {total}", done=done, total=total))

    def stop(self) -> None:
        """Nothing is being done any more."""
        self._timer.stop()
        self.hide()

    def reject(self) -> None:
        """Have it cancelled, by the button or Escape."""
        self._cancel.setEnabled(False)
        self.cancelled.emit()
        super().reject()
