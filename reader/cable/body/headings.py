"""Which lines of the body are titles: boxed, underlined, or bare between blank lines (2.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.body.shapes import ends_sentence, is_left_open
from reader.cable.body.stretches import NOTHING, OF_ITEM, OF_RULE, OF_TEXT, PAGE
from reader.cable.patterns import ANY_CASE, pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cable.body.stretches import Stretch
    from reader.cable.lines import LogicalLine

LONGEST_TITLE: Final = 240
"""Characters of a title of four lines between two rules."""
LONGEST_LINE: Final = 100
LONGEST_BARE: Final = 90
MOST_LINES: Final = 4
MOST_WORDS: Final = 20
LONG_TEXT: Final = 50
"""Characters of a line below a title that no rule sets off."""

# Words that are small inside a title.
SMALL: Final = frozenset(
    {
        "a", "an", "and", "as", "at", "be", "but", "by", "de", "del", "do", "for", "from", "has",
        "he", "her", "his", "if", "in", "into", "is", "it", "its", "la", "le", "nor", "not", "of",
        "off", "on", "or", "our", "out", "over", "per", "she", "so", "than", "that", "the",
        "their", "they", "this", "to", "up", "us", "via", "vs", "was", "we", "who", "with", "yet",
        "al", "el", "du", "des", "von", "van", "et", "s", "no", "too", "all", "are", "can", "will",
    }
)  # fmt: skip

# Titles of one word or two that stand bare, also with a colon.
KNOWN: Final = frozenset(
    {
        "ACTION REQUEST", "ACTION REQUESTED", "BACKGROUND", "BIO NOTE", "BIO NOTES", "COMMENT",
        "COMMENTS", "CONCLUSION", "CONCLUSIONS", "INTRODUCTION", "KEY POINTS", "NEXT STEPS",
        "NOTE", "OUTLOOK", "OVERVIEW", "PARTICIPANTS", "RECOMMENDATION", "RECOMMENDATIONS",
        "SUMMARY", "SUMMARY AND COMMENT", "BEGIN SUMMARY", "TALKING POINTS",
    }
)  # fmt: skip

# What is set like a title and is none: how to handle the message, who speaks to whom, the end of
# a passage, a redaction.
# SENSITIVE BUT UNCLASSIFIED -- HANDLE ACCORDINGLY; FROM THE AMBASSADOR; END COMMENT; XXXXXXXXXXXX
NO_TITLE: Final = pattern(
    r"(?:THIS[ ](?:CABLE|MESSAGE|IS)|SENSITIVE[ ](?:BUT|//)|\(?SBU\b|NOT[ ]FOR|PLEASE|FROM[ ]"
    r"|FOR[ ](?:THE|S|P|AMBASSADOR|CHARGE|EMBASSY)[ ]|END\b|BEGIN[ ](?!SUMMARY)|UNQUOTE|QUOTE\b"
    r"|SEE[ ]|DEAR[ ]|SINCERELY|BEST\b|VISIT[ ]|X{4,}|\[?X{3,}|DRAFTED|CLEARED|MINIMIZE"
    r"|TEXT[ ](?:OF|FOL))"
    r"|.{0,100}(?:https?:|www\.|@)",
    ANY_CASE,
)
# Columns of a table: a wide gap between words.
COLUMNS: Final = pattern(r"\S[ ]{3,}\S")
SPACED_OUT: Final = pattern(r"(?:\S[ ]{1,3}){4}")
# A sentence that ends before the last: HARBOR BOARD. MESSAGE; not U.S. POLICY
INNER_STOP: Final = pattern(r"[^\W\d_]{3}[.;][ ]")
WORD: Final = pattern(r"[^\W_]")
# //COMMENT//, ** COMMENT **, <COMMENT>
DECORATION: Final = "/*=_~<># \t"


def boxed_lines(stretches: Sequence[Stretch], index: int) -> bool:
    """Whether a rule, the stretch below it and the rule below that are a title in its box."""
    if index + 2 >= len(stretches) or stretches[index + 2].kind is not OF_RULE:
        return False
    title = stretches[index + 1]
    if title.kind is OF_RULE or len(title.lines) > MOST_LINES:
        return False
    size = sum([len(line.text) for line in title.lines])
    return size <= LONGEST_TITLE and _may_be_title(title.lines, title.offset)


def underlined_lines(stretches: Sequence[Stretch], index: int) -> int:
    """How many last lines of a stretch are a title that the next stretch, a rule, underlines."""
    stretch, rule = stretches[index], stretches[index + 1]
    lines = stretch.lines
    if rule.gap == NOTHING:
        return _directly_underlined(stretch, is_second=goes_on_as_title(stretches, index))
    if rule.gap == PAGE and len(lines) > 2 and not boxed_lines(stretches, index + 1):
        # A page ended between the last line of a stretch and its rule.
        is_title = is_title_case(lines[-1].text) or is_capital(lines[-1].text)
        return 1 if is_title and _may_be_title(lines[-1:], 0) else 0
    # A blank line between the two: then the stretch is all title, and the rule begins no box.
    if len(lines) > 2 or stretch.gap == NOTHING or boxed_lines(stretches, index + 1):
        return 0
    if stretch.mark is not None or stretch.kind is OF_ITEM:
        return 0
    words = " ".join(line.text.strip() for line in lines)
    if len(words) > 2 * LONGEST_BARE or (ends_sentence(words) and words[-1] not in '?"\u201d'):
        return 0
    is_title = is_capital(words) or is_title_case(words) or len(words) <= LONG_TEXT
    return len(lines) if is_title and _may_be_title(lines, stretch.offset) else 0


def goes_on_as_title(stretches: Sequence[Stretch], index: int) -> bool:
    """Whether a title stands right below the rule of another: each of its lines is underlined."""
    return index > 1 and stretches[index].gap == NOTHING and stretches[index - 1].kind is OF_RULE


def _directly_underlined(stretch: Stretch, *, is_second: bool) -> int:
    lines = stretch.lines
    if is_second and len(lines) == 1 and len(lines[0].text) < LONGEST_BARE:
        # Minister of Fisheries / --------- / and Ferries -- Sunna Strand / ---------
        has_words = WORD.search(lines[0].text) and not ends_sentence(lines[0].text)
        return 1 if has_words and stretch.mark is None else 0
    if len(lines) <= MOST_LINES and _is_all_title(stretch):
        return len(lines)
    last = lines[-1:]
    offset = stretch.offset if len(lines) == 1 else 0
    return 1 if _may_be_title(last, offset) and not _is_paragraph(stretch, 1) else 0


def _is_all_title(stretch: Stretch) -> bool:
    """Whether all lines of a short stretch are one title, none of them the end of a text."""
    lines = stretch.lines
    if not _may_be_title(lines, stretch.offset) or _is_paragraph(stretch, len(lines)):
        return False
    if len(lines) == 1:
        return True
    if stretch.mark is not None or stretch.kind is OF_ITEM:
        return False
    # The title fills its first line; else the lines above it are something else.
    return not any(
        ends_sentence(line.text) or len(line.text) < LONG_TEXT // 2 for line in lines[:-1]
    )


def _is_paragraph(stretch: Stretch, count: int) -> bool:
    """Whether a title would begin like a paragraph that goes on below the rule, or like an item."""
    if count < len(stretch.lines):
        return False
    return stretch.kind is OF_ITEM and len(stretch.sign) == 1 and not stretch.sign.isalnum()


def _may_be_title(lines: Sequence[LogicalLine], offset: int) -> bool:
    """Whether lines between or above rules can be a title: short, with words, no sentence."""
    for line in lines:
        text = line.text
        if len(text) > LONGEST_LINE + offset or ("   " in text and _wide_gaps(text)):
            return False
    words = " ".join([line.text.strip() for line in lines])[offset:].strip(DECORATION)
    if words[:1].islower() or not (words[:1].isalnum() or WORD.search(words)):
        return False
    if words[-1] == "." and not words.endswith("...") and words[:-1].upper() not in KNOWN:
        return False
    return words[-1] not in ",;" and not _is_end_marker(words)


# Year       Lamp     Ferry: two; not C O M M E N T   A N D   O U T L O O K
def _wide_gaps(text: str) -> int:
    """How many gaps of a line are as wide as those between columns."""
    return 0 if SPACED_OUT.match(text.strip()) else len(COLUMNS.findall(text))


# 2007        412        14, or two lines with a gap each; one gap alone may be a slip in a title.
def _are_rows(lines: Sequence[LogicalLine]) -> bool:
    """Whether bare lines are set in columns."""
    return sum(_wide_gaps(line.text) for line in lines) > 1


def _is_end_marker(words: str) -> bool:
    return words[:4].upper() in ("END ", "END.") and len(words) < LONG_TEXT


def is_bare_title(stretches: Sequence[Stretch], index: int) -> bool:
    """Whether a stretch that no rule sets off is a title, by its letters and what is around it."""
    stretch, mark = stretches[index], stretches[index].mark
    lines = stretch.lines
    if len(lines) > 2 or stretch.gap == NOTHING or index + 1 == len(stretches):
        return False
    if stretch.kind is OF_ITEM:
        return is_sub_title(stretches, index)
    # A number makes a paragraph; a marking alone does not: (C) ECONOMY
    if 0 < stretch.indent < 4 or (mark is not None and mark.number is not None):
        return False
    words = " ".join(line.text.strip() for line in lines)
    if mark is not None:
        words = words[stretch.offset - stretch.indent :]
    if len(words) > len(lines) * LONGEST_BARE or not _is_apart(stretches[index + 1]):
        return False
    if NO_TITLE.match(words) or ("   " in words and _are_rows(lines)):
        return False
    title = words.strip(DECORATION)
    if not title or _is_sentence(words, title):
        return False
    if title.rstrip(":. ").upper() in KNOWN:
        return True
    if mark is not None and len(title.split()) > 6:
        return is_capital(title)
    return _stands_as_title(stretches, index, title)


def _is_apart(below: Stretch) -> bool:
    """Whether what stands below a line is set apart from it, by a blank line or by its number."""
    return below.gap != NOTHING or (below.mark is not None and below.mark.number is not None)


def is_title_below(text: str, above: str) -> bool:
    """Whether the last line of a paragraph is the title of the next: `COMMENT` right below it."""
    if not ends_sentence(above) or text[-1] in ".,;" or len(text) > LONGEST_BARE:
        return False
    title = text.strip(DECORATION)
    if title.rstrip(": ").upper() in KNOWN:
        return True
    return is_capital(title) and not above.isupper() and not NO_TITLE.match(title)


def is_sub_title(stretches: Sequence[Stretch], index: int) -> bool:
    """Whether an indented item is a title of the text below it: `  -- Political:`."""
    stretch = stretches[index]
    if not stretch.indent or stretch.sign[0] != "-" or len(stretch.lines) > 1:
        return False
    words = stretch.lines[0].text.strip("- \t")
    after = stretches[index + 1]
    is_above_text = after.kind is OF_TEXT and after.gap != NOTHING
    return is_above_text and words[-1:] == ":" and len(words) < LONG_TEXT and words[0].isupper()


def _is_sentence(words: str, title: str) -> bool:
    """Whether a line ends or goes on like a sentence; one word in quotes is none."""
    last = words[-1]
    if last in ".,;" and title.rstrip(".").upper() not in KNOWN:
        return True
    if INNER_STOP.search(words):
        return True
    return title[0].islower() or is_left_open(words)


def _stands_as_title(stretches: Sequence[Stretch], index: int, title: str) -> bool:
    before = stretches[index - 1] if index else None
    after = stretches[index + 1]
    is_after_text = before is not None and before.kind is not OF_RULE
    if is_capital(title):
        if title[-1] == ":" and not _begins_paragraph(after):
            return False
        # In a text that is all capitals a title must at least follow the end of a sentence.
        above = before.lines[-1].text if before is not None and is_after_text else ""
        return not above or ends_sentence(above) or not above.isupper()
    if title[-1] == ":" or not is_title_case(title) or len(title.split()) < 2:
        return bool(_begins_paragraph(after) and title.istitle() and title[-1] != ":")
    if _begins_paragraph(after):
        return True
    # Two lines like titles, one below the other, are a list of names.
    is_text = len(after.lines) > 1 or len(after.lines[0].text) > LONG_TEXT
    is_closed = before is None or not is_after_text or ends_sentence(before.lines[-1].text)
    return is_text and is_closed and after.kind is OF_TEXT


def _begins_paragraph(stretch: Stretch) -> bool:
    return stretch.mark is not None


def lines_of_title_above(stretch: Stretch) -> int:
    """How many first lines of a stretch are a title that stands directly on its text.

    Ferries, Fees and Foghorns / The harbor board met on Tuesday and found, to its regret, that ...
    """
    lines = stretch.lines
    if len(lines) < 3 or stretch.mark is not None or stretch.kind is OF_ITEM:
        return 0
    first = lines[0].text
    if stretch.gap == NOTHING or stretch.indent or first[0].islower():
        return 0
    widest = min(max(len(line.text) for line in lines), LONGEST_BARE)
    for count, words in ((1, first), (2, f"{first} {lines[1].text.strip()}")):
        above, below = lines[count - 1].text, lines[count].text.strip()
        if len(words) > 2 * LONGEST_BARE or (ends_sentence(words) and words[-1] not in "?)"):
            return 0
        if is_left_open(words) or NO_TITLE.match(words) or INNER_STOP.search(words):
            continue
        had_room = len(above) + 1 + len(below.split(" ", 1)[0]) <= widest
        is_text = len(lines) > count + 1 and len(lines[count].text) > LONG_TEXT
        is_title = len(words.split()) > 2 and is_title_case(words)
        if had_room and is_text and is_title:
            return count
    return 0


def is_capital(words: str) -> bool:
    """Whether words are all in capitals: OUTLOOK, F-16 SALES."""
    return words.isupper() and sum(map(str.isalpha, words)) > 2


def is_title_case(words: str) -> bool:
    """Whether all but the small words begin with a capital letter or a digit."""
    parts = words.split()
    if len(parts) > MOST_WORDS:
        return False
    for index, part in enumerate(parts):
        word = part.strip("\"'\u201c\u201d\u2018\u2019()[]:,?!./-")
        if not word or word[0].isupper() or word[0].isdigit():
            continue
        if index == 0 or word.lower() not in SMALL:
            return False
    return True


# ... before the campaign starts. Dilemmas of the Board
SENTENCE_END: Final = pattern(r"[.?!][\"\u201d')]{0,2}[ ]{1,3}(?=[A-Z0-9\"\u201c])")


def merged_title(text: str) -> int:
    """Where a title begins that a copyist left at the end of a paragraph's line; 0 without one."""
    if text[-1] in ".!:;,)\u201d":
        return 0
    start = 0
    for match in SENTENCE_END.finditer(text, max(0, len(text) - LONGEST_BARE)):
        start = match.end()
    title = text[start:]
    count = len(title.split())
    if not start or count > 10 or not is_title_case(title):
        return 0
    if count < 2 and title.upper() not in KNOWN:
        return 0
    is_quote_cut = title.count('"') % 2 == 1
    return 0 if is_quote_cut or NO_TITLE.match(title) or is_left_open(title) else start
