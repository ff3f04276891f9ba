"""The chooser: a filter, the table of cables, and how far the list is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.models.cables import COLUMNS, CablesModel
from reader.desktop.panels.chooser.foot import Foot
from reader.desktop.panels.chooser.nothing import Nothing
from reader.desktop.panels.chooser.table import CableTable
from reader.desktop.plain import PlainLabel
from reader.desktop.session.listing import Progress, State
from reader.desktop.session.selection import Wish
from reader.desktop.theme import LIGHT, colour_words
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from reader.desktop.session.selection import Selection
    from reader.desktop.theme import Theme

LONGEST_FILTER: Final = 512
"""Characters (SAFETY.md)."""
SETTLING: Final = 60
"""Milliseconds after a letter until the rows are filtered, so that a word is looked for once."""
TITLE_SIZE: Final = 1.5
"""Size of the file's name, of the window's font."""


class ChooserPanel(QWidget):
    """Shows the cables of a file of many, and tells which one the reader wants."""

    wish_changed = Signal(object)
    """A Wish: the filter and the order."""
    row_chosen = Signal(int)
    """The number of the cable in the list."""
    row_opened_behind = Signal(int)
    """The number of a cable that is to be opened while the list stays in front."""
    row_reached = Signal(int)
    """The number of the cable at which the keyboard is."""
    stop_wanted = Signal()
    fill_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._progress = Progress(State.GROWING)
        self._is_folder = False
        self._wish = Wish()
        self._number = -1
        """Of the cable at which the reader is, in the list."""
        self._is_opening = False
        """Whether Enter was pressed before the rows were those that are wanted."""
        self._title = PlainLabel()
        self._kind = PlainLabel()
        self._filter = QLineEdit()
        self._count = PlainLabel()
        self._model = CablesModel()
        self._table = CableTable(self._model)
        self._nothing = Nothing()
        self._foot = Foot()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING)
        self._build()
        self._join()

    def _build(self) -> None:
        line = self.fontMetrics().height()
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * TITLE_SIZE)
        self._title.setFont(font)
        self._filter.setPlaceholderText(tr("Filter by id, date, place, classification or subject"))
        self._filter.setAccessibleName(tr("Filter the cables"))
        self._filter.setMaxLength(LONGEST_FILTER)
        self._filter.setClearButtonEnabled(True)
        self._filter.setMinimumHeight(round(line * 1.9))
        self._filter.setTextMargins(line // 3, 0, 0, 0)
        self._filter.setMaximumWidth(self.fontMetrics().averageCharWidth() * 70)
        self._count.setAccessibleName(tr("Cables shown"))
        head = QHBoxLayout()
        head.setSpacing(line // 2)
        head.addWidget(self._title)
        head.addWidget(self._kind, 1, Qt.AlignmentFlag.AlignBottom)
        bar = QHBoxLayout()
        bar.setSpacing(line)
        bar.addWidget(self._filter, 1)
        bar.addWidget(self._count)
        bar.addStretch()
        top = QVBoxLayout()
        top.setContentsMargins(line, line * 3 // 4, line, line * 3 // 4)
        top.setSpacing(line // 2)
        top.addLayout(head)
        top.addLayout(bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        self._middle = QStackedLayout()
        # Before it has any widget: it would show the first one as a window of its own.
        layout.addLayout(self._middle, 1)
        self._middle.addWidget(self._table)
        self._middle.addWidget(self._nothing)
        layout.addWidget(self._foot)
        self.setFocusProxy(self._filter)

    def _join(self) -> None:
        self._filter.installEventFilter(self)
        self._filter.textChanged.connect(self._settle)
        self._settling.timeout.connect(self._tell_wish)
        self._nothing.all_wanted.connect(self.show_all)
        self._table.horizontalHeader().sortIndicatorChanged.connect(self._tell_wish)
        self._table.row_chosen.connect(self._open)
        self._table.row_opened_behind.connect(self._open_behind)
        self._table.left.connect(self.focus_filter)
        self._table.typed.connect(self._type)
        self._table.selectionModel().currentRowChanged.connect(self._reach)
        self._foot.stop_wanted.connect(self.stop_wanted)
        self._foot.fill_wanted.connect(self.fill_wanted)

    # What the window calls.

    def show_list(
        self, name: str, kind: str, wish: Wish | None = None, *, is_folder: bool = False
    ) -> None:
        """Show another list: its name, what kind of file it is, and what was wanted of it."""
        self._title.setText(name)
        self._kind.setText(kind)
        self._is_folder = is_folder
        self._number = -1
        self._wish = wish = wish or Wish()
        self._is_opening = False
        self._settling.stop()
        self._filter.blockSignals(True)
        self._filter.setText(wish.words)
        self._filter.blockSignals(False)
        header = self._table.horizontalHeader()
        header.blockSignals(True)
        order = Qt.SortOrder.DescendingOrder if wish.is_descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(COLUMNS.index(wish.column) if wish.column else -1, order)
        header.blockSignals(False)
        self._table.scrollToTop()

    def top_row(self) -> int:
        """Where among the rows shown the first visible one stands."""
        return self._table.verticalScrollBar().value()

    def return_to(self, number: int, top: int) -> None:
        """Have the cable with a number be the current one, and the rows scrolled as they were."""
        self._number = number
        place = self._model.place_of(number) if number >= 0 else -1
        if place >= 0:
            self._table.go_to(place)
        self._table.verticalScrollBar().setValue(top)

    def show_selection(self, selection: Selection) -> None:
        """Show the rows that match; the reader stays at the same cable where it is among them."""
        top = self._table.verticalScrollBar().value()
        number, is_opening = self._number, self._is_opening
        stayed = self._model.show(selection)
        if not stayed and self._model.rowCount():
            place = selection.place_of(number) if number >= 0 else -1
            self._table.verticalScrollBar().setValue(top if place >= 0 else 0)
            self._table.go_to(max(place, 0))
        elif stayed and not self._table.currentIndex().isValid():
            self._table.go_to(0)
        self._number = number if selection.place_of(number) >= 0 else self._current_number()
        self._show_state()
        if not stayed and self._wish.words:
            self._announce()
        if is_opening and not self._is_behind():
            self._is_opening = False
            self._choose(self._table.currentIndex())

    def show_progress(self, progress: Progress) -> None:
        """Show how far the list is made."""
        self._progress = progress
        self._foot.show_progress(progress)
        self._show_state()

    def go_to_row(self, number: int, selection: Selection) -> None:
        """Take the keyboard to a cable of the list, or to the filter where it is not shown."""
        place = selection.place_of(number) if number >= 0 else -1
        if place < 0:
            self.focus_filter()
            return
        self._table.go_to(place)
        self._table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_filter(self) -> None:
        """Take the keyboard to the filter, what is in it selected."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def show_all(self) -> None:
        """Filter nothing."""
        self._filter.clear()
        self._settling.stop()
        self._tell_wish()
        self._filter.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._table.set_theme(theme)
        self._foot.set_theme(theme)
        self._nothing.set_theme(theme)
        for label in (self._kind, self._count):
            colour_words(label, theme.muted)

    def count_text(self) -> str:
        """How many cables are shown: `312 of 200,000 cables`."""
        return self._count.text()

    def empty_text(self) -> str:
        """What stands in place of the table; empty while there are rows."""
        return "" if self._model.rowCount() else self._nothing.words()

    # What Qt calls.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the filter: Down goes to the list, Enter opens, Escape shows all again."""
        if watched is self._filter and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.KeyPress:
                return self._take_key(event.key())
            if event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
        return super().eventFilter(watched, event)

    def _take_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) and self._model.rowCount():
            self._tell_now()
            if not self._table.currentIndex().isValid():
                self._table.go_to(0)
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell_now()
            self._open(self._table.currentIndex())
        elif key == Qt.Key.Key_Escape and self._filter.text():
            self.show_all()
        else:
            return False
        return True

    # What the reader does.

    def _settle(self) -> None:
        self._is_opening = False
        self._settling.start()

    def _tell_now(self) -> None:
        """Have the rows filtered by what was typed just now."""
        if self._settling.isActive():
            self._settling.stop()
            self._tell_wish()

    def _is_behind(self) -> bool:
        """Whether the rows are still those of other words, or in another order."""
        return self._model.wish() != self._wish

    def _type(self, words: str) -> None:
        self._filter.setFocus(Qt.FocusReason.OtherFocusReason)
        self._filter.end(False)
        self._filter.insert(words)

    def _tell_wish(self) -> None:
        header = self._table.horizontalHeader()
        section = header.sortIndicatorSection()
        wish = Wish(
            " ".join(self._filter.text().split()),
            COLUMNS[section] if 0 <= section < len(COLUMNS) else None,
            header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder,
        )
        if wish.column is None:
            wish = wish._replace(is_descending=False)
        if wish != self._wish:
            if wish.words != self._wish.words:
                self._number = -1
            self._wish = wish
            self.wish_changed.emit(wish)

    def _open(self, index: QModelIndex) -> None:
        """Open a cable; the first of those that match, where that is not known yet."""
        if self._is_behind() and self._number < 0:
            self._is_opening = True
        else:
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None:
            self.row_chosen.emit(row.number)

    def _open_behind(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None:
            self.row_opened_behind.emit(row.number)

    def _reach(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None and self._table.hasFocus():
            self._is_opening = False
            self._number = row.number
            self.row_reached.emit(row.number)

    def _current_number(self) -> int:
        row = self._model.row_at(self._table.currentIndex())
        return row.number if row is not None and self._number >= 0 else -1

    # What is said.

    def _show_state(self) -> None:
        shown, rows = self._model.rowCount(), self._progress.rows
        words = self._wish.words
        count = tr_count("{count:,} cable", "{count:,} cables", rows)
        if words:
            forms = ("{shown:,} of {count:,} cable", "{shown:,} of {count:,} cables")
            count = tr_count(*forms, rows, shown=shown)
        self._count.setText(count if rows else "")
        if not shown:
            is_growing = self._progress.state is State.GROWING
            self._nothing.show_words(words, is_growing=is_growing, is_folder=self._is_folder)
        self._middle.setCurrentIndex(0 if shown else 1)

    def _announce(self) -> None:
        if QAccessible.isActive():
            said = self.empty_text() or self.count_text()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._filter, said))
