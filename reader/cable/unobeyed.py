"""Signs of a cable that are shown as marks and not obeyed, and letters that only look right.

A stranger's text may hold characters that reorder, hide or control what stands around them, and a
marking may be written with letters of another script (SAFETY.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.model import Problem, Span
from reader.cable.patterns import pattern
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

# Controls but tab and line feed, soft hyphen, invisible fillers, direction marks, overrides and
# isolates, separators that Qt takes for line ends, interlinear and tag characters, noncharacters,
# and halves of surrogate pairs.
_UNSAFE: Final = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e"
    r"\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffc"
    r"\ufffe\uffff\U000e0000-\U000e007f"
)
_MARKED: Final = pattern(rf"(?P<one>[{_UNSAFE}\u200c\u200d])(?P=one)*")
_JOINERS: Final = "\u200c\u200d"

# What ends a line or a page, whoever sent it, and is no reason to wonder.
_ENDS: Final = "\r\x0c"
# The signs of Latin-1 that are none of these: what most texts are made of.
_SOUND: Final = bytes({*b"\t\n\r\x0c", *range(0x20, 0x7F), *range(0xA0, 0x100)} - {0xAD})

# Cyrillic and Greek capitals, and the capital that each is taken for.
_LOOK_ALIKES: Final = dict(
    zip(
        "\u0410\u0412\u0421\u0415\u041d\u0406\u0408\u041a\u041c\u041e\u0420\u0405\u0422\u0425"
        "\u0391\u0392\u0395\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a7\u03a5\u0396\u03f9",
        "ABCEHIJKMOPSTXABEHIKMNOPTXYZC",
        strict=True,
    )
)
_AS_READ: Final = str.maketrans(_LOOK_ALIKES)
_OTHERS: Final = "".join(_LOOK_ALIKES)
# CONFIDENTIAL, SECRET or the C of (C), with at least one letter of another script.
_WORD: Final = pattern(rf"\b[A-Z]{{0,12}}[{_OTHERS}][A-Z{_OTHERS}]{{0,12}}\b")
_MARKINGS: Final = frozenset(
    {"UNCLAS", "UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "NOFORN", "SIPDIS", "SENSITIVE"}
)
_SHORT: Final = frozenset({"C", "S", "TS", "SBU", "NF"})
"""Markings that are only such in brackets."""


def find_marked(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The runs of one character between two offsets that are shown as marks."""
    for match in _MARKED.finditer(text, start, end):
        first, last = match.span()
        if not (last == first + 1 and text[first] in _JOINERS and _is_spelling(text, first)):
            yield first, last


def find_look_alikes(text: str) -> Iterator[tuple[int, int]]:
    """The markings that have letters of another script; no text of ASCII has any."""
    if not text.isascii():
        for match in _WORD.finditer(text):
            if _is_marking(text, *match.span()):
                yield match.span()


def as_read(word: str) -> str:
    """A marking in the Latin letters that it is taken for."""
    return word.translate(_AS_READ)


def _is_spelling(text: str, offset: int) -> bool:
    """Whether a joiner stands between two letters of a script that needs it, or two emoji."""
    if not 0 < offset < len(text) - 1:
        return False
    return all(
        0x370 <= code < 0x2000 or 0x2600 <= code < 0xD800 or 0xFB1D <= code < 0xE0000
        for code in (ord(text[offset - 1]), ord(text[offset + 1]))
    )


def unobeyed_problems(text: str) -> Iterator[Problem]:
    """A remark on the signs of a text that are not obeyed, and one on letters that look alike."""
    signs = _signs_to_look_at(text)
    if not signs:
        return
    if _MARKED.search(signs):
        yield from _marked_problem(text)
    if not _LOOK_ALIKES.keys().isdisjoint(signs):
        yield from _look_alike_problem(text)


def _signs_to_look_at(text: str) -> str:
    """The signs that may be one of those; none of most texts."""
    try:
        return text.encode("latin-1").translate(None, _SOUND).decode("latin-1")
    except UnicodeEncodeError:
        return "".join(set(text).difference(_ENDS))


def _marked_problem(text: str) -> Iterator[Problem]:
    runs = [run for run in find_marked(text, 0, len(text)) if text[run[0]] not in _ENDS]
    if runs:
        count = sum(end - start for start, end in runs)
        yield Problem(
            "signs_not_obeyed",
            tr(
                "Characters that would hide, reorder or control others are shown as marks: "
                "{count}.",
                count=count,
            ),
            Span(*runs[0]),
        )


def _look_alike_problem(text: str) -> Iterator[Problem]:
    words = list(find_look_alikes(text))
    if words:
        yield Problem(
            "look_alike_letters",
            tr(
                "Markings with letters of another script that only look like Latin ones, which "
                "are not taken for markings: {count}.",
                count=len(words),
            ),
            Span(*words[0]),
        )


def _is_marking(text: str, start: int, end: int) -> bool:
    word = as_read(text[start:end])
    return word in _MARKINGS or (word in _SHORT and text[start - 1 : start] == "(")
