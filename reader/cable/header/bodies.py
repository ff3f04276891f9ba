"""Where a body begins: lines that are no part of any header."""

from __future__ import annotations

from typing import Final

from reader.cable.patterns import pattern

# ¶1. (U), 1. (SBU), 1.(SBU), 12), ¶ alone; not "1.4 (b)", the reason for classification
PARAGRAPH_START: Final = pattern(r"¶[:+=~]|¶[ \t]*(?:\d{1,3}[ \t]?[.)(]|$)|\d{1,3}[ \t]?[.)](?!\d)")

# (SBU) On January 5, (C/NF) Summary: an unnumbered paragraph with its marking
MARKED_TEXT: Final = pattern(
    r"\([ ]?(?:U|C|S|TS|SBU|LOU|FOUO)(?:[ ]?[/-]{1,2}[ ]?(?:NF|NOFORN|REL[^()]{0,30}))?[ ]?\)[ \t]"
)

RULE_SIGNS: Final = "-*=_. \t"

# Words with which a body opens, also where no blank line stands before it.
OPENING_WORDS: Final = (
    "SUMMARY", "BEGIN SUMMARY", "INTRODUCTION", "SENSITIVE BUT", "KEY POINTS", "ACTION REQUEST",
    "(SENSITIVE BUT", "THIS MESSAGE IS", "THIS CABLE IS", "THIS IS AN ACTION", "COMMENT:",
)  # fmt: skip


def is_rule(text: str) -> bool:
    """Whether a line has nothing but three or more rule signs: -----, * * * *, =====."""
    return len(text) > 2 and text[0] in "-*=_." and not text.strip(RULE_SIGNS)


def begins_body(text: str) -> bool:
    """Whether a line without leading blanks opens the body: a numbered paragraph or a rule."""
    first = text[:1]
    if first.isdigit() or first == "¶":
        return PARAGRAPH_START.match(text) is not None
    return is_rule(text)


def opens_with_words(text: str) -> bool:
    """Whether a line opens with a marking or with words that only a body begins with."""
    return text.upper().startswith(OPENING_WORDS) or (
        text[0] == "(" and MARKED_TEXT.match(text) is not None
    )
