"""What is shown, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.settings import ThemeChoice

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from reader.desktop.session import Session
    from reader.desktop.window import MainWindow
    from reader.desktop.window.views import Views


class Looking:
    """What is shown, and how."""

    def __init__(self, session: Session, window: MainWindow, views: Views) -> None:
        self._session = session
        self._window = window
        self._views = views

    def table(self) -> dict[str, Callable[..., Any]]:
        """The function of every command here, by its id."""
        choices = self._session.choices
        window = self._window
        views = self._views
        return {
            "source.show": views.show_source,
            "source.beside": views.show_beside,
            "subject.as_received": window.header.show_subject_as_received,
            "header.fold": window.header.set_folded,
            "header.raw": window.header.show_raw,
            "outline.show": lambda is_on: window.docking.want(window.outline_dock, is_wanted=is_on),
            "references.show": lambda is_on: window.docking.want(
                window.references_dock, is_wanted=is_on
            ),
            "bookmarks.show": lambda is_on: window.docking.want(
                window.bookmarks_dock, is_wanted=is_on
            ),
            "zoom.in": lambda: choices.zoom_by(1),
            "zoom.out": lambda: choices.zoom_by(-1),
            "zoom.reset": lambda: choices.set_zoom(100),
            "theme.system": lambda: choices.choose_theme(ThemeChoice.SYSTEM),
            "theme.light": lambda: choices.choose_theme(ThemeChoice.LIGHT),
            "theme.sepia": lambda: choices.choose_theme(ThemeChoice.SEPIA),
            "theme.dark": lambda: choices.choose_theme(ThemeChoice.DARK),
            "theme.contrast": lambda: choices.choose_theme(ThemeChoice.CONTRAST),
        }
