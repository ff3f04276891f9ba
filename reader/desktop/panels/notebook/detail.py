"""The mark at which the reader is in the notebook: its words, and what was written on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.cable.titles import title_case
from reader.desktop.models.entries import first_words
from reader.desktop.panels.marks.fields import MarkFields
from reader.desktop.plain import PlainLabel
from reader.desktop.session.marking.telling import mark_place
from reader.desktop.session.notice import cable_name
from reader.desktop.theme import colour_words
from reader.paths import shown_path
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from reader.desktop.theme import Theme
    from reader.store.marks import Colour, Mark

LONGEST_QUOTE: Final = 300
"""Characters of a mark's words that are quoted."""


class Detail(QWidget):
    """Shows a mark, to be read and edited in place; what was written is kept when it is left."""

    kept = Signal(object, object)
    """The Mark as it is now, and as it was."""
    go_wanted = Signal(object)
    delete_wanted = Signal(object)
    cable_wanted = Signal(str)
    left = Signal()
    """The reader goes back to the list: Escape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cable = PlainLabel(wraps=True)
        self._place = PlainLabel(wraps=True)
        self._quote = PlainLabel(wraps=True)
        self.fields = MarkFields()
        self._go = QPushButton(tr("&Go to the place"))
        self._delete = QPushButton(tr("&Delete"))
        self._build()
        self.fields.edited.connect(self.keep)
        self.fields.cable_wanted.connect(self.cable_wanted)
        self._go.clicked.connect(lambda: self._hand_over(self.go_wanted.emit))
        self._delete.clicked.connect(lambda: self._hand_over(self.delete_wanted.emit))
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, call in (
            ("Ctrl+Return", self._save),
            ("Ctrl+Enter", self._save),
            # What was written is kept, and can be undone.
            ("Escape", self._save),
        ):
            QShortcut(QKeySequence(keys), self, context=context).activated.connect(call)

    def _build(self) -> None:
        font = self._cable.font()
        font.setBold(True)
        self._cable.setFont(font)
        self._quote.make_selectable()
        self._quote.setAccessibleName(tr("The marked words"))
        buttons = QHBoxLayout()
        buttons.addWidget(self._go)
        buttons.addWidget(self._delete)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(self._cable)
        layout.addWidget(self._place)
        layout.addWidget(self._quote)
        layout.addWidget(self.fields, 1)
        layout.addLayout(buttons)
        self.setFocusProxy(self.fields)

    def show_mark(self, mark: Mark, names: Mapping[Colour, str], labels: Iterable[str]) -> None:
        """Show a mark; one that is being written on stays as it is while it is the same."""
        base = self.fields.base()
        is_same = base is not None and base.id == mark.id
        is_busy = self.fields.is_being_written() and (self.fields.is_changed() or base == mark)
        if is_same and is_busy:
            return
        title = title_case(mark.title)
        name = cable_name(mark)
        self._cable.setText(shown_path(name))
        place = mark_place(mark)
        # A cable without an id is called by its title already.
        has_title = title and mark.anchor.canonical_id is not None
        self._place.setText(f"{place} · {first_words(shown_path(title))}" if has_title else place)
        words = mark.anchor.exact
        cut = f"{words[:LONGEST_QUOTE]}…" if len(words) > LONGEST_QUOTE else words
        self._quote.setText(f"“{shown_path(' '.join(cut.split()))}”")
        self.fields.show_mark(mark, names, labels, is_read=True)

    def keep(self) -> None:
        """Have what was written kept, if it is anything new."""
        mark, base = self.fields.mark(), self.fields.base()
        if mark is not None and base is not None and mark is not base:
            self.fields.rebase(mark)
            self.kept.emit(mark, base)

    def note_unsaved(self, base: Mark) -> None:
        """What was written could not be saved: it stays here, to be kept another time."""
        shown = self.fields.base()
        if shown is not None and shown.id == base.id:
            self.fields.unbase(base)

    def write_note(self) -> None:
        """Take the keyboard to the note."""
        self.fields.write_note()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.fields.set_theme(theme)
        colour_words(self._place, theme.muted)

    def _save(self) -> None:
        self.keep()
        self.left.emit()

    def _hand_over(self, tell: Callable[[Mark], object]) -> None:
        self.keep()
        base = self.fields.base()
        if base is not None:
            tell(base)
