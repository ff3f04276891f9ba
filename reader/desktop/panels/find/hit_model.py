"""The rows of the list of hits: where each stands, and the words around it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from reader.cable.unobeyed import find_marked
from reader.desktop.panels.find.search import Found, snippet
from reader.desktop.plain import tooltip_text
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from reader.desktop.panels.find.search import Snippet

AnyIndex = QModelIndex | QPersistentModelIndex

MOST_LABELS: Final = 50
"""Texts whose last place is measured for the width of the names."""


class HitModel(QAbstractListModel):
    """A row for each hit; where several texts are searched, one for the name of each as well."""

    def __init__(self) -> None:
        super().__init__()
        self._found = Found()
        self._groups: list[int] = []
        """The groups that are listed: those with hits."""
        self._tops: list[int] = []
        """The row with which each of them begins."""
        self._named = 0
        """1 where groups are headed by a name, else 0."""
        self._rows = 0
        self._last_labels: tuple[str, ...] = ()

    def show(self, found: Found, *, named: bool) -> None:
        """List other hits."""
        self.beginResetModel()
        self._found = found
        self._named = int(named)
        self._groups, self._tops, self._rows = [], [], 0
        for number, group in enumerate(found.groups):
            if group.hits:
                self._groups.append(number)
                self._tops.append(self._rows)
                self._rows += len(group.hits) + self._named
        lasts = [found.groups[number] for number in self._groups[:MOST_LABELS]]
        self._last_labels = tuple(group.searched.label(*group.hits[-1][:2]) for group in lasts)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are; rows have no rows of their own."""
        return 0 if parent.isValid() else self._rows

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """A hit can be chosen, the name of a text cannot."""
        flags = super().flags(index)
        return flags if self.number_at(index.row()) >= 0 else flags & ~Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a row, as they are shown, said, or told on hover."""
        row = index.row()
        if not 0 <= row < self._rows:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            name = self.name_at(row)
            if name:
                return name
            label, shown = self.snippet_at(row)
            if role == Qt.ItemDataRole.DisplayRole:
                return f"{label}  {shown.words}"
            hit = shown.words[shown.start : shown.end]
            return tr("{place}: {hit}, in: {words}", place=label, hit=hit, words=shown.words)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(self.name_at(row) or self.snippet_at(row)[1].words)
        return None

    def number_at(self, row: int) -> int:
        """The number of the hit in a row, among all; -1 for the name of a text."""
        if not 0 <= row < self._rows:
            return -1
        place = bisect_right(self._tops, row) - 1
        index = row - self._tops[place] - self._named
        return self._found.number_of(self._groups[place], index) if index >= 0 else -1

    def row_of(self, number: int) -> int:
        """The row of a hit."""
        group, index = self._found.place_of(number)
        return self._tops[self._groups.index(group)] + self._named + index

    def name_at(self, row: int) -> str:
        """The name of the text that begins in a row and how often it is hit; else nothing."""
        if self.number_at(row) >= 0:
            return ""
        group = self._found.groups[self._groups[bisect_right(self._tops, row) - 1]]
        count = tr_count("{count:,} hit", "{count:,} hits", len(group.hits))
        return f"{group.searched.name} · {count}"

    def last_labels(self) -> tuple[str, ...]:
        """What the last place of each text is called, which is as long as any there."""
        return self._last_labels

    def snippet_at(self, row: int) -> tuple[str, Snippet]:
        """What the place of a hit is called, and its words."""
        number, index = self._found.place_of(self.number_at(row))
        searched, hits = self._found.groups[number]
        hit = hits[index]
        shown = snippet(searched.texts[hit.item], hit)
        for start, end in reversed(list(find_marked(shown.words, 0, len(shown.words)))):
            # Signs that the text view marks would be obeyed here.
            dots = "·" * (end - start)
            shown = shown._replace(words=shown.words[:start] + dots + shown.words[end:])
        return searched.label(hit.item, hit.start), shown
