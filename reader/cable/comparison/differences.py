"""What a comparison of two cables finds: rows that belong together, and where they differ."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.cable.model import Cable


class Kind(Enum):
    """How two versions of a place differ."""

    ONLY_HERE = "only here"
    ONLY_THERE = "only there"
    CHANGED = "changed"
    REDACTED_HERE = "redacted here"
    """What the other version has is replaced by a redaction in this one."""
    REDACTED_THERE = "redacted there"


class Field(Enum):
    """A field of the header that is compared."""

    ID = "id"
    DATE = "date"
    ORIGINATOR = "originator"
    ACTION = "action addressees"
    INFO = "info addressees"
    CLASSIFICATION = "classification"
    CAPTIONS = "captions"
    EXECUTIVE_ORDER = "executive order"
    TAGS = "TAGS"
    SUBJECT = "subject"
    REFERENCES = "references"
    CLASSIFIED_BY = "classified by"
    SIGNATURE = "signature"


class Mark(NamedTuple):
    """Characters that differ: where they stand in a row's text here, and where there.

    Where one version has nothing, start and end are the place where it would stand.
    """

    start: int
    end: int
    there_start: int
    there_end: int


class Difference(NamedTuple):
    """One difference, as a reader counts them."""

    kind: Kind
    row: int
    """The number of its row."""
    marks: tuple[Mark, ...]
    """A field of the header is one difference, however many words of it differ."""
    here: str
    there: str
    """The words that differ, from the first to the last; empty where there are none."""


class Row(NamedTuple):
    """A field, or the paragraphs that belong together: mostly one here and one there."""

    field: Field | None
    here: str
    there: str
    items: tuple[int, ...] = ()
    """The headings and paragraphs, by their numbers in `Cable.body`."""
    items_there: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    """Where each of them begins in `here`."""
    starts_there: tuple[int, ...] = ()


class Comparison(NamedTuple):
    """Two versions of a cable, row beside row, and their differences in order."""

    here: Cable
    there: Cable
    rows: tuple[Row, ...]
    differences: tuple[Difference, ...]

    @property
    def is_same_cable(self) -> bool:
        """Whether both have the same canonical id, or one of them has none."""
        ours, theirs = self.here.canonical_id, self.there.canonical_id
        return ours == theirs or not ours or not theirs
