"""Where the mouse points between two lines: at the nearer one.

Qt takes what is below a line for the beginning of the next. With lines set apart, the end of a
selection would jump to and fro while the mouse is drawn over them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QMouseEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit


def on_a_line(view: QTextEdit, event: QMouseEvent) -> QMouseEvent:
    """The event as if it were on the line that is nearest; itself where it is on one."""
    point = nearest(view, event.position())
    if point == event.position():
        return event
    return QMouseEvent(
        event.type(),
        point,
        event.globalPosition(),
        event.button(),
        event.buttons(),
        event.modifiers(),
        event.pointingDevice(),
    )


def nearest(view: QTextEdit, point: QPointF) -> QPointF:
    """The point of the viewport, moved into a line where it lies between two of a block."""
    cursor = view.cursorForPosition(point.toPoint())
    block = cursor.block()
    # Qt takes a point between two lines for the beginning of the one below.
    number = block.layout().lineForTextPosition(cursor.positionInBlock()).lineNumber()
    if number < 1:
        return point
    whole = view.document().documentLayout().blockBoundingRect(block)
    top = whole.top() - view.verticalScrollBar().value()
    above, below = (block.layout().lineAt(each).rect() for each in (number - 1, number))
    y = point.y() - top
    if not above.bottom() <= y < below.top():
        return point
    line = above if y - above.bottom() < below.top() - y else below
    return QPointF(point.x(), top + line.center().y())
