"""Words of strangers in languages of markup: escaped, and without signs that no page may hold."""

from __future__ import annotations

from html import escape
from typing import Final

from reader.cable.patterns import pattern

# What XML and HTML cannot hold, or what would turn the direction of the line that it stands in.
UNSEEN: Final = pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
REPLACED: Final = "\N{REPLACEMENT CHARACTER}"


def seen(text: str) -> str:
    """A text with a sign that can be seen in place of each that must not be obeyed."""
    return UNSEEN.sub(REPLACED, text)


def escaped(text: str) -> str:
    """A text as it stands between tags, and between quotation marks in one."""
    return escape(seen(text))
