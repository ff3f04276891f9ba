"""Hiding items of a page: a few words stand in place of each, and what is hidden is not copied.

Nothing here knows of Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from reader.desktop.panels.page.decorations import Decorations
from reader.desktop.panels.page.rows import Piece, Row, RowKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.desktop.panels.page.rows import Page


T = TypeVar("T")


def with_stubs(page: Page, stubs: Mapping[int, str]) -> Page:
    """The page with words in place of items, by item; places stay what they are."""
    rows: list[Row] = []
    first_rows: list[int] = []
    last = len(page.rows)
    for item, first in enumerate(page.first_rows):
        end = page.first_rows[item + 1] if item + 1 < len(page.first_rows) else last
        first_rows.append(len(rows))
        if item in stubs:
            rows.append(_stub(item, stubs[item], len(page.texts[item])))
        else:
            rows += page.rows[first:end]
    return page._replace(rows=tuple(rows), first_rows=tuple(first_rows), stubs=dict(stubs))


def _stub(item: int, words: str, length: int) -> Row:
    piece = Piece(words, 0, len(words), 0, length, is_mark=True)
    return Row(RowKind.TEXT, item, 0, length, words, is_first=True, pieces=(piece,))


def without_stubs(decorations: Decorations, stubs: Mapping[int, str]) -> Decorations:
    """The decorations of the items that are not hidden."""
    return Decorations(
        _without(decorations.mentions, stubs),
        _without(decorations.passages, stubs),
        _without(decorations.redactions, stubs),
        _without(decorations.seams, stubs),
    )


def _without(found: dict[int, T], stubs: Mapping[int, str]) -> dict[int, T]:
    return {item: each for item, each in found.items() if item not in stubs}
