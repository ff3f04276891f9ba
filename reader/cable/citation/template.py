r"""Templates of citations: fields, parts that may be left out, and slanted words.

    <from|"Unidentified post">[ to <to>], telegram[ <id>][, *<provenance>*]

`<name>` is a field, `<a|b|"words">` the first that is not empty. What stands in brackets is left
out when a field in it is empty; `[this//else that]` takes the first part that is complete.
Asterisks slant; a backslash takes the meaning from the sign after it. What a field holds has none
of these meanings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.cable.patterns import pattern
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

# A field, a sign with a meaning, a sign without it, plain words.
TOKEN: Final = pattern(r"<([^<>]*)>|(\[|\]|//|\*)|\\(.)|([^<>\[\]\\*/]+|/)", re.DOTALL)

MOST_NESTED: Final = 8


class Run(NamedTuple):
    """Words of a citation that are set in one way."""

    text: str
    is_slanted: bool = False
    is_field: bool = False
    """Whether they came from the cable, until neighbours are joined."""


class Token(NamedTuple):
    """A piece of a template: `field`, `sign` or `words`."""

    kind: str
    text: str


class Part(NamedTuple):
    """What a part of a template became, and whether all its fields had something."""

    runs: tuple[Run, ...]
    is_complete: bool


def render(
    template: str, fields: Mapping[str, str], escape: Callable[[str], str] = str
) -> tuple[Run, ...]:
    """A template with its fields filled in; `escape` is applied to what fields hold.

    Raises ReaderError for a template that cannot be read or asks for a field that there is not.
    """
    tokens = _tokens(template)
    part, end = _part(tokens, 0, _Filling(fields, escape))
    if end < len(tokens):
        raise _broken(template, "a bracket closes that was not opened")
    return tuple(_joined(part.runs))


class _Filling:
    """The fields of one citation, and whether its words are slanted now."""

    def __init__(self, fields: Mapping[str, str], escape: Callable[[str], str]) -> None:
        self._fields = fields
        self._escape = escape
        self.is_slanted = False
        self.depth = 0

    def value(self, names: str) -> str:
        for name in names.split("|"):
            if name.startswith('"'):
                return name[1:-1]
            if name not in self._fields:
                raise ReaderError(
                    f"A citation style asks for the field {name!r}, which there is not.",
                    hint="Correct the file of the style.",
                )
            if self._fields[name]:
                return self._escape(self._fields[name])
        return ""


def _tokens(template: str) -> list[Token]:
    tokens: list[Token] = []
    position = 0
    while position < len(template):
        match = TOKEN.match(template, position)
        if match is None:
            raise _broken(template, f"the sign {template[position]!r} has no meaning there")
        field, sign, plain, words = match.groups()
        if field is not None:
            tokens.append(Token("field", field))
        elif sign:
            tokens.append(Token("sign", sign))
        else:
            tokens.append(Token("words", plain or words))
        position = match.end()
    return tokens


def _part(tokens: list[Token], start: int, filling: _Filling) -> tuple[Part, int]:
    """The part that begins at a token, to a bracket that closes it, a `//`, or the end."""
    runs: list[Run] = []
    is_complete = True
    place = start
    while place < len(tokens):
        kind, text = tokens[place]
        if kind == "field":
            value = filling.value(text)
            is_complete = is_complete and bool(value)
            runs.append(Run(value, filling.is_slanted, is_field=True))
        elif kind == "words":
            runs.append(Run(text, filling.is_slanted))
        elif text == "*":
            filling.is_slanted = not filling.is_slanted
        elif text == "[":
            inner, place = _choice(tokens, place + 1, filling)
            runs += inner
        else:
            break
        place += 1
    return Part(tuple(runs), is_complete), place


def _choice(tokens: list[Token], start: int, filling: _Filling) -> tuple[tuple[Run, ...], int]:
    """The first complete part of `this//else that]`; the index of the bracket that closes it."""
    filling.depth += 1
    chosen: tuple[Run, ...] | None = None
    place = start - 1
    while True:
        part, place = _part(tokens, place + 1, filling)
        if place >= len(tokens) or filling.depth > MOST_NESTED:
            raise _broken("".join(token.text for token in tokens), "a bracket is not closed")
        if chosen is None and part.is_complete:
            chosen = part.runs
        if tokens[place].text == "]":
            filling.depth -= 1
            return chosen or (), place


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Neighbours that are set alike as one, without a full stop after another."""
    waiting = Run("")
    was_field = False
    for text, is_slanted, is_field in runs:
        if not text:
            continue
        set_text = text if is_field or not was_field else _after_field(waiting.text, text)
        was_field = is_field
        if is_slanted == waiting.is_slanted or not set_text:
            waiting = Run(waiting.text + set_text, waiting.is_slanted)
            continue
        if waiting.text:
            yield waiting
        waiting = Run(set_text, is_slanted)
    if waiting.text:
        yield waiting


def _after_field(before: str, text: str) -> str:
    """Words of the template after a field that has its own stop: `n.d.`, `"Who Pays?"`."""
    if before.endswith(".") and text.startswith("."):
        return text[1:]
    if before.endswith(("?", "!")) and text.startswith(('."', ',"')):
        return text[1:]
    return text


def _broken(template: str, reason: str) -> ReaderError:
    return ReaderError(
        f"A citation style cannot be used: {reason}.",
        hint="Correct the file of the style.",
        detail=template[:60],
    )
