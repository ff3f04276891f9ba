"""The anatomy panel: the text as received in its parts, and the part under the caret explained."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.cable.explanations.anatomy import explain_part, name_of, part_at, parts_of
from reader.desktop.notices import announce
from reader.desktop.panels.anatomy.overlay import AnatomyOverlay
from reader.desktop.panels.header.card import ExplanationCard
from reader.desktop.panels.page.quiet import quieten
from reader.desktop.panels.source import SourcePanel
from reader.desktop.plain import PlainLabel, show_tooltip
from reader.desktop.theme import colour_words
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cable.explanations.anatomy import Part
    from reader.cable.model import Cable
    from reader.desktop.theme import Theme
    from reader.settings import ReadingType

CARD_LETTERS: Final = 38
"""Width of the explanation in average letters."""


class PartsOfText(SourcePanel):
    """The text as received with a box around each of its parts."""

    def __init__(self) -> None:
        super().__init__()
        self.view = self._view
        self._view.setAccessibleName(tr("Telegram in its parts"))
        self._overlay = AnatomyOverlay(self._view)

    def show_parts(self, parts: Sequence[Part], current: int) -> None:
        """Box the parts, and frame one of them."""
        self._overlay.show_parts(parts, current)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        super().set_theme(theme)
        self._overlay.theme = theme
        self._overlay.update()


class AnatomyPanel(QWidget):
    """Shows a telegram for whoever learns to read one; arrows go from part to part."""

    left = Signal()
    """Whoever learned enough wants to go back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cable: Cable | None = None
        self._parts: tuple[Part, ...] = ()
        self._current = 0
        self._is_moving = False
        """Whether the caret is being moved by us."""
        self._text = PartsOfText()
        self._card = ExplanationCard(has_buttons=False)
        self._count = PlainLabel()
        self._keys = PlainLabel(
            tr("← → part by part, ↑ ↓ line by line, Home End first and last, Esc leaves"),
            wraps=True,
        )
        self._leave = QPushButton(tr("Back to reading"))
        self._leave.clicked.connect(self.left)
        self._build()
        self._text.offset_changed.connect(self._follow)
        for watched in (self._text.view, self._text.view.viewport()):
            watched.installEventFilter(self)
        self.setFocusProxy(self._text)

    def _build(self) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        quieten(scroll)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        for widget in (self._count, self._card, self._keys):
            column.addWidget(widget)
        column.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        scroll.setWidget(inner)
        scroll.setFixedWidth(CARD_LETTERS * self.fontMetrics().averageCharWidth() + 24)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._text, 1)
        layout.addWidget(scroll)

    # What is shown.

    def show_cable(self, cable: Cable, offset: int = 0) -> None:
        """Show the parts of a cable, the one at an offset of the text as received explained."""
        self._cable = cable
        self._parts = parts_of(cable)
        self._text.show_cable(cable)
        self.go_to_part(part_at(self._parts, offset))

    def clear(self) -> None:
        """Let go of the cable."""
        self._cable = None
        self._parts = ()
        self._text.show_cable(None)
        self._text.show_parts((), -1)

    def part(self) -> Part | None:
        """The part that is explained."""
        return self._parts[self._current] if self._parts else None

    def words(self) -> str:
        """What is said of the part."""
        return self._card.words()

    def go_to_part(self, index: int) -> None:
        """Frame a part and explain it."""
        if not self._parts:
            self._count.setText(tr("There is nothing in this text to explain."))
            return
        self._current = min(max(index, 0), len(self._parts) - 1)
        part = self._parts[self._current]
        self._is_moving = True
        self._text.go_to(part.start)
        self._is_moving = False
        self._explain()

    def _explain(self) -> None:
        part, cable = self.part(), self._cable
        if part is None or cable is None:
            return
        self._text.show_parts(self._parts, self._current)
        explanation = explain_part(cable, part)
        self._card.show_explanation(explanation)
        number, count = self._current + 1, len(self._parts)
        self._count.setText(tr("Part {number} of {count}", number=number, count=count))
        self._text.view.setAccessibleDescription(explanation.words())
        announce(self, f"{name_of(part)}: {'. '.join(explanation.how_read)}")

    # Getting around.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrows, which else would go from letter to letter; name what is pointed at."""
        if isinstance(event, QHelpEvent):
            return self._tell_part(event)
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        is_copy = event.matches(QKeySequence.StandardKey.Copy)
        if event.type() is QEvent.Type.ShortcutOverride and is_copy:
            # The window would copy from the text to be read.
            event.accept()
            return True
        is_taken = event.type() is QEvent.Type.KeyPress and self._press(event)
        return is_taken or super().eventFilter(watched, event)

    def _tell_part(self, event: QHelpEvent) -> bool:
        view, cable = self._text.view, self._cable
        offset = view.place_at(event.pos()).offset
        part = self._parts[part_at(self._parts, offset)] if self._parts else None
        if part is None or cable is None or not part.start <= offset <= part.end:
            return False
        beside = QRect(event.pos(), QSize(1, view.fontMetrics().height()))
        show_tooltip(view.viewport(), explain_part(cable, part).words(), beside)
        return True

    def _press(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy) and not self._text.selected_text():
            QGuiApplication.clipboard().setText(self.words())
            return True
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        here = self._current
        goals = {
            Qt.Key.Key_Right: here + 1,
            Qt.Key.Key_Left: here - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._parts) - 1,
        }
        key = Qt.Key(event.key())
        if key in goals:
            self.go_to_part(goals[key])
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.go_to_part(self._on_other_line(1 if key == Qt.Key.Key_Down else -1))
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return False
        return True

    def _on_other_line(self, step: int) -> int:
        """The first part that begins on the next line that has one, or on the line before."""
        part, cable = self.part(), self._cable
        if part is None or cable is None:
            return 0
        index = self._current + step
        while 0 <= index < len(self._parts) and not self._is_line_between(index, cable.text):
            index += step
        if step < 0:
            while index > 0 and not self._begins_line(index, cable.text):
                index -= 1
        return index

    def _is_line_between(self, index: int, text: str) -> bool:
        first, last = sorted((self._parts[index].start, self._parts[self._current].start))
        return text.find("\n", first, last) >= 0

    def _begins_line(self, index: int, text: str) -> bool:
        return text.find("\n", self._parts[index - 1].start, self._parts[index].start) >= 0

    def _follow(self, offset: int) -> None:
        """The caret was moved with the mouse, or by a page."""
        if self._is_moving or not self._parts:
            return
        index = part_at(self._parts, offset)
        if index != self._current:
            self._current = index
            self._explain()

    # How it is shown.

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._text.set_theme(theme)
        self._card.set_theme(theme)
        for label in (self._count, self._keys):
            colour_words(label, theme.muted)

    def set_type(self, chosen: ReadingType) -> None:
        """Set the text in another size."""
        self._text.set_type(chosen)
