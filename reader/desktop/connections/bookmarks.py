"""Which signal calls what where bookmarks are concerned: the session, the panels, the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from reader.translation import tr

if TYPE_CHECKING:
    from reader.desktop.actions import Actions
    from reader.desktop.session import Session
    from reader.desktop.session.shelf import Standing
    from reader.desktop.window import MainWindow
    from reader.store.marks import Mark


class BookmarkConnections(QObject):
    """Joins the bookmarks of the session with gutter, outline, list and form."""

    def __init__(self, session: Session, window: MainWindow, actions: Actions) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._actions = actions
        marking, panel = session.marking, window.bookmarks
        marking.changed.connect(self._show_standing)
        marking.listed.connect(panel.show_listing)
        marking.edit_wanted.connect(self._edit)
        window.body.bookmark_toggled.connect(marking.toggle)
        panel.mark_chosen.connect(self._go_to)
        panel.edit_wanted.connect(self._edit)
        panel.delete_wanted.connect(marking.delete)
        panel.all_wanted.connect(marking.list_all)
        session.file_wanted.connect(self._find_file)
        session.document_changed.connect(self._show_now)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._look_again)
        self._show_now()
        marking.show_cable(session.cable)
        marking.start()

    def _show_now(self) -> None:
        self._show_standing(self._session.marking.standing)

    def _show_standing(self, standing: Standing) -> None:
        names: dict[int, str] = {}
        noted: set[int] = set()
        for placed in standing.placed:
            if placed.placement.is_found:
                known = names.get(placed.ordinal)
                names[placed.ordinal] = known or placed.mark.name
                noted |= {placed.ordinal} if placed.mark.note else set()
        window = self._window
        window.body.set_bookmarks(names, noted)
        window.outline.set_bookmarks(names)
        has_cable = self._session.cable is not None
        window.bookmarks.show_standing(standing, has_cable=has_cable)
        self._actions.allow_undo(standing.undo_title, standing.redo_title)

    def _look_again(self, state: Qt.ApplicationState) -> None:
        """Another window may have changed the bookmarks while this one was behind it."""
        if state is Qt.ApplicationState.ApplicationActive:
            self._session.marking.look()

    def _go_to(self, mark: Mark) -> None:
        self._session.open_mark(mark)
        if self._session.document is not None:
            self._window.focus_text()

    def _edit(self, mark: Mark) -> None:
        from reader.desktop.panels.bookmark_form import BookmarkForm  # noqa: PLC0415

        form = BookmarkForm(mark, self._window)
        form.kept.connect(self._session.marking.keep)
        # What was typed is kept, should the program be asked to end meanwhile.
        self._window.closing.connect(form.accept)
        form.open()

    def _find_file(self, mark: Mark) -> None:
        """Ask where the file of a bookmark's cable is now."""
        from reader.desktop.panels.file_dialog import ask_for_file  # noqa: PLC0415
        from reader.desktop.session.notice import cable_name  # noqa: PLC0415

        settings = self._session.choices.settings
        path = ask_for_file(
            self._window, tr("Find {cable}", cable=cable_name(mark)), settings.last_folder
        )
        if path:
            self._session.open_file(path, mark=mark)
