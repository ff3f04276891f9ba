"""The find bar: words are looked for while they are typed, in the view that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from reader.desktop.panels.find.looking import Looking
from reader.desktop.panels.find.parts import BarParts
from reader.desktop.panels.find.search import (
    Found,
    Query,
    Searched,
    Switch,
    Wanted,
)
from reader.desktop.panels.page.finding import first_hit_from
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QToolButton

    from reader.desktop.panels.find.search import Searchable

LONGEST_PREFILL: Final = 100
"""Characters of a selection that is taken as the query when the bar opens."""


class FindBar(BarParts):
    """Finds words in the view it is given; hidden until it is opened."""

    closed = Signal()
    text_wanted = Signal(object)
    """The key of an open text that is to be shown, since the reader goes to a hit in it."""
    looked = Signal()
    """Something was looked for."""
    switched = Signal(object, bool)
    """A Switch, and whether it is on now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target: Searchable | None = None
        self._open_texts: Callable[[], tuple[int, Sequence[Searched]]] | None = None
        self._found = Found()
        self._current = -1
        self._origin = (0, 0)
        self._reader: QWidget | None = None
        self._wanted: Wanted | None = None
        self._goes = False
        """Whether the reader is taken to a hit once the pattern is found."""
        self._looking = Looking(self)
        self._looking.found.connect(self._take)
        self._looking.failed.connect(self._tell_failure)
        self._switches: dict[Switch, QToolButton] = {
            Switch.CASE: self._case,
            Switch.WORD: self._word,
            Switch.PATTERN: self._pattern,
            Switch.EVERYWHERE: self._everywhere,
            Switch.LIST: self._listed,
        }
        self._query.textEdited.connect(self._look)
        for kind, button in self._switches.items():
            button.toggled.connect(lambda is_on, kind=kind: self._switch(kind, is_on))
        self._previous.clicked.connect(self.find_previous)
        self._next.clicked.connect(self.find_next)
        self._close.clicked.connect(self.close_bar)
        self._list.hit_chosen.connect(self._go_to)
        self._list.left.connect(self._query.setFocus)
        self.hide()

    # What Qt calls.

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
        """Go from hit to hit with Enter and F3, down into the list, close with Escape."""
        is_backward = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self._step(-1 if is_backward else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() == Qt.Key.Key_Down and self._list.isVisible():
            self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)
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

    def set_open_texts(self, open_texts: Callable[[], tuple[int, Sequence[Searched]]]) -> None:
        """Take what tells which texts are open, and the number of the one that is shown."""
        self._open_texts = open_texts

    def refresh(self) -> None:
        """Look again, since the view shows another text; the reader stays in place."""
        if self._target is not None and not self.isHidden():
            self._origin = self._target.search_origin()
            self._find(go=False)

    def open_bar(self) -> None:
        """Show the bar with what is selected as its query, and take the keyboard."""
        if self._target is None:
            return
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._reader = focus
        self._origin = self._target.search_origin()
        selected = self._target.selected_text()
        if (
            selected
            and "\n" not in selected
            and len(selected) <= LONGEST_PREFILL
            and not self._pattern.isChecked()
        ):
            self._query.setText(selected)
        self.show()
        self._query.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._query.selectAll()
        self._look()

    def close_bar(self) -> None:
        """Hide the bar and its marks; the keyboard goes back to where the reader was."""
        self.stop()
        if self._target is not None:
            self._target.show_hits((), -1)
        self._found = Found()
        self._current = -1
        self._wanted = None
        self._show_list()
        self.hide()
        reader, self._reader = self._reader, None
        if reader is not None and reader.isVisible():
            reader.setFocus()
        elif self._target is not None:
            self._target.setFocus()
        self.closed.emit()

    def stop(self) -> None:
        """Look for no pattern any more."""
        self._looking.stop()

    def find_next(self) -> None:
        """Go to the next hit, after the last one to the first; open the bar if it is hidden."""
        self._step(1)

    def find_previous(self) -> None:
        """Go to the hit before, before the first one to the last."""
        self._step(-1)

    def set_switch(self, kind: Switch, is_on: bool) -> None:
        """Turn a switch, and open the bar in which it can be seen.

        Who asks for the list while the bar is hidden wants to see it; who asks for all texts from
        the text wants to look for something there.
        """
        was_hidden, focus = self.isHidden(), QApplication.focusWidget()
        is_away = was_hidden or focus is None or not self.isAncestorOf(focus)
        if was_hidden or (is_away and kind is Switch.EVERYWHERE):
            self.open_bar()
            is_on = is_on or kind in (Switch.EVERYWHERE, Switch.LIST)
        self._switches[kind].setChecked(is_on)
        self.switched.emit(kind, self._switches[kind].isChecked())

    def is_everywhere(self) -> bool:
        """Whether all open texts are searched."""
        return self._everywhere.isChecked()

    def query(self) -> str:
        """What is looked for."""
        return self._query.text()

    def count_text(self) -> str:
        """How many hits there are, and which one is shown: `3 of 14`."""
        return self._count.text()

    # What is looked for.

    def _look(self) -> None:
        """Find what is typed now, from where the reader was when the bar opened."""
        self._wanted = None
        self._find(go=True)

    def _switch(self, kind: Switch, is_on: bool) -> None:
        self.switched.emit(kind, is_on)
        if kind is Switch.LIST:
            self._show_list()
            # The list takes room from the text, once the window is laid out anew.
            QTimer.singleShot(0, self, self._show_hit_again)
            self._say(tr("All hits are listed") if is_on else tr("The list is closed"))
            return
        if kind is Switch.EVERYWHERE:
            self._name_query(tr("Find in all open texts") if is_on else tr("Find in this cable"))
        self._look()

    def _asked(self) -> Query:
        return Query(
            self._query.text(),
            match_case=self._case.isChecked(),
            whole_word=self._word.isChecked(),
            is_pattern=self._pattern.isChecked(),
        )

    def _places(self) -> tuple[int, Sequence[Searched]]:
        """The texts that are searched, and the number of the one that is shown."""
        if self._everywhere.isChecked() and self._open_texts is not None:
            here, texts = self._open_texts()
            if texts:
                return here, texts
        if self._target is None:
            return 0, ()
        target = self._target
        return 0, (Searched(None, "", target.search_texts(), target.search_label),)

    def _find(self, *, go: bool) -> None:
        """Find what is typed; a pattern is found later."""
        if self._target is None:
            return
        self._goes = go
        self.looked.emit()
        self._looking.look(self._asked(), *self._places())
        if self._looking.is_running():
            self._show_found(Found(), go=False)
            self._count.setText(tr("Searching…"))

    def _tell_failure(self, words: str) -> None:
        self._count.setText("")
        self._tell_trouble(words)
        self._say(words)

    # Where the hits are shown.

    def _take(self, found: Found) -> None:
        self._show_found(found, go=self._goes)

    def _show_found(self, found: Found, *, go: bool) -> None:
        self._found = found
        self._tell_trouble("")
        self._current = found.first_from(*self._origin)
        wanted = self._wanted
        if wanted is not None and found.groups and found.groups[found.here][0].key is wanted.key:
            index = first_hit_from(found.hits, wanted.hit.item, wanted.hit.start)
            self._current = found.number_of(found.here, index) if index >= 0 else self._current
            self._wanted = None
            go = True
        elif self._current < 0 and len(found):
            self._current = found.next_text()
        self._show_list()
        self._show(go=go)

    def _step(self, by: int) -> None:
        if self.isHidden():
            was_at_hit = self._target is not None and bool(self._target.selected_text())
            self.open_bar()
            if not was_at_hit:
                return
        if len(self._found):
            # Where only other texts have hits, the first of them was not gone to yet.
            is_new = self._found.local(self._current) < 0 and by > 0
            self._go_to(self._current if is_new else (self._current + by) % len(self._found))

    def _go_to(self, number: int) -> None:
        """Show a hit, in another text if it stands there."""
        group, index = self._found.place_of(number)
        searched, hits = self._found.groups[group]
        self._current = number
        if group == self._found.here:
            self._origin = hits[index][:2]
            self._show(go=True)
            return
        focus = QApplication.focusWidget()
        self._wanted = Wanted(searched.key, hits[index])
        self.text_wanted.emit(searched.key)
        if focus is not None and self.isAncestorOf(focus):
            focus.setFocus()

    def _show(self, *, go: bool) -> None:
        if self._target is None:
            return
        found = self._found
        self._target.show_hits(found.hits, found.local(self._current) if go else -1)
        words = ""
        if len(found):
            words = tr("{number:,} of {count:,}", number=self._current + 1, count=len(found))
        elif self._query.text():
            words = tr("Not found")
        self._count.setText(words)
        for button in (self._previous, self._next):
            button.setEnabled(bool(len(found)))
        self._list.show_current(self._current)
        if words:
            self._say(tr("Hit {count}", count=words) if len(found) else words)

    def _show_hit_again(self) -> None:
        """Have the current hit in view, if another text is not wanted for it."""
        index = self._found.local(self._current) if len(self._found) else -1
        if self._target is not None and index >= 0:
            self._target.show_hits(self._found.hits, index)

    def _show_list(self) -> None:
        """List what was found, where a list is wanted and there is something to list."""
        had_focus = self._list.hasFocus()
        is_shown = self._listed.isChecked() and len(self._found) > 0
        self._list.show_found(
            self._found if is_shown else Found(), named=self._everywhere.isChecked()
        )
        self._list.setVisible(is_shown)
        self._list.show_current(self._current)
        if had_focus and not is_shown:
            self._query.setFocus()

    def _say(self, words: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._query, words))
