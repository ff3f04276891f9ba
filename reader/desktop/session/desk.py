"""The desk: opens texts and lists in tabs, goes from one to the other, and closes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.desktop.session.document import Wanted
from reader.desktop.session.document import open_text as read_text
from reader.desktop.session.filling import Filler, member_path
from reader.desktop.session.notice import cable_not_open, files_waiting, notice_of
from reader.desktop.session.tabs import Tab, stamp_of
from reader.errors import ReaderError
from reader.settings import named_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.desktop.session.trail import Stop
    from reader.store.marks import Mark


class Desk(Filler):
    """Opens, closes and reopens tabs."""

    # Opening.

    def open(self, path: str, number: int | None = None, mark: Mark | None = None) -> None:
        """Show a file: the tab that has it, unless it was changed, or else a new one."""
        tab = self._tabs.of(path)
        if tab is not None and tab.listing is not None and mark is not None:
            path = member_path(path, mark, tab.listing.catalogue)
            tab = self._tabs.of(path)
        if tab is not None and not tab.is_unread() and tab.stamp == stamp_of(path):
            self._go_to_open(tab, path)
            self._arrive(number, mark)
        elif tab is None or tab.path != path:
            self._read(Tab(path, stays=False), number, mark)
        else:
            self._tabs.choose(tab)
            self._read(tab, number, mark)

    def open_all(self, wanted: Sequence[Wanted]) -> None:
        """Open each in a tab, in this order, and show the first; what has no room waits."""
        known = {tab.path: tab for tab in self._tabs.all()}
        room = self._tabs.room()
        first: Tab | None = None
        number: int | None = None
        new: list[Tab] = []
        waiting: list[str] = []
        for each in wanted:
            path = self._path_of(each)
            tab = known.get(path)
            if tab is None and path and len(new) < room:
                tab = known[path] = Tab(path, number=each.number)
                new.append(tab)
            elif tab is None and path:
                waiting.append(path)
            if first is None and tab is not None:
                first, number = tab, each.number
        self._tabs.add(new)
        if first is not None:
            self.choose(first)
            if first not in new:
                self._arrive(number, None)
        if new:
            self.read_ahead(new)
        if waiting:
            notice = files_waiting(waiting)
            self.noticed.emit(notice._replace(action=lambda: self._open_waiting(waiting)))

    def open_behind(self, paths: Sequence[str]) -> None:
        """Open files in tabs behind the one that is shown."""
        new = [Tab(path) for path in paths if self._tabs.of(path) is None]
        self._tabs.add(new)
        self.read_ahead(new)

    def open_cable(self, cable_id: str, number: int | None = None) -> None:
        """Show a cable by its id: an open one, or a recent file that is called so."""
        tab = self._tabs.of_cable(cable_id)
        path = named_for(cable_id, self._choices.settings)
        if tab is not None:
            self._go_to_open(tab, tab.document.path if tab.document else tab.path)
            self._arrive(number, None)
        elif path:
            self.open(path, number)
        else:
            self.noticed.emit(cable_not_open(cable_id))

    def open_pasted(self, text: str) -> None:
        """Show a text that was pasted."""
        try:
            opened = read_text(text)
        except ReaderError as error:
            self.noticed.emit(notice_of(error, "opening"))
        else:
            self._put(Tab(), opened)

    def open_row_behind(self, number: int) -> None:
        """Open a cable of the list in a tab behind the list."""
        from reader.desktop.session.lists import path_of_row  # noqa: PLC0415

        tab = self._tabs.current
        if tab is not None and tab.listing is not None:
            catalogue = tab.listing.catalogue
            path = path_of_row(catalogue, tab.listing.selection.rows[number])
            if path == catalogue.path:  # it has no name of its own
                self.open_row(number)
            else:
                self.open_behind([path])

    def _go_to_open(self, tab: Tab, path: str) -> None:
        self.choose(tab)
        if tab.listing is not None and path == tab.path:
            self.show_list()
        self._tell_opened(tab)

    def _path_of(self, wanted: Wanted) -> str:
        """The file that is wanted; empty for a cable that is open nowhere, which is told."""
        if not wanted.cable_id:
            return wanted.path
        tab = self._tabs.of_cable(wanted.cable_id)
        path = tab.path if tab is not None else named_for(wanted.cable_id, self._choices.settings)
        if not path:
            self.noticed.emit(cable_not_open(wanted.cable_id))
        return path

    def _open_waiting(self, waiting: Sequence[str]) -> None:
        self.open_all([Wanted(path, None) for path in waiting])

    # Going from one to the other.

    def go_to(self, stop: Stop) -> None:
        """Show a tab as it was at a stop."""
        tab = stop.tab
        if tab not in self._tabs:
            self._tabs.reopen(tab)
        if tab not in self._tabs:
            return
        if tab.listing is None or tab.row == stop.row:
            self.choose(tab)
            return
        self._tabs.choose(tab)
        if stop.row < 0:
            self.show_list()
        else:
            self.open_row(stop.row, stop)

    def show_list(self) -> None:
        """Show the list that a cable is from."""
        tab = self._tabs.current
        if tab is not None and tab.listing is not None and tab.document is not None:
            self._opening.forget(tab)
            tab.document, tab.row, tab.spot = None, -1, None
            tab.title, tab.subject = tab.listing.name, ""
            self._tabs.tell()
            self.replaced.emit()

    # Closing.

    def close(self, *tabs: Tab) -> None:
        """Close tabs, and show a neighbour if one of them was shown."""
        was_shown = self._tabs.current in tabs
        for tab in tabs:
            self._opening.forget(tab)
            if tab.document is not None and tab.document.path:
                tab.path, tab.document = tab.document.path, None
            self._let_go(tab)
            tab.row, tab.number, tab.failure, tab.stays = -1, None, None, True
        self._tabs.remove(*tabs)
        if not was_shown:
            return
        if self._tabs.current is not None:
            self.choose(self._tabs.current)
        else:
            self.replaced.emit()

    def reopen(self) -> None:
        """Open again the tab that was closed last."""
        tab = self._tabs.reopen()
        if tab is not None:
            self.choose(tab)

    def restore(self, tabs: Sequence[Tab], current: int) -> None:
        """Have the tabs of the last time before those that are open; show one if none is.

        What is open already is gone on with from where its reader was, unless he asked for a place.
        """
        known = {tab.path: tab for tab in self._tabs.all()}
        self._tabs.put_before([tab for tab in tabs if tab.path not in known])
        for tab in tabs:
            there = known.get(tab.path)
            if there is not None and there.goes_on:
                there.spot = there.spot or tab.spot
        if self._tabs.current is None and 0 <= current < len(tabs):
            self.choose(tabs[current])

    def end(self) -> None:
        """Let go of every list."""
        for tab in self._tabs.all():
            self._let_go(tab)
