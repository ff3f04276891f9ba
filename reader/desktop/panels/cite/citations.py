"""The list of citations: the style in small letters, below it the citation, slanted where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.desktop.panels.page.quiet import quieten
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from reader.desktop.panels.cite.rows import Row

INSIDE: Final = 10
"""Pixels between the edge of a row and its words."""
BETWEEN: Final = 3
SMALL: Final = 0.88

Index = QModelIndex | QPersistentModelIndex


class CitationModel(QAbstractListModel):
    """The citations, and which of them is the reader's own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()
        self.chosen = ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many citations there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a row; a screen reader has the style and the citation together."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.citation.plain
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.title(index.row())}: {row.citation.plain}"
        return None

    def title(self, number: int) -> str:
        """The style of a row, and whether it is the reader's own."""
        row = self.rows[number]
        return tr("{style} ✓ your style", style=row.title) if self._is_own(row) else row.title

    def _is_own(self, row: Row) -> bool:
        return row.choice == self.chosen

    def show_rows(self, rows: Sequence[Row], chosen: str) -> None:
        """Show other citations; `chosen` is the reader's own style."""
        known = any(row.choice == chosen for row in rows)
        self.beginResetModel()
        self.rows = rows
        self.chosen = chosen if known else ""
        self.endResetModel()


class CitationDelegate(QStyledItemDelegate):
    """Paints a row: a line for the style, and as many as the citation needs."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground as the style does, and the words on it."""
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        own.text = ""
        own.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, own, painter, own.widget
        )
        is_selected = bool(own.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_selected else QPalette.ColorRole.Text
        title, citation = self._layouts(own, index, own.rect.width())
        left, top = own.rect.left() + INSIDE, own.rect.top() + INSIDE
        painter.save()
        painter.setClipRect(own.rect)
        painter.setPen(own.palette.color(role))
        title.draw(painter, QPointF(left, top))
        citation.draw(painter, QPointF(left, top + title.boundingRect().height() + BETWEEN))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As tall as the citation is in the width of the list."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 400
        title, citation = self._layouts(option, index, width)
        height = title.boundingRect().height() + citation.boundingRect().height()
        return QSize(0, round(height) + BETWEEN + 2 * INSIDE)

    def _layouts(
        self, option: QStyleOptionViewItem, index: Index, width: int
    ) -> tuple[QTextLayout, QTextLayout]:
        model = index.model()
        assert isinstance(model, CitationModel)  # noqa: S101 - it is made for this list alone
        small = QFont(option.font)
        small.setPointSizeF(small.pointSizeF() * SMALL)
        small.setBold(True)
        title = QTextLayout(model.title(index.row()), small)
        runs = model.rows[index.row()].citation.runs
        citation = QTextLayout("".join(run.text for run in runs), option.font)
        ranges: list[QTextLayout.FormatRange] = []
        place = 0
        for run in runs:
            length = len(run.text.encode("utf-16-le", "surrogatepass")) // 2
            if run.is_slanted:
                found = QTextLayout.FormatRange()
                found.start, found.length = place, length
                slanted = QTextCharFormat()
                slanted.setFontItalic(True)
                found.format = slanted
                ranges.append(found)
            place += length
        citation.setFormats(ranges)
        for layout in (title, citation):
            _wrap(layout, max(width - 2 * INSIDE, 1))
        return title, citation


def _wrap(layout: QTextLayout, width: int) -> None:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()


class CitationList(QListView):
    """The citations; arrows go from one to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.citations = CitationModel(self)
        self.setModel(self.citations)
        self.setItemDelegate(CitationDelegate(self))
        self.setAccessibleName(tr("Citations"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        quieten(self)
        self.setAlternatingRowColors(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the citations anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def row(self) -> Row:
        """The citation that is selected."""
        return self.citations.rows[max(self.currentIndex().row(), 0)]

    def show_rows(self, rows: Sequence[Row], chosen: str) -> None:
        """Show other citations, and select the one that was selected, or else the reader's own."""
        before = self.currentIndex().row()
        self.citations.show_rows(rows, chosen)
        if before < 0:
            own = [number for number, row in enumerate(rows) if row.choice == chosen]
            before = own[0] if own else 0
        self.setCurrentIndex(self.citations.index(min(before, len(rows) - 1)))
