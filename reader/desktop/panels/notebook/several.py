"""A choice of as many rows as one likes, that stays open while they are ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPoint, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QComboBox, QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

SHOWN: Final = 2
"""Rows that are named while it is closed; of more the first one is, and how many there are."""
MOST_ROWS: Final = 14
"""That are seen at once."""
GAP: Final = 2
"""Pixels around each row."""
OPENING: Final = (Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_F4)
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEAVING: Final = (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_F4)
VALUE: Final = Qt.ItemDataRole.UserRole


class Several(QComboBox):
    """Rows to tick: Space or a click ticks and stays, Enter ticks and closes, the first unticks."""

    changed = Signal()

    def __init__(self, name: str, anything: str, parent: QWidget | None = None) -> None:
        """`anything` is what the first row says: that it does not matter."""
        super().__init__(parent)
        self._anything = anything
        self.rows = Rows()
        """The list to tick in."""
        self._popup = Popup(self.rows, self)
        self.setAccessibleName(name)
        self.rows.setAccessibleName(name)
        # What is shown while it is closed; the rows themselves are in a list of their own.
        self.addItem(anything)
        self.rows.ticked.connect(self._tell)
        self.rows.left.connect(self.hidePopup)
        self.rows.unticked_all.connect(self._untick)

    # What Qt calls.

    def showPopup(self) -> None:
        """Open the list below, at the first row that is ticked."""
        ticked = self.rows.ticked_rows()
        self.rows.setCurrentRow(ticked[0] if ticked else 0)
        self._popup.setGeometry(self._place(self._popup.sizeHint()))
        self._popup.show()
        self.rows.setFocus(Qt.FocusReason.PopupFocusReason)

    def hidePopup(self) -> None:
        """Close the list."""
        self._popup.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list; no key changes what is chosen while it is closed."""
        if event.key() in OPENING:
            self.showPopup()
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is around."""
        event.ignore()

    # What the window calls.

    def offer(self, rows: Iterable[tuple[str, Any]]) -> None:
        """Offer other rows, each with what it stands for; those that were ticked stay so."""
        self.rows.fill(self._anything, tuple(rows))
        self.sum_up()

    def set_icons(self, icons: Iterable[QIcon]) -> None:
        """Put an icon before each row but the first."""
        with QSignalBlocker(self.rows):
            for row, icon in enumerate(icons, start=1):
                self.rows.item(row).setIcon(icon)
        self.sum_up()

    def values(self) -> tuple[Any, ...]:
        """What the rows that are ticked stand for."""
        return tuple(self.rows.item(row).data(VALUE) for row in self.rows.ticked_rows())

    def untick_all(self) -> None:
        """Let it not matter; nothing is told."""
        self.rows.untick_all()
        self.sum_up()

    def sum_up(self) -> None:
        """Say what is ticked while the list is closed."""
        items = [self.rows.item(row) for row in self.rows.ticked_rows()]
        words = ", ".join(item.text() for item in items[:SHOWN]) or self._anything
        if len(items) > SHOWN:
            words = tr("{first} and {count} more", first=items[0].text(), count=len(items) - 1)
        self.setItemText(0, words)
        self.setItemIcon(0, items[0].icon() if len(items) == 1 else QIcon())

    # What the reader does.

    def _tell(self) -> None:
        self.sum_up()
        self.changed.emit()

    def _untick(self) -> None:
        self.untick_all()
        self.hidePopup()
        self.changed.emit()

    def _place(self, size: QSize) -> QRect:
        """Below, or above where there is more room, and on the screen."""
        below = self.mapToGlobal(QPoint(0, self.height()))
        wanted = QRect(below, size.expandedTo(QSize(self.width(), 0)))
        screen = QGuiApplication.screenAt(below) or self.screen()
        room = screen.availableGeometry()
        if wanted.bottom() > room.bottom():
            wanted.moveBottom(below.y() - self.height() - 1)
        wanted.moveLeft(max(room.left(), min(wanted.left(), room.right() - wanted.width())))
        return wanted.intersected(room)


class Popup(QFrame):
    """What floats over the window while there is something to choose."""

    def __init__(self, rows: Rows, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(rows)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close when the button goes down elsewhere; what is there is not pressed by that."""
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        super().mousePressEvent(event)


class Rows(QListWidget):
    """The rows of a choice, each with a box to tick but the first, which unticks all."""

    ticked = Signal()
    unticked_all = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSpacing(GAP)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(self._tell)
        self._pressed: QListWidgetItem | None = None

    def sizeHint(self) -> QSize:
        """As wide as the widest row, and as high as the rows that are seen at once."""
        shown = range(min(self.count(), MOST_ROWS))
        height = sum(self.sizeHintForRow(row) + 2 * GAP for row in shown)
        bar = self.verticalScrollBar().sizeHint().width() if self.count() > MOST_ROWS else 0
        return QSize(self.sizeHintForColumn(0) + bar + 2 * GAP, height + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space, tick and close with Enter, close with Escape and Tab."""
        key, item = event.key(), self.currentItem()
        if key in ENTER or (key == Qt.Key.Key_Space and self.currentRow() == 0):
            self._choose(item)
            self.left.emit()
        elif key in LEAVING:
            self.left.emit()
        else:
            # Which ticks with Space, and else goes to what begins with the letters.
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where the button went down."""
        self._pressed = self.itemAt(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the row, wherever on it; in its box Qt does."""
        item = self.itemAt(event.position().toPoint())
        before = item.checkState() if item is not None else None
        super().mouseReleaseEvent(event)
        # The button may have gone down on the closed choice.
        if item is not None and item is self._pressed and item.checkState() == before:
            is_ticked = before == Qt.CheckState.Checked
            self._choose(item, Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked)
        self._pressed = None

    def fill(self, anything: str, rows: Iterable[tuple[str, Any]]) -> None:
        """Show other rows; those that were ticked stay so, by what they stand for."""
        chosen = [self.item(row).data(VALUE) for row in self.ticked_rows()]
        with QSignalBlocker(self):
            self.clear()
            self.addItem(anything)
            for words, value in rows:
                item = QListWidgetItem(words, self)
                item.setData(VALUE, value)
                is_ticked = value in chosen
                item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)

    def ticked_rows(self) -> list[int]:
        """The rows that are ticked, in order."""
        rows = range(1, self.count())
        return [row for row in rows if self.item(row).checkState() == Qt.CheckState.Checked]

    def untick_all(self) -> None:
        """Untick all rows; nothing is told."""
        with QSignalBlocker(self):
            for row in self.ticked_rows():
                self.item(row).setCheckState(Qt.CheckState.Unchecked)

    def _choose(
        self, item: QListWidgetItem | None, state: Qt.CheckState = Qt.CheckState.Checked
    ) -> None:
        if item is None:
            return
        if self.row(item) == 0:
            self.unticked_all.emit()
        else:
            item.setCheckState(state)

    def _tell(self) -> None:
        self.ticked.emit()
