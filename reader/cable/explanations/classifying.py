"""How a cable is protected: classification, captions, the order, portion markings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.cable.explanations.explanation import (
    Explanation,
    as_printed,
    day_in_words,
    file_says,
    find_in,
    place_of,
)
from reader.cable.model import Classification, Role
from reader.cable.vocabulary import caption_meaning, table
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.cable.model import Cable

LEVELS: Final = {
    Classification.UNCLASSIFIED: "Not classified; captions may protect it all the same.",
    Classification.LIMITED_OFFICIAL_USE: (
        "An administrative marking below CONFIDENTIAL, in use until 1995."
    ),
    Classification.CONFIDENTIAL: (
        "The lowest of three levels: disclosure could be expected to damage national security."
    ),
    Classification.SECRET: (
        "The middle of three levels: disclosure could be expected to do serious damage to "
        "national security."
    ),
    Classification.TOP_SECRET: (
        "The highest of three levels: disclosure could be expected to do exceptionally grave "
        "damage to national security."
    ),
}
"""The levels as the executive orders define them."""

# 1.4 (b), 1.5(d), 1.4 b
REASON: Final = re.compile(r"(1\.[45])[ (]{0,3}[a-hA-H]", re.ASCII)
YEAR_OF_1_4: Final = 2003
"""Since the order was amended, its section 1.4 has the reasons."""
# DECL, X1, 25X1-human, N/A: what may be a term of the vocabulary
TERM: Final = re.compile(r"[A-Za-z0-9/.-]{1,20}")
# S/NF, C//REL TO USA, SECRET-ENTIRE TEXT
PARTS_OF_MARKING: Final = re.compile(r"[/ ,-]+")


def classification(cable: Cable, _number: int = 0) -> Explanation:
    """The level, the line it was read from, who decided it and why."""
    header = cable.header
    level = header.classification
    title = tr("Classification")
    meaning = tr(LEVELS[level]) if level is not None else ""
    lines = [as_printed(header.classified_as)] if header.classified_as else []
    claimed = cable.telegram.envelope.classification
    if "classification" in cable.claimed and claimed:
        lines += file_says(cable, "classification", claimed)
    elif level is None:
        lines.append(tr("The telegram has no classification line."))
    elif claimed and level.value != claimed.upper().split("//")[0].strip():
        lines.append(tr("The file says otherwise: {claim}", claim=claimed))
    if header.classified_by:
        lines.append(tr("Classified by {names}", names=", ".join(header.classified_by)))
    lines += _reasons(cable)
    return Explanation(title, meaning, tuple(lines), place_of(cable, Role.CLASSIFICATION))


def _reasons(cable: Cable) -> list[str]:
    """The reasons by their letters: of section 1.4 of the order, in cables before 2003 of 1.5."""
    orders = table("executive_orders")
    statement = cable.spans_of(Role.CLASSIFIED_BY)
    printed = cable.text[statement[0].start : statement[-1].end] if statement else ""
    stated = REASON.search(printed)
    sent = cable.header.sent
    usual = "1.5" if sent is not None and sent.year < YEAR_OF_1_4 else "1.4"
    section = stated[1] if stated else usual
    lines = []
    for reason in cable.header.reasons:
        letter = reason.strip(" ()").lower()[-1:]
        known = orders.get(f"{section}({letter})")
        lines.append(f"{section} ({letter}): {known or tr('not known')}")
    return lines


def caption(cable: Cable, number: int = 0) -> Explanation:
    """One of the captions that limit who may read a cable."""
    captions = cable.header.captions
    meaning = tr("A caption limits or directs the distribution of a telegram.")
    if number >= len(captions):
        return Explanation(tr("Caption"), meaning, (tr("This telegram has none."),))
    word = captions[number]
    known = caption_meaning(word) or tr("not in the list of captions")
    span = place_of(cable, Role.CAPTION)
    for place in cable.spans_of(Role.CAPTION):
        if word in cable.text[slice(*place)].upper():
            span = find_in(cable, place, word)
            break
    return Explanation(tr("Caption"), meaning, (f"{word}: {known}",), span)


def executive_order(cable: Cable, _number: int = 0) -> Explanation:
    """The order by which a cable is classified, and until when."""
    title = tr("Executive order")
    meaning = tr("The President's order on classification that holds, and how long it holds.")
    order = cable.header.executive_order
    if order is None:
        return Explanation(title, meaning, (tr("This telegram has no E.O. line."),))
    span = place_of(cable, Role.EXECUTIVE_ORDER)
    lines = [as_printed(cable.text[slice(*span)] or f"E.O. {order.number or ''}: {order.text}")]
    terms = table("executive_orders")
    if order.number:
        known = terms.get(order.number) or tr("not in the list of orders")
        lines.append(f"{order.number}: {known}")
    if order.declassify_on:
        words = tr("To be declassified on {day}.", day=day_in_words(order.declassify_on))
        lines.append(words)
    lines += [f"{word}: {terms[word]}" for word in _terms_in(order.text, terms)]
    if not order.declassify_on and order.text.upper().startswith("DECL") and len(lines) < 4:
        lines.append(tr("No date, but an event or an exemption: {words}", words=order.text))
    return Explanation(title, meaning, tuple(lines), span)


def _terms_in(text: str, terms: Mapping[str, str]) -> list[str]:
    """The terms of the vocabulary that stand in the rest of an E.O. line, in order, once each."""
    words = (word.strip(".-") for word in TERM.findall(text))
    return [word for word in dict.fromkeys(words) if word in terms]


def portion(marking: str) -> Explanation:
    """A portion marking, part by part: S/NF is secret, not releasable to foreign nationals."""
    known = table("portion_markings")
    captions = table("captions")
    parts = [part for part in PARTS_OF_MARKING.split(marking.upper()) if part]
    lines = [
        f"{part}: {known.get(part) or captions.get(part) or tr('not known')}" for part in parts
    ]
    return Explanation(
        tr("Portion marking"), tr("How this paragraph alone is classified."), tuple(lines)
    )
