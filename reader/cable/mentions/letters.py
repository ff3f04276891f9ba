"""Items that the body names by their letters, or as the only ones: ref A, refs B-D, reftel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.mentions.cited import Item
from reader.cable.patterns import ANY_CASE, pattern

if TYPE_CHECKING:
    from re import Match

    from reader.cable.mentions.cited import CitedItems, Named

# ref, refs, reftel, reftels, reference, references, whole words all, not refer and reflect; and
# whether a letter or a sign comes next: reftel A, ref (B), not reftel in. It reads small letters.
WORD: Final = pattern(
    rb"ref(?<=[^a-z]ref)(?:(?P<tel>tel)|(?P<long>erence))?(?P<plural>s|(?=[^a-z]s[^a-z]))?"
    rb"(?=[^a-z])"
    rb"(?P<lettered>(?=[^a-z](?:[^a-z]|(?P<letter>[a-z])(?P=letter)?[^a-z])))?"
)

# A, a, (A), [b], "C", AA, 1; not the U of "ref U.S. law" and the B of "ref B-based"
LABEL: Final = pattern(
    r"[(\[\"\u201c](?P<bracketed>[A-Za-z]{1,2}|[1-9][0-9]?)[)\]\"\u201d]"
    r"|(?P<plain>[A-Za-z]{1,2}|[1-9][0-9]?)(?![A-Za-z0-9]|\.[A-Za-z]|-[A-Za-z]{2})"
)
# The "-", " through ", ", ", ", and ", "/" between two letters.
JOINT: Final = pattern(
    r"[ \t]{0,2}(?P<sign>[,;/&\u2013-]?)[ \t]{0,2}(?P<word>(?:and|or|through|thru|to)(?=[ \t(]))?"
    r"[ \t]{0,2}",
    ANY_CASE,
)
JOINT_BEGINS: Final = frozenset(" \t,;/&-\u2013")
RANGE_SIGNS: Final = frozenset({"-", "\u2013", "through", "thru", "to"})

# What makes "ref a" and "REF A" an article, "ref I" a pronoun: a word that goes on the sentence.
WORD_AHEAD: Final = pattern(r"[ \t]+(?!(?:and|or|through|thru|to)(?![A-Za-z]))[A-Za-z]", ANY_CASE)

LABEL_ENDS: Final = frozenset(").:")
"""Signs after which no other letter of a list comes."""

# What follows a bare "ref" that names the only item: (ref), ref. and ref; not "ref our request"
BARE_ENDS: Final = frozenset(").,;:'\u2019")


def find_letters(text: str, encoded: bytes, cited: CitedItems) -> list[Named]:
    """The mentions by letter and by `reftel`; `encoded` has one byte for each character."""
    small = b" " + encoded.lower() + b" "
    found: list[Named] = []
    is_one, by_label = len(cited.items) == 1, cited.by_label
    for word in WORD.finditer(small):
        start, end = word.span()
        item = by_label.get(text[end : end + 1])
        if item is not None and text[end + 1 : end + 2] in LABEL_ENDS:
            found.append((start - 1, end + 1, *item))  # (ref A): most of them
            continue
        tel, is_long, plural, lettered, _ = word.groups()
        if lettered is None and (is_long or not (is_one or plural)):
            continue
        start, end = start - 1, end - 1
        if plural == b"" and text[end : end + 3].lower() == "(s)":
            end += 3
        label = _label_at(text, end) if lettered is not None else None
        is_capitals = text[start + 1 : end].isupper()
        item = _item(text, label, cited, is_capitals=is_capitals) if label else None
        if label is not None and item is not None:
            found += _read_letters(text, start, label, item, cited)
        elif (is_one or plural is not None) and not is_long and (tel or _stands_alone(text, end)):
            found += [(start, end, *named) for named in cited.items]
    return found


def _stands_alone(text: str, end: int) -> bool:
    """Whether `ref` is no part of the sentence: `(ref)`, not `ref our request`."""
    return text[end : end + 1] in BARE_ENDS


def _read_letters(
    text: str, start: int, label: Match[str], item: Item, cited: CitedItems
) -> list[Named]:
    """The letters from the first on, each with its place: `ref A` and `B`, or `refs A-C` as one."""
    end = label.end()
    named = [(start, end, *item)]
    while text[end : end + 1] in JOINT_BEGINS:
        joint = JOINT.match(text, end)
        if joint is None or not (joint["sign"] or joint["word"]):
            break
        following = LABEL.match(text, joint.end())
        next_item = _item(text, following, cited) if following else None
        if following is None or next_item is None or not _goes_on(text, label, following):
            break
        end = following.end()
        if (joint["word"] or joint["sign"]).lower() in RANGE_SIGNS:
            first = named[-1]
            named.pop()
            inner = _between(_letter(label), _letter(following), cited)
            whole = (Item(*first[2:]), *inner, next_item)
            named += [(first[0], end, *each) for each in whole]
        else:
            named.append((following.start(), end, *next_item))
        label = following
    return named


def _label_at(text: str, place: int) -> Match[str] | None:
    """A label right after a word or after a blank."""
    return LABEL.match(text, place + 1 if text[place : place + 1] == " " else place)


def _letter(label: Match[str]) -> str:
    return (label["bracketed"] or label["plain"]).upper()


def _item(
    text: str, label: Match[str], cited: CitedItems, *, is_capitals: bool = False
) -> Item | None:
    """The item of a letter; None when it is no letter of a REF line but a word of the sentence.

    `is_capitals` says that the sentence is all capitals, so that A may be an article. A capital
    that no item has is kept: the REF line may be lost.
    """
    letter = _letter(label)
    if len(letter) == 2 and letter[0] != letter[1] and letter.isalpha():
        return None
    may_be_word = (
        label["plain"] in ("a", "I", "A" if is_capitals else "a")
        and WORD_AHEAD.match(text, label.end()) is not None
    )
    if not may_be_word or cited.by_label:
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
