"""What is said of a cited cable after its id: (NOTAL), EXDIS, AND PREVIOUS, or its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cable.references.tokens import NEWLINE, WORD
from reader.cable.references.words import CONJUNCTIONS, CONTINUED, QUALIFIERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.cable.references.tokens import Token


def read_qualifier(
    tokens: Sequence[Token], brackets: Mapping[int, int], index: int
) -> tuple[int, list[str]]:
    """One qualifier, or a title in brackets, and the index after it."""
    token = tokens[index]
    if token.text in ("(", "["):
        closing = brackets.get(index)
        return (closing + 1, _bracketed(tokens, index, closing)) if closing else (index, [])
    place = index
    if token.text == "," or token.kind == NEWLINE:
        place += 1
    word = tokens[place].text.upper()
    following = tokens[place + 1].text.upper()
    if (word in CONJUNCTIONS or word == "&") and following in CONTINUED:
        return place + 2, [f"{'ET' if word == 'ET' else 'AND'} {following}"]
    if word in QUALIFIERS and len(word) > 2:
        return place + 1, [word]
    return index, []


def _bracketed(tokens: Sequence[Token], opening: int, closing: int) -> list[str]:
    """The qualifiers in brackets, `(BOTH NOTAL, EXDIS)`; none when it is a title or a date."""
    inner = list(tokens[opening + 1 : closing])
    if inner and inner[0].text.upper() in ("ALL", "BOTH"):
        del inner[0]
    words = [token.text.upper() for token in inner if token.kind == WORD]
    if not words or len(words) > 6 or any(word not in QUALIFIERS for word in words):
        return []
    said = "".join(" " if token.kind == NEWLINE else token.text for token in inner)
    if "/" in said:
        return [said.upper().replace(" ", "")]
    parts = " ".join(token.text for token in inner).upper().split(",")
    return [" ".join(part.split()) for part in parts if part.strip()]
