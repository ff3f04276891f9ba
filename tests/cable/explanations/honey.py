"""A cable on honey, with everything that can be explained, and what a page may claim of it."""

from __future__ import annotations

from datetime import UTC, datetime

from reader.cable.grammar import parse
from reader.cable.model import Envelope, Telegram

TEXT = """\
VZCZCXRO0417
OO RUEHNY RUEHQQQ
DE RUEHRK #9018/01 2601432
ZNY CCCCC ZZH
O P 171432Z SEP 09 ZDK
FM AMEMBASSY REYKJAVIK
TO RUEHC/SECSTATE WASHDC NIACT IMMEDIATE 4472
RUEHNY/AMEMBASSY OSLO
INFO RUEHCP/AMEMBASSY COPENHAGEN 0313
EUROPEAN POLITICAL COLLECTIVE

C O N F I D E N T I A L SECTION 01 OF 02 REYKJAVIK 009018

NOFORN
SIPDIS

STATE FOR EUR/NB

E.O. 12958: DECL: 09/17/2019
TAGS: PREL EAGR QQQQ IC

SUBJECT: (U) THE HONEY BOARD COUNTS ITS HIVES

Classified By: DCM FAIRWEATHER, REASON 1.4 (B)

1. (C) The Honey Board (HBD) has 4,212 hives. The HBD hopes for more, as the MFA knows. So does
the EU, and the ZQX too. The ZQX is small.

2. (U) No bee was asked.

3. (C/NF) The HBD will ask the EU again.

FAIRWEATHER
"""


def honey(text: str = TEXT, **claims: object):
    """The cable, with what its carrier claims by the names of an Envelope's fields."""
    return parse(Telegram(text, envelope=Envelope(**claims)))


def claimed() -> dict[str, object]:
    """What a page says of the cable: most of it is so."""
    return {
        "reference_id": "09REYKJAVIK9018",
        "sent": datetime(2009, 9, 17, 14, 2, tzinfo=UTC),
        "originator": "Embassy Reykjavik",
        "classification": "SECRET",
        "subject": "THE HONEY BOARD COUNTS",
        "tags": ("PREL", "EAGR", "IC", "SENV"),
    }
