"""The list of a cable's acronyms; choosing one goes from place to place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.desktop.models.entries import Entry, EntryModel
from reader.desktop.panels.entries import SIDE, EntryList
from reader.desktop.plain import PlainLabel
from reader.desktop.theme import colour_words
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reader.cable.explanations.glossary import Term
    from reader.desktop.models.entries import AnyIndex
    from reader.desktop.theme import Theme

MOST_LINES: Final = 3
"""Lines of a meaning; hover tells the rest."""


class GlossaryPanel(QWidget):
    """Shows the acronyms of a cable."""

    place_chosen = Signal(int, int, int)
    """Where a term stands: ordinal, offset, length."""
    marking_wanted = Signal(bool)
    """Whether the acronyms are to be marked in the text."""
    next_wanted = Signal()
    """The next acronym in the text is to be explained."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: EntryModel[Term] = EntryModel()
        self._next: dict[str, int] = {}
        """Which place of a term comes next."""
        self._state = PlainLabel(wraps=True)
        self._state.setContentsMargins(SIDE, 6, SIDE, 4)
        self._list = EntryList(self._model, tr("Glossary of this cable"), self, lines=MOST_LINES)
        self._list.entry_chosen.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._state)
        layout.addWidget(self._list, 1)
        self.setFocusProxy(self._list)

    def show_terms(self, terms: tuple[Term, ...]) -> None:
        """Show the acronyms of another cable."""
        self._next = {}
        self._model.show_rows(terms, map(term_entry, terms))
        words = tr_count("Glossary: {count} acronym", "Glossary: {count} acronyms", len(terms))
        self._say(words if terms else tr("Glossary: no acronyms in this text"))

    def show_waiting(self) -> None:
        """Say that a long text is being gone through."""
        self._model.show_rows((), ())
        self._say(tr("Glossary: the text is being gone through…"))

    def state(self) -> str:
        """What is said above the list."""
        return self._state.text()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._list.set_theme(theme)
        colour_words(self._state, theme.muted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep all lines of what is said: a splitter does not ask how high they are."""
        super().resizeEvent(event)
        self._keep_lines()

    def _keep_lines(self) -> None:
        self._state.setMinimumHeight(max(self._state.heightForWidth(self.width()), 0))

    def _say(self, words: str) -> None:
        self._state.setText(words)
        self._keep_lines()
        self._list.setAccessibleDescription(words)

    def _choose(self, index: AnyIndex) -> None:
        """Go to the first place of a term; chosen again, to the next."""
        term = self._model.row_at(index)
        if term is None:
            return
        number = self._next.get(term.word, 0)
        self._next[term.word] = (number + 1) % len(term.places)
        ordinal, start, end = term.places[number]
        self.place_chosen.emit(ordinal, start, end - start)


def meaning_words(term: Term) -> str:
    """What a term stands for, or that nobody says."""
    return term.meaning or tr("not in the glossary")


def term_words(term: Term) -> str:
    """A term with its meaning and who says so, on one line."""
    words = f"{term.word}: {meaning_words(term)}"
    return tr("{words}, as this cable says", words=words) if term.is_own else words


def term_entry(term: Term) -> Entry:
    """A term as a list shows it."""
    count = len(term.places)
    times = tr("once") if count == 1 else tr_count("{count} time", "{count} times", count)
    details = tr("{times}, as this cable says", times=times) if term.is_own else times
    return Entry(meaning_words(term), lead=term.word, details=(details,))
