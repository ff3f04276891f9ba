"""Made-up cables that are saved: of the archive's shapes, and with any value in every field."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from reader.cable.model import (
    Addressee,
    Body,
    Cable,
    Classification,
    ExecutiveOrder,
    Header,
    Heading,
    Paragraph,
    Reference,
    ReferenceKind,
    Source,
    Span,
    Telegram,
)

LISTS = Path(__file__).resolve().parents[2] / "twenty" / "lists.txt"
"""A cable with a table."""

FERRY = """R 171432Z SEP 09
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC 4471

UNCLAS SECTION 01 OF 02 OSLO 009004

SIPDIS

E.O. 12958: N/A
TAGS: EWWT SCUL NO

SUBJECT: THE MAIL BOAT & ITS <WAFFLES>

REF: A. REYKJAVIK 9017
     B. A TALK OVER COFFEE

1. (SBU) The boat of the *Kettle Point* museum is late -- the
clerk, XXXXXXXXXXXX, said so (ref A).

A LAMP THAT NOBODY SEES
-----------------------

2. (U) The board gave two reasons:

-- the pier is dark;

-- the timetable is that of 2007.

3. (C) Nobody has asked for waffles.

4. (C) The board meets again in October.

STRAND
"""


def full_of(value: str) -> Cable:
    """A cable that has one value in every field of its header and body."""
    span = (Span(0, 0),)
    return Cable(
        telegram=Telegram(value, Source()),
        reference_id="09OSLO9004",
        canonical_id="09OSLO9004",
        header=Header(
            sent=datetime(2009, 8, 4, 4, 36, tzinfo=UTC),
            date_time_group=value,
            originator=value,
            action=(Addressee(None, value), Addressee(None, value)),
            classification=Classification.SECRET,
            classified_as=value,
            passing=(value,),
            executive_order=ExecutiveOrder("12958", value),
            tags=(value,),
            subject=value,
            references=(Reference("A", ReferenceKind.TEXT, None, value),),
            classified_by=(value,),
        ),
        body=Body(
            (
                Paragraph(0, 1, value, value, span),
                Heading(value, 1, span),
                Paragraph(1, None, None, value, span),
                Paragraph(2, 1, "SBU", f"{value}\n{value}", span),
            )
        ),
        lines=(),
        signature=(value,),
    )
