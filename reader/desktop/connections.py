"""Which signal calls what: the session, the window and the actions joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from reader.cable.model import NOWHERE
from reader.commands import Needs
from reader.desktop.notices import announce
from reader.desktop.panels.page.places import paragraph_place
from reader.desktop.plain import action_text, window_title
from reader.paths import shown_path

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from reader.cable.model import Mention, Problem, Reference
    from reader.desktop.actions import Actions
    from reader.desktop.session import Document, Session
    from reader.desktop.theme import Appearance
    from reader.desktop.window import MainWindow
    from reader.desktop.window.views import Views
    from reader.settings import Settings

TOOLS = (
    "file.open",
    "find.open",
    "bookmark.toggle",
    "citation.copy",
    "source.show",
    "zoom.out",
    "zoom.in",
)
"""Commands on the toolbar."""


class Connections(QObject):
    """Joins what the window shows with what the session holds."""

    def __init__(
        self,
        session: Session,
        window: MainWindow,
        views: Views,
        actions: Actions,
        appearance: Appearance,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._views = views
        self._actions = actions
        self._appearance = appearance
        self._menus: dict[str, QMenu] = {}
        self._join_session()
        self._join_panels()
        self._join_parts()
        self._fill_bars()
        self._show_settings(session.choices.settings)
        window.set_theme(appearance.theme)
        actions.allow(())

    def _join_session(self) -> None:
        session, window, views = self._session, self._window, self._views
        session.document_changed.connect(self._show_document)
        session.opening_changed.connect(self._show_opening)
        session.place_wanted.connect(views.go_to)
        session.source_wanted.connect(views.go_to_received)
        session.position_changed.connect(self._show_position)
        session.noticed.connect(window.notices.show_notice)
        session.withdrawn.connect(window.notices.withdraw)
        session.announced.connect(self._announce)
        session.choices.changed.connect(self._show_settings)
        self._appearance.theme_changed.connect(window.set_theme)
        views.source_shown.connect(self._actions["source.show"].setChecked)

    def _join_panels(self) -> None:
        session, window, views = self._session, self._window, self._views
        window.body.position_changed.connect(self._follow_body)
        window.body.mention_activated.connect(self._follow_mention)
        window.body.zoom_wheeled.connect(session.choices.zoom_by)
        window.body.column_moved.connect(window.header.set_column)
        window.outline.item_chosen.connect(views.go_to_body)
        window.outline.item_chosen.connect(lambda: views.view().setFocus())
        window.references.mention_chosen.connect(self._go_to_mention)
        window.references.reference_chosen.connect(self._tell_reference)
        window.header.remark_chosen.connect(self._go_to_remark)
        window.header.fold_changed.connect(self._actions["header.fold"].setChecked)
        window.header.raw_changed.connect(self._actions["header.raw"].setChecked)
        window.status.remarks_wanted.connect(window.header.show_remarks)
        window.files_dropped.connect(session.open_files)
        window.text_dropped.connect(session.open_pasted)
        window.closing.connect(self._end)
        window.docking.changed.connect(self._show_docks)
        self._show_docks()

    def _join_parts(self) -> None:
        """What is made later is joined when it is made."""
        window = self._window
        window.source_made.connect(self._join_source)
        window.find_made.connect(self._join_find)
        window.welcome_made.connect(self._join_welcome)

    def _join_source(self) -> None:
        source = self._window.source
        source.set_zoom(self._session.choices.settings.zoom)
        source.offset_changed.connect(self._views.follow_source)
        source.zoom_wheeled.connect(self._session.choices.zoom_by)
        source.column_moved.connect(self._window.header.set_column)

    def _join_find(self) -> None:
        self._window.find_bar.set_target(self._views.view())
        self._views.source_shown.connect(
            lambda: self._window.find_bar.set_target(self._views.view())
        )

    def _join_welcome(self) -> None:
        welcome = self._window.welcome
        welcome.open_wanted.connect(self._actions["file.open"].trigger)
        welcome.paste_wanted.connect(self._actions["file.paste"].trigger)
        welcome.sample_wanted.connect(self._actions["file.sample"].trigger)
        welcome.file_wanted.connect(self._session.open_file)
        welcome.show_recent(self._session.choices.settings.recent_files)

    def _fill_bars(self) -> None:
        window = self._window
        self._menus = self._actions.fill(window.menuBar())
        self._menus["File/Recent files"].aboutToShow.connect(self._fill_recent)
        for name in TOOLS:
            window.bar.addAction(self._actions[name])
        self._actions.add_text_keys(window.text)

    # From the session to the window.

    def _show_document(self, document: Document | None) -> None:
        window, cable = self._window, document.cable if document else None
        self._views.show_document(document)
        window.header.setVisible(cable is not None)
        window.header.show_cable(cable)
        window.status.show_document(document)
        window.outline.show_cable(cable)
        window.references.show_cable(cable)
        present = set()
        if document is not None:
            present.add(Needs.TEXT)
        if cable is not None:
            present.add(Needs.CABLE)
        self._actions.allow(present)
        if document is None:
            window.show_welcome()
            window.setWindowTitle("Cable Reader")
            window.welcome.setFocus()
            return
        window.show_text()
        name = (cable.canonical_id if cable else None) or document.name
        window.setWindowTitle(window_title(f"{name} – Cable Reader"))
        if window.has_find():
            window.find_bar.refresh()
        self._views.view().setFocus()

    def _show_opening(self, name: str) -> None:
        if name:
            self._window.status.say(f"Opening {name}…")
            self._window.setCursor(Qt.CursorShape.BusyCursor)
        else:
            self._window.unsetCursor()

    def _show_position(self, ordinal: int) -> None:
        self._window.status.set_position(ordinal)
        self._window.outline.set_position(ordinal)

    def _announce(self, words: str) -> None:
        self._window.status.say(words)
        announce(self._window, words)

    def _show_settings(self, settings: Settings) -> None:
        window = self._window
        window.body.set_zoom(settings.zoom)
        if window.has_source():
            window.source.set_zoom(settings.zoom)
        self._appearance.choose(settings.theme.value)
        self._actions[f"theme.{settings.theme.value}"].setChecked(True)
        self._actions["recent.remember"].setChecked(settings.remember)
        if window.is_welcome_shown():
            window.welcome.show_recent(settings.recent_files)

    def _show_docks(self) -> None:
        docking = self._window.docking
        for dock in docking.docks():
            self._actions[f"{dock.objectName()}.show"].setChecked(docking.is_wanted(dock))

    def _fill_recent(self) -> None:
        """The menu of recent files: the files, then what stands there always."""
        menu = self._menus["File/Recent files"]
        for action in menu.actions():
            if action.data() is not None:
                menu.removeAction(action)
                action.deleteLater()
        first = menu.actions()[0] if menu.actions() else None
        for path in self._session.choices.settings.recent_files:
            action = menu.addAction(action_text(shown_path(path)))
            action.setData(path)
            action.triggered.connect(lambda _=False, path=path: self._session.open_file(path))
            if first is not None:
                menu.insertAction(first, action)

    # From the window to the session.

    def _follow_body(self, ordinal: int) -> None:
        if not self._window.is_source_shown():
            self._session.set_position(ordinal)

    def _follow_mention(self, mention: Mention) -> None:
        """A mention in the text was activated: show in the references what it is."""
        window = self._window
        window.docking.want(window.references_dock, is_wanted=True)
        window.references.show_mention(mention)

    def _go_to_mention(self, mention: Mention) -> None:
        self._session.go_to(mention.ordinal, mention.start, mention.end - mention.start)
        self._views.view().setFocus()

    def _tell_reference(self, reference: Reference) -> None:
        if reference.target:
            self._session.announced.emit(f"{reference.target} is not open here")
        else:
            self._session.announced.emit(f"{reference.text}: no cable that could be opened")

    def _go_to_remark(self, problem: Problem) -> None:
        cable = self._session.cable
        if cable is None or problem.span == NOWHERE:
            return
        start, end = problem.span
        place = paragraph_place(cable, start)
        self._session.source_wanted.emit(start, end - start)
        if place is not None:
            self._session.set_position(place[0])
        self._views.view().setFocus()

    def _end(self) -> None:
        self._session.choices.note_window(*self._window.layout_state())
        self._session.choices.save_now()
