"""The labels of a header: words that say how they were read, and the chip of a classification."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QToolButton

from reader.desktop.plain import PlainLabel, action_text, set_tooltip, show_tooltip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QPaintEvent

    from reader.desktop.theme import Chip

KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class ExplainedLabel(PlainLabel):
    """Words of the header that say, when pointed at or reached with Tab, how they were read."""

    def __init__(self, name: str, *, wraps: bool = True) -> None:
        super().__init__(wraps=wraps)
        self._name = name
        self._explain: Callable[[], str] = str

    def show_words(self, words: str, explain: Callable[[], str]) -> None:
        """Show words; `explain` is asked only when somebody wants to know."""
        self._explain = explain
        set_tooltip(self, "")
        self.setText(words)
        self.setVisible(bool(words))
        self.setAccessibleName(f"{self._name}: {words}")
        self.setAccessibleDescription("")

    def explanation(self) -> str:
        """How the words were read."""
        return self._explain()

    def event(self, event: QEvent) -> bool:
        """Have the explanation ready for the pointer."""
        if event.type() is QEvent.Type.ToolTip:
            set_tooltip(self, self._explain())
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Explain to whoever comes with the keyboard."""
        super().focusInEvent(event)
        if event.reason() in KEYBOARD_REASONS:
            words = self._explain()
            self.setAccessibleDescription(words)
            show_tooltip(self, words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show where the keyboard is."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.end()


class ChipLabel(ExplainedLabel):
    """A classification in words, on the ground that its cover sheet has."""

    def __init__(self) -> None:
        super().__init__("Classification", wraps=False)
        self._chip: Chip | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        across = self.fontMetrics().height() // 2
        self.setContentsMargins(across, across // 4, across, across // 4)

    def set_chip(self, chip: Chip) -> None:
        """Take the colours of a classification."""
        self._chip = chip
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(chip.text))
        self.setPalette(palette)
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


class DrawerButton(QToolButton):
    """Unfolds something below the header; the arrow says whether it is unfolded."""

    def __init__(self, help_words: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        small = self.fontMetrics().height() // 2
        self.setIconSize(QSize(small, small))
        self.setArrowType(Qt.ArrowType.RightArrow)
        self.toggled.connect(self._turn)
        set_tooltip(self, help_words)

    def show_words(self, words: str) -> None:
        """Show words on the button; without any it is hidden and folded."""
        self.setText(action_text(words))
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        if not words:
            self.setChecked(False)

    def _turn(self, is_open: bool) -> None:
        self.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
