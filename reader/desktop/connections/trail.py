"""Back and forward, and the tabs, joined with the commands and the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.commands.command import Needs

if TYPE_CHECKING:
    from reader.desktop.actions import Actions
    from reader.desktop.panels.page.panel import PagePanel
    from reader.desktop.session import Session
    from reader.desktop.session.spot import Spot
    from reader.desktop.window import MainWindow


class TrailConnections(QObject):
    """Notes the jumps that panels make by themselves; allows going back where there is a way."""

    def __init__(self, session: Session, window: MainWindow, actions: Actions) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._actions = actions
        session.trail.changed.connect(self._allow)
        session.tabs.changed.connect(self._allow)
        window.went_back.connect(actions["trail.back"].trigger)
        window.went_forward.connect(actions["trail.forward"].trigger)
        self._follow(window.body)
        window.source_made.connect(lambda: self._follow(window.source))
        if window.has_source():
            self._follow(window.source)
        self._allow()

    def _follow(self, panel: PagePanel) -> None:
        is_source = panel is not self._window.body

        def note(before: Spot) -> None:
            self._session.note_jump(before._replace(is_source=is_source), "find")

        panel.hit_reached.connect(note)

    def _allow(self) -> None:
        session = self._session
        self._actions.allow_where(
            {
                Needs.BACK: session.trail.can_go_back(),
                Needs.FORWARD: session.trail.can_go_forward(),
                Needs.TAB: session.tabs.current is not None,
                Needs.FILE: bool(session.tabs.current and session.tabs.current.place()),
                Needs.TABS: len(session.tabs) > 1,
                Needs.BEHIND: bool(session.tabs.right_of(session.tabs.current)),
                Needs.CLOSED: session.tabs.has_closed(),
            }
        )
