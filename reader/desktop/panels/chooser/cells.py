"""How the table of cables is painted: its cells, and the titles above them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reader.cable.model import Classification
from reader.desktop.models.cables import COLUMNS, TITLES, row_words
from reader.desktop.theme import LIGHT
from reader.intake.rows import Column
from reader.translation import tr

if TYPE_CHECKING:
    from reader.desktop.models.cables import CablesModel
    from reader.desktop.theme import Theme

SIDE: Final = 10
"""Pixels between the edge of a cell and its words."""
CHIP_SIZE: Final = 0.86
"""Size of a chip's words, of the table's font."""
CHIP_SIDE: Final = 7

# By how a marking begins: SECRET//NOFORN, CONFIDENTIAL, UNCLASSIFIED//FOR OFFICIAL USE ONLY.
MARKINGS: Final = tuple((each.value, each) for each in Classification)


class CableDelegate(QStyledItemDelegate):
    """Paints the cells of the table."""

    def __init__(self, view: QTableView, cables: CablesModel) -> None:
        super().__init__(view)
        self._view = view
        self._cables = cables
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
        row = self._cables.row_at(index)
        if row is None:
            return
        column = COLUMNS[index.column()]
        words = row_words(row)[column]
        rect = option.rect
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        is_current = is_selected and not self._view.hasFocus()
        is_selected = is_selected and not is_current
        if is_selected:
            painter.fillRect(rect, QColor(self.theme.selection))
        elif is_current:
            # Enter in the filter opens it, but the keyboard is not here.
            painter.fillRect(rect, QColor(self.theme.passage))
            if index.column() == 0:
                bar = QRect(rect.left(), rect.top(), 3, rect.height())
                painter.fillRect(bar, QColor(self.theme.accent))
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
        return QSize(option.rect.width(), self._view.verticalHeader().defaultSectionSize())

    def _paint_chip(self, painter: QPainter, inside: QRect, words: str) -> None:
        if not words:
            return
        chip = self.theme.chip(classification_of(words))
        font = QFont(self._view.font())
        font.setPointSizeF(font.pointSizeF() * CHIP_SIZE)
        metrics = QFontMetrics(font)
        height = metrics.height() + 4
        width = min(metrics.horizontalAdvance(words) + 2 * CHIP_SIDE, inside.width())
        top = inside.top() + (inside.height() - height) // 2
        rect = QRect(inside.left(), top, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(chip.edge), 1))
        painter.setBrush(QColor(chip.ground))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(QColor(chip.text))
        _write(painter, rect.adjusted(CHIP_SIDE, 0, 1 - CHIP_SIDE, 0), words, font)


class Titles(QHeaderView):
    """The titles of the columns; the one that is sorted by has an arrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = LIGHT
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        # The third click goes back to the order of the file.
        self.setSortIndicatorClearable(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setAccessibleName(tr("Columns"))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Room above and below the words."""
        return QSize(super().sizeHint().width(), round(self.fontMetrics().height() * 1.7))

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Paint a title where the words of its cells begin, and a line below it."""
        theme = self._theme
        is_sorted = self.sortIndicatorSection() == logical_index
        painter.save()
        painter.fillRect(rect, QColor(theme.window))
        painter.fillRect(rect.adjusted(0, rect.height() - 1, 0, 0), QColor(theme.rule))
        words = tr(TITLES[COLUMNS[logical_index]])
        painter.setPen(QColor(theme.text if is_sorted else theme.muted))
        inside = rect.adjusted(SIDE, 0, -SIDE, 0)
        _write(painter, inside, words, self.font())
        if is_sorted:
            self._paint_arrow(painter, inside, self.fontMetrics().horizontalAdvance(words))
        painter.restore()

    def _paint_arrow(self, painter: QPainter, inside: QRect, width: int) -> None:
        size = self.fontMetrics().height() * 0.22
        is_down = self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        tip = size if is_down else -size
        middle = QPointF(inside.left() + width + 3.5 * size, inside.center().y() + 1)
        points = (QPointF(-size, -tip / 2), QPointF(size, -tip / 2), QPointF(0, tip / 2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent))
        painter.drawPolygon(QPolygonF([middle + point for point in points]))


def classification_of(words: str) -> Classification | None:
    """The classification that a marking begins with."""
    start = words.upper()
    return next((each for value, each in MARKINGS if start.startswith(value)), None)


def _write(painter: QPainter, rect: QRect, words: str, font: QFont) -> None:
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
