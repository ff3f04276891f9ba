"""The items of the REF line, as the body names them: by letter, as the only one, by id."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from reader.records import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cable.model import Reference


class Item(Record):
    """One item of the REF line: its id, where it is one cable with a known one, and its label."""

    target: str | None
    label: str | None


Named: TypeAlias = tuple[int, int, str | None, str | None]
"""A place in the body's text and the item that it names: start, end, target, label."""


class CitedItems:
    """The items of a REF line; a list under one label is one item."""

    __slots__ = ("by_id", "by_label", "has_small_serials", "items")

    def __init__(self, references: Sequence[Reference]) -> None:
        self.by_label: dict[str, Item] = {}
        """Items by their letters or numbers."""
        self.has_small_serials = False
        """Whether a cable is cited with a serial below 100."""
        unlabelled: list[Item] = []
        self.by_id: dict[str, Item] = {}
        """Items by the ids of their cables, and by those that a January cable leaves open."""
        for reference in references:
            item = Item(reference.target, reference.label)
            for cable_id in (reference.target, *reference.candidates):
                if cable_id is not None:
                    self.by_id.setdefault(cable_id, item)
                    self.has_small_serials |= not cable_id[-3:].isdigit()
            if reference.label is None:
                unlabelled.append(item)
            else:
                is_list = reference.label in self.by_label
                self.by_label[reference.label] = Item(None, reference.label) if is_list else item
        self.items = [*unlabelled, *self.by_label.values()]

    def under(self, label: str) -> Item | None:
        """The item of a letter or number; where none has a label the items are counted through."""
        if self.by_label:
            return self.by_label.get(label)
        if len(label) != 1 or not "A" <= label <= "Z":
            return None
        index = ord(label) - ord("A")
        return self.items[index] if index < len(self.items) else None
