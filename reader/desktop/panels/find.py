"""The find bar: words are looked for while they are typed, in the view that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QToolButton, QWidget

from reader.desktop.panels.page.finding import LONGEST_QUERY, Hits, find_hits, first_hit_from
from reader.desktop.plain import PlainLabel, set_tooltip
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.desktop.panels.page.finding import Hit

LONGEST_PREFILL: Final = 100
"""Characters of a selection that is taken as the query when the bar opens."""


class Searchable(Protocol):
    """A view in which words can be found."""

    def search_texts(self) -> Sequence[str]:
        """The texts to search, in the order in which they are shown."""

    def search_origin(self) -> tuple[int, int]:
        """The number of the text and the offset in it where the reader is."""

    def show_hits(self, hits: Sequence[Hit], current: int) -> None:
        """Mark the hits, and show the one with this index, if it is not -1."""

    def selected_text(self) -> str:
        """What is selected."""

    def setFocus(self) -> None:
        """Take the keyboard."""


class FindBar(QWidget):
    """Finds words in the view it is given; hidden until it is opened."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target: Searchable | None = None
        self._hits: Sequence[Hit] = Hits()
        self._current = -1
        self._origin = (0, 0)
        self._reader: QWidget | None = None
        self._query = QLineEdit()
        self._count = PlainLabel()
        self._case = _switch("Aa", tr("Match case"))
        self._word = _switch(tr("Word"), tr("Whole words only"))
        self._previous = _arrow(Qt.ArrowType.UpArrow, tr("Previous hit (Shift+F3)"))
        self._next = _arrow(Qt.ArrowType.DownArrow, tr("Next hit (F3)"))
        self._close = QToolButton()
        self._build()
        self._query.textEdited.connect(self._look)
        self._case.toggled.connect(self._look)
        self._word.toggled.connect(self._look)
        self._previous.clicked.connect(self.find_previous)
        self._next.clicked.connect(self.find_next)
        self._close.clicked.connect(self.close_bar)
        self.hide()

    def _build(self) -> None:
        self._query.setPlaceholderText(tr("Find in this cable"))
        self._query.setAccessibleName(tr("Find in this cable"))
        self._query.setMaxLength(LONGEST_QUERY)
        self._query.setClearButtonEnabled(True)
        self._count.setMinimumWidth(
            self._count.fontMetrics().horizontalAdvance(
                tr("{hit:,} of {count:,}", hit=8888, count=8888)
            )
        )
        self._close.setText("×")
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(tr("Close the find bar"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(4)
        self._query.setMaximumWidth(self._query.fontMetrics().horizontalAdvance("m") * 40)
        layout.addWidget(self._query, 1)
        for widget in (self._count, self._previous, self._next, self._case, self._word):
            layout.addWidget(widget)
        layout.addStretch()
        layout.addWidget(self._close)
        self.setFocusProxy(self._query)

    def event(self, event: QEvent) -> bool:
        """Keep Escape, which has another meaning in the text, for closing the bar."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from hit to hit with Enter and F3, close with Escape."""
        is_backward = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self._step(-1 if is_backward else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    # What the window calls.

    def set_target(self, target: Searchable) -> None:
        """Find in another view from now on; an open bar looks there at once."""
        if target is self._target:
            return
        if self._target is not None:
            self._target.show_hits((), -1)
        self._target = target
        self.refresh()

    def refresh(self) -> None:
        """Look again, since the view shows another text; the reader stays in place."""
        if self._target is not None and not self.isHidden():
            self._origin = self._target.search_origin()
            self._find()
            self._show(go=False)

    def open_bar(self) -> None:
        """Show the bar with what is selected as its query, and take the keyboard."""
        if self._target is None:
            return
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._reader = focus
        self._origin = self._target.search_origin()
        selected = self._target.selected_text()
        if selected and "\n" not in selected and len(selected) <= LONGEST_PREFILL:
            self._query.setText(selected)
        self.show()
        self._query.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._query.selectAll()
        self._look()

    def close_bar(self) -> None:
        """Hide the bar and its marks; the keyboard goes back to where the reader was."""
        if self._target is not None:
            self._target.show_hits((), -1)
        self._hits = Hits()
        self._current = -1
        self.hide()
        reader, self._reader = self._reader, None
        if reader is not None and reader.isVisible():
            reader.setFocus()
        elif self._target is not None:
            self._target.setFocus()
        self.closed.emit()

    def find_next(self) -> None:
        """Go to the next hit, after the last one to the first; open the bar if it is hidden."""
        self._step(1)

    def find_previous(self) -> None:
        """Go to the hit before, before the first one to the last."""
        self._step(-1)

    def query(self) -> str:
        """What is looked for."""
        return self._query.text()

    def count_text(self) -> str:
        """How many hits there are, and which one is shown: `3 of 14`."""
        return self._count.text()

    # How it looks.

    def _look(self) -> None:
        """Find what is typed now, from where the reader was when the bar opened."""
        if self._target is not None:
            self._find()
            self._show(go=True)

    def _find(self) -> None:
        if self._target is None:
            return
        self._hits = find_hits(
            self._target.search_texts(),
            self._query.text(),
            match_case=self._case.isChecked(),
            whole_word=self._word.isChecked(),
        )
        self._current = first_hit_from(self._hits, *self._origin)

    def _step(self, by: int) -> None:
        if self.isHidden():
            was_at_hit = self._target is not None and bool(self._target.selected_text())
            self.open_bar()
            if not was_at_hit:
                return
        if self._hits:
            self._current = (self._current + by) % len(self._hits)
            self._origin = self._hits[self._current][:2]
            self._show(go=True)

    def _show(self, *, go: bool) -> None:
        if self._target is None:
            return
        self._target.show_hits(self._hits, self._current if go else -1)
        words = ""
        if self._hits:
            words = tr("{hit:,} of {count:,}", hit=self._current + 1, count=len(self._hits))
        elif self._query.text():
            words = tr("Not found")
        self._count.setText(words)
        for button in (self._previous, self._next):
            button.setEnabled(bool(self._hits))
        if words and QAccessible.isActive():
            said = tr("Hit {words}", words=words) if self._hits else words
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._query, said))


def _switch(words: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setCheckable(True)
    button.setAutoRaise(True)
    button.setAccessibleName(name)
    set_tooltip(button, name)
    return button


def _arrow(arrow: Qt.ArrowType, name: str) -> QToolButton:
    button = QToolButton()
    button.setArrowType(arrow)
    button.setAutoRaise(True)
    button.setAccessibleName(name)
    set_tooltip(button, name)
    return button
