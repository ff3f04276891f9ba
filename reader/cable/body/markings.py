"""The signs with which a paragraph begins: its printed number and its portion marking (2.9)."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from reader.cable.patterns import pattern
from reader.records import Record

LONGEST_MARKING: Final = 40
"""Characters between the brackets of a portion marking: SBU/REL TO USA, AUS, CAN, GBR, NZL."""

LONGEST_YEAR: Final = 999
"""No paragraph has a higher number; a sign put before a higher one has cut a sentence."""

# What a portion marking begins with, in capitals.
BASES: Final = frozenset(
    {
        "U", "C", "S", "TS", "SBU", "LOU", "FOUO", "OUO", "LES", "NF", "CNF", "SNF", "SF", "N",
        "UNCLAS", "UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "SENSITIVE", "LIMITED",
    }
)  # fmt: skip

# What may follow: NF, NOFORN, REL NATO, FOUO, ENTIRE TEXT, OFFICIAL USE.
QUALIFIERS: Final = frozenset(
    {
        "NF", "NOFORN", "FORN", "SF", "N", "F", "NOF", "FOUO", "SBU", "LES", "SI", "TK", "OC",
        "ORCON", "FGI", "MOD", "PR", "PROPIN", "NOCONTRACT", "EXDIS", "NODIS", "STADIS", "LIMDIS",
        "ENTIRE", "TEXT", "BUT", "UNCLASSIFIED", "UNCLAS", "OFFICIAL", "USE", "SECRET", "ONLY",
    }
)  # fmt: skip

# S/REL NATO, C-NF, C - ENTIRE TEXT
BETWEEN_WORDS: Final = pattern(r"[ \t/,\u2013-]+")
AROUND_SLASH: Final = pattern(r"[ \t]{0,3}(/{1,2})[ \t]{0,3}")

# ¶3. | ¶ 3) | ¶3 (C) | ¶2007. | ¶3.The ferry; not ¶1.4 (b)
SIGNED_NUMBER: Final = pattern(
    r"[ \t]{0,40}¶[ \t]{0,3}(?P<number>\d{1,4})(?:[ \t]?(?P<stop>[.)])(?!\d)|(?=[ \t(]))[ \t]*"
)
# 3. | 3 . | 3) | 3.(C) | 12. alone; not 3.The, not 1.4 (b), not 2007.
PLAIN_NUMBER: Final = pattern(
    r"[ \t]{0,40}(?P<number>\d{1,3})[ \t]?(?P<stop>[.)])(?:(?P<blank>[ \t]+)|(?=[(\u00a9])|$)"
)


# ¶3. (C) The museum | 3. (SBU) The museum | 3. The museum: what nearly all of them look like
COMMON_MARK: Final = pattern(
    r"(?P<sign>¶?)(?P<number>\d{1,3})\. "
    r"(?:\((?P<marking>U|C|S|SBU|C/NF|S/NF|S//NF|C//NF)\) )?(?=\w)"
)


NEW: Final = tuple.__new__
"""Makes a named tuple without its own __new__, in half the time; for the commonest marks."""


class Mark(Record):
    """The beginning of a paragraph as it is printed."""

    number: int | None
    marking: str | None
    offset: int
    """Where the paragraph's words begin, characters into the line."""
    is_signed: bool = False
    """Whether the sign ¶ stands before the number."""
    stop: str = "."
    """What follows the number, a full stop or a bracket."""
    is_tight: bool = False
    """Whether the portion marking follows without a blank: `3.(C)`."""


@lru_cache(maxsize=512)
def portion_marking(words: str) -> str | None:
    """A portion marking from what stands between brackets, or None when it is none.

    In capitals, without the blanks around it and around its slashes: ` c ` is C, `s / nf` S/NF.
    """
    upper = " ".join(words.upper().split())
    parts = [part for part in BETWEEN_WORDS.split(upper) if part]
    if not parts or parts[0] not in BASES or len(parts) > 12:
        return None
    if len(parts) == 1:
        return upper if upper == parts[0] and upper not in ("N", "NF", "SF") else None
    if parts[0] == "N" and parts[1] != "SF":
        return None
    place = parts.index("REL") if "REL" in parts else len(parts)
    if any(part not in QUALIFIERS for part in parts[1:place]):
        return None
    if any(not part.isalpha() or len(part) > 5 for part in parts[place + 1 :]):
        return None
    return AROUND_SLASH.sub(r"\1", upper)


def read_marking(text: str, place: int) -> tuple[str | None, int]:
    """The portion marking at a place in a line, and where the words after it begin."""
    sign = text[place : place + 1]
    if sign == "(":
        close = text.find(")", place, place + LONGEST_MARKING + 2)
        if close < 0:
            return None, place
        marking = portion_marking(text[place + 1 : close])
        if marking is None:
            return None, place
        end = close + 1
    elif sign == "\u00a9":
        # A word processor's idea of (C).
        marking, end = "C", place + 1
    else:
        return None, place
    size = len(text)
    # (C - ENTIRE TEXT). The full stop closes the marking, not a sentence.
    if text[end : end + 1] == "." and (end + 1 == size or text[end + 1] in " \t"):
        end += 1
    while end < size and text[end] in " \t":
        end += 1
    return marking, end


def signed_mark(text: str) -> Mark | None:
    """Read a line that begins with ¶ as the beginning of a paragraph: `¶3. (C) The museum`."""
    match = COMMON_MARK.match(text)
    if match is not None:
        _, number, marking = match.groups()
        return NEW(Mark, (int(number), marking, match.end(), True, ".", False))
    match = SIGNED_NUMBER.match(text)
    if match is None:
        return None
    marking, offset = read_marking(text, match.end())
    return Mark(int(match["number"]), marking, offset, is_signed=True, stop=match["stop"] or ".")


def plain_mark(text: str) -> Mark | None:
    """Read a line that begins with a digit as the beginning of a paragraph: `3. (C) The museum`.

    Whether it is one depends on the numbers before it: it may be an item of a list.
    """
    match = COMMON_MARK.match(text)
    if match is not None:
        _, number, marking = match.groups()
        return NEW(Mark, (int(number), marking, match.end(), False, ".", False))
    match = PLAIN_NUMBER.match(text)
    if match is None:
        return None
    marking, offset = read_marking(text, match.end())
    is_tight = match["blank"] is None and offset < len(text)
    if is_tight and marking is None:
        return None
    return Mark(int(match["number"]), marking, offset, stop=match["stop"], is_tight=is_tight)


def bracket_mark(text: str) -> Mark | None:
    """Read a line that begins with a bracket: `(SBU) On May 5`, `(C) 4. The museum`, `(C) ¶4.`."""
    place = len(text) - len(text.lstrip())
    marking, offset = read_marking(text, place)
    if marking is None or (text[place] == "(" and not text[place:offset].isupper()):
        return None
    rest = text[offset:]
    numbered = signed_mark(rest) if rest[:1] == "¶" else plain_mark(rest)
    if numbered is not None and numbered.marking is None:
        return numbered._replace(marking=marking, offset=offset + numbered.offset)
    return Mark(None, marking, offset)
