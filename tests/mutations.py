"""What happens to telegrams on their way: made-up ones, cut, spliced, garbled, pasted.

Each mutation takes a text and a source of chance, and gives another text of about the same size.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.telegrams import STATIONS, make_telegram

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

LINE_ENDS = ("\n", "\r\n", "\r", "  \n", " \n", "\n\n", "\n \n", "")
SIGNS = (
    "¶", "¶¶", "¶:", "¶+", "¶=", "¶~", "[1](#)", "©", "(C)", "( S / NF )", "(", ")", "-", "--",
    "-----", "- - - -", "=====", "* * *", "...", ".", ":", "\u201c", "\u2028", "\u00a0", "\f",
    "\x00", "\t", "\ufffd", "1.", "2)", "07.", "2007.", "4. (C) ", "(b) ", "a. ", "o ", "Q ",
    "X" * 12, "é", "😀", "\u0130", "\u00df",
)  # fmt: skip
LINES = (
    "SIPDIS", "UNCLASSIFIED", "C O N F I D E N T I A L", "NNNN", "BT", "#9017", ">", "", " ", "-",
    "OSLO 00009017  002 OF 003", "Moscow 00000012 001.2 OF 004",
    "PAGE 02 LIMA 06677 01 OF 03 291400Z", "PAGE 03        TOKYO 00893  291302Z",
    "UNCLAS SECTION 02 OF 03 LIMA 006677", "E.O. 12958: N/A", "TAGS: PREL EWWT", "SUBJECT: HONEY",
    "REF: A. OSLO 12", "REF:", "Classified By: Ambassador Sunna Strand.", "SUMMARY", "Summary",
    "-------", "--------------------------------------------- ---", "COMMENT:", "End Summary.",
    "END COMMENT", "Next Steps", "THE FERRY", "STRAND", "Strand", "strand",
    "Declassified/Released US Department of State EO Systematic Review 20 Mar 2014",
    "RELEASE IN PART B6", "Visit Embassy Oslo's Classified Web Site: http://lamps.example/oslo",
    "http://lamps.example/", "Year       Lamp     Ferry    Choir",
    "2007        412        14        -", "----     ----    -----", "¶", "¶6.",
    "¶1. (C) The lamp.", "1. (U) The lamp.", "1.(U) The lamp.", "1) The lamp", "2007. The lamp.",
    "(SBU) The lamp", "(C) ECONOMY", "-- lamps", "   - ferries", "(a) choirs", "A. Strand sang.",
    "END TEXT", "DE RUEHNY #0012/01 2601432", "ZNR UUUUU ZZH", "R 171432Z SEP 09",
    "FM AMEMBASSY OSLO", "TO RUEHC/SECSTATE WASHDC 4471", "INFO NATO EU COLLECTIVE",
    "VZCZCXRO9017", "Message Attributes", "*** Current Classification *** SECRET",
    "Signature: Strand", "Drafted By: POL:FKettle", "the lamp and", "(Note: it burns. End note.)",
    "This record is a partial extract of the original cable.",
)  # fmt: skip


def cut(text: str, random: Random) -> str:
    """A fragment that begins and ends anywhere."""
    start, end = sorted((random.randint(0, len(text)), random.randint(0, len(text))))
    return text[start:end]


def splice(text: str, random: Random) -> str:
    """The beginning of one telegram and the end of another."""
    other = make_telegram(random, size=1500)
    return text[: random.randint(0, len(text))] + other[random.randint(0, len(other)) :]


def repeat_lines(text: str, random: Random) -> str:
    """Some lines twice, or moved to another place."""
    lines = text.split("\n")
    start = random.randrange(len(lines))
    copied = lines[start : start + random.randint(1, 6)]
    place = random.randrange(len(lines) + 1)
    return "\n".join((*lines[:place], *copied, *lines[place:]))


def lose_lines(text: str, random: Random) -> str:
    """Some lines are missing."""
    lines = text.split("\n")
    start = random.randrange(len(lines))
    return "\n".join((*lines[:start], *lines[start + random.randint(1, 6) :]))


def insert_line(text: str, random: Random) -> str:
    """A line that has no place there."""
    lines = text.split("\n")
    lines.insert(random.randrange(len(lines) + 1), random.choice(LINES))
    return "\n".join(lines)


def glue(text: str, random: Random) -> str:
    """A line end or two are lost."""
    for _ in range(random.randint(1, 4)):
        place = text.find("\n", random.randint(0, len(text)))
        if place >= 0:
            text = text[:place] + random.choice((" ", "")) + text[place + 1 :]
    return text


def garble(text: str, random: Random) -> str:
    """Some characters are others."""
    letters = list(text)
    for _ in range(random.randint(1, 8)):
        if letters:
            letters[random.randrange(len(letters))] = random.choice(
                (*SIGNS, chr(random.randint(1, 0x2FF)), "\n", " ")
            )
    return "".join(letters)


def insert_sign(text: str, random: Random) -> str:
    """A sign anywhere, or at the beginning of a line."""
    place = random.randint(0, len(text))
    if random.random() < 0.6:
        place = text.find("\n", place) + 1
    return text[:place] + random.choice(SIGNS) + text[place:]


def change_line_ends(text: str, random: Random) -> str:
    """Other line ends, everywhere or in one place."""
    end = random.choice(LINE_ENDS)
    if random.random() < 0.5:
        return text.replace("\n", end)
    place = text.find("\n", random.randint(0, len(text)))
    return text[:place] + end + text[place + 1 :] if place >= 0 else text


def change_case(text: str, random: Random) -> str:
    """All in capitals, or sentence-cased as newspapers do."""
    return (
        text.upper()
        if random.random() < 0.6
        else ".".join(part.capitalize() for part in text.split("."))
    )


def insert_page_line(text: str, random: Random) -> str:
    """A page line of some station, on its own or within a sentence."""
    station = random.choice(STATIONS)[0]
    line = f"{station} {random.randint(1, 9999):08}  {random.randint(1, 9):03} OF 009"
    place = random.randint(0, len(text))
    before, after = random.choice((("\n\n", "\n\n"), ("\n", "\n"), (" ", " "), ("", "")))
    return f"{text[:place]}{before}{line}{after}{text[place:]}"


def indent(text: str, random: Random) -> str:
    """Some lines are set in."""
    lines = text.split("\n")
    start = random.randrange(len(lines))
    for index in range(start, min(start + random.randint(1, 9), len(lines))):
        lines[index] = " " * random.randint(1, 24) + lines[index]
    return "\n".join(lines)


def wrap_anew(text: str, random: Random) -> str:
    """The lines of some paragraphs end elsewhere."""
    words = text.split(" ")
    width = random.randint(3, 40)
    return "".join(
        word + ("\n" if index % width == width - 1 else " ") for index, word in enumerate(words)
    )


MUTATIONS: tuple[Callable[[str, Random], str], ...] = (
    cut, splice, repeat_lines, lose_lines, insert_line, insert_line, insert_line, glue, garble,
    insert_sign, insert_sign, change_line_ends, change_case, insert_page_line, indent, wrap_anew,
)  # fmt: skip


def mutated_telegram(random: Random) -> str:
    """A made-up telegram to which some of these things happened."""
    text = make_telegram(random, size=random.choice((300, 800, 800, 2500, 6600)))
    for _ in range(random.choice((0, 1, 1, 2, 3, 5, 9))):
        text = random.choice(MUTATIONS)(text, random)
    return text
