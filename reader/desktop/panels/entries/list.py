"""The list itself: its rows are chosen, one of them is marked as the place of the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyleOptionViewItem,
    QWidget,
)

from reader.desktop.models.entries import ENTRY_ROLE
from reader.desktop.panels.entries.delegate import EntryDelegate
from reader.desktop.panels.page.scroll_marks import ScrollMarks
from reader.desktop.theme import LIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from reader.desktop.models.entries import EntryModel
    from reader.desktop.theme import Theme


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
