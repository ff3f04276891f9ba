"""The marks of all cables as rows, of which only those are read that are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal

from reader.cable.titles import title_case
from reader.desktop.models.entries import AnyIndex, first_words, note_words
from reader.desktop.plain import tooltip_text
from reader.desktop.session.marking.telling import colour_name, mark_place
from reader.desktop.session.notebook import PAGE, Found
from reader.desktop.session.notice import cable_name, quote
from reader.desktop.session.standing import HIGHLIGHT, INKS
from reader.paths import shown_path
from reader.store.searching import Query
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.store.marks import Colour, Mark

LINES_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The NoteLines of a row; None while they are being read."""
MOST_PAGES: Final = 50
"""Pages that are remembered; a page that was looked at long ago is read again."""


class NoteLines(NamedTuple):
    """A mark as the notebook lists it."""

    title: str
    second: str
    """What stands below the title where there is no note: the words, or else the subject."""
    note: str
    """The first words of its note."""
    place: str
    """The cable, and where in it."""
    state: str
    """Status and labels."""
    date: str
    ink: int | None
    """Of a highlight; None for a bookmark."""
    spoken: str


class NotebookModel(QAbstractListModel):
    """As many rows as there are marks; what a row shows is asked for when it is painted."""

    page_wanted = Signal(object, int)
    """Found, and which page of it is looked at and not known."""

    def __init__(self) -> None:
        super().__init__()
        self._found = Found(Query(), 0, ())
        self._names: Mapping[Colour, str] = {}
        self._pages: dict[int, tuple[Mark, ...]] = {}
        self._asked: set[int] = set()

    # What Qt calls.

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """How many marks were found; rows have no rows of their own."""
        return 0 if parent.isValid() else self._found.total

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row's lines, its title, what is said of it, or what hovering tells."""
        mark = self.mark_at(index.row())
        if mark is None:
            is_text = role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
            return tr("Reading…") if is_text and index.isValid() else None
        if role == LINES_ROLE:
            return note_lines(mark, self._names)
        if role == Qt.ItemDataRole.DisplayRole:
            return note_lines(mark, self._names).title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return note_lines(mark, self._names).spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            lines = note_lines(mark, self._names)
            return tooltip_text("\n".join(filter(None, (lines.title, lines.second, lines.note))))
        return None

    # What the panel calls.

    def show(self, found: Found) -> None:
        """Have the rows of an answer."""
        self.beginResetModel()
        self._found = found
        self._pages = {0: found.first} if found.first else {}
        self._asked.clear()
        self.endResetModel()

    def take_page(self, found: Found, page: int, marks: tuple[Mark, ...]) -> None:
        """Take the marks of a page; those of an earlier answer are passed over."""
        if found is not self._found:
            return
        self._asked.discard(page)
        self._pages.pop(page, None)
        self._pages[page] = marks
        while len(self._pages) > MOST_PAGES:
            del self._pages[next(iter(self._pages))]
        last = min((page + 1) * PAGE, found.total) - 1
        self.dataChanged.emit(self.index(page * PAGE), self.index(last))

    def set_names(self, names: Mapping[Colour, str]) -> None:
        """Take the user's names of colours."""
        self._names = names

    def found(self) -> Found:
        """The answer that is shown."""
        return self._found

    def row_of(self, mark_id: str, near: int) -> int:
        """The row of a mark among those that are known, at a row or elsewhere; -1 for none."""
        mark = self._known(near)
        if mark is not None and mark.id == mark_id:
            return near
        for page, marks in self._pages.items():
            for place, each in enumerate(marks):
                if each.id == mark_id:
                    return page * PAGE + place
        return -1

    def _known(self, row: int) -> Mark | None:
        page, place = divmod(max(row, 0), PAGE)
        marks = self._pages.get(page, ())
        return marks[place] if place < len(marks) else None

    def mark_at(self, row: int) -> Mark | None:
        """The mark in a row; None while it is being read, and where it has gone meanwhile."""
        if not 0 <= row < self._found.total:
            return None
        page, place = divmod(row, PAGE)
        marks = self._pages.get(page)
        if marks is None:
            if page not in self._asked:
                self._asked.add(page)
                self.page_wanted.emit(self._found, page)
            return None
        return marks[place] if place < len(marks) else None


def note_lines(mark: Mark, names: Mapping[Colour, str]) -> NoteLines:
    """A mark in lines; what a stranger's file may have put into it is shown and not obeyed."""
    words = shown_path(quote(mark))
    name = shown_path(mark.name)
    note = shown_path(note_words(mark.note))
    is_highlight = mark.kind.value == HIGHLIGHT
    status = tr(mark.status.value.capitalize()) if mark.status is not None else ""
    labels = ", ".join(shown_path(label) for label in mark.labels)
    state = " · ".join(filter(None, (status, labels)))
    place = f"{shown_path(first_words(cable_name(mark)))} {mark_place(mark)}"
    date = mark.changed.astimezone().strftime("%Y-%m-%d")
    kind = tr("Bookmark")
    if is_highlight:
        colour = colour_name(mark.colour, names) if mark.colour is not None else ""
        kind = tr("Highlight, {colour}", colour=colour) if colour else tr("Highlight")
    spoken = ", ".join(
        part
        for part in (
            kind,
            name or words,
            tr("note: {note}", note=note) if note else "",
            place,
            state,
            date,
        )
        if part
    )
    return NoteLines(
        name or words or tr("Paragraph without words"),
        words if name else first_words(title_case(shown_path(mark.title))),
        note,
        place,
        state,
        date,
        INKS.index(mark.colour.value) if is_highlight and mark.colour is not None else None,
        spoken,
    )
