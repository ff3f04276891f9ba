"""Cables that strain the window, for pictures of it: everything long, everything missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.desktop.app import Desktop

HEAD: Final = """\
VZCZCXYZ9021
PP RUEHC {precedence}
DE RUEHRK #9021/01 2601432
ZNR UUUUU ZZH
P 171432Z SEP 09
FM AMEMBASSY REYKJAVIK
TO RUEHC/SECSTATE WASHDC PRIORITY 4490
INFO {info}
BT
C O N F I D E N T I A L SECTION 01 OF 01 REYKJAVIK 009021

SIPDIS

E.O. 12958: DECL: 09/17/2019
TAGS: SCUL EWWT IC
SUBJECT: {subject}

{reference}Classified By: DCM Carol Fairweather for reasons 1.4 (b) and (d)

"""
FOOT: Final = "\nFAIRWEATHER\nBT\n#9021\n"
OSLO: Final = "RUEHNY/AMEMBASSY OSLO 9004"
PLACES: Final = ("OSLO", "COPENHAGEN", "HELSINKI", "DUBLIN", "LISBON", "NAIROBI", "LIMA", "TOKYO")
SHORT_SUBJECT: Final = "A MUSEUM ASKS FOR A LATER FERRY"
LONG_SUBJECT: Final = "\n".join(
    (
        "THE LIGHTHOUSE MUSEUM AT KETTLE POINT, THE HARBOR BOARD AND",
        "THE COMPANY THAT RUNS THE FERRY CANNOT AGREE WHETHER A BOAT THAT",
        "SAILS AT DUSK IS A LATE BOAT OR AN EARLY ONE; THE CHOIR, THE BAKERY",
        "AND ELEVEN BEEKEEPERS WRITE TO THE MINISTER; HIS DEPUTY WRITES BACK,",
        "AT LENGTH; A STUFFED PUFFIN OF UNCERTAIN DATE IS LENT TO OSLO, AND",
        "COMES BACK BY THE BOAT THAT NOBODY HAD ASKED FOR",
    )
)
PLAIN: Final = """\
1. (C) Summary: The lighthouse museum asks for a later ferry, and the
harbor board will hear of it in October. End summary.

2. (SBU) The lens is the northernmost of its kind. Its keeper, who has
polished it since 1961, would like to show it by night.
"""
TABLE: Final = """\
1. (SBU) The museum counted its visitors by the boat that brought them:

Month      First boat   Mail boat   Last boat     Waffles
June              412          88       1,540       2,218
July            1,803         120       2,204       4,001
August          1,911          97       2,450       4,212
September         340          12         611         977

2. (U) Nobody came by the late boat, as there is none.
"""
REDACTED: Final = """\
1. (C) Summary: XXXXXXXXXXXX told us that the board will vote against the
late boat, and that XXXXXXXXXXXX has written the reply already. End summary.

2. (C) [Name removed] of the ferry company asked that we protect
XXXXXXXXXXXX. The minutes of the board (--- text deleted ---) name
XXXXXXXXXXXX, his brother and XXXXXXXXXXXX.

3. (C) Comment: XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX
"""
RIGHT_TO_LEFT: Final = """\
1. (C) Summary: The keeper, Yusuf al-Fanari (يوسف الفناري), and the baker
Noa Migdal (נועה מגדל) ask for a later ferry. End summary.

2. (C) Al-Fanari signs his letters يوسف الفناري, 1961, and sends copies to
שומר המגדלור (the keeper of the light), who answers: "!אין סירה".

3. (SBU) The sign at the pier reads متحف المنارة - 17:40 and no later.
"""


def telegram(
    body: str = PLAIN, *, subject: str = SHORT_SUBJECT, info: str = OSLO, reference: str = ""
) -> str:
    """A cable of the lighthouse museum, with what strains the window put in."""
    routes = " ".join(line.split("/")[0] for line in info.splitlines()[:4])
    head = HEAD.format(precedence=routes, info=info, subject=subject, reference=reference)
    return head + body + FOOT


def addressees(count: int) -> str:
    """So many lines of addressees."""
    return "\n".join(
        f"RUEH{chr(65 + at // 26 % 26)}{chr(65 + at % 26)}"
        f"/AMCONSUL {PLACES[at % len(PLACES)]} PIER {at + 1} {1000 + at}"
        for at in range(count)
    )


CABLES: Final = {
    "long-subject": telegram(subject=LONG_SUBJECT, reference="REF: OSLO 9004\n\n"),
    "no-references": telegram(),
    "info-200": telegram(info=addressees(200)),
    "tables": telegram(TABLE, reference="REF: OSLO 9004\n\n"),
    "redactions": telegram(REDACTED, reference="REF: A. OSLO 9004\n     B. XXXXXXXXXXXX\n\n"),
    "right-to-left": telegram(RIGHT_TO_LEFT, subject="A LATER FERRY FOR يوسف الفناري"),
}


def opened(name: str, home: Path) -> Callable[[Desktop], None]:
    """Open one of the cables, as a file of its own."""

    def do(desktop: Desktop) -> None:
        path = home / f"{name}.txt"
        path.write_text(CABLES[name], encoding="utf-8")
        desktop.session.open_file(str(path))

    return do
