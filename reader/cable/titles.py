"""The subject of a cable set as a title, for reading; the subject as received stays beside it."""

from __future__ import annotations

from typing import Final

from reader.cable.patterns import pattern
from reader.cable.vocabulary import initialisms

# Words that are small inside a title.
SMALL_WORDS: Final = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "en", "for", "if", "in", "of", "on", "or", "the",
     "to", "v", "via", "vs"}
)  # fmt: skip

# A run of letters, digits and inner apostrophes: WESTERWELLE'S, G8, U, S
WORD: Final = pattern(r"[^\W_]+(?:['\u2019][^\W_]+)*")

VOWELS: Final = frozenset("AEIOUY")

# All consonants, and yet no initialisms.
CONSONANT_NAMES: Final = frozenset({"DR", "JR", "MR", "MRS", "MS", "SR", "ST", "VS", "V"})


def title_case(subject: str) -> str:
    """A subject in capitals, or all in small letters, set as a title; any other as it is.

    Initialisms, redactions and words with digits keep their capitals: `GON DEFENDS U.S.-UK
    FERRIES AT UNESCO` is `GON Defends U.S.-UK Ferries at UNESCO`.
    """
    if not (subject.isupper() or subject.islower()):
        return subject
    matches = list(WORD.finditer(subject))
    pieces: list[str] = []
    position = 0
    was_dotted = False
    for index, match in enumerate(matches):
        between = subject[position : match.start()]
        pieces.append(between)
        # The full stop of an abbreviation ends no clause: "U.S. in a Poor Light".
        first = index == 0 or _begins_a_clause(between[was_dotted:])
        inner = not first and index < len(matches) - 1
        dotted = was_dotted = _is_dotted(subject, match.start(), match.end())
        pieces.append(match[0].upper() if dotted else _set_word(match[0], inner=inner))
        position = match.end()
    pieces.append(subject[position:])
    return "".join(pieces)


def _begins_a_clause(between: str) -> bool:
    """Whether what stands before a word makes it the first of a title: a colon, a full stop."""
    return any(sign in ':?!"\u201c(' for sign in between) or ". " in between or "--" in between


def _is_dotted(subject: str, start: int, end: int) -> bool:
    """Whether a single letter is part of an abbreviation with full stops: the U of U.S."""
    if end - start != 1:
        return False
    return subject[end : end + 1] == "." or subject[start - 1 : start] == "."


def _set_word(word: str, *, inner: bool) -> str:
    """One word as it stands in a title; `inner` is neither the first of a clause nor the last."""
    lower = word.lower()
    if inner and lower in SMALL_WORDS:
        return lower
    head, apostrophe, tail = _split_at_apostrophe(word)
    if not apostrophe:
        return _set_plain(word)
    if len(head) == 1 and len(tail) > 2:  # D'IVOIRE, O'BRIEN
        return f"{head.upper()}{apostrophe}{_set_word(tail, inner=False)}"
    return f"{_set_plain(head)}{apostrophe}{tail.lower()}"


def _split_at_apostrophe(word: str) -> tuple[str, str, str]:
    """The word before and after its first apostrophe, straight or curved."""
    for sign in "'\u2019":
        if sign in word:
            return word.partition(sign)
    return word, "", ""


def _set_plain(word: str) -> str:
    """A word without an apostrophe."""
    upper = word.upper()
    if _keeps_capitals(upper):
        return upper
    if upper.startswith("MC") and len(upper) > 5:  # MCCORMICK
        return f"Mc{upper[2:].capitalize()}"
    return upper.capitalize()


def _keeps_capitals(upper: str) -> bool:
    """An initialism, a redaction, a word with digits, or one that cannot be spoken."""
    if upper in initialisms() or "XXX" in upper:
        return True
    if not upper.isalpha():
        return not upper[0].isdigit() or len(upper) < 3
    return len(upper) > 1 and not VOWELS & set(upper) and upper not in CONSONANT_NAMES
