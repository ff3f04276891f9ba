"""The items of the REF line, as the body names them: by letter, as the only one, by id."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cable.model import Reference


class Item(NamedTuple):
    """One item of the REF line: its id, where it is one cable with a known one, and its label."""

    target: str | None
    label: str | None


Named: TypeAlias = tuple[int, int, str | None, str | None]
"""A place in the body's text and the item that it names: start, end, target, label."""


class CitedItems:
    """The items of a REF line; a list under one label is one item."""

    __slots__ = ("_by_label", "by_id", "items")

    def __init__(self, references: Sequence[Reference]) -> None:
        self._by_label: dict[str, Item] = {}
        unlabelled: list[Item] = []
        self.by_id: dict[str, Item] = {}
        """Items by the ids of their cables, and by those that a January cable leaves open."""
        for reference in references:
            item = Item(reference.target, reference.label)
            for cable_id in (reference.target, *reference.candidates):
                if cable_id is not None:
                    self.by_id.setdefault(cable_id, item)
            if reference.label is None:
                unlabelled.append(item)
            else:
                is_list = reference.label in self._by_label
                self._by_label[reference.label] = Item(None, reference.label) if is_list else item
        self.items = [*unlabelled, *self._by_label.values()]

    @property
    def has_labels(self) -> bool:
        """Whether the REF line gives any item a letter."""
        return bool(self._by_label)

    def under(self, label: str) -> Item | None:
        """The item of a letter or number; where none has a label the items are counted through."""
        if self._by_label:
            return self._by_label.get(label)
        if len(label) != 1 or not "A" <= label <= "Z":
            return None
        index = ord(label) - ord("A")
        return self.items[index] if index < len(self.items) else None
