"""What the words of a telegram mean: TAGS, stations, routing indicators, captions, acronyms.

The meanings are files of `resources/vocabulary`, one row a word with its source; each is read
when it is first asked for. What is not known has no row, and the answer is None.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from reader.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLES: Final = {
    "acronyms": ("acronym", "meaning"),
    "captions": ("caption", "meaning"),
    "embassies": ("station", "city"),
    "executive_orders": ("term", "meaning"),
    "offices": ("symbol", "meaning"),
    "operating_signals": ("signal", "meaning"),
    "portion_markings": ("marking", "meaning"),
    "precedences": ("precedence", "meaning"),
    "routing_indicators": ("routing_indicator", "name"),
    "station_zones": ("station", "zone"),
    "tags": ("tag", "meaning"),
}
"""The vocabulary's files, with the column that is looked up and the one that answers."""

LONGEST_ROUTING_INDICATOR: Final = 7
"""Letters; only indicators of this length come in runs."""


@cache
def table(name: str) -> Mapping[str, str]:
    """One file of the vocabulary, word to meaning; `name` is a key of TABLES."""
    word, meaning = TABLES[name]
    return {row[word]: row[meaning] for row in rows(name)}


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one file of the vocabulary, column to value."""
    import csv  # noqa: PLC0415 - only a cable whose words are explained needs it

    path = resource_path("vocabulary", f"{name}.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _words(name: str) -> frozenset[str]:
    """The first column of a file, in which no word has a comma: the meanings take longer."""
    lines = resource_path("vocabulary", f"{name}.csv").read_text(encoding="utf-8").splitlines()
    return frozenset(line.partition(",")[0] for line in lines[1:])


def stations() -> frozenset[str]:
    """The station names of reference ids, without blanks: MOSCOW, RIODEJANEIRO."""
    return _words("stations")


def known_tags() -> frozenset[str]:
    """The TAGS that have a meaning: PREL, UNSC, RS."""
    return _words("tags")


def initialisms() -> frozenset[str]:
    """Words that stay in capitals when a subject is set as a title: UNSCR, DPRK."""
    return _words("initialisms")


def acronym_meaning(acronym: str) -> str | None:
    """What an acronym or office symbol of the text stands for: MFA, S/CT, EUR/RUS."""
    return table("acronyms").get(acronym) or table("offices").get(acronym)


def tag_meaning(tag: str) -> str | None:
    """The traffic analysis subject, country, program or organization of a TAG (5 FAH-3)."""
    return table("tags").get(tag)


def routing_indicator_name(routing_indicator: str) -> str | None:
    """The plain-language address of a routing indicator: RUEHC is SECSTATE WASHDC."""
    name = table("routing_indicators").get(routing_indicator)
    if name is None and len(routing_indicator) == LONGEST_ROUTING_INDICATOR:
        for first, last, range_name in _routing_ranges():
            if first <= routing_indicator <= last:
                return range_name
    return name


@cache
def _routing_ranges() -> tuple[tuple[str, str, str], ...]:
    """The rows that name a run of routing indicators: RHFJAAA THRU RHFJAAZ."""
    return tuple(
        (first, last, name)
        for indicators, name in table("routing_indicators").items()
        for first, between, last in (indicators.partition(" THRU "),)
        if between
    )


def station_zone(station: str) -> str | None:
    """The IANA time zone of a station of reference ids: MOSCOW is in Europe/Moscow.

    The name alone; whether this computer has the zone's rules is for the caller to find out.
    """
    return table("station_zones").get(station)


def caption_meaning(caption: str) -> str | None:
    """What a distribution caption asks for; CODEL and REL TO are found by their first words."""
    meanings = table("captions")
    if caption in meanings:
        return meanings[caption]
    words = caption.split()
    return next(
        (
            meanings[head]
            for size in range(len(words) - 1, 0, -1)
            if (head := " ".join(words[:size])) in meanings
        ),
        None,
    )
