"""An edition set in lines: each knows its height and how it is painted, none knows of pages.

All lengths are in units of the device that is painted on. It needs no thread in particular.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from reader.cable.exports.edition import Shape
from reader.cable.exports.signs import seen
from reader.cable.redactions import runs_of
from reader.desktop.printing.fonts import BAR, INK, MUTED, SMALLEST_TABLE
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QPagedPaintDevice, QPainter

    from reader.cable.exports.edition import Edition, Piece
    from reader.desktop.printing.fonts import PrintFonts

LEADING: Final = 1.22
"""From baseline to baseline, in heights of the font."""
LONGEST_RUN: Final = 4096
"""Characters that nothing breaks; Qt's wrapping takes quadratic time beyond."""

GUTTER: Final = 40.0
"""Points to the left of the text, where the numbers stand."""
FACTS: Final = 78.0
"""Points to the left of the values of the head."""
ITEM: Final = 18.0
"""Points by which an item of a list stands in."""

SHARES: Final = {
    Shape.HEADING: 1.5, Shape.SUBHEADING: 1.2, Shape.TEXT: 0.65, Shape.ITEM: 0.3,
    Shape.TABLE: 0.5, Shape.SIGNATURE: 1.5,
}  # fmt: skip
"""The space above each shape, in heights of the body's font."""


class Line(NamedTuple):
    """A line, or the space above one."""

    height: float
    paint: Callable[[QPainter, float, float], None] | None
    """Paints it at the left edge of the column and a height of the page; None for a space."""
    keeps: bool = False
    """Whether the next line must be on the same page."""


