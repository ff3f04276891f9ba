"""Bookmarks as rows: those of the cable that is open, or those of all cables by cable."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from reader.desktop.models.entries import Entry, EntryModel, first_words
from reader.desktop.session.notice import cable_name, quote
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.desktop.session.shelf import Listing, Placed, Standing
    from reader.store.anchors import Placement
    from reader.store.marks import Mark


class BookmarkRow(NamedTuple):
    """A row of the bookmarks; without a mark it heads those of one cable."""

    mark: Mark | None


class BookmarksModel(EntryModel[BookmarkRow]):
    """Bookmarks, each with its name or its first words, its note and its state."""

    def show_standing(self, standing: Standing) -> None:
        """Have the bookmarks of the cable that is open, those that were not found last."""
        rows: list[BookmarkRow] = []
        entries: list[Entry] = []
        for is_found, placed in groupby(standing.placed, key=_is_found):
            if not is_found:
                rows.append(BookmarkRow(None))
                entries.append(Entry(tr("Not found in this text"), is_strong=True))
            for each in placed:
                rows.append(BookmarkRow(each.mark))
                entries.append(bookmark_entry(each.mark, each.placement))
        self.show_rows(rows, entries)

    def show_listing(self, listing: Listing) -> None:
        """Have the bookmarks of all cables, those of a cable below its name."""
        rows: list[BookmarkRow] = []
        entries: list[Entry] = []
        for _, marks in groupby(listing.marks, key=_cable_of):
            mine = list(marks)
            rows.append(BookmarkRow(None))
            entries.append(_cable_entry(mine[0]))
            rows += map(BookmarkRow, mine)
            entries += map(bookmark_entry, mine)
        self.show_rows(rows, entries)

    def row_of(self, mark_id: str) -> int:
        """The row of a bookmark; -1 if it is not among them."""
        for row, each in enumerate(self.rows()):
            if each.mark is not None and each.mark.id == mark_id:
                return row
        return -1


def marks_at(rows: Iterable[BookmarkRow | None]) -> list[Mark]:
    """The bookmarks of some rows."""
    return [row.mark for row in rows if row is not None and row.mark is not None]


def bookmark_entry(mark: Mark, placement: Placement | None = None) -> Entry:
    """A bookmark in a list: by its name, or else by the words that it stands at."""
    number = mark.anchor.number
    place = f"¶{number}" if number is not None else f"¶[{mark.anchor.ordinal + 1}]"
    words = quote(mark)
    details: list[str] = []
    if placement is not None and not placement.is_found:
        details.append(tr("Its words are not here"))
    elif placement is not None and not placement.is_certain:
        details.append(tr("The words have changed: please check"))
    if mark.name and words:
        details.append(words)
    if mark.note:
        details.append(f"✎ {first_words(mark.note)}")
    return Entry(
        mark.name or words or tr("Paragraph without words"),
        lead=place,
        details=tuple(details),
        spoken=_spoken(mark, details),
    )


def _spoken(mark: Mark, details: list[str]) -> str:
    number = mark.anchor.number
    place = (
        tr("paragraph {number}", number=number)
        if number is not None
        else tr("a paragraph without a number")
    )
    told = [tr("Bookmark at {place}", place=place), mark.name or quote(mark), *details]
    return ", ".join(part.replace("✎", "note:") for part in told if part)


def _cable_entry(mark: Mark) -> Entry:
    from reader.cable.titles import title_case  # noqa: PLC0415

    title = first_words(title_case(mark.title))
    if mark.anchor.canonical_id is None:
        return Entry(cable_name(mark), is_strong=True)
    return Entry(mark.anchor.canonical_id, details=(title,) if title else (), is_strong=True)


def _is_found(placed: Placed) -> bool:
    return placed.placement.is_found


def _cable_of(mark: Mark) -> str:
    return mark.cable_id
