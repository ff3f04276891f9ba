"""The headings and paragraphs of a cable as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.model import Heading, Paragraph
from reader.desktop.models.entries import Entry, EntryModel, first_words
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.cable.model import Cable


NONE: Final[Mapping[int, tuple[int, ...]]] = {}


class BodyModel(EntryModel["Heading | Paragraph"]):
    """The headings and paragraphs of a cable, one a row."""

    def __init__(self) -> None:
        super().__init__()
        self._bookmarks: Mapping[int, str] = {}
        self._inks = NONE
        self._stubs: Mapping[int, str] = {}
        self._paragraph_rows: list[int] = []

    def show_cable(self, cable: Cable | None) -> None:
        """Have the body of a cable, or nothing, without bookmarks."""
        body = cable.body if cable else ()
        self._bookmarks, self._inks, self._stubs = {}, NONE, {}
        self._paragraph_rows = [row for row, item in enumerate(body) if isinstance(item, Paragraph)]
        self.show_rows(body, map(_body_entry, body))

    def set_bookmarks(
        self, bookmarks: Mapping[int, str], inks: Mapping[int, tuple[int, ...]] = NONE
    ) -> None:
        """Show a star at these ordinals; the values are the bookmarks' names.

        `inks` are those of the highlights, by the ordinals of the paragraphs that have any.
        """
        self._bookmarks, self._inks = bookmarks, inks
        self._show_again()

    def leave_out(self, stubs: Mapping[int, str]) -> None:
        """Show these words in place of those of hidden paragraphs, by ordinal."""
        self._stubs = stubs
        self._show_again()

    def _show_again(self) -> None:
        for row, item in enumerate(self.rows()):
            if isinstance(item, Paragraph):
                ordinal = item.ordinal
                star, inks = self._bookmarks.get(ordinal), self._inks.get(ordinal, ())
                stub = self._stubs.get(ordinal, "")
                self.replace_entry(row, _body_entry(item, star, inks, stub))

    def row_of(self, ordinal: int) -> int:
        """The row of a paragraph; -1 if there is none of this ordinal."""
        rows = self._paragraph_rows
        return rows[ordinal] if 0 <= ordinal < len(rows) else -1


def _body_entry(
    item: Heading | Paragraph,
    bookmark: str | None = None,
    inks: tuple[int, ...] = (),
    stub: str = "",
) -> Entry:
    if isinstance(item, Heading):
        return Entry(
            first_words(item.text), is_strong=True, spoken=tr("Heading: {text}", text=item.text)
        )
    number = "" if item.number is None else str(item.number)
    words = stub or first_words(item.text)
    marking = f", {item.marking}" if item.marking else ""
    marked = ", " + tr("with highlights") if inks else ""
    starred = "" if bookmark is None else ", " + tr("bookmarked {name}", name=bookmark).rstrip()
    name = tr("Paragraph {number}", number=number) if number else tr("Paragraph without a number")
    return Entry(
        words,
        lead=number,
        has_star=bookmark is not None,
        inks=inks,
        spoken=f"{name}{marking}{starred}{marked}: {words}",
    )
