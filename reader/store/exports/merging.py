"""What importing marks will do: new ones, changed ones, those that are there, and conflicts.

A mark is known again by its id; a copy of one under another id, the same in all that matters, is
not taken a second time. Of two versions the one that was changed later stands. Where the one in
the store is later and the other has something that it lacks, that is a conflict: both notes are
kept, unless the user says otherwise. What was imported once changes nothing when imported again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from reader.store.edits import BETWEEN_NOTES
from reader.store.marks import LONGEST_NOTE, Mark, NameColour, Put, tidy_labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.store.exports.fields import Bundle
    from reader.store.marks import Change, Colour


class Choice(Enum):
    """What becomes of a mark that has been changed on both sides."""

    BOTH = "both"
    """The store's, with what the file adds to it."""
    STORE = "store"
    FILE = "file"


class Pair(NamedTuple):
    """A mark as it is in the store, and as it is in the file."""

    stored: Mark
    read: Mark


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import will do, before it does it."""

    new: tuple[Mark, ...]
    changed: tuple[Pair, ...]
    """The file's version is the later one and takes the place of the store's."""
    conflicts: tuple[Pair, ...]
    """The store's version is the later one, and the file's has something that it lacks."""
    same: int
    """Marks of the file that add nothing."""
    names: tuple[NameColour, ...]
    """Names for colours that have none yet."""
    remarks: tuple[str, ...]
    """A sentence for each thing of the file that could not be taken."""

    def changes(self, choice: Choice = Choice.BOTH) -> tuple[Change, ...]:
        """The changes for `Bookmarks.apply`, to be made as one step."""
        changes: list[Change] = [Put(mark) for mark in self.new]
        changes += [Put(_placed(pair.read, pair.stored), pair.stored) for pair in self.changed]
        if choice is not Choice.STORE:
            changes += [
                Put(
                    joined(*pair)
                    if choice is Choice.BOTH
                    else _placed(replace(pair.read, changed=datetime.now(UTC)), pair.stored),
                    pair.stored,
                )
                for pair in self.conflicts
            ]
        return (*changes, *self.names)

    def message(self) -> str:
        """What will be done, in a sentence."""
        counts = (
            (len(self.new), "new"),
            (len(self.changed), "changed"),
            (len(self.conflicts), "changed on both sides"),
            (self.same, "already here"),
            (len(self.remarks), "left out"),
        )
        said = ", ".join(f"{count:,} {what}" for count, what in counts if count)
        return f"Marks of this file: {said}." if said else "There are no marks in this file."


def plan_import(
    bundle: Bundle, stored: Iterable[Mark], names: Mapping[Colour, str] | None = None
) -> Plan:
    """What importing a bundle into a store with these marks and colour names will do."""
    by_id = {mark.id: mark for mark in stored}
    contents = {_content(mark) for mark in by_id.values()}
    new: dict[str, Mark] = {}
    changed: dict[str, Pair] = {}
    conflicts: dict[str, Pair] = {}
    same = 0
    for mark in _latest(bundle.marks):
        old = by_id.get(mark.id)
        if old is None:
            if _content(mark) in contents:
                same += 1
                continue
            new[mark.id] = mark
        elif _content(mark) == _content(old):
            same += 1
        elif mark.changed >= old.changed:
            changed[mark.id] = Pair(old, mark)
        elif _content(joined(old, mark)) != _content(old):
            conflicts[mark.id] = Pair(old, mark)
        else:
            same += 1
    given = names or {}
    named = [NameColour(*each) for each in bundle.colour_names.items() if each[0] not in given]
    doubled = len(bundle.marks) - len({mark.id for mark in bundle.marks})
    return Plan(
        tuple(new.values()),
        tuple(changed.values()),
        tuple(conflicts.values()),
        same + doubled,
        tuple(named),
        bundle.remarks,
    )


def joined(stored: Mark, read: Mark) -> Mark:
    """The store's version with what the file's adds: labels, an end of the note, what it lacks."""
    note = stored.note
    if read.note and read.note not in note:
        note = f"{note}{BETWEEN_NOTES}{read.note}" if note and note not in read.note else read.note
    if len(note.encode("utf-8", "replace")) > LONGEST_NOTE:
        note = stored.note
    return replace(
        stored,
        note=note,
        name=stored.name or read.name,
        labels=tidy_labels((*stored.labels, *read.labels)),
        status=stored.status or read.status,
        colour=stored.colour or read.colour,
        title=stored.title or read.title,
        changed=datetime.now(UTC),
    )


def _latest(marks: Iterable[Mark]) -> Iterable[Mark]:
    """Each mark of a file once, as it was changed last."""
    latest: dict[str, Mark] = {}
    for mark in marks:
        known = latest.get(mark.id)
        if known is None or known.changed < mark.changed:
            latest[mark.id] = mark
    return latest.values()


def _placed(read: Mark, stored: Mark) -> Mark:
    """The file's version; what not every file has is taken from the store's."""
    return replace(
        read,
        path=read.path or stored.path,
        title=read.title or stored.title,
        created=min(read.created, stored.created),
    )


def _content(mark: Mark) -> tuple[object, ...]:
    """All that makes two marks one, whatever their ids, times, paths and titles."""
    return (
        mark.kind,
        mark.cable_id,
        mark.anchor,
        mark.name,
        mark.note,
        mark.labels,
        mark.status,
        mark.colour,
    )
