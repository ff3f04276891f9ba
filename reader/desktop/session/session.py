"""The state of the program: what is open, where the reader is in it, what the user has chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.desktop.session.arriving import Arriving
from reader.desktop.session.desk import Desk
from reader.desktop.session.document import read_argument
from reader.desktop.session.notice import nothing_copied
from reader.desktop.session.shown import Shown
from reader.desktop.session.spot import Spot
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from reader.desktop.jobs import Jobs
    from reader.desktop.session.catching_up import CatchingUp
    from reader.desktop.session.comparing import Comparing
    from reader.desktop.session.exporting import Exporting
    from reader.desktop.session.reach import Reach
    from reader.desktop.session.remembering import Remembering
    from reader.desktop.session.tabs import Tab
    from reader.desktop.session.trail import Stop
    from reader.settings import Settings
    from reader.store.marks import Mark


class Session(Shown):
    """What is open and where the reader is; every part of the window asks and tells it."""

    def __init__(self, jobs: Jobs, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(jobs, settings, parent)
        self._exporting: Exporting | None = None
        self._comparing: Comparing | None = None
        self._catching_up: CatchingUp | None = None
        self._arriving = Arriving(lambda: self._document, self.marking, self)
        self._desk = Desk(
            jobs,
            self.choices,
            self.tabs,
            trail=self.trail,
            arriving=self._arriving,
            parent=self,
        )
        self._remembering: Remembering | None = None
        self._reach: Reach | None = None
        self._join()

    def _join(self) -> None:
        for part in (self.choices, self.marking, self._arriving, self._desk):
            part.noticed.connect(self.noticed)
        for part in (self.choices, self.marking, self._desk):
            part.withdrawn.connect(self.withdrawn)
        for part in (self.marking, self._arriving):
            part.announced.connect(self.announced)
        self._arriving.place_wanted.connect(self.place_wanted)
        self._arriving.file_wanted.connect(self.file_wanted)
        self._desk.opening_changed.connect(self.opening_changed)
        self._desk.opened.connect(self.announced)
        self._desk.replaced.connect(self._show_current)
        self.position_changed.connect(self._note_position)

    @property
    def exporting(self) -> Exporting:
        """What is being saved or printed; made when something first is."""
        if self._exporting is None:
            from reader.desktop.session.exporting import Exporting  # noqa: PLC0415

            self._exporting = Exporting(self.jobs, self)
            self._exporting.noticed.connect(self.noticed)
            self._exporting.withdrawn.connect(self.withdrawn)
            self._exporting.announced.connect(self.announced)
        return self._exporting

    @property
    def comparing(self) -> Comparing:
        """What compares the cable with another version of it; made when it is first asked for."""
        if self._comparing is None:
            from reader.desktop.session.comparing import Comparing  # noqa: PLC0415

            self._comparing = Comparing(self)
        return self._comparing

    @property
    def catching_up(self) -> CatchingUp:
        """What reads the tabs of the last time; made when something first asks for them."""
        if self._catching_up is None:
            from reader.desktop.session.catching_up import CatchingUp  # noqa: PLC0415

            self._catching_up = CatchingUp(self.jobs, self.choices, self.tabs, self)
            self._catching_up.announced.connect(self.announced)
        return self._catching_up

    # Opening.

    def open_files(self, arguments: Sequence[str]) -> None:
        """Open every file in a tab, in this order, and show the first."""
        if not arguments:
            return
        wanted = [read_argument(argument) for argument in arguments]
        if len(wanted) > 1:
            with self._leaving():
                self._desk.open_all(wanted)
        elif wanted[0].cable_id:
            self.open_cable(wanted[0].cable_id, wanted[0].number)
        else:
            self.open_file(wanted[0].path, wanted[0].number)

    def open_cable(self, cable_id: str, number: int | None = None) -> None:
        """Go to a cable by its id: an open one, a recent file, or what the shown one cites."""
        found = self._reach.of(cable_id) if self._reach is not None else None
        with self._leaving():
            if found is not None and self.tabs.of_cable(cable_id) is None:
                self._desk.open(found.path, number)
            else:
                self._desk.open_cable(cable_id, number)

    def open_file(
        self,
        path: str,
        number: int | None = None,
        mark: Mark | None = None,
        *,
        in_background: bool = False,
    ) -> None:
        """Open a file at its beginning, at a paragraph by its printed number, or at a bookmark.

        A file that is open is gone to, unless it was changed. `in_background`, the tab that is
        shown stays.
        """
        if in_background:
            self._desk.open_behind([path])
            return
        with self._leaving():
            self._desk.open(path, number, mark)

    def open_row(self, number: int, *, in_background: bool = False) -> None:
        """Open a cable of the list by its number there."""
        if in_background:
            self._desk.open_row_behind(number)
            return
        with self._leaving():
            self._desk.open_row(number)

    def open_pasted(self, text: str) -> None:
        """Open a text that was pasted; or what it leads to, if it is a link to a cable."""
        wanted = read_argument(text.strip()) if text.strip().startswith("cable:") else None
        if wanted is not None and wanted.cable_id:
            self.open_cable(wanted.cable_id, wanted.number)
        elif not text.strip():
            self.noticed.emit(nothing_copied())
        else:
            with self._leaving():
                self._desk.open_pasted(text)

    def open_mark(self, mark: Mark) -> None:
        """Go to a bookmark, and open its file first if another text is open."""
        if self._arriving.is_there(mark):
            self._arriving.at_mark(mark)
        elif self._arriving.has_file(mark):
            self.open_file(mark.path, mark=mark)
        else:
            self._arriving.ask_for_file(mark)

    @property
    def reach(self) -> Reach:
        """Which references of the cable that is shown can be opened; made when first asked for."""
        if self._reach is None:
            from reader.desktop.session.reach import Reach  # noqa: PLC0415

            self._reach = Reach(self.jobs, self.choices, self.tabs, self)
            self.document_changed.connect(self._reach.follow)
            self._reach.follow(self._document)
        return self._reach

    def open_reference(self, target: str, *, in_background: bool = False) -> bool:
        """Open a cable that is cited by its canonical id; False if it is not within reach."""
        found = self.reach.of(target)
        tab = self.tabs.of_cable(target)
        if tab is not None:
            self.choose_tab(tab)
        elif found is not None:
            self.open_file(found.path, in_background=in_background)
        return tab is not None or found is not None

    def forget_files(self) -> None:
        """Forget which files were opened, and which tabs were closed."""
        self.choices.forget_files()
        self.tabs.forget_closed()

    # Tabs.

    @property
    def is_restored(self) -> bool:
        """Whether the tabs of the last time were asked for."""
        return self._remembering is not None

    def restore(self) -> None:
        """Open the tabs of the last time again; those that are open stay in front of them.

        Only the tab that is shown is read.
        """
        from reader.desktop.session.remembering import Remembering  # noqa: PLC0415

        self._remembering = Remembering(self.jobs, self.choices, self.tabs, self)
        self._remembering.noticed.connect(self.noticed)
        self._remembering.about_to_write.connect(self._note_spot)
        kept = self._remembering.load()
        shown, before = self.tabs.current, self.look()
        with self.trail.pause():
            self._desk.restore(kept.tabs, kept.current)
            is_untouched = before is not None and before == Spot(down=before.down)
            if shown is not None and shown.spot is not None and is_untouched:
                self.spot_wanted.emit(shown.spot)

    def _note_position(self) -> None:
        if self._remembering is not None:
            self._remembering.note()

    def choose_tab(self, tab: Tab) -> None:
        """Show another tab, its reader where he was."""
        if tab is not self.tabs.current and tab in self.tabs:
            with self._leaving():
                self._desk.choose(tab)
            place, count = self.tabs.index() + 1, len(self.tabs)
            self.announced.emit(
                tr("{name}, tab {place} of {count}", name=tab.name(), place=place, count=count)
            )

    def go_by_tab(self, by: int) -> None:
        """Show the next tab, or the one before; after the last comes the first."""
        tabs = self.tabs.all()
        if tabs:
            self.choose_tab(tabs[(self.tabs.index() + by) % len(tabs)])

    def close_document(self) -> None:
        """Close the text and show the list it is from; or close the tab."""
        tab = self.tabs.current
        if tab is not None and tab.listing is not None and tab.document is not None:
            self.show_list()
        elif tab is not None:
            self.close_tab(tab)

    def close_tab(self, *tabs: Tab) -> None:
        """Close a tab, or several at once; they can be opened again."""
        if self.tabs.current in tabs:
            self._note_spot()
        with self.trail.pause():
            self._desk.close(*tabs)
        self.trail.keep(lambda each: each in self.tabs or self.tabs.is_closed(each))
        if len(tabs) > 1:
            self.announced.emit(tr("{count} tabs closed", count=len(tabs)))

    def reopen_tab(self) -> None:
        """Open again, at its place, the tab that was closed last."""
        with self._leaving():
            self._desk.reopen()

    def try_again(self) -> None:
        """Read once more the tab that could not be read."""
        self._desk.try_again()

    def show_list(self) -> None:
        """Go back to the list that the cable is from."""
        with self._leaving():
            self._desk.show_list()

    def end(self) -> None:
        """Write down what is open, and let go of it; the program is about to end."""
        self._note_spot()
        if self._remembering is not None:
            self._remembering.write()
        if self._reach is not None:
            self._reach.stop()
        self._desk.end()

    # The trail.

    def go_back(self) -> None:
        """Go back to where the reader was before the last step."""
        self._take_stop(self.trail.back())

    def go_forward(self) -> None:
        """Go forth again."""
        self._take_stop(self.trail.forward())

    def _take_stop(self, stop: Stop | None) -> None:
        if stop is None:
            return
        with self.trail.pause():
            self._note_spot()
            stop.tab.spot = stop.spot or stop.tab.spot
            if stop.tab is self.tabs.current and stop.tab.row == stop.row and self._document:
                if stop.spot is not None:
                    self.spot_wanted.emit(stop.spot)
            else:
                self._desk.go_to(stop)
