"""Getting around in the text and in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from reader.desktop.session import Session
    from reader.desktop.window import MainWindow
    from reader.desktop.window.views import Views


class Going:
    """Getting around in the text and in the window."""

    def __init__(self, session: Session, window: MainWindow, views: Views) -> None:
        self._session = session
        self._window = window
        self._views = views

    def table(self) -> dict[str, Callable[..., Any]]:
        """The function of every command here, by its id."""
        session = self._session
        window = self._window
        views = self._views
        return {
            "paragraph.next": lambda: views.go_by_paragraph(1),
            "paragraph.previous": lambda: views.go_by_paragraph(-1),
            "heading.next": lambda: views.go_by_heading(1),
            "heading.previous": lambda: views.go_by_heading(-1),
            "line.next": lambda: views.view().next_line(),
            "line.previous": lambda: views.view().previous_line(),
            "text.start": self.go_to_start,
            "text.end": self.go_to_end,
            "place.tell": self.tell_place,
            "list.show": session.show_list,
            "reference.open": session.references_wanted.emit,
            "reference.peek": session.peek_wanted.emit,
            "trail.back": session.go_back,
            "trail.forward": session.go_forward,
            "pane.next": lambda: window.cycle_pane(1),
            "pane.previous": lambda: window.cycle_pane(-1),
        }

    def go_to_start(self) -> None:
        """Go to the beginning of the text, from where there is a way back."""
        with self._session.trail.step():
            self._views.view().to_start()

    def go_to_end(self) -> None:
        """Go to the end of the text, from where there is a way back."""
        with self._session.trail.step():
            self._views.view().to_end()

    def tell_place(self) -> None:
        """Say where the reader is."""
        words = self._window.status.place()
        document = self._session.document
        if document is not None:
            self._session.announced.emit(words or document.name)
