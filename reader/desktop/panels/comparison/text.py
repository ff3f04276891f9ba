"""Two versions as one text: in two columns, or one below the other; differences have signs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from reader.cable.comparison import Kind
from reader.desktop.panels.comparison.words import row_label, signs
from reader.desktop.panels.page.marks import UNBROKEN, with_marks
from reader.desktop.panels.page.quiet import quieten
from reader.desktop.panels.page.scroll_marks import ScrollMarks
from reader.desktop.panels.page.text import PlainDocument
from reader.desktop.plain import givable_text
from reader.desktop.theme import LIGHT, reading_font

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from reader.cable.comparison import Comparison, Difference, Row
    from reader.desktop.theme import Theme

LONGEST_IN_COLUMNS: Final = 250_000
"""Characters of both versions that are set in columns: Qt takes seconds for tables of more."""
LONGEST_RUN: Final = 4096
"""Characters that nothing breaks; Qt's wrapping takes quadratic time beyond."""
MARGIN: Final = 12
PADDING: Final = 8
"""Pixels around the text, and around each cell."""
COLUMNS: Final = 3
NOTHING: Final = "\N{EM DASH}"
"""Stands where a version has nothing in a row."""


class Part(NamedTuple):
    """A part of a row's text on one side: what both have, or what differs."""

    words: str
    sign: str = ""
    number: int = -1
    """The number of the difference; -1 for what both have."""


