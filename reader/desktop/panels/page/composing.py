"""Composing pages: the rows of a cable, of a plain text, of a text as received.

Nothing here knows of Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.model import Block, BlockKind, Paragraph
from reader.cable.unobeyed import find_marked
from reader.desktop.panels.page.marks import ASTRAL, UNBROKEN, mark_text
from reader.desktop.panels.page.rows import Page, Piece, Row, RowKind
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.cable.model import Cable

LONGEST_RUN: Final = 4096
"""Characters of a row that nothing breaks; Qt's wrapping takes quadratic time beyond."""

LONGEST_MARK: Final = 16
"""More characters than the mark of any one character has."""

BLANKS: Final = " \t\u00a0"
"""What a line may hold and still show nothing."""

CUT_SIGN: Final = "↵"
NO_TEXT: Final = "(no text)"


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
        text = item.text
        texts.append(text)
        if isinstance(item, Paragraph):
            ordinals.append(item.ordinal)
            levels.append(0)
            items.append(number)
            blocks = item.blocks
            if (
                (not blocks or (len(blocks) == 1 and blocks[0].kind is TEXT))
                and len(text) < LONGEST_RUN
                and text.isascii()
                and text.isprintable()
                and text
                and not text.isspace()
            ):
                # As most are; here, since a call for each would cost as much as the row.
                rows.append(
                    tuple.__new__(Row, (TEXT_ROW, number, 0, len(text), text, True, False, ()))
                )
                continue
            _add_rows(rows, number, text, blocks, TEXT_ROW)
        else:
            ordinals.append(None)
            levels.append(item.level)
            _add_rows(rows, number, text, (), RowKind.HEADING)
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


# What is asked of every paragraph: a name of the module costs a tenth of a member's.
TEXT: Final = BlockKind.TEXT
TEXT_ROW: Final = RowKind.TEXT

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
    is_usual = len(blocks) < 2 and len(text) < LONGEST_RUN
    if is_usual and text.isascii() and text.isprintable() and text and not text.isspace():
        # The common paragraph: one block of ordinary letters.
        only = _KINDS[blocks[0].kind] if blocks and blocks[0].kind is not TEXT else kind
        rows.append(_plain_row(item, only, text))
        return
    for block in blocks or (Block(BlockKind.TEXT, 0, len(text)),):
        row_kind = _KINDS[block.kind] if blocks else kind
        for span in _lines(text, block.start, block.end):
            _add_line(rows, item, text, span, row_kind, is_first=len(rows) == before)
    if len(rows) == before:
        shown = tr(NO_TEXT)
        length = len(shown)
        piece = Piece(shown, 0, length, 0, len(text), is_mark=True)
        rows.append(Row(kind, item, 0, len(text), shown, is_first=True, pieces=(piece,)))


def _plain_row(item: int, kind: RowKind, text: str) -> Row:
    """The row of an item that shows its characters as they are; by the tuple, at half the cost."""
    return tuple.__new__(Row, (kind, item, 0, len(text), text, True, False, ()))


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
        if line.strip(BLANKS):
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
