"""A text without the signs that hide, reorder or control others, for where they would be obeyed.

What the window only marks, another program may do (SAFETY.md): a word processor turns around what
follows an override, a terminal runs what follows ESC. A cleaned text has none of them.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from reader.cable.patterns import pattern
from reader.cable.unobeyed import as_read, find_look_alikes, find_marked

# CR LF, CR, form feed, vertical tab, next line, line and paragraph separator: each ends a line.
LINE_END: Final = pattern(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


class Cleaned(NamedTuple):
    """A cleaned text, and what was done for it."""

    text: str
    left_out: int
    """Signs that were left out; other line ends than a line feed do not count."""
    replaced: int
    """Letters of another script in markings, in whose place stands the letter they look like."""


def clean_text(text: str) -> Cleaned:
    """A text with line feeds for all line ends, Latin letters in markings, and no hidden signs."""
    given = LINE_END.sub("\n", text)
    # Letters may make up a marking only where the hidden signs between them have gone, and a
    # joiner belong to the spelling only beside the letters of another script.
    seen = _without_marked(given)
    latin, replaced = _with_latin_markings(seen)
    cleaned = _without_marked(latin)
    return Cleaned(cleaned, len(given) - len(cleaned), replaced)


def _with_latin_markings(text: str) -> tuple[str, int]:
    parts: list[str] = []
    replaced = done = 0
    for start, end in find_look_alikes(text):
        word = as_read(text[start:end])
        replaced += sum(one != other for one, other in zip(text[start:end], word, strict=True))
        parts += (text[done:start], word)
        done = end
    return "".join((*parts, text[done:])), replaced


def _without_marked(text: str) -> str:
    # A joiner may belong to the spelling only as long as a hidden sign stands beside it.
    for _ in range(2):
        parts: list[str] = []
        done = 0
        for start, end in find_marked(text, 0, len(text)):
            parts.append(text[done:start])
            done = end
        text = "".join((*parts, text[done:]))
    return text
