"""What the reader marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reader.desktop.session.standing import INKS
from reader.desktop.window.stretches import caret_place, take_selection
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from reader.desktop.session import Session
    from reader.desktop.window import MainWindow
    from reader.desktop.window.views import Views
    from reader.store.marks import Colour


class Marks:
    """What the reader marks."""

    def __init__(self, session: Session, window: MainWindow, views: Views) -> None:
        self._session = session
        self._window = window
        self._views = views

    def table(self) -> dict[str, Callable[..., Any]]:
        """The function of every command here, by its id."""
        marking, views = self._session.marking, self._views
        inked = {f"highlight.{name}": self.highlighter(name) for name in INKS}
        return {
            "bookmark.toggle": lambda: marking.toggle(views.ordinal()),
            "bookmark.edit": self.edit,
            "highlight.toggle": self.toggle_highlight,
            **inked,
            "mark.place": lambda: self.with_current(marking.place_wanted.emit),
            "mark.confirm": lambda: self.with_current(marking.confirm_wanted.emit),
            "bookmarks.here": self.list_bookmarks,
            "bookmarks.everywhere": marking.notebook_wanted.emit,
            "bookmarks.erase": marking.erasing_wanted.emit,
        }

    def edit(self) -> None:
        """Write on what is selected, on the highlight at the caret, or on this paragraph."""
        marking, ordinal = self._session.marking, self._views.ordinal()
        stretch = take_selection(self._views, self._session.cable)
        if stretch is not None:
            marking.highlight(stretch, is_to_edit=True)
            return
        place = caret_place(self._views, self._session.cable)
        there = marking.standing.over(*place) if place is not None else ()
        there = there or marking.standing.at(ordinal)
        if there:
            marking.edit_wanted.emit(there[0].mark)
        else:
            marking.set_and_edit(ordinal)

    def toggle_highlight(self) -> None:
        """Highlight what is selected, or take away the highlight at the caret."""
        stretch = take_selection(self._views, self._session.cable)
        place = caret_place(self._views, self._session.cable)
        if stretch is not None:
            self._session.marking.highlight(stretch)
        elif place is not None:
            self._session.marking.remove_highlight(*place)

    def highlighter(self, name: str) -> Callable[[], None]:
        """The function that highlights in the colour of a name."""
        return lambda: self.highlight_in(name)

    def highlight_in(self, name: str) -> None:
        """Highlight what is selected in a colour, or give it to the highlight at the caret."""
        from reader.store.marks import Colour as Colours  # noqa: PLC0415

        colour: Colour = Colours(name)
        stretch = take_selection(self._views, self._session.cable)
        place = caret_place(self._views, self._session.cable)
        if stretch is not None:
            self._session.marking.highlight(stretch, colour)
        elif place is not None:
            self._session.marking.recolour(*place, colour)

    def with_current(self, call: Callable[..., Any]) -> None:
        """Do something with the mark that is chosen in the list of this cable's marks."""
        mark = self._window.bookmarks.current()
        if mark is None:
            self._session.announced.emit(tr("Choose a mark in the list of bookmarks first"))
        else:
            call(mark)

    def list_bookmarks(self) -> None:
        """Take the keyboard to the list of this cable's marks."""
        window = self._window
        window.docking.want(window.bookmarks_dock, is_wanted=True)
        window.bookmarks.setFocus(Qt.FocusReason.ShortcutFocusReason)
