"""The tabs: going from one to the other, closing several, opening closed ones again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from reader.desktop.session import Session
    from reader.desktop.session.tabs import Tab


class TabDeeds:
    """Going from tab to tab, closing, and opening again."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def table(self) -> dict[str, Callable[..., Any]]:
        """The function of every command here, by its id."""
        session = self._session
        return {
            "tab.next": lambda: session.go_by_tab(1),
            "tab.previous": lambda: session.go_by_tab(-1),
            "tab.move_left": lambda: self.move(-1),
            "tab.move_right": lambda: self.move(1),
            **{f"tab.show_{place}": partial(self.show_tab, place) for place in range(1, 10)},
            "tab.close_others": lambda: self._close(session.tabs.others),
            "tab.close_right": lambda: self._close(session.tabs.right_of),
            "tab.reopen": session.reopen_tab,
        }

    def show_tab(self, place: int) -> None:
        """Show the tab at a place in the row, counted from 1."""
        tabs = self._session.tabs.all()
        if place <= len(tabs):
            self._session.choose_tab(tabs[place - 1])

    def move(self, by: int) -> None:
        """Have the tab that is shown stand elsewhere in the row, and say where."""
        tabs = self._session.tabs
        before = tabs.index()
        tabs.move(before, before + by)
        tab, place, count = tabs.current, tabs.index() + 1, len(tabs)
        if tab is not None and place != before + 1:
            self._session.announced.emit(
                tr("{name}, tab {place} of {count}", name=tab.name(), place=place, count=count)
            )

    def _close(self, which: Callable[[Tab], tuple[Tab, ...]]) -> None:
        tab = self._session.tabs.current
        if tab is not None:
            self._session.close_tab(*which(tab))
