"""The references: what a cable cites, and every place where it mentions that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMargins, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.cable.model import Role
from reader.desktop.models.references import ReferencesModel
from reader.desktop.panels.entries import SIDE, EntryList
from reader.desktop.panels.unread import UnreadLine
from reader.desktop.plain import PlainLabel
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from reader.cable.model import Cable, Mention
    from reader.desktop.models.entries import AnyIndex
    from reader.desktop.models.references import Known
    from reader.desktop.theme import Theme

NOTHING: Final = frozenset({"NONE", "N/A", "NIL", "NOTAL"})
"""What posts write in a REF line that cites nothing."""

LONGEST_QUOTE: Final = 200
"""Characters of a REF line that is quoted because it was not understood."""

LIST_SHARE: Final = 1_000
"""Of the room; what the rows leave is empty."""


class ReferencesPanel(QWidget):
    """Shows what is cited; choosing a mention goes to it."""

    mention_chosen = Signal(object)
    """A Mention to go to."""
    reference_chosen = Signal(object)
    """A Reference whose id or text was chosen."""
    target_chosen = Signal(str)
    """The canonical id of a cable that the text names, and that was chosen."""
    tab_chosen = Signal(object)
    """A Tab whose cable cites this one."""
    copy_wanted = Signal(str)
    """An id that is to be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ReferencesModel()
        self._words = ""
        self._state = PlainLabel(wraps=True)
        self._state.setContentsMargins(SIDE, 4, SIDE, 4)
        self._list = EntryList(self._model, tr("What the cable cites"), self, lines=2)
        self._list.keep_to_rows()
        self._list.entry_chosen.connect(self._choose)
        self._list.selectionModel().currentRowChanged.connect(self._show_buttons)
        self._list.installEventFilter(self)
        self._open = QPushButton(tr("Open"))
        self._open.clicked.connect(lambda: self._choose(self._list.currentIndex()))
        self._copy = QPushButton(tr("Copy id"))
        self._copy.clicked.connect(self._copy_id)
        self.unread = UnreadLine(QMargins(SIDE, 4, SIDE, 6))
        """Says that some of the open texts may cite the cable, and were not read yet."""
        self._foot = QWidget()
        buttons = QHBoxLayout(self._foot)
        buttons.setContentsMargins(SIDE, 4, SIDE, 6)
        buttons.addWidget(self._open)
        buttons.addWidget(self._copy)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._state)
        layout.addWidget(self._list, LIST_SHARE)
        layout.addWidget(self._foot)
        layout.addWidget(self.unread)
        layout.addStretch()
        self.setFocusProxy(self._list)
        self._show_buttons()

    def show_cable(self, cable: Cable | None) -> None:
        """Show what a cable cites and mentions, or nothing."""
        self._model.show_cable(cable)
        self._words = reference_state(cable) if cable else ""
        self._tell(self._words)
        self._show_buttons()

    def show_known(self, known: Known) -> None:
        """Say of each cited cable whether it can be opened, and which open ones cite this."""
        current = self._list.currentIndex().row()
        self._model.show_known(known)
        if current >= 0 and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._model.index(current))
        found, count = self._model.count_found(known)
        here = tr("{found} of {count} found here", found=found, count=count)
        is_known = bool(count) and not known.is_looking
        self._tell(f"{self._words}\n{here}" if is_known else self._words)
        self._show_buttons()

    def _tell(self, words: str) -> None:
        self._state.setText(words)
        self._state.setVisible(bool(words))
        self._list.setAccessibleDescription(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Copy the id of the entry with the key that copies elsewhere."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() is QEvent.Type.KeyPress:
                self._copy_id()
                return True
        return super().eventFilter(watched, event)

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
        elif row.tab is not None:
            self.tab_chosen.emit(row.tab)
        elif row.reference is not None:
            self.reference_chosen.emit(row.reference)
        elif row.target:
            self.target_chosen.emit(row.target)

    def _show_buttons(self) -> None:
        """Offer what can be done with the entry at which the keyboard is."""
        row = self._model.row_at(self._list.currentIndex())
        target = self._target()
        is_head = row is not None and row.mention is None
        self._open.setEnabled(is_head and bool(target or (row and row.tab)))
        self._copy.setEnabled(bool(target))
        self._foot.setVisible(any(row.target or row.tab for row in self._model.rows()))

    def _target(self) -> str:
        """The id of the entry at which the keyboard is: its own, or of what is mentioned there."""
        row = self._model.row_at(self._list.currentIndex())
        if row is None:
            return ""
        if row.mention is not None:
            return row.mention.target or (row.reference.target or "" if row.reference else "")
        return row.target

    def _copy_id(self) -> None:
        target = self._target()
        if target:
            self.copy_wanted.emit(target)


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
