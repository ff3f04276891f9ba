"""The shapes of single lines of the body: rules, items of lists, what is no part of the text."""

from __future__ import annotations

from typing import Final

from reader.cable.patterns import pattern

# Signs of which a rule is made: ------, ----- ---, * * * *, =====, _____, ....., - - - -
RULE_SIGNS: Final = frozenset("-=_*.~+#\u2014\u2013\u2015")
RULE_STRIP: Final = "".join(sorted(RULE_SIGNS)) + " \t"
SHORTEST_RULE: Final = 3
"""Signs of a rule; fewer are a lone hyphen in an empty line."""

# The signs with which an item of a list begins, by the first character of the line.
# -- the pier; - the pier; -the pier; ---the pier; * the pier; o the pier
SIGNED_ITEM: Final = pattern(r"(?P<sign>-{1,3}|[*\u2022\u00b7\u2023\u25cf>]|[oQ](?=[ \t]))[ \t]*")
# (a) the pier; (ii) the pier; (3) the pier; a. the pier; B) the pier; iv. the pier; ¶B. the pier
LETTERED_ITEM: Final = pattern(
    r"(?P<sign>\((?:[A-Za-z]|[ivx]{2,5}|\d{1,2})\)|(?:[A-Za-z]|[ivx]{2,5})[.)])(?=[ \t])[ \t]*"
)
# 3. the pier; 3) the pier; where the numbers show that it is no paragraph
NUMBERED_ITEM: Final = pattern(r"(?P<sign>\d{1,3}[ \t]?[.)])[ \t]+")

# What ends a sentence, or shows that the next line begins something new.
ENDINGS: Final = frozenset(".?!:;)\"\u201d'\u2019]")

# A sentence goes on after these, also when the next line begins with a capital letter.
OPEN_WORDS: Final = frozenset(
    {
        "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or",
        "that", "the", "to", "was", "were", "which", "who", "whose", "with",
    }
)  # fmt: skip


def is_rule(text: str) -> bool:
    """Whether a line is a rule: at least three rule signs, and blanks, and nothing else."""
    if text.strip(RULE_STRIP):
        return False
    return len(text) - text.count(" ") - text.count("\t") >= SHORTEST_RULE


def is_table_rule(text: str) -> bool:
    """Whether a rule has the wide gaps of a table: `-------    ----   ----`, not `-------- ---`."""
    return "  " in text and sum(len(part) > 1 for part in text.split("  ")) > 2


def is_filler(text: str) -> bool:
    """Whether a line holds nothing but a rule sign or two: the hyphen of an empty line."""
    return not text.strip(RULE_STRIP)


def item_sign(text: str) -> tuple[str, int] | None:
    """The sign with which an item of a list begins, and where its words begin.

    Leading blanks are taken off before.
    """
    match = SIGNED_ITEM.match(text) or LETTERED_ITEM.match(text)
    if match is None or match.end() == len(text):
        return None
    return match["sign"], match.end()


def sign_kind(sign: str) -> str:
    """The kind of an item's sign, the same for all items of one list: `(b)` is `(a)`."""
    return "".join("a" if letter.isalpha() else letter for letter in sign if not letter.isdigit())


def ends_sentence(text: str) -> bool:
    """Whether a line's last sign ends a sentence, a clause before a list, or a bracket."""
    return text[-1:] in ENDINGS


def is_left_open(text: str) -> bool:
    """Whether a line's last word asks for another: `... the lamp,`, `... ferries and`."""
    if text[-1:] == ",":
        return True
    return text[text.rfind(" ") + 1 :].lower() in OPEN_WORDS
