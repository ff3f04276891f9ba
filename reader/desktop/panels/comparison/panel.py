"""The comparison panel: the two versions, the list of their differences, a sentence on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QToolButton, QVBoxLayout, QWidget

from reader.desktop.models.entries import Entry, EntryModel
from reader.desktop.panels.comparison.text import ComparisonText, fits_in_columns
from reader.desktop.panels.comparison.words import (
    cable_name,
    difference_words,
    kind_name,
    row_label,
    summary,
)
from reader.desktop.panels.entries import EntryList
from reader.desktop.panels.page.marks import with_marks
from reader.desktop.plain import PlainLabel, set_tooltip, window_title
from reader.desktop.theme import LIGHT
from reader.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reader.cable.comparison import Comparison, Difference
    from reader.desktop.models.entries import AnyIndex
    from reader.desktop.theme import Theme

NARROWEST_COLUMNS: Final = 105
"""Average letters that a window must have room for, for two columns to be read."""
LIST_ROOM: Final = 34
LARGEST_SHARE: Final = 0.3
"""Average letters that the list is wide, and how much of the window it takes at most."""
LONGEST_ENTRY: Final = 120
"""Characters of a difference in the list."""


class ComparisonPanel(QWidget):
    """Shows what two versions of a cable have and have not in common."""

    place_wanted = Signal(object)
    """A Difference whose place the reader wants to see in the text itself."""
    copy_wanted = Signal()
    """The differences are to be copied as a text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._current = -1
        self._theme = LIGHT
        self._model: EntryModel[Difference] = EntryModel()
        self._list = EntryList(self._model, tr("Differences"))
        # Each has as many lines as the others, and none needs to be measured.
        self._list.setUniformItemSizes(True)
        self._text = ComparisonText()
        self._text.setAccessibleName(tr("Both versions"))
        self._summary = PlainLabel(wraps=True)
        self._warning = PlainLabel(wraps=True)
        self._names = PlainLabel(wraps=True)
        self._count = PlainLabel()
        self._previous = _button("▲", tr("Previous difference"))
        self._next = _button("▼", tr("Next difference"))
        self._columns = _switch(tr("Two &columns"))
        self._short = _switch(tr("&Only differences"))
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        self._copy = QPushButton(tr("Co&py the differences"))
        self._build()
        self._previous.clicked.connect(self.go_back)
        self._next.clicked.connect(self.go_on)
        self._columns.toggled.connect(self._set)
        self._short.toggled.connect(self._set)
        self._copy.clicked.connect(self.copy_wanted)
        self._list.clicked.connect(lambda index: self._go_to(index.row()))
        self._list.entry_chosen.connect(self._choose)
        self._list.selectionModel().currentChanged.connect(self._follow_list)

    def _build(self) -> None:
        self.setAutoFillBackground(True)
        self._summary.make_selectable()
        tools = QHBoxLayout()
        tools.setSpacing(6)
        for widget in (self._previous, self._next, self._count):
            tools.addWidget(widget)
        tools.addStretch()
        for button in (self._short, self._columns, self._copy):
            tools.addWidget(button)
        top = QVBoxLayout()
        top.setContentsMargins(14, 10, 14, 8)
        top.setSpacing(4)
        for label in (self._names, self._warning, self._summary):
            top.addWidget(label)
        top.addLayout(tools)
        parts = self._parts
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(1)
        parts.addWidget(self._list)
        parts.addWidget(self._text)
        parts.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(parts, 1)
        self.setFocusProxy(self._list)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.window().close()
        else:
            super().keyPressEvent(event)

    # What the window calls.

    def show_comparison(self, comparison: Comparison) -> None:
        """Show a comparison, from its first difference."""
        self._comparison = comparison
        self._current = -1
        here, there = cable_name(comparison.here), cable_name(comparison.there)
        self.setWindowTitle(window_title(tr("{here} and {there} compared", here=here, there=there)))
        self._names.setText(tr("− Left: {here}     + Right: {there}", here=here, there=there))
        self._warning.setText(tr("These are two different cables, not two versions of one."))
        self._warning.setVisible(not comparison.is_same_cable)
        self._summary.setText(summary(comparison))
        self._model.show_rows(
            comparison.differences,
            [_entry(comparison, difference) for difference in comparison.differences],
        )
        is_short_enough = fits_in_columns(comparison)
        self._columns.setEnabled(is_short_enough)
        set_tooltip(
            self._columns, "" if is_short_enough else tr("These are too long for two columns.")
        )
        letter = self.fontMetrics().averageCharWidth()
        has_room = self.width() >= NARROWEST_COLUMNS * letter
        self._columns.setChecked(is_short_enough and has_room)
        self._short.setChecked(not is_short_enough and bool(comparison.differences))
        self._set()
        self._list.setVisible(bool(comparison.differences))
        room = min(LIST_ROOM * letter, round(self.width() * LARGEST_SHARE))
        self._parts.setSizes([room, self.width() - room])
        self._show_count()
        if comparison.differences:
            self._go_to(0)
        self._say(self._summary.text())

    def comparison(self) -> Comparison | None:
        """What is shown."""
        return self._comparison

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._list.set_theme(theme)
        self._text.set_theme(theme)
        for label, colour in ((self._names, theme.muted), (self._warning, theme.error_text)):
            palette = label.palette()
            palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
            label.setPalette(palette)

    def go_on(self) -> None:
        """Go to the next difference, after the last one to the first."""
        self._step(1)

    def go_back(self) -> None:
        """Go to the difference before, before the first one to the last."""
        self._step(-1)

    def count_text(self) -> str:
        """Which difference is shown, and how many there are: `1 of 4`."""
        return self._count.text()

    def summary(self) -> str:
        """All differences in a sentence."""
        return self._summary.text()

    def say(self, words: str) -> None:
        """Say something to those who do not see the window, and to all others below the names."""
        self._count.setText(words)
        self._say(words)

    # How it is shown.

    def _set(self) -> None:
        if self._comparison is None:
            return
        self._text.show_comparison(
            self._comparison,
            in_columns=self._columns.isChecked(),
            only_differences=self._short.isChecked(),
        )

    def _step(self, by: int) -> None:
        count = self._model.rowCount()
        if count:
            self._go_to((self._current + by) % count)
        else:
            self._say(self._summary.text())

    def _go_to(self, number: int) -> None:
        if self._comparison is None or not 0 <= number < len(self._comparison.differences):
            return
        self._current = number
        self._text.go_to(number)
        self._list.setCurrentIndex(self._model.index(number))
        self._list.set_marked_row(number)
        self._show_count()
        entry = _entry(self._comparison, self._comparison.differences[number])
        self._say(f"{self._count.text()}: {entry.lead}, {entry.title}, {', '.join(entry.details)}")

    def _follow_list(self, index: AnyIndex) -> None:
        if index.isValid() and index.row() != self._current:
            self._go_to(index.row())

    def _choose(self, index: AnyIndex) -> None:
        difference = self._model.row_at(index)
        if difference is not None and index.row() == self._current:
            self.place_wanted.emit(difference)

    def _show_count(self) -> None:
        count = self._model.rowCount()
        words = ""
        if count:
            words = tr("{number:,} of {count:,}", number=self._current + 1, count=count)
        self._count.setText(words)
        for button in (self._previous, self._next, self._copy, self._short):
            button.setEnabled(bool(count))

    def _say(self, words: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._text, words))


def _entry(comparison: Comparison, difference: Difference) -> Entry:
    label = row_label(comparison, comparison.rows[difference.row])
    words = with_marks(difference_words(difference))
    if len(words) > LONGEST_ENTRY:
        words = f"{words[: LONGEST_ENTRY - 1]}…"
    return Entry(words, label, (kind_name(difference.kind),))


def _button(words: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setAutoRaise(True)
    button.setAccessibleName(name)
    set_tooltip(button, name)
    return button


def _switch(words: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setCheckable(True)
    button.setAutoRaise(True)
    button.setAccessibleName(words.replace("&", ""))
    return button
