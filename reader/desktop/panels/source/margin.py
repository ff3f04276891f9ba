"""The margin of the source: the numbers of its lines, and their roles by a word and a band."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from reader.cable.model import Role
from reader.desktop.panels.page.shapes import baseline, visible_blocks
from reader.desktop.panels.page.telling import with_note
from reader.desktop.panels.source.marks import NO_STARS, starred
from reader.desktop.plain import set_tooltip
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from reader.cable.model import Cable, Line
    from reader.desktop.panels.page.rows import Row
    from reader.desktop.panels.page.typesetting import Typography
    from reader.desktop.panels.page.view import PageView
    from reader.desktop.panels.source.marks import Stars

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

LONGEST_WHOLE: Final = 72
"""Letters of the longest line that a telegram has; where the names of roles would have such lines
broken, only hover tells them."""


class LineMargin(QWidget):
    """Numbers the lines, and tells their roles by a word and a thin band."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self._lines: Sequence[Line] = ()
        self._numbers: list[int] = []
        self._longest = 0
        self._cable: Cable | None = None
        self._stars = NO_STARS
        self._name_width = self._number_width = self._star_width = self._gap = 0.0
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
            self._paint_star(painter, rows[number], line, typography)
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
        number = self._view.page.row_of(place)
        ordinal = self._starred(self._view.page.rows[number])
        note = self._stars.noted.get(ordinal, "") if ordinal is not None else ""
        set_tooltip(self, with_note(", ".join(self._told(number)), note))

    def set_lines(
        self, lines: Sequence[Line], rows: Sequence[Row], cable: Cable | None = None
    ) -> None:
        """Take the lines of another text, and number its rows."""
        self._lines = lines
        self._cable, self._stars = cable, NO_STARS
        self._numbers = []
        self._longest = min(max((len(row.shown) for row in rows), default=0), LONGEST_WHOLE)
        count = 0
        for row in rows:
            count += not row.is_cut
            self._numbers.append(0 if row.is_cut else count)

    def set_stars(self, stars: Stars) -> None:
        """Show a star beside the lines in which these paragraphs begin."""
        self._stars = stars
        self._describe()

    def _told(self, number: int) -> list[str]:
        """What there is to say of a row beside its number: its role, and its bookmark."""
        row = self._view.page.rows[number]
        role, ordinal = self.role_at(row.start), self._starred(row)
        told = [tr(role.value)] if role else []
        if ordinal is None:
            return told
        name = self._stars.names[ordinal]
        told.append(tr("bookmarked: {name}", name=name) if name else tr("bookmarked"))
        if ordinal in self._stars.noted:
            told.append(tr("with a note"))
        if ordinal in self._stars.uncertain:
            told.append(tr("perhaps not the place"))
        return told

    def _starred(self, row: Row) -> int | None:
        return starred(self._cable, row, self._stars) if self._cable is not None else None

    def _paint_star(self, painter: QPainter, row: Row, line: float, typography: Typography) -> None:
        ordinal = self._starred(row)
        if ordinal is None:
            return
        from reader.desktop.panels.page.signs import paint_bookmark  # noqa: PLC0415 - few have any

        numbers = QFontMetricsF(typography.number)
        size = self._star_width / 2
        # As far from the number as from the band.
        left = self._gap * 1.5 + self._name_width + self._number_width
        paint_bookmark(
            painter,
            QPointF(left + size, line - numbers.capHeight() / 2),
            size,
            typography,
            is_kept=True,
            is_certain=ordinal not in self._stars.uncertain,
            has_note=ordinal in self._stars.noted,
        )

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
        roles = {line.role for line in self._lines} - {Role.BLANK}
        name_width = max(
            (names.horizontalAdvance(tr(role.value)) + self._gap for role in roles), default=0.0
        )
        self._star_width = numbers.height() * 0.8 if self._cable is not None else 0.0
        narrow = self._number_width + self._star_width + self._gap * 3.4
        lines = typography.letters.horizontalAdvance("0") * self._longest + 2 * typography.padding
        bar = self._view.verticalScrollBar().sizeHint().width()
        has_room = narrow + name_width + lines + bar < self._view.width()
        self._name_width = name_width if has_room else 0.0
        return round(narrow + self._name_width)

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
        number = self._numbers[row]
        words = tr("Line {number}", number=number) if number else tr("Line goes on")
        return ", ".join((words, *self._told(row)))

    def _describe(self) -> None:
        """Say which line the caret is in, and its role, to those who do not see the margin."""
        self.setAccessibleDescription(self.words_at_caret())
        self.update()
