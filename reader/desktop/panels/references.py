"""The references: what a cable cites, and every place where it mentions that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.cable.model import Role
from reader.desktop.models.references import ReferencesModel
from reader.desktop.panels.entries import SIDE, EntryList
from reader.desktop.plain import PlainLabel
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from reader.cable.model import Cable, Mention
    from reader.desktop.models.entries import AnyIndex
    from reader.desktop.theme import Theme

NOTHING: Final = frozenset({"NONE", "N/A", "NIL", "NOTAL"})
"""What posts write in a REF line that cites nothing."""

LONGEST_QUOTE: Final = 200
"""Characters of a REF line that is quoted because it was not understood."""


class ReferencesPanel(QWidget):
    """Shows what is cited; choosing a mention goes to it."""

    mention_chosen = Signal(object)
    """A Mention to go to."""
    reference_chosen = Signal(object)
    """A Reference whose id or text was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ReferencesModel()
        self._state = PlainLabel(wraps=True)
        self._state.setContentsMargins(SIDE, 4, SIDE, 4)
        self._list = EntryList(self._model, tr("What the cable cites"), self, lines=2)
        self._list.entry_chosen.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._state)
        layout.addWidget(self._list, 1)
        self.setFocusProxy(self._list)

    def show_cable(self, cable: Cable | None) -> None:
        """Show what a cable cites and mentions, or nothing."""
        self._model.show_cable(cable)
        words = reference_state(cable) if cable else ""
        self._state.setText(words)
        self._state.setVisible(bool(words))
        self._list.setAccessibleDescription(words)

    def show_mention(self, mention: Mention) -> None:
        """Show a mention among the others, below what it names, and take the keyboard there."""
        for row, cited in enumerate(self._model.rows()):
            if cited.mention is mention:
                index = self._model.index(row)
                self._list.setCurrentIndex(index)
                self._list.scrollTo(index)
                self._list.setFocus()
                return

    def state(self) -> str:
        """What is said of the REF line as a whole."""
        return self._state.text()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._list.set_theme(theme)

    def _choose(self, index: AnyIndex) -> None:
        row = self._model.row_at(index)
        if row is None:
            return
        if row.mention is not None:
            self.mention_chosen.emit(row.mention)
        elif row.reference is not None:
            self.reference_chosen.emit(row.reference)


def reference_state(cable: Cable) -> str:
    """What there is to say of the REF line as a whole: none, not understood, or so many items."""
    count = len(cable.header.references)
    if count:
        times = len(cable.mentions)
        cited = tr_count("{count} item cited", "{count} items cited", count)
        return tr("{cited}, {mentioned} in the text", cited=cited, mentioned=_times(times))
    spans = cable.spans_of(Role.REFERENCES)
    if not spans:
        return tr("This cable has no REF line.")
    text = " ".join(cable.text[spans[0].start : spans[-1].end].split())[:LONGEST_QUOTE]
    if text.upper().removeprefix("REFS").removeprefix("REF").strip(" :.") in NOTHING:
        return tr("The REF line cites nothing: {text}", text=text)
    return tr("The REF line was not understood: {text}", text=text)


def _times(count: int) -> str:
    if count == 0:
        return tr("not mentioned")
    return tr_count("mentioned once", "mentioned {count} times", count)
