"""The lines of a stretch set as blocks: wrapped lines joined, lists and tables kept (2.6, 2.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.body.shapes import ends_sentence, is_left_open
from reader.cable.body.stretches import OF_ITEM
from reader.cable.body.tables import find_tables
from reader.cable.model import BlockKind
from reader.cable.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cable.body.stretches import Stretch

WIDEST: Final = 80
"""Characters of the longest wrapped line; what is longer was never wrapped."""
UNWRAPPED: Final = 120
"""Characters of a line that holds a whole paragraph."""
NARROWEST: Final = 46
"""Characters to which nothing was wrapped: lines that are all shorter were ended on purpose."""

SHORT: Final = 36
"""... unless they are all as long as this but for the last: then they were wrapped narrowly."""

# What the last sign of a line must be for a second look at how it goes on.
ENDS: Final = frozenset('.?!:;)"\u201d-')

# The second half of a word that was cut at the end of a line: ARRANGE-/MENTS, NEGO-/TIATIONS
SECOND_HALF: Final = pattern(
    r"[A-Z]{0,3}(?:MENT|TION|SION|ANCE|ENCE|NESS|SHIP|ABLE|IBLE|ING|ITY|LY|ERS|ISM|IST|IZE|OUS)"
    r"(?:S|LY|D|AL)?\Z|(?:ED|ER)\Z"
)
# ... and no second half, but a word of its own: BUILD-/ING is one, ASSIST-/ING; SHIP is none.
WHOLE_WORDS: Final = frozenset({"SHIP", "SHIPS", "ABLE", "LISTS", "LIST", "MISSION", "KING"})
WORD_BEFORE: Final = pattern(r"([A-Z]{1,40})-\Z")
WORD_AFTER: Final = pattern(r"[A-Z]+")
CAPITAL_WORD: Final = pattern(r"[A-Z]+(?:-[A-Z]+)?")


TEXT, ITEM = BlockKind.TEXT, BlockKind.ITEM


class Hyphens:
    """How a line that ends in a hyphen is joined to the next one.

    A hyphen stays: NON-/PROLIFERATION is NON-PROLIFERATION. Only in the capitals of the 1970s were
    words cut, ARRANGE-/MENTS; there the telegram's own words, or the word's ending, decide.
    """

    __slots__ = ("_text", "_words")

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: frozenset[str] | None = None

    def cuts_word(self, before: str, after: str) -> bool:
        """Whether the hyphen at the end of one line only cuts a word that the next goes on with."""
        first = WORD_BEFORE.search(before[-40:])
        second = WORD_AFTER.match(after)
        if first is None or second is None or after[second.end() : second.end() + 1].islower():
            return False
        words = self._capital_words()
        if not words:
            return False
        if first[1] + second[0] in words:
            return True
        if f"{first[1]}-{second[0]}" in words or second[0] in WHOLE_WORDS:
            return False
        return len(first[1]) > 2 and SECOND_HALF.match(second[0]) is not None

    def column(self, place: int) -> int:
        """How far into its line a place is; beyond that of a line that was wrapped, no further."""
        if place and self._text[place - 1] == "\n":
            return 0
        before = self._text[max(0, place - UNWRAPPED) : place]
        return len(before) - 1 - before.rfind("\n")

    def _capital_words(self) -> frozenset[str]:
        """The words of a telegram in capitals; none of another."""
        if self._words is None:
            # The stamps of a release, in small letters, stand twice on each page of capitals.
            lines = self._text[:4000].split("\n")
            sample = "".join(line for line in lines if "Declassified" not in line)
            is_capital = sum(letter.islower() for letter in sample) * 20 < len(sample)
            self._words = frozenset(CAPITAL_WORD.findall(self._text)) if is_capital else frozenset()
        return self._words


def is_hyphenated(text: str) -> bool:
    """Whether a line ends in a hyphen that belongs to a word, not in a dash."""
    return text[-1:] == "-" and text[-2:-1].isalnum()


def set_stretch(stretch: Stretch, hyphens: Hyphens) -> list[tuple[BlockKind, str]]:
    """The blocks of a stretch, each on one line; none when its only words are a paragraph mark."""
    kind = ITEM if stretch.kind is OF_ITEM else TEXT
    lines = stretch.lines
    whole = lines[0].text
    first = whole[stretch.offset :].lstrip() if stretch.offset else whole
    if len(lines) == 1:
        return [(kind, first)] if first else []
    texts = [line.text for line in lines]
    if first:
        texts[0] = first
    else:
        del texts[0]
    joined = " ".join(texts)
    if len(texts) > 1 and ("   " in joined or "\t" in joined):
        rows = texts if stretch.mark or kind is ITEM else [whole, *texts[1:]]
        tables = find_tables(rows)
        if tables:
            return _set_with_tables(rows, tables, kind, hyphens)
    if not first:
        return _set_lines(texts, kind, hyphens)
    width = len(whole) + hyphens.column(lines[0].start)
    lead = width - len(first)
    if not stretch.is_ragged and width >= NARROWEST and _runs_on(texts, lead):
        return [(kind, joined)]
    return _set_lines(texts, kind, hyphens, lead)


def _runs_on(texts: Sequence[str], lead: int) -> bool:
    """Whether wrapped lines, all flush left, are one block: what nearly all of them are.

    None of them was ended on purpose, and none ends in a hyphen.
    """
    ended = [index for index, text in enumerate(texts[:-1]) if text[-1] in ENDS]
    if not ended:
        return True
    widest = max(*map(len, texts), len(texts[0]) + lead)
    for index in ended:
        text = texts[index]
        size = len(text) if index else len(text) + lead
        if text[-1] == "-" or _ends_on_purpose(size, texts[index + 1], widest):
            return False
    return True


def _set_with_tables(
    texts: list[str], tables: list[tuple[int, int]], kind: BlockKind, hyphens: Hyphens
) -> list[tuple[BlockKind, str]]:
    blocks: list[tuple[BlockKind, str]] = []
    place = 0
    for start, end in tables:
        if place < start:
            blocks += _set_lines(texts[place:start], kind, hyphens)
        rows = [text.expandtabs() for text in texts[start:end]]
        indent = min(len(row) - len(row.lstrip()) for row in rows)
        blocks += ((BlockKind.TABLE, row[indent:]) for row in rows)
        place = end
    if place < len(texts):
        blocks += _set_lines(texts[place:], kind, hyphens)
    return blocks


def _set_lines(
    texts: list[str], kind: BlockKind, hyphens: Hyphens, lead: int = 0
) -> list[tuple[BlockKind, str]]:
    """Wrapped lines as blocks of running text: a block ends where a line was ended on purpose.

    `lead` characters of its line stand before the first one: a paragraph mark, another paragraph.
    """
    sizes = list(map(len, texts))
    sizes[0] += lead
    widest = max(sizes)
    are_short = widest < NARROWEST and min(sizes[:-1], default=0) < SHORT
    blocks: list[tuple[BlockKind, str]] = []
    pieces: list[str] = []
    carried = ""
    last = len(texts) - 1
    for index, text in enumerate(texts):
        words = carried + text.lstrip()
        carried = ""
        if index < last and (are_short or text[-1] in ENDS):
            after = texts[index + 1].lstrip()
            if is_hyphenated(text) and after[0].isalnum():
                carried = words[:-1] if hyphens.cuts_word(words, after) else words
                continue
            if are_short or _ends_on_purpose(sizes[index], after, widest):
                pieces.append(words)
                blocks.append((kind, " ".join(pieces)))
                kind, pieces = TEXT, []
                continue
        pieces.append(words)
    blocks.append((kind, " ".join(pieces)))
    return blocks


def _ends_on_purpose(size: int, after: str, widest: int) -> bool:
    """Whether a line ends a sentence although the next word would still have had room on it."""
    if not (after[0].isupper() or after[0].isdigit() or after[0] in '"\u201c('):
        return False
    if size > UNWRAPPED:
        return True
    blank = after.find(" ")
    word = blank if blank > 0 else len(after)
    return size + 2 + word <= min(widest, WIDEST) - 4


# ... as the board reads its Rule 4, / "On Lamps and Ferries", ...
def sentence_goes_on(above: str, below: str) -> bool:
    """Whether a sentence goes on over a blank line."""
    if ends_sentence(above):
        return False
    letter = below[1:2] if below[0] == "(" else below[0]
    if letter.islower() or is_hyphenated(above):
        return True
    if letter.isdigit() and len(above) >= NARROWEST:
        return True
    return is_left_open(above) and (letter in '"\u201c' or letter.isupper())


# ... a pier, a lamp, two keepers, and / a choir.
def goes_on_over_page(above: str, below: str) -> bool:
    """Whether text goes on over a page line, a stamp or an injected caption.

    A page ends where it is full: text that ends a sentence goes on too, when the next word would
    have had no room on its line.
    """
    if not ends_sentence(above):
        return True
    if below[0].islower():
        return True
    return len(above) + 1 + len(below.split(" ", 1)[0]) > 62 and len(above) <= WIDEST