class ComparisonText(QTextEdit):
    """Shows every row, or those with differences alone; the current difference is outlined."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._theme = LIGHT
        self._in_columns = True
        self._is_short = False
        self._places: dict[int, list[tuple[int, int]]] = {}
        """Where the words of each difference stand in the document."""
        self._current = -1
        self._label_width = 0
        self._marks = ScrollMarks(self.verticalScrollBar())
        quieten(self)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    # What Qt calls.

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002
        """Give nothing, whatever the text names."""
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selected characters as plain text; nothing else goes out."""
        data = QMimeData()
        data.setText(givable_text(self.textCursor().selection().toPlainText()))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: ARG002
        """Take nothing in."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give both columns the same width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self._in_columns:
            self._fit_columns()

    # What the panel calls.

    def show_comparison(
        self, comparison: Comparison, *, in_columns: bool, only_differences: bool
    ) -> None:
        """Set a comparison in type."""
        self._comparison = comparison
        self._in_columns = in_columns
        self._is_short = only_differences
        self._set()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(theme.base))
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.text))
        self.setPalette(palette)
        self._marks.set_theme(theme, theme.base)
        self._set()

    def go_to(self, number: int) -> None:
        """Show a difference: the caret stands there, and its words are outlined."""
        self._current = number
        places = self._places.get(number, [])
        selections = []
        for start, end in places:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            form = QTextCharFormat()
            form.setBackground(QColor(self._theme.hit))
            form.setForeground(QColor(self._theme.hit_text))
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            form.setUnderlineColor(QColor(self._theme.current_hit))
            selection.cursor, selection.format = cursor, form
            selections.append(selection)
        self.setExtraSelections(selections)
        if places:
            cursor = self.textCursor()
            cursor.setPosition(places[0][0])
            self.setTextCursor(cursor)
            self._scroll_to_caret()

    def _scroll_to_caret(self) -> None:
        rect, height = self.cursorRect(), self.viewport().height()
        if not 0 <= rect.top() <= height * 0.75:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.top() - round(height * 0.3))

    # How it is set.

    def _set(self) -> None:
        comparison = self._comparison
        if comparison is None:
            return
        before = self.document()
        document = PlainDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(reading_font())
        document.setDocumentMargin(MARGIN)
        self._places = {}
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        rows = _rows(comparison, only_differences=self._is_short)
        if self._in_columns:
            self._fill_table(cursor, comparison, rows)
        else:
            self._fill_one(cursor, comparison, rows)
        cursor.endEditBlock()
        self.setDocument(document)
        if isinstance(before, PlainDocument):
            before.deleteLater()
        self._fit_columns()
        length = max(self.document().characterCount(), 1)
        self._marks.set_hits(places[0][0] / length for places in self._places.values())
        self.go_to(self._current)

    def _fill_table(
        self, cursor: QTextCursor, comparison: Comparison, rows: Sequence[_RowParts]
    ) -> None:
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellPadding(PADDING)
        form.setCellSpacing(0)
        table = cursor.insertTable(max(len(rows), 1), COLUMNS, form)
        metrics = QFontMetrics(self.font())
        self._label_width = max(
            (metrics.horizontalAdvance(row_label(comparison, row)) + 2 for row, _ in rows),
            default=0,
        )
        for number, (row, differences) in enumerate(rows):
            label = table.cellAt(number, 0).firstCursorPosition()
            label.insertText(row_label(comparison, row), self._label_form())
            for column, side in ((1, _left(row, differences)), (2, _right(row, differences))):
                self._write(table.cellAt(number, column).firstCursorPosition(), side)

    def _fill_one(
        self, cursor: QTextCursor, comparison: Comparison, rows: Sequence[_RowParts]
    ) -> None:
        apart = QTextBlockFormat()
        apart.setTopMargin(QFontMetrics(reading_font()).height() * 0.8)
        for number, (row, differences) in enumerate(rows):
            if number:
                cursor.insertBlock(apart)
            cursor.insertText(f"{row_label(comparison, row)}  ", self._label_form())
            self._write(cursor, _both(row, differences))

    def _write(self, cursor: QTextCursor, parts: Sequence[Part]) -> None:
        for part in parts:
            start = cursor.position()
            cursor.insertText(_shown(part), self._form(part))
            if part.number >= 0:
                self._places.setdefault(part.number, []).append((start, cursor.position()))
        if not any(part.words for part in parts):
            cursor.insertText(NOTHING, self._label_form())

    def _form(self, part: Part) -> QTextCharFormat:
        theme = self._theme
        form = QTextCharFormat()
        form.setForeground(QColor(theme.text))
        if part.number < 0:
            return form
        ours, theirs = signs(Kind.CHANGED)
        if part.sign == ours:
            form.setBackground(QColor(theme.error))
            form.setForeground(QColor(theme.error_text))
        elif part.sign == theirs:
            form.setBackground(QColor(theme.highlight("green").ground))
        else:
            form.setBackground(QColor(theme.redaction))
            form.setForeground(QColor(theme.base))
        form.setFontWeight(QFont.Weight.DemiBold)
        return form

    def _label_form(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(QColor(self._theme.muted))
        form.setFont(self.font())
        return form

    def _fit_columns(self) -> None:
        tables = self.document().rootFrame().childFrames() if self._in_columns else []
        for table in tables:
            form = table.frameFormat().toTableFormat()
            label = self._label_width + 2 * PADDING
            room = self.viewport().width() - 2 * MARGIN - 2
            column = max((room - label) // 2, 60)
            fixed = QTextLength.Type.FixedLength
            form.setColumnWidthConstraints(
                [QTextLength(fixed, width) for width in (label, column, column)]
            )
            form.setWidth(QTextLength(fixed, label + 2 * column))
            table.setFrameFormat(form)


class _RowParts(NamedTuple):
    row: Row
    differences: tuple[tuple[int, Difference], ...]
    """Those of the row, with their numbers among all."""


def fits_in_columns(comparison: Comparison) -> bool:
    """Whether both versions are short enough to be set in columns."""
    return sum(len(row.here) + len(row.there) for row in comparison.rows) <= LONGEST_IN_COLUMNS


def _rows(comparison: Comparison, *, only_differences: bool) -> list[_RowParts]:
    found: dict[int, list[tuple[int, Difference]]] = {}
    for number, difference in enumerate(comparison.differences):
        found.setdefault(difference.row, []).append((number, difference))
    return [
        _RowParts(row, tuple(found.get(place, ())))
        for place, row in enumerate(comparison.rows)
        if place in found or not only_differences
    ]


def _left(row: Row, differences: Sequence[tuple[int, Difference]]) -> list[Part]:
    """The text of the left side, cut where it differs."""
    parts: list[Part] = []
    here = 0
    for number, difference in differences:
        for mark in difference.marks:
            parts.append(Part(row.here[here : mark.start]))
            parts.append(Part(row.here[mark.start : mark.end], signs(difference.kind)[0], number))
            here = mark.end
    return [part for part in (*parts, Part(row.here[here:])) if part.words]


def _right(row: Row, differences: Sequence[tuple[int, Difference]]) -> list[Part]:
    """The text of the right side, cut where it differs."""
    parts: list[Part] = []
    here = 0
    for number, difference in differences:
        for mark in difference.marks:
            parts.append(Part(row.there[here : mark.there_start]))
            words = row.there[mark.there_start : mark.there_end]
            parts.append(Part(words, signs(difference.kind)[1], number))
            here = mark.there_end
    return [part for part in (*parts, Part(row.there[here:])) if part.words]


def _both(row: Row, differences: Sequence[tuple[int, Difference]]) -> list[Part]:
    """What both have, as the left side has it, and where they differ the one and the other."""
    parts: list[Part] = []
    here = 0
    for number, difference in differences:
        left, right = signs(difference.kind)
        for mark in difference.marks:
            parts.append(Part(row.here[here : mark.start]))
            words = row.here[mark.start : mark.end]
            theirs = row.there[mark.there_start : mark.there_end]
            parts.append(Part(words, left, number))
            if words and theirs:
                parts.append(Part(" "))
            parts.append(Part(theirs, right, number))
            if theirs and not words and row.here[mark.start : mark.start + 1].isalnum():
                parts.append(Part(" "))
            here = mark.end
    return [part for part in (*parts, Part(row.here[here:])) if part.words]


def _shown(part: Part) -> str:
    """The words with their sign, marks in place of what must not be obeyed, endless runs cut."""
    words = with_marks(part.sign + part.words)
    return "".join(_cut(words)) if len(words) > LONGEST_RUN else words


def _cut(words: str) -> Iterator[str]:
    here = 0
    for run in UNBROKEN.finditer(words):
        place = run.start() + LONGEST_RUN
        while place < run.end():
            yield words[here:place] + "\n"
            here, place = place, place + LONGEST_RUN
    yield words[here:]
