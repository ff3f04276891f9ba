"""The order in which people read marks: by cable, and in it by place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.store.marks import Mark


def by_cable(marks: Iterable[Mark]) -> list[Mark]:
    """The marks of each cable together, in the order of its text."""
    return sorted(
        marks, key=lambda mark: (mark.cable_id, mark.anchor.ordinal, mark.anchor.start, mark.id)
    )
