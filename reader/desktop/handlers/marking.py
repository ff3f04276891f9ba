"""What the reader marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from reader.desktop.session import Session
    from reader.desktop.window import MainWindow
    from reader.desktop.window.views import Views


class Marks:
    """What the reader marks."""

    def __init__(self, session: Session, window: MainWindow, views: Views) -> None:
        self._session = session
        self._window = window
        self._views = views

    def table(self) -> dict[str, Callable[..., Any]]:
        """The function of every command here, by its id."""
        session = self._session
        views = self._views
        return {
            "bookmark.toggle": lambda: session.marking.toggle(views.ordinal()),
            "bookmark.edit": self.edit_bookmark,
            "bookmarks.here": lambda: self.list_bookmarks(everywhere=False),
            "bookmarks.everywhere": lambda: self.list_bookmarks(everywhere=True),
        }

    def edit_bookmark(self) -> None:
        """Edit the name and the note of this paragraph's bookmark; set one if there is none."""
        marking, ordinal = self._session.marking, self._views.ordinal()
        there = marking.standing.at(ordinal)
        if there:
            marking.edit_wanted.emit(there[0].mark)
        else:
            marking.set_and_edit(ordinal)

    def list_bookmarks(self, *, everywhere: bool) -> None:
        """Take the keyboard to the list of bookmarks, of this cable or of all."""
        window = self._window
        window.docking.want(window.bookmarks_dock, is_wanted=True)
        window.bookmarks.list_everywhere(everywhere)
        window.bookmarks.setFocus(Qt.FocusReason.ShortcutFocusReason)
