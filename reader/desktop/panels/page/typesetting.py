"""How a page is set: the fonts, the measure, the space between rows, and filling the document."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)

from reader.desktop.panels.page.decorations import overlapping
from reader.desktop.panels.page.rows import RowKind
from reader.desktop.theme import interface_font, monospace_font, reading_font
from reader.settings import ReadingType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextDocument

    from reader.desktop.panels.page.decorations import Decorations
    from reader.desktop.panels.page.rows import Page, Row
    from reader.desktop.theme import Theme

MEASURE: Final = "The museum, she said, owns the northernmost working lens of its kind,"
"""A line of as many characters of ordinary English as the usual column has letters."""

USUAL: Final = ReadingType()

TABLE_COLUMNS: Final = 72
"""Characters of a table's line that fit the measure; telegrams are wrapped at 69 to 72."""

SOURCE_LEADING: Final = 1.3
SOURCE_COLUMNS: Final = 100
"""Columns of a text as received; raw telegrams have 72, pages on the web any number."""

LONGEST_TABLE_LINE: Final = 400
"""A longer line is wrapped, else a page would be as wide as its longest line."""

# An item's sign: "-- the pier", "* a lamp", and the letters of "(a) the first", "iv. the fourth".
BULLET: Final = re.compile(r"[ \t]{0,40}(?:-{1,2}|[*•o·]|\(?[0-9A-Za-z]{1,4}[.)])[ \t]{1,20}")

# What is asked of every row: a name of the module costs a tenth of a member's.
TEXT: Final = RowKind.TEXT

Style: TypeAlias = tuple[int, int, QTextCharFormat]
"""Characters from the first to the last offset, and the format they are set in."""

MOST_STYLED_MARKS: Final = 2000
"""Marks that are coloured as such; the rest of a text that is full of them are only spelled."""


class Typography:
    """The fonts, colours and distances of a page in one type, in pixels."""

    def __init__(self, theme: Theme, chosen: ReadingType) -> None:
        zoom = chosen.zoom
        self.theme = theme
        self.zoom = zoom
        self.reading = reading_font(zoom, chosen.family)
        metrics = QFontMetricsF(self.reading)
        self.letters = metrics
        size = self.reading.pointSizeF() * metrics.fontDpi() / 72
        self.pitch = max(size * chosen.line_height / 100, metrics.height())
        self.proportion = 100 * self.pitch / metrics.height()
        self.measure = round(metrics.horizontalAdvance(MEASURE) * chosen.column / USUAL.column)
        self.padding = round(size * 0.8)
        self.table = self._fitted_monospace(zoom)
        self.number = interface_font(round(zoom * 1.1))
        self.marking = interface_font(round(zoom * 0.86))
        self.marking.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        self._blocks: dict[tuple[object, ...], QTextBlockFormat] = {}
        self._usual: QTextBlockFormat | None = None
        self.text = self._characters(theme.text)
        self.link = self._characters(theme.link)
        self.link.setFontUnderline(True)
        self.redacted = self._characters(theme.redaction)
        self.mark = self._characters(theme.mark)
        self.heading = self._characters(theme.text)
        self.heading.setFontWeight(QFont.Weight.Bold)
        self.subheading = self._characters(theme.text)
        self.subheading.setFontWeight(QFont.Weight.Bold)
        self.subheading.setFontItalic(True)
        self.tabular = self._characters(theme.text)
        self.tabular.setFont(self.table)
        self.signature = self._characters(theme.muted)

    def _characters(self, colour: str) -> QTextCharFormat:
        characters = QTextCharFormat()
        characters.setForeground(QColor(colour))
        return characters

    def _fitted_monospace(self, zoom: int) -> QFont:
        """The monospaced font, not larger than the lines of a table fit the measure."""
        font = monospace_font(zoom)
        width = QFontMetricsF(font).horizontalAdvance("0") * TABLE_COLUMNS
        if width > self.measure:
            font.setPointSizeF(font.pointSizeF() * self.measure / width)
        return font

    def characters(self, page: Page, row: Row) -> QTextCharFormat:
        """The format of a row's ordinary characters."""
        if row.kind is TEXT:
            return self.text
        if row.kind is RowKind.HEADING:
            return self.heading if page.levels[row.item] < 2 else self.subheading
        if row.kind in (RowKind.TABLE, RowKind.SOURCE):
            return self.tabular
        return self.signature if row.kind is RowKind.SIGNATURE else self.text

    def block(self, page: Page, row: Row, before: Row | None) -> QTextBlockFormat:
        """The format of a row: the space above it, its indent, its line height."""
        if row.kind is TEXT and row.is_first and before is not None and before.kind is TEXT:
            # A paragraph after a paragraph, as most are.
            return self._usual or self._make_usual(page, row, before)
        return self._unusual(page, row, before)

    def _make_usual(self, page: Page, row: Row, before: Row) -> QTextBlockFormat:
        self._usual = self._unusual(page, row, before)
        return self._usual

    def _unusual(self, page: Page, row: Row, before: Row | None) -> QTextBlockFormat:
        bullet = ""
        if row.kind is RowKind.ITEM:
            match = None if row.is_cut else BULLET.match(row.shown)
            bullet = match.group() if match else ""
        is_wide = row.kind is RowKind.TABLE and len(row.shown) > LONGEST_TABLE_LINE
        level = page.levels[row.item]
        key = (row.kind, level, is_wide, bullet, self._space_above(row, before))
        made = self._blocks.get(key)
        if made is None:
            made = self._blocks[key] = self._new_block(*key)
        return made

    def _space_above(self, row: Row, before: Row | None) -> float:
        """The space above a row in line pitches; headings keep close to what they head."""
        if before is None or row.is_cut or row.kind is RowKind.SOURCE:
            return 0
        if row.kind is RowKind.HEADING:
            return 0.3 if before.kind is RowKind.HEADING else 1.3
        if row.kind is RowKind.SIGNATURE:
            return 1.3 if row.is_first else 0
        if row.is_first:
            return 0.3 if before.kind is RowKind.HEADING else 0.65
        if row.kind is RowKind.TABLE:
            return 0 if before.kind is RowKind.TABLE else 0.5
        if row.kind is RowKind.ITEM:
            return 0.25 if before.kind is RowKind.ITEM else 0.4
        if row.kind is RowKind.LINE:
            return 0.65 if row.start - before.end > 1 else 0
        return 0.4

    def _new_block(
        self, kind: RowKind, level: int, is_wide: bool, bullet: str, space: float
    ) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setTopMargin(round(space * self.pitch))
        made.setLineHeight(
            self.proportion if kind is not RowKind.TABLE else 125.0,
            QTextBlockFormat.LineHeightTypes.ProportionalHeight.value,
        )
        if kind is RowKind.HEADING:
            made.setHeadingLevel(min(max(level, 1), 6) + 1)
        elif kind is RowKind.TABLE:
            made.setNonBreakableLines(not is_wide)
        elif kind is RowKind.ITEM:
            hang = self.letters.horizontalAdvance(bullet)
            made.setLeftMargin(round(self.letters.height() * 0.8 + hang))
            made.setTextIndent(-hang)
        return made


