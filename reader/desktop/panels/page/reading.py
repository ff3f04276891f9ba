"""Where a reader is on a page: the reading line, going to places, keeping the place."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor

from reader.desktop.panels.page.rows import Place
from reader.desktop.panels.page.shapes import line_bottom, visible_blocks
from reader.desktop.panels.page.text import PageText
from reader.desktop.session.spot import Spot

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from reader.desktop.panels.page.decorations import Decorations
    from reader.desktop.panels.page.rows import Page
    from reader.desktop.panels.page.shapes import VisibleBlock
    from reader.desktop.panels.page.typesetting import Typography

COMFORT: Final = 0.2
"""How far down the viewport a place is put that is gone to, and where the reading line is."""


def reading_height(value: int, maximum: int, height: int) -> float:
    """How far down the viewport the reading line is, so that every row meets it once.

    It starts at the top of a page, stays a fifth down while there is more to come, and sinks to
    the bottom as the end of the page comes into view.
    """
    if maximum <= 0:
        return 0.0
    usual = height * COMFORT
    last_stretch = min(height - usual, maximum / 2)
    if value <= maximum - last_stretch:
        return min(float(value), usual)
    start = min(maximum - last_stretch, usual)
    share = (value - (maximum - last_stretch)) / last_stretch
    return start + share * (height - 1 - start)


class ReadPage(PageText):
    """A page with its reading line: the item that is being read is known at any time."""

    read_on = Signal()
    """Another item is being read."""
    moved = Signal()
    """Another part of the page is visible, or it is set anew."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.reading = 0
        """The item that is being read."""
        self._anchor = (0, 0.0)
        self._is_settling = False
        self._caret_leads = True
        self.verticalScrollBar().valueChanged.connect(self._follow_scrolling)
        self.horizontalScrollBar().valueChanged.connect(self.moved)
        self.cursorPositionChanged.connect(self._follow_caret)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the first visible line where it is."""
        was_settling, self._is_settling = self._is_settling, True
        super().resizeEvent(event)
        self._is_settling = was_settling
        if not was_settling:
            self.return_to_anchor()

    def showEvent(self, event: QShowEvent) -> None:
        """Stay at the place; Qt would scroll to the caret when the view is shown at first."""
        was_settling, self._is_settling = self._is_settling, True
        super().showEvent(event)
        self._is_settling = was_settling
        if self.page.rows and not was_settling:
            self.return_to_anchor()

    def set_page(self, page: Page, decorations: Decorations, typography: Typography) -> None:
        """Set another page in type; it is read from its beginning."""
        self._is_settling = True
        # Before the page is there, since a scrollbar that goes or comes has the place sought.
        self._anchor = (0, 0.0)
        super().set_page(page, decorations, typography)
        self._is_settling = False
        self._caret_leads = True
        self.reading = 0
        self.verticalScrollBar().setValue(0)
        self.moved.emit()

    def set_again(self, typography: Typography) -> None:
        """Set the same page in another type; caret, selection and place stay."""
        before = self.textCursor()
        caret, selected_from = before.position(), before.anchor()
        reading, leads = self.reading, self._caret_leads
        position, down = self._anchor
        self._is_settling = True
        down = down * typography.pitch / self.typography.pitch if self.typography else down
        super().set_page(self.page, self.decorations, typography)
        cursor = self.textCursor()
        cursor.setPosition(selected_from)
        cursor.setPosition(caret, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._is_settling = False
        self.reading, self._caret_leads = reading, leads
        self._anchor = (position, down)
        self.return_to_anchor()

    def is_settling(self) -> bool:
        """Whether the page is being set, so that the caret is moved by nobody's choice."""
        return self._is_settling

    def set_column(self, width: int) -> None:
        """Wrap lines at a width in pixels, and keep the first visible line where it is."""
        if width == self.lineWrapColumnOrWidth():
            return
        was_settling, self._is_settling = self._is_settling, True
        self.setLineWrapColumnOrWidth(width)
        self._is_settling = was_settling
        self.return_to_anchor()

    def return_to_anchor(self) -> None:
        """Scroll so that the line which was first in the viewport is there again."""
        position, down = self._anchor
        was_settling, self._is_settling = self._is_settling, True
        bar = self.verticalScrollBar()
        if position == 0 and down >= 0:
            bar.setValue(0)
        else:
            bar.setValue(bar.value() + round(self.y_of(position) - down))
        self._is_settling = was_settling
        self.moved.emit()

    def spot(self) -> Spot:
        """Exactly where the reader is."""
        cursor = self.textCursor()
        position, down = self._anchor
        return Spot(
            self.place_of(cursor.position()),
            self.place_of(cursor.anchor()),
            self.place_of(position),
            down / self.typography.pitch if self.typography else 0.0,
            self._caret_leads,
        )

    def return_to(self, spot: Spot) -> None:
        """Be exactly where the reader was; in a text that is shorter now, at its end."""
        if not self.page.rows or self.typography is None:
            return
        self._is_settling = True
        cursor = self.textCursor()
        cursor.setPosition(self._position_near(spot.selected_from))
        cursor.setPosition(self._position_near(spot.caret), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._is_settling = False
        self._anchor = (self._position_near(spot.top), spot.down * self.typography.pitch)
        self.return_to_anchor()
        self._caret_leads = spot.leads and self.is_caret_visible()
        self._read(self.caret().item if self._caret_leads else self._place_on_reading_line().item)

    def _position_near(self, place: tuple[int, int]) -> int:
        item = min(max(place[0], 0), len(self.page.texts) - 1)
        return self.position_of(Place(item, min(max(place[1], 0), len(self.page.texts[item]))))

    def _note_anchor(self) -> None:
        if self.verticalScrollBar().value() == 0:
            self._anchor = (0, 0.0)
            return
        visible = next(iter(visible_blocks(self)), None)
        if visible is None:
            return
        line = visible.layout.lineAt(0)
        for number in range(visible.layout.lineCount()):
            line = visible.layout.lineAt(number)
            if visible.origin.y() + line.y() + line.height() > 0:
                break
        position = visible.block.position() + line.textStart()
        self._anchor = (position, self.y_of(position))

    def _follow_scrolling(self) -> None:
        if self._is_settling:
            return
        self._note_anchor()
        if not (self._caret_leads and self.is_caret_visible()):
            self._caret_leads = False
            self._read(self._item_on_reading_line())
        self.moved.emit()

    def _follow_caret(self) -> None:
        if self._is_settling:
            return
        self._caret_leads = True
        self._read(self.caret().item)

    def _read(self, item: int) -> None:
        if item != self.reading:
            self.reading = item
            self.read_on.emit()

    def is_caret_visible(self) -> bool:
        """Whether the caret's line is in the viewport."""
        rect = self.cursorRect()
        return rect.bottom() > 0 and rect.top() < self.viewport().height()

    def reading_place(self) -> Place:
        """Where the reader is: the caret, or the reading line if the caret is not in view."""
        if self.is_caret_visible():
            return self.caret()
        return self._place_on_reading_line()

    def _reading_line(self) -> float:
        bar = self.verticalScrollBar()
        return reading_height(bar.value(), bar.maximum(), self.viewport().height())

    def _block_on_reading_line(self) -> VisibleBlock | None:
        """The row there, found among the few that are in view."""
        down, rows, found = self._reading_line(), self.page.rows, None
        for visible in visible_blocks(self):
            if visible.block.blockNumber() >= len(rows):
                break
            found = visible
            if visible.bottom > down:
                break
        return found

    def _place_on_reading_line(self) -> Place:
        visible = self._block_on_reading_line()
        if visible is None:
            return Place(0, 0)
        layout, down = visible.layout, self._reading_line() - visible.origin.y()
        last = layout.lineCount() - 1
        number = bisect_right(range(last), down, key=lambda each: line_bottom(layout, each))
        line = layout.lineAt(number)
        offset = line.xToCursor(self.text_left() + 1 - visible.origin.x())
        return self.place_of(visible.block.position() + offset)

    def _item_on_reading_line(self) -> int:
        visible = self._block_on_reading_line()
        return self.page.rows[visible.block.blockNumber()].item if visible is not None else 0

    def fetch_caret(self) -> None:
        """Bring the caret to the reading line, if the reader has scrolled away from it."""
        if self.is_caret_visible():
            return
        bar = self.verticalScrollBar()
        value = bar.value()
        self.set_caret(self.reading_place())
        bar.setValue(value)

    def set_caret(self, place: Place) -> None:
        """Put the caret at a place, with nothing selected."""
        cursor = self.textCursor()
        cursor.setPosition(self.position_of(place))
        self.setTextCursor(cursor)

    def go_to(self, place: Place, end: Place | None = None) -> None:
        """Put the caret at a place, or select from there to `end`, and show it."""
        if not self.page.rows:
            return
        value = self.verticalScrollBar().value()
        if end is None:
            self.set_caret(place)
        else:
            self.select(end, place)
        self._caret_leads = True
        self._read(place.item)
        # Qt has scrolled as little as it could; how far the page moves is decided here.
        self._is_settling = True
        self.verticalScrollBar().setValue(value)
        self._is_settling = False
        self.show_place(place)

    def show_place(self, place: Place) -> None:
        """Scroll to a place, unless there is comfortable room around it already."""
        top = self.y_of(self.position_of(place))
        height = self.viewport().height()
        pitch = self.typography.pitch if self.typography else 0
        bar = self.verticalScrollBar()
        if not pitch / 2 <= top <= height * 0.75:
            bar.setValue(bar.value() + round(top - height * COMFORT))
        self._note_anchor()
        self.moved.emit()

    def go_to_item(self, item: int) -> None:
        """Go to the beginning of a heading or paragraph; the first one is the page's top."""
        self.go_to(Place(item, 0))
        if item == 0:
            self.verticalScrollBar().setValue(0)

    def go_to_end(self) -> None:
        """Put the caret at the end of the page and show it."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def move_caret_by_line(self, *, down: bool) -> None:
        """Move the caret a line on or back, from where the reader is."""
        self.fetch_caret()
        moves = QTextCursor.MoveOperation
        self.moveCursor(moves.Down if down else moves.Up)

    def scroll_by_page(self, pages: int) -> None:
        """Scroll by what is visible, less a line or two that are seen again."""
        bar = self.verticalScrollBar()
        pitch = self.typography.pitch if self.typography else 0
        bar.setValue(bar.value() + round(pages * (self.viewport().height() - 2 * pitch)))
