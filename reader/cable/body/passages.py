"""Summaries, comments and notes: passages that writers mark by words (TELEGRAM.md 2.11)."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.cable.model import Heading, Paragraph, Passage, PassageKind
from reader.cable.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    r"BACKGROUND|CONCLUSIONS?|ANALYSIS|KEY|NEXT)(?:[ ](?:REQUEST(?:ED|S)?|POINTS|STEPS|ITEMS?))?){0,3}"
)
# SUMMARY: | Summary and Action Request. | BEGIN SUMMARY -- | (Comment: | COMMENT alone on its line
BEGINNING: Final = pattern(
    rf"[(\[]?(?:BEGIN[ ]|EXECUTIVE[ ])?(?P<name>SUMMARY|COMMENT|NOTE|{'|'.join(INSTEAD)}){_MORE}"
    r"[ ]{0,2}(?:[:.]{1,2}|-{1,3}(?=[ \n]|$)|\n|$)[ \n]{0,2}",
    re.IGNORECASE,
)
TITLE: Final = pattern(
    rf"(?:BEGIN[ ]|EXECUTIVE[ ])?(?P<name>SUMMARY|COMMENT|{'|'.join(INSTEAD)}){_MORE}(?:[ ]?[:-]|$)",
    re.IGNORECASE,
)
# END SUMMARY | End of comment. | END\nNOTE) | End Summary and Action Request.
# Found by what its second word has in any case of its first letter, and how many letters stand
# before that.
STEMS: Final = {
    "ummary": (PassageKind.SUMMARY, 1),
    "UMMARY": (PassageKind.SUMMARY, 1),
    "omment": (PassageKind.COMMENT, 1),
    "OMMENT": (PassageKind.COMMENT, 1),
    " note": (PassageKind.NOTE, -1),
    "Note": (PassageKind.NOTE, 0),
    "NOTE": (PassageKind.NOTE, 0),
}
END_BEFORE: Final = pattern(r"\bend(?:[ \n]of)?[ \n]{1,2}\Z", re.IGNORECASE)
# ( Comment: ... ) within a paragraph
INNER: Final = pattern(r"[(\[]?\b(?P<name>COMMENT|Comment|NOTE|Note):[ ]?|[(\[](?:Note|NOTE)\.[ ]")
LONGEST_BRACKET: Final = 4000
"""Characters of a comment in brackets."""
INNER_STEMS: Final = ("omment", "OMMENT", "Note", "NOTE")
INNER_SPELLINGS: Final = ("COMMENT:", "Comment:", "NOTE:", "Note:", "(Note.", "(NOTE.")

BEGINNING_LETTERS: Final = frozenset("SsCcNnBbEeIiKk([")


class _Begun(NamedTuple):
    """The beginning of a passage: its kind, and where its words begin."""

    kind: PassageKind
    place: int
    is_instead: bool


class _Ended(NamedTuple):
    """The end marker of a passage."""

    kind: PassageKind
    place: int


class _Marked(NamedTuple):
    """A paragraph with the markers that stand in it."""

    paragraph: Paragraph
    begun: _Begun | None
    ends: Sequence[_Ended]


def find_passages(items: Sequence[Heading | Paragraph], text: str) -> tuple[Passage, ...]:
    """The marked passages of a body, in order; a passage over several paragraphs is several."""
    stems = [stem for stem in STEMS if stem in text]
    if not stems and not any(item.text[:12].upper().startswith(INSTEAD) for item in items):
        return ()
    marked = [item if isinstance(item, Heading) else _mark(item, stems) for item in items]
    found: list[Passage] = []
    instead: list[Passage] = []
    since = index = 0
    while index < len(marked):
        item = marked[index]
        begun = _begun_by_title(item) if isinstance(item, Heading) else item.begun
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
            found += _passages(marked[since : index + 1], _Begun(PassageKind.SUMMARY, 0, False))
            since = index + 1
        index += 1
        since = index if is_title else since
    if not any(passage.kind is PassageKind.SUMMARY for passage in found):
        found += instead
    if any(stem in stems for stem in INNER_STEMS):
        found += _inner_passages(marked, found)
    if len(found) > 1:
        found.sort(key=lambda passage: (passage.ordinal, passage.start))
    return tuple(found)


def _mark(paragraph: Paragraph, stems: Sequence[str]) -> _Marked:
    """The markers of a paragraph: a beginning as its first words, and ends anywhere."""
    text = paragraph.text
    begun = None
    place = _after_number(text)
    if text[place : place + 1] in BEGINNING_LETTERS:
        match = BEGINNING.match(text, place)
        if match:
            kind, is_instead = _kind(match["name"])
            begun = _Begun(kind, match.end(), is_instead)
    ends = [end for stem in stems if stem in text for end in _ends(text, stem)]
    if len(ends) > 1:
        ends.sort(key=lambda end: end.place)
    return _Marked(paragraph, begun, ends)


# 8.(SBU) The museum; ¶7. 6. The museum: a number that a copyist's program did not recognise.
NUMBER: Final = pattern(r"\d{1,3}\.[ ]?(?:\([A-Z/]{1,8}\)[ ]?)?")


def _after_number(text: str) -> int:
    if "0" <= text[:1] <= "9":
        match = NUMBER.match(text)
        return match.end() if match else 0
    return 0


def _ends(text: str, stem: str) -> Iterator[_Ended]:
    """The end markers of one kind in a paragraph."""
    kind, lead = STEMS[stem]
    place = text.find(stem)
    while place >= 0:
        word = place - lead
        if word > 3 and text[word - 1] in " \n":
            start = max(0, word - 9)
            match = END_BEFORE.search(text[start:word])
            if match:
                yield _Ended(kind, start + match.start())
        place = text.find(stem, place + len(stem))


def _begun_by_title(title: Heading) -> _Begun | None:
    match = TITLE.match(title.text)
    return _Begun(_kind(match["name"])[0], 0, _kind(match["name"])[1]) if match else None


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
