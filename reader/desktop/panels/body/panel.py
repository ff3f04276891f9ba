"""The body panel: the page of a cable with its gutter, as the window uses it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.cable.model import Paragraph
from reader.desktop.panels.body.decorations import Decorations, decorate
from reader.desktop.panels.body.gutter import Gutter, Label
from reader.desktop.panels.body.page import Page, Place, cable_page, plain_page
from reader.desktop.panels.body.typesetting import Typography
from reader.desktop.panels.body.view import PageView
from reader.desktop.panels.scroll_marks import ScrollMarks
from reader.desktop.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.cable.model import Cable
    from reader.desktop.finding import Hit
    from reader.desktop.theme import Theme

SMALLEST_ZOOM: Final = 50
LARGEST_ZOOM: Final = 400


class BodyPanel(QWidget):
    """Shows the paragraphs of a cable, or a text that is none, in one column."""

    position_changed = Signal(int)
    """The ordinal of the paragraph that is now being read."""
    mention_activated = Signal(object)
    """A Mention that was clicked, or on which Enter was pressed."""
    bookmark_toggled = Signal(int)
    """The ordinal of a paragraph whose bookmark is to be set or taken away."""
    selection_changed = Signal(bool)
    """Whether any text is selected now."""
    zoom_wheeled = Signal(int)
    """One notch of the wheel with Ctrl held: 1 for larger, -1 for smaller."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._zoom = 100
        self._family = ""
        self._bookmarks: Mapping[int, str] = {}
        self._ordinal: int | None = None
        self._view = PageView(self)
        self._view.setAccessibleName("Text of the cable")
        self._gutter = Gutter(self._view)
        self._view.set_gutter(self._gutter)
        self._marks = ScrollMarks(self._view.verticalScrollBar())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self.setFocusProxy(self._view)
        self._view.read_on.connect(self._tell_position)
        self._view.mention_activated.connect(self.mention_activated)
        self._view.zoom_wheeled.connect(self.zoom_wheeled)
        self._view.copyAvailable.connect(self.selection_changed)
        self._gutter.bookmark_toggled.connect(self.bookmark_toggled)

    # What is shown.

    def show_cable(self, cable: Cable | None) -> None:
        """Show the body of a cable from its beginning, or nothing."""
        if cable is None:
            self._show(plain_page(""), Decorations(), "", [])
            return
        labels = [
            Label(item.ordinal, item.number, item.marking)
            if isinstance(item, Paragraph)
            else Label(None, None, item.marking)
            for item in cable.body
        ]
        self._show(cable_page(cable), decorate(cable), cable.text, labels)

    def show_plain_text(self, text: str) -> None:
        """Show a text that is no cable, line by line, without numbers or markings."""
        self._show(plain_page(text), Decorations(), text, [])

    def _show(
        self, page: Page, decorations: Decorations, received: str, labels: Sequence[Label]
    ) -> None:
        self._bookmarks = {}
        self._gutter.set_bookmarks({})
        self._view.received = received
        self._view.show_hits((), -1)
        self._view.set_page(page, decorations, Typography(self._theme, self._zoom, self._family))
        self._gutter.set_labels(labels)
        self._view.arrange()
        self._marks.set_colours(self._theme.current_hit, self._theme.bookmark)
        self._mark_scrollbar()
        self._ordinal = None
        self._tell_position()

    def set_bookmarks(self, bookmarks: Mapping[int, str]) -> None:
        """Show a star beside these ordinals; the values are the bookmarks' names."""
        self._bookmarks = dict(bookmarks)
        self._gutter.set_bookmarks(self._bookmarks)
        self._mark_scrollbar()

    def count_marked(self) -> int:
        """How many characters are shown as marks because they must not be obeyed."""
        return self._view.page.count_marked()

    # How it is shown.

    def set_theme(self, theme: Theme) -> None:
        """Set the page in the colours of a theme; the place stays."""
        if theme is not self._theme:
            self._theme = theme
            self._set_again()

    def set_zoom(self, percent: int) -> None:
        """Set the page larger or smaller; the place stays."""
        percent = min(max(percent, SMALLEST_ZOOM), LARGEST_ZOOM)
        if percent != self._zoom:
            self._zoom = percent
            self._set_again()

    def zoom(self) -> int:
        """The size of the type in per cent."""
        return self._zoom

    def set_family(self, family: str) -> None:
        """Set the page in a face of the reader's choice, or in ours with an empty name."""
        if family != self._family:
            self._family = family
            self._set_again()

    def _set_again(self) -> None:
        self._marks.set_colours(self._theme.current_hit, self._theme.bookmark)
        self._view.set_again(Typography(self._theme, self._zoom, self._family))
        self._view.arrange()
        self._mark_scrollbar()

    # Where the reader is.

    def reading_ordinal(self) -> int | None:
        """The ordinal of the paragraph being read; of a heading, that of what it heads."""
        page = self._view.page
        if not page.items:
            return None
        return min(bisect_left(page.items, self._view.reading), len(page.items) - 1)

    def place(self) -> tuple[int, int] | None:
        """The ordinal and offset of the caret, or of the reading line if the caret is far."""
        page = self._view.page
        ordinal = self.reading_ordinal()
        if ordinal is None:
            return None
        caret = self._view.caret()
        is_there = self._view.is_caret_visible() and caret.item == page.items[ordinal]
        return (ordinal, caret.offset) if is_there else (ordinal, 0)

    def go_to(self, ordinal: int, offset: int = 0, length: int = 0) -> None:
        """Show a place in a paragraph with the caret there, `length` characters selected."""
        page = self._view.page
        if not 0 <= ordinal < len(page.items):
            return
        item = page.items[ordinal]
        start = min(max(offset, 0), len(page.texts[item]))
        end = min(start + length, len(page.texts[item]))
        self._view.go_to(Place(item, start), Place(item, end) if end > start else None)

    def go_to_body(self, index: int) -> None:
        """Show the heading or paragraph with this index in the cable's body."""
        if 0 <= index < len(self._view.page.first_rows):
            self._view.go_to_item(index)

    def next_paragraph(self) -> None:
        """Read on with the next paragraph."""
        self._go_along(self._view.page.items, forward=True)

    def previous_paragraph(self) -> None:
        """Read the paragraph before."""
        self._go_along(self._view.page.items, forward=False)

    def next_heading(self) -> None:
        """Read on with the next heading."""
        self._go_along(self._headings(), forward=True)

    def previous_heading(self) -> None:
        """Read from the heading before."""
        self._go_along(self._headings(), forward=False)

    def next_line(self) -> None:
        """Move the caret a line down."""
        self._view.move_caret_by_line(down=True)

    def previous_line(self) -> None:
        """Move the caret a line up."""
        self._view.move_caret_by_line(down=False)

    def next_page(self) -> None:
        """Scroll on by nearly what is visible."""
        self._view.scroll_by_page(1)

    def previous_page(self) -> None:
        """Scroll back by nearly what is visible."""
        self._view.scroll_by_page(-1)

    def next_mention(self) -> bool:
        """Select the next mention of a reference; False if there is none."""
        return self._view.go_to_mention(forward=True)

    def previous_mention(self) -> bool:
        """Select the mention of a reference before; False if there is none."""
        return self._view.go_to_mention(forward=False)

    def to_start(self) -> None:
        """Go to the beginning of the page."""
        self._view.go_to_item(0)

    def to_end(self) -> None:
        """Go to the end of the page."""
        self._view.go_to_end()

    def _headings(self) -> tuple[int, ...]:
        return tuple(item for item, level in enumerate(self._view.page.levels) if level)

    def _go_along(self, items: Sequence[int], *, forward: bool) -> None:
        reading = self._view.reading
        index = bisect_right(items, reading) if forward else bisect_left(items, reading) - 1
        if 0 <= index < len(items):
            self._view.go_to_item(items[index])
        elif not forward:
            self._view.go_to_item(0)

    def _tell_position(self) -> None:
        ordinal = self.reading_ordinal()
        if ordinal is not None and ordinal != self._ordinal:
            self._ordinal = ordinal
            self.position_changed.emit(ordinal)

    # What is taken away.

    def selected_text(self) -> str:
        """The selected characters as the cable has them; empty when nothing is selected."""
        return self._view.selected_text()

    def selection(self) -> tuple[int, int, int, int] | None:
        """Where the selection begins and ends: ordinal, offset, ordinal, offset.

        A beginning in a heading counts as the beginning of the next paragraph, an end in a
        heading as the end of the paragraph before; None when no paragraph is selected from.
        """
        places = self._view.selected_places()
        if places is None:
            return None
        items = self._view.page.items
        first = bisect_left(items, places[0].item)
        last = bisect_right(items, places[1].item) - 1
        if first > last:
            return None
        start = places[0].offset if items[first] == places[0].item else 0
        is_inside = items[last] == places[1].item
        end = places[1].offset if is_inside else len(self._view.page.texts[items[last]])
        return first, start, last, end

    def copy(self) -> None:
        """Copy the selection as plain text."""
        self._view.copy()

    def select_all(self) -> None:
        """Select the whole page."""
        self._view.selectAll()

    # What is found (the protocol of the find bar).

    def search_texts(self) -> Sequence[str]:
        """The texts to search, in the order of the page."""
        return self._view.page.texts

    def search_origin(self) -> tuple[int, int]:
        """The item and offset from which a search looks for its first hit."""
        view = self._view
        places = view.selected_places()
        if places is not None:
            return places[0]
        return view.caret() if view.is_caret_visible() else Place(view.reading, 0)

    def show_hits(self, hits: Sequence[Hit], current: int) -> None:
        """Mark the hits, and show the one with this index, if it is not -1."""
        is_new = hits is not self._view.hits
        self._view.show_hits(hits, current)
        if is_new:
            self._mark_scrollbar()

    def _mark_scrollbar(self) -> None:
        view = self._view
        page = view.page
        self._marks.set_hits(view.shares_of(Place(hit.item, hit.start) for hit in view.hits))
        self._marks.set_bookmarks(
            view.shares_of(
                Place(page.items[ordinal], 0)
                for ordinal in self._bookmarks
                if 0 <= ordinal < len(page.items)
            )
        )
