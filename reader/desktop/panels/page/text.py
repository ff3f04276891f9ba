"""The text view of a page: it takes nothing in, loads nothing, and knows the model's places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit

from reader.desktop.panels.page.decorations import undecorated
from reader.desktop.panels.page.rows import NO_PAGE, Page, Place
from reader.desktop.panels.page.shapes import Glimpse
from reader.desktop.panels.page.typesetting import fill
from reader.desktop.plain import givable_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRect, QUrl
    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QWidget

    from reader.desktop.panels.page.decorations import Decorations
    from reader.desktop.panels.page.typesetting import Typography

TOP_SPACE: Final = 1.4
BOTTOM_SPACE: Final = 4.0
"""Space above the first and below the last row, in line pitches."""

MOST_MEASURED_ROWS: Final = 2000
"""Rows that are measured for the marks along the scrollbar; of more, their number is enough."""


NEAR: Final = 50
"""Blocks that are tried one after the other, before Qt is asked for one that is further away."""


class PlainDocument(QTextDocument):
    """A document that loads nothing, whatever its text names."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002
        """Give nothing: no picture, no style sheet, no file is ever read for a text."""
        return None


class PageText(QTextEdit):
    """A read-only text, one block a row of its page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.page: Page = NO_PAGE
        self.decorations = undecorated()
        self.typography: Typography | None = None
        self._asked_first: tuple[object, ...] = ()
        self._first_position = 0
        self.glimpse = Glimpse()
        """What was in view when it was last asked for."""
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setCursorWidth(2)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002
        """Give nothing, whatever the text names."""
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selected characters of the model as plain text; nothing else goes out."""
        data = QMimeData()
        data.setText(self._text_to_give())
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: ARG002
        """Take nothing in."""
        return False

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take nothing in."""

    def copy(self) -> None:
        """Put the selected characters of the model on the clipboard as plain text.

        Qt's own copying would leave an object of ours on the clipboard, which outlives Python.
        """
        if self.textCursor().hasSelection():
            QGuiApplication.clipboard().setText(self._text_to_give())

    def _text_to_give(self) -> str:
        return givable_text(self.selected_text())

    def set_page(self, page: Page, decorations: Decorations, typography: Typography) -> None:
        """Set a page in type, in a document of its own; the caret stands at its beginning."""
        self.page = page
        self.decorations = decorations
        self.typography = typography
        before = self.document()
        document = PlainDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(typography.reading)
        frame = document.rootFrame().frameFormat()
        frame.setTopMargin(typography.pitch * TOP_SPACE)
        frame.setBottomMargin(typography.pitch * BOTTOM_SPACE)
        frame.setLeftMargin(typography.padding)
        frame.setRightMargin(typography.padding)
        document.rootFrame().setFrameFormat(frame)
        fill(document, page, decorations, typography)
        self._colour(typography)
        self.setFont(typography.reading)
        self.setDocument(document)
        # Qt has deleted the document that it had made itself; one of ours it leaves to us.
        if isinstance(before, PlainDocument):
            before.deleteLater()

    def _colour(self, typography: Typography) -> None:
        theme = typography.theme
        palette = self.palette()
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(role, QColor(theme.base))
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.text))
        # The ground of the selection is painted from line to line, see `painting`.
        palette.setColor(QPalette.ColorRole.Highlight, QColor(Qt.GlobalColor.transparent))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(theme.selection_text))
        self.setPalette(palette)

    def place_of(self, position: int, *, after: bool = False) -> Place:
        """The model's place at a position of the document."""
        if not self.page.rows:
            return Place(0, 0)
        block = self.document().findBlock(position)
        row = self.page.rows[min(block.blockNumber(), len(self.page.rows) - 1)]
        return Place(row.item, row.offset_at(position - block.position(), after=after))

    def position_of(self, place: Place) -> int:
        """The document's position of a place of the model."""
        if not self.page.rows:
            return 0
        number = self.page.row_of(place)
        block = self.document().findBlockByNumber(number)
        return block.position() + self.page.rows[number].position_of(place.offset)

    def caret(self) -> Place:
        """Where the caret stands."""
        return self.place_of(self.textCursor().position())

    def selected_places(self) -> tuple[Place, Place] | None:
        """Where the selection begins and ends, or None when nothing is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or not self.page.rows:
            return None
        return (
            self.place_of(cursor.selectionStart()),
            self.place_of(cursor.selectionEnd(), after=True),
        )

    def selected_text(self) -> str:
        """The exact characters of the model that are selected."""
        places = self.selected_places()
        return self.page.text_between(*places) if places else ""

    def select(self, start: Place, end: Place) -> None:
        """Put the caret at `end` and select from `start`."""
        cursor = self.textCursor()
        cursor.setPosition(self.position_of(start))
        cursor.setPosition(self.position_of(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def place_at(self, point: QPoint) -> Place:
        """The model's place nearest to a point of the viewport."""
        return self.place_of(self.cursorForPosition(point).position())

    def is_over(self, point: QPoint, start: Place, end: Place) -> bool:
        """Whether a point of the viewport is over the letters between two places of one item."""
        over = QPointF(point)
        first, last = self.position_of(start), self.position_of(end)
        rects = [self._caret_rect(first), self._caret_rect(last)]
        top, bottom = rects[0].top(), rects[1].bottom()
        if not top <= over.y() <= bottom:
            return False
        is_first, is_last = over.y() <= rects[0].bottom(), over.y() >= rects[1].top()
        return (not is_first or over.x() >= rects[0].left()) and (
            not is_last or over.x() <= rects[1].right()
        )

    def first_visible_block(self) -> QTextBlock:
        """The block that is first in the viewport, sought once for each place of the scrollbar.

        It is sought from where it was: of a place between two blocks Qt asks all that follow, which
        takes 5 ms in a text of ten thousand.
        """
        document, down = self.document(), self.verticalScrollBar().value()
        # Its size is not asked, for which Qt would set the whole text before its first paint.
        asked = (document, down, self.lineWrapColumnOrWidth())
        if self._asked_first != asked:
            before = self._first_position if self._asked_first[:1] == (document,) else 0
            self._asked_first = asked
            self._first_position = self._first_from(document.findBlock(before), down)
        return document.findBlock(self._first_position)

    def _first_from(self, block: QTextBlock, down: int) -> int:
        """The position of the first block that ends below a height, found among the near ones."""
        layout = self.document().documentLayout()
        step = 0
        while layout.blockBoundingRect(block).bottom() < down and step < NEAR:
            block, step = block.next(), step + 1
        while block.blockNumber() and step < NEAR:
            above = block.previous()
            if layout.blockBoundingRect(above).bottom() < down:
                break
            block, step = above, step + 1
        if block.isValid() and step < NEAR:
            return block.position()
        return max(layout.hitTest(QPointF(0, down), Qt.HitTestAccuracy.FuzzyHit), 0)

    def _caret_rect(self, position: int) -> QRect:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return self.cursorRect(cursor)

    def y_of(self, position: int) -> float:
        """How far down the viewport the line of a position begins."""
        return float(self._caret_rect(position).top())

    def text_left(self) -> float:
        """Where lines begin, in viewport coordinates."""
        padding = self.typography.padding if self.typography else 0
        return float(padding - self.horizontalScrollBar().value())

    def text_width(self) -> float:
        """How wide a line may be, in pixels."""
        padding = self.typography.padding if self.typography else 0
        return float(self.lineWrapColumnOrWidth() - 2 * padding)

    def shares_of(self, places: Iterable[Place]) -> list[float]:
        """How far down the page places are, from 0 to 1; one share for all that share a row."""
        page, document = self.page, self.document()
        numbers = sorted({page.row_of(place) for place in places})
        if not numbers:
            return []
        if len(page.rows) > MOST_MEASURED_ROWS:
            return [number / len(page.rows) for number in numbers]
        layout = document.documentLayout()
        tops = [
            layout.blockBoundingRect(document.findBlockByNumber(number)).top() for number in numbers
        ]
        height = max(layout.documentSize().height(), 1.0)
        return [top / height for top in tops]
