"""Made-up telegrams of any size, in the shapes of real traffic, the same ones for the same seed.

What they say makes no sense; how they say it does: transport header, wrapped or unwrapped
paragraphs, headings, lists, page lines that cut a sentence, references and mentions of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

STATIONS = (
    ("REYKJAVIK", "RUEHRK"), ("OSLO", "RUEHNY"), ("MOSCOW", "RUEHMO"), ("THE HAGUE", "RUEHTC"),
    ("SAO PAULO", "RUEHSO"), ("NAIROBI", "RUEHNR"), ("TOKYO", "RUEHKO"), ("LIMA", "RUEHPE"),
)  # fmt: skip
INFO = (
    "RUEHCP/AMEMBASSY COPENHAGEN 0312", "RUEHHE/AMEMBASSY HELSINKI", "RHEHNSC/NSC WASHDC",
    "RUEKJCS/SECDEF WASHDC PRIORITY", "RUEHZL/EUROPEAN POLITICAL COLLECTIVE",
    "RUEHGV/USMISSION GENEVA 5279", "RUCPDOC/DEPT OF COMMERCE WASHDC", "RUEHLO/AMEMBASSY LONDON 21",
)  # fmt: skip
WHO = (
    "The harbor master", "A deputy minister", "Beekeepers", "The ferry company", "Post",
    "The lighthouse director", "PolOff", "The choir", "A retired captain", "The mayor of Strand",
)  # fmt: skip
DID = (
    "told us", "asked", "denied", "repeated", "hoped", "noted on March 3", "said (ref A)",
    "wrote to the EU", "agreed with UNSCR 1999", "explained at length", "recalled reftel",
)  # fmt: skip
WHAT = (
    "that the pier was too short", "why the lamp burned at noon", "for 4,212 new hives",
    "the timetable of 2007", "that U.S. experts should come, and stay", "its third objection",
    "what the board had decided -- or had not -- in 1998", "an end to the waffle tariff",
    "that nobody had read the reply of Mr. Strand", "a grant of USD 1.5 million",
)  # fmt: skip
TITLES = (
    "A Lamp That Nobody Sees", "THE BOARD WEIGHS THE MATTER", "Next Steps", "HONEY AND HARBORS",
    "The Choir's View", "OUTLOOK", "Ferries, Fees and Foghorns",
)  # fmt: skip
MARKINGS = ("U", "SBU", "C", "C/NF", "S", "S//NF")
MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
RULE = "-" * 24


@dataclass(frozen=True)
class Shape:
    """How a telegram is set: with a transport header, wrapped at 65 signs, with page lines."""

    transport: bool = True
    wrapped: bool = True
    pages: bool = True
    marks: str = ""
    """What stands before a paragraph number: nothing, or a pilcrow."""


def make_telegram(random: Random, *, size: int = 6600, shape: Shape | None = None) -> str:
    """A telegram of about `size` characters; without a shape, any of them."""
    shape = shape or Shape(
        transport=random.random() < 0.9,
        wrapped=random.random() < 0.7,
        pages=random.random() < 0.7,
        marks=random.choice(("", "¶")),
    )
    station, indicator = random.choice(STATIONS)
    serial = random.randint(1, 9999)
    blocks: list[str] = []
    if shape.transport:
        blocks.append(make_transport_header(random, station, indicator, serial))
    blocks.append(make_fields(random, station, serial))
    total = sum(map(len, blocks))
    number = 1
    page = 2
    while total < size or number < 4:
        block = make_paragraph(random, number, shape)
        if shape.pages and number % 4 == 0:
            words = block.split(" ")
            half = len(words) // 2
            line = f"{station} {serial:08}  {page:03} OF {size // 2400 + 2:03}"
            block = f"{' '.join(words[:half])}\n\n{line}\n\n{' '.join(words[half:])}"
            page += 1
        if random.random() < 0.3:
            block = f"{make_heading(random)}\n\n{block}"
        blocks.append(block)
        total += len(block)
        number += 1
    blocks.append(random.choice(("STRAND", "FAIRWEATHER", "KETTLE")))
    return "\n\n".join(blocks) + "\n"


def make_transport_header(random: Random, station: str, indicator: str, serial: int) -> str:
    """The lines from the transmission id to the last info addressee."""
    day, month = random.randint(1, 28), random.randint(1, 12)
    hour = f"{random.randint(0, 23):02}{random.randint(0, 59):02}"
    julian = 31 * (month - 1) + day - (0, 0, 3, 3, 4, 4, 5, 5, 5, 6, 6, 7)[month - 1]
    info = random.sample(INFO, random.randint(1, len(INFO)))
    return "\n".join(
        (
            f"VZCZCXRO{random.randint(0, 9999):04}",
            "PP RUEHNY RUEHZL RUEHLO",
            f"DE {indicator} #{serial:04}/01 {julian:03}{hour}",
            "ZNY CCCCC ZZH",
            f"P {day:02}{hour}Z {MONTHS[month - 1]} 09",
            f"FM AMEMBASSY {station}",
            f"TO RUEHC/SECSTATE WASHDC PRIORITY {random.randint(1, 9999):04}",
            f"INFO {info[0]}",
            *info[1:],
        )
    )


def make_fields(random: Random, station: str, serial: int) -> str:
    """The lines from the classification to Classified By."""
    return "\n\n".join(
        (
            f"C O N F I D E N T I A L SECTION 01 OF 02 {station} {serial:06}",
            "SIPDIS",
            "STATE FOR EUR/NB",
            "E.O. 12958: DECL: 09/17/2019\nTAGS: PREL EWWT SCUL KPAO",
            f"SUBJECT: {random.choice(TITLES).upper()}: {random.choice(WHAT).upper()}",
            f"REF: A. OSLO {random.randint(1, 999)}\n     B. 08 STATE {random.randint(1, 99999)}",
            "Classified By: Ambassador Sunna Strand for reasons 1.4 (b) and (d).",
        )
    )


def make_paragraph(random: Random, number: int, shape: Shape) -> str:
    """A numbered paragraph, some with a list below it."""
    sentences = [
        f"{random.choice(WHO)} {random.choice(DID)} {random.choice(WHAT)}."
        for _ in range(random.randint(3, 12))
    ]
    text = f"{shape.marks}{number}. ({random.choice(MARKINGS)}) " + "  ".join(sentences)
    block = "\n".join(wrap(text, 65)) if shape.wrapped else text
    if random.random() < 0.15:
        items = (f"-- {random.choice(WHAT)};" for _ in range(3))
        block = "\n\n".join((block, *items))
    return block


def make_heading(random: Random) -> str:
    """A section title, underlined or boxed."""
    title = random.choice(TITLES)
    return f"{title}\n{RULE}" if random.random() < 0.6 else f"{RULE}\n{title}\n{RULE}"
