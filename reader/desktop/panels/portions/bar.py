"""The bar above the text with a check box for each marking of the cable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.cable.explanations.portions import Portion, filter_words, portions_of
from reader.desktop.plain import PlainLabel, action_text
from reader.desktop.theme import LIGHT
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QPaintEvent

    from reader.cable.model import Cable
    from reader.desktop.theme import Theme

A_ROW: Final = 5
"""Check boxes beside each other."""

TITLE_ROOM: Final = 32
"""Average letters of the title on one line; a longer one is broken."""


class PortionBar(QWidget):
    """Asks which markings are shown, and says what is not."""

    filter_changed = Signal()
    """Other markings are to be dimmed or hidden."""
    left = Signal()
    """The bar was closed; every paragraph is shown again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cable: Cable | None = None
        self._theme = LIGHT
        self._is_source = False
        self._boxes: list[tuple[Portion, QCheckBox]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._state = PlainLabel(wraps=True)
        self._way = QComboBox()
        self._way.addItems([tr("Hide the others"), tr("Dim the others")])
        self._way.setAccessibleName(tr("What is done with the others"))
        self._way.currentIndexChanged.connect(self._change)
        self._close = QPushButton(tr("Show every paragraph"))
        self._close.clicked.connect(self.close_bar)
        title = PlainLabel(tr("Show paragraphs marked"), wraps=True)
        letters = title.fontMetrics()
        letter = letters.averageCharWidth()
        room = letters.horizontalAdvance(title.text()) + letter
        title.setMinimumWidth(min(room, TITLE_ROOM * letter))
        title.setMinimumHeight(self._way.sizeHint().height())
        choices = QHBoxLayout()
        choices.setSpacing(14)
        choices.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
        choices.addLayout(self._grid)
        choices.addStretch(1)
        choices.addWidget(self._way, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.addWidget(self._state, 1)
        foot.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(4)
        layout.addLayout(choices)
        layout.addLayout(foot)
        self.setAccessibleName(tr("Paragraphs by marking"))
        self.hide()

    def show_cable(
        self, cable: Cable | None, markings: Collection[str] = (), *, is_hiding: bool = True
    ) -> None:
        """Offer the markings of another cable; those given are not wanted."""
        self._cable = cable
        for _, box in self._boxes:
            self._grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = []
        self._way.blockSignals(True)
        self._way.setCurrentIndex(0 if is_hiding else 1)
        self._way.blockSignals(False)
        for number, portion in enumerate(portions_of(cable) if cable else ()):
            words = tr("{marking} {count}", marking=portion.words(), count=portion.paragraphs)
            box = QCheckBox(action_text(words))
            box.setChecked(portion.marking not in markings)
            box.toggled.connect(self._change)
            self._boxes.append((portion, box))
            self._grid.addWidget(box, number // A_ROW, number % A_ROW)
        self._tell()

    def show_source(self, *, is_source: bool) -> None:
        """Say what becomes of paragraphs in the text as received while that is in front."""
        self._is_source = is_source
        self._tell()

    def open_bar(self) -> None:
        """Show the bar and take the keyboard to the first marking."""
        self.show()
        if self._boxes:
            self._boxes[0][1].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        """Show every paragraph, and go."""
        for _, box in self._boxes:
            box.setChecked(True)
        self.hide()
        self.left.emit()

    def markings(self) -> frozenset[str]:
        """The markings that are not wanted."""
        return frozenset(portion.marking for portion, box in self._boxes if not box.isChecked())

    def is_hiding(self) -> bool:
        """Whether what is not wanted is hidden, rather than dimmed."""
        return self._way.currentIndex() == 0

    def words(self) -> str:
        """What is dimmed or hidden."""
        return self._state.text()

    def _change(self) -> None:
        self._tell()
        self.filter_changed.emit()

    def _tell(self) -> None:
        if self._cable is not None:
            words = filter_words(self._cable, self.markings(), is_hidden=self.is_hiding())
            if self._is_source and self.is_hiding() and self.markings():
                words = tr("{words}; in the text as received they are dimmed", words=words)
            self._state.setText(words)
            self._state.setAccessibleName(words)

    # How it is shown.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """A hairline between the bar and the text."""
        painter = QPainter(self)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), QColor(self._theme.rule))
        painter.end()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()
