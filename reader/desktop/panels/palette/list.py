"""The rows of the palette as they are painted: title and keys, and what is said of them below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.desktop.theme import LIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from reader.desktop.panels.palette.finding import PaletteRow

AnyIndex = QModelIndex | QPersistentModelIndex

SIDE: Final = 14
"""Pixels between the edge and the words."""
DETAIL_SIZE: Final = 0.92
"""Size of the smaller line, of the list's font."""
ROW: Final = int(Qt.ItemDataRole.UserRole)


class PaletteModel(QAbstractListModel):
    """The rows that were found."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[PaletteRow] = []

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """How many were found."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title of a row, the row itself, or the sentence that is said of it."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(
                part for part in (row.title, row.keys, row.reason or row.help, row.place) if part
            )
        return None

    def show_rows(self, rows: list[PaletteRow]) -> None:
        """Have these rows instead."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, index: AnyIndex) -> PaletteRow | None:
        """The row at an index."""
        return self._rows[index.row()] if index.isValid() else None


class PaletteDelegate(QStyledItemDelegate):
    """Paints a row in two lines; one that cannot be run is fainter, and says why."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        """As tall as two lines."""
        metrics, detail = QFontMetrics(self._view.font()), QFontMetrics(self._detail_font())
        return QSize(0, metrics.height() + detail.height() + metrics.height() // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the ground, the title, the keys, and the smaller line."""
        row: PaletteRow = index.data(ROW)
        rect, state = option.rect, option.state
        is_current = bool(state & QStyle.StateFlag.State_Selected)
        theme = self.theme
        text = theme.disabled if row.reason else theme.text
        muted = theme.disabled if row.reason else theme.muted
        if is_current:
            text = muted = theme.selection_text
        painter.save()
        if is_current:
            painter.fillRect(rect, QColor(theme.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.passage))
        font = QFont(self._view.font())
        pad = QFontMetrics(font).height() // 4
        inside = rect.adjusted(SIDE, pad, -SIDE, -pad)
        keys = QFontMetrics(font).horizontalAdvance(row.keys)
        self._write(painter, inside, row.keys, font, muted, is_right=True)
        self._write(painter, inside.adjusted(0, 0, -keys - SIDE, 0), row.title, font, text)
        below = inside.adjusted(0, QFontMetrics(font).height(), 0, 0)
        place = QFontMetrics(self._detail_font()).horizontalAdvance(row.place)
        self._write(painter, below, row.place, self._detail_font(), muted, is_right=True)
        said = row.reason or row.help
        room = below.adjusted(0, 0, -place - SIDE, 0)
        self._write(painter, room, said, self._detail_font(), muted)
        painter.restore()

    def _detail_font(self) -> QFont:
        font = QFont(self._view.font())
        font.setPointSizeF(font.pointSizeF() * DETAIL_SIZE)
        return font

    def _write(
        self,
        painter: QPainter,
        rect: QRect,
        words: str,
        font: QFont,
        colour: str,
        *,
        is_right: bool = False,
    ) -> None:
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignTop), shown)
