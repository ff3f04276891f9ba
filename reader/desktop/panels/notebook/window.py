"""The window of the notebook: what is asked for, what was found, and the mark the reader is at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QMenu,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.panels.marks.menu import Calls, fill_menu
from reader.desktop.panels.notebook.detail import Detail
from reader.desktop.panels.notebook.foot import Foot
from reader.desktop.panels.notebook.head import Head
from reader.desktop.panels.notebook.listing import Listing
from reader.desktop.panels.page.quiet import quieten
from reader.desktop.plain import window_title
from reader.desktop.theme import LIGHT
from reader.translation import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent

    from reader.desktop.session.notebook import Found, Tally
    from reader.desktop.session.notice import Notice
    from reader.desktop.theme import Theme
    from reader.store.marks import Mark

PAUSE: Final = 150
"""Milliseconds after a letter until the first mark that it brought is shown whole."""
USUAL: Final = (76, 46)
"""In heights of a line."""


class NotebookWindow(QWidget):
    """Lists every mark of every cable, and lets them be found, read, edited and taken away."""

    query_changed = Signal(object)
    page_wanted = Signal(object, int)
    mark_chosen = Signal(object)
    """A Mark to go to."""
    edited = Signal(list)
    """Marks as they are to be, each with what it was."""
    delete_wanted = Signal(list)
    form_wanted = Signal(object)
    """A Mark to be written on in a form of its own."""
    place_wanted = Signal(object)
    """A Mark to be put where the reader is in the text."""
    cable_wanted = Signal(str)
    export_wanted = Signal(object)
    """The Found that is listed."""
    import_wanted = Signal()
    names_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    opened = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._theme = LIGHT
        self._tally: Tally | None = None
        self._shown: Mark | None = None
        self._is_typing = False
        self._pause = QTimer(self)
        self._head = Head()
        self._filters = self._head.filters
        self._listing = Listing()
        self._model, self._list = self._listing.model, self._listing.list
        self._detail = Detail()
        self._side = QScrollArea()
        self._foot = Foot()
        self.setWindowTitle(window_title(tr("Notebook – Cable Reader")))
        self._build()
        self._join()

    def _build(self) -> None:
        # At twice the font size a low window has no room for all that can be written on a mark.
        self._side.setWidget(self._detail)
        self._side.setWidgetResizable(True)
        self._side.setFrameShape(QFrame.Shape.NoFrame)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        quieten(self._side)
        self._side.setMinimumWidth(self._detail.minimumSizeHint().width())
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._listing)
        split.addWidget(self._side)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(split, 1)
        layout.addWidget(self._foot)
        line = self.fontMetrics().height()
        self.resize(USUAL[0] * line, USUAL[1] * line)
        self._side.hide()
        self.setFocusProxy(self._filters)

    def _join(self) -> None:
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._show_current)
        self._filters.changed.connect(self.query_changed)
        self._filters.left.connect(self._enter_list)
        self._head.export_wanted.connect(self._ask_to_export)
        self._head.import_wanted.connect(self.import_wanted)
        self._head.names_wanted.connect(self.names_wanted)
        self._model.page_wanted.connect(self.page_wanted)
        self._list.current_moved.connect(self._show_row)
        self._list.mark_chosen.connect(self._choose)
        self._list.delete_pressed.connect(self._delete)
        self._list.edit_pressed.connect(self._write)
        self._list.left.connect(self._filters.setFocus)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._show_menu)
        self._detail.kept.connect(lambda mark, base: self.edited.emit([(mark, base)]))
        self._detail.go_wanted.connect(self.mark_chosen)
        self._detail.delete_wanted.connect(lambda mark: self.delete_wanted.emit([mark]))
        self._detail.cable_wanted.connect(self.cable_wanted)
        self._detail.left.connect(self._list.setFocus)
        self._foot.acted.connect(self._list.setFocus)
        for keys, call in (
            ("Ctrl+F", self._filters.setFocus),
            ("Ctrl+W", self.close),
            ("Ctrl+E", self._ask_to_export),
            ("Ctrl+Z", self.undo_wanted.emit),
            ("Ctrl+Shift+Z", self.redo_wanted.emit),
            ("Ctrl+Y", self.redo_wanted.emit),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(call)

    # What Qt calls.

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that marks are wanted."""
        super().showEvent(event)
        self.opened.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was written, and tell that nobody looks any more."""
        self._detail.keep()
        self.closed.emit()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the text with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    # What the window calls.

    def show_found(self, found: Found) -> None:
        """Show what was found; the reader stays at the mark, or where that was."""
        row = self._list.currentIndex().row()
        before = self._shown
        place = self._list.verticalScrollBar().value()
        is_same = found.query == self._model.found().query
        self._model.show(found)
        count = found.total
        self._tell_count(count)
        if not count:
            self._side.hide()
            self._shown = None
            self._listing.say_none(is_asking=self._filters.is_asking())
            return
        self._listing.show_list()
        kept = self._model.row_of(before.id, row) if before is not None else -1
        if kept < 0:
            kept = min(max(row, 0), count - 1) if is_same else 0
        self._is_typing = self._filters.is_being_typed()
        self._list.setCurrentIndex(self._model.index(kept))
        if is_same:
            self._list.verticalScrollBar().setValue(place)
        self._show_row(kept)
        self._is_typing = False

    def take_page(self, found: Found, page: int, marks: tuple[Mark, ...]) -> None:
        """Take a page of marks that was asked for."""
        self._model.take_page(found, page, marks)
        self._show_row(self._list.currentIndex().row())

    def show_tally(self, tally: Tally) -> None:
        """Take what there is to choose from."""
        self._tally = tally
        self._model.set_names(tally.names)
        self._filters.show_tally(tally)
        self._tell_count(self._model.found().total)
        self._list.viewport().update()
        self._shown = None
        self._show_row(self._list.currentIndex().row())

    def say(self, words: str) -> None:
        """Say what was just done."""
        self._foot.say(words)

    def show_notice(self, notice: Notice) -> None:
        """Show a message, with what can be done about it."""
        self._foot.show_notice(notice)

    def set_here(self, cable_id: str) -> None:
        """Take the id of the cable that is open, for the choice of cables; empty for none."""
        self._filters.set_here(cable_id)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        for part in (self._head, self._listing, self._detail, self._foot):
            part.set_theme(theme)

    def keep(self) -> None:
        """Keep what is being written."""
        self._detail.keep()

    def note_unsaved(self, base: Mark) -> None:
        """What was written on a mark could not be saved."""
        self._detail.note_unsaved(base)

    def look_for(self, words: str) -> None:
        """Ask for the marks that have these words, as if they were typed."""
        self._filters.look_for(words)

    def is_answered(self) -> bool:
        """Whether what is listed is what is asked for."""
        return self._model.found().query == self._filters.query()

    def count(self) -> int:
        """How many marks are listed."""
        return self._model.rowCount()

    def state(self) -> str:
        """What is said instead of a list, if anything."""
        return self._listing.words()

    def titles(self) -> list[str]:
        """The titles of the marks that are listed and known, in order."""
        return self._listing.titles()

    def selected(self) -> list[Mark]:
        """The marks that are selected in the list."""
        return self._listing.selected()

    # What the reader does.

    def _show_current(self) -> None:
        self._show_row(self._list.currentIndex().row())

    def _enter_list(self) -> None:
        if self._model.rowCount():
            self._show_current()
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, row: int) -> None:
        mark = self._model.mark_at(row)
        if mark is not None:
            self._detail.keep()
            self.mark_chosen.emit(mark)

    def _delete(self) -> None:
        marks = self.selected()
        if marks:
            self.delete_wanted.emit(marks)

    def _write(self) -> None:
        if self._shown is not None:
            self._detail.write_note()

    def _show_menu(self, place: QPoint) -> None:
        marks = self.selected()
        if not marks:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calls = Calls(
            edit=self.form_wanted.emit,
            keep=lambda edits: self.edited.emit(list(edits)),
            delete=lambda chosen: self.delete_wanted.emit(list(chosen)),
            go=self.mark_chosen.emit,
            place=self.place_wanted.emit,
        )
        names = self._tally.names if self._tally else {}
        fill_menu(menu, marks, calls, self._theme, names)
        menu.popup(self._list.viewport().mapToGlobal(place))

    def _ask_to_export(self) -> None:
        self._detail.keep()
        self.export_wanted.emit(self._model.found())

    # What is shown.

    def _show_row(self, row: int) -> None:
        if self._is_typing:
            # The next letter may bring other marks: these are listed first.
            self._pause.start()
            return
        mark = self._model.mark_at(row)
        if mark is None or (mark is self._shown and not self._side.isHidden()):
            return
        if self._shown is not None and mark.id != self._shown.id:
            self._detail.keep()
        self._shown = mark
        names = self._tally.names if self._tally else {}
        labels = self._tally.labels if self._tally else {}
        self._detail.show_mark(mark, names, labels)
        self._side.show()

    def _tell_count(self, count: int) -> None:
        total = self._tally.total if self._tally else count
        self._list.setAccessibleDescription(self._head.tell_count(count, total))

    def show_keys(self, bookmark: str, highlight: str) -> None:
        """Name these keys while there are no marks; empty where there are none."""
        self._listing.show_keys(bookmark, highlight)
