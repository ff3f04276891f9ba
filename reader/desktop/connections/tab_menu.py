"""What the row of tabs offers, joined: the menu of a tab, which acts on that one; and opening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QKeySequence

from reader.cable.citation import permalink
from reader.desktop.plain import givable_text
from reader.desktop.session.document import file_of
from reader.paths import shown_path
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint

    from reader.desktop.actions import Actions
    from reader.desktop.session import Session
    from reader.desktop.session.tabs import Tab
    from reader.desktop.window import MainWindow


class TabMenuConnections(QObject):
    """Shows the menu of a tab, and does what is chosen there."""

    def __init__(self, session: Session, window: MainWindow, actions: Actions) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._actions = actions
        self._is_joined = False
        session.tabs.changed.connect(self._join)
        self._join()

    def _join(self) -> None:
        """Listen to the row as soon as there is one."""
        if not self._is_joined and len(self._session.tabs) > 1:
            self._is_joined = True
            self._window.tab_bar.menu_wanted.connect(self._show_menu)
            self._window.tab_bar.open_wanted.connect(self._actions["file.open"].trigger)

    def _show_menu(self, index: int, place: QPoint) -> None:
        from reader.desktop.panels.tab_menu import TabMenu  # noqa: PLC0415 - when first asked for

        tab = self._session.tabs.all()[index]
        deeds = self._deeds_of(tab)
        menu = TabMenu(self._window.tab_bar, tab.name())
        menu.offer({command_id: self._keys(command_id, tab) for command_id in deeds})
        menu.command_chosen.connect(lambda command_id: deeds[command_id]())
        self._actions.leave_keys_to(menu)
        menu.popup(place)

    def _deeds_of(self, tab: Tab) -> dict[str, Callable[[], object]]:
        """What can be done now, by the id of the command that does it with the tab shown."""
        session, tabs = self._session, self._session.tabs
        cable = tab.document.cable if tab.document is not None else None
        cable_id = (cable.canonical_id or cable.reference_id or "") if cable is not None else ""
        link = permalink(cable.canonical_id) if cable is not None else ""
        path = file_of(tab.place())
        offered: tuple[tuple[bool, str, Callable[[], object]], ...] = (
            (True, "file.close", lambda: session.close_tab(tab)),
            (len(tabs) > 1, "tab.close_others", lambda: session.close_tab(*tabs.others(tab))),
            (
                bool(tabs.right_of(tab)),
                "tab.close_right",
                lambda: session.close_tab(*tabs.right_of(tab)),
            ),
            (tabs.has_closed(), "tab.reopen", session.reopen_tab),
            (bool(link), "permalink.copy", lambda: self._copy(link)),
            (bool(cable_id), "id.copy", lambda: self._copy(cable_id)),
            (bool(path), "path.copy", lambda: self._copy(path)),
        )
        return {command_id: deed for is_possible, command_id, deed in offered if is_possible}

    def _keys(self, command_id: str, tab: Tab) -> str:
        """The keys that do the same: of most commands they act on the tab that is shown."""
        if tab is not self._session.tabs.current and command_id != "tab.reopen":
            return ""
        keys = self._actions[command_id].shortcut()
        return keys.toString(QKeySequence.SequenceFormat.NativeText)

    def _copy(self, words: str) -> None:
        QGuiApplication.clipboard().setText(givable_text(words))
        self._session.announced.emit(tr("Copied: {words}", words=shown_path(words)))
