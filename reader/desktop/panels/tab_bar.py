"""The row of tabs above the text; it is there as soon as two are open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QTabBar, QToolButton, QWidget

from reader.desktop.plain import action_text, set_tooltip, tooltip_text
from reader.desktop.theme import LIGHT
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QEnterEvent, QMouseEvent, QPaintEvent

    from reader.desktop.theme import Theme

TALLER: Final = 4
"""Pixels that a tab is taller than the style has it, which cuts the letters of those behind."""
GAP: Final = 4
"""Pixels between the last tab and the button that opens another text."""
WIDEST: Final = 28
"""Width of a tab at most, in average letters."""
CROSS: Final = 0.55
"""Size of the cross that closes a tab, of a line's height."""


class Title(NamedTuple):
    """What a tab shows: its title, and what it tells when the pointer rests on it."""

    words: str
    told: str = ""
    is_missing: bool = False
    """Whether its text could not be read."""


class TabBar(QTabBar):
    """Shows the titles of the tabs; tells which one is wanted, closed, or drawn elsewhere."""

    tab_chosen = Signal(int)
    close_wanted = Signal(int)
    open_wanted = Signal()
    """Another text is to be opened in a tab of its own."""
    menu_wanted = Signal(int, QPoint)
    """A tab whose menu is asked for, and where on the screen."""
    order_changed = Signal(int, int)
    """A tab was drawn from one place in the row to another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._titles: list[Title] = []
        self._plus = QToolButton(self)
        self._build_plus()
        self.setAccessibleName(tr("Open texts"))
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.currentChanged.connect(self._tell_chosen)
        self.tabMoved.connect(self._move)

    def show_tabs(self, titles: Sequence[Title], current: int) -> None:
        """Show these tabs, the one with this index in front."""
        self.blockSignals(True)
        while self.count() > len(titles):
            self.removeTab(self.count() - 1)
        for index, title in enumerate(titles):
            if index >= self.count():
                self.addTab("")
                self.setTabButton(index, QTabBar.ButtonPosition.RightSide, self._new_cross())
            elif self._titles[index] == title:
                continue
            self.setTabText(index, action_text(title.words))
            self.setTabToolTip(index, tooltip_text(title.told))
            self._cross(index).setAccessibleName(tr("Close {name}", name=title.words))
            self._colour(index, title)
        self._titles = list(titles)
        self.setCurrentIndex(current)
        self.blockSignals(False)
        # Fewer tabs than before may leave the row scrolled away from its beginning.
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        for index, title in enumerate(self._titles):
            self._colour(index, title)
        self.update()

    # What Qt calls.

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as the title, but no wider than a few words."""
        size = super().tabSizeHint(index)
        widest = self.fontMetrics().averageCharWidth() * WIDEST
        return QSize(min(size.width(), widest), size.height() + TALLER)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """No narrower than that: tabs for which there is no room are scrolled to."""
        return self.tabSizeHint(index)

    def tabLayoutChange(self) -> None:
        """Have the button that opens a text behind the last tab, if there is room."""
        super().tabLayoutChange()
        first, last = self.tabRect(0), self.tabRect(self.count() - 1)
        height = last.height() - TALLER
        width = max(height, self._plus.sizeHint().width())
        self._plus.setGeometry(last.right() + GAP, last.top() + TALLER // 2, width, height)
        # Tabs for which there is no room are scrolled to by buttons at the end of the row.
        self._plus.setVisible(last.right() - first.left() + GAP + width <= self.width())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Close the tab that was clicked with the middle button."""
        index = self.tabAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.MiddleButton and index >= 0:
            self.close_wanted.emit(index)
            return
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the tab under the pointer, or by its key for the one in front."""
        index, place = self.tabAt(event.pos()), event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.mapToGlobal(self.tabRect(index).bottomLeft())
        if index >= 0:
            self.menu_wanted.emit(index, place)
        event.accept()

    # Within.

    def _build_plus(self) -> None:
        self._plus.setText("+")
        self._plus.setAutoRaise(True)
        self._plus.setAccessibleName(tr("Open another text"))
        # A menu and a key do the same.
        self._plus.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_tooltip(self._plus, tr("Open another text"))
        self._plus.clicked.connect(self.open_wanted)

    def _new_cross(self) -> QAbstractButton:
        cross = Cross(self)
        cross.clicked.connect(lambda: self._close(cross))
        return cross

    def _cross(self, index: int) -> QWidget:
        return self.tabButton(index, QTabBar.ButtonPosition.RightSide)

    def _close(self, cross: QAbstractButton) -> None:
        for index in range(self.count()):
            if self._cross(index) is cross:
                self.close_wanted.emit(index)
                return

    def _colour(self, index: int, title: Title) -> None:
        self.setTabTextColor(
            index, QColor(self._theme.muted if title.is_missing else self._theme.text)
        )

    def _tell_chosen(self, index: int) -> None:
        if index >= 0:
            self.tab_chosen.emit(index)

    def _move(self, before: int, after: int) -> None:
        self._titles.insert(after, self._titles.pop(before))
        self.order_changed.emit(before, after)


class Cross(QAbstractButton):
    """Closes a tab."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def sizeHint(self) -> QSize:
        """A square as tall as a line."""
        side = self.fontMetrics().height()
        return QSize(side, side)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint a cross, on a ground while the pointer is over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Mid))
            painter.drawRoundedRect(self.rect(), 3, 3)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.WindowText), 1.3))
        inset = self.width() * (1 - CROSS) / 2 + 1
        box = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.drawLine(box.topLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomLeft())
        painter.end()
