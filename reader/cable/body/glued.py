"""Lines of the body that carry two things, and where to cut them (TELEGRAM.md 2.3, 2.9, 2.10).

A copyist's program lost the line ends before paragraph marks, rules and injected captions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.body.markings import SIGNED_NUMBER, plain_mark, read_marking, signed_mark
from reader.cable.body.shapes import is_filler
from reader.cable.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

# Comment ------- | ------- SUMMARY ------- | ... of their fees. ----------- --
RULE_IN_LINE: Final = pattern(
    r"(?:(?<=[ \t])|^)(?:-{5,}|={5,})(?:[ \t]{1,3}[-=]{1,80})*(?=[ \t]|$)"
)
INJECTED: Final = "SIPDIS"

LONGEST_MARK: Final = 5
"""Characters of a line's own mark before the bracket: `¶123.`."""

# What may stand before a paragraph mark within a line: the end of a sentence, and blanks.
BEFORE_MARK: Final = frozenset(".?!:)\"\u201d'\u2019]")


def may_be_glued(text: str, begin: int) -> bool:
    """Whether signs or captions stand within lines of the text, so that each must be looked at.

    Other things are glued only to the end of a line, or into a line that was never wrapped.
    """
    place = text.find("¶", begin)
    while place >= 0:
        if place > begin and text[place - 1] != "\n":
            return True
        place = text.find("¶", place + 1)
    return text.find(INJECTED, begin) >= 0


def may_hold_rule(text: str) -> bool:
    """Whether a rule stands on a line with words: not when the line is a rule."""
    return ("-----" in text or "=====" in text) and not is_filler(text)


def places_to_cut(text: str, last: int, *, is_glued: bool = True) -> list[int]:
    """Where to cut a line that carries two things; `last` is the paragraph number before it.

    `is_glued` is what `may_be_glued` says of the whole text.
    """
    places = list(_rules(text))
    if is_glued:
        places += [*_signed_numbers(text), *_injected_captions(text)]
    if text.find(". (", LONGEST_MARK) >= 0:
        _add_numbers(text, last, places)
    return sorted(set(places))


# ... of the law. ¶3. (C) The museum
def _signed_numbers(text: str) -> Iterator[int]:
    place = text.find("¶", 1)
    if place > 0 and read_marking(text, len(text) - len(text.lstrip()))[1] == place:
        # (C) ¶4. The museum
        place = text.find("¶", place + 1)
    while place > 0:
        before = text[max(0, place - 40) : place].rstrip()
        match = SIGNED_NUMBER.match(text, place) if before[-1:] in BEFORE_MARK else None
        if before and match and match["stop"]:
            yield place
        place = text.find("¶", place + 1)


# ... by Secretary SIPDIS Fairweather
def _injected_captions(text: str) -> Iterator[int]:
    place = text.find(INJECTED)
    while place >= 0:
        end = place + len(INJECTED)
        is_word = not text[place - 1 : place].isalnum() and not text[end : end + 1].isalnum()
        if is_word and (text[:place].strip() or text[end:].strip()):
            yield from (place, end)
        place = text.find(INJECTED, end)


# NEXT STEPS -----------
def _rules(text: str) -> Iterator[int]:
    if "-----" not in text and "=====" not in text:
        return
    size = len(text.strip())
    for match in RULE_IN_LINE.finditer(text):
        if match.end() - match.start() < size:
            yield from (match.start(), match.end())


# ... in August. 4. (SBU) The board: only where 3 was the last number
def _add_numbers(text: str, last: int, places: list[int]) -> None:
    """Add the places where a paragraph begins with a plain number, by the numbers before it."""
    mark = signed_mark(text) or plain_mark(text)
    last = mark.number if mark and mark.number else last
    for sign in places:
        mark = signed_mark(text[sign : sign + 40])
        last = mark.number if mark and mark.number else last
    place = text.find(". (", 1)
    while place >= 0:
        start = _number_before(text, place) if text[place - 1].isdigit() else None
        if start is not None and int(text[start:place]) == last + 1:
            marking, _ = read_marking(text, place + 2)
            if marking is not None:
                places.append(start)
                last += 1
        place = text.find(". (", place + 1)


def _number_before(text: str, place: int) -> int | None:
    """Where the number before a full stop begins, when it follows the end of a sentence."""
    start = place
    while start > 0 and place - start < 4 and "0" <= text[start - 1] <= "9":
        start -= 1
    if not 0 < place - start < 4:
        return None
    before = start
    while before > 0 and text[before - 1] in " \t" and start - before < 8:
        before -= 1
    is_after_sentence = before < start and before > 0 and text[before - 1] in BEFORE_MARK
    return start if is_after_sentence else None
