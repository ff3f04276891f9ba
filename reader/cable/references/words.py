"""The words of a REF field that are no names: between a station and its serial, and after it."""

from __future__ import annotations

from typing import Final

# Words between a station and its serial: MOSCOW NO. 501, OSLO TELEGRAM 12
FILLERS: Final = frozenset({"NO", "NR", "NUMBER", "CABLE", "CABLES", "TELEGRAM", "TEL", "REFTEL"})

# Offices at a post that number their own telegrams: USDAO PARIS 12 is not the embassy's.
OFFICES_AT_POSTS: Final = frozenset({"USDAO", "DAO", "DEA", "LEGATT", "RSO", "HOTR"})

# What a number follows that is no sender: UNSCR 1540, PUBLIC LAW 107, JULY 15, ARTICLE 41
NOT_SENDERS: Final = frozenset(
    {
        "ACT", "AGREEMENT", "AIRGRAM", "ANNEX", "ARTICLE", "CASE", "CHAPTER", "CIRCULAR",
        "CONVENTION", "DECISION", "DECREE", "DOCUMENT", "EXP", "FAH", "FAM", "FBIS", "FY", "IIR",
        "LAW", "LIC", "LICENSE", "LICENCE", "NOTE", "NSC", "OSC", "PAGE", "PARA", "PARAGRAPH",
        "PARAS", "PART", "PL", "POINTS", "PUBLIC", "RES", "RESOLUTION", "ROOM", "SECTION", "TD",
        "TDX", "TITLE", "TREATY", "UN", "UNGA", "UNGAR", "UNSC", "UNSCR", "UNSCRS", "USC",
        "VERSION", "VOLUME", "E", "EMAIL", "MAIL", "EMAILS", "MAILS", "MEMO", "FAX", "LETTER",
        "REPORT", "TELCON", "MEETING", "SPOT", "AND", "OF", "ON", "FROM", "THE", "FOR", "CA", "A",
    }
)  # fmt: skip

MONTHS: Final = frozenset(
    {
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "SEPT", "OCT", "NOV",
        "DEC", "JANUARY", "FEBRUARY", "MARCH", "APRIL", "JUNE", "JULY", "AUGUST", "SEPTEMBER",
        "OCTOBER", "NOVEMBER", "DECEMBER",
    }
)  # fmt: skip

# What is said of a cited cable: MOSCOW 501 (NOTAL), STATE 12 EXDIS, OSLO 3 (S/NF)
QUALIFIERS: Final = frozenset(
    {
        "NOTAL", "EXDIS", "NODIS", "LIMDIS", "STADIS", "NOFORN", "SIPDIS", "SENSITIVE", "SBU",
        "PASEP", "SEPTEL", "U", "C", "S", "TS", "UNCLAS", "UNCLASSIFIED", "CONFIDENTIAL",
        "SECRET", "LOU", "FOUO", "NF", "ORCON", "SERIES", "ROGER", "CHANNEL",
    }
)  # fmt: skip
MARKINGS: Final = frozenset({"U", "C", "S", "TS", "SBU", "NF", "LOU", "FOUO", "ORCON"})
# What may stand before a sender and is not of its name: UNCLAS OSLO 12, SEE ALSO LIMA 5
BEFORE_SENDERS: Final = frozenset(
    {"UNCLAS", "UNCLASS", "UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "LOU", "SEE", "ALSO", "CF"}
)
# AND PREVIOUS, AND SUBSEQUENT, ET AL
CONTINUED: Final = frozenset({"PREVIOUS", "PRIOR", "EARLIER", "SUBSEQUENT", "AL", "SEQ"})

CONJUNCTIONS: Final = frozenset({"AND", "OR", "ET"})
LIST_SIGNS: Final = frozenset({",", ";", "/", "&", "+"})
RANGE_WORDS: Final = frozenset({"THROUGH", "THRU", "TO"})
RANGE: Final = "RANGE"
"""The qualifier of the first and the last cable of a range, of which the others are not listed."""
