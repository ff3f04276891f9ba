"""The page as rows: what the text view shows block by block, and the way back to the model.

A row is one block of the view. Offsets in a paragraph's or heading's text are counted in
characters, positions in a row in UTF-16 units as Qt counts them; the two differ where a mark
stands in place of a character, or where a character needs two units. Nothing here knows of Qt.
"""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum
from typing import Final

from reader.desktop.panels.page.marks import count_marked
from reader.records import Record


class RowKind(Enum):
    """How a row is set."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    TABLE = "table"
    SIGNATURE = "signature"
    LINE = "line"
    SOURCE = "source"


class Piece(Record):
    """A part of a row that is not simply the characters of its text."""

    shown: str
    position: int
    """Where it begins in the row, in UTF-16 units."""
    length: int
    """In UTF-16 units."""
    start: int
    """Offsets in the item's text."""
    end: int
    is_mark: bool


class Row(Record):
    """One block of the view: characters `start` to `end` of an item's text."""

    kind: RowKind
    item: int
    start: int
    end: int
    shown: str
    is_first: bool
    """Whether its item begins here."""
    is_cut: bool = False
    """Whether it goes on what the row before shows, for the display alone."""
    pieces: tuple[Piece, ...] = ()
    """Empty where the row shows its characters as they are, one unit each."""

    def position_of(self, offset: int) -> int:
        """Where an offset of the item's text stands in the row, in UTF-16 units."""
        if not self.pieces:
            return min(max(offset - self.start, 0), self.end - self.start)
        piece = self.pieces[max(bisect_right(self.pieces, offset, key=_piece_start) - 1, 0)]
        inside = min(max(offset - piece.start, 0), piece.end - piece.start)
        if piece.is_mark:
            return piece.position + (piece.length if inside else 0)
        return piece.position + inside * (piece.length // max(piece.end - piece.start, 1))

    def offset_at(self, position: int, *, after: bool = False) -> int:
        """The offset in the item's text that stands at a position of the row.

        Inside of a mark it is the one before the marked characters, or with `after` the one
        behind them.
        """
        if not self.pieces:
            return self.start + min(max(position, 0), self.end - self.start)
        piece = self.pieces[max(bisect_right(self.pieces, position, key=_piece_position) - 1, 0)]
        inside = min(max(position - piece.position, 0), piece.length)
        if piece.is_mark:
            return piece.end if inside == piece.length or (after and inside) else piece.start
        width = piece.length // max(piece.end - piece.start, 1)
        return piece.start + (inside + (width - 1 if after else 0)) // width


def _piece_start(piece: Piece) -> int:
    return piece.start


def _piece_position(piece: Piece) -> int:
    return piece.position


def _row_start(row: Row) -> int:
    return row.start


class Place(Record):
    """A place in the page: an item and an offset in its text."""

    item: int
    offset: int


class Page(Record):
    """The rows of one text, and the texts that they show.

    The items are the headings and paragraphs of the cable's body, and the signature after them;
    of a plain text the whole is one item.
    """

    rows: tuple[Row, ...]
    texts: tuple[str, ...]
    """The text of each item."""
    first_rows: tuple[int, ...]
    """The row with which each item begins."""
    ordinals: tuple[int | None, ...]
    """The ordinal of each item that is a paragraph."""
    items: tuple[int, ...]
    """The item of each ordinal."""
    levels: tuple[int, ...] = ()
    """The level of each item that is a heading, 0 for the others."""
    stubs: dict[int, str] | None = None
    """What stands in place of each item that is hidden; None where none is."""

    def row_of(self, place: Place) -> int:
        """The row that shows a place."""
        first = self.first_rows[place.item]
        last = self.last_row(place.item)
        after = bisect_right(self.rows, place.offset, first, last + 1, key=_row_start)
        return max(after - 1, first)

    def last_row(self, item: int) -> int:
        """The last row of an item."""
        following = item + 1
        return (
            self.first_rows[following] if following < len(self.first_rows) else len(self.rows)
        ) - 1

    def text_between(self, start: Place, end: Place) -> str:
        """The exact characters of the items from one place to another, a blank line between."""
        if self.stubs is not None:
            return self._shown_between(start, end)
        if start.item == end.item:
            return self.texts[start.item][start.offset : end.offset]
        parts = [
            self.texts[start.item][start.offset :],
            *self.texts[start.item + 1 : end.item],
            self.texts[end.item][: end.offset],
        ]
        return "\n\n".join(part for part in parts if part)

    def _shown_between(self, start: Place, end: Place) -> str:
        """The same, with the words that are shown in place of what is hidden."""
        parts = []
        for item in range(start.item, end.item + 1):
            text = self.texts[item]
            first = start.offset if item == start.item else 0
            last = end.offset if item == end.item else len(text)
            hidden = self.stubs.get(item) if self.stubs else None
            parts.append(f"[{hidden}]" if hidden and first < last else text[first:last])
        return "\n\n".join(part for part in parts if part)

    def count_marked(self) -> int:
        """The number of characters on this page that are shown as marks."""
        return sum(map(count_marked, self.texts))


NO_PAGE: Final = Page((), (), (), (), ())
"""The page of a view that shows nothing."""