class SourceTypography(Typography):
    """The fonts and distances of a text as received: letters of one width, narrower lines."""

    def __init__(self, theme: Theme, zoom: int) -> None:
        super().__init__(theme, ReadingType(zoom))
        self.reading = self.table = monospace_font(zoom)
        self.letters = QFontMetricsF(self.reading)
        self.pitch = self.letters.height() * SOURCE_LEADING
        self.proportion = 100 * SOURCE_LEADING
        self.measure = round(self.letters.horizontalAdvance("0") * SOURCE_COLUMNS)
        self.padding = round(self.letters.horizontalAdvance("0"))
        self.number = interface_font(zoom)
        self.tabular = self.text


def fill(
    document: QTextDocument, page: Page, decorations: Decorations, typography: Typography
) -> None:
    """Put the rows into an empty document as plain text with formats, one block a row."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    before: Row | None = None
    alike: list[str] = []
    format_alike: QTextBlockFormat | None = None
    marks = iter(range(MOST_STYLED_MARKS))
    set_off: list[Style] = []
    position = 0
    for row in page.rows:
        block = typography.block(page, row, before)
        styles = _styles(row, decorations, typography)
        if row.pieces:
            length = row.pieces[-1].position + row.pieces[-1].length
        else:
            length = len(row.shown)
            if styles:
                set_off += _moved(styles, row, position - row.start)
        position += length + 1
        # Rows set alike go in together: Qt makes a block of each line by itself. The format of a
        # row's characters depends on what its block's format depends on.
        if not row.pieces and alike and block is format_alike:
            alike.append(row.shown)
            before = row
            continue
        cursor.insertText("\n".join(alike))
        alike = [] if row.pieces else [row.shown]
        format_alike = block
        characters = typography.characters(page, row)
        if before is None:
            cursor.setBlockFormat(block)
            cursor.setCharFormat(characters)
        else:
            cursor.insertBlock(block, characters)
        before = row
        if row.pieces:
            _insert_pieces(cursor, row, styles, typography.mark, marks)
    cursor.insertText("\n".join(alike))
    for start, end, style in set_off:
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(style)
    cursor.endEditBlock()


def _moved(styles: list[Style], row: Row, by: int) -> Iterator[Style]:
    """The ranges within a row, none over another, as positions of the document."""
    here = row.start
    for start, end, style in styles:
        first, last = max(start, here), min(end, row.end)
        if first < last:
            yield first + by, last + by, style
            here = last


def _insert_pieces(
    cursor: QTextCursor, row: Row, styles: list[Style], mark: QTextCharFormat, marks: Iterator[int]
) -> None:
    """Insert a row in pieces of one format, as many of its marks coloured as `marks` gives."""
    characters = cursor.charFormat()
    for piece in row.pieces:
        if piece.is_mark:
            is_coloured = next(marks, None) is not None
            cursor.insertText(piece.shown, mark if is_coloured else characters)
        else:
            for text, style in _cut(piece.shown, piece.start, piece.end, styles):
                cursor.insertText(text, style or characters)


def _styles(row: Row, decorations: Decorations, typography: Typography) -> list[Style]:
    """The ranges of a row that are set in another format, in order, none over another."""
    redactions = decorations.redactions.get(row.item, ())
    mentions = decorations.mentions.get(row.item, ())
    if not redactions and not mentions:
        return []
    styles = [
        (ranged.start, ranged.end, style)
        for ranges, style in ((redactions, typography.redacted), (mentions, typography.link))
        for ranged in overlapping(ranges, row.start, row.end)
    ]
    styles.sort(key=itemgetter(0))
    return styles


def _cut(
    text: str, start: int, end: int, styles: list[Style]
) -> Iterator[tuple[str, QTextCharFormat | None]]:
    """The characters `start` to `end` in runs of one style; `text` begins with the first."""
    here = start
    for style_start, style_end, style in styles:
        first, last = max(style_start, here), min(style_end, end)
        if last <= first:
            continue
        if first > here:
            yield text[here - start : first - start], None
        yield text[first - start : last - start], style
        here = last
    if here < end:
        yield text[here - start :], None
