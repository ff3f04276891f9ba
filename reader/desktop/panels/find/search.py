"""What is looked for, where, and what was found: in one text, or in all that are open.

Nothing here knows of Qt.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import Enum
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from reader.desktop.panels.page.finding import (
    Hits,
    find_hits,
    first_hit_from,
    stands_alone,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.desktop.panels.page.finding import Hit

BEFORE: Final = 36
"""Characters of a snippet that stand before the hit."""
LONGEST_SNIPPET: Final = 160
"""Characters of a snippet."""
BLANKS: Final = re.compile(r"\s+")


class Searchable(Protocol):
    """A view in which words can be found."""

    def search_texts(self) -> Sequence[str]:
        """The texts to search, in the order in which they are shown."""

    def search_label(self, item: int, offset: int) -> str:
        """What a place is called, from the number of its text and an offset in it."""

    def search_origin(self) -> tuple[int, int]:
        """The number of the text and the offset in it where the reader is."""

    def show_hits(self, hits: Hits | tuple[()], current: int) -> None:
        """Mark the hits, and show the one with this index, if it is not -1."""

    def selected_text(self) -> str:
        """What is selected."""

    def setFocus(self) -> None:
        """Take the keyboard."""


class Switch(Enum):
    """What can be switched in the bar, by the name that its command has."""

    CASE = "find.case"
    WORD = "find.word"
    PATTERN = "find.pattern"
    EVERYWHERE = "find.everywhere"
    LIST = "find.list"


class Wanted(NamedTuple):
    """A hit in a text that is not shown yet."""

    key: object
    hit: Hit


class Query(NamedTuple):
    """What is looked for, and how."""

    words: str = ""
    match_case: bool = False
    whole_word: bool = False
    is_pattern: bool = False
    """Whether the words are a regular expression."""


class Searched(NamedTuple):
    """An open text that is searched."""

    key: object
    """By which whoever gave it knows it again."""
    name: str
    texts: Sequence[str]
    label: Callable[[int, int], str]
    """What a place is called, from the number of the text and an offset in it: `¶4`."""


class Snippet(NamedTuple):
    """A hit with the words around it, on one line, and where the hit stands in them."""

    words: str
    start: int
    end: int


class Group(NamedTuple):
    """An open text and the hits in it."""

    searched: Searched
    hits: Hits


class Found:
    """The hits in some open texts, one after the other."""

    def __init__(self, groups: Sequence[Group] = (), here: int = 0) -> None:
        self.groups = groups
        self.here = here
        """The number of the group whose text is shown."""
        self._ends = list(accumulate(len(group.hits) for group in groups))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @property
    def hits(self) -> Hits:
        """The hits in the text that is shown."""
        return self.groups[self.here].hits if self.groups else Hits()

    @property
    def texts_with_hits(self) -> int:
        """In how many texts something was found."""
        return sum(1 for group in self.groups if group.hits)

    def first_from(self, item: int, offset: int) -> int:
        """The number of the first hit from a place of the shown text on, or -1 without any there.

        After the last hit of the text it is the first one there.
        """
        index = first_hit_from(self.hits, item, offset)
        return index if index < 0 else self.number_of(self.here, index)

    def next_text(self) -> int:
        """The number of the first hit in the texts after the shown one, or in the first text."""
        behind = self._ends[self.here]
        return behind if behind < len(self) else 0

    def number_of(self, group: int, index: int) -> int:
        """The number of a hit among all, from its group and its number there."""
        return (self._ends[group - 1] if group else 0) + index

    def place_of(self, number: int) -> tuple[int, int]:
        """The group of a hit, and its number there, from its number among all."""
        group = bisect_right(self._ends, number)
        return group, number - (self._ends[group - 1] if group else 0)

    def local(self, number: int) -> int:
        """The number of a hit among those of the shown text; -1 if it stands in another."""
        group, index = self.place_of(number) if number >= 0 else (-1, -1)
        return index if group == self.here else -1


def find_words(places: Sequence[Searched], query: Query, here: int) -> Found:
    """Find words in every text."""
    return Found(
        [
            Group(
                searched,
                find_hits(
                    searched.texts,
                    query.words,
                    match_case=query.match_case,
                    whole_word=query.whole_word,
                ),
            )
            for searched in places
        ],
        here,
    )


def sort_hits(places: Sequence[Searched], numbers: Iterable[int], query: Query, here: int) -> Found:
    """The hits of a pattern, which was looked for in all texts as if they were of one place.

    `numbers` are three a hit: the number of the text among all, where it begins and ends.
    """
    texts = [text for searched in places for text in searched.texts]
    firsts = [0, *accumulate(len(searched.texts) for searched in places)]
    sorted_hits = [Hits() for _ in places]
    each = iter(numbers)
    for item, start, end in zip(each, each, each, strict=True):
        if not query.whole_word or stands_alone(texts[item], start, end):
            place = bisect_right(firsts, item) - 1
            sorted_hits[place].add(item - firsts[place], start, end)
    return Found([Group(*pair) for pair in zip(places, sorted_hits, strict=True)], here)


def snippet(text: str, hit: Hit) -> Snippet:
    """A hit with a few words before and after it, blanks of all sorts as one."""
    start = max(hit.start - BEFORE, 0)
    if start:
        # Not from the middle of a word, if there is an end of one.
        blank = text.find(" ", start, hit.start)
        start = blank + 1 if blank >= 0 else start
    before = _one_line(text[start : hit.start]).lstrip()
    words = _one_line(text[hit.start : min(hit.end, hit.start + LONGEST_SNIPPET)])
    stop = hit.end + LONGEST_SNIPPET - BEFORE
    after = _one_line(text[hit.end : stop]).rstrip()
    before = f"…{before}" if start else before
    after = f"{after}…" if stop < len(text) else after
    return Snippet(before + words + after, len(before), len(before) + len(words))


def _one_line(text: str) -> str:
    return BLANKS.sub(" ", text)
