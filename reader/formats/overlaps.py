"""Markup that lies in other markup, of which one is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.cable.model import Markup


def in_order(markup: Iterable[Markup]) -> tuple[Markup, ...]:
    """Markup in the order of the text; of two that overlap, the one that begins first."""
    ordered: list[Markup] = []
    end = 0
    for each in sorted(markup, key=_place):
        if each.start >= end:
            ordered.append(each)
            end = each.end
    return tuple(ordered)


def _place(markup: Markup) -> tuple[int, int]:
    return markup.start, -markup.end
