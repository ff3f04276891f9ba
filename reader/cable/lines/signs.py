"""Signs at the beginning of a line that say what the line is, where its words would not.

A clean text is set as a telegram is. Where that would be read otherwise than it is meant (a number
that may be a year, a list that looks like titles), each line of its body begins with such a sign:

    ¶= A Lamp That Nobody Sees          a title
    ¶:3. (SBU) The museum asks ...      a paragraph with its number and marking
    ¶: The museum asks ...              a paragraph without
    ¶+ -- the pier;                     a further block of the paragraph above
    ¶~ STRAND                           the signature
"""

from __future__ import annotations

from typing import Final

from reader.cable.patterns import pattern
from reader.records import Record

TITLE: Final = "¶="
PARAGRAPH: Final = "¶:"
BLOCK: Final = "¶+"
SIGNATURE: Final = "¶~"
SIGNS: Final = (TITLE, PARAGRAPH, BLOCK, SIGNATURE)

# ¶:3. (SBU) The museum | ¶:3. The museum | ¶: (C) The museum | ¶: () (C) The museum
PARAGRAPH_HEAD: Final = pattern(
    r"¶:(?:(?P<number>\d{1,4})\.)?(?:[ ]\((?P<marking>[^()]{0,44})\))?(?:[ ]|$)"
)


class SetParagraph(Record):
    """The beginning of a paragraph that a sign announces."""

    number: int | None
    marking: str | None
    offset: int
    """Where its words begin, characters into the line."""


def is_set(text: str) -> bool:
    """Whether a line begins with a sign that says what it is."""
    return text[:2] in SIGNS


def set_paragraph(number: int | None, marking: str | None, text: str) -> str:
    """The first line of a paragraph, with its sign."""
    printed = f"{number}." if number is not None else ""
    if marking is not None or text.startswith("("):
        return f"{PARAGRAPH}{printed} ({marking or ''}) {text}".rstrip()
    return f"{PARAGRAPH}{printed} {text}".rstrip()


def read_set_paragraph(text: str) -> SetParagraph:
    """Number and marking of a line that begins with the sign of a paragraph."""
    match = PARAGRAPH_HEAD.match(text)
    if match is None:
        return SetParagraph(None, None, len(PARAGRAPH))
    number = match["number"]
    return SetParagraph(int(number) if number else None, match["marking"] or None, match.end())
