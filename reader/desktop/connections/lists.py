"""The chooser joined to the list that is open; made when a file of many cables first is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.translation import tr

if TYPE_CHECKING:
    from reader.desktop.session import Session
    from reader.desktop.session.listing import Listing
    from reader.desktop.session.selection import Selection, Wish
    from reader.desktop.window import MainWindow


class ListConnections(QObject):
    """Joins the chooser to one list after the other."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._listing: Listing | None = None
        chooser = window.chooser
        chooser.wish_changed.connect(self._want)
        chooser.row_reached.connect(self._note_row)
        chooser.row_chosen.connect(session.open_row)
        chooser.row_opened_behind.connect(self._open_behind)
        chooser.fill_wanted.connect(self._fill)
        chooser.stop_wanted.connect(self._stop)

    def show_list(self, listing: Listing | None) -> None:
        """Show another list, or none; the one before keeps its place."""
        before, self._listing = self._listing, listing
        chooser = self._window.chooser
        if before is not None:
            before.top = chooser.top_row()
            before.selected.disconnect(self._show_selection)
            before.progressed.disconnect(chooser.show_progress)
        if listing is None:
            return
        catalogue = listing.catalogue
        chooser.show_list(
            listing.name, tr(catalogue.title), listing.wish, is_folder=catalogue.is_folder
        )
        listing.selected.connect(self._show_selection)
        listing.progressed.connect(chooser.show_progress)
        chooser.show_progress(listing.progress())
        chooser.show_selection(listing.selection)
        chooser.return_to(listing.row, listing.top)

    def come_back(self) -> None:
        """Take the keyboard to where the reader was in the list."""
        listing = self._listing
        if listing is not None:
            self._window.chooser.go_to_row(listing.row, listing.selection)

    def _show_selection(self, selection: Selection) -> None:
        # One of a list before may still be on its way.
        if self._listing is not None and selection is self._listing.selection:
            self._window.chooser.show_selection(selection)

    def _want(self, wish: Wish) -> None:
        if self._listing is not None:
            self._listing.want(wish)

    def _note_row(self, number: int) -> None:
        if self._listing is not None:
            self._listing.row = number

    def _open_behind(self, number: int) -> None:
        self._session.open_row(number, in_background=True)
        self._session.announced.emit(tr("Opened in a tab behind the list"))

    def _fill(self) -> None:
        if self._listing is not None:
            self._listing.fill()

    def _stop(self) -> None:
        if self._listing is not None:
            self._listing.stop()
