"""Characters of a cable that are shown as marks and not obeyed.

A stranger's text may hold characters that reorder, hide or control what stands around them. Where
one stands the page shows its name, `‹RLO›`; copying gives the character itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

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

# Controls but tab and line feed, soft hyphen, invisible fillers, direction marks, overrides and
# isolates, separators that Qt takes for line ends, interlinear and tag characters, noncharacters,
# and halves of surrogate pairs.
_UNSAFE: Final = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff"
    "\U000e0000-\U000e007f"
)
_MARKED: Final = re.compile(f"(?P<one>[{_UNSAFE}\u200c\u200d])(?P=one)*")
_JOINERS: Final = "\u200c\u200d"

UNBROKEN: Final = re.compile(r"[^ \t]+")
"""Characters between which Qt may find no place to break a line."""

ASTRAL: Final = re.compile("[\U00010000-\U000dffff\U000e0080-\U0010ffff]+")
"""Characters of two UTF-16 units, without the tags, which are marked."""


def find_marked(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The runs of one character between two offsets that are shown as marks."""
    for match in _MARKED.finditer(text, start, end):
        first, last = match.span()
        if not (last == first + 1 and text[first] in _JOINERS and _is_spelling(text, first)):
            yield first, last


def _is_spelling(text: str, offset: int) -> bool:
    """Whether a joiner stands between two letters of a script that needs it, or two emoji."""
    if not 0 < offset < len(text) - 1:
        return False
    return all(
        0x370 <= code < 0x2000 or 0x2600 <= code < 0xD800 or 0xFB1D <= code < 0xE0000
        for code in (ord(text[offset - 1]), ord(text[offset + 1]))
    )


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
