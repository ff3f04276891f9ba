"""By what the format of a file is told: the questions that the rows of FORMATS ask (1.0)."""

from __future__ import annotations

import os
import re
from importlib import import_module
from typing import TYPE_CHECKING, Final

from reader.cable.patterns import ANY_CASE, pattern
from reader.formats import limits
from reader.formats.decoding import decode
from reader.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.formats.decoding import Decoded

BLANKS: Final = "\ufeff\x00\x1a \t\n\f\xa0"


class Head(Record):
    """The beginning of a file."""

    data: bytes
    text: str
    """Decoded, without the blanks before its first sign."""
    decoded: Decoded
    ending: str
    """Of the file's name, in small letters, with the dot."""


def head_of(data: bytes, name: str) -> Head:
    """The beginning of a file of which `data` is all, or more than its beginning."""
    first = data[: limits.SNIFFED_BYTES]
    decoded = decode(first)
    ending = os.path.splitext(name)[1].lower()  # noqa: PTH122  a str in, a str out
    return Head(first, decoded.text.lstrip(BLANKS), decoded, ending)


def begins_with(*signatures: bytes, place: int = 0) -> Callable[[Head], bool]:
    """Whether one of these bytes stand at a place."""

    def is_like(head: Head) -> bool:
        return head.data.startswith(signatures, place)

    return is_like


def either(*questions: Callable[[Head], bool]) -> Callable[[Head], bool]:
    """Whether one of several is so."""

    def is_like(head: Head) -> bool:
        return any(question(head) for question in questions)

    return is_like


def begins_like(words: str, *, sign: str) -> Callable[[Head], bool]:
    """Whether the text begins so; `sign` is one that is always among the first 120."""
    beginning = pattern(words, ANY_CASE)

    def is_like(head: Head) -> bool:
        return sign in head.text[:120] and beginning.match(head.text) is not None

    return is_like


def has_line(words: str, *, beginning: str = "", within: int) -> Callable[[Head], bool]:
    """Whether something stands in the first characters of a text that begins with `beginning`."""
    line = pattern(words, re.MULTILINE)

    def is_like(head: Head) -> bool:
        return head.text.startswith(beginning) and line.search(head.text, 0, within) is not None

    return is_like


def has_any(signs: tuple[str, ...], endings: tuple[str, ...]) -> Callable[[Head], bool]:
    """Whether the file is named so, or one of the signs is in its text."""

    def is_like(head: Head) -> bool:
        return head.ending in endings or any(sign in head.text for sign in signs)

    return is_like


def asks(
    module: str, question: str, *, first: str, signs: tuple[str, ...] = ("",)
) -> Callable[[Head], bool]:
    """Whether the format's own module says so.

    It is loaded only for a text that begins like `first` and has one of the signs.
    """
    beginning = pattern(first)

    def is_like(head: Head) -> bool:
        if not (any(sign in head.text for sign in signs) and beginning.match(head.text)):
            return False
        answer: Callable[[str], bool] = getattr(import_module(f"reader.formats.{module}"), question)
        return answer(head.text)

    return is_like


def is_any_text(_head: Head) -> bool:
    """Whatever has come this far is a text."""
    return True
