"""Summaries, comments and notes: passages that writers mark by words (TELEGRAM.md 2.11)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from reader.cable.model import Heading, Paragraph, Passage, PassageKind
from reader.cable.patterns import ANY_CASE, pattern
from reader.records import Record

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

# A title, or the first words of a paragraph, and the passage that they begin. An introduction or
# key points stand for a summary where none is marked.
NAMES: Final = {
    "SUMMARY": PassageKind.SUMMARY,
    "COMMENT": PassageKind.COMMENT,
    "NOTE": PassageKind.NOTE,
}
INSTEAD: Final = ("INTRODUCTION", "KEY POINTS", "BOTTOM LINE UP FRONT", "BOTTOM LINE", "BLUF")

# What may be added to a name: AND COMMENT, /ACTION REQUEST, AND RECOMMENDATIONS
_MORE: Final = (
    r"(?:[ ]?(?:/|&|,|AND\b|-)[ ]?(?:ACTION|COMMENT|INTRODUCTION|RECOMMENDATIONS?|SUMMARY|NOTE|"
    r"BACKGROUND|CONCLUSIONS?|ANALYSIS|KEY|NEXT)(?:[ ](?:REQUEST(?:ED|S)?|POINTS|STEPS|ITEMS?))?"
    r"){0,3}"
)
# SUMMARY: | Summary and Action Request. | BEGIN SUMMARY -- | (Comment: | COMMENT alone on its line
BEGINNING: Final = pattern(
    rf"[(\[]?(?:BEGIN[ ]|EXECUTIVE[ ])?(?P<name>SUMMARY|COMMENT|NOTE|{'|'.join(INSTEAD)}){_MORE}"
    r"[ ]{0,2}(?:[:.]{1,2}|-{1,3}(?=[ \n]|$)|\n|$)[ \n]{0,2}",
    ANY_CASE,
)
TITLE: Final = pattern(
    rf"(?:BEGIN[ ]|EXECUTIVE[ ])?(?P<name>SUMMARY|COMMENT|{'|'.join(INSTEAD)}){_MORE}"
    r"(?:[ ]?[:-]|$)",
    ANY_CASE,
)
# END SUMMARY | End of comment. | END\nNOTE) | End Summary and Action Request.
ENDED: Final = tuple((name.lower().encode(), kind) for name, kind in NAMES.items())
BEFORE_NAME: Final = frozenset("dDfF \n")
"""The last signs of END and END OF, and of a second blank."""
END_BEFORE: Final = pattern(r"\bend(?:[ \n]of)?[ \n]{1,2}\Z", ANY_CASE)
# ( Comment: ... ) within a paragraph
INNER: Final = pattern(r"[(\[]?\b(?P<name>COMMENT|Comment|NOTE|Note):[ ]?|[(\[](?:Note|NOTE)\.[ ]")
LONGEST_BRACKET: Final = 4000
"""Characters of a comment in brackets."""
AFTER_INNER: Final = frozenset(":.")
INNER_SPELLINGS: Final = ("COMMENT:", "Comment:", "NOTE:", "Note:", "(Note.", "(NOTE.")

# The first letters of all that may begin a passage, and of the numbers before them.
BEGINNINGS: Final = frozenset({name[:4] for name in (*NAMES, *INSTEAD)} | {"BEGI", "EXEC"})
SIGNS_BEFORE: Final = frozenset("([0123456789")
FIRST_SIGNS: Final = SIGNS_BEFORE.union(*(name[0] + name[0].lower() for name in BEGINNINGS))

# Stands between two paragraphs where they are searched as one text; no marker reaches over it.
GAP: Final = "\n\n\n"


class _Begun(Record):
    """The beginning of a passage: its kind, and where its words begin."""

    kind: PassageKind
    place: int
    is_instead: bool


# The beginning that an end marker without one implies.
FROM_THE_START: Final = _Begun(PassageKind.SUMMARY, 0, is_instead=False)


class _Ended(Record):
    """The end marker of a passage."""

    kind: PassageKind
    place: int


class _Marked(Record):
    """A paragraph with the markers that stand in it."""

    paragraph: Paragraph
    begun: _Begun | None
    ends: Sequence[_Ended]


def find_passages(items: Sequence[Heading | Paragraph]) -> tuple[Passage, ...]:
    """The marked passages of a body, in order; a passage over several paragraphs is several."""
    texts = [item.text for item in items if isinstance(item, Paragraph)]
    joined = GAP.join(texts)
    begun = _find_beginnings(items)
    ends, has_inner = _find_ends(joined, texts)
    if not (begun or ends or has_inner):
        return ()
    marked = [
        item
        if isinstance(item, Heading)
        else _Marked(item, begun.get(index), ends.get(item.ordinal, ()))
        for index, item in enumerate(items)
    ]
    found = _found(marked, begun)
    if has_inner:
        found += _inner_passages(marked, found)
    if len(found) > 1:
        found.sort(key=lambda passage: (passage.ordinal, passage.start))
    return tuple(found)


def _found(marked: Sequence[Heading | _Marked], beginnings: Mapping[int, _Begun]) -> list[Passage]:
    """The passages that begin with a title or a paragraph, and those that only end."""
    found: list[Passage] = []
    instead: list[Passage] = []
    since = index = 0
    while index < len(marked):
        item = marked[index]
        begun = beginnings.get(index)
        is_title = isinstance(item, Heading)
        first = index + is_title
        if begun is not None:
            end = _region_end(marked, first, begun.kind, is_title=is_title)
            passages = instead if begun.is_instead else found
            passages += _passages(marked[first:end], begun)
            index = since = max(end, index + 1)
            continue
        if not isinstance(item, Heading) and any(
            end.kind is PassageKind.SUMMARY for end in item.ends
        ):
            # An end without a beginning closes all that stands since the last title.
            found += _passages(marked[since : index + 1], FROM_THE_START)
            since = index + 1
        index += 1
        since = index if is_title else since
    if not any(passage.kind is PassageKind.SUMMARY for passage in found):
        found += instead
    return found


def _find_beginnings(items: Sequence[Heading | Paragraph]) -> dict[int, _Begun]:
    """The beginnings of passages by the index of their title, or of their first paragraph."""
    found: dict[int, _Begun] = {}
    for index, item in enumerate(items):
        text = item.text
        first = text[:1]
        if first not in FIRST_SIGNS or not (
            text[:4].upper() in BEGINNINGS or first in SIGNS_BEFORE
        ):
            continue
        is_title = isinstance(item, Heading)
        place = 0 if is_title else _after_number(text)
        match = TITLE.match(text) if is_title else BEGINNING.match(text, place)
        if match:
            kind, is_instead = _kind(match["name"])
            found[index] = _Begun(kind, 0 if is_title else match.end(), is_instead)
    return found


# 8.(SBU) The museum; ¶7. 6. The museum: a number that a copyist's program did not recognise.
NUMBER: Final = pattern(r"\d{1,3}\.[ ]?(?:\([A-Z/]{1,8}\)[ ]?)?")


def _after_number(text: str) -> int:
    if "0" <= text[:1] <= "9":
        match = NUMBER.match(text)
        return match.end() if match else 0
    return 0


def _find_ends(joined: str, texts: Sequence[str]) -> tuple[dict[int, list[_Ended]], bool]:
    """The end markers in each paragraph, in order, by its ordinal; and whether there may be others.

    The others are those of comments and notes inside a paragraph: `Comment:`, `(Note.`

    All paragraphs are searched at once, as bytes, one for each character, which have small letters
    sooner than a text; few of the words that are found are those of a marker.
    """
    small = joined.encode("latin-1", "replace").lower()
    places: list[tuple[int, PassageKind]] = []
    may_be_inner = False
    for name, kind in ENDED:
        place = small.find(name)
        while place >= 0:
            end = place + len(name)
            may_be_inner = may_be_inner or joined[end : end + 1] in AFTER_INNER
            if place > 3 and joined[place - 1] in " \n" and joined[place - 2] in BEFORE_NAME:
                start = max(0, place - 9)
                match = END_BEFORE.search(joined[start:place])
                if match:
                    places.append((start + match.start(), kind))
            place = small.find(name, end)
    if not places:
        return {}, may_be_inner
    places.sort(key=itemgetter(0))
    starts = list(accumulate((len(text) + len(GAP) for text in texts[:-1]), initial=0))
    ends: dict[int, list[_Ended]] = {}
    for place, kind in places:
        ordinal = bisect_right(starts, place) - 1
        ends.setdefault(ordinal, []).append(_Ended(kind, place - starts[ordinal]))
    return ends, may_be_inner


def _kind(name: str) -> tuple[PassageKind, bool]:
    """The kind of passage that a word means, and whether it stands in for a summary."""
    upper = name.upper()
    return NAMES.get(upper, PassageKind.SUMMARY), upper in INSTEAD


def _region_end(
    marked: Sequence[Heading | _Marked], first: int, kind: PassageKind, *, is_title: bool
) -> int:
    """The index after the last paragraph of a passage that begins with the paragraph `first`.

    It reaches to its end marker. Without one it is the paragraph, or all below the title.
    """
    index = first
    while index < len(marked):
        item = marked[index]
        if isinstance(item, Heading) or (index > first and item.begun is not None):
            break
        if any(end.kind is kind for end in item.ends):
            return index + 1
        index += 1
    return index if is_title else min(first + 1, len(marked))


def _passages(region: Sequence[Heading | _Marked], begun: _Begun) -> Iterator[Passage]:
    """The passage of each paragraph of a region, up to the end marker in it."""
    for index, item in enumerate(region):
        if isinstance(item, Heading):
            continue
        start = max(begun.place, _after_number(item.paragraph.text)) if index == 0 else 0
        if index == 0 and item.begun is not None and item.begun.kind is begun.kind:
            start = item.begun.place
        end = next((end.place for end in item.ends if end.kind is begun.kind), None)
        yield from _passage(begun.kind, item.paragraph, start, end)


def _passage(
    kind: PassageKind, paragraph: Paragraph, start: int, end: int | None
) -> Iterator[Passage]:
    """One passage without the blanks around it, or none where nothing is left."""
    text = paragraph.text
    end = len(text) if end is None else end
    if end > start and text[end - 1] in "([":
        end -= 1
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    if start < end:
        yield Passage(kind, paragraph.ordinal, start, end)


def _inner_passages(
    marked: Sequence[Heading | _Marked], found: Sequence[Passage]
) -> Iterator[Passage]:
    """Comments and notes inside a paragraph, in brackets or up to their end marker."""
    begun = {(passage.ordinal, passage.start) for passage in found}
    for item in marked:
        if isinstance(item, Heading):
            continue
        text = item.paragraph.text
        if not any(spelling in text for spelling in INNER_SPELLINGS):
            continue
        for match in INNER.finditer(text):
            kind = NAMES[(match["name"] or "NOTE").upper()]
            end = _inner_end(text, match, kind, item.ends)
            for passage in _passage(kind, item.paragraph, match.end(), end):
                if (passage.ordinal, passage.start) not in begun:
                    yield passage


def _inner_end(
    text: str, match: re.Match[str], kind: PassageKind, ends: Sequence[_Ended]
) -> int | None:
    """Where an inner passage ends: at its marker, else at its bracket, else with the paragraph."""
    index = bisect_left(ends, match.end(), key=lambda end: end.place)
    for end in ends[index : index + 2]:
        if end.kind is kind:
            return end.place
    bracket = match[0][0]
    if bracket in "([":
        limit = match.end() + LONGEST_BRACKET
        close = text.find(")" if bracket == "(" else "]", match.end(), limit)
        return close if close >= 0 else None
    return None
