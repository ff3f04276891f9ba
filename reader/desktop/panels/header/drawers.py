"""What unfolds below the header: every addressee, the header as received, the remarks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from reader.cable.model import NOWHERE
from reader.desktop.models import Entry, EntryModel
from reader.desktop.panels.entries import EntryList
from reader.desktop.panels.header.words import addressee_words, header_text, post_name
from reader.desktop.theme import LIGHT, monospace_font

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.cable.model import Cable
    from reader.desktop.models import AnyIndex
    from reader.desktop.panels.header.labels import DrawerButton
    from reader.desktop.theme import Theme

MOST_LINES: Final = 12
"""A drawer is at most as tall as so many lines; what is longer scrolls in it."""


class Drawers(QWidget):
    """At most one drawer is open; each is made when it is first opened."""

    remark_chosen = Signal(object)

    def __init__(self, buttons: Mapping[str, DrawerButton]) -> None:
        super().__init__()
        self._buttons = buttons
        self._cable: Cable | None = None
        self._theme = LIGHT
        self._remarks: EntryModel[object] | None = None
        self._drawer: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 4, 0, 4)
        self.hide()
        for name, button in buttons.items():
            button.toggled.connect(lambda is_open, name=name: self._turn(name, is_open))

    def show_cable(self, cable: Cable | None) -> None:
        """Have the drawers of another cable, all of them closed."""
        self.fold()
        self._cable = cable

    def fold(self) -> None:
        """Close the drawer that is open."""
        for button in self._buttons.values():
            button.setChecked(False)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        if isinstance(self._drawer, EntryList):
            self._drawer.set_theme(theme)

    def _turn(self, name: str, is_open: bool) -> None:
        if not is_open:
            if not any(button.isChecked() for button in self._buttons.values()):
                self._close()
            return
        for other, button in self._buttons.items():
            if other != name:
                button.setChecked(False)
        self._close()
        if self._cable is not None:
            self._open(name, self._cable)

    def _close(self) -> None:
        if self._drawer is not None:
            self._layout.removeWidget(self._drawer)
            self._drawer.hide()
            self._drawer.deleteLater()
            self._drawer = None
        self.hide()

    def _open(self, name: str, cable: Cable) -> None:
        drawer: QPlainTextEdit | EntryList
        if name == "raw":
            drawer = _raw_text(cable)
            metrics = QFontMetrics(drawer.font())
            lines = min(drawer.blockCount(), MOST_LINES) + 1
            drawer.setFixedHeight(lines * metrics.lineSpacing() + 8)
        else:
            drawer = self._addressees(cable) if name == "addressees" else self._remark_list(cable)
            drawer.set_theme(self._theme)
            drawer.fit(MOST_LINES)
        self._drawer = drawer
        self._layout.addWidget(drawer)
        self.setFocusProxy(drawer)
        self.show()

    def _addressees(self, cable: Cable) -> EntryList:
        header = cable.header
        model: EntryModel[object] = EntryModel()
        everyone = [("To", each) for each in header.action] + [
            ("Info", each) for each in header.info
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
        return EntryList(model, "Addressees", self)

    def _remark_list(self, cable: Cable) -> EntryList:
        self._remarks = EntryModel()
        self._remarks.show_rows(
            cable.problems,
            (
                Entry(
                    problem.message,
                    details=() if problem.span == NOWHERE else ("Show the place",),
                )
                for problem in cable.problems
            ),
        )
        drawer = EntryList(self._remarks, "Remarks", self, lines=4)
        drawer.entry_chosen.connect(self._choose)
        return drawer

    def _choose(self, index: AnyIndex) -> None:
        problem = self._remarks.row_at(index) if self._remarks is not None else None
        if problem is not None:
            self.remark_chosen.emit(problem)


def _raw_text(cable: Cable) -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setFrameShape(QFrame.Shape.NoFrame)
    text.setFont(monospace_font(90))
    text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    text.setAccessibleName("Header as received")
    text.setPlainText(header_text(cable))
    return text
