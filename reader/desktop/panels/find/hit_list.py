"""The list of all hits, as it is painted and walked through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reader.desktop.panels.find.hit_model import AnyIndex, HitModel
from reader.desktop.panels.page.quiet import quieten
from reader.desktop.panels.page.scroll_marks import ScrollMarks
from reader.desktop.theme import LIGHT
from reader.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reader.desktop.panels.find.search import Found, Snippet
    from reader.desktop.theme import Theme

SIDE: Final = 12
"""Pixels between the edge of the list and its words."""
LARGEST_SHARE: Final = 0.3
"""How much of the window the list takes at most."""
ROWS: Final = 8
"""Rows that are seen at once, room permitting."""
LEAD: Final = "¶888"
"""The name of a place for which there is always room."""


class HitDelegate(QStyledItemDelegate):
    """Paints where a hit stands, the hit, and what stands around it."""

    def __init__(self, view: HitList) -> None:
        super().__init__(view)
        self._view = view
        self.theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        """All rows are equally tall."""
        return QSize(1, self._view.row_height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> None:
        """Paint the name of a text, or a hit."""
        view, theme, rect = self._view, self.theme, option.rect
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = view.hasFocus()
        painter.save()
        painter.setFont(view.font())
        if is_selected:
            painter.fillRect(rect, QColor(theme.selection if has_focus else theme.passage))
            bar = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, QColor(theme.accent))
        text = QColor(theme.selection_text if is_selected and has_focus else theme.text)
        name = view.hits.name_at(index.row())
        inside = rect.adjusted(SIDE, 0, -SIDE, 0)
        if name:
            font = QFont(view.font())
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(QColor(theme.text))
            painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, name)
        else:
            label, shown = view.hits.snippet_at(index.row())
            painter.setPen(text if is_selected and has_focus else QColor(theme.muted))
            painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, label)
            self._paint_words(painter, inside.adjusted(view.lead_width(), 0, 0, 0), shown, text)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, shown: Snippet, text: QColor) -> None:
        """The words, those of the hit on its ground, bold and underlined."""
        form = QTextCharFormat()
        form.setBackground(QColor(self.theme.hit))
        form.setForeground(QColor(self.theme.hit_text))
        form.setFontWeight(QFont.Weight.Bold)
        form.setFontUnderline(True)
        marked = QTextLayout.FormatRange()
        marked.start = _units(shown.words[: shown.start])
        marked.length = _units(shown.words[shown.start : shown.end])
        marked.format = form
        metrics = self._view.fontMetrics()
        room = rect.width() - metrics.averageCharWidth() * 2
        words = metrics.elidedText(shown.words, Qt.TextElideMode.ElideRight, room)
        layout = QTextLayout(words, self._view.font())
        layout.setFormats([marked])
        layout.beginLayout()
        line = layout.createLine()
        line.setNumColumns(len(shown.words) * 2)
        layout.endLayout()
        painter.setPen(text)
        painter.setClipRect(rect)
        top = rect.top() + (rect.height() - line.height()) / 2
        layout.draw(painter, QPointF(rect.left(), top))


class HitList(QTableView):
    """All hits, one below the other; Enter goes to one and leaves the list as it is."""

    hit_chosen = Signal(int)
    """The number of the hit that was clicked, or on which Enter was pressed."""
    left = Signal()
    """Up was pressed on the first row: back to what is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits = HitModel()
        self.setModel(self.hits)
        self._delegate = HitDelegate(self)
        self.setItemDelegate(self._delegate)
        self._marks = ScrollMarks(self.verticalScrollBar())
        quieten(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # A table counts its rows where a list would measure each.
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        for header in (rows, columns):
            header.hide()
        columns.setStretchLastSection(True)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(self.row_height())
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("All hits"))
        self.clicked.connect(self._choose)

    def sizeHint(self) -> QSize:
        """As tall as the hits are, up to a few rows, and to a part of the window."""
        room = round(self.window().height() * LARGEST_SHARE) // self.row_height()
        rows = min(max(self.hits.rowCount(), 1), ROWS, max(room, 2))
        return QSize(200, rows * self.row_height())

    def minimumSizeHint(self) -> QSize:
        """Hardly anything: few hits need few rows."""
        return QSize(0, self.row_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the hit with Enter; leave the list upwards."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and self._is_first():
            self.left.emit()
        elif event.key() == Qt.Key.Key_Home:
            self.show_current(0)
        elif event.key() == Qt.Key.Key_End:
            self.setCurrentIndex(self.hits.index(self.hits.rowCount() - 1))
        else:
            super().keyPressEvent(event)

    def row_height(self) -> int:
        """The height of each row, in pixels."""
        return round(self.fontMetrics().height() * 1.45)

    def lead_width(self) -> int:
        """The width of the column in which places have their names."""
        names = (LEAD, *self.hits.last_labels())
        return max(self.fontMetrics().horizontalAdvance(f"{name}  ") for name in names)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._delegate.theme = theme
        self._marks.set_theme(theme, theme.base)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(theme.base))
        self.setPalette(palette)
        self.viewport().update()

    def show_found(self, found: Found, *, named: bool) -> None:
        """List other hits; `named` is for those of several texts."""
        self.verticalHeader().setDefaultSectionSize(self.row_height())
        self.hits.show(found, named=named)
        self.updateGeometry()

    def show_current(self, number: int) -> None:
        """Select the hit that is shown in the text, and have it in view."""
        if number < 0 or not self.hits.rowCount():
            self.clearSelection()
            return
        index = self.hits.index(self.hits.row_of(number))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _is_first(self) -> bool:
        row = self.currentIndex().row()
        return all(self.hits.number_at(before) < 0 for before in range(min(row, 2)))

    def _choose(self, index: QModelIndex) -> None:
        number = self.hits.number_at(index.row())
        if number >= 0:
            self.hit_chosen.emit(number)


def _units(words: str) -> int:
    """How long words are as Qt counts them."""
    return len(words) + sum(1 for sign in words if ord(sign) > 0xFFFF)
