"""The list of all hits: where each stands, and the words around it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
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
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.desktop.panels.find.search import Found, snippet
from reader.desktop.panels.page.marks import find_marked
from reader.desktop.plain import tooltip_text
from reader.desktop.theme import LIGHT
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reader.desktop.panels.find.search import Snippet
    from reader.desktop.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex

SIDE: Final = 12
"""Pixels between the edge of the list and its words."""
ROWS: Final = 8
"""Rows that are seen at once, room permitting."""
LEAD: Final = "¶888"
"""The name of a place for which there is always room."""
MOST_LABELS: Final = 50
"""Texts whose last place is measured for the width of the names."""


class HitModel(QAbstractListModel):
    """A row for each hit; where several texts are searched, one for the name of each as well."""

    def __init__(self) -> None:
        super().__init__()
        self._found = Found()
        self._groups: list[int] = []
        """The groups that are listed: those with hits."""
        self._tops: list[int] = []
        """The row with which each of them begins."""
        self._named = 0
        """1 where groups are headed by a name, else 0."""
        self._rows = 0
        self._last_labels: tuple[str, ...] = ()

    def show(self, found: Found, *, named: bool) -> None:
        """List other hits."""
        self.beginResetModel()
        self._found = found
        self._named = int(named)
        self._groups, self._tops, self._rows = [], [], 0
        for number, group in enumerate(found.groups):
            if group.hits:
                self._groups.append(number)
                self._tops.append(self._rows)
                self._rows += len(group.hits) + self._named
        lasts = [found.groups[number] for number in self._groups[:MOST_LABELS]]
        self._last_labels = tuple(group.searched.label(*group.hits[-1][:2]) for group in lasts)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are; rows have no rows of their own."""
        return 0 if parent.isValid() else self._rows

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """A hit can be chosen, the name of a text cannot."""
        flags = super().flags(index)
        return flags if self.number_at(index.row()) >= 0 else flags & ~Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a row, as they are shown, said, or told on hover."""
        row = index.row()
        if not 0 <= row < self._rows:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            name = self.name_at(row)
            if name:
                return name
            label, shown = self.snippet_at(row)
            if role == Qt.ItemDataRole.DisplayRole:
                return f"{label}  {shown.words}"
            hit = shown.words[shown.start : shown.end]
            return tr("{place}: {hit}, in: {words}", place=label, hit=hit, words=shown.words)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(self.name_at(row) or self.snippet_at(row)[1].words)
        return None

    def number_at(self, row: int) -> int:
        """The number of the hit in a row, among all; -1 for the name of a text."""
        if not 0 <= row < self._rows:
            return -1
        place = bisect_right(self._tops, row) - 1
        index = row - self._tops[place] - self._named
        return self._found.number_of(self._groups[place], index) if index >= 0 else -1

    def row_of(self, number: int) -> int:
        """The row of a hit."""
        group, index = self._found.place_of(number)
        return self._tops[self._groups.index(group)] + self._named + index

    def name_at(self, row: int) -> str:
        """The name of the text that begins in a row and how often it is hit; else nothing."""
        if self.number_at(row) >= 0:
            return ""
        group = self._found.groups[self._groups[bisect_right(self._tops, row) - 1]]
        count = tr_count("{count:,} hit", "{count:,} hits", len(group.hits))
        return f"{group.searched.name} · {count}"

    def last_labels(self) -> tuple[str, ...]:
        """What the last place of each text is called, which is as long as any there."""
        return self._last_labels

    def snippet_at(self, row: int) -> tuple[str, Snippet]:
        """What the place of a hit is called, and its words."""
        number, index = self._found.place_of(self.number_at(row))
        searched, hits = self._found.groups[number]
        hit = hits[index]
        shown = snippet(searched.texts[hit.item], hit)
        for start, end in reversed(list(find_marked(shown.words, 0, len(shown.words)))):
            # Signs that the text view marks would be obeyed here.
            dots = "·" * (end - start)
            shown = shown._replace(words=shown.words[:start] + dots + shown.words[end:])
        return searched.label(hit.item, hit.start), shown


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
        layout = QTextLayout(shown.words, self._view.font())
        layout.setFormats([marked])
        layout.beginLayout()
        line = layout.createLine()
        line.setNumColumns(len(shown.words) * 2)
        layout.endLayout()
        painter.setPen(text)
        painter.setClipRect(rect)
        top = rect.top() + (rect.height() - line.height()) / 2
        layout.draw(painter, QPointF(rect.left(), top))


class HitList(QListView):
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
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("All hits"))
        self.clicked.connect(self._choose)

    def sizeHint(self) -> QSize:
        """As tall as the hits are, up to a few rows."""
        rows = min(max(self.hits.rowCount(), 1), ROWS)
        return QSize(200, rows * self.row_height() + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the hit with Enter; leave the list upwards."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and self._is_first():
            self.left.emit()
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
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(theme.base))
        self.setPalette(palette)
        self.viewport().update()

    def show_found(self, found: Found, *, named: bool) -> None:
        """List other hits; `named` is for those of several texts."""
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
