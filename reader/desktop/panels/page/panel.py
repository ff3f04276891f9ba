"""A page in a panel: its theme and zoom, what is copied from it, what is found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.desktop.panels.page.rows import Place
from reader.desktop.panels.page.scroll_marks import ScrollMarks
from reader.desktop.panels.page.typesetting import Typography
from reader.desktop.panels.page.view import PageView
from reader.desktop.theme import LIGHT
from reader.settings import LARGEST_ZOOM, SMALLEST_ZOOM, ReadingType

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from reader.desktop.panels.page.decorations import Decorations
    from reader.desktop.panels.page.finding import Hits
    from reader.desktop.panels.page.highlights import Highlight, Highlights
    from reader.desktop.panels.page.rows import Page, Row
    from reader.desktop.panels.portions.veil import Veil
    from reader.desktop.session.spot import Spot
    from reader.desktop.theme import Theme

MOST_MARKS: Final = 1_000
"""Marks along the scrollbar; no more can be told apart, however many hits there are."""


class PagePanel(QWidget):
    """What the reading view and the source view have in common."""

    selection_changed = Signal(bool)
    """Whether any text is selected now."""
    zoom_wheeled = Signal(int)
    """One notch of the wheel with Ctrl held: 1 for larger, -1 for smaller."""
    column_moved = Signal(int, int)
    """Where the letters stand now: from the panel's left edge, and how wide, in pixels."""
    place_chosen = Signal()
    """The caret stands elsewhere, or the reader scrolls."""
    place_moved = Signal()
    """Another part of the page is visible, be it only that the page has another size."""
    hit_reached = Signal(object)
    """A hit of a search was gone to; the Spot where the reader was before."""

    highlight_entered = Signal(str)
    """What is said of the highlight that the caret has come into."""
    menu_wanted = Signal(QPoint)
    """What can be done with the words under the pointer is asked for, at a point of the screen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._entered: Highlight | None = None
        self._veil: Veil | None = None
        self._type = ReadingType()
        self._view = PageView(self)
        self._view.setAccessibleName(name)
        self._marks = ScrollMarks(self._view.verticalScrollBar())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self.setFocusProxy(self._view)
        self._view.zoom_wheeled.connect(self.zoom_wheeled)
        self._view.column_moved.connect(self.column_moved)
        self._view.copyAvailable.connect(self.selection_changed)
        self._view.moved.connect(self.place_moved)
        self._view.cursorPositionChanged.connect(self._tell_chosen)
        self._view.horizontalScrollBar().rangeChanged.connect(self._quieten)
        self._view.cursorPositionChanged.connect(self._tell_highlight)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(self._ask_for_menu)
        self._view.verticalScrollBar().actionTriggered.connect(self.place_chosen)

    def _quieten(self, _least: int, most: int) -> None:
        """Give the lower scrollbar a slider of ours, once a table is wider than the page."""
        if most:
            from reader.desktop.panels.page.quiet import quieten  # noqa: PLC0415 - most are not

            quieten(self._view)

    def _show_page(self, page: Page, decorations: Decorations, received: str) -> None:
        self._view.received = received
        self._view.linked = None
        self._view.show_hits((), -1)
        self._view.set_page(page, decorations, self._typography())
        self._view.arrange()
        self._marks.set_theme(self._theme, self._theme.base)
        self._mark_scrollbar()

    def _typography(self) -> Typography:
        return Typography(self._theme, self._type)

    # How it is shown.

    def set_theme(self, theme: Theme) -> None:
        """Set the page in the colours of a theme; the place stays."""
        if theme is not self._theme:
            self._theme = theme
            self._set_again()

    def set_type(self, chosen: ReadingType) -> None:
        """Set the page in another face, size or width, or with other lines; the place stays."""
        zoom = min(max(chosen.zoom, SMALLEST_ZOOM), LARGEST_ZOOM)
        chosen = chosen._replace(zoom=zoom)
        if chosen != self._type:
            self._type = chosen
            self._set_again()

    def zoom(self) -> int:
        """The size of the type in per cent."""
        return self._type.zoom

    def _set_again(self) -> None:
        if self._view.typography is None:
            return
        self._marks.set_theme(self._theme, self._theme.base)
        self._view.set_again(self._typography())
        self._view.arrange()
        self._mark_scrollbar()

    # Getting around.

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

    def to_start(self) -> None:
        """Go to the beginning of the page."""
        self._view.go_to_item(0)

    def to_end(self) -> None:
        """Go to the end of the page."""
        self._view.go_to_end()

    def spot(self) -> Spot:
        """Exactly where the reader is on the page."""
        return self._view.spot()

    def return_to(self, spot: Spot) -> None:
        """Be exactly where the reader was."""
        self._view.return_to(spot)

    # What is shown beside it.

    def reading_place(self) -> Place:
        """Where the reader is: the caret, or the reading line if the caret is not in view."""
        return self._view.reading_place()

    def caret(self) -> Place:
        """Where the caret stands."""
        return self._view.caret()

    def show_place(self, place: Place) -> None:
        """Have a place in view; the caret stays where it is."""
        self._view.show_place(place)

    def reading_down(self) -> float:
        """How far down the page the line is where the reader is, in pixels."""
        view = self._view
        return view.y_of(view.position_of(view.reading_place()))

    def unlink(self) -> None:
        """Tint no place of another view any more."""
        self._view.linked = None
        self._view.viewport().update()

    def scroll_to_start(self) -> None:
        """Show the top of the page; the caret stays where it is."""
        self._view.verticalScrollBar().setValue(0)

    # What is marked in it.

    def _show_highlights(self, shown: Highlights | None) -> None:
        self._view.highlights = shown
        self._entered = shown.at(self._view.caret()) if shown is not None else None
        self._view.viewport().update()
        self._mark_scrollbar()

    def _tell_chosen(self) -> None:
        if not self._view.is_settling():
            self.place_chosen.emit()

    def _tell_highlight(self) -> None:
        """Say that the caret has come into a highlight."""
        shown = self._view.highlights
        if shown is None:
            return
        entered = shown.at(self._view.caret())
        if entered is not self._entered:
            self._entered = entered
            if entered is not None:
                self.highlight_entered.emit(entered.words)

    def _ask_for_menu(self, point: QPoint) -> None:
        """With the mouse beside the selection, the caret comes to where the pointer is."""
        view = self._view
        places, here = view.selected_places(), view.place_at(point)
        if places is None or not places[0] <= here <= places[1]:
            view.set_caret(here)
        self.menu_wanted.emit(view.viewport().mapToGlobal(point))

    # What is taken away.

    def selected_text(self) -> str:
        """The selected characters as the cable has them; empty when nothing is selected."""
        return self._view.selected_text()

    def copy(self) -> None:
        """Copy the selection as plain text."""
        self._view.copy()

    def drop_selection(self) -> None:
        """Have nothing selected; the caret stays where it is."""
        self._view.set_caret(self._view.caret())

    def select_all(self) -> None:
        """Select the whole page."""
        self._view.selectAll()

    # What is found (the protocol of the find bar).

    def search_texts(self) -> Sequence[str]:
        """The texts to search, in the order of the page."""
        return self._view.page.texts

    def search_label(self, item: int, offset: int) -> str:
        """What a place is called in the list of hits: `Line 12`."""
        from reader.desktop.panels.page.searched import line_label  # noqa: PLC0415 - for lists

        return line_label(self._view.page.texts[item], offset)

    def search_origin(self) -> tuple[int, int]:
        """The item and offset from which a search looks for its first hit."""
        view = self._view
        places = view.selected_places()
        if places is not None:
            return places[0]
        return view.caret() if view.is_caret_visible() else Place(view.reading, 0)

    def show_hits(self, hits: Hits | tuple[()], current: int) -> None:
        """Mark the hits, and show the one with this index, if it is not -1."""
        is_new = hits is not self._view.hits
        before = self._view.spot()
        self._view.show_hits(hits, current)
        if 0 <= current < len(hits):
            self.hit_reached.emit(before)
        if is_new:
            self._mark_scrollbar()

    def _mark_scrollbar(self) -> None:
        view, shown = self._view, self._view.highlights
        self._marks.set_hits(view.shares_of(self._found_places()))
        self._marks.set_bookmarks(view.shares_of(self._bookmarked_places()))
        places: dict[int, list[Place]] = {}
        for each in shown.all if shown is not None else ():
            places.setdefault(each.ink, []).append(self._place_of(each.ordinal, each.start))
        self._marks.set_highlights({ink: view.shares_of(at) for ink, at in places.items()})

    def dim(self, ordinals: Collection[int]) -> None:
        """Dim these paragraphs and no others."""
        if self._veil is None and ordinals:
            from reader.desktop.panels.portions.veil import Veil  # noqa: PLC0415 - few dim any

            self._veil = Veil(self._view, self._paragraph_of)
        if self._veil is not None:
            self._veil.dim(ordinals)

    def dimmed(self) -> Collection[int]:
        """The paragraphs that are dimmed."""
        return self._veil.ordinals() if self._veil is not None else ()

    def _paragraph_of(self, row: Row) -> int | None:
        """The paragraph to which a row belongs, by its ordinal."""
        return self._view.page.ordinals[row.item]

    def _place_of(self, ordinal: int, offset: int) -> Place:
        """About where a place of a paragraph is on the page."""
        return Place(self._view.page.items[ordinal], offset)

    def _found_places(self) -> Iterator[Place]:
        """The hits that are marked along the scrollbar: one for all that share a mark there."""
        hits, page = self._view.hits, self._view.page
        step = len(page.rows) // MOST_MARKS + 1
        index = 0
        while hits and index < len(hits):
            place = Place(*hits[index][:2])
            yield place
            following = page.row_of(place) + step
            if following >= len(page.rows):
                return
            row = page.rows[following]
            index = max(hits.index_from(row.item, row.start), index + 1)

    def _bookmarked_places(self) -> Iterable[Place]:
        """The places that are marked along the scrollbar; none in a text without bookmarks."""
        return ()
