"""The tabs that were not read yet, joined: who asks what is in them, and where that is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.desktop.session.catching_up import progress_words
from reader.translation import tr_count

if TYPE_CHECKING:
    from reader.desktop.panels.unread import UnreadLine
    from reader.desktop.session import Session
    from reader.desktop.session.catching_up import Unread
    from reader.desktop.window import MainWindow


class CatchUpConnections(QObject):
    """Has the tabs of the last time read for a search in all texts, and for who cites a cable."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        session.catching_up.changed.connect(self._show)
        session.tabs.changed.connect(self._show)
        session.document_changed.connect(self._show)
        window.find_made.connect(self._join_find)
        self._join(window.references.unread)
        self._show()

    def _join_find(self) -> None:
        bar = self._window.find_bar
        self._join(bar.unread)
        bar.switched.connect(self._show)
        bar.looked.connect(self._look)
        bar.closed.connect(self._show)
        self._show()

    def _join(self, line: UnreadLine) -> None:
        line.read_wanted.connect(self._session.catching_up.start)
        line.stop_wanted.connect(self._session.catching_up.stop)

    def _look(self) -> None:
        """Words are looked for in all open texts."""
        bar = self._window.find_bar
        if bar.is_everywhere() and bar.query():
            self._session.catching_up.ask()

    def _show(self) -> None:
        state = self._session.catching_up.state()
        cable = self._session.cable
        has_id = cable is not None and bool(cable.canonical_id)
        _tell(self._window.references.unread, _who_may_cite(state) if has_id else "", state)
        if self._window.has_find():
            bar = self._window.find_bar
            _tell(bar.unread, _not_searched(state) if bar.is_everywhere() else "", state)


def _tell(line: UnreadLine, words: str, state: Unread) -> None:
    is_running = state.total > 0
    if words and is_running:
        words = progress_words(state)
    line.show_state(words, is_running=is_running, can_read=state.waiting > 0)


def _who_may_cite(state: Unread) -> str:
    if not state.waiting:
        return ""
    return tr_count(
        "{count} tab was not read yet; its cable may cite this one.",
        "{count} tabs were not read yet; their cables may cite this one.",
        state.waiting,
    )


def _not_searched(state: Unread) -> str:
    if state.waiting:
        return tr_count(
            "{count} tab was not read yet, and is not searched.",
            "{count} tabs were not read yet, and are not searched.",
            state.waiting,
        )
    if not state.passed_over:
        return ""
    return tr_count(
        "{count} tab is not searched: a list or a large file is read when it is chosen.",
        "{count} tabs are not searched: lists and large files are read when they are chosen.",
        state.passed_over,
    )
