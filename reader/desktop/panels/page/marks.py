"""Characters of a cable that are shown as marks and not obeyed.

A stranger's text may hold characters that reorder, hide or control what stands around them. Where
one stands the page shows its name, `‹RLO›`; copying gives the character itself.
"""

from __future__ import annotations

import re
from typing import Final

from reader.cable.unobeyed import find_marked

NAMES: Final = {
    "\x00": "NUL",
    "\x07": "BEL",
    "\x08": "BS",
    "\x0b": "VT",
    "\x0c": "FF",
    "\r": "CR",
    "\x0e": "SO",
    "\x0f": "SI",
    "\x1b": "ESC",
    "\x7f": "DEL",
    "\x85": "NEL",
    "\xad": "SHY",
    "\u034f": "CGJ",
    "\u061c": "ALM",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u2028": "LS",
    "\u2029": "PS",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2060": "WJ",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\ufeff": "BOM",
    "\ufffc": "OBJ",
}
"""Short names as the Unicode charts give them; every other one is shown by its code point."""

UNBROKEN: Final = re.compile(r"[^ \t]+")
"""Characters between which Qt may find no place to break a line."""

ASTRAL: Final = re.compile("[\U00010000-\U000dffff\U000e0080-\U0010ffff]+")
"""Characters of two UTF-16 units, without the tags, which are marked."""


def mark_text(run: str) -> str:
    """What is shown for a run of one marked character: `‹ESC›`, `‹ZWSP×3›`."""
    name = NAMES.get(run[0]) or f"U+{ord(run[0]):04X}"
    return f"‹{name}×{len(run)}›" if len(run) > 1 else f"‹{name}›"


def with_marks(text: str) -> str:
    """The text with marks in place of the characters that are not obeyed."""
    parts: list[str] = []
    here = 0
    for start, end in find_marked(text, 0, len(text)):
        parts += text[here:start], mark_text(text[start:end])
        here = end
    return "".join([*parts, text[here:]])


def count_marked(text: str) -> int:
    """The number of characters in `text` that are shown as marks."""
    if text.isascii() and text.isprintable():
        return 0
    return sum(end - start for start, end in find_marked(text, 0, len(text)))