class Setter:
    """Sets an edition for one device, in a column of one width."""

    def __init__(self, device: QPagedPaintDevice, fonts: PrintFonts, width: float) -> None:
        self._device = device
        self._fonts = fonts
        self._width = width
        self._point = device.logicalDpiY() / 72
        self._body_height = QFontMetricsF(fonts.body, device).height()

    def set_edition(self, edition: Edition) -> Iterator[Line]:
        """The lines of a whole edition, from the head to the notes."""
        yield from self._head(edition)
        for piece in edition.pieces:
            yield self._space(SHARES[piece.shape])
            yield from self._piece(piece)
        if edition.notes:
            yield self._space(SHARES[Shape.HEADING])
            yield from self._text(tr("Notes"), self._fonts.heading, keeps=True)
        for number, note in enumerate(edition.notes, 1):
            yield self._space(0.3)
            yield from self._text(
                note, self._fonts.body, left=GUTTER * self._point, label=f"{number}."
            )
        if edition.link:
            yield self._space(SHARES[Shape.SIGNATURE])
            yield from self._text(
                tr("Link: {link}", link=edition.link), self._fonts.small, colour=MUTED
            )

    def _head(self, edition: Edition) -> Iterator[Line]:
        fonts, left = self._fonts, FACTS * self._point
        yield from self._text(edition.classification, fonts.strong, keeps=True)
        yield self._space(0.3)
        yield from self._text(edition.title, fonts.title, keeps=True)
        yield self._space(0.5)
        for name, value in edition.facts:
            yield from self._text(value, fonts.small, left=left, label=name)
            yield self._space(0.1)
        for place, reference in enumerate(edition.references):
            label = "" if place else tr("References")
            yield from self._text(reference, fonts.small, left=left, label=label)
            yield self._space(0.1)
        yield self._space(0.6)

    def _piece(self, piece: Piece) -> Iterator[Line]:
        fonts, gutter = self._fonts, GUTTER * self._point
        marking = f"({piece.marking}) " if piece.marking else ""
        label = f"{piece.number}." if piece.number else ""
        if piece.shape is Shape.TABLE:
            yield from self._table(piece)
            return
        if piece.shape in (Shape.HEADING, Shape.SUBHEADING):
            font = fonts.heading if piece.shape is Shape.HEADING else fonts.subheading
            yield from self._text(marking + piece.text, font, left=gutter, keeps=True)
            return
        left = gutter + (ITEM * self._point if piece.shape is Shape.ITEM else 0)
        calls = "".join(f" [{number}]" for number in piece.notes)
        text = f"{marking}{piece.text}{calls}"
        yield from self._text(text, fonts.body, left=left, label=label)

    def _table(self, piece: Piece) -> Iterator[Line]:
        """In letters as small as its longest line needs, down to what can be read."""
        left, font = GUTTER * self._point, QFont(self._fonts.table)
        room = self._width - left
        longest = max(piece.text.split("\n"), key=len)
        needed = QFontMetricsF(font, self._device).horizontalAdvance("0") * max(len(longest), 1)
        if needed > room:
            font.setPointSizeF(max(font.pointSizeF() * room / needed * 0.99, SMALLEST_TABLE))
        label = f"{piece.number}." if piece.number else ""
        calls = "".join(f" [{number}]" for number in piece.notes)
        yield from self._text(piece.text + calls, font, left=left, label=label)

    def _space(self, share: float) -> Line:
        return Line(share * self._body_height, None)

    def _text(
        self,
        text: str,
        font: QFont,
        *,
        left: float = 0,
        label: str = "",
        colour: str = INK,
        keeps: bool = False,
    ) -> Iterator[Line]:
        """The lines of a text; a label stands in the margin beside the first one."""
        layouts = [self._layout(part, font, left, colour) for part in _parts(seen(text))]
        total = sum(layout.lineCount() for layout in layouts)
        mark = self._layout(seen(label), self._fonts.small, 0, MUTED) if label else None
        number = 0
        for layout in layouts:
            for index in range(layout.lineCount()):
                number += 1
                # No first line of a paragraph stands alone, and no last one.
                stays = keeps or (total > 1 and number in (1, total - 1))
                yield self._line(layout, index, left, mark if number == 1 else None, stays)

    def _line(
        self, layout: QTextLayout, index: int, left: float, mark: QTextLayout | None, keeps: bool
    ) -> Line:
        height = layout.lineAt(index).height()

        def paint(painter: QPainter, x: float, y: float) -> None:
            # A line lives only as long as its layout, which is why that is held here.
            line = layout.lineAt(index)
            ascent = line.ascent()
            if mark is not None:
                first = mark.lineAt(0)
                first.draw(painter, QPointF(x, y + ascent - first.ascent()))
            line.draw(painter, QPointF(x + left, y - line.y()))

        return Line(height * LEADING, paint, keeps)

    def _layout(self, text: str, font: QFont, left: float, colour: str) -> QTextLayout:
        layout = QTextLayout(text, font, self._device)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(list(_formats(text, colour)))
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(self._width - left, 1))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout


def _parts(text: str) -> Iterator[str]:
    """The lines of a text; one that Qt would wrap for ever is cut."""
    for line in text.split("\n"):
        if len(line) <= LONGEST_RUN or _is_broken(line):
            yield line
            continue
        for start in range(0, len(line), LONGEST_RUN):
            yield line[start : start + LONGEST_RUN]


def _is_broken(line: str) -> bool:
    return max(map(len, line.split()), default=0) <= LONGEST_RUN


def _formats(text: str, colour: str) -> Iterator[QTextLayout.FormatRange]:
    """The colour of the letters; redactions are bars whose letters can still be copied."""
    runs: Sequence[tuple[str, bool]] = tuple(runs_of(text))
    place = 0
    for run, is_redacted in runs:
        found = QTextLayout.FormatRange()
        found.start = place
        # Qt counts in UTF-16 units.
        found.length = len(run.encode("utf-16-le")) // 2
        place += found.length
        characters = QTextCharFormat()
        characters.setForeground(QColor(BAR if is_redacted else colour))
        if is_redacted:
            characters.setBackground(QColor(BAR))
        found.format = characters
        yield found
