"""The text alone on the whole screen: without menus, without docks, without a status line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from reader.desktop.window.window import MainWindow


class FullScreen(QObject):
    """Leaves of a window what is read, until Escape."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._was_maximized = False
        window.installEventFilter(self)

    def show(self, *, is_full: bool) -> None:
        """Take the whole screen for the text, or give it back."""
        window = self._window
        if is_full == window.isFullScreen():
            return
        # Not the bar's height alone: on some systems the bar is not in the window.
        window.menuBar().setVisible(not is_full)
        window.status.setVisible(not is_full)
        window.docking.leave_out(is_left_out=is_full)
        if is_full:
            self._was_maximized = window.isMaximized()
            window.showFullScreen()
        elif self._was_maximized:
            window.showMaximized()
        else:
            window.showNormal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave with Escape, which reaches the window when nothing in it has a use for it."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self._window.isFullScreen()
        ):
            self.show(is_full=False)
            return True
        return super().eventFilter(watched, event)
