"""The letters of a REF field: which of them name an item, and which are parts of words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.patterns import pattern
from reader.records import Record

if TYPE_CHECKING:
    import re

# (A), [A], A., A), A.), (A.), A:, A.:, ¶B., and 1), 2. where posts number their references
SIGNED: Final = pattern(
    r"(?<![A-Za-z0-9'’/&-])¶?[ \t]?"
    r"(?:[(\[](?P<bracketed>[A-Za-z]{1,2}|[1-9][0-9]?)[.:]?[)\]][.:)]?"
    r"|(?P<plain>[A-Za-z]{1,2}|[1-9][0-9]?)[ \t]?(?:[.:]?\)|\]|[.:]{1,2}))"
)

# A Montreal 365, C 05 Ottawa 2970: a letter without a sign, before what looks like a cable
BARE: Final = pattern(
    r"(?<![A-Za-z0-9'’/&.-])(?P<plain>[A-Za-z])"
    r"(?=[ \t]{1,5}(?:'?[0-9]{2,4}[ \t-])?[A-Za-z]{2,20}[.]?(?:[ -][A-Za-z]{2,20}){0,3}[ \t]+[0-9])"
)

# What follows a label when it can only be a label: [year] words and a number.
CABLE_AHEAD: Final = pattern(
    r"[ \t\n]*(?:\(?'?[0-9]{2,4}\)?[ \t\n-]+)?[A-Za-z]{2,20}[.]?(?:[ \n-][A-Za-z]{2,20}){0,3}"
    r"[ \t\n#-]{1,9}[0-9O(#]|[ \t]*[0-9]{3,6}(?![0-9A-Za-z])"
)


class LabelledItem(Record):
    """A part of the field under one label; the label is None where the field has none."""

    label: str | None
    start: int
    end: int


class _Candidate(Record):
    rank: int
    """1 for A, 26 for Z, 27 for AA; 101 for the number 1."""
    start: int
    end: int
    at_line_start: bool
    strong: bool
    """It stands where an item ends, or a cable follows."""
    cable_ahead: bool


def split_items(text: str) -> list[LabelledItem]:
    """Cut a field, its keyword overwritten, at the labels of its items (TELEGRAM.md 2.7)."""
    labels = _accept(_candidates(SIGNED, text), text) or _accept(_candidates(BARE, text), text)
    if not labels:
        return [LabelledItem(None, 0, len(text))]
    items: list[LabelledItem] = []
    if text[: labels[0].start].strip():
        items.append(LabelledItem(None, 0, labels[0].start))
    for index, label in enumerate(labels):
        end = labels[index + 1].start if index + 1 < len(labels) else len(text)
        items.append(LabelledItem(_name(label.rank), _after_repeat(label, text), end))
    return items


def _after_repeat(label: _Candidate, text: str) -> int:
    """Where an item begins after its label, which may stand there twice: B. B OSLO 12."""
    blank = text[label.end : label.end + 1] == " "
    match = BARE.match(text, label.end + blank)
    return match.end() if match and _rank(match["plain"]) == label.rank else label.end


def _candidates(shape: re.Pattern[str], text: str) -> list[_Candidate]:
    found: list[_Candidate] = []
    for match in shape.finditer(text):
        rank = _rank(match[match.lastgroup or 0])
        if rank is None:
            continue
        start, end = match.span()
        before = text[max(start - 40, 0) : start].rstrip(" \t¶-")
        last = before[-1:]
        if last.isalpha() and text[end : end + 1].isdigit():
            continue  # KUWAIT (C)02293: a portion marking before the serial
        at_line_start = last in ("", "\n")
        cable_ahead = CABLE_AHEAD.match(text, end) is not None
        strong = at_line_start or cable_ahead or last in ";,:.)]0123456789"
        found.append(_Candidate(rank, start, end, at_line_start, strong, cable_ahead))
    return found


def _rank(label: str) -> int | None:
    if label.isdigit():
        return 100 + int(label)
    letter = ord(label[0].upper()) - 64
    if len(label) == 1:
        return letter
    return 26 + letter if label[0] == label[1] else None


def _name(rank: int) -> str:
    if rank > 100:
        return str(rank - 100)
    return chr(64 + rank) if rank <= 26 else chr(38 + rank) * 2


def _accept(candidates: list[_Candidate], text: str) -> list[_Candidate]:
    """The candidates that follow each other as labels do.

    A letter among words is passed over where the same letter stands at a better place further on:
    `A. E-MAIL TO B. SMITH B. OSLO 12`.
    """
    last_strong = {label.rank: label.start for label in candidates if label.strong}
    accepted: list[_Candidate] = []
    begin = len(text) - len(text.lstrip(" \t\n-"))
    for label in candidates:
        if not accepted:
            if _opens(label, begin):
                accepted.append(label)
            continue
        previous = accepted[-1]
        if not text[previous.end : label.start].strip(" \t\n-"):
            if label.rank == previous.rank:  # A. (A) OSLO 12
                accepted[-1] = previous._replace(end=label.end)
            continue
        better_ahead = last_strong.get(label.rank, 0) > label.start
        if _follows(previous, label, better_ahead=better_ahead):
            accepted.append(label)
    return accepted


def _opens(label: _Candidate, begin: int) -> bool:
    """Whether this can be the first label of a field that begins at a place.

    `STATE 12 (B) OSLO 3` has lost its A.
    """
    if begin < label.start:
        return label.strong and label.cable_ahead and label.rank in (1, 2)
    return label.rank in (1, 101) or (label.cable_ahead and label.rank <= 26)


def _follows(previous: _Candidate, label: _Candidate, *, better_ahead: bool) -> bool:
    """Whether a letter comes next: B after A; or B again, C without B, A anew at a line's start."""
    step = label.rank - previous.rank
    if step == 1:
        return label.strong or not better_ahead
    if step == 0:
        return label.at_line_start or (label.strong and label.cable_ahead)
    if step in (2, 3):
        return label.cable_ahead and label.strong
    return label.rank in (1, 101) and label.at_line_start
