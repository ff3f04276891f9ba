"""What sort of document an item is that names no cable: e-mail, telephone call, handbook..."""

from __future__ import annotations

from typing import Final

from reader.cable.model import ReferenceKind
from reader.cable.patterns import ANY_CASE, pattern

# The first row whose words occur decides: an e-mail about a meeting is an e-mail. Before a pattern
# stand letters that any text has in which it is found: one run of them or another.
KINDS: Final = (
    # SMITH-JONES E-MAIL OF 2/12/09, Emails, E MAIL
    (ReferenceKind.EMAIL, ("MAIL",), pattern(r"\bE[ -]?MAIL(?:S|ED)?\b", ANY_CASE)),
    # FAX OF 12 MAY, TELEFAX, DATAFAX
    (
        ReferenceKind.FAX,
        ("FAX", "FACSIMILE"),
        pattern(r"\b(?:TELE|DATA)?FAX(?:ES|ED)?\b|\bFACSIMILE", ANY_CASE),
    ),
    # TELCON, PHONECON, TELEPHONE CALL, CALL OF MAY 3
    (
        ReferenceKind.TELEPHONE,
        ("CON", "PHON", "CALL"),
        pattern(r"\bTELE?CONS?\b|\bPHON(?:E|ECON|CON)S?\b|\bTELEPHON|\bCALLS?\b", ANY_CASE),
    ),
    # MEMO, MEMORANDUM, MEMCON
    (ReferenceKind.MEMO, ("MEM",), pattern(r"\bMEMO(?:S|RAND[AU]M?S?)?\b|\bMEMCONS?\b", ANY_CASE)),
    # LETTER OF 3/4, LTR
    (ReferenceKind.LETTER, ("LETTER", "LTR"), pattern(r"\bLETTERS?\b|\bLTRS?\b", ANY_CASE)),
    # HTTP://..., WWW.STATE.GOV
    (ReferenceKind.WEB, ("HTTP", "WWW.", ".GOV"), pattern(r"\bHTTPS?:|\bWWW\.|\.GOV\b", ANY_CASE)),
    # 9 FAM 41, 5 FAH-2 H-330, FOREIGN AFFAIRS MANUAL, CONSULAR HANDBOOK, 22 CFR 40
    (
        ReferenceKind.HANDBOOK,
        ("FAM", "FAH", "CFR", "HANDBOOK", "MANUAL"),
        pattern(r"\b[0-9]{1,2}[ \t]?(?:FAM|FAH|CFR)\b|\bHANDBOOK|\bMANUAL\b", ANY_CASE),
    ),
    # IIR 6 830 0123 09, TD-314/21795-05, HUMAN RIGHTS REPORT, FBIS, SITREP
    (
        ReferenceKind.REPORT,
        ("REP", "IIR", "TD", "FBIS", "OSC"),
        pattern(
            r"\bREPORTS?\b|\bIIRS?\b|\bTDX?[ -]?[0-9]|\bFBIS\b|\bOSC\b|\b(?:SIT|INT)REPS?\b",
            ANY_CASE,
        ),
    ),
    # MEETING OF MAY 3, DVC, CONVERSATION
    (
        ReferenceKind.MEETING,
        ("MEETING", "MTG", "CONVERSATION", "VTC", "DVC"),
        pattern(r"\bMEETINGS?\b|\bMTGS?\b|\bCONVERSATIONS?\b|\bD?VTC\b|\bDVC\b", ANY_CASE),
    ),
    # WEB SITE OF THE MINISTRY
    (ReferenceKind.WEB, ("WEB",), pattern(r"\bWEB[ -]?SITES?\b|\bWEB[ -]?PAGES?\b", ANY_CASE)),
)


def kind_of(text: str) -> ReferenceKind:
    """The kind of an item that is no cable; TEXT where no word tells."""
    capitals = text.upper()
    for kind, letters, shape in KINDS:
        if any(each in capitals for each in letters) and shape.search(text):
            return kind
    return ReferenceKind.TEXT
