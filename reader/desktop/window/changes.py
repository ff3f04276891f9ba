"""What happens to the window that its parts follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from reader.desktop.window.window import MainWindow


class Changes(QObject):
    """Finds room anew for another size of the window's font, and tells of the full screen.

    A method `changeEvent` of the window would do so too, but for its sake the types of all events
    that Qt has would be made for Python before the first paint.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what changes before the window does."""
        if event.type() is QEvent.Type.FontChange:
            self._window.docking.make_room()
        elif event.type() is QEvent.Type.WindowStateChange:
            self._window.full_screen_changed.emit(self._window.isFullScreen())
        return super().eventFilter(watched, event)
