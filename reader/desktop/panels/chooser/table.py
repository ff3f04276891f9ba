"""The table of cables: a row each, as many columns as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from reader.desktop.models.cables import COLUMNS
from reader.desktop.panels.chooser.cells import CHIP_SIDE, CHIP_SIZE, SIDE, CableDelegate, Titles
from reader.desktop.panels.page.quiet import quieten
from reader.desktop.panels.page.scroll_marks import ScrollMarks
from reader.desktop.theme import LIGHT
from reader.intake.rows import Column
from reader.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from reader.desktop.models.cables import CablesModel
    from reader.desktop.theme import Theme

# The words that a column has room for; the subject has the rest.
WIDEST: Final = {
    Column.REFERENCE_ID: "09PORTAUPRINCE1234",
    Column.SENT: "2009-03-02 04:36",
    Column.ORIGINATOR: "Embassy Port-au-Prince",
    Column.CLASSIFICATION: "CONFIDENTIAL//NOFORN",
}
LONGEST_MARKING: Final = "UNCLASSIFIED//FOR OFFICIAL USE ONLY"
"""What the column of the classification has room for where the subject has plenty."""
SUBJECT_ROOM: Final = 34
"""Letters of the subject for which other columns make way."""
PLENTY: Final = 2 * SUBJECT_ROOM
MAKING_WAY: Final = (Column.ORIGINATOR, Column.SENT, Column.CLASSIFICATION)


class CableTable(QTableView):
    """The cables of a list; a row is opened by two clicks, or with Enter."""

    row_chosen = Signal(QModelIndex)
    row_opened_behind = Signal(QModelIndex)
    """A row was clicked with the middle button or with Ctrl held, or Ctrl+Enter was pressed."""
    typed = Signal(str)
    """A letter was typed, which belongs into the filter."""
    left = Signal()
    """The reader goes back to the filter: Escape, or Up in the first row."""

    def __init__(self, model: CablesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cables = model
        self._delegate = CableDelegate(self, model)
        self.setItemDelegate(self._delegate)
        self._titles = Titles(self)
        self.setHorizontalHeader(self._titles)
        self.setModel(model)
        self.setAccessibleName(tr("Cables"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # By pixels, Qt would add up the heights of all rows; by rows it counts them.
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        self._slider = ScrollMarks(self.verticalScrollBar())
        quieten(self)
        self.doubleClicked.connect(self.row_chosen)
        self.set_theme(LIGHT)
        self._fit()

    def row_height(self) -> int:
        """Pixels of each row."""
        return round(self.fontMetrics().height() * 1.75)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._delegate.theme = theme
        self._slider.set_theme(theme, theme.base)
        self._titles.set_theme(theme)
        self.viewport().update()

    # What Qt calls.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint in one go: a worker would be waited for at each cell, were Qt to ask for it."""
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their room."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, go back with Escape and Up, hand letters to the filter."""
        key, words = event.key(), event.text()
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            is_behind = held == Qt.KeyboardModifier.ControlModifier
            (self.row_opened_behind if is_behind else self.row_chosen).emit(self.currentIndex())
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and self.currentIndex().row() <= 0):
            self.left.emit()
        elif words and words.isprintable() and not words.isspace() and not held:
            self.typed.emit(words)
        elif key == Qt.Key.Key_Home:
            self.scrollToTop()
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.go_to(self.cables.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave the buttons at the side of the mouse to the window."""
        if event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open behind the list what was clicked with the middle button, or with Ctrl held."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_with_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        is_left = event.button() is Qt.MouseButton.LeftButton
        is_middle = event.button() is Qt.MouseButton.MiddleButton
        if index.isValid() and (is_middle or (is_left and is_with_ctrl)):
            self.row_opened_behind.emit(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the whole row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: object) -> None:
        """Mark none."""
        super().leaveEvent(event)  # type: ignore[arg-type]
        self._hover(-1)

    def go_to(self, place: int) -> None:
        """Have the keyboard's row be this one, and show it."""
        if 0 <= place < self.cables.rowCount():
            index = self.cables.index(place, 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def _fit(self) -> None:
        """Share the width: the subject has what the others leave, and some make way for it."""
        letter = self.fontMetrics().averageCharWidth()
        room = self.viewport().width()
        widths = {column: self._width(column, words) for column, words in WIDEST.items()}
        for column in MAKING_WAY:
            if room - sum(widths.values()) >= SUBJECT_ROOM * letter:
                break
            del widths[column]
        wider = widths | {
            Column.CLASSIFICATION: self._width(Column.CLASSIFICATION, LONGEST_MARKING)
        }
        if len(wider) == len(widths) and room - sum(wider.values()) >= PLENTY * letter:
            widths = wider
        for place, column in enumerate(COLUMNS):
            is_shown = column in widths or column is Column.SUBJECT
            self.setColumnHidden(place, not is_shown)
            if is_shown:
                self.setColumnWidth(place, widths.get(column, room - sum(widths.values())))
        rows = self.verticalHeader()
        if rows.defaultSectionSize() != self.row_height():
            rows.setDefaultSectionSize(self.row_height())

    def _width(self, column: Column, words: str) -> int:
        """Pixels of a column that has room for some words."""
        font = QFont(self.font())
        extra = 2 * SIDE + 2
        if column is Column.REFERENCE_ID:
            font.setBold(True)
        elif column is Column.CLASSIFICATION:
            font.setPointSizeF(font.pointSizeF() * CHIP_SIZE)
            extra += 2 * CHIP_SIDE
        return QFontMetrics(font).horizontalAdvance(words) + extra
