"""What unfolds below the header: every addressee, the header as received, the remarks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from reader.cable.model import NOWHERE
from reader.desktop.models.entries import Entry, EntryModel
from reader.desktop.panels.entries import EntryList
from reader.desktop.panels.header.words import addressee_words, header_text, post_name
from reader.desktop.theme import LIGHT, monospace_font
from reader.translation import tr

if TYPE_CHECKING:
    from reader.cable.model import Addressee, Cable, Problem
    from reader.desktop.models.entries import AnyIndex
    from reader.desktop.theme import Theme

MOST_LINES: Final = 12
"""A drawer is at most as tall as so many lines; what is longer scrolls in it."""


class Drawers(QWidget):
    """At most one drawer is open; each is made when it is first opened."""

    remark_chosen = Signal(object)

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
        if isinstance(self._drawer, EntryList):
            self._drawer.set_theme(theme)

    def open(self, name: str) -> None:
        """Open the drawer `addressees`, `raw` or `remarks`, or none with an empty name."""
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

    def _fill(self, name: str, cable: Cable) -> None:
        if name == "raw":
            self._take(_raw_text(cable))
            return
        drawer = self._addressees(cable) if name == "addressees" else self._remark_list(cable)
        drawer.set_theme(self._theme)
        drawer.fit(MOST_LINES)
        self._take(drawer)

    def _take(self, drawer: QWidget) -> None:
        self._drawer = drawer
        self._layout.addWidget(drawer)
        self.setFocusProxy(drawer)

    def _addressees(self, cable: Cable) -> EntryList:
        header = cable.header
        model: EntryModel[Addressee] = EntryModel()
        everyone = [(tr("To"), each) for each in header.action] + [
            (tr("Info"), each) for each in header.info
        ]
        entries = [
            Entry(
                post_name(addressee.name),
                lead=lead,
                details=addressee_words(addressee),
                spoken=f"{lead} {addressee.name}, {', '.join(addressee_words(addressee))}",
            )
            for lead, addressee in everyone
        ]
        model.show_rows((each for _, each in everyone), entries)
        return EntryList(model, tr("Addressees"), self)

    def _remark_list(self, cable: Cable) -> EntryList:
        self._remarks.show_rows(
            cable.problems,
            (
                Entry(
                    problem.message,
                    details=() if problem.span == NOWHERE else (tr("Show the place"),),
                )
                for problem in cable.problems
            ),
        )
        drawer = EntryList(self._remarks, tr("Remarks"), self, lines=4)
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
    text.setFont(monospace_font(90))
    text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    text.setAccessibleName(tr("Header as received"))
    text.setPlainText(header_text(cable))
    lines = min(text.blockCount(), MOST_LINES) + 1
    text.setFixedHeight(lines * QFontMetrics(text.font()).lineSpacing() + 8)
    return text
