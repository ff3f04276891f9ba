"""What a cable cites as rows, each with the places that mention it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.cable.citation import paragraph_number
from reader.cable.model import ReferenceKind
from reader.desktop.models.entries import Entry, EntryModel, spoken_place, words_around
from reader.desktop.session.nearby import Way
from reader.paths import shown_path
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.cable.model import Cable, Mention, Paragraph, Reference
    from reader.desktop.session.nearby import Found
    from reader.desktop.session.tabs import Tab


class CitedRow(NamedTuple):
    """A row of the references: what is cited, a place where it is mentioned, or who cites this."""

    reference: Reference | None = None
    mention: Mention | None = None
    target: str = ""
    """The canonical id of what heads a group, where it is known."""
    tab: Tab | None = None
    """A tab whose cable cites this one."""


class Known(NamedTuple):
    """What is known of the cables that a cable cites."""

    of: Callable[[str], Found | None]
    """How one can be opened, by its id."""
    is_looking: bool = False
    citing: tuple[Tab, ...] = ()


class ReferencesModel(EntryModel[CitedRow]):
    """What a cable cites, each with the places that mention it; then who cites the cable."""

    def __init__(self) -> None:
        super().__init__()
        self._own: list[Entry] = []
        """The entries of what is cited, without how it can be opened."""

    def show_cable(self, cable: Cable | None) -> None:
        """Have the references and mentions of a cable, or nothing."""
        rows: list[CitedRow] = []
        entries: list[Entry] = []
        if cable is not None:
            paragraphs = cable.paragraphs
            mentions = list(cable.mentions)
            for reference in cable.header.references:
                mine = [mention for mention in mentions if _is_of(mention, reference)]
                rows.append(CitedRow(reference, target=reference.target or ""))
                entries.append(_reference_entry(reference, len(mine)))
                rows += [CitedRow(reference, mention) for mention in mine]
                entries += [_mention_entry(mention, paragraphs) for mention in mine]
            known = {id(row.mention) for row in rows}
            for target, others in _by_target(m for m in mentions if id(m) not in known):
                rows.append(CitedRow(target=others[0].target or ""))
                entries.append(_target_entry(target, len(others)))
                rows += [CitedRow(None, mention) for mention in others]
                entries += [_mention_entry(mention, paragraphs) for mention in others]
        self._own = list(entries)
        self.show_rows(rows, entries)

    def show_known(self, known: Known) -> None:
        """Say of each cited cable whether it can be opened, and which open ones cite this."""
        rows = self.rows()[: len(self._own)]
        entries = [
            _with_way(entry, row.target, known) if row.target else entry
            for row, entry in zip(rows, self._own, strict=True)
        ]
        before = tuple(row.tab for row in self.rows()[len(rows) :] if row.tab is not None)
        if before == known.citing:
            for number, entry in enumerate(entries):
                self.replace_entry(number, entry)
            return
        if known.citing:
            entries.append(Entry(tr("Cited by"), is_strong=True))
            entries += [_citing_entry(tab) for tab in known.citing]
            rows = (*rows, CitedRow(), *(CitedRow(tab=tab) for tab in known.citing))
        self.show_rows(rows, entries)

    def count_found(self, known: Known) -> tuple[int, int]:
        """How many of the cables that the REF line cites can be opened, and how many there are."""
        targets = {row.target for row in self.rows() if row.reference is not None and row.target}
        return sum(known.of(target) is not None for target in targets), len(targets)


def _with_way(entry: Entry, target: str, known: Known) -> Entry:
    words = way_words(known.of(target), is_looking=known.is_looking)
    spoken = f"{entry.spoken}, {words}" if entry.spoken else ""
    return entry._replace(details=(*entry.details, words), spoken=spoken)


def way_words(found: Found | None, *, is_looking: bool) -> str:
    """How a cited cable can be opened, in words."""
    if found is None:
        return tr("Looking for it…") if is_looking else tr("Not found here")
    name = shown_path(os.path.basename(found.path))  # noqa: PTH119  a str in, a str out
    return {
        Way.OPEN: tr("Open in a tab"),
        Way.BESIDE: tr("Beside this cable: {name}", name=name),
        Way.RECENT: tr("Opened lately: {name}", name=name),
        Way.LISTED: tr("In the same list"),
    }[found.way]


def _citing_entry(tab: Tab) -> Entry:
    details = (tab.subject,) if tab.subject else ()
    return Entry(tab.name(), details=details, spoken=tr("Cited by {name}", name=tab.name()))


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
    if mention.target is not None:
        return mention.target == reference.target
    # "reftel" where the only item is no cable and has no letter.
    return mention.label is reference.label is None and reference.target is None


def _reference_entry(reference: Reference, mentioned: int) -> Entry:
    kind = tr(KIND_WORDS[reference.kind])
    if reference.kind is ReferenceKind.CABLE and reference.target is None:
        kind = tr("Cable whose id is not certain")
    details = [kind]
    if reference.target is not None:
        details.append(tr("Printed as {text}", text=reference.text))
    if reference.candidates:
        ids = tr(" or ").join(reference.candidates)
        details.append(tr("May be {ids}", ids=ids))
    if reference.qualifiers:
        details.append(", ".join(reference.qualifiers))
    if not mentioned:
        details.append(tr("Not mentioned in the text"))
    title = reference.target or reference.text
    spoken = tr("Reference {label}", label=reference.label) if reference.label else tr("Reference")
    return Entry(
        title,
        lead=reference.label or "",
        details=tuple(details),
        is_strong=True,
        spoken=f"{spoken}: {title}, {', '.join(details)}",
    )


def _by_target(mentions: Iterable[Mention]) -> list[tuple[str, list[Mention]]]:
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(mention.target or mention.text, []).append(mention)
    return list(groups.items())


def _target_entry(target: str, mentioned: int) -> Entry:
    named = tr_count("Named in the text once", "Named in the text {count} times", mentioned)
    return Entry(
        target,
        details=(tr("Not in the REF line"), named),
        is_strong=True,
    )


def _mention_entry(mention: Mention, paragraphs: Sequence[Paragraph]) -> Entry:
    paragraph = paragraphs[mention.ordinal]
    place = f"¶{paragraph_number(paragraph)}"
    words = words_around(paragraph.text, mention.start, mention.end)
    return Entry(
        words,
        lead=place,
        spoken=tr("Mentioned in {place}: {words}", place=spoken_place(paragraph), words=words),
    )
