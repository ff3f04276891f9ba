"""What unfolds below the header: every addressee, the header as received, the remarks.

An item of the header is explained there too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from reader.cable.explanations.remarks import remarks_of
from reader.cable.explanations.topics import explain
from reader.desktop.models.entries import Entry, EntryModel
from reader.desktop.notices import announce
from reader.desktop.panels.entries import EntryList
from reader.desktop.panels.header.card import ExplanationCard
from reader.desktop.panels.header.rows import addressee_rows
from reader.desktop.panels.header.words import header_text
from reader.desktop.panels.page.quiet import quieten
from reader.desktop.plain import show_tooltip
from reader.desktop.theme import LIGHT, monospace_font
from reader.translation import tr

if TYPE_CHECKING:
    from reader.cable.explanations.explanation import Explanation
    from reader.cable.model import Cable, Problem
    from reader.desktop.models.entries import AnyIndex
    from reader.desktop.theme import Theme

MOST_LINES: Final = 12
"""A drawer is at most as tall as so many lines; what is longer scrolls in it."""


class Drawers(QWidget):
    """At most one drawer is open; each is made when it is first opened."""

    remark_chosen = Signal(object)
    place_wanted = Signal(object)
    """A Span of the text as received."""
    closed = Signal()
    """The card with an explanation is to be closed."""

    def __init__(self) -> None:
        super().__init__()
        self._cable: Cable | None = None
        self._theme = LIGHT
        self._remarks: EntryModel[Problem] = EntryModel()
        self._drawer: QWidget | None = None
        self._name = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 4, 0, 4)
        self.hide()

    def show_cable(self, cable: Cable | None) -> None:
        """Have the drawers of another cable, all of them closed."""
        self.open("")
        self._cable = cable

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        if isinstance(self._drawer, (EntryList, ExplanationCard)):
            self._drawer.set_theme(theme)

    def open(self, name: str) -> None:
        """Open `addressees`, `raw`, `remarks` or `explanation`, or none with an empty name."""
        if name == self._name:
            return
        self._name = name
        if self._drawer is not None:
            self._layout.removeWidget(self._drawer)
            self._drawer.hide()
            self._drawer.deleteLater()
            self._drawer = None
        if name and self._cable is not None:
            self._fill(name, self._cable)
        self.setVisible(self._drawer is not None)

    def is_explaining(self) -> bool:
        """Whether the card with an explanation is open."""
        return isinstance(self._drawer, ExplanationCard)

    def explain(self, explanation: Explanation) -> None:
        """Show an explanation on a card that stays."""
        self.open("explanation")
        if isinstance(self._drawer, ExplanationCard):
            self._drawer.show_explanation(explanation)

    def _fill(self, name: str, cable: Cable) -> None:
        if name == "raw":
            self._take(_raw_text(cable))
        elif name == "explanation":
            card = ExplanationCard(self)
            card.set_theme(self._theme)
            card.place_wanted.connect(self.place_wanted)
            card.closed.connect(self.closed)
            self._take(card)
        else:
            drawer = self._addressees(cable) if name == "addressees" else self._remark_list(cable)
            drawer.set_theme(self._theme)
            drawer.fit(MOST_LINES)
            self._take(drawer)

    def _take(self, drawer: QWidget) -> None:
        self._drawer = drawer
        self._layout.addWidget(drawer)
        self.setFocusProxy(drawer)

    def _addressees(self, cable: Cable) -> EntryList:
        model: EntryModel[tuple[str, int]] = EntryModel()
        rows, entries = addressee_rows(cable)
        model.show_rows(rows, entries)
        drawer = EntryList(model, tr("Addressees, and how it was sent"), self)
        drawer.installEventFilter(self)
        return drawer

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Explain the row with the keyboard with F1, for which the window has another use."""
        is_f1 = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F1
        if not is_f1 or not isinstance(watched, EntryList) or self._cable is None:
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() is QEvent.Type.KeyPress:
            index = watched.currentIndex()
            model = watched.model()
            row = model.row_at(index) if isinstance(model, EntryModel) else None
            if row is not None and row[0]:
                words = explain(self._cable, *row).words()
                show_tooltip(watched.viewport(), words, watched.visualRect(index))
                announce(watched, words)
        return True

    def _remark_list(self, cable: Cable) -> EntryList:
        remarks = remarks_of(cable)
        self._remarks.show_rows(
            (remark.problem for remark in remarks),
            (
                Entry(
                    remark.problem.message,
                    details=(" · ".join(part for part in (remark.kind, remark.place) if part),),
                )
                for remark in remarks
            ),
        )
        drawer = EntryList(self._remarks, tr("Remarks"), self, lines=4)
        drawer.setCurrentIndex(self._remarks.index(0))
        drawer.entry_chosen.connect(self._choose)
        return drawer

    def _choose(self, index: AnyIndex) -> None:
        problem = self._remarks.row_at(index)
        if problem is not None:
            self.remark_chosen.emit(problem)


def _raw_text(cable: Cable) -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setFrameShape(QFrame.Shape.NoFrame)
    quieten(text)
    text.setFont(monospace_font(90))
    text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    text.setAccessibleName(tr("Header as received"))
    text.setPlainText(header_text(cable))
    lines = min(text.blockCount(), MOST_LINES) + 1
    text.setFixedHeight(lines * QFontMetrics(text.font()).lineSpacing() + 8)
    return text
