"""The body panel: the paragraphs of a cable with their gutter, set to be read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader.desktop.panels.page.composing import cable_page, plain_page
from reader.desktop.panels.page.decorations import decorate, undecorated
from reader.desktop.panels.page.gutter import NO_NOTES, Gutter, Labels
from reader.desktop.panels.page.panel import PagePanel
from reader.desktop.panels.page.rows import Place
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

    from reader.cable.model import Cable, Mention
    from reader.desktop.panels.page.decorations import Decorations
    from reader.desktop.panels.page.highlights import Highlight
    from reader.desktop.panels.page.rows import Page


class BodyPanel(PagePanel):
    """Shows the paragraphs of a cable, or a text that is none, in one column."""

    position_changed = Signal(int)
    """The ordinal of the paragraph that is now being read."""
    mention_activated = Signal(object)
    """A Mention that was clicked, or on which Enter was pressed."""
    mention_opened_behind = Signal(object)
    """A Mention that is to be opened behind this text."""
    mention_pointed = Signal(object)
    """The Mention that is now under the pointer, or None."""
    bookmark_toggled = Signal(int)
    """The ordinal of a paragraph whose bookmark is to be set or taken away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Text of the cable"), parent)
        self._bookmarks: Mapping[int, str] = {}
        self._ordinal: int | None = None
        self._cable: Cable | None = None
        self._gutter = Gutter(self._view)
        self._view.set_gutter(self._gutter)
        self._view.read_on.connect(self._tell_position)
        self._view.mention_activated.connect(self.mention_activated)
        self._view.mention_opened_behind.connect(self.mention_opened_behind)
        self._view.mention_pointed.connect(self.mention_pointed)
        self._gutter.bookmark_toggled.connect(self.bookmark_toggled)

    # What is shown.

    def show_cable(self, cable: Cable | None) -> None:
        """Show the body of a cable from its beginning, or nothing."""
        self._cable = cable
        if cable is None:
            self._show(plain_page(""), undecorated(), "", Labels())
            return
        self._show(cable_page(cable), decorate(cable), cable.text, Labels(cable.body))

    def leave_out(self, stubs: Mapping[int, str]) -> None:
        """Show a few words in place of each of these paragraphs, by ordinal; the place stays."""
        cable, before = self._cable, self._view.page
        if cable is None or (not stubs and before.stubs is None):
            return
        from reader.desktop.panels.page.highlights import Highlights  # noqa: PLC0415
        from reader.desktop.panels.page.stubs import with_stubs, without_stubs  # noqa: PLC0415

        spot = self.spot()
        page, decorations = cable_page(cable), decorate(cable)
        if stubs:
            by_item = {page.items[ordinal]: words for ordinal, words in stubs.items()}
            page, decorations = with_stubs(page, by_item), without_stubs(decorations, by_item)
        if self._view.highlights is not None:
            self._view.highlights = Highlights(page, self._view.highlights.all)
        self._show_page(page, decorations, cable.text)
        self.return_to(spot)

    def hidden_at(self, ordinal: int) -> str:
        """What stands in place of a paragraph; empty where it is shown."""
        page = self._view.page
        return (page.stubs or {}).get(page.items[ordinal], "") if page.items else ""

    def show_plain_text(self, text: str) -> None:
        """Show a text that is no cable, line by line, without numbers or markings."""
        self._cable = None
        self._show(plain_page(text), undecorated(), text, Labels())

    def _show(self, page: Page, decorations: Decorations, received: str, labels: Labels) -> None:
        self._bookmarks = {}
        self._view.highlights = self._entered = None
        self._gutter.set_labels(labels, {})
        self._show_page(page, decorations, received)
        self._gutter.describe()
        self._ordinal = None
        self._tell_position()

    def set_bookmarks(
        self,
        bookmarks: Mapping[int, str],
        noted: Mapping[int, str] = NO_NOTES,
        uncertain: Collection[int] = (),
    ) -> None:
        """Show a star beside these ordinals; the values are the bookmarks' names.

        `noted` is what is noted at those that have a note; `uncertain` are the ordinals of those
        that may be meant for another place.
        """
        self._bookmarks = dict(bookmarks)
        self._gutter.set_bookmarks(self._bookmarks, noted, uncertain)
        self._mark_scrollbar()

    def set_highlights(self, highlights: Sequence[Highlight]) -> None:
        """Show these words as highlighted."""
        if not highlights and self._view.highlights is None:
            return
        from reader.desktop.panels.page.highlights import Highlights  # noqa: PLC0415

        self._show_highlights(Highlights(self._view.page, highlights))
        self._gutter.describe()

    def count_marked(self) -> int:
        """How many characters are shown as marks because they must not be obeyed."""
        return self._view.page.count_marked()

    # Where the reader is.

    def reading_ordinal(self) -> int | None:
        """The ordinal of the paragraph being read; of a heading, that of what it heads."""
        page = self._view.page
        if not page.items:
            return None
        return min(bisect_left(page.items, self._view.reading), len(page.items) - 1)

    def place(self) -> tuple[int, int] | None:
        """The ordinal and offset where the reader is, a heading being what it heads.

        It is the place of the caret, or of the reading line if the caret is not in view.
        """
        items = self._view.page.items
        if not items:
            return None
        item, offset = self._view.reading_place()
        ordinal = bisect_left(items, item)
        if ordinal == len(items):
            return ordinal - 1, len(self._view.page.texts[items[-1]])
        return (ordinal, offset) if items[ordinal] == item else (ordinal, 0)

    def go_to(self, ordinal: int, offset: int = 0, length: int = 0) -> None:
        """Show a place in a paragraph with the caret there, `length` characters selected."""
        page = self._view.page
        if not 0 <= ordinal < len(page.items):
            return
        item = page.items[ordinal]
        start = min(max(offset, 0), len(page.texts[item]))
        end = min(start + length, len(page.texts[item]))
        self._view.go_to(Place(item, start), Place(item, end) if end > start else None)

    def show_linked(self, ordinal: int, start: int, end: int, down: float | None) -> None:
        """Tint a place of a paragraph, as far down the page as in another view if that is told."""
        if 0 <= ordinal < len(self._view.page.items):
            item = self._view.page.items[ordinal]
            self._view.show_linked(Place(item, start), Place(item, end), down)

    def put_caret(self, ordinal: int, offset: int) -> None:
        """Put the caret at a place in a paragraph, with nothing selected; nothing scrolls."""
        self._view.set_caret(Place(self._view.page.items[ordinal], offset))

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

    def mention_here(self) -> Mention | None:
        """The mention at the caret; else the first one of the paragraph that is read."""
        view = self._view
        caret = view.caret()
        mention = view.decorations.mention_at(*caret)
        if mention is None:
            mention = next(iter(view.decorations.mentions.get(caret.item, ())), None)
        return mention

    def mention_rect(self, mention: Mention) -> QRect:
        """Where a mention is, in the panel."""
        item = self._view.page.items[mention.ordinal]
        rect = self._view.rect_of(Place(item, mention.start), Place(item, mention.end))
        return rect.translated(self._view.viewport().mapTo(self, rect.topLeft()) - rect.topLeft())

    def next_mention(self) -> bool:
        """Select the next mention of a reference; False if there is none."""
        return self._view.go_to_mention(forward=True)

    def previous_mention(self) -> bool:
        """Select the mention of a reference before; False if there is none."""
        return self._view.go_to_mention(forward=False)

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

    def _bookmarked_places(self) -> Iterable[Place]:
        page = self._view.page
        for ordinal in self._bookmarks:
            if 0 <= ordinal < len(page.items):
                yield Place(page.items[ordinal], 0)

    # What is found, and what is taken away.

    def search_label(self, item: int, offset: int) -> str:
        """The paragraph of a hit: `¶4`, or that it is a title; the line of a plain text."""
        if self._cable is None:
            return super().search_label(item, offset)
        from reader.desktop.panels.page.searched import reading_label  # noqa: PLC0415 - for lists

        return reading_label(self._cable, item)

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
