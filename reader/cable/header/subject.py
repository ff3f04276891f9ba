"""The SUBJECT: wrapped lines in one, its marking apart (TELEGRAM.md 2.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.patterns import ANY_CASE, pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

# (U) HONEY, (S/NF) HONEY, (LOU) HONEY; at the end: HONEY (U)
MARKING: Final = (
    r"\((?P<marking>[ ]?(?:U|C|S|TS|SBU|LOU|FOUO)(?:[ ]?[/,-]{1,2}[ ]?(?:NF|NOFORN|REL[^()]{0,30}"
    r"|ENTIRE TEXT|SBU))?[ ]?)\)"
)
LEADING_MARKING: Final = pattern(MARKING + r"[ \t:-]*", ANY_CASE)
TRAILING_MARKING: Final = pattern(MARKING + r"[ .]{0,2}$")

LETTERS: Final = pattern(r"[A-Za-z]")


def join_wrapped(pieces: Sequence[str]) -> str:
    """Lines as one: a blank between two, none after a hyphen that ends in a word."""
    text = ""
    for piece in pieces:
        words = " ".join(piece.strip(" \t\\").split())
        if not words:
            continue
        if len(text) > 1 and text[-1] == "-" and text[-2].isalnum():
            text += words
        else:
            text = f"{text} {words}" if text else words
    return text


def read_subject(pieces: Sequence[str]) -> tuple[str | None, str | None]:
    """The subject on one line, and its marking without brackets; None for what is not there."""
    text = join_wrapped(pieces).strip("/ ")
    marking = None
    match = LEADING_MARKING.match(text) if text.startswith("(") else None
    if match:
        text = text[match.end() :]
    else:
        match = TRAILING_MARKING.search(text) if text.endswith((")", ") ", ").")) else None
        if match:
            text = text[: match.start()]
    if match:
        marking = " ".join(match["marking"].upper().split())
    return text.strip() or None, marking


def goes_on(subject: str, line: str) -> bool:
    """Whether a line after the subject's belongs to it: it looks like the lines before it.

    A subject in capitals is not followed by a line in small letters.
    """
    if not LETTERS.search(subject):
        return True
    if len(line) > 140:
        return False
    small = sum(map(str.islower, line))
    return small * 2 <= len(line) or not subject.isupper()
