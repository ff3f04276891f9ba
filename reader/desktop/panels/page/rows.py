"""The page as rows: what the text view shows block by block, and the way back to the model.

A row is one block of the view. Offsets in a paragraph's or heading's text are counted in
characters, positions in a row in UTF-16 units as Qt counts them; the two differ where a mark
stands in place of a character, or where a character needs two units. Nothing here knows of Qt.
"""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.cable.model import Block, BlockKind, Paragraph
from reader.desktop.panels.page.marks import (
    ASTRAL,
    UNBROKEN,
    count_marked,
    find_marked,
    mark_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.cable.model import Cable

LONGEST_RUN: Final = 4096
"""Characters of a row that nothing breaks; Qt's wrapping takes quadratic time beyond."""

LONGEST_MARK: Final = 16
"""More characters than the mark of any one character has."""

CUT_SIGN: Final = "↵"
NO_TEXT: Final = "(no text)"


class RowKind(Enum):
    """How a row is set."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    TABLE = "table"
    SIGNATURE = "signature"
    LINE = "line"
    SOURCE = "source"


class Piece(NamedTuple):
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


class Row(NamedTuple):
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


class Place(NamedTuple):
    """A place in the page: an item and an offset in its text."""

    item: int
    offset: int


class Page(NamedTuple):
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
        if start.item == end.item:
            return self.texts[start.item][start.offset : end.offset]
        parts = [
            self.texts[start.item][start.offset :],
            *self.texts[start.item + 1 : end.item],
            self.texts[end.item][: end.offset],
        ]
        return "\n\n".join(part for part in parts if part)

    def count_marked(self) -> int:
        """The number of characters on this page that are shown as marks."""
        return sum(map(count_marked, self.texts))


def cable_page(cable: Cable) -> Page:
    """The page of a cable: its headings, its paragraphs, its signature."""
    rows: list[Row] = []
    texts: list[str] = []
    first_rows: list[int] = []
    ordinals: list[int | None] = []
    items: list[int] = []
    levels: list[int] = []
    for number, item in enumerate(cable.body):
        first_rows.append(len(rows))
        texts.append(item.text)
        if isinstance(item, Paragraph):
            ordinals.append(item.ordinal)
            levels.append(0)
            items.append(number)
            _add_rows(rows, number, item.text, item.blocks, RowKind.TEXT)
        else:
            ordinals.append(None)
            levels.append(item.level)
            _add_rows(rows, number, item.text, (), RowKind.HEADING)
    signature = "\n".join(name for name in cable.signature if name)
    if signature:
        first_rows.append(len(rows))
        ordinals.append(None)
        levels.append(0)
        _add_rows(rows, len(texts), signature, (), RowKind.SIGNATURE)
        texts.append(signature)
    return Page(
        tuple(rows),
        tuple(texts),
        tuple(first_rows),
        tuple(ordinals),
        tuple(items),
        tuple(levels),
    )


def plain_page(text: str) -> Page:
    """The page of a text that is no cable, line by line."""
    rows: list[Row] = []
    if text:
        _add_rows(rows, 0, text, (), RowKind.LINE)
    has_rows = bool(rows)
    return Page(
        tuple(rows),
        (text,) if has_rows else (),
        (0,) if has_rows else (),
        (None,) if has_rows else (),
        (),
        (0,) if has_rows else (),
    )


def source_page(text: str) -> Page:
    """The page of a text as received: each line a row, blank ones too."""
    rows: list[Row] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if len(line) < LONGEST_RUN and line.isascii() and (not line or line.isprintable()):
            rows.append(Row(RowKind.SOURCE, 0, start, end, line, is_first=True))
        else:
            _add_line(rows, 0, text, (start, end), RowKind.SOURCE, is_first=True)
        start = end + 1
    if len(rows) > 1 and rows[-1].start == len(text):
        rows.pop()
    return Page(tuple(rows), (text,), (0,), (None,), (), (0,))


_KINDS: Final = {
    BlockKind.TEXT: RowKind.TEXT,
    BlockKind.ITEM: RowKind.ITEM,
    BlockKind.TABLE: RowKind.TABLE,
}


def _add_rows(
    rows: list[Row], item: int, text: str, blocks: Sequence[Block], kind: RowKind
) -> None:
    """Add the rows of one item; there is always one, since an empty block is never made."""
    before = len(rows)
    if len(blocks) < 2 and text.isascii() and text.isprintable() and 0 < len(text) < LONGEST_RUN:
        # The common paragraph: one block of ordinary letters.
        only = _KINDS[blocks[0].kind] if blocks else kind
        rows.append(Row(only, item, 0, len(text), text, is_first=True))
        return
    for block in blocks or (Block(BlockKind.TEXT, 0, len(text)),):
        row_kind = _KINDS[block.kind] if blocks else kind
        for span in _lines(text, block.start, block.end):
            _add_line(rows, item, text, span, row_kind, is_first=len(rows) == before)
    if len(rows) == before:
        length = len(NO_TEXT)
        piece = Piece(NO_TEXT, 0, length, 0, len(text), is_mark=True)
        rows.append(Row(kind, item, 0, len(text), NO_TEXT, is_first=True, pieces=(piece,)))


def _add_line(
    rows: list[Row], item: int, text: str, span: tuple[int, int], kind: RowKind, *, is_first: bool
) -> None:
    """Add the rows of one line: one, unless it must be cut for the display."""
    is_cut = False
    for start, end in _cuts(text, *span):
        pieces = _pieces(text, start, end)
        if end < span[1]:
            pieces = _with_cut_sign(text, start, end, pieces)
        shown = "".join([piece.shown for piece in pieces]) or text[start:end]
        rows.append(Row(kind, item, start, end, shown, is_first and not is_cut, is_cut, pieces))
        is_cut = True


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines between two offsets that are not blank."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = text[start:stop]
        if line and not line.isspace():
            yield start, stop
        start = stop + 1


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """One line, cut where more characters follow each other than Qt can wrap in time."""
    if end - start <= LONGEST_RUN // LONGEST_MARK:
        yield start, end
        return
    has_marks = next(find_marked(text, start, end), None) is not None
    limit = LONGEST_RUN // LONGEST_MARK if has_marks else LONGEST_RUN
    for run in UNBROKEN.finditer(text, start, end):
        place = run.start() + limit
        while place < run.end():
            yield start, place
            start = place
            place += limit
    yield start, end


def _pieces(text: str, start: int, end: int) -> tuple[Piece, ...]:
    """The pieces of a row, or none where it shows its characters as they are."""
    line = text[start:end]
    if line.isascii() and line.isprintable():
        return ()
    special: list[tuple[int, int, bool]] = [
        (first, last, True) for first, last in find_marked(text, start, end)
    ]
    special += [(match.start(), match.end(), False) for match in ASTRAL.finditer(text, start, end)]
    if not special:
        return ()
    special.sort()
    pieces: list[Piece] = []
    position = 0

    def add(shown: str, units: int, first: int, last: int, *, is_mark: bool) -> None:
        nonlocal position
        pieces.append(Piece(shown, position, units, first, last, is_mark))
        position += units

    here = start
    for first, last, is_mark in special:
        if first > here:
            add(text[here:first], first - here, here, first, is_mark=False)
        if is_mark:
            shown = mark_text(text[first:last])
            add(shown, len(shown), first, last, is_mark=True)
        else:
            add(text[first:last], 2 * (last - first), first, last, is_mark=False)
        here = last
    if here < end:
        add(text[here:end], end - here, here, end, is_mark=False)
    return tuple(pieces)


def _with_cut_sign(text: str, start: int, end: int, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    pieces = pieces or (Piece(text[start:end], 0, end - start, start, end, is_mark=False),)
    position = pieces[-1].position + pieces[-1].length
    return (*pieces, Piece(CUT_SIGN, position, len(CUT_SIGN), end, end, is_mark=True))
