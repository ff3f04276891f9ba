"""The marks that were found, or in their place the words that say why there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.desktop.models.notebook import NotebookModel
from reader.desktop.panels.entries.letters import SIDE
from reader.desktop.panels.notebook.rows import MarkList
from reader.desktop.plain import PlainLabel
from reader.desktop.theme import colour_words
from reader.translation import tr

if TYPE_CHECKING:
    from reader.desktop.theme import Theme
    from reader.store.marks import Mark

NO_MARKS: Final = (
    "There are no marks yet.\n\nIn the text of a cable, press {bookmark} to bookmark a paragraph, "
    "or select words and press {highlight} to highlight them. Whatever you mark in any cable is "
    "listed here."
)
NO_MARKS_WITHOUT_KEYS: Final = (
    "There are no marks yet.\n\nIn the text of a cable, click beside a paragraph to bookmark it, "
    "or select words and highlight them with the menu Bookmarks. Whatever you mark in any cable is "
    "listed here."
)
NONE_FOUND: Final = "No mark is like that. Try fewer words, or clear what is asked for."

USUAL_KEYS: Final = ("b", "h")
"""Those that bookmark and highlight."""


class Listing(QStackedWidget):
    """Lists marks; where there are none it says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = NotebookModel()
        self.list = MarkList(self.model)
        self._keys = USUAL_KEYS
        self._state = PlainLabel(wraps=True)
        self._state.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._state.setContentsMargins(SIDE * 2, SIDE * 2, SIDE * 2, SIDE)
        self.addWidget(self.list)
        self.addWidget(self._state)
        self.say(tr("Reading…"))

    def show_list(self) -> None:
        """Show the marks."""
        self.setCurrentWidget(self.list)

    def say(self, words: str) -> None:
        """Say something instead."""
        self._state.setText(words)
        self.setCurrentWidget(self._state)

    def say_none(self, *, is_asking: bool) -> None:
        """Say that there is no such mark, or that there is none at all and how one is made."""
        bookmark, highlight = self._keys
        if is_asking:
            self.say(tr(NONE_FOUND))
        elif bookmark and highlight:
            self.say(tr(NO_MARKS, bookmark=bookmark, highlight=highlight))
        else:
            self.say(tr(NO_MARKS_WITHOUT_KEYS))

    def show_keys(self, bookmark: str, highlight: str) -> None:
        """Name these keys where there are no marks; empty where there are none."""
        self._keys = bookmark, highlight

    def words(self) -> str:
        """What is said instead of a list, if anything."""
        return self._state.text() if self.currentWidget() is self._state else ""

    def titles(self) -> list[str]:
        """The titles of the marks that are listed and known, in order."""
        return [self.model.index(row).data() for row in range(self.model.rowCount())]

    def selected(self) -> list[Mark]:
        """The marks that are selected in the list."""
        marks = (self.model.mark_at(row) for row in self.list.selected_rows())
        return [mark for mark in marks if mark is not None]

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.list.set_theme(theme)
        colour_words(self._state, theme.muted)
