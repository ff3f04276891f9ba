"""A list of entries: what leads in a column of its own, a title, smaller lines below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.desktop.models.entries import ENTRY_ROLE, Entry
from reader.desktop.panels.page.scroll_marks import ScrollMarks
from reader.desktop.panels.page.signs import STAR, paint_sign
from reader.desktop.theme import LIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from reader.desktop.models.entries import EntryModel
    from reader.desktop.theme import Theme

SIDE: Final = 12
"""Pixels between the edge of a list and its words."""

DETAIL_SIZE: Final = 0.92
"""Size of the smaller lines, of the list's font."""

MOST_FITTED: Final = 2_000


class EntryLetters:
    """The fonts of a list, and what is asked of them for each row that is measured or painted."""

    __slots__ = (
        "detail",
        "detail_height",
        "detail_sizes",
        "font",
        "height",
        "pad",
        "sizes",
        "star",
        "strong",
        "strong_sizes",
        "usual",
        "usual_sizes",
    )

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.usual, self.strong, self.detail = QFont(font), QFont(font), QFont(font)
        self.usual.setBold(False)
        self.strong.setBold(True)
        self.detail.setPointSizeF(font.pointSizeF() * DETAIL_SIZE)
        self.sizes, self.usual_sizes = QFontMetrics(font), QFontMetrics(self.usual)
        self.strong_sizes, self.detail_sizes = QFontMetrics(self.strong), QFontMetrics(self.detail)
        self.height, self.detail_height = self.sizes.height(), self.detail_sizes.height()
        self.pad = max(self.height // 5, 2)
        self.star = int(self.height * 0.45)

    def of(self, entry: Entry) -> tuple[QFont, QFontMetrics]:
        """The font of an entry's title."""
        if entry.is_strong:
            return self.strong, self.strong_sizes
        return self.usual, self.usual_sizes


class EntryDelegate(QStyledItemDelegate):
    """Paints the entries of one list."""

    def __init__(self, view: EntryList) -> None:
        super().__init__(view)
        self._view = view
        self.theme = LIGHT
        self.marked_row = -1
        self.lead_width = 0
        self._letters: EntryLetters | None = None
        self._fitted: dict[tuple[str, int, int, bool], list[str]] = {}
        """Titles that were broken into lines, which is asked for whenever a row is painted."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the ground, the lead, the title, the details, the star."""
        entry: Entry = index.data(ENTRY_ROLE)
        rect = option.rect
        state = option.state
        is_marked = index.row() == self.marked_row
        painter.save()
        self._paint_ground(painter, rect, state, is_marked=is_marked)
        is_selected = bool(state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        text = QColor(self.theme.selection_text if is_selected else self.theme.text)
        muted = QColor(self.theme.selection_text if is_selected else self.theme.muted)
        self._paint_words(painter, rect, entry, text, muted)
        if entry.has_star:
            self._paint_star(painter, rect, is_selected=is_selected)
        if entry.inks:
            self._paint_inks(painter, rect, entry)
        painter.restore()

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """As tall as the entry's lines."""
        entry: Entry = index.data(ENTRY_ROLE)
        width = self._view.viewport().width()
        letters = self.letters()
        titles = len(self._title_lines(entry, width))
        height = titles * letters.of(entry)[1].height() + len(entry.details) * letters.detail_height
        return QSize(width, height + self._gap_above(entry, index.row()) + letters.pad * 2)

    # Fonts and distances, all in sizes of the list's font.

    def letters(self) -> EntryLetters:
        """The fonts that go with the list's own, as long as it keeps that."""
        font = self._view.font()
        if self._letters is None or self._letters.font != font:
            self._letters = EntryLetters(font)
            self._fitted.clear()
        return self._letters

    def _gap_above(self, entry: Entry, row: int) -> int:
        """Strong entries head a group, and stand off from the group before."""
        return self.letters().height // 2 if entry.is_strong and row else 0

    def _indent(self, entry: Entry) -> int:
        """Where the title begins: after the lead, or at the side for what heads a group."""
        if entry.is_strong and not entry.lead:
            return SIDE
        return SIDE + self.lead_width + self.letters().height // 2

    def _title_lines(self, entry: Entry, width: int) -> list[str]:
        room = width - self._indent(entry) - SIDE - self._signs_width(entry)
        most = 3 if entry.is_strong else self._view.most_lines
        key = (entry.title, room, most, entry.is_strong)
        lines = self._fitted.get(key)
        if lines is None:
            if len(self._fitted) > MOST_FITTED:
                self._fitted.clear()
            sizes = self.letters().of(entry)[1]
            lines = self._fitted[key] = fitted_lines(sizes, entry.title, room, most)
        return lines

    def _signs_width(self, entry: Entry) -> int:
        """What star and signs take of the last line."""
        if not entry.has_star and not entry.inks:
            return 0
        star = self.letters().star
        return star * 2 * entry.has_star + round(star * 1.4) * len(entry.inks)

    def _paint_ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, is_marked: bool
    ) -> None:
        has_focus = self._view.hasFocus()
        if state & QStyle.StateFlag.State_Selected and has_focus:
            painter.fillRect(rect, QColor(self.theme.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(self.theme.raised))
        elif is_marked:
            painter.fillRect(rect, QColor(self.theme.base))
        if is_marked:
            bar = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, QColor(self.theme.accent))

    def _paint_words(
        self, painter: QPainter, rect: QRect, entry: Entry, text: QColor, muted: QColor
    ) -> None:
        letters = self.letters()
        row_top = rect.top() + letters.pad
        left = rect.left() + self._indent(entry)
        font, metrics = letters.of(entry)
        lines = self._title_lines(entry, rect.width())
        words = len(lines) * metrics.height() + len(entry.details) * letters.detail_height
        top = max(row_top, rect.bottom() + 1 - letters.pad - words)
        baseline = top + metrics.ascent()
        if entry.lead:
            painter.setFont(font)
            painter.setPen(text if entry.is_strong else muted)
            right = left - letters.height // 2
            x = right - metrics.horizontalAdvance(entry.lead)
            painter.drawText(x if not entry.is_strong else rect.left() + SIDE, baseline, entry.lead)
        painter.setFont(font)
        painter.setPen(text)
        for line in lines:
            painter.drawText(left, baseline, line)
            baseline += metrics.height()
        top += len(lines) * metrics.height()
        painter.setFont(letters.detail)
        painter.setPen(muted)
        metrics, room = letters.detail_sizes, rect.right() - SIDE - left
        for line in entry.details:
            shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room)
            painter.drawText(left, top + metrics.ascent(), shown)
            top += metrics.height()

    def _paint_inks(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        """The signs of highlights, to the left of the star."""
        letters = self.letters()
        size = letters.star
        x = rect.right() - SIDE - size * (2 if entry.has_star else 0)
        y = rect.bottom() - letters.pad - letters.height / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, ink in enumerate(reversed(entry.inks)):
            centre = QPointF(x - size * (0.5 + 1.4 * place), y)
            paint_sign(painter, centre, size * 0.55, ink, self.theme)

    def _paint_star(self, painter: QPainter, rect: QRect, *, is_selected: bool) -> None:
        letters = self.letters()
        size = letters.star
        centre = QPointF(
            rect.right() - SIDE - size / 2, rect.bottom() - letters.pad - letters.height / 2
        )
        star = QPolygonF([centre + QPointF(x * size, y * size) for x, y in STAR])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.selection_text if is_selected else self.theme.bookmark))
        painter.drawPolygon(star)


