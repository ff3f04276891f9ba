"""How one cable cites another: the items of its REF field (TELEGRAM.md 2.7, 3.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cable.references.field import blank_out
from reader.cable.references.items import Citing, ItemReader
from reader.cable.references.labels import split_items
from reader.cable.references.plain import read_plain_field

if TYPE_CHECKING:
    from reader.cable.model import Reference

__all__ = ["parse_references"]


def parse_references(
    text: str, *, year: int | None = None, month: int | None = None, station: str | None = None
) -> tuple[Reference, ...]:
    """The references of a REF field, with or without its keyword, in the order of the text.

    `year` (four digits), `month` and `station` are the citing cable's: an id that leaves them out
    takes its year and station from there. One reference a target, so that a list under one label
    is several; what is no cable is kept as text with its kind. Spans count the characters of
    `text`.
    """
    citing = Citing(year, month, station)
    plain = read_plain_field(text)
    if plain is not None:
        return ItemReader(text, citing).cited(plain)
    field = blank_out(text)
    if not field.strip():
        return ()
    reader = ItemReader(field, citing)
    return tuple(found for item in split_items(field) for found in reader.read(item))
