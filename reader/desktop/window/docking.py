"""Which docks stand beside the text: those the reader wants, as far as there is room for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDockWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from reader.desktop.panels.dock_title import DockTitle
    from reader.desktop.theme import Theme

# In average letters of the window's font.
TEXT_ROOM: Final = 86
OUTLINE_WIDTH: Final = 34
REFERENCES_WIDTH: Final = 38
LARGEST_SHARE: Final = 1.5
"""How much wider docks are than that in a window that has room for all."""

COMING_BACK: Final = 1_000
"""Milliseconds after which docks that came back keep the widths that they have."""


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
        self._text_room = TEXT_ROOM
        self._has_cable = True
        self._had_cable = False
        """Whether there ever was a cable for the docks to speak of."""
        self._is_left_out = False
        """Whether the text has the screen alone."""
        self._before: dict[Dock, int] = {}
        """The widths of the docks before they were left out."""
        self._asked: set[Dock] = set()
        """Docks that were asked for although there is no cable, or the text stands alone."""
        self._left = [outline, bookmarks]
        self._is_new = False
        """Whether the docks on the left have never been given their heights."""
        self._placed: dict[Dock, int] = {}
        """The widths that were given to docks; a reader may have dragged them to others since."""
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        for dock, area in ((outline, left), (bookmarks, left), (references, right)):
            window.addDockWidget(area, dock)

    def place(self) -> None:
        """Give the docks their usual widths, in a wide window more."""
        letter = self._window.fontMetrics().averageCharWidth()
        needed = self._text_room + OUTLINE_WIDTH + REFERENCES_WIDTH
        share = min(max(self._window.width() / (needed * letter), 1.0), LARGEST_SHARE)
        docks = [docks[0] for docks, _ in self._sides]
        widths = [round(letters * letter * share) for _, letters in self._sides]
        self._placed = dict(zip(docks, widths, strict=True))
        self._window.resizeDocks(docks, widths, Qt.Orientation.Horizontal)

    def place_first(self) -> None:
        """Place the docks of a window that never had any."""
        self._is_new = True
        self.place()

    def _place_again(self) -> None:
        """Follow the window's width, unless the reader has given the docks other ones."""
        if self._placed and all(
            dock.isHidden() or dock.width() == width for dock, width in self._placed.items()
        ):
            self.place()

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
        if is_wanted:
            self._asked.add(dock)
        self.make_room(dock if is_wanted else None)
        if is_new:
            self.changed.emit()

    def follow(self, *, has_cable: bool) -> None:
        """Leave out the docks, which all speak of a cable, while there is none."""
        self._has_cable = has_cable
        self._had_cable |= has_cable
        self._asked.clear()
        self.make_room()

    def leave_room(self, letters: int) -> None:
        """Leave what stands in the middle this much room, in average letters."""
        if letters != self._text_room:
            self._text_room = letters
            self.make_room()

    def make_room(self, first: Dock | None = None) -> None:
        """Show the wanted docks that leave the text its room, and `first` in any case."""
        letter = self._window.fontMetrics().averageCharWidth()
        room = self._window.width() - self._text_room * letter
        for docks, letters in sorted(self._sides, key=lambda side: first not in side[0]):
            wanted = [dock for dock in docks if self._is_shown(dock)]
            fits = room >= letters * letter or first in docks
            if wanted and fits:
                room -= letters * letter
            for dock in docks:
                is_shown = fits and dock in wanted
                if dock.isHidden() == is_shown:
                    dock.setVisible(is_shown)
        if self._before and not self._is_left_out:
            widths = list(self._before.values())
            self._window.resizeDocks(list(self._before), widths, Qt.Orientation.Horizontal)
        else:
            self._place_again()
        if self._is_new and self._had_cable and not any(dock.isHidden() for dock in self._left):
            # Hidden until there is a cable, and room, one of them would be left with two lines.
            self._is_new = False
            self._window.resizeDocks(self._left, [1, 1], Qt.Orientation.Vertical)

    def _is_shown(self, dock: Dock) -> bool:
        has_place = self._has_cable and not self._is_left_out
        return self._wanted[dock] and (has_place or dock in self._asked)

    def leave_out(self, *, is_left_out: bool) -> None:
        """Leave the text alone, but for docks that are asked for; or give all their place."""
        if is_left_out and not self._is_left_out:
            self._before = {dock: dock.width() for dock in self._wanted if dock.isVisible()}
        self._is_left_out = is_left_out
        self._asked.clear()
        self.make_room()
        if not is_left_out:
            # A window comes back to its size some moments after it was asked to.
            QTimer.singleShot(COMING_BACK, self, self._before.clear)

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
