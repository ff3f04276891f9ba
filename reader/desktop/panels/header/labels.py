"""The labels of a header: words that say how they were read, and the chip of a classification."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QPainter,
    QPalette,
    QPen,
    QTextLayout,
    QTextOption,
)

from reader.desktop.plain import PlainLabel, is_for_copying, set_tooltip, show_tooltip
from reader.desktop.theme import colour_words
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QTextLine

    from reader.desktop.panels.header.items import Item
    from reader.desktop.theme import Chip

KEYBOARD_REASONS: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
STEPS: Final = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}
"""The arrows go from item to item."""


class ExplainedLabel(PlainLabel):
    """Items of the header that say, when pointed at or reached by key, how they were read."""

    explanation_wanted = Signal(object)
    """The Item on which F1 was pressed."""
    reached = Signal(object)
    """The Item that the arrows came to."""
    passed = Signal(int)
    """An arrow went beyond the first item, -1, or the last, 1."""

    def __init__(self, name: str, *, wraps: bool = True) -> None:
        super().__init__(wraps=wraps)
        self._name = name
        self._items: Sequence[Item] = ()
        self._here = 0
        self._explain: Callable[[Item], str] = _nothing

    def show_items(self, items: Sequence[Item], explain: Callable[[Item], str]) -> None:
        """Show items; `explain` is asked only when somebody wants to know."""
        self._items = items
        self._here = 0
        self._explain = explain
        words = "".join(f"{item.before}{item.words}" for item in items)
        set_tooltip(self, "")
        self.setText(words)
        self.setVisible(bool(words))
        self.setAccessibleName(f"{self._name}: {words}")
        self.setAccessibleDescription("")

    def item(self) -> Item | None:
        """The item where the keyboard is."""
        return self._items[self._here] if self._here < len(self._items) else None

    def explanation(self) -> str:
        """How the item where the keyboard is was read."""
        item = self.item()
        return self._explain(item) if item is not None else ""

    def enter(self, step: int) -> None:
        """Take the keyboard to the first item, or with -1 to the last."""
        self._here = 0 if step > 0 else max(len(self._items) - 1, 0)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def make_selectable(self) -> None:
        """Let the words be selected with the mouse; the arrows have another use here."""
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        from reader.desktop.panels.header.listening import Listener  # noqa: PLC0415

        Listener(self)

    # What Qt calls.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from item to item, explain with F1."""
        step = STEPS.get(Qt.Key(event.key()), 0)
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        item = self.item()
        if step and is_plain:
            self._go(step)
        elif event.key() == Qt.Key.Key_F1 and item is not None:
            self.explanation_wanted.emit(item)
        elif item is not None and not self.hasSelectedText() and is_for_copying(event):
            QGuiApplication.clipboard().setText(item.words)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The item that was clicked is the one where the keyboard is."""
        number = self._item_at(event.position().toPoint())
        if number is not None and number != self._here:
            self._here = number
            self.update()
            self.reached.emit(self._items[number])
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Explain to whoever comes with the keyboard."""
        super().focusInEvent(event)
        if event.reason() in KEYBOARD_REASONS:
            is_back = event.reason() is Qt.FocusReason.BacktabFocusReason
            self._here = max(len(self._items) - 1, 0) if is_back else 0
            self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show where the keyboard is."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 1))
            for rect in self._focus_rects():
                painter.drawRect(rect)
            painter.end()

    # Items and where they stand.

    def explain_at(self, point: QPoint) -> None:
        """Have the explanation of the item at a point ready as the label's tooltip."""
        number = self._item_at(point)
        set_tooltip(self, self._explain(self._items[number]) if number is not None else "")

    def _go(self, step: int) -> None:
        there = self._here + step
        if 0 <= there < len(self._items):
            self._here = there
            self._tell()
        else:
            self.passed.emit(step)

    def _tell(self) -> None:
        item = self.item()
        words = self.explanation()
        self.setAccessibleDescription(words)
        self.update()
        if item is None:
            return
        self.reached.emit(item)
        rects = self._focus_rects()
        show_tooltip(self, words, rects[-1] if rects else None)

    def _ranges(self) -> list[tuple[int, int]]:
        """Where the words of each item begin and end in the label's text."""
        ranges = []
        end = 0
        for item in self._items:
            start = end + len(item.before)
            end = start + len(item.words)
            ranges.append((start, end))
        return ranges

    def _focus_rects(self) -> list[QRect]:
        """The rectangle around the item where the keyboard is, one a line."""
        if len(self._items) < 2:
            return [self.rect().adjusted(0, 0, -1, -1)]
        start, end = self._ranges()[self._here]
        around = self.rect().adjusted(0, 0, -1, -1)
        return [
            rect.adjusted(-2, 0, 2, 0).intersected(around) for rect in self._rects_of(start, end)
        ]

    def _item_at(self, point: QPoint) -> int | None:
        """The item at a point, the nearest one on its line; None without any."""
        if len(self._items) < 2:
            return 0 if self._items else None
        room = self.contentsRect()
        layout, height = self._laid_out(room.width())
        across, down = (
            point.x() - room.left(),
            point.y() - room.top() - (room.height() - height) / 2,
        )
        top = 0.0
        offset = 0
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            top += line.height()
            offset = line.xToCursor(across)
            if down < top:
                break
        ends = [end for _, end in self._ranges()]
        return min(bisect_left(ends, offset), len(ends) - 1)

    def _rects_of(self, start: int, end: int) -> list[QRect]:
        """The rectangles of a range of the label's text, one a line."""
        room = self.contentsRect()
        layout, height = self._laid_out(room.width())
        top = room.top() + (room.height() - height) / 2
        rects = []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = _x(line, first), _x(line, last)
                rect = QRectF(room.left() + left, top, right - left, line.height())
                rects.append(rect.toAlignedRect())
            top += line.height()
        return rects

    def _laid_out(self, width: int) -> tuple[QTextLayout, float]:
        """The label's text as Qt breaks its lines, and how high it is."""
        layout = QTextLayout(self.text(), self.font())
        wraps = QTextOption.WrapMode.WordWrap if self.wordWrap() else QTextOption.WrapMode.NoWrap
        option = QTextOption()
        option.setWrapMode(wraps)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            height += line.height()
        layout.endLayout()
        return layout, height


class ChipLabel(ExplainedLabel):
    """A classification in words, on the ground that its cover sheet has."""

    def __init__(self) -> None:
        super().__init__(tr("Classification"), wraps=False)
        self._chip: Chip | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        across = self.fontMetrics().height() // 2
        self.setContentsMargins(across, across // 4, across, across // 4)

    def set_chip(self, chip: Chip) -> None:
        """Take the colours of a classification."""
        self._chip = chip
        colour_words(self, chip.text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, then the words."""
        if self._chip is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._chip.edge), 1))
            painter.setBrush(QColor(self._chip.ground))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.end()
        super().paintEvent(event)


def _x(line: QTextLine, offset: int) -> float:
    """Where a character stands on its line; Qt gives the offset back with it."""
    place: tuple[float, int] | float = line.cursorToX(offset)  # type: ignore[assignment]
    return place[0] if isinstance(place, tuple) else place


def _nothing(_item: Item) -> str:
    return ""
