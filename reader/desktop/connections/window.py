"""The panels, the docks and the actions joined, once the text is there to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from reader.desktop.plain import action_text
from reader.paths import shown_path
from reader.translation import tr

if TYPE_CHECKING:
    from reader.desktop.actions import Actions
    from reader.desktop.session import Document, Session
    from reader.desktop.window import MainWindow
    from reader.desktop.window.views import Views
    from reader.settings import Settings

RECENT: Final = "File/Recent files"


class WindowConnections(QObject):
    """Joins everything else, once the text is there to be read."""

    def __init__(
        self, session: Session, window: MainWindow, views: Views, actions: Actions
    ) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._views = views
        self._actions = actions
        self._join_panels()
        self._join_header()
        self._join_window()
        self._join_docks()
        self._join_actions()
        self._show_document(session.document)
        self._window.outline.set_position(session.ordinal)
        if window.is_welcome_shown():
            self._join_welcome()
        if window.has_waiting():
            self._join_waiting()

    def _join_panels(self) -> None:
        session, window = self._session, self._window
        session.document_changed.connect(self._show_document)
        session.position_changed.connect(window.outline.set_position)
        session.source_wanted.connect(self._go_to_received)
        session.opening_changed.connect(self._show_opening)
        session.announced.connect(self._announce)
        window.body.zoom_wheeled.connect(session.choices.zoom_by)
        window.outline.item_chosen.connect(self._go_to_body)
        window.outline.item_chosen.connect(self._return_to_text)

    def _join_header(self) -> None:
        header, actions = self._window.header, self._actions
        header.fold_changed.connect(actions["header.fold"].setChecked)
        header.raw_changed.connect(actions["header.raw"].setChecked)

    def _join_window(self) -> None:
        session, window = self._session, self._window
        window.files_dropped.connect(session.open_files)
        window.text_dropped.connect(session.open_pasted)
        window.source_made.connect(self._join_source)
        window.welcome_made.connect(self._join_welcome)
        window.waiting_made.connect(self._join_waiting)

    def _join_docks(self) -> None:
        from reader.desktop.panels.dock_title import DockTitle  # noqa: PLC0415

        docking = self._window.docking
        for dock in docking.docks():
            title = DockTitle(dock.windowTitle())
            title.set_theme(self._window.theme)
            title.closed.connect(lambda dock=dock: docking.want(dock, is_wanted=False))
            dock.set_title(title)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._show_focus)

    def _show_focus(self) -> None:
        for dock in self._window.docking.docks():
            if dock.title is not None:
                dock.title.set_active(self._window.is_within(dock))

    def _join_actions(self) -> None:
        window, actions = self._window, self._actions
        actions.fill(window.menuBar(), window.menus)
        actions.add_text_keys(window.text)
        window.menus[RECENT].aboutToShow.connect(self._fill_recent)
        window.docking.changed.connect(self._show_docks)
        self._views.source_shown.connect(actions["source.show"].setChecked)
        self._views.beside_shown.connect(actions["source.beside"].setChecked)
        self._session.choices.changed.connect(self._show_choices)
        self._show_docks()
        self._show_choices(self._session.choices.settings)

    def _join_source(self) -> None:
        source = self._window.source
        source.set_type(self._session.choices.settings.reading_type())
        source.offset_changed.connect(self._views.follow_source)
        source.offset_changed.connect(self._tell_line)
        self._views.source_shown.connect(self._tell_line)
        source.zoom_wheeled.connect(self._session.choices.zoom_by)
        source.column_moved.connect(self._follow_source_column)

    def _tell_line(self) -> None:
        """While the text as received is in front, its lines are told as well."""
        window = self._window
        window.status.set_line(window.source.line_words() if window.is_source_shown() else "")

    def _follow_source_column(self, left: int, width: int) -> None:
        """The header stands above the text to be read while both views are shown."""
        if not self._window.is_beside():
            self._window.header.set_column(left, width)

    def _join_welcome(self) -> None:
        welcome, actions = self._window.welcome, self._actions
        welcome.open_wanted.connect(actions["file.open"].trigger)
        welcome.paste_wanted.connect(actions["file.paste"].trigger)
        welcome.sample_wanted.connect(actions["file.sample"].trigger)
        welcome.file_wanted.connect(self._session.open_file)
        welcome.show_recent(self._session.choices.settings.recent_files)

    def _join_waiting(self) -> None:
        waiting = self._window.waiting
        waiting.again_wanted.connect(self._session.try_again)
        waiting.close_wanted.connect(self._session.close_document)
        waiting.find_wanted.connect(self._actions["file.open"].trigger)

    # From the session to the window.

    def _show_document(self, document: Document | None) -> None:
        window, cable = self._window, document.cable if document else None
        window.outline.show_cable(cable)
        window.references.show_cable(cable)
        self._actions.allow(
            has_text=document is not None,
            has_cable=cable is not None,
            has_list=self._session.listing is not None,
        )

    def _show_opening(self, name: str) -> None:
        if name:
            self._window.status.say(tr("Opening {name}…", name=name))
            self._window.setCursor(Qt.CursorShape.BusyCursor)
        else:
            self._window.unsetCursor()

    def _announce(self, words: str) -> None:
        from reader.desktop.notices import announce  # noqa: PLC0415

        self._window.status.say(words)
        announce(self._window, words)

    def _show_choices(self, settings: Settings) -> None:
        self._actions[f"theme.{settings.theme.value}"].setChecked(True)
        self._actions["recent.remember"].setChecked(settings.remember)
        if self._window.is_welcome_shown():
            self._window.welcome.show_recent(settings.recent_files)

    def _show_docks(self) -> None:
        docking = self._window.docking
        for dock in docking.docks():
            self._actions[f"{dock.objectName()}.show"].setChecked(docking.is_wanted(dock))

    def _fill_recent(self) -> None:
        """The menu of recent files: the files, then what stands there always."""
        menu = self._window.menus[RECENT]
        for action in menu.actions():
            if action.data() is not None:
                menu.removeAction(action)
                action.deleteLater()
        first = menu.actions()[0]
        for path in self._session.choices.settings.recent_files:
            action = menu.addAction(action_text(shown_path(path)))
            action.setData(path)
            action.triggered.connect(lambda _=False, path=path: self._session.open_file(path))
            menu.insertAction(first, action)

    # From the window to the session.

    def _go_to_body(self, index: int) -> None:
        with self._session.trail.step("outline"):
            self._views.go_to_body(index)

    def _go_to_received(self, offset: int, length: int) -> None:
        with self._session.trail.step():
            self._views.go_to_received(offset, length)

    def _return_to_text(self) -> None:
        self._views.view().setFocus()
