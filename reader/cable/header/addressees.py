"""The addressees of the TO and INFO lines, and the originator of the FM line (TELEGRAM.md 2.1)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from reader.cable.model import Addressee
from reader.cable.patterns import ANY_CASE, pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

# RUEHC/SECSTATE WASHDC, /NSC WASHDC, ZEN/AMEMBASSY OSLO, ZEN RUEHNY/AMEMBASSY OSLO
ROUTE: Final = pattern(
    r"(?:ZEN[ /]{1,2})?(?P<route>[RZU][A-Z]{3,7})?[ ]?/[ ]?(?=[A-Z])|ZEN[ ]?/[ ]?(?=[A-Z])"
)

# RUEHGV/USMISSION GENEVA 5279: a line that is an addressee wherever addressees are listed
ROUTED: Final = pattern(r"[RU][A-Z]{3,7}/[A-Z]")

# The words of precedence, and how they are misspelt.
PRECEDENCES: Final = {
    "FLASH": "FLASH",
    "IMMEDIATE": "IMMEDIATE", "IMMEDAITE": "IMMEDIATE", "IMMEDIAT": "IMMEDIATE",
    "IMMEDATE": "IMMEDIATE", "IMEDIATE": "IMMEDIATE", "IMMIDIATE": "IMMEDIATE",
    "PRIORITY": "PRIORITY", "PIORITY": "PRIORITY", "PRIORTY": "PRIORITY", "PRORITY": "PRIORITY",
    "PRIOROTY": "PRIORITY", "PRIORIY": "PRIORITY",
    "ROUTINE": "ROUTINE",
}  # fmt: skip

# What a number follows that is no message-continuity number: DET 1, UNIT 30.
NUMBERED: Final = frozenset({"DET", "UNIT", "GROUP", "BOX", "NO", "APO", "TF", "DIV", "BLDG"})

# Signs around an addressee that are none of it; /NSC WASHDC keeps its first one.
BETWEEN: Final = " \t,;."

# XMT AMEMBASSY SOFIA, XMT/AMEMBASSY SOFIA: posts of a collective that are left out
EXEMPT: Final = pattern(r"(?:^|[ \t])XMT(?=[ \t/]|$)[ \t/]*", ANY_CASE)

LONGEST_KEPT: Final = 100
"""Characters of an addressee that is kept for the next cable."""

# A line that goes on with addressees: it has a route, or names a post or an agency.
# RUEHGV/USMISSION GENEVA 5279, /NSC WASHDC, AMEMBASSY TUNIS IMMEDIATE
POST: Final = pattern(
    r"(?:ZEN[ /])?[RZU]?[A-Z]{0,7}[ ]?/[ ]?[A-Z]|AM(?:EMBASSY|CONSUL|CONGEN|EMB)"
    r"|US(?:MISSION|INT|LO|DEL)|SECSTATE|SECDEF|ALL[ ]|XMT"
)


def read_addressees(lines: Iterable[str]) -> tuple[Addressee, ...]:
    """One addressee a line; what follows XMT is left out of the collective before it."""
    addressees: list[Addressee] = []
    excluded: list[str] = []
    exempting = False
    for line in lines:
        text = line.strip(BETWEEN)
        exempt = EXEMPT.search(text) if "XMT" in text or "xmt" in text else None
        if exempt:
            _exclude(addressees, excluded)
            exempting = True
            before, after = text[: exempt.start()].strip(), text[exempt.end() :].strip()
            if before:
                addressees.append(_read_addressee(before))
            excluded += [name for name in (part.strip() for part in after.split(",")) if name]
        elif exempting and not ROUTE.match(text):
            excluded += [name for name in (part.strip() for part in text.split(",")) if name]
        elif text:
            if excluded:
                _exclude(addressees, excluded)
            exempting = False
            addressees.append(_read_addressee(text))
    _exclude(addressees, excluded)
    return tuple(addressees)


def may_be_addressee(text: str) -> bool:
    """Whether a line without the word TO or INFO looks like one more addressee."""
    return bool(POST.match(text.upper()))


def read_originator(value: str) -> str | None:
    """The sender on an FM line, without its routing indicator: AMEMBASSY MOSCOW."""
    route = ROUTE.match(value)
    name = " ".join((value[route.end() :] if route else value).split())
    return name or None


def _exclude(addressees: list[Addressee], excluded: list[str]) -> None:
    """Give the last addressee the posts that were exempted after it."""
    if excluded and addressees:
        addressees[-1] = addressees[-1]._replace(excluded=tuple(excluded))
    excluded.clear()


def _read_addressee(text: str) -> Addressee:
    """One addressee; those without a number are the same in cable after cable."""
    return _read_short(text) if len(text) < LONGEST_KEPT else _read_short.__wrapped__(text)


@lru_cache(maxsize=2048)
def _read_short(text: str) -> Addressee:
    route = ROUTE.match(text) if "/" in text else None
    words = (text[route.end() :] if route else text).split()
    precedence: str | None = None
    mcn = None
    while len(words) > 1:
        word = words[-1].strip(".,").upper()
        if word in PRECEDENCES and precedence is None:
            precedence = PRECEDENCES[word]
        elif word.isdigit() and len(word) <= 5 and mcn is None:
            if words[-2].upper() in NUMBERED:
                break
            mcn = word
        elif word == "NIACT" and precedence:
            precedence = f"NIACT {precedence}"
        else:
            break
        words.pop()
    return Addressee(
        routing_indicator=route["route"] if route else None,
        name=" ".join(words),
        precedence=precedence,
        mcn=mcn,
    )
