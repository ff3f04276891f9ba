"""The row of tabs joined to the session; made when the second tab is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from reader.desktop.panels.tab_bar import Title
from reader.paths import shown_path
from reader.translation import tr

if TYPE_CHECKING:
    from reader.desktop.session import Session
    from reader.desktop.session.tabs import Tab
    from reader.desktop.window import MainWindow


class TabConnections(QObject):
    """Shows the tabs of the session in a row, and hands on what is done with them there."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        bar = window.tab_bar
        bar.tab_chosen.connect(self._choose)
        bar.close_wanted.connect(self._close)
        bar.order_changed.connect(session.tabs.move)
        session.tabs.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        tabs, bar = self._session.tabs, self._window.tab_bar
        bar.show_tabs([_title_of(tab) for tab in tabs.all()], tabs.index())
        is_left = len(tabs) < 2 and bar.hasFocus()
        bar.setVisible(len(tabs) > 1)
        if is_left:
            self._window.focus_text()

    def _choose(self, index: int) -> None:
        bar = self._window.tab_bar
        # Only keys give it the keyboard: who walks along the row with arrows goes on there.
        is_walked = bar.hasFocus()
        self._session.choose_tab(self._session.tabs.all()[index])
        if is_walked:
            bar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self, index: int) -> None:
        self._session.close_tab(self._session.tabs.all()[index])


def _title_of(tab: Tab) -> Title:
    told = [tab.subject, shown_path(tab.document.path if tab.document else tab.path)]
    if tab.failure is not None:
        told.insert(0, tr("It could not be read."))
    words = "\n".join(line for line in told if line)
    return Title(tab.name(), words or tr("Pasted text"), is_missing=tab.failure is not None)
