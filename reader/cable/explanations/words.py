"""What the value of a field says, by the vocabulary; nothing where that does not know it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.date_time_group import PRECEDENCES
from reader.cable.explanations.classifying import LEVELS, portion
from reader.cable.model import Classification
from reader.cable.vocabulary import caption_meaning, routing_indicator_name, table, tag_meaning
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable


def field_words(field: str, printed: str) -> list[str]:
    """The lines that tell what a value says; empty where its name tells all."""
    word = " ".join(printed.upper().split())
    rule = RULES.get(field)
    said = rule(word) if rule is not None else None
    if said is None and field in ASKED:
        said = tr("not known")
    return [f"{word}: {said}"] if said else []


def _precedence(word: str) -> str | None:
    name = PRECEDENCES.get(word[:1], word)
    meaning = table("precedences").get(name) or table("operating_signals").get(name)
    return f"{name}, {meaning}" if meaning else None


def _level(word: str) -> str | None:
    letters = word.replace(" ", "")
    for level in Classification:
        if letters in (level.value.replace(" ", ""), level.value[:6]):
            return tr(LEVELS[level])
    return None


def _marking(word: str) -> str | None:
    return "; ".join(portion(word.strip("()")).how_read)


def _term(word: str) -> str | None:
    terms = table("executive_orders")
    return terms.get(word) or terms.get(word.strip(".-"))


def _reason(word: str) -> str | None:
    letters = word.replace(" ", "").replace("(", "").replace(")", "").lower()
    return table("executive_orders").get(f"{letters[:3]}({letters[3:]})")


def _address(word: str) -> str | None:
    from reader.cable.explanations.addressing import address_words  # noqa: PLC0415

    return next(iter(address_words(word)), None)


RULES: Final[dict[str, Callable[[str], str | None]]] = {
    "routing": routing_indicator_name,
    "twice": _precedence,
    "prosign": _precedence,
    "urgency": _precedence,
    "signal": lambda word: table("operating_signals").get(word.rstrip("0123456789")),
    "end mark": lambda word: table("operating_signals").get(word),
    "office": lambda word: table("offices").get(word),
    "level": _level,
    "caption": caption_meaning,
    "order": _term,
    "term": _term,
    "tag": tag_meaning,
    "marking": _marking,
    "reason": _reason,
    "name": _address,
}
"""How the value of a field is looked up."""

ASKED: Final = frozenset({"routing", "signal", "caption", "tag", "reason"})
"""Fields of which it is said when the vocabulary does not know the value."""
