"""Which docks stand beside the text: those the reader wants, as far as there is room for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from reader.desktop.panels.dock_title import DockTitle
    from reader.desktop.theme import Theme

# In average letters of the window's font.
TEXT_ROOM: Final = 86
OUTLINE_WIDTH: Final = 30
REFERENCES_WIDTH: Final = 36


class Dock(QDockWidget):
    """A part of the window beside the text; empty until the text was painted."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__(title)
        self.setObjectName(name)
        self.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetClosable
            | QDockWidget.DockWidgetFeature.DockWidgetMovable
        )
        self.setAllowedAreas(
            Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea
        )
        self.setTitleBarWidget(QWidget())
        self.title: DockTitle | None = None

    def set_title(self, title: DockTitle) -> None:
        """Take a title of our own."""
        self.title = title
        self.setTitleBarWidget(title)

    def fill(self, panel: QWidget) -> None:
        """Take what the dock is for."""
        self.setWidget(panel)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        if self.title is not None:
            self.title.set_theme(theme)


class Docking(QObject):
    """Places the docks of a window, and hides some while it is too narrow for them."""

    changed = Signal()
    """Another choice of docks is wanted."""

    def __init__(
        self, window: QMainWindow, outline: Dock, bookmarks: Dock, references: Dock
    ) -> None:
        super().__init__(window)
        self._window = window
        self._sides = (((outline, bookmarks), OUTLINE_WIDTH), ((references,), REFERENCES_WIDTH))
        self._wanted = dict.fromkeys((outline, bookmarks, references), True)
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        for dock, area in ((outline, left), (bookmarks, left), (references, right)):
            window.addDockWidget(area, dock)

    def place(self) -> None:
        """Give the docks their usual widths."""
        letter = self._window.fontMetrics().averageCharWidth()
        self._window.resizeDocks(
            [docks[0] for docks, _ in self._sides],
            [letters * letter for _, letters in self._sides],
            Qt.Orientation.Horizontal,
        )

    def docks(self) -> tuple[Dock, ...]:
        """All docks, wanted or not."""
        return tuple(self._wanted)

    def is_wanted(self, dock: Dock) -> bool:
        """Whether a dock is to be shown, room permitting."""
        return self._wanted[dock]

    def want(self, dock: Dock, *, is_wanted: bool) -> None:
        """Show a dock, or not; one that is asked for in a narrow window comes before others."""
        is_new = self._wanted[dock] != is_wanted
        self._wanted[dock] = is_wanted
        self.make_room(dock if is_wanted else None)
        if is_new:
            self.changed.emit()

    def make_room(self, first: Dock | None = None) -> None:
        """Show the wanted docks that leave the text its room, and `first` in any case."""
        letter = self._window.fontMetrics().averageCharWidth()
        room = self._window.width() - TEXT_ROOM * letter
        for docks, letters in sorted(self._sides, key=lambda side: first not in side[0]):
            wanted = [dock for dock in docks if self._wanted[dock]]
            fits = room >= letters * letter or first in docks
            if wanted and fits:
                room -= letters * letter
            for dock in docks:
                is_shown = fits and self._wanted[dock]
                if dock.isHidden() == is_shown:
                    dock.setVisible(is_shown)

    def show_wanted(self) -> None:
        """Show every dock that is wanted, so that the layout which is saved has them all."""
        for dock, is_wanted in self._wanted.items():
            dock.setVisible(is_wanted)

    def take_over(self) -> None:
        """Want those docks that a restored layout shows."""
        for dock in self._wanted:
            self._wanted[dock] = not dock.isHidden()
        self.make_room()
        self.changed.emit()
