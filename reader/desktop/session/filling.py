"""What the tabs hold: read at once or by a worker, and shown if that is waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.desktop.session.document import (
    MEMBER_SIGN,
    OpenedText,
    is_quickly_read,
    open_file,
    open_row,
)
from reader.desktop.session.notice import notice_of
from reader.desktop.session.opening import Opening
from reader.desktop.session.tabs import Tab, stamp_of
from reader.errors import ReaderError
from reader.paths import shown_path
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.desktop.jobs import Jobs
    from reader.desktop.session.ahead import Ahead
    from reader.desktop.session.arriving import Arriving
    from reader.desktop.session.choices import Choices
    from reader.desktop.session.tabs import Tabs
    from reader.desktop.session.trail import Stop, Trail
    from reader.intake.catalogue import Catalogue
    from reader.intake.rows import Row
    from reader.store.marks import Mark


class Filler(QObject):
    """Reads texts and lists into the tabs."""

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
        self._ahead: Ahead | None = None

    # Showing.

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

    def read_ahead(self, tabs: Iterable[Tab]) -> None:
        """Have tabs read by a worker before they are chosen."""
        if self._ahead is None:
            from reader.desktop.session.ahead import Ahead  # noqa: PLC0415 - one file needs none

            self._ahead = Ahead(self._jobs, self._choices, self._tabs, self)
            self._ahead.arrived.connect(self._take_ahead)
        self._ahead.read(tabs)

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
            member = member_path(tab.path, mark, opened)
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

    def _let_go(self, tab: Tab) -> None:
        if tab.listing is not None:
            listing, tab.listing = tab.listing, None
            listing.close()
            listing.deleteLater()

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

    def _tell_opened(self, tab: Tab) -> None:
        if tab.document is not None:
            self.opened.emit(tr("{name} opened", name=tab.document.name))
        elif tab.listing is not None:
            self.opened.emit(tr("{name} opened: a list of cables", name=tab.name()))

    def _arrive(self, number: int | None, mark: Mark | None) -> None:
        tab = self._tabs.current
        if tab is not None:
            tab.goes_on = number is None and mark is None
        with self._trail.pause():
            if number is not None:
                self._arriving.at_number(number)
            elif mark is not None:
                self._arriving.at_mark(mark)


def member_path(path: str, mark: Mark | None, catalogue: Catalogue) -> str:
    """What the cable of a bookmark is opened by, where its file holds many."""
    if mark is None or not mark.anchor.canonical_id or catalogue.is_folder:
        return path
    return f"{path}{MEMBER_SIGN}{mark.anchor.canonical_id}"


def _name_of_row(row: Row) -> str:
    return row.reference_id or shown_path(row.name) or tr("a cable")
