"""What a label of the header hears of that Qt tells by no method of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from reader.desktop.panels.header.labels import ExplainedLabel


class Listener(QObject):
    """Has the explanation of a label ready for the pointer, and keeps F1 and copying for it.

    A method `event` of the label would do so too, but for its sake the types of all events that
    Qt has would be made for Python before the first paint.
    """

    def __init__(self, label: ExplainedLabel) -> None:
        super().__init__(label)
        self._label = label
        label.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the tooltip and at the keys before the label and the window do."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._label.explain_at(event.pos())
        elif (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.key() == Qt.Key.Key_F1 or event.matches(QKeySequence.StandardKey.Copy))
            and self._label.item() is not None
        ):
            # The window has another use for these keys.
            event.accept()
            return True
        return super().eventFilter(watched, event)
