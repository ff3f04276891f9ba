"""The list of the notebook: three lines a mark, of a hundred thousand as quickly as of ten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reader.desktop.models.notebook import LINES_ROLE
from reader.desktop.panels.entries.letters import SIDE
from reader.desktop.panels.entries.rows import Pens, RowDelegate
from reader.desktop.panels.page.quiet import quieten
from reader.desktop.panels.page.scroll_marks import ScrollMarks
from reader.desktop.panels.page.signs import paint_sign, paint_star
from reader.desktop.theme import LIGHT
from reader.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reader.desktop.models.entries import AnyIndex
    from reader.desktop.models.notebook import NotebookModel, NoteLines
    from reader.desktop.theme import Theme

LINES: Final = 3


class MarkDelegate(RowDelegate):
    """Paints the marks of the notebook."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        """The same for every row."""
        return QSize(self.view.viewport().width(), self.row_height())

    def row_height(self) -> int:
        """Pixels of each row: its lines, and some room around them."""
        letters = self.letters()
        return 2 * letters.height + (LINES - 1) * letters.detail_height

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the ground, the sign, and the lines."""
        lines: NoteLines | None = index.data(LINES_ROLE)
        rect, is_lit = option.rect, self.is_lit(option)
        pens = self.pens(is_lit=is_lit)
        painter.save()
        if is_lit:
            painter.fillRect(rect, QColor(self.theme.selection))
        elif option.state & QStyle.StateFlag.State_Selected:
            # It is shown beside the list, but the keyboard is not here.
            painter.fillRect(rect, QColor(self.theme.passage))
            bar = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, QColor(self.theme.accent))
        elif self.is_under_pointer(option):
            painter.fillRect(rect, QColor(self.theme.raised))
        if lines is None:
            painter.setPen(pens.muted)
            left = rect.adjusted(self._indent(), 0, 0, 0)
            painter.drawText(left, int(Qt.AlignmentFlag.AlignVCenter), tr("Reading…"))
        else:
            self._paint_sign(painter, rect, lines)
            self._paint_lines(painter, rect, lines, pens)
        painter.setPen(QColor(self.theme.rule))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _indent(self) -> int:
        return SIDE + round(self.letters().height * 1.3)

    def _paint_sign(self, painter: QPainter, rect: QRect, lines: NoteLines) -> None:
        height = self.letters().height
        radius = height * 0.36
        centre = QPointF(rect.left() + SIDE + radius, rect.top() + height * 0.4 + height / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if lines.ink is None:
            paint_star(painter, centre, radius, QColor(self.theme.bookmark), filled=True)
        else:
            paint_sign(painter, centre, radius * 0.85, lines.ink, self.theme)

    def _paint_lines(self, painter: QPainter, rect: QRect, lines: NoteLines, pens: Pens) -> None:
        letters = self.letters()
        left, right = rect.left() + self._indent(), rect.right() - SIDE
        width, height = right - left, letters.detail_height
        y = rect.top() + round(letters.height * 0.4)
        painter.setFont(letters.font)
        painter.setPen(pens.text)
        _line(painter, QRect(left, y, width, letters.height), lines.title)
        y += letters.height
        painter.setFont(letters.detail)
        painter.setPen(pens.muted)
        _line(
            painter,
            QRect(left, y, width, height),
            f"✎ {lines.note}" if lines.note else lines.second,
        )
        y += height
        date = letters.detail_sizes.horizontalAdvance(lines.date)
        third = f"{lines.place} · {lines.state}" if lines.state else lines.place
        _line(painter, QRect(left, y, width - date - SIDE, height), third)
        _line(painter, QRect(right - date, y, date + 1, height), lines.date)


class MarkList(QTableView):
    """The marks that were found; one that is clicked twice, or Enter pressed on, is chosen.

    A table of one column: Qt would ask about every row of a list before it is painted.
    """

    mark_chosen = Signal(int)
    current_moved = Signal(int)
    delete_pressed = Signal()
    edit_pressed = Signal()
    left = Signal()
    """The reader goes back to the words: Up in the first row."""

    def __init__(self, model: NotebookModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = MarkDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        columns, rows = self.horizontalHeader(), self.verticalHeader()
        columns.hide()
        columns.setStretchLastSection(True)
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self._delegate.row_height())
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAccessibleName(tr("Marks"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        # By pixels, Qt would add up the heights of all rows; by rows it counts them.
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self._slider = ScrollMarks(self.verticalScrollBar())
        quieten(self)
        self._slider.set_theme(LIGHT, LIGHT.base)
        self.doubleClicked.connect(lambda index: self.mark_chosen.emit(index.row()))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell which mark the keyboard is at."""
        super().currentChanged(current, previous)
        self.current_moved.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter, tell of Delete and F2, leave upwards."""
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.mark_chosen.emit(row)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            # In a table Qt would go along the row.
            last = self.model().rowCount() - 1
            self.setCurrentIndex(
                self.model().index(0 if event.key() == Qt.Key.Key_Home else last, 0)
            )
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.edit_pressed.emit()
        elif event.key() == Qt.Key.Key_Up and row <= 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Have room for another size of the font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.verticalHeader().setDefaultSectionSize(self._delegate.row_height())

    def selected_rows(self) -> list[int]:
        """The rows that are selected, in order."""
        return sorted(index.row() for index in self.selectionModel().selectedIndexes())

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._delegate.theme = theme
        self._slider.set_theme(theme, theme.base)
        self.viewport().update()


def _line(painter: QPainter, place: QRect, words: str) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)
