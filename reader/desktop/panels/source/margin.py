"""The margin of the source: the numbers of its lines, and their roles by a word and a band."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from reader.cable.model import Role
from reader.desktop.panels.page.shapes import baseline, visible_blocks
from reader.desktop.plain import set_tooltip
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from reader.cable.model import Line
    from reader.desktop.panels.page.rows import Row
    from reader.desktop.panels.page.typesetting import Typography
    from reader.desktop.panels.page.view import PageView

BANDS: Final = {
    Role.TRANSMISSION_ID: 0,
    Role.ROUTING: 0,
    Role.STATION: 0,
    Role.SECURITY: 0,
    Role.DATE_TIME_GROUP: 0,
    Role.ORIGINATOR: 1,
    Role.ACTION: 1,
    Role.INFO: 1,
    Role.DISTRIBUTION: 1,
    Role.PASSING: 1,
    Role.CLASSIFICATION: 2,
    Role.CAPTION: 2,
    Role.EXECUTIVE_ORDER: 2,
    Role.CLASSIFIED_BY: 2,
    Role.TAGS: 3,
    Role.SUBJECT: 3,
    Role.REFERENCES: 3,
    Role.HEADING: 4,
    Role.SIGNATURE: 4,
}
"""The colour of a role's band by its number in the theme; paragraphs have none."""

NO_BAND: Final = frozenset({Role.PARAGRAPH, Role.BLANK})
NO_MESSAGE: Final = 5
"""The band of what is no part of the message: page breaks, stamps, rules, artefacts."""

ROOM_FOR_NAMES: Final = 560
"""Pixels at a zoom of 100 per cent; in a narrower panel only hover tells the names of roles."""


class LineMargin(QWidget):
    """Numbers the lines, and tells their roles by a word and a thin band."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self._lines: Sequence[Line] = ()
        self._numbers: list[int] = []
        self._name_width = self._number_width = self._gap = 0.0
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(tr("Line numbers and roles of lines"))
        view.moved.connect(self.update)
        view.cursorPositionChanged.connect(self._describe)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint number, name and band of the visible lines."""
        typography = self._view.typography
        if typography is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows = self._view.page.rows
        here = self._view.textCursor().block().blockNumber()
        told: Role | None = None
        for visible in visible_blocks(self._view):
            number = visible.block.blockNumber()
            if number >= len(rows):
                break
            role = self.role_at(rows[number].start)
            line = baseline(visible)
            self._paint_number(painter, number, line, typography, is_here=number == here)
            if role is None or role is Role.BLANK:
                continue
            if role is not told and self._name_width and not rows[number].is_cut:
                painter.setFont(typography.marking)
                painter.setPen(QColor(typography.theme.muted))
                painter.drawText(QPointF(self._gap, line), tr(role.value))
            told = role
            self._paint_band(painter, role, QRectF(0, visible.top, 0, visible.bottom - visible.top))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the role of the line under the pointer."""
        place = self._view.place_at(QPointF(0, event.position().y()).toPoint())
        role = self.role_at(place.offset)
        set_tooltip(self, tr(role.value) if role else "")

    def set_lines(self, lines: Sequence[Line], rows: Sequence[Row]) -> None:
        """Take the lines of another text, and number its rows."""
        self._lines = lines
        self._numbers = []
        count = 0
        for row in rows:
            count += not row.is_cut
            self._numbers.append(0 if row.is_cut else count)

    def role_at(self, offset: int) -> Role | None:
        """The role of the line at an offset."""
        if not self._lines:
            return None
        index = bisect_right(self._lines, offset, key=lambda line: line.start) - 1
        return self._lines[max(index, 0)].role

    def needed_width(self, typography: Typography) -> int:
        """How wide the margin must be for its names and numbers, in pixels."""
        numbers = QFontMetricsF(typography.number)
        names = QFontMetricsF(typography.marking)
        self._gap = numbers.height() * 0.5
        digits = len(str(max(self._numbers, default=1)))
        self._number_width = numbers.horizontalAdvance("0") * max(digits, 2)
        has_room = self._view.width() * 100 >= ROOM_FOR_NAMES * typography.zoom
        roles = {line.role for line in self._lines} - {Role.BLANK}
        self._name_width = max(
            (names.horizontalAdvance(tr(role.value)) + self._gap for role in roles if has_room),
            default=0.0,
        )
        return round(self._name_width + self._number_width + self._gap * 3.4)

    def _paint_number(
        self, painter: QPainter, row: int, line: float, typography: Typography, *, is_here: bool
    ) -> None:
        if not self._numbers[row]:
            return
        painter.setFont(typography.number)
        painter.setPen(QColor(typography.theme.text if is_here else typography.theme.gutter))
        words = str(self._numbers[row])
        width = QFontMetricsF(typography.number).horizontalAdvance(words)
        right = self._gap + self._name_width + self._number_width
        painter.drawText(QPointF(right - width, line), words)

    def _paint_band(self, painter: QPainter, role: Role, rect: QRectF) -> None:
        typography = self._view.typography
        if typography is None or role in NO_BAND:
            return
        width = max(3.0, typography.pitch / 7)
        rect.setLeft(self.width() - self._gap - width)
        rect.setWidth(width)
        colour = typography.theme.bands[BANDS.get(role, NO_MESSAGE)]
        painter.fillRect(rect.toAlignedRect(), QColor(colour))

    def words_at_caret(self) -> str:
        """The number of the line in which the caret is, and its role."""
        row = self._view.textCursor().block().blockNumber()
        if row >= len(self._numbers):
            return ""
        role = self.role_at(self._view.caret().offset)
        number = self._numbers[row]
        words = tr("Line {number}", number=number) if number else tr("Line goes on")
        return f"{words}, {tr(role.value)}" if role else words

    def _describe(self) -> None:
        """Say which line the caret is in, and its role, to those who do not see the margin."""
        self.setAccessibleDescription(self.words_at_caret())
        self.update()
