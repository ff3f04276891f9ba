"""Patterns that are compiled when they are first asked for something.

A telegram meets a part of the rules, and the shapes of one format: to compile all of them would
take a third of the time until the first cable can be read. Those that it meets are kept for the
next run (`reader.compiled`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, AnyStr, Final, cast

from reader.compiled import compiled

if TYPE_CHECKING:
    from typing import Any

ANY_CASE: Final = re.IGNORECASE | re.ASCII
"""Capitals and small letters alike: ASCII's, as a teletype has no others, and all of Unicode's
would take five times as long to compile. Letters, digits and ends of words are ASCII's too."""


class _Answer:
    """What a compiled pattern answers to one name; kept where the next question finds it."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, asked: _Pattern, owner: type) -> object:
        made = asked.made
        if made is None:
            made = asked.made = compiled(asked.pattern, asked.given_flags)
        answer: object = getattr(made, self._name)
        asked.__dict__[self._name] = answer
        return answer


class _Pattern:
    """A pattern that is not compiled yet."""

    def __init__(self, pattern: Any, flags: int) -> None:
        self.pattern = pattern
        self.given_flags = flags
        self.made: re.Pattern[Any] | None = None

    # It is a pattern to all who ask whether it is one.
    __class__ = re.Pattern  # type: ignore[assignment]

    match = _Answer()
    fullmatch = _Answer()
    search = _Answer()
    finditer = _Answer()
    findall = _Answer()
    split = _Answer()
    sub = _Answer()
    subn = _Answer()
    flags = _Answer()
    groups = _Answer()
    groupindex = _Answer()


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, compiled when it is first used; a flaw in it shows only then."""
    return cast("re.Pattern[AnyStr]", _Pattern(text, flags))
