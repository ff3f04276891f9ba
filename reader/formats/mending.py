"""What a file's way through other programs did to a telegram, and what stood there before.

The text stays as received: a repair is a Markup, read in place of what is there, and is listed
(TELEGRAM.md 1.0).
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.cable.model import Markup
from reader.cable.patterns import pattern
from reader.formats.limits import REPAIRS as MOST
from reader.formats.limits import REPAIRS_SENTENCE as TOO_MANY
from reader.formats.limits import REPAIRS_WAY_OUT as WAY_OUT
from reader.formats.overlaps import in_order
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Mended(NamedTuple):
    """What to read in place of damaged signs, and a sentence for each kind of damage."""

    markup: tuple[Markup, ...] = ()
    repairs: tuple[str, ...] = ()


class Repair(NamedTuple):
    """One kind of damage: where it may be, what stood there, and its name in the list."""

    signs: str
    """None of these in the text: nothing to repair."""
    find: Callable[[str], Iterator[Markup]]
    damage: str
    """What there may be too many of."""
    one: str
    many: str
    """What is said of a number of them."""


# An UTF-8 text that was read as Windows-1252: Â¶, â€™, Ã©
TWICE_ENCODED: Final = pattern(
    "[\xc2\xc3][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
    "|\xe2[\u20ac\u201a\u201e\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x81\x8d\x8f]"
    "[\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
TWICE_ENCODED_PILCROW: Final = "\xc2\xb6"

# �1. (C), �B. OSLO 12: what is left of a pilcrow before a number or letter.
LOST_PILCROW: Final = pattern(
    "^[ \t]{0,20}(\ufffd{1,3})(?=[ \t]?(?:[0-9]{1,3}|[A-Za-z])\\.)", re.MULTILINE
)

BLANK: Final = pattern("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
LINE_END: Final = pattern("[\x0b\x85\u2028\u2029]")
NOTHING: Final = pattern("[\x00\ufeff]|\x1a(?=\\s*\\Z)")


def mend(text: str) -> Mended:
    """Find the known kinds of damage in a text whose lines end in LF."""
    markup: list[Markup] = []
    repairs: list[str] = []
    covered: set[int] = set()
    for signs, find, damage, one, many in REPAIRS:
        if not any(sign in text for sign in signs):
            continue
        found = [each for each in islice(find(text), MOST + 1) if each.start not in covered]
        if len(found) > MOST:
            repairs.append(f"{tr(TOO_MANY, damage=tr(damage))}; {tr(WAY_OUT)}")
        elif found:
            markup += found
            covered.update(*(range(each.start, each.end) for each in found))
            repairs.append(tr_count(one, many, len(found)))
    repairs += [tr_count(one, many, text.count(sign)) for sign, one, many in NOTED if sign in text]
    return Mended(in_order(markup), tuple(repairs))


def twice_encoded(text: str) -> Iterator[Markup]:
    """UTF-8 that was taken for Windows-1252 and encoded again: all of the text, or no part of it.

    A text of which not all can be undone may hold such pairs of letters by right: then only the
    pilcrow is read, which has no other meaning.
    """
    undone = all(_undo(match.group()) for match in TWICE_ENCODED.finditer(text))
    rest = TWICE_ENCODED.sub("", text)
    whole = undone and rest.isascii() and ("\xc2" in text or "\xe2" in text)
    for match in TWICE_ENCODED.finditer(text):
        damaged = match.group()
        if whole or damaged == TWICE_ENCODED_PILCROW:
            yield Markup(match.start(), match.end(), _undo(damaged).replace("\xa0", " "))


def _undo(damaged: str) -> str:
    """The sign that was encoded twice; empty when there is none."""
    raw = b"".join(
        sign.encode("latin-1" if "\x7f" < sign < "\xa0" else "cp1252") for sign in damaged
    )
    return raw.decode("utf-8", errors="ignore")


def lost_pilcrows(text: str) -> Iterator[Markup]:
    """Signs that could not be decoded where only the mark of a paragraph can have stood."""
    for match in LOST_PILCROW.finditer(text):
        yield Markup(*match.span(1), "¶")


def blanks(text: str) -> Iterator[Markup]:
    """No-break spaces and the typographers' blanks, read as a blank each."""
    for match in BLANK.finditer(text):
        yield Markup(*match.span(), " ")


def line_ends(text: str) -> Iterator[Markup]:
    """Line ends of other systems and of word processors."""
    for match in LINE_END.finditer(text):
        yield Markup(*match.span(), "\n")


def nothings(text: str) -> Iterator[Markup]:
    """Zero bytes, byte order marks inside the text, and the end-of-file sign of old systems."""
    for match in NOTHING.finditer(text):
        yield Markup(*match.span(), "")


REPAIRS: Final = (
    Repair(
        "\xc2\xc3\xe2",
        twice_encoded,
        "signs encoded twice",
        "{count} sign encoded twice, read as it was (Â¶ is ¶)",
        "{count} signs encoded twice, read as they were (Â¶ is ¶)",
    ),
    Repair(
        "\ufffd",
        lost_pilcrows,
        "lost signs before a number or letter",
        "{count} lost sign before a number or letter read as ¶",
        "{count} lost signs before a number or letter read as ¶",
    ),
    Repair(
        "\xa0\u1680\u2002\u2003\u2007\u2009\u200a\u202f\u205f\u3000",
        blanks,
        "no-break or other blanks",
        "{count} no-break or other blank read as a plain one",
        "{count} no-break or other blanks read as plain ones",
    ),
    Repair(
        "\x0b\x85\u2028\u2029",
        line_ends,
        "other line ends",
        "{count} other line end read as a line end",
        "{count} other line ends read as line ends",
    ),
    Repair(
        "\x00\ufeff\x1a",
        nothings,
        "zero bytes or file marks",
        "{count} zero byte or file mark left out",
        "{count} zero bytes or file marks left out",
    ),
)

# Damage that is only told: its sign, and what is said of a number of them.
NOTED: Final = (
    (
        "\ufffd",
        "{count} sign lost before the file came here, shown as \ufffd",
        "{count} signs lost before the file came here, shown as \ufffd",
    ),
    ("\x0c", "{count} form feed taken as a page break", "{count} form feeds taken as page breaks"),
    ("¿¿¿", "{count} run of ¿ where signs were lost", "{count} runs of ¿ where signs were lost"),
)
