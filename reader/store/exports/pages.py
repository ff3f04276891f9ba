"""Marks as Markdown: a page for people, which they may edit and read in again.

What a person sees and may change (name, note, labels, status, colour) is read from the page; the
rest stands in a comment below each mark. Nothing that was marked or noted can become a heading, an
image or HTML: words are escaped, and every line of a note stands in a quotation.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from reader.cable.citation import cite_place, permalink, printed_number
from reader.errors import ReaderError
from reader.store.exports.as_json import read_json
from reader.store.exports.fields import Bundle, Gathered, record_of
from reader.store.exports.order import by_cable
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reader.store.marks import Colour, Mark

LONGEST_QUOTE: Final = 1_000
"""Characters of a quotation that are shown; all of it is in the comment."""

COMMENT: Final = re.compile(r"<!-- mark (\{.*\}) -->")
SEEN: Final = ("name", "note", "labels", "status", "colour")

# What has a meaning inside a line, and what has one at its beginning: `- `, `+`, `12.`, `===`
SIGNS: Final = re.compile(r"[\\`*_\[\]<>|~&!#,()]")
BEGINNING: Final = re.compile(r"[-+=]|[0-9]{1,9}(?=[.)])")

# Controls, line ends of other alphabets, signs that turn the direction, blanks at either end.
UNSEEN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\\A | \\Z"
)
WRITTEN: Final = re.compile(r"\\([!-/:-@\[-`{-~])|&#([0-9]{1,7});|&(amp|lt);")
NAMED: Final = {"amp": "&", "lt": "<"}

# One of several labels; a comma inside one has a backslash before it: `pier, a\, b`
LABEL: Final = re.compile(r"(?:[^\\,]|\\.)+")


def write(marks: Iterable[Mark], names: Mapping[Colour, str]) -> Iterator[str]:
    """A section for each cable, in it one for each mark."""
    yield "# Marks\n"
    cable_id = None
    for mark in by_cable(marks):
        if mark.cable_id != cable_id:
            cable_id = mark.cable_id
            title = f": {_inline(mark.title)}" if mark.title else ""
            yield f"\n## {_inline(mark.anchor.canonical_id or 'Cable without an id')}{title}\n"
        yield "\n".join(_section(mark, names)) + "\n"


def _section(mark: Mark, names: Mapping[Colour, str]) -> Iterator[str]:
    anchor = mark.anchor
    number = printed_number(anchor.number, anchor.ordinal)
    yield ""
    yield f"### ¶{_inline(number)}" + (f": {_inline(mark.name)}" if mark.name else "")
    yield ""
    yield from _quotation(anchor.exact)
    if mark.note:
        yield from ("", "Note:", "")
        yield from (f"> {_note_line(line)}".rstrip(" ") for line in mark.note.split("\n"))
    yield ""
    if mark.labels:
        yield f"- Labels: {', '.join(map(_inline, mark.labels))}"
    if mark.status:
        yield f"- Status: {mark.status.value}"
    if mark.colour:
        own = names.get(mark.colour)
        yield f"- Colour: {mark.colour.value}" + (f" ({_inline(own)})" if own else "")
    goes_on = anchor.last_ordinal > anchor.ordinal
    yield f"- Citation: {_inline(cite_place(anchor.canonical_id, number, goes_on=goes_on))}"
    if anchor.canonical_id:
        yield f"- Link: {_inline(permalink(anchor.canonical_id, anchor.number))}"
    yield ""
    yield _comment(mark)


def _quotation(exact: str) -> Iterator[str]:
    shown = exact
    if len(exact) > LONGEST_QUOTE:
        shown = f"{exact[:LONGEST_QUOTE]} [...]"
    lines = shown.split("\n")
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        escaped = BEGINNING.sub(_escape_beginning, _inline(line), count=1)
        yield f"> {escaped}{chr(92) if line and following else ''}".rstrip(" ")


def _escape_beginning(match: re.Match[str]) -> str:
    if match.start():
        return match[0]
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"


def _inline(text: str) -> str:
    """Words on one line that mean nothing but themselves."""
    return UNSEEN.sub(_entity, SIGNS.sub(r"\\\g<0>", text))


def _note_line(line: str) -> str:
    """A line of a note with its Markdown, but without HTML and images."""
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace("![", "!&#91;")
    return UNSEEN.sub(_entity, line)


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def _comment(mark: Mark) -> str:
    """What people need not see; no sign in it can end the comment."""
    record = {key: value for key, value in record_of(mark).items() if key not in SEEN}
    del record["path"]
    text = json.dumps(record)
    for sign in "-<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f"<!-- mark {text} -->"


def read(text: str) -> Bundle:
    """The marks of such a page as they now stand in it."""
    gathered = Gathered()
    section: list[str] = []
    number = 0
    for line in text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"):
        if line.startswith("### "):
            section = [line]
            continue
        match = COMMENT.fullmatch(line.strip())
        if match is None:
            section.append(line)
            continue
        number += 1
        try:
            record = read_json(match[1])
        except ReaderError:
            record = None
        if isinstance(record, dict):
            gathered.take(number, {**record, **_seen(section)})
        else:
            gathered.refuse(number, tr("the comment below it was changed"))
        section = []
    return gathered.bundle()


def _seen(section: list[str]) -> dict[str, Any]:
    """What a person sees of a mark: its heading, its note, and the list below."""
    heading = section[0] if section and section[0].startswith("### ") else ""
    seen: dict[str, Any] = {"name": _unescaped(heading.partition(": ")[2])}
    lines = iter(section)
    for line in lines:
        field, _, value = line.removeprefix("- ").partition(": ")
        if line.strip() == "Note:":
            seen["note"] = _read_note(lines)
        elif line.startswith("- Labels: "):
            seen["labels"] = [_unescaped(label.strip(" ")) for label in LABEL.findall(value)]
        elif line.startswith("- Status: "):
            seen["status"] = value.strip()
        elif line.startswith("- Colour: "):
            seen[field.lower()] = value.partition(" (")[0].strip()
    return seen


def _read_note(lines: Iterator[str]) -> str:
    """The quotation that follows `Note:`, as far as it goes."""
    note: list[str] = []
    for line in lines:
        if line.startswith(">"):
            note.append(line.removeprefix(">").removeprefix(" "))
        elif note or line.strip():
            break
    return _unescaped("\n".join(note), backslashes=False)


def _unescaped(text: str, *, backslashes: bool = True) -> str:
    def sign(match: re.Match[str]) -> str:
        if match[1]:
            return match[1] if backslashes else match[0]
        code = int(match[2]) if match[2] else 0
        if match[2]:
            return chr(code) if code < 0x110000 else match[0]
        return NAMED[match[3]]

    return WRITTEN.sub(sign, text)
