"""Who sent a cable and to whom, as citations name them: posts, the Department, other offices."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.cable.identifiers import fold_station, parse_reference_id
from reader.cable.patterns import ANY_CASE, pattern
from reader.cable.vocabulary import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.cable.model import Cable

# AMEMBASSY MOSCOW, AMCONSUL SAO PAULO, USMISSION GENEVA, USOFFICE PRISTINA, USINT HAVANA
POST: Final = pattern(
    r"(?P<kind>AMEMBASSY|AMEMB|EMBASSY|AMCONGEN|AMCONSULATE|AMCONSUL|CONSULATE|USMISSION|USOFFICE"
    r"|USINT|USLO)[ \t]+(?P<place>[A-Z][A-Z .'-]{1,40})",
    ANY_CASE,
)
KINDS: Final = {
    "AMEMBASSY": "Embassy", "AMEMB": "Embassy", "EMBASSY": "Embassy",
    "AMCONGEN": "Consulate General", "AMCONSULATE": "Consulate", "AMCONSUL": "Consulate",
    "CONSULATE": "Consulate", "USMISSION": "Mission", "USOFFICE": "Office",
    "USINT": "Interests Section", "USLO": "Liaison Office",
}  # fmt: skip

# Offices in Washington, by the beginning of their address.
OFFICES: Final = (
    ("SECSTATE", "Department of State"),
    ("DEPT OF STATE", "Department of State"),
    ("SECDEF", "Department of Defense"),
    ("NSC", "National Security Council"),
    ("WHITE HOUSE", "White House"),
    ("WHITEHOUSE", "White House"),
)

# Missions to an organization, by words of their address: USMISSION USNATO, USEU BRUSSELS
MISSIONS: Final = (
    ("USUN", "the United Nations"),
    ("USNATO", "the North Atlantic Treaty Organization"),
    ("USEU", "the European Union"),
    ("UNESCO", "the United Nations Educational, Scientific and Cultural Organization"),
    ("USOSCE", "the Organization for Security and Cooperation in Europe"),
)

SMALL_WORDS: Final = frozenset({"au", "de", "do", "es", "of"})


class Correspondent(NamedTuple):
    """A sender or addressee: what sort of office it is, and where."""

    kind: str
    """Embassy, Consulate, Mission...; Department for an office in Washington; empty for others."""
    place: str
    """The city of a post; the whole name of any other office."""
    country: str = ""
    """Of an embassy, with its article: the Netherlands."""
    organization: str = ""
    """To which a mission is accredited."""

    def name(self, prefix: str = "US ") -> str:
        """US Embassy Moscow, US Department of State, CIS COLLECTIVE."""
        if not self.kind:
            return self.place
        if self.kind == "Department":
            return self.place if self.place == "White House" else prefix + self.place
        if self.organization:
            return f"{prefix}{self.kind} to {self.organization}"
        return f"{prefix}{self.kind} {self.place}"

    def seat(self) -> str:
        """As Foreign Relations of the United States has it: the Embassy in Russia."""
        if not self.kind:
            return self.place
        if self.kind == "Department":
            return f"the {self.place}"
        if self.organization:
            return f"the {self.kind} to {self.organization}"
        return f"the {self.kind} in {self.country or self.place}"


def sender(cable: Cable) -> Correspondent | None:
    """Who sent a cable, by its FM line or else by its id; None where neither says."""
    year = cable.header.sent.year if cable.header.sent else None
    if cable.header.originator:
        return correspondent(cable.header.originator, year)
    found = parse_reference_id(cable.canonical_id or "")
    if found is None:
        return None
    if found.station == "STATE":
        return Correspondent("Department", "Department of State")
    row = _embassies().get(found.station)
    if row is None:
        return None
    return Correspondent("Embassy", row["city"], _country(row, year or found.year))


def addressee(cable: Cable) -> Correspondent | None:
    """To whom a cable went first of all, by its TO lines; None where there is none."""
    year = cable.header.sent.year if cable.header.sent else None
    action = cable.header.action
    return correspondent(action[0].name, year) if action else None


def correspondent(address: str, year: int | None = None) -> Correspondent:
    """An address in words; what is of no known sort stays as it is printed.

    `year` decides between a country's names: Moscow was in the Soviet Union until 1991.
    """
    printed = " ".join(address.split())
    plain = printed.upper()
    for beginning, name in OFFICES:
        if re.match(rf"{beginning}\b", plain):
            return Correspondent("Department", name)
    for word, organization in MISSIONS:
        if re.search(rf"\b{word}\b", plain):
            return Correspondent("Mission", printed, organization=organization)
    match = POST.fullmatch(printed)
    if match is None:
        return Correspondent("", printed)
    kind = KINDS[match["kind"].upper()]
    row = _embassies().get(fold_station(match["place"]))
    city = row["city"] if row else city_name(match["place"])
    country = _country(row, year) if row and kind == "Embassy" else ""
    return Correspondent(kind, city, country)


def city_name(printed: str) -> str:
    """A city in capitals, set as a name: SAO PAULO is Sao Paulo."""
    words = printed.lower().split()
    return " ".join(
        word if place and word in SMALL_WORDS else word.capitalize()
        for place, word in enumerate(words)
    )


@cache
def _embassies() -> Mapping[str, Mapping[str, str]]:
    return {row["station"]: row for row in rows("embassies")}


def _country(row: Mapping[str, str], year: int | None) -> str:
    is_former = year is not None and row["until"] and year <= int(row["until"])
    return row["former"] if is_former else row["country"]
