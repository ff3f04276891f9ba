"""What a researcher adds to a cable: bookmarks and highlights, their notes, labels and status.

A change to the marks is a `Put`, a `Delete` or a `NameColour`; `Bookmarks.apply` keeps them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import uuid4

from reader.errors import StoreError
from reader.translation import tr

if TYPE_CHECKING:
    from reader.cable.model import Cable
    from reader.store.anchors import Anchor

LONGEST_NOTE: Final = 1_000_000
"""Bytes of UTF-8 (SAFETY.md, limits)."""
LONGEST_NAME: Final = 500
"""Characters of a mark's or a colour's name."""
LONGEST_LABEL: Final = 100
MOST_LABELS: Final = 100
"""On one mark."""
KEY_LENGTH: Final = 2_000
"""Letters and digits of the body that stand for a cable without an id."""


class MarkKind(Enum):
    """What is marked: a paragraph, or words in one or over several."""

    BOOKMARK = "bookmark"
    HIGHLIGHT = "highlight"


class Status(Enum):
    """What the researcher thinks of a marked place."""

    TO_CHECK = "to check"
    RELEVANT = "relevant"
    NOT_RELEVANT = "not relevant"
    USED = "used"


class Colour(Enum):
    """The four colours of highlights; the user may give them names of their own."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark or highlight in a cable. A change is a new one, by `changed_mark`."""

    id: str
    """A random UUID, 32 hexadecimal digits."""
    kind: MarkKind
    anchor: Anchor
    cable_id: str
    """Which cable: see `cable_key`."""
    title: str = ""
    """The cable's subject, for lists."""
    path: str = ""
    """Where the cable was last seen, by `os.fsdecode`; a hint only."""
    name: str = ""
    note: str = ""
    """Markdown."""
    labels: tuple[str, ...] = ()
    status: Status | None = None
    colour: Colour | None = None
    created: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    changed: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    """Both UTC, to the microsecond, by the clock of the machine: no order relies on them alone."""


class Put(NamedTuple):
    """Keep a mark, whether or not there is one with its id.

    `base` is the mark as the user saw it before editing. When another window has changed the mark
    since, only what differs from `base` is changed, and of two notes both are kept.
    """

    mark: Mark
    base: Mark | None = None


class Delete(NamedTuple):
    """Take a mark away; no error where it has gone already."""

    mark_id: str


class NameColour(NamedTuple):
    """Give a colour a name of the user's own; an empty one takes the name away."""

    colour: Colour
    name: str


Change = Put | Delete | NameColour


def new_mark(kind: MarkKind, anchor: Anchor, cable: Cable, *, colour: Colour | None = None) -> Mark:
    """A mark in a cable, made now, with nothing added to it yet."""
    now = datetime.now(UTC)
    return Mark(
        id=uuid4().hex,
        kind=kind,
        anchor=anchor,
        cable_id=cable_key(cable),
        title=cable.header.subject or "",
        path=cable.source.path,
        colour=colour,
        created=now,
        changed=now,
    )


def changed_mark(mark: Mark, **fields: object) -> Mark:
    """The mark with other fields, as `dataclasses.replace`, changed now."""
    return replace(mark, **{"changed": datetime.now(UTC), **fields})  # type: ignore[arg-type]


def cable_key(cable: Cable) -> str:
    """What the marks of a cable are kept under: its canonical id, or a digest of its words.

    A cable without an id is known by the SHA-256 of the first KEY_LENGTH letters and digits of its
    paragraphs, folded: copies that differ in format, wrapping, page breaks, punctuation or
    capitals have the same key. `text:` stands before the digest, so that it is never a real id.
    """
    if cable.canonical_id:
        return cable.canonical_id
    return text_key("".join(paragraph.text for paragraph in cable.paragraphs) or cable.text)


def text_key(text: str) -> str:
    """The key of a text without an id: see `cable_key`."""
    from hashlib import sha256  # noqa: PLC0415
    from unicodedata import normalize  # noqa: PLC0415

    # What folding adds or takes is little: twice the length is more than enough to fill the key.
    letters: list[str] = []
    for start in range(0, len(text), KEY_LENGTH):
        folded = normalize("NFKD", text[start : start + KEY_LENGTH]).casefold()
        letters += filter(str.isalnum, folded)
        if len(letters) >= KEY_LENGTH:
            break
    words = "".join(letters[:KEY_LENGTH])
    return f"text:{sha256(words.encode('utf-8', 'replace')).hexdigest()[:32]}"


def check_mark(mark: Mark) -> None:
    """Raise StoreError, a sentence, when a mark holds more than is kept."""
    size = len(mark.note.encode("utf-8", "replace")) if mark.note else 0
    if size > LONGEST_NOTE:
        raise StoreError(
            tr(
                "This note is too long to be kept: {size:,} bytes, and {most:,} is the most.",
                size=size,
                most=LONGEST_NOTE,
            ),
            hint=tr("Shorten it, or divide it between several marks."),
        )
    if len(mark.name) > LONGEST_NAME:
        raise StoreError(
            tr(
                "This name is too long to be kept: {count:,} characters, and {most:,} is the most.",
                count=len(mark.name),
                most=LONGEST_NAME,
            ),
            hint=tr("Put the rest into the note."),
        )
    if mark.labels and (
        len(mark.labels) > MOST_LABELS or max(map(len, mark.labels)) > LONGEST_LABEL
    ):
        raise StoreError(
            tr(
                "A mark has {most} labels at most, of {longest} characters each.",
                most=MOST_LABELS,
                longest=LONGEST_LABEL,
            ),
            hint=tr("Use fewer or shorter labels, and put the rest into the note."),
        )


def tidy_labels(labels: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """Labels on one line each, without outer blanks, each once, in their order."""
    tidied = (" ".join(label.split()) for label in labels)
    return tuple(dict.fromkeys(label for label in tidied if label))
