"""What the header shows: items in words, each with the name under which it is explained.

Nothing here knows of Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.desktop.panels.header.words import post_name, sent_words
from reader.records import Record
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from reader.cable.model import Cable, Header


class Item(Record):
    """A decoded part of the header: its words, and what it is."""

    words: str
    topic: str
    """What it is called by `reader.cable.explanations.topics`."""
    number: int = 0
    """Which one of several."""
    before: str = ""
    """What stands between it and the item before."""


def from_items(header: Header) -> tuple[Item, ...]:
    """Who wrote to whom: `Embassy Moscow → Secretary of State and 2 more`."""
    sender = post_name(header.originator) if header.originator else tr("Sender not given")
    items = [Item(sender, "originator")]
    if header.action:
        items.append(Item(post_name(header.action[0].name), "action", 0, " → "))
    others = len(header.action) - 1
    if others > 0:
        items.append(Item(tr("and {others} more", others=others), "others", 0, " "))
    return tuple(items)


def sending_items(cable: Cable, local: str = "") -> tuple[Item, ...]:
    """When, how urgent, how long, signed by whom; `local` is the hour at the station."""
    header = cable.header
    when = sent_words(header.sent) if header.sent else tr("Date not given")
    if local:
        when = f"{when} ({local})"
    items = [Item(when, "sent")]
    if header.precedence:
        urgency = " / ".join(tr(word.capitalize()) for word in header.precedence)
        items.append(Item(urgency, "precedence", 0, " · "))
    if header.section_count:
        words = tr_count("{count} section", "{count} sections", header.section_count)
        items.append(Item(words, "sections", 0, " · "))
    if cable.signature:
        words = tr("signed {names}", names=", ".join(cable.signature))
        items.append(Item(words, "signature", 0, " · "))
    return tuple(items)


def each_item(words: tuple[str, ...], topic: str) -> tuple[Item, ...]:
    """Words that are explained one by one: captions, TAGS."""
    return tuple(
        Item(word, topic, number, "  " if number else "") for number, word in enumerate(words)
    )
