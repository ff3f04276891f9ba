"""The desk: puts texts and lists into tabs, and takes them away again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.desktop.session.ahead import Ahead
from reader.desktop.session.document import (
    MEMBER_SIGN,
    OpenedText,
    is_quickly_read,
    open_file,
    open_row,
)
from reader.desktop.session.document import open_text as read_text
from reader.desktop.session.notice import cable_not_open, files_waiting, notice_of
from reader.desktop.session.opening import Opening
from reader.desktop.session.tabs import Tab, stamp_of
from reader.errors import ReaderError
from reader.paths import shown_path
from reader.settings import named_for
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.desktop.jobs import Jobs
    from reader.desktop.session.arriving import Arriving
    from reader.desktop.session.choices import Choices
    from reader.desktop.session.document import Wanted
    from reader.desktop.session.tabs import Tabs
    from reader.desktop.session.trail import Stop, Trail
    from reader.intake.catalogue import Catalogue
    from reader.intake.rows import Row
    from reader.store.marks import Mark


class Desk(QObject):
    """Opens, closes and reopens what the tabs hold."""

    opening_changed = Signal(str)
    """The name of what is being read; empty when nothing is any more."""
    replaced = Signal()
    """The tab that is shown is another one, or holds something else."""
    opened = Signal(str)
    """In words: a text or a list that was asked for is shown now."""
    noticed = Signal(object)
    withdrawn = Signal(str)

    def __init__(
        self,
        jobs: Jobs,
        choices: Choices,
        tabs: Tabs,
        *,
        trail: Trail,
        arriving: Arriving,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._choices = choices
        self._tabs = tabs
        self._trail = trail
        self._arriving = arriving
        self._opening = Opening(jobs, self)
        self._opening.changed.connect(self.opening_changed)
        self._ahead = Ahead(jobs, choices, tabs, self)
        self._ahead.arrived.connect(self._take_ahead)

    # Opening.

    def open(self, path: str, number: int | None = None, mark: Mark | None = None) -> None:
        """Show a file: the tab that has it, unless it was changed, or else a new one."""
        tab = self._tabs.of(path)
        if tab is not None and tab.listing is not None and mark is not None:
            path = _member_path(path, mark, tab.listing.catalogue)
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
        room, first = self._tabs.room(), None
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
            first = first or tab
        self._tabs.add(new)
        if first is not None:
            self.choose(first)
        self._ahead.read(new)
        if waiting:
            notice = files_waiting(waiting)
            self.noticed.emit(notice._replace(action=lambda: self._open_waiting(waiting)))

    def open_behind(self, paths: Sequence[str]) -> None:
        """Open files in tabs behind the one that is shown."""
        new = [Tab(path) for path in paths if self._tabs.of(path) is None]
        self._tabs.add(new)
        self._ahead.read(new)

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

    def open_row(self, number: int, stop: Stop | None = None) -> None:
        """Show a cable of the list by its number there; with a stop, as it was there."""
        tab = self._tabs.current
        if tab is None or tab.listing is None:
            return
        listing = tab.listing
        listing.row = number
        row = listing.selection.rows[number]
        keep = self._choices.settings.remember
        listing.held.take()

        def work() -> OpenedText | Catalogue:
            try:
                with listing.held.reading:
                    return open_row(listing.catalogue, row, keep_lists=keep)
            finally:
                listing.held.let_go()

        def done(opened: OpenedText | Catalogue) -> None:
            with self._trail.pause() if stop is not None else self._trail.step():
                if isinstance(opened, OpenedText):
                    tab.row, tab.spot = number, stop.spot if stop is not None else None
                    self._put(tab, opened)
                else:
                    self._put(Tab(opened.path), opened)

        self._opening.run(tab, work, done, self._tell, _name_of_row(row))

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

    # Going from one to the other.

    def choose(self, tab: Tab) -> None:
        """Show a tab, and read it first if that was not done yet."""
        self._tabs.choose(tab)
        if tab.is_unread() and tab.failure is None and not self._opening.is_reading(tab):
            self._read(tab, tab.number)
        else:
            self.replaced.emit()

    def try_again(self) -> None:
        """Read once more what could not be read."""
        tab = self._tabs.current
        if tab is not None and tab.failure is not None:
            tab.failure = None
            self.choose(tab)

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

    def close(self, tab: Tab) -> None:
        """Close a tab, and show its neighbour if it was shown."""
        was_shown = tab is self._tabs.current
        self._opening.forget(tab)
        if tab.document is not None and tab.document.path:
            tab.path, tab.document = tab.document.path, None
        self._let_go(tab)
        tab.row, tab.number, tab.failure, tab.stays = -1, None, None, True
        self._tabs.remove(tab)
        if not was_shown:
            return
        if self._tabs.current is not None:
            self.choose(self._tabs.current)
        else:
            self.replaced.emit()

    def restore(self, tabs: Sequence[Tab], current: int) -> None:
        """Have the tabs of the last time before those that are open; show one if none is."""
        known = {tab.path for tab in self._tabs.all()}
        self._tabs.put_before([tab for tab in tabs if tab.path not in known])
        if self._tabs.current is None and 0 <= current < len(tabs):
            self.choose(tabs[current])

    def reopen(self) -> None:
        """Open again the tab that was closed last."""
        tab = self._tabs.reopen()
        if tab is not None:
            self.choose(tab)

    def end(self) -> None:
        """Let go of every list."""
        for tab in self._tabs.all():
            self._let_go(tab)

    def _let_go(self, tab: Tab) -> None:
        if tab.listing is not None:
            listing, tab.listing = tab.listing, None
            listing.close()
            listing.deleteLater()

    # Reading.

    def _read(self, tab: Tab, number: int | None = None, mark: Mark | None = None) -> None:
        path, keep = tab.path, self._choices.settings.remember
        is_quick = is_quickly_read(path)
        if not is_quick:
            if tab not in self._tabs:
                self._tabs.add([tab])
            self._tabs.choose(tab)
            self.replaced.emit()
        self._opening.run(
            tab,
            lambda: open_file(path, keep_lists=keep),
            lambda opened: self._put(tab, opened, number, mark),
            lambda error: self._fail(tab, error),
            "" if is_quick else tab.name(),
        )

    def _take_ahead(self, tab: Tab, opened: OpenedText | ReaderError) -> None:
        """A worker has read a tab before it was chosen."""
        if not tab.is_unread() or tab.failure is not None or self._opening.is_reading(tab):
            return
        if isinstance(opened, ReaderError):
            self._fail(tab, opened)
        else:
            self._put(tab, opened, tab.number)

    def _put(
        self,
        tab: Tab,
        opened: OpenedText | Catalogue,
        number: int | None = None,
        mark: Mark | None = None,
    ) -> None:
        """Have a tab hold what was read, and show it if that was waited for."""
        if not isinstance(opened, OpenedText):
            member = _member_path(tab.path, mark, opened)
            if member != tab.path:
                opened.close()
                tab.path = member
                self._read(tab, mark=mark)
                return
            self._put_list(tab, opened)
        else:
            tab.take(opened.document)
        if tab.listing is None or tab.document is None:
            tab.stamp = stamp_of(tab.path) if tab.path else None
        if tab not in self._tabs:
            self._tabs.add([tab])
            self._tabs.choose(tab)
        else:
            self._tabs.tell()
        path = opened.document.path if isinstance(opened, OpenedText) else tab.path
        if path:
            self._choices.add_recent_file(path)
        if tab is not self._tabs.current:
            return
        tab.number = None
        self.replaced.emit()
        self._tell_opened(tab)
        if isinstance(opened, OpenedText) and opened.failure is not None:
            self.noticed.emit(notice_of(opened.failure, "opening")._replace(is_error=False))
        elif isinstance(opened, OpenedText):
            self._arrive(number, mark)

    def _put_list(self, tab: Tab, catalogue: Catalogue) -> None:
        from reader.desktop.session.listing import Listing  # noqa: PLC0415 - few files hold many

        self._let_go(tab)
        listing = tab.listing = Listing(self._jobs, catalogue, self)
        listing.noticed.connect(self.noticed)
        tab.document, tab.row, tab.failure = None, -1, None
        tab.title, tab.subject = listing.name, ""
        if not catalogue.is_complete:
            listing.fill()

    def _fail(self, tab: Tab, error: ReaderError) -> None:
        """Say why a tab could not be read: in its place, or above what is shown."""
        self._choices.drop_recent_file(tab.path)
        is_shown = tab is self._tabs.current
        if tab.is_unread() and tab.stays:
            tab.failure = error
            self._tabs.tell()
            if is_shown:
                self.replaced.emit()
            return
        if tab.is_unread() and tab in self._tabs:
            self._tabs.remove(tab, is_kept=False)
            if is_shown and self._tabs.current is not None:
                self.choose(self._tabs.current)
            elif is_shown:
                self.replaced.emit()
        self._tell(error)

    def _tell(self, error: ReaderError) -> None:
        self.noticed.emit(notice_of(error, "opening"))

    # Going.

    def _go_to_open(self, tab: Tab, path: str) -> None:
        self.choose(tab)
        if tab.listing is not None and path == tab.path:
            self.show_list()
        self._tell_opened(tab)

    def _tell_opened(self, tab: Tab) -> None:
        if tab.document is not None:
            self.opened.emit(tr("{name} opened", name=tab.document.name))
        elif tab.listing is not None:
            self.opened.emit(tr("{name} opened: a list of cables", name=tab.name()))

    def _arrive(self, number: int | None, mark: Mark | None) -> None:
        with self._trail.pause():
            if number is not None:
                self._arriving.at_number(number)
            elif mark is not None:
                self._arriving.at_mark(mark)

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
        from reader.desktop.session.document import Wanted  # noqa: PLC0415

        self.open_all([Wanted(path, None) for path in waiting])


def _member_path(path: str, mark: Mark | None, catalogue: Catalogue) -> str:
    """What the cable of a bookmark is opened by, where its file holds many."""
    if mark is None or not mark.anchor.canonical_id or catalogue.is_folder:
        return path
    return f"{path}{MEMBER_SIGN}{mark.anchor.canonical_id}"


def _name_of_row(row: Row) -> str:
    return row.reference_id or shown_path(row.name) or "a cable"
