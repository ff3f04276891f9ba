"""The addressees of a cable, and how it was sent, as the rows of a list.

Nothing here knows of Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.explanations.topics import explain
from reader.cable.vocabulary import routing_indicator_name
from reader.desktop.models.entries import Entry
from reader.desktop.panels.header.words import addressee_words, post_name
from reader.translation import tr

if TYPE_CHECKING:
    from reader.cable.model import Addressee, Cable

Row = tuple[str, int]
"""The topic and the number under which an item is explained; no topic for a title."""

TRANSPORT: Final = ("transmission", "routing", "station", "security", "passing")
"""What else stands above the text of a telegram, in its order."""


def addressee_rows(cable: Cable) -> tuple[list[Row], list[Entry]]:
    """Every addressee with its routing indicator by name, then the lines for the relays."""
    header = cable.header
    everyone = [("action", number, each) for number, each in enumerate(header.action)]
    everyone += [("info", number, each) for number, each in enumerate(header.info)]
    rows: list[Row] = [(topic, number) for topic, number, _ in everyone]
    entries = [_addressee(topic, each) for topic, _, each in everyone]
    lines = [(topic, explain(cable, topic)) for topic in TRANSPORT]
    lines = [(topic, each) for topic, each in lines if len(each.how_read) > 1]
    if lines:
        rows.append(("", 0))
        entries.append(Entry(tr("How it was sent"), is_strong=True))
    for topic, explanation in lines:
        first, *rest = explanation.how_read
        rows.append((topic, 0))
        entries.append(Entry(explanation.title, details=(first, " · ".join(rest))))
    return rows, entries


def _addressee(topic: str, addressee: Addressee) -> Entry:
    lead = tr("To") if topic == "action" else tr("Info")
    details = addressee_words(addressee)
    sign = addressee.routing_indicator
    if sign:
        name = routing_indicator_name(sign)
        known = tr("routing indicator of {name}", name=name) if name else tr("not in the list")
        details = (*details, f"{sign}: {known}")
    return Entry(
        post_name(addressee.name),
        lead=lead,
        details=details,
        spoken=", ".join((lead, addressee.name, *details)),
    )
