"""The marks of the cable that is open, and the way to those of all cables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from reader.desktop.models.bookmarks import BookmarksModel, marks_at
from reader.desktop.panels.entries import SIDE, EntryList
from reader.desktop.plain import PlainLabel, set_tooltip
from reader.desktop.session.standing import Standing
from reader.desktop.theme import LIGHT, colour_words
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from reader.desktop.models.entries import AnyIndex
    from reader.desktop.theme import Theme
    from reader.store.marks import Mark

NO_CABLE: Final = "Open a cable, and its bookmarks are listed here."
NONE_HERE: Final = (
    "No bookmarks in this cable. Press {bookmark} in the text, or click beside a paragraph; select "
    "words and press {highlight} to highlight them."
)
NONE_WITHOUT_KEYS: Final = (
    "No bookmarks in this cable. Click beside a paragraph; select words and highlight them with "
    "the menu Bookmarks."
)

USUAL_KEYS: Final = ("b", "h")
"""Those that bookmark and highlight."""


class BookmarksPanel(QWidget):
    """Lists the marks of a cable; one that is chosen is gone to."""

    mark_chosen = Signal(object)
    """A Mark to go to."""
    edit_wanted = Signal(object)
    """A Mark that is to be written on."""
    edited = Signal(list)
    """Marks as they are to be, each with what it was."""
    delete_wanted = Signal(list)
    """Marks to be taken away."""
    place_wanted = Signal(object)
    """A Mark to be put where the reader is in the text."""
    confirm_wanted = Signal(object)
    """A Mark of which the reader says that it stands in the right place."""
    notebook_wanted = Signal()
    """The marks of all cables are to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing = Standing()
        self._has_cable = False
        self._keys = USUAL_KEYS
        self._theme = LIGHT
        self._count = PlainLabel()
        self._all = QToolButton()
        self._state = PlainLabel(wraps=True)
        self._model = BookmarksModel()
        self._list = EntryList(self._model, tr("Bookmarks and highlights"), self, lines=2)
        self._build()
        self._list.entry_chosen.connect(self._choose)
        self._list.delete_pressed.connect(self._delete)
        self._list.edit_pressed.connect(self._edit)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._show_menu)
        self._show()

    def _build(self) -> None:
        self._all.setText(tr("Notebook…"))
        self._all.setAutoRaise(True)
        words = tr("Notebook: the marks of all cables")
        self._all.setAccessibleName(words)
        set_tooltip(self._all, words)
        self._all.clicked.connect(self.notebook_wanted)
        head = QHBoxLayout()
        head.setContentsMargins(SIDE, 0, SIDE - 4, 2)
        head.addWidget(self._count, 1)
        head.addWidget(self._all)
        self._state.setContentsMargins(SIDE, 4, SIDE, 4)
        self._state.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._state)
        layout.addWidget(self._list, 1)

    # What the window calls.

    def show_standing(self, standing: Standing, *, has_cable: bool) -> None:
        """Show the marks of the cable that is open."""
        self._standing = standing
        self._has_cable = has_cable
        self._show()

    def show_keys(self, bookmark: str, highlight: str) -> None:
        """Name these keys while there is nothing to list; empty where there are none."""
        if self._keys != (bookmark, highlight):
            self._keys = bookmark, highlight
            self._show()

    def state(self) -> str:
        """What is said above the list, if anything."""
        return self._state.text()

    def titles(self) -> list[str]:
        """The titles that are listed, in order."""
        model = self._model
        return [model.index(row).data() for row in range(model.rowCount())]

    def current(self) -> Mark | None:
        """The mark at which the keyboard is in the list."""
        return next(iter(marks_at([self._model.row_at(self._list.currentIndex())])), None)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._list.set_theme(theme)
        for label in (self._state, self._count):
            colour_words(label, theme.muted)

    # What the reader does.

    def _choose(self, index: AnyIndex) -> None:
        for mark in marks_at([self._model.row_at(index)]):
            self.mark_chosen.emit(mark)

    def _edit(self) -> None:
        mark = self.current()
        if mark is not None:
            self.edit_wanted.emit(mark)

    def _delete(self) -> None:
        mark = self.current()
        if mark is not None:
            self.delete_wanted.emit([mark])

    def _show_menu(self, place: QPoint) -> None:
        from reader.desktop.panels.marks.menu import Calls, fill_menu  # noqa: PLC0415

        row = self._model.row_at(self._list.indexAt(place))
        if row is None or row.mark is None:
            return
        placement = row.placement
        is_doubtful = placement is not None and placement.is_found and not placement.is_certain
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calls = Calls(
            edit=self.edit_wanted.emit,
            keep=lambda edits: self.edited.emit(list(edits)),
            delete=lambda marks: self.delete_wanted.emit(list(marks)),
            go=self.mark_chosen.emit,
            place=self.place_wanted.emit,
            confirm=self.confirm_wanted.emit if is_doubtful else None,
        )
        fill_menu(menu, [row.mark], calls, self._theme, self._standing.colour_names)
        menu.popup(self._list.viewport().mapToGlobal(place))

    # What is shown.

    def _show(self) -> None:
        """Fill the list anew; the keyboard stays at its mark, or where that was."""
        row = self._list.currentIndex().row()
        current = self.current()
        place = self._list.verticalScrollBar().value()
        self._model.show_standing(self._standing)
        words = self._words()
        self._state.setText(words)
        self._state.setVisible(bool(words))
        self._list.setAccessibleDescription(words)
        count = len(self._standing.placed)
        self._count.setText(tr_count("{count} mark", "{count} marks", count) if count else "")
        has_rows = bool(self._model.rows())
        self._list.setVisible(has_rows or not words)
        self.setFocusProxy(self._list if self._list.isVisibleTo(self) else self._all)
        if current is not None:
            found = self._model.row_of(current.id)
            row = found if found >= 0 else min(row, self._model.rowCount() - 1)
            self._list.setCurrentIndex(self._model.index(row))
            self._list.verticalScrollBar().setValue(place)

    def _words(self) -> str:
        if not self._has_cable:
            return tr(NO_CABLE)
        if self._standing.placed:
            return ""
        bookmark, highlight = self._keys
        if bookmark and highlight:
            return tr(NONE_HERE, bookmark=bookmark, highlight=highlight)
        return tr(NONE_WITHOUT_KEYS)