class EntryList(QListView):
    """A list of entries; one that is clicked, or on which Enter is pressed, is chosen."""

    entry_chosen = Signal(QModelIndex)
    delete_pressed = Signal()
    edit_pressed = Signal()

    def __init__(
        self, model: EntryModel[Any], name: str, parent: QWidget | None = None, lines: int = 1
    ) -> None:
        super().__init__(parent)
        self.most_lines = lines
        """Lines of a title that heads no group."""
        self._keeps_to_rows = False
        self._delegate = EntryDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # The ground is the panel's own.
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.clicked.connect(self.entry_chosen)
        self._slider = ScrollMarks(self.verticalScrollBar())
        self._slider.set_theme(LIGHT, LIGHT.window)
        model.modelReset.connect(self._measure)
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter, tell of Delete and F2."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entry_chosen.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.edit_pressed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap titles anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._delegate.theme = theme
        self._slider.set_theme(theme, theme.window)
        self.viewport().update()

    def set_marked_row(self, row: int) -> None:
        """Mark the row where the reader is; nothing scrolls."""
        before = self._delegate.marked_row
        if row != before:
            self._delegate.marked_row = row
            for each in (before, row):
                if each >= 0:
                    self.update(self.model().index(each, 0))

    def set_current_unscrolled(self, index: QModelIndex) -> None:
        """Have the keyboard start from a row, whether it is in view or not."""
        self.setAutoScroll(False)
        self.setCurrentIndex(index)
        self.setAutoScroll(True)

    def marked_row(self) -> int:
        """The row where the reader is; -1 for none."""
        return self._delegate.marked_row

    def keep_to_rows(self) -> None:
        """Be no taller than the rows, so that what stands below follows the last one."""
        self._keeps_to_rows = True
        self.updateGeometries()

    def updateGeometries(self) -> None:
        """Take the height of rows that have been laid out."""
        super().updateGeometries()
        if self._keeps_to_rows:
            self.setMaximumHeight(
                max(self.contentsSize().height(), self._delegate.letters().height)
            )

    def fit(self, most_lines: int) -> None:
        """Be as tall as the rows, but at most as tall as so many lines."""
        most = most_lines * self.fontMetrics().height()
        height = 0
        for row in range(self.model().rowCount()):
            if height > most:
                break
            index = self.model().index(row, 0)
            height += self._delegate.sizeHint(QStyleOptionViewItem(), index).height()
        self.setFixedHeight(min(height, most))

    def _measure(self) -> None:
        metrics = self.fontMetrics()
        model = self.model()
        leads = {model.index(row, 0).data(ENTRY_ROLE).lead for row in range(model.rowCount())}
        self._delegate.lead_width = max(map(metrics.horizontalAdvance, leads), default=0)


