"""Two windows that have edited the same mark: what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from reader.store.marks import LONGEST_NOTE, Mark, tidy_labels

BETWEEN_NOTES: Final = "\n\n---\n\n"
"""Between two notes that two windows have written on the same mark."""


def merge(wanted: Mark, base: Mark, stored: Mark) -> Mark:
    """What was edited in one window, on top of what another has stored since.

    What the edit left alone is as stored; what both have changed is as edited, save that two notes
    are both kept, and labels that either has added or taken away.
    """
    fields: dict[str, Any] = {}
    for field in ("kind", "anchor", "cable_id", "title", "path", "name", "status", "colour"):
        if getattr(wanted, field) == getattr(base, field):
            fields[field] = getattr(stored, field)
    added = set(wanted.labels) - set(base.labels)
    removed = set(base.labels) - set(wanted.labels)
    if stored.labels != base.labels:
        fields["labels"] = tuple(
            label
            for label in tidy_labels((*stored.labels, *(x for x in wanted.labels if x in added)))
            if label not in removed
        )
    if wanted.note == base.note:
        fields["note"] = stored.note
    elif stored.note not in (base.note, wanted.note) and stored.note:
        both = wanted.note + BETWEEN_NOTES + stored.note
        if len(both.encode("utf-8", "replace")) <= LONGEST_NOTE:
            fields["note"] = both
    return replace(wanted, created=stored.created, **fields)
