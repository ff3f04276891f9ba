"""What the lines of a header give, field by field, while they are being read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cable.model import Role

if TYPE_CHECKING:
    from datetime import datetime

    from reader.cable.date_time_group import DateTimeGroup
    from reader.cable.header.classification import ClassificationLine
    from reader.cable.lines.logical import LogicalLine

FIELDS = frozenset(
    {
        Role.EXECUTIVE_ORDER,
        Role.TAGS,
        Role.SUBJECT,
        Role.REFERENCES,
        Role.CLASSIFIED_BY,
    }
)
"""The fields below the classification line, which come in any order (TELEGRAM.md 2.14)."""

# Asked of every field: an Enum takes ten times as long to give one of its members.
CLASSIFIED_BY, PASSING, REFERENCES = Role.CLASSIFIED_BY, Role.PASSING, Role.REFERENCES


class Gathered:
    """The values of the fields as printed, a piece a line, and the lines that they came from."""

    __slots__ = (
        "captions",
        "classification",
        "classification_place",
        "classified_by",
        "date_time_group",
        "is_message",
        "lines",
        "message_number",
        "newspaper_date",
        "passing",
        "pieces",
        "references",
        "sink",
    )

    def __init__(self) -> None:
        self.pieces: dict[Role, list[str]] = {}
        """The values of the fields that count once: the first occurrence wins."""
        self.lines: dict[Role, LogicalLine] = {}
        """The first line of each field."""
        self.sink: list[str] = []
        """Where the pieces of the field go that is open now."""
        self.captions: list[str] = []
        self.passing: list[list[str]] = []
        self.references: list[LogicalLine] = []
        self.classified_by: list[list[str]] = []
        self.classification: ClassificationLine | None = None
        self.classification_place: tuple[LogicalLine, str] | None = None
        self.date_time_group: DateTimeGroup | None = None
        self.message_number: str | None = None
        self.newspaper_date: datetime | None = None
        """What a newspaper set above its copy, for a text without a date-time group."""
        self.is_message = False
        """Whether this is a message of 2009 and later, whose fields have names: MRN, From."""

    def open(self, role: Role, line: LogicalLine, value: str) -> None:
        """Begin a field with its first piece; a repeated field is read and thrown away.

        Each Classified By field is one of its own, and the lines of all REF fields count.
        """
        self.sink = []
        if role is CLASSIFIED_BY:
            self.classified_by.append(self.sink)
        elif role is PASSING:
            self.passing.append(self.sink)
        elif role not in self.pieces:
            self.pieces[role] = self.sink
        if role is REFERENCES:
            self.references.append(line)
        self.lines.setdefault(role, line)
        self.sink.append(value)

    def add(self, role: Role, line: LogicalLine, piece: str) -> None:
        """Go on with the field that is open."""
        if role is REFERENCES:
            self.references.append(line)
        self.sink.append(piece)

    def add_captions(self, captions: tuple[str, ...]) -> None:
        """Captions count once each, wherever they stand."""
        self.captions += [caption for caption in captions if caption not in self.captions]

    def text(self, role: Role) -> str | None:
        """A field on one line; None when it is not there."""
        pieces = self.pieces.get(role)
        if pieces is None:
            return None
        text = " ".join(pieces) if len(pieces) > 1 else pieces[0]
        return " ".join(text.split())
