"""The answer to a question about a part of a cable, and the phrases that all answers share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from reader.cable.model import NOWHERE, Span
from reader.translation import tr

if TYPE_CHECKING:
    from datetime import date

    from reader.cable.model import Cable, Role

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

LONGEST_QUOTE: Final = 300
"""Characters of a printed line that an explanation repeats."""


class Explanation(NamedTuple):
    """What a part of a cable is, and how it was read."""

    title: str
    """What the part is called: Date-time group."""
    meaning: str = ""
    """What it is for, in a sentence or two."""
    how_read: tuple[str, ...] = ()
    """What stands there and what each sign of it says, a line each."""
    span: Span = NOWHERE
    """Where it stands in the text as received."""

    def words(self) -> str:
        """Everything as plain text, a line each."""
        return "\n".join(part for part in (self.title, self.meaning, *self.how_read) if part)


def place_of(cable: Cable, role: Role, number: int = 0) -> Span:
    """Where the lines of a role stand first, without their line end; NOWHERE for none."""
    spans = cable.spans_of(role)
    if number >= len(spans):
        return NOWHERE
    start, end = spans[number]
    return Span(start, start + len(cable.text[start:end].rstrip()))


def find_in(cable: Cable, span: Span, words: str) -> Span:
    """Where words stand first in a stretch of the text as received; the stretch if nowhere."""
    start = cable.text.find(words, *span) if words else -1
    return span if start < 0 else Span(start, start + len(words))


def as_printed(words: str) -> str:
    """The line that repeats what is printed."""
    line = " ".join(words.split())
    if len(line) > LONGEST_QUOTE:
        line = f"{line[: LONGEST_QUOTE - 1]}…"
    return tr("As printed: {words}", words=line)


def day_in_words(day: date) -> str:
    """A date in words: 2 March 2009."""
    return tr("{day} {month} {year}", day=day.day, month=tr(MONTHS[day.month - 1]), year=day.year)


def file_says(cable: Cable, field: str, claim: str) -> tuple[str, ...]:
    """The line on a field that only the carrier gives; none where the telegram has it too."""
    if field not in cable.claimed:
        return ()
    return (tr("The telegram does not say this; the file does: {claim}", claim=claim),)