def fitted_lines(metrics: QFontMetrics, text: str, width: int, most: int) -> list[str]:
    """A text in at most so many lines of a width in pixels; what does not fit is elided."""
    whole = " ".join(text.split())
    if most == 1 or metrics.horizontalAdvance(whole) < width:
        return [metrics.elidedText(whole, _RIGHT, max(width, 0))]
    lines: list[str] = []
    pieces = pieces_of(text)
    start = 0
    while start < len(pieces) and len(lines) < most - 1:
        end = start + 1
        # Less than the width, since the metrics are rounded.
        while end < len(pieces) and metrics.horizontalAdvance(
            "".join(pieces[start : end + 1]).rstrip()
        ) < (width):
            end += 1
        line = "".join(pieces[start:end]).rstrip()
        lines.append(line if end > start + 1 else metrics.elidedText(line, _RIGHT, width))
        start = end
    if start < len(pieces) or not lines:
        lines.append(metrics.elidedText("".join(pieces[start:]).rstrip(), _RIGHT, max(width, 0)))
    return lines


def pieces_of(text: str) -> list[str]:
    """Where a line may end: behind blanks, and behind a hyphen or slash between letters."""
    pieces: list[str] = []
    for word in text.split():
        rest = word
        for sign in "-/":
            # Only the first one counts: what is longer than two lines is elided in any case.
            head, found, tail = rest.partition(sign)
            if found and len(head) > 2 and len(tail) > 2:
                pieces.append(head + found)
                rest = tail
        pieces.append(f"{rest} ")
    return pieces


_RIGHT: Final = Qt.TextElideMode.ElideRight
