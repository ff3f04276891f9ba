"""Made-up cables that are cited in the golden files; run as a program, it writes the files anew."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from reader.cable.citation.exports import EXPORTS, export_citation
from reader.cable.citation.styles import cite, styles
from reader.cable.model import (
    Addressee,
    Body,
    Cable,
    Classification,
    Header,
    Paragraph,
    Source,
    Span,
    Telegram,
)

GOLDEN = Path(__file__).parent / "golden"

WORDS = (
    "Summary: On August 3 the harbor board of Kettle Point followed up the plea of the museum.",
    "The director, Sunna Strand, told us that Iceland wants a comprehensive timetable.",
    "The boat pays for itself in waffles.",
)

DEPARTMENT = Addressee("RUEHC", "SECSTATE WASHDC", mcn="2183")
HEADER = Header(
    sent=datetime(2009, 8, 4, 4, 36, tzinfo=UTC),
    originator="AMEMBASSY REYKJAVIK",
    action=(DEPARTMENT,),
    classification=Classification.UNCLASSIFIED,
    tags=("EWWT", "SCUL", "KPAO"),
    subject="FOLLOW-UP TO THE KETTLE POINT PLAN: WHAT ICELAND WANTS OF UNSCR 1999",
)


def cable(*, cable_id="09REYKJAVIK9017", words=WORDS, source="telegram", partial=False, **fields):
    """A cable whose header differs from HEADER in these fields."""
    paragraphs = tuple(
        Paragraph(ordinal, ordinal + 4, marking, text, (Span(0, 0),))
        for ordinal, (text, marking) in enumerate(zip(words, ("SBU", "C/NF", None), strict=False))
    )
    return Cable(
        telegram=Telegram("", Source(format=source)),
        reference_id=cable_id,
        canonical_id=cable_id,
        header=HEADER._replace(**fields),
        body=Body(paragraphs),
        lines=(),
        partial=partial,
    )


MANY = (DEPARTMENT, Addressee("RUEHNY", "AMEMBASSY OSLO"))
SEVENTIES = datetime(1975, 8, 30, 12, 5, tzinfo=UTC)

# The values of a real cable, its subject and words left out.
SEED = cable(
    cable_id="09MOSCOW501",
    sent=datetime(2009, 3, 2, 4, 36, tzinfo=UTC),
    originator="AMEMBASSY MOSCOW",
    tags=("PARM", "PREL", "AORC", "KPAO", "PTER", "UNSC"),
)._replace(body=Body([Paragraph(0, 9, "SBU", WORDS[2], (Span(0, 0),))]))

CASES = (
    ("A paragraph", cable(), 1, None),
    ("Paragraph 9 of 09MOSCOW501, with another subject", SEED, 0, None),
    ("Paragraphs, of a page that names its source", cable(source="cablegate_html"), 0, 1),
    ("The whole cable", cable(), None, None),
    ("Without a date", cable(sent=None), 1, None),
    ("Without a subject", cable(subject=None), 1, None),
    ("Without a number", cable(cable_id=None), 1, None),
    ("Without a station", cable(cable_id="09CDC17", originator=None), 1, None),
    ("Without a date, subject, number or station",
     cable(cable_id=None, originator=None, sent=None, subject=None, action=(), tags=(),
           classification=None), None, None),
    ("A partial extract", cable(partial=True), 1, None),
    ("Partial and redacted",
     cable(partial=True, words=(WORDS[0], "The clerk, XXXXXXXXXXXX, is late.")), 1, None),
    ("Of the 1970s",
     cable(cable_id="75MOSCOW12345", sent=SEVENTIES, originator="AMEMBASSY MOSCOW",
           classification=Classification.LIMITED_OFFICIAL_USE), None, None),
    ("From the Department to several posts",
     cable(cable_id="09STATE90774", originator="SECSTATE WASHDC", action=MANY[::-1],
           classification=Classification.SECRET), 2, None),
    ("From a consulate and a mission",
     cable(cable_id="09SAOPAULO9012", originator="AMCONSUL SAO PAULO",
           action=(Addressee(None, "USMISSION USUN NEW YORK"),)), 0, None),
    ('With "quotation marks", braces {} and a | bar',
     cable(subject='THE "LAMP" {AND} THE | BAR & 100% OF $5_000 #1 [SIC] ~ ^ \\'), 0, None),
)  # fmt: skip


def golden_files():
    """The text that each file should have, by its name."""
    texts = {}
    for style in styles().values():
        lines = [f"# {style.title}\n"]
        for title, each, first, last in CASES:
            lines.append(f"\n{title}\n")
            lines += [
                f"  {form}: {cite(each, style.name, form, first=first, last=last).markdown}\n"
                for form in style.forms
            ]
        texts[f"{style.name}.txt"] = "".join(lines)
    for name in EXPORTS:
        texts[f"{name}.txt"] = "\n".join(
            f"# {title}\n{export_citation(each, name, first=first, last=last)}"
            for title, each, first, last in CASES
        )
    return texts


if __name__ == "__main__":
    for name, text in golden_files().items():
        (GOLDEN / name).write_text(text, encoding="utf-8", newline="")
