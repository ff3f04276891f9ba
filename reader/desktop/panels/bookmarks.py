"""The bookmarks: those of the cable that is open, or those of all cables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.models.bookmarks import BookmarksModel, marks_at
from reader.desktop.panels.entries import SIDE, EntryList
from reader.desktop.plain import PlainLabel, set_tooltip
from reader.desktop.session.shelf import MOST_LISTED, Listing, Standing
from reader.desktop.theme import colour_words
from reader.translation import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from reader.desktop.models.entries import AnyIndex
    from reader.desktop.theme import Theme
    from reader.store.marks import Mark

TYPING: Final = 150
"""Milliseconds after a letter until its words are looked for."""
LONGEST_QUERY: Final = 512

NO_CABLE: Final = "Open a cable, and its bookmarks are listed here."
NONE_HERE: Final = "No bookmarks in this cable. Press B in the text, or click beside a paragraph."
NONE_AT_ALL: Final = "No bookmarks yet, in any cable."
NONE_FOUND: Final = "No bookmark has these words."


class BookmarksPanel(QWidget):
    """Lists bookmarks; one that is chosen is gone to."""

    mark_chosen = Signal(object)
    """A Mark to go to."""
    edit_wanted = Signal(object)
    """A Mark whose name and note are to be edited."""
    delete_wanted = Signal(list)
    """Marks to be taken away."""
    all_wanted = Signal(object)
    """Words that bookmarks of all cables are to have; None when only this cable's are looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing = Standing()
        self._listing = Listing()
        self._has_cable = False
        self._here = _choice(tr("This cable"), tr("Bookmarks of this cable"))
        self._everywhere = _choice(tr("All cables"), tr("Bookmarks of all cables"))
        self._query = QLineEdit()
        self._state = PlainLabel(wraps=True)
        self._model = BookmarksModel()
        self._list = EntryList(self._model, tr("Bookmarks"), self, lines=2)
        self._typing = QTimer(self)
        self._build()
        self._join()
        self._show()

    def _build(self) -> None:
        group = QButtonGroup(self)
        choices = QHBoxLayout()
        choices.setContentsMargins(SIDE - 4, 0, SIDE - 4, 2)
        choices.setSpacing(2)
        for button in (self._here, self._everywhere):
            group.addButton(button)
            choices.addWidget(button)
        choices.addStretch(1)
        self._here.setChecked(True)
        self._query.setPlaceholderText(tr("Find in bookmarks"))
        self._query.setAccessibleName(tr("Find in the bookmarks of all cables"))
        self._query.setMaxLength(LONGEST_QUERY)
        self._query.setClearButtonEnabled(True)
        self._query.hide()
        self._state.setContentsMargins(SIDE, 4, SIDE, 4)
        self._state.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING)
        field = QHBoxLayout()
        field.setContentsMargins(SIDE, 0, SIDE, 4)
        field.addWidget(self._query)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(choices)
        layout.addLayout(field)
        layout.addWidget(self._state)
        layout.addWidget(self._list, 1)

    def _join(self) -> None:
        self._everywhere.toggled.connect(self._turn)
        self._query.textEdited.connect(self._wait)
        self._typing.timeout.connect(self._ask)
        self._list.entry_chosen.connect(self._choose)
        self._list.delete_pressed.connect(self._delete)
        self._list.edit_pressed.connect(self._edit)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._show_menu)

    # What the window calls.

    def show_standing(self, standing: Standing, *, has_cable: bool) -> None:
        """Show the bookmarks of the cable that is open."""
        self._standing = standing
        self._has_cable = has_cable
        if not self.is_everywhere():
            self._show()

    def show_listing(self, listing: Listing) -> None:
        """Show the bookmarks of all cables that were asked for."""
        self._listing = listing
        if self.is_everywhere():
            self._show()

    def is_everywhere(self) -> bool:
        """Whether the bookmarks of all cables are listed."""
        return self._everywhere.isChecked()

    def list_everywhere(self, is_everywhere: bool) -> None:
        """List the bookmarks of all cables, or only this one's."""
        (self._everywhere if is_everywhere else self._here).setChecked(True)

    def state(self) -> str:
        """What is said above the list, if anything."""
        return self._state.text()

    def titles(self) -> list[str]:
        """The titles that are listed, in order."""
        model = self._model
        return [model.index(row).data() for row in range(model.rowCount())]

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._list.set_theme(theme)
        colour_words(self._state, theme.muted)

    # What the reader does.

    def _turn(self, is_everywhere: bool) -> None:
        self._query.setVisible(is_everywhere)
        self._ask()
        self._show()

    def _wait(self) -> None:
        self._typing.start()

    def _ask(self) -> None:
        self.all_wanted.emit(self._query.text() if self.is_everywhere() else None)

    def _choose(self, index: AnyIndex) -> None:
        for mark in marks_at([self._model.row_at(index)]):
            self.mark_chosen.emit(mark)

    def _current(self) -> Mark | None:
        return next(iter(marks_at([self._model.row_at(self._list.currentIndex())])), None)

    def _edit(self) -> None:
        mark = self._current()
        if mark is not None:
            self.edit_wanted.emit(mark)

    def _delete(self) -> None:
        mark = self._current()
        if mark is not None:
            self.delete_wanted.emit([mark])

    def _show_menu(self, place: QPoint) -> None:
        index = self._list.indexAt(place)
        if self._model.row_at(index) is None or self._current() is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("&Go to the place")).triggered.connect(lambda: self._choose(index))
        menu.addAction(tr("&Name and note…")).triggered.connect(self._edit)
        menu.addAction(tr("&Delete")).triggered.connect(self._delete)
        menu.popup(self._list.viewport().mapToGlobal(place))

    # What is shown.

    def _show(self) -> None:
        """Fill the list anew; the keyboard stays at its bookmark, or where that was."""
        row = self._list.currentIndex().row()
        current = self._current()
        place = self._list.verticalScrollBar().value()
        if self.is_everywhere():
            self._model.show_listing(self._listing)
        else:
            self._model.show_standing(self._standing)
        words = self._words()
        self._state.setText(words)
        self._state.setVisible(bool(words))
        self._list.setAccessibleDescription(words)
        has_rows = bool(self._model.rows())
        self._list.setVisible(has_rows or not words)
        self.setFocusProxy(self._list if self._list.isVisibleTo(self) else self._here)
        if current is not None:
            found = self._model.row_of(current.id)
            row = found if found >= 0 else min(row, self._model.rowCount() - 1)
            self._list.setCurrentIndex(self._model.index(row))
            self._list.verticalScrollBar().setValue(place)

    def _words(self) -> str:
        if not self.is_everywhere():
            if not self._has_cable:
                return tr(NO_CABLE)
            return "" if self._standing.placed else tr(NONE_HERE)
        listed, total = len(self._listing.marks), self._listing.total
        if not listed:
            return tr(NONE_FOUND if self._query.text().strip() else NONE_AT_ALL)
        if total > listed:
            return tr(
                "{total:,} bookmarks, {listed:,} of them listed: find the others by words.",
                total=total,
                listed=MOST_LISTED,
            )
        return ""


def _choice(words: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setCheckable(True)
    button.setAutoRaise(True)
    button.setAccessibleName(name)
    set_tooltip(button, name)
    return button
