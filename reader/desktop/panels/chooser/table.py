"""The table of cables: a row each, the words of its cells elided, its classification a chip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reader.cable.model import Classification
from reader.desktop.models.cables import COLUMNS, row_words
from reader.desktop.panels.page.scroll_marks import ScrollMarks
from reader.desktop.theme import LIGHT
from reader.intake.rows import Column

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from reader.desktop.models.cables import CablesModel
    from reader.desktop.theme import Theme

SIDE: Final = 10
"""Pixels between the edge of a cell and its words."""

# Letters that a column has room for; the subject has the rest.
WIDTHS: Final = {
    Column.REFERENCE_ID: 19,
    Column.SENT: 19,
    Column.ORIGINATOR: 26,
    Column.CLASSIFICATION: 25,
}
SUBJECT_ROOM: Final = 34
"""Letters of the subject for which other columns make way."""
MAKING_WAY: Final = (Column.ORIGINATOR, Column.SENT, Column.CLASSIFICATION)

# By how a marking begins: SECRET//NOFORN, CONFIDENTIAL, UNCLASSIFIED//FOR OFFICIAL USE ONLY.
MARKINGS: Final = tuple((each.value, each) for each in Classification)


class CableDelegate(QStyledItemDelegate):
    """Paints the cells of the table."""

    def __init__(self, view: CableTable) -> None:
        super().__init__(view)
        self._view = view
        self.theme = LIGHT
        self.hovered = -1
        """The row under the pointer."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the ground and the words of a cell."""
        row = self._view.cables.row_at(index)
        if row is None:
            return
        column = COLUMNS[index.column()]
        words = row_words(row)[column]
        rect = option.rect
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_selected:
            painter.fillRect(rect, QColor(self.theme.selection))
        elif index.row() == self.hovered:
            painter.fillRect(rect, QColor(self.theme.passage))
        inside = rect.adjusted(SIDE, 0, -SIDE, 0)
        if column is Column.CLASSIFICATION:
            self._paint_chip(painter, inside, words)
        else:
            quiet = column in (Column.SENT, Column.ORIGINATOR)
            font = QFont(self._view.font())
            font.setBold(column is Column.REFERENCE_ID and bool(row.reference_id))
            colour = self.theme.muted if quiet else self.theme.text
            painter.setPen(QColor(self.theme.selection_text if is_selected else colour))
            _write(painter, inside, words, font)
        painter.restore()

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        """Every cell is as tall as the others."""
        return QSize(option.rect.width(), self._view.row_height())

    def _paint_chip(self, painter: QPainter, inside: QRect, words: str) -> None:
        if not words:
            return
        chip = self.theme.chip(classification_of(words))
        font = QFont(self._view.font())
        font.setPointSizeF(font.pointSizeF() * 0.86)
        metrics = QFontMetrics(font)
        height = metrics.height() + 4
        width = min(metrics.horizontalAdvance(words) + 14, inside.width())
        top = inside.top() + (inside.height() - height) // 2
        rect = QRect(inside.left(), top, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(chip.edge), 1))
        painter.setBrush(QColor(chip.ground))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(QColor(chip.text))
        _write(painter, rect.adjusted(7, 0, -6, 0), words, font)


class CableTable(QTableView):
    """The cables of a list; a row is opened by two clicks, or with Enter."""

    row_chosen = Signal(QModelIndex)
    typed = Signal(str)
    """A letter was typed, which belongs into the filter."""
    left = Signal()
    """The reader goes back to the filter: Escape, or Up in the first row."""

    def __init__(self, model: CablesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cables = model
        self._delegate = CableDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setAccessibleName("Cables")
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
        titles = self.horizontalHeader()
        titles.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        titles.setSectionsClickable(True)
        titles.setHighlightSections(False)
        titles.setSortIndicatorShown(True)
        titles.setSortIndicatorClearable(True)
        titles.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        titles.setAccessibleName("Columns")
        self._slider = ScrollMarks(self.verticalScrollBar())
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
        palette = self.horizontalHeader().palette()
        palette.setColor(QPalette.ColorRole.Button, QColor(theme.window))
        palette.setColor(QPalette.ColorRole.ButtonText, QColor(theme.muted))
        self.horizontalHeader().setPalette(palette)
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
            self.row_chosen.emit(self.currentIndex())
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
        widths = {column: letters * letter for column, letters in WIDTHS.items()}
        for column in MAKING_WAY:
            if room - sum(widths.values()) >= SUBJECT_ROOM * letter:
                break
            del widths[column]
        for place, column in enumerate(COLUMNS):
            is_shown = column in widths or column is Column.SUBJECT
            self.setColumnHidden(place, not is_shown)
            if is_shown:
                self.setColumnWidth(place, widths.get(column, room - sum(widths.values())))
        rows = self.verticalHeader()
        if rows.defaultSectionSize() != self.row_height():
            rows.setDefaultSectionSize(self.row_height())


def classification_of(words: str) -> Classification | None:
    """The classification that a marking begins with."""
    start = words.upper()
    return next((each for value, each in MARKINGS if start.startswith(value)), None)


def _write(painter: QPainter, rect: QRect, words: str, font: QFont) -> None:
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
