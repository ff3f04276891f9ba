"""What the first paint shows, joined: the session, the text, its header, the status line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.desktop.plain import window_title
from reader.translation import tr

if TYPE_CHECKING:
    from reader.desktop.connections.lists import ListConnections
    from reader.desktop.connections.tabs import TabConnections
    from reader.desktop.session import Document, Notice, Session
    from reader.desktop.session.listing import Listing
    from reader.desktop.theme import Appearance
    from reader.desktop.window import MainWindow
    from reader.desktop.window.views import Views
    from reader.settings import Settings


class TextConnections(QObject):
    """Joins what the first paint shows: the text, its header, the status line."""

    def __init__(
        self, session: Session, window: MainWindow, views: Views, appearance: Appearance
    ) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._views = views
        self._appearance = appearance
        self._lists: ListConnections | None = None
        self._tabs: TabConnections | None = None
        session.list_changed.connect(self._show_list)
        session.document_changed.connect(self._show_document)
        session.place_wanted.connect(self._go_to)
        session.spot_wanted.connect(views.return_to)
        session.tabs.changed.connect(self._show_tabs)
        session.look = views.spot
        session.position_changed.connect(window.status.set_position)
        session.noticed.connect(self._show_notice)
        session.withdrawn.connect(self._withdraw_notice)
        session.choices.changed.connect(self._show_choices)
        window.body.position_changed.connect(self._follow_body)
        window.body.column_moved.connect(window.header.set_column)
        appearance.theme_changed.connect(window.set_theme)
        window.set_theme(appearance.theme)
        self._show_choices(session.choices.settings)

    def _show_document(self, document: Document | None) -> None:
        window, cable = self._window, document.cable if document else None
        window.header.setVisible(cable is not None)
        window.docking.follow(has_cable=cable is not None)
        window.header.show_cable(cable)
        window.status.show_document(document)
        self._views.show_document(document)
        listing = self._session.listing
        if document is None and listing is not None and self._lists is not None:
            window.show_chooser()
            window.setWindowTitle(window_title(f"{listing.name} – Cable Reader"))
            self._lists.come_back()
            return
        tab = self._session.tabs.current
        if document is None and tab is not None:
            window.show_waiting()
            window.waiting.show_state(tab.name(), tab.failure)
            name = tab.name() if tab.failure else tr("Opening {name}…", name=tab.name())
            window.setWindowTitle(window_title(f"{name} – Cable Reader"))
            window.waiting.setFocus()
            return
        if document is None:
            window.show_welcome()
            window.setWindowTitle("Cable Reader")
            window.welcome.setFocus()
            return
        window.show_text()
        name = (cable.canonical_id if cable else None) or document.name
        window.setWindowTitle(window_title(f"{name} – Cable Reader"))
        self._views.view().setFocus()

    def _show_list(self, listing: Listing | None) -> None:
        if self._lists is None:
            from reader.desktop.connections.lists import ListConnections  # noqa: PLC0415 - few hold many

            self._lists = ListConnections(self._session, self._window)
        self._lists.show_list(listing)

    def _show_tabs(self) -> None:
        """Have a row of tabs as soon as there are two."""
        if self._tabs is None and len(self._session.tabs) > 1:
            from reader.desktop.connections.tabs import TabConnections  # noqa: PLC0415 - see above

            self._tabs = TabConnections(self._session, self._window)

    def _go_to(self, ordinal: int, offset: int, length: int) -> None:
        with self._session.trail.step():
            self._views.go_to(ordinal, offset, length)

    def _show_notice(self, notice: Notice) -> None:
        if notice.is_brief:
            # It says what was done last; words about what was done before would contradict it.
            self._window.status.end_saying()
        self._window.notices.show_notice(notice)

    def _withdraw_notice(self, key: str) -> None:
        if self._window.has_notices():
            self._window.notices.withdraw(key)

    def _show_choices(self, settings: Settings) -> None:
        window = self._window
        chosen = settings.reading_type()
        window.body.set_type(chosen)
        if window.has_source():
            window.source.set_type(chosen)
        self._appearance.choose(settings.theme.value)

    def _follow_body(self, ordinal: int) -> None:
        if not self._window.is_source_shown():
            self._session.set_position(ordinal)
