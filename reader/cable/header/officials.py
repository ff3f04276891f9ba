"""Names of officials apart from their titles, as Classified By lines give them (TELEGRAM.md 2.8).

`POLITICAL COUNSELOR ANN EXAMPLE`, `ANN EXAMPLE, POLITICAL COUNSELOR`, `EUR/RUS - ANN EXAMPLE`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from reader.cable.identifiers import is_one_slip
from reader.cable.patterns import pattern

# Words of titles and offices that are no part of a name.
TITLE_WORDS: Final = frozenset(
    {
        "A", "A.I", "ACTING", "AD", "ADCM", "ADM", "ADMIN", "ADMINISTRATION", "ADMINISTRATIVE",
        "ADMINISTRATOR", "ADMIRAL", "ADVISER", "ADVISOR", "ADVISORY", "AF", "AFFAIRE", "AFFAIRES",
        "AFFAIRS", "AFRICA", "AFRICAN", "AGENCY", "AGENT", "AGRIC", "AGRICULTURAL", "AGRICULTURE",
        "AI", "AID", "AIR", "AIT", "ALTERNATE", "AMB", "AMBASSADOR", "AMBASSADORS", "AMERICAN",
        "AMERICAS", "ANALYST", "AND", "ANTI", "ARMS", "ARMY", "ARSO", "ASIA", "ASIAN", "ASSESSMENT",
        "ASSISTANCE", "ASSISTANT", "ASSOCIATE", "ASST", "AT", "ATTACHE", "ATTACHÉ", "ATTORNEY",
        "AUTHORITY", "AVIATION", "BASED", "BG", "BILATERAL", "BIO", "BOARD", "BRANCH", "BRIGADIER",
        "BUREAU", "BUSINESS", "BY", "CA", "CABLE", "CAPT", "CAPTAIN", "CDA", "CENTER", "CENTRAL",
        "CG", "CHAIR", "CHAIRMAN", "CHARGE", "CHARGÉ", "CHIEF", "CIVIL", "CIVILIAN",
        "CLASSIFICATION", "CLASSIFIED", "COL", "COLONEL", "COM", "COMM", "COMMANDER", "COMMERCE",
        "COMMERCIAL", "COMMISSION", "COMMISSIONER", "COMMUNICATIONS", "COMMUNITY", "COMPLIANCE",
        "CONFLICT", "CONGEN", "CONOFF", "CONS", "CONSUL", "CONSULAR", "CONSULATE", "CONTROL",
        "COOPERATION", "COORD", "COORDINATOR", "COUNCILOR", "COUNS", "COUNSEL", "COUNSELLOR",
        "COUNSELOR", "COUNSELORS", "COUNSELOUR", "COUNTER", "COUNTERNARCOTICS",
        "COUNTERPROLIFERATION", "COUNTERTERRORISM", "COUNTRY", "CPAO", "CRISIS", "CT", "CULTURAL",
        "CUSTOMS", "D", "DAO", "DAS", "DATT", "DCM", "DEA", "DEFENSE", "DELEGATE", "DELEGATION",
        "DEMOCRACY", "DEP", "DEPARTMENT", "DEPT", "DEPUTY", "DESIGNATE", "DESK", "DETAINEE",
        "DEVELOPMENT", "DIPLOMATIC", "DIR", "DIRECTOR", "DISARMAMENT", "DIV", "DIVISION", "DOD",
        "DOMESTIC", "DOS", "DPAO", "DPO", "DR", "EAP", "EAST", "EASTERN", "ECOFF", "ECON",
        "ECONCHIEF", "ECONCOUNS", "ECONMIN", "ECONOFF", "ECONOMIC", "ECONOMICS", "ECONOMY",
        "ECONPOL", "ECONS", "ECOPOL", "ECPO", "EMBASSY", "EMIN", "EMINCOUNS", "EMINS", "ENERGY",
        "ENFORCEMENT", "ENVIRONMENT", "ENVIRONMENTAL", "ENVOY", "ESTH", "ESTHOFF", "EU", "EUR",
        "EUROPE", "EUROPEAN", "EXECUTIVE", "EXPORT", "EXTERNAL", "FACILITATOR", "FCS", "FINANCE",
        "FINANCIAL", "FINAT", "FINATT", "FISHERIES", "FOR", "FORCE", "FOREIGN", "FORMER", "FRAUD",
        "FROM", "FSO", "GEN", "GENERAL", "GLOBAL", "GOVERNANCE", "GOVERNMENT", "GROUP", "GSO",
        "GUIDE", "HEAD", "HEALTH", "HEMISPHERE", "HER", "HIS", "HOMELAND", "HRO", "HUMAN",
        "IMMIGRATION", "IMPLEMENTATION", "IN", "INFORMATION", "INITIATIVES", "INL", "INSPECTOR",
        "INTELLIGENCE", "INTERIM", "INTERNAL", "INTERNATIONAL", "INVESTIGATIONS", "INVESTIGATOR",
        "IO", "IPO", "IRM", "ISN", "ISSUES", "JOINT", "JUSTICE", "LABOR", "LARGE", "LAW", "LEADER",
        "LEGAL", "LEGAT", "LEGATT", "LEGISLATIVE", "LIAISON", "LOGISTICS", "LT", "LTC", "LTCOL",
        "MAJ", "MAJOR", "MANAGEMENT", "MANAGER", "MARITIME", "MATTERS", "MC", "MEMBER", "MESSAGE",
        "MG", "MIDDLE", "MIGRATION", "MIL", "MILITARY", "MIN", "MINISTER", "MISSION", "MLO",
        "MONITORING", "MR", "MRS", "MS", "MULTILATERAL", "NARCOTICS", "NAS", "NATIONAL", "NATIONS",
        "NAVAL", "NAVY", "NEA", "NEAR", "NEGOTIATOR", "NONPROLIFERATION", "NORTH", "NORTHERN",
        "NUCLEAR", "OBSERVER", "OCEANS", "ODC", "OF", "OFF", "OFFICE", "OFFICER", "OFFICES", "OIC",
        "ON", "OPERATIONS", "ORA", "ORGANIZATION", "ORGANIZATIONS", "ORIGINAL", "OTHER", "PACIFIC",
        "PAO", "PARTNERSHIP", "PDAS", "PEACEKEEPING", "PERM", "PERMANENT", "PERMREP", "PLANNING",
        "PM", "PMIN", "PO", "POL", "POLAD", "POLCHIEF", "POLCOUNS", "POLECON", "POLICY",
        "POLITICAL", "POLMIL", "POLMILOFF", "POLMIN", "POLOFF", "POPULATION", "POST", "PRESS",
        "PREVENTION", "PRINCIPAL", "PROGRAM", "PROGRAMS", "PROLIFERATION", "PROTECTION",
        "PROVINCIAL", "PRT", "PUBLIC", "RECONSTRUCTION", "REFUGEE", "REFUGEES", "REGION",
        "REGIONAL", "RELATIONS", "REP", "REPRESENTATIVE", "REPRESENTATIVES", "RESEARCH", "RESOURCE",
        "REVIEW", "RIGHTS", "RSO", "RULE", "SANCTIONS", "SAO", "SCA", "SCIENCE", "SCIENTIFIC",
        "SCO", "SEC", "SECRETARIAT", "SECRETARY", "SECTION", "SECURITY", "SENIOR", "SERVICES",
        "SOC", "SOUTH", "SOUTHERN", "SPECIAL", "SPECIALIST", "STAFF", "STATE", "STATES",
        "STRATEGIC", "SUB", "SUB-NATIONAL", "TEAM", "TECHNICAL", "TECHNOLOGY", "TELECOMMUNICATIONS",
        "TERRORISM", "TERRORIST", "THE", "THIS", "THREAT", "THROUGH", "TITLE", "TO", "TRADE",
        "TRANSNATIONAL", "TRANSPORTATION", "TREASURY", "TREATY", "UN", "UNDER", "UNDERSECRETARY",
        "UNIT", "UNITED", "US", "USAID", "USDEL", "USEU", "USINT", "USNATO", "USTR", "USUN", "VC",
        "VERIFICATION", "VICE", "VISA", "WEAPONS", "WEST", "WESTERN", "WHA", "WITH", "WOMEN",
    }
)  # fmt: skip

# Titles that are also surnames, where the word before them is no title: J. KEITH WEST
SURNAMES: Final = frozenset(
    {"BRANCH", "CHAIR", "CONS", "EAST", "HEAD", "LARGE", "LAW", "MAJOR", "NORTH", "POST", "RULE",
     "SOUTH", "STAFF", "WEST"}
)  # fmt: skip

# A misspelt title is one slip away from one of these: AMBASSADRO, REPRESENATIVE.
LONG_TITLES: Final = tuple(sorted(word for word in TITLE_WORDS if len(word) >= 7))

# What belongs to the name before it, after a comma too.
SUFFIXES: Final = frozenset({"JR", "SR", "II", "III", "IV"})

# Small words within a name: van der Berg, de la Cruz.
PARTICLES: Final = frozenset(
    {"van", "von", "der", "den", "de", "la", "le", "du", "di", "da", "del", "el", "al", "bin", "y"}
)

# Words after which a region or a subject stands, before the name.
PREPOSITIONS: Final = frozenset({"FOR", "OF", "THE"})

# An abbreviation before a name has none of them: MGT JANE EXAMPLE.
VOWELS: Final = frozenset("AEIOUY")

# Where a statement about a person is divided: `Name, Title`, `EUR/RUS - Name`, `Title: Name`.
DIVISIONS: Final = pattern(r"[,;:]|[ ]-{1,2}[ ]|--")

LONGEST_STATEMENT: Final = 400


def find_name(statement: str) -> str | None:
    """The one name in a statement that gives a name and titles, in either order; None for none."""
    if statement.islower():
        name = find_name(statement.upper())
        return name.lower() if name else None
    segments = [part.split() for part in DIVISIONS.split(statement[:LONGEST_STATEMENT])]
    capitals = statement.isupper()
    for place, words in enumerate(segments):
        name = _name(words, capitals=capitals)
        if name:
            following = segments[place + 1] if place + 1 < len(segments) else []
            suffix = following[0] if following else ""
            if len(following) <= 3 and suffix.strip(".").upper() in SUFFIXES:
                name = f"{name}, {suffix}"
            return _without_last_point(name)
    return None


def _without_last_point(name: str) -> str:
    """The name without the point that ends its sentence; `Jr.` keeps its own."""
    words = name.rpartition(" ")[2]
    return name if words.upper() in ("JR.", "SR.") else name.rstrip(".")


def _name(words: list[str], *, capitals: bool) -> str | None:
    """The words of a segment after its last title."""
    words = list(words)
    while words and words[-1].islower():
        words.pop()
    titles = [_is_title(word, capitals=capitals) for word in words]
    if len(words) > 1 and titles[-1] and not titles[-2] and _core(words[-1]) in SURNAMES:
        titles[-1] = False
    start = len(titles) - titles[::-1].index(True) if True in titles else 0
    name = words[start:]
    if not name and titles and not titles[0]:
        name = words[: titles.index(True)]
    if len(name) > 2 and start and _core(words[start - 1]) in PREPOSITIONS:
        name = name[-3:] if len(name[-2].strip(".")) == 1 else name[-2:]
    while len(name) > 2 and VOWELS.isdisjoint(core := _core(name[0])) and len(core) > 1:
        name = name[1:]
    if not name or not any(len(_core(word)) > 1 for word in name):
        return None
    return " ".join(name).strip("\"'()- ")


def _core(word: str) -> str:
    """A word in capitals, without the signs around it; a zero in it is the letter O."""
    return word.strip(".,:;()[]'’\"“”").upper().replace("0", "O")


def _is_title(word: str, *, capitals: bool) -> bool:
    core = _core(word)
    if not core or word[0] == "(" or any("1" <= sign <= "9" for sign in core):
        return True
    if word.islower() and word not in PARTICLES:
        return True
    if len(core) == 1:
        return word.isupper() and not word.endswith(".") and core in "TSEPMDL" and not capitals
    if core.strip(".") in SUFFIXES:
        return False
    if not capitals and word.isupper() and word.isalpha() and len(word) <= 4:
        return True
    return _is_title_word(core)


@lru_cache(maxsize=1024)
def _is_title_word(core: str) -> bool:
    """Whether a word in capitals is one of a title: MINISTER-COUNSELOR, EUR/RUS, D'AFFAIRES."""
    if core in TITLE_WORDS or "/" in core or "&" in core:
        return True
    parts = [part for part in re.split(r"[-'’.]", core) if part]
    if len(parts) > 1:
        return any(part in TITLE_WORDS and len(part) > 1 for part in parts) or (
            len(parts[-1]) > 3 and _is_title_word(parts[-1])
        )
    return len(core) >= 6 and any(
        abs(len(title) - len(core)) <= 1 and is_one_slip(title, core) for title in LONG_TITLES
    )
