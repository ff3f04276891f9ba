"""What the archive put in place of names: runs of the letter X."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

# "XXXXXXXXXXXX", "xxxxx"; not the "XXX" of a price.
REDACTION: Final = pattern(r"X{4,}|x{5,}")


def runs_of(text: str) -> Iterator[tuple[str, bool]]:
    """The text in runs, and whether each is a redaction; together they are the text."""
    place = 0
    for match in REDACTION.finditer(text):
        if match.start() > place:
            yield text[place : match.start()], False
        yield match[0], True
        place = match.end()
    if place < len(text):
        yield text[place:], False
