"""Items that the body names by their letters, or as the only ones: ref A, refs B-D, reftel."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.cable.mentions.cited import Item, Named

if TYPE_CHECKING:
    from re import Match

    from reader.cable.mentions.cited import CitedItems

# Letters become small and everything else a blank, so that one search finds every word that
# begins with "ref"; one byte a character, so that places stay what they are.
SMALL_LETTERS: Final = bytes(
    code | 0x20 if 0x41 <= code <= 0x5A else code if 0x61 <= code <= 0x7A else 0x20
    for code in range(256)
)
AFTER_REF: Final = frozenset(b" ste")
"""What follows the f of ref, refs, reftel and reference; not of reform and reflect."""

# Found are ref, Refs, REF(S), reftel, Reftels, Reference, references; not refer and reftelA.
WORD: Final = re.compile(
    r"ref(?:(?P<long>erence)|(?P<tel>tel))?(?P<plural>s|\(s\))?(?![A-Za-z0-9])", re.IGNORECASE
)

# A, a, (A), [b], "C", AA, 1; not the U of "ref U.S. law" and the B of "ref B-based"
LABEL: Final = re.compile(
    r"[(\[\"\u201c](?P<bracketed>[A-Za-z]{1,2}|[1-9][0-9]?)[)\]\"\u201d]"
    r"|(?P<plain>[A-Za-z]{1,2}|[1-9][0-9]?)(?![A-Za-z0-9]|\.[A-Za-z]|-[A-Za-z]{2})"
)
BLANKS: Final = re.compile(r"[ \t]{0,3}")
# The "-", " through ", ", ", ", and ", "/" between two letters.
JOINT: Final = re.compile(
    r"[ \t]{0,2}(?P<sign>[,;/&\u2013-]?)[ \t]{0,2}(?P<word>(?:and|or|through|thru|to)(?=[ \t(]))?"
    r"[ \t]{0,2}",
    re.IGNORECASE,
)
RANGE_SIGNS: Final = frozenset({"-", "\u2013", "through", "thru", "to"})

WORD_AHEAD: Final = re.compile(r"[ \t]+[A-Za-z]")

# What follows a bare "ref" that names the only item: (ref), ref. and ref; not "ref our request"
BARE_ENDS: Final = frozenset(").,;:'\u2019")


class Letters(NamedTuple):
    """A piece of the text with the items that it names: one for `B`, three for `A-C`."""

    start: int
    end: int
    items: tuple[Item, ...]


def find_letters(text: str, encoded: bytes, cited: CitedItems) -> list[Named]:
    """The mentions by letter and by `reftel`; `encoded` has one byte for each character."""
    small = b" " + encoded.translate(SMALL_LETTERS) + b"  "
    found: list[Named] = []
    place = small.find(b" ref")
    while place >= 0:
        if small[place + 4] in AFTER_REF:
            for letters in _named_at(text, place, cited):
                found += (Named(letters.start, letters.end, *item) for item in letters.items)
        place = small.find(b" ref", place + 4)
    return found


def _named_at(text: str, place: int, cited: CitedItems) -> list[Letters]:
    """What a word that begins with "ref" names together with the letters after it."""
    word = WORD.match(text, place)
    if word is None:
        return []
    named = _read_letters(text, word, cited)
    if named or word["long"]:
        return named
    if not word["tel"] and text[word.end() : word.end() + 1] not in BARE_ENDS:
        return []
    if not cited.items or (len(cited.items) > 1 and not word["plural"]):
        return []
    return [Letters(*word.span(), tuple(cited.items))]


def _read_letters(text: str, word: Match[str], cited: CitedItems) -> list[Letters]:
    """The letters after a word, each with its place: `ref A` and `B`, or `refs A-C` as one."""
    label = _label_at(text, word.end())
    item = _item(text, label, cited) if label else None
    if label is None or item is None:
        return []
    named = [Letters(word.start(), label.end(), (item,))]
    while True:
        joint = JOINT.match(text, label.end())
        if joint is None or not (joint["sign"] or joint["word"]):
            return named
        following = LABEL.match(text, joint.end())
        item = _item(text, following, cited) if following else None
        if following is None or item is None or not _goes_on(text, label, following):
            return named
        if (joint["word"] or joint["sign"]).lower() in RANGE_SIGNS:
            between = _between(_letter(label), _letter(following), cited)
            last = named[-1]
            named[-1] = Letters(last.start, following.end(), (*last.items, *between, item))
        else:
            named.append(Letters(*following.span(), (item,)))
        label = following


def _label_at(text: str, place: int) -> Match[str] | None:
    blanks = BLANKS.match(text, place)
    return LABEL.match(text, blanks.end() if blanks else place)


def _letter(label: Match[str]) -> str:
    return (label["bracketed"] or label["plain"]).upper()


def _item(text: str, label: Match[str], cited: CitedItems) -> Item | None:
    """The item of a letter; None when it is no letter of a REF line but a word of the sentence.

    A capital that no item has is kept: the REF line may be lost.
    """
    letter = _letter(label)
    if letter.isalpha() and letter != letter[0] * len(letter):
        return None
    may_be_word = label["plain"] is not None and letter in "AI"
    may_be_word = may_be_word and WORD_AHEAD.match(text, label.end()) is not None
    if not may_be_word or cited.has_labels:
        item = cited.under(letter)
        if item is not None:
            return item
    if may_be_word or letter.isdigit() or (label["bracketed"] or label["plain"]).islower():
        return None
    return Item(None, letter)


def _goes_on(text: str, label: Match[str], following: Match[str]) -> bool:
    """Whether a second letter belongs to the list: of the same case, and later in the alphabet.

    It may be an earlier one, `refs B and A`, where no word follows that could make it an article.
    """
    if label[0].islower() != following[0].islower():
        return False
    first, second = _letter(label), _letter(following)
    later = (len(second), second) > (len(first), first)
    return later or (second != first and WORD_AHEAD.match(text, following.end()) is None)


def _between(first: str, last: str, cited: CitedItems) -> list[Item]:
    """The items between the two ends of a range of letters."""
    if len(first) != 1 or len(last) != 1:
        return []
    letters = map(chr, range(ord(first) + 1, ord(last)))
    return [item for letter in letters if (item := cited.under(letter)) is not None]
