"""The marks of the cable that is open as rows."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from reader.desktop.models.entries import Entry, EntryModel, note_words
from reader.desktop.session.marking.telling import colour_name, mark_place
from reader.desktop.session.notice import quote
from reader.desktop.session.standing import HIGHLIGHT, INKS, NO_NAMES
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.desktop.session.standing import Placed, Standing
    from reader.store.anchors import Placement
    from reader.store.marks import Colour, Mark


class BookmarkRow(NamedTuple):
    """A row of the marks; without a mark it heads those that were not found."""

    mark: Mark | None
    placement: Placement | None = None


class BookmarksModel(EntryModel[BookmarkRow]):
    """Marks, each with its name or its first words, its note and its state."""

    def show_standing(self, standing: Standing) -> None:
        """Have the marks of the cable that is open, those that were not found last."""
        rows: list[BookmarkRow] = []
        entries: list[Entry] = []
        for is_found, placed in groupby(standing.placed, key=_is_found):
            if not is_found:
                rows.append(BookmarkRow(None))
                entries.append(Entry(tr("Not found in this text"), is_strong=True))
            for each in placed:
                rows.append(BookmarkRow(each.mark, each.placement))
                entries.append(mark_entry(each.mark, each.placement, standing.colour_names))
        self.show_rows(rows, entries)

    def row_of(self, mark_id: str) -> int:
        """The row of a mark; -1 if it is not among them."""
        for row, each in enumerate(self.rows()):
            if each.mark is not None and each.mark.id == mark_id:
                return row
        return -1


def marks_at(rows: Iterable[BookmarkRow | None]) -> list[Mark]:
    """The marks of some rows."""
    return [row.mark for row in rows if row is not None and row.mark is not None]


def mark_entry(
    mark: Mark, placement: Placement | None = None, names: Mapping[Colour, str] = NO_NAMES
) -> Entry:
    """A mark in a list: by its name, or else by the words that it stands at."""
    words = quote(mark)
    details: list[str] = []
    if placement is not None and not placement.is_found:
        details.append(tr("Its words are not here"))
    elif placement is not None and not placement.is_certain:
        details.append(tr("The words have changed: please check"))
    if mark.name and words:
        details.append(words)
    if mark.note:
        details.append(f"✎ {note_words(mark.note)}")
    status = tr(mark.status.value.capitalize()) if mark.status is not None else ""
    state = " · ".join(filter(None, (status, ", ".join(mark.labels))))
    if state:
        details.append(state)
    is_highlight = mark.kind.value == HIGHLIGHT
    is_inked = is_highlight and mark.colour is not None
    return Entry(
        mark.name or words or tr("Paragraph without words"),
        lead=mark_place(mark),
        details=tuple(details),
        has_star=not is_highlight,
        inks=(INKS.index(mark.colour.value),) if is_inked and mark.colour is not None else (),
        spoken=_spoken(mark, details, names),
    )


def _spoken(mark: Mark, details: list[str], names: Mapping[Colour, str]) -> str:
    number = mark.anchor.number
    place = (
        tr("paragraph {number}", number=number)
        if number is not None
        else tr("a paragraph without a number")
    )
    what = tr("Bookmark at {place}", place=place)
    if mark.kind.value == HIGHLIGHT:
        colour = colour_name(mark.colour, names) if mark.colour is not None else ""
        what = tr("Highlight in {place}, {colour}", place=place, colour=colour)
    told = [what, mark.name or quote(mark), *details]
    return ", ".join(part.replace("✎", tr("note:")) for part in told if part)


def _is_found(placed: Placed) -> bool:
    return placed.placement.is_found
