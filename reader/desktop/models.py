"""Item models: the paragraphs of a cable, what it cites, the bookmarks.

Every row is an `Entry`, which the lists of the panels paint, and a sentence for screen readers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from reader.cable.citation import paragraph_number
from reader.cable.model import Heading, Paragraph, ReferenceKind
from reader.desktop.plain import tooltip_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.cable.model import Cable, Mention, Reference

ENTRY_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The Entry of a row."""

LONGEST_TITLE: Final = 160
"""Characters of a title in a list; more never fits."""

AnyIndex = QModelIndex | QPersistentModelIndex


class Entry(NamedTuple):
    """A row as a list shows it: what leads, the title, and smaller lines below it."""

    title: str
    lead: str = ""
    """Stands before the title in a column of its own: a paragraph's number, a label."""
    details: tuple[str, ...] = ()
    is_strong: bool = False
    has_star: bool = False
    spoken: str = ""
    """What a screen reader says, where the words as shown would not do."""


Row = TypeVar("Row")


class EntryModel(QAbstractListModel, Generic[Row]):
    """Rows of one kind, each with its Entry."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self._entries: list[Entry] = []

    # What Qt calls.

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are; rows have no rows of their own."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row's title, its entry, what is said of it, or what hovering tells."""
        row = index.row()
        if not 0 <= row < len(self._entries):
            return None
        entry = self._entries[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.spoken or ", ".join(
                part for part in (entry.lead, entry.title, *entry.details) if part
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text("\n".join((entry.title, *entry.details)))
        return None

    # What the panels call.

    def show_rows(self, rows: Iterable[Row], entries: Iterable[Entry]) -> None:
        """Have these rows instead."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._entries = list(entries)
        self.endResetModel()

    def row_at(self, index: AnyIndex) -> Row | None:
        """What a row stands for."""
        row = index.row()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rows(self) -> tuple[Row, ...]:
        """What the rows stand for, in order."""
        return self._rows

    def replace_entry(self, row: int, entry: Entry) -> None:
        """Show a row anew."""
        if self._entries[row] != entry:
            self._entries[row] = entry
            index = self.index(row)
            self.dataChanged.emit(index, index)


class BodyModel(EntryModel["Heading | Paragraph"]):
    """The headings and paragraphs of a cable, one a row."""

    def show_cable(self, cable: Cable | None) -> None:
        """Have the body of a cable, or nothing, without bookmarks."""
        body = cable.body if cable else ()
        self.show_rows(body, map(_body_entry, body))

    def set_bookmarks(self, bookmarks: Mapping[int, str]) -> None:
        """Show a star at these ordinals; the values are the bookmarks' names."""
        for row, item in enumerate(self.rows()):
            if isinstance(item, Paragraph):
                self.replace_entry(row, _body_entry(item, bookmarks.get(item.ordinal)))

    def row_of(self, ordinal: int) -> int:
        """The row of a paragraph; -1 if there is none of this ordinal."""
        for row, item in enumerate(self.rows()):
            if isinstance(item, Paragraph) and item.ordinal == ordinal:
                return row
        return -1


def _body_entry(item: Heading | Paragraph, bookmark: str | None = None) -> Entry:
    if isinstance(item, Heading):
        return Entry(first_words(item.text), is_strong=True, spoken=f"Heading: {item.text}")
    number = "" if item.number is None else str(item.number)
    words = first_words(item.text)
    marking = f", {item.marking}" if item.marking else ""
    starred = "" if bookmark is None else f", bookmarked {bookmark}".rstrip()
    name = f"Paragraph {number}" if number else "Paragraph without a number"
    return Entry(
        words,
        lead=number,
        has_star=bookmark is not None,
        spoken=f"{name}{marking}{starred}: {words}",
    )


class CitedRow(NamedTuple):
    """A row of the references: what is cited, or a place where it is mentioned."""

    reference: Reference | None
    mention: Mention | None = None


class ReferencesModel(EntryModel[CitedRow]):
    """What a cable cites, each with the places that mention it; ids of the text come last."""

    def show_cable(self, cable: Cable | None) -> None:
        """Have the references and mentions of a cable, or nothing."""
        rows: list[CitedRow] = []
        entries: list[Entry] = []
        if cable is not None:
            paragraphs = cable.paragraphs
            mentions = list(cable.mentions)
            for reference in cable.header.references:
                mine = [mention for mention in mentions if _is_of(mention, reference)]
                rows.append(CitedRow(reference))
                entries.append(_reference_entry(reference, len(mine)))
                rows += [CitedRow(reference, mention) for mention in mine]
                entries += [_mention_entry(mention, paragraphs) for mention in mine]
            known = {id(row.mention) for row in rows}
            for target, others in _by_target(m for m in mentions if id(m) not in known):
                rows.append(CitedRow(None))
                entries.append(_target_entry(target, len(others)))
                rows += [CitedRow(None, mention) for mention in others]
                entries += [_mention_entry(mention, paragraphs) for mention in others]
        self.show_rows(rows, entries)


KIND_WORDS: Final = {
    ReferenceKind.CABLE: "Cable",
    ReferenceKind.EMAIL: "E-mail, no cable",
    ReferenceKind.TELEPHONE: "Telephone call, no cable",
    ReferenceKind.MEETING: "Meeting, no cable",
    ReferenceKind.MEMO: "Memorandum, no cable",
    ReferenceKind.LETTER: "Letter, no cable",
    ReferenceKind.FAX: "Fax, no cable",
    ReferenceKind.REPORT: "Report, no cable",
    ReferenceKind.HANDBOOK: "Handbook, no cable",
    ReferenceKind.WEB: "Web page, no cable",
    ReferenceKind.DATE_TIME_GROUP: "Cable, known by its date-time group alone",
    ReferenceKind.TEXT: "A text, no cable",
}
"""What sort of document is cited, in words."""


def _is_of(mention: Mention, reference: Reference) -> bool:
    """Whether a mention names a reference: by its label, or else by its id."""
    if mention.label is not None and reference.label is not None:
        same_label = mention.label == reference.label
        return same_label and (mention.target is None or mention.target == reference.target)
    return mention.target is not None and mention.target == reference.target


def _reference_entry(reference: Reference, mentioned: int) -> Entry:
    kind = KIND_WORDS[reference.kind]
    if reference.kind is ReferenceKind.CABLE and reference.target is None:
        kind = "Cable whose id is not certain"
    details = [kind]
    if reference.target is not None:
        details.append(f"Printed as {reference.text}")
    if reference.candidates:
        details.append(f"May be {' or '.join(reference.candidates)}")
    if reference.qualifiers:
        details.append(", ".join(reference.qualifiers))
    if not mentioned:
        details.append("Not mentioned in the text")
    title = reference.target or reference.text
    label = f"Reference {reference.label}: " if reference.label else "Reference: "
    return Entry(
        title,
        lead=reference.label or "",
        details=tuple(details),
        is_strong=True,
        spoken=f"{label}{title}, {', '.join(details)}",
    )


def _by_target(mentions: Iterable[Mention]) -> list[tuple[str, list[Mention]]]:
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(mention.target or mention.text, []).append(mention)
    return list(groups.items())


def _target_entry(target: str, mentioned: int) -> Entry:
    times = "once" if mentioned == 1 else f"{mentioned} times"
    return Entry(
        target, details=("Not in the REF line", f"Named in the text {times}"), is_strong=True
    )


def _mention_entry(mention: Mention, paragraphs: Sequence[Paragraph]) -> Entry:
    paragraph = paragraphs[mention.ordinal]
    place = f"¶{paragraph_number(paragraph)}"
    words = words_around(paragraph.text, mention.start, mention.end)
    return Entry(words, lead=place, spoken=f"Mentioned in {spoken_place(paragraph)}: {words}")


def first_words(text: str) -> str:
    """The beginning of a text on one line."""
    return " ".join(text[: LONGEST_TITLE * 2].split())[:LONGEST_TITLE]


def words_around(text: str, start: int, end: int, room: int = 24) -> str:
    """A place in a text with some words before and after it, on one line."""
    first = max(start - room, 0)
    if first:
        blank = text.find(" ", first, start)
        first = blank + 1 if blank >= 0 else start
    last = min(end + 2 * room, len(text))
    before = "…" if first else ""
    after = "…" if last < len(text) else ""
    return f"{before}{' '.join(text[first:last].split())}{after}"


def spoken_place(paragraph: Paragraph) -> str:
    """A paragraph's number in words, for screen readers."""
    if paragraph.number is None:
        return f"the unnumbered paragraph {paragraph.ordinal + 1}"
    return f"paragraph {paragraph.number}"
