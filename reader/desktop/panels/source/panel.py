"""The source panel: the text as received, with the numbers and the roles of its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader.desktop.panels.page.composing import source_page
from reader.desktop.panels.page.decorations import undecorated
from reader.desktop.panels.page.panel import PagePanel
from reader.desktop.panels.page.rows import Place
from reader.desktop.panels.page.typesetting import SourceTypography
from reader.desktop.panels.source.margin import LineMargin
from reader.desktop.panels.source.marks import NO_STARS, ReceivedHighlights, paragraph_of
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from reader.cable.model import Cable, Line, Role
    from reader.desktop.panels.page.highlights import Highlight
    from reader.desktop.panels.page.rows import Row
    from reader.desktop.panels.page.typesetting import Typography
    from reader.desktop.panels.source.marks import Stars


class SourcePanel(PagePanel):
    """Shows the text as received, line by line."""

    offset_changed = Signal(int)
    """Where the caret stands now, an offset of the text as received."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Text as received"), parent)
        self._cable: Cable | None = None
        self._stars = NO_STARS
        self._lines = LineMargin(self._view)
        self._view.set_gutter(self._lines)
        self._view.cursorPositionChanged.connect(self._tell_offset)

    def show_cable(self, cable: Cable | None) -> None:
        """Show the text of a cable from its beginning, or nothing."""
        self._cable = cable
        self._show(cable.text if cable else "", cable.lines if cable else ())

    def show_plain_text(self, text: str) -> None:
        """Show a text that is no cable, without roles."""
        self._cable = None
        self._show(text, ())

    def _show(self, text: str, lines: Sequence[Line]) -> None:
        page = source_page(text)
        self._stars = NO_STARS
        self._view.highlights = self._entered = None
        self.dim(())
        self._lines.set_lines(lines, page.rows, self._cable)
        self._show_page(page, undecorated(), text)

    def set_marks(self, stars: Stars, highlights: Sequence[Highlight]) -> None:
        """Show the bookmarks and the highlights of the cable where they stand in it."""
        self._stars = stars
        self._lines.set_stars(stars)
        cable = self._cable
        shown = ReceivedHighlights(self._view.page, cable, highlights) if cable else None
        self._show_highlights(shown if highlights else None)

    def _paragraph_of(self, row: Row) -> int | None:
        return paragraph_of(self._cable, row) if self._cable is not None else None

    def _place_of(self, ordinal: int, offset: int) -> Place:
        cable = self._cable
        return Place(0, cable.paragraphs[ordinal].start + offset if cable is not None else 0)

    def _bookmarked_places(self) -> Iterable[Place]:
        count = len(self._cable.paragraphs) if self._cable is not None else 0
        return (self._place_of(each, 0) for each in self._stars.names if each < count)

    def _typography(self) -> Typography:
        return SourceTypography(self._theme, self._type.zoom)

    def go_to(self, offset: int, length: int = 0) -> None:
        """Show an offset of the text with the caret there, `length` characters selected."""
        total = len(self._view.page.texts[0]) if self._view.page.texts else 0
        start = min(max(offset, 0), total)
        end = min(start + length, total)
        self._view.go_to(Place(0, start), Place(0, end) if end > start else None)

    def cursor_offset(self) -> int:
        """Where the reader is: the caret, or the reading line if the caret is not in view."""
        return self._view.reading_place().offset

    def show_linked(self, start: int, end: int, down: float | None) -> None:
        """Tint a line, as far down the page as its words are in another view if that is told."""
        self._view.show_linked(Place(0, start), Place(0, end), down)

    def role_at(self, offset: int) -> Role | None:
        """The role of the line at an offset; None in a text that is no cable."""
        return self._lines.role_at(offset)

    def line_words(self) -> str:
        """The line in which the caret is, and its role: `Line 12, subject`."""
        return self._lines.words_at_caret()

    def selection(self) -> tuple[int, int] | None:
        """Where the selection begins and ends in the text as received."""
        places = self._view.selected_places()
        return (places[0].offset, places[1].offset) if places else None

    def _tell_offset(self) -> None:
        self.offset_changed.emit(self._view.caret().offset)
