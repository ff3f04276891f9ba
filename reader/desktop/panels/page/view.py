"""The page as a reader meets it: painted, scrolled, clicked, walked through with keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QWidget

from reader.desktop.panels.page.painting import PagePainter
from reader.desktop.panels.page.reading import ReadPage
from reader.desktop.panels.page.rows import Place
from reader.desktop.plain import is_for_copying, set_tooltip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QEvent, QPoint, QRect
    from PySide6.QtGui import (
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )

    from reader.cable.model import Mention
    from reader.desktop.panels.page.finding import Hits
    from reader.desktop.panels.page.highlights import Highlights
    from reader.desktop.panels.page.typesetting import Typography

NARROWEST_COLUMN: Final = 200
"""Pixels; a panel that has less room is scrolled sideways."""

MOVES: Final = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)

SIDE_BUTTONS: Final = (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton)


class Margin(Protocol):
    """What stands to the left of the column."""

    def needed_width(self, typography: Typography) -> int:
        """How wide it must be, in pixels."""

    def setGeometry(self, left: int, top: int, width: int, height: int, /) -> None:
        """Stand there."""


class PageView(ReadPage):
    """A page that is painted, clicked and walked through with keys."""

    mention_activated = Signal(object)
    mention_opened_behind = Signal(object)
    """A Mention that was clicked with the middle button, or with Ctrl held."""
    mention_pointed = Signal(object)
    """The Mention that is now under the pointer, or None."""
    zoom_wheeled = Signal(int)
    """One notch of the wheel with Ctrl held: 1 for larger, -1 for smaller."""
    column_moved = Signal(int, int)
    """Where the letters stand now: from the left edge of the view, and how wide, in pixels."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.received = ""
        """The text as received, which seams quote."""
        self.hits: Hits | tuple[()] = ()
        self.current_hit = -1
        self.linked: tuple[Place, Place] | None = None
        """The place where the reader is in the view beside this one."""
        self.highlights: Highlights | None = None
        """None where nothing is highlighted."""
        self._pressed: Mention | None = None
        self._pointed: Mention | None = None
        self._gutter: Margin | None = None
        self._take_viewport()
        self.viewport().setMouseTracking(True)
        self.selectionChanged.connect(self.viewport().update)

    def _take_viewport(self) -> None:
        """Have a viewport of ours: to learn what sort Qt's own is, PySide would load every widget.

        That takes 16 ms. It is as QTextEdit has it.
        """
        viewport = QWidget(self)
        viewport.setObjectName("qt_scrollarea_viewport")
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)
        viewport.setCursor(Qt.CursorShape.IBeamCursor)
        self.setViewport(viewport)
        # Qt measures letters for the viewport that was there before, unless it is told.
        self.document().documentLayout().setPaintDevice(viewport)

    # What Qt calls.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds, the text, the seams."""
        if self.typography is None:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        PagePainter(self, self.typography, painter).paint_grounds(self.textCursor())
        painter.end()
        super().paintEvent(event)
        if self.decorations.seams:
            painter = QPainter(self.viewport())
            PagePainter(self, self.typography, painter).paint_seams()
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the column anew."""
        self.arrange()
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or tell that another zoom is wanted."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.zoom_wheeled.emit(1 if turned > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note the mention under the pointer, which a click activates."""
        self._pressed = None
        if event.button() in SIDE_BUTTONS:
            event.ignore()  # they are the window's
            return
        if _opens(event) or _opens_behind(event):
            self._pressed = self.mention_at(event.position().toPoint())
        super().mousePressEvent(self._on_a_line(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Activate the mention that was clicked, unless some text was selected."""
        super().mouseReleaseEvent(self._on_a_line(event))
        pressed, self._pressed = self._pressed, None
        if pressed is None or self.textCursor().hasSelection():
            return
        if pressed is not self.mention_at(event.position().toPoint()):
            return
        if _opens_behind(event):
            self.mention_opened_behind.emit(pressed)
        else:
            self.mention_activated.emit(pressed)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._point_at(None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a mention, and have ready what is told when the pointer rests."""
        if event.buttons() is not Qt.MouseButton.NoButton:
            super().mouseMoveEvent(self._on_a_line(event))
            return
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        viewport = self.viewport()
        mention = self.mention_at(point)
        hand, beam = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.IBeamCursor
        shape = beam if mention is None else hand
        if viewport.cursor().shape() is not shape:
            viewport.setCursor(shape)
        set_tooltip(viewport, self.words_at(point) if mention is None else "")
        self._point_at(mention)

    def _on_a_line(self, event: QMouseEvent) -> QMouseEvent:
        from reader.desktop.panels.page.pointing import on_a_line  # noqa: PLC0415 - when asked

        return on_a_line(self, event)

    def _point_at(self, mention: Mention | None) -> None:
        if mention is not self._pointed:
            self._pointed = mention
            self.mention_pointed.emit(mention)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, activate the mention at the caret, scroll by a page, or move the caret."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            mention = self.decorations.mention_at(*self.caret())
            if mention is not None:
                self.mention_activated.emit(mention)
            return
        if is_for_copying(event):
            self.copy()
            return
        if event.key() == Qt.Key.Key_Space:
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.scroll_by_page(-1 if is_back else 1)
            return
        if event.key() in MOVES:
            self.fetch_caret()
        super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002
        """Go to the next mention by Tab, as to the next link of a page; then to the next pane."""
        return self.go_to_mention(forward=next) or super().focusNextPrevChild(next)

    # Where the column is.

    def set_gutter(self, gutter: Margin) -> None:
        """Take the gutter that stands to the left of the column."""
        self._gutter = gutter

    def arrange(self) -> None:
        """Centre the column, or let it have all the room that the gutter leaves."""
        if self.typography is None or self._gutter is None:
            return
        gutter = self._gutter.needed_width(self.typography)
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        column = self.typography.measure + 2 * self.typography.padding
        column = max(min(column, room - gutter), NARROWEST_COLUMN)
        left = max((room - column) // 2, gutter)
        if self.viewportMargins().left() != left:
            self.setViewportMargins(left, 0, 0, 0)
        self._gutter.setGeometry(left - gutter, 0, gutter, self.height())
        self.set_column(column)
        padding = self.typography.padding
        self.column_moved.emit(left + padding, column - 2 * padding)

    # What stands where.

    def mention_at(self, point: QPoint) -> Mention | None:
        """The mention under a point of the viewport."""
        if not self.decorations.mentions:
            return None
        place = self.place_at(point)
        mention = self.decorations.mention_at(*place)
        if mention is None:
            return None
        start, end = Place(place.item, mention.start), Place(place.item, mention.end)
        return mention if self.is_over(point, start, end) else None

    def words_at(self, point: QPoint) -> str:
        """What there is to tell of a point of the viewport."""
        from reader.desktop.panels.page.telling import words_at  # noqa: PLC0415 - when it rests

        return words_at(self, point)

    def rect_of(self, start: Place, end: Place) -> QRect:
        """Where the first line of some letters is, in the viewport."""
        first = self._caret_rect(self.position_of(start))
        last = self._caret_rect(self.position_of(end))
        return first.united(last) if last.top() == first.top() else first

    def go_to_mention(self, *, forward: bool) -> bool:
        """Select the next mention after the caret, or the one before; False if there is none."""
        if not self.decorations.mentions:
            return False
        self.fetch_caret()
        cursor = self.textCursor()
        edge = self.place_of(cursor.selectionEnd() if forward else cursor.selectionStart())
        ahead = self._next_mention(edge) if forward else self._mention_before(edge)
        if ahead is None:
            return False
        self.go_to(*ahead)
        return True

    def _mentions(self, *, backward: bool = False) -> Iterator[tuple[Place, Place]]:
        for item, mentions in sorted(self.decorations.mentions.items(), reverse=backward):
            for mention in reversed(mentions) if backward else mentions:
                yield Place(item, mention.start), Place(item, mention.end)

    def _next_mention(self, edge: Place) -> tuple[Place, Place] | None:
        return next((place for place in self._mentions() if place[0] >= edge), None)

    def _mention_before(self, edge: Place) -> tuple[Place, Place] | None:
        return next((place for place in self._mentions(backward=True) if place[1] <= edge), None)

    def show_linked(self, start: Place, end: Place, down: float | None) -> None:
        """Tint a place, scrolled so far down the page, in pixels; the caret stays where it is."""
        self.linked = start, end
        if down is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(self.y_of(self.position_of(start)) - down))
        self.viewport().update()

    def show_hits(self, hits: Hits | tuple[()], current: int) -> None:
        """Mark the hits of a search, and go to the current one, if its number is not -1."""
        self.hits = hits
        self.current_hit = current
        if 0 <= current < len(hits):
            hit = hits[current]
            self.go_to(Place(hit.item, hit.start), Place(hit.item, hit.end))
        self.viewport().update()


def _opens(event: QMouseEvent) -> bool:
    return event.button() is Qt.MouseButton.LeftButton and not event.modifiers().value


def _opens_behind(event: QMouseEvent) -> bool:
    is_with_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return event.button() is Qt.MouseButton.MiddleButton or (
        event.button() is Qt.MouseButton.LeftButton and is_with_ctrl
    )
