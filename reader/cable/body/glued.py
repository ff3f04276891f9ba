"""Lines of the body that carry two things, cut into logical lines (TELEGRAM.md 2.3, 2.9, 2.10).

A copyist's program lost the line ends before paragraph marks, rules and injected captions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.cable.body.markings import SIGNED_NUMBER, plain_mark, read_marking, signed_mark
from reader.cable.lines import LogicalLine
from reader.cable.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

# Comment ------- | ------- SUMMARY ------- | ... of their fees. ----------- --
RULE_IN_LINE: Final = re.compile(
    r"(?:(?<=[ \t])|^)(?:-{5,}|={5,})(?:[ \t]{1,3}[-=]{1,80})*(?=[ \t]|$)"
)
INJECTED: Final = "SIPDIS"

# What may stand before a paragraph mark within a line: the end of a sentence, and blanks.
BEFORE_MARK: Final = frozenset(".?!:)\"\u201d'\u2019]")


def cut_glued_lines(lines: list[LogicalLine], start: int, text: str) -> None:
    """Cut the lines from `start` on where two things stand on one; most texts have none."""
    if start >= len(lines):
        return
    begin = lines[start].start
    finders = tuple(find for may_hold, find in FINDERS if may_hold(text, begin))
    number_after = _numbers_in_lines(text, begin)
    if not finders and not number_after:
        return
    cut: list[LogicalLine] = []
    last = 0
    for line in lines[start:]:
        if line.role is not None:
            cut.append(line)
            continue
        places = sorted({place for find in finders for place in find(line.text)})
        if number_after:
            last = _last_number(line.text, last, places)
            places.sort()
        cut += _pieces(line, places) if places else (line,)
    lines[start:] = cut


def _pieces(line: LogicalLine, places: list[int]) -> Iterator[LogicalLine]:
    """The logical lines of a line that is cut at some places; an injected caption has its role."""
    text = line.text
    bounds = [0, *places, len(text)]
    pieces = [
        (before, after)
        for before, after in zip(bounds, bounds[1:], strict=False)
        if text[before:after].strip()
    ]
    for index, (before, after) in enumerate(pieces):
        is_last = index == len(pieces) - 1
        start = line.start + (before if index else 0)
        end = line.end if is_last else line.start + pieces[index + 1][0]
        words = text[before if index else 0 : after].rstrip()
        role = Role.CAPTION if words.strip() == INJECTED else None
        yield LogicalLine(start, end, words, role)


# ... of the law. ¶3. (C) The museum
def _may_hold_signs(text: str, begin: int) -> bool:
    signs = text.count("¶", begin)
    return signs > text.count("\n¶", begin) + text.startswith("¶", begin)


def _signed_numbers(text: str) -> Iterator[int]:
    place = text.find("¶", 1)
    while place > 0:
        before = text[max(0, place - 40) : place].rstrip()
        match = SIGNED_NUMBER.match(text, place) if before[-1:] in BEFORE_MARK else None
        if before and match and match["stop"]:
            yield place
        place = text.find("¶", place + 1)


# ... by Secretary SIPDIS Fairweather
def _may_hold_captions(text: str, begin: int) -> bool:
    return text.find(INJECTED, begin) >= 0


def _injected_captions(text: str) -> Iterator[int]:
    place = text.find(INJECTED)
    while place >= 0:
        end = place + len(INJECTED)
        if (place or text[end:].strip()) and not text[max(0, place - 1) : end + 1].isalpha():
            yield from (place, end)
        place = text.find(INJECTED, end)


# NEXT STEPS -----------
def _may_hold_rules(text: str, begin: int) -> bool:
    return (
        text.find(" -----", begin) >= 0
        or text.find(" =====", begin) >= 0
        or (text.find("---- ", begin) >= 0)
    )


def _rules(text: str) -> Iterator[int]:
    if "-----" not in text and "=====" not in text:
        return
    for match in RULE_IN_LINE.finditer(text):
        if match.end() - match.start() < len(text.strip()):
            yield from (match.start(), match.end())


FINDERS: Final = (
    (_may_hold_signs, _signed_numbers),
    (_may_hold_captions, _injected_captions),
    (_may_hold_rules, _rules),
)


# ... in August. 4. (SBU) The board: only where 3 was the last number
def _numbers_in_lines(text: str, begin: int) -> bool:
    """Whether a number with a full stop and a bracket stands within some line."""
    place = text.find(". (", begin)
    while place >= 0:
        if text[place - 1].isdigit() and _number_before(text, place) is not None:
            return True
        place = text.find(". (", place + 1)
    return False


def _number_before(text: str, place: int) -> int | None:
    """Where the number before a full stop begins, when it follows the end of a sentence."""
    start = place
    while start > 0 and place - start < 4 and text[start - 1].isdigit():
        start -= 1
    if not 0 < place - start < 4:
        return None
    before = start
    while before > 0 and text[before - 1] in " \t" and start - before < 8:
        before -= 1
    is_after_sentence = before < start and before > 0 and text[before - 1] in BEFORE_MARK
    return start if is_after_sentence else None


def _last_number(text: str, last: int, places: list[int]) -> int:
    """The last paragraph number of a line; places where one begins within it are added."""
    stripped = text.lstrip()
    if stripped[:1] == "¶" or stripped[:1].isdigit():
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
    return last
