"""Stamps of declassification and release, on lines of their own and in mid-sentence (1.8, 1.12)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.lines.logical import Piece
from reader.cable.model import Role
from reader.cable.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.cable.lines.logical import LogicalLine

# Any line with a stamp has one of these words.
WORDS: Final = (
    "eclassified", "ECLASSIFIED", "RELEASE", "U.S. Department of State", "B1", "1.4(", "B6",
    "Approved for", "APPROVED FOR", "AUTHORITY", "Page ",
)  # fmt: skip

# A text with any stamp has one of these: short ones stand beside longer ones.
SIGNS_OF_RELEASE: Final = ("RELEASE", "DECLASSIFIED", "pproved for Release")
FIRST_PAGE: Final = 3000
LAST_LINES: Final = 600
"""Characters at the beginning and the end of a text in which it is asked for signs of release."""

# Anna B. Example Declassified/Released US Department of State EO Systematic Review 20 Mar 2014
SYSTEMATIC_REVIEW: Final = pattern(
    r"(?:\b[A-Z][a-z]{1,20} [A-Z]\. [A-Z][a-z]{1,20},? )?Declassified/Released U\.?S\.? "
    r"Department of State(?: EO)?(?: Systematic)?(?: Review)?(?: \d{1,2} [A-Za-z]{3} \d{4})?"
)
# ... US Department of State EO Systematic / Review 20 Mar 2014: wrapped, the rest on the next line
REST_OF_STAMP: Final = pattern(
    r"[ \t]{0,40}+(?:EO )?(?:Systematic )?(?:Review)?[ ]?(?:\d{1,2} [A-Za-z]{3} \d{4})"
)

# Stamps that fill their line, of the releases under the Freedom of Information Act.
WHOLE_LINES: Final = tuple(
    pattern(shape)
    for shape in (
        # UNCLASSIFIED U.S. Department of State Case No. F-2014-20439 Doc No. C05771875
        r"(?:[A-Z]{6,14} )?U\.S\. Department of State(?: Case No\.?[^\n]{0,100})?",
        # Case No. F-2014-20439 Doc No. C05771875 Date: 12/31/2015
        r"Case No\.? ?[A-Z]-?\d{4}-\d{3,6}\b[^\n]{0,80}",
        # RELEASE IN PART B6; RELEASED IN FULL; RELEASE IN PART B1,1.4(B),1.4(D)
        r"RELEASED? (?:IN|AS) (?:PART|FULL|SANITIZED)(?: ?[AB0-9.,() \[\]DC]{1,60})?",
        # B1 1.4(D); B6; 1.4(B), 1.4(D); B1, 1.4(D)
        r"(?:B[1-9](?:\([A-Z]\))?|1\.[45]\([A-H]\))(?:[, ]{1,2}(?:B[1-9]|1\.[45]\([A-H]\))){0,8}",
        # DECLASSIFIED; DECLASSIFIED Authority NND 969032; DECLASSIFIED IN PART
        r"DECLASSIFIED(?: ?[,:/]?(?:Authority|AUTHORITY|BY|By|IN|UNDER|AND)\b[^\n]{0,80})?",
        # APPROVED FOR RELEASE 2006/08/21; Approved for Release: 2010/05/11
        r"(?:APPROVED FOR RELEASE|Approved for Release)\b[^\n]{0,80}",
        # REVIEW AUTHORITY: Anna Example, Senior Reviewer
        r"REVIEW AUTHORITY:[^\n]{0,80}",
        # Page 3 of 7
        r"Page \d{1,3} of \d{1,3}",
    )
)

LONGEST_STAMP: Final = 160
"""Characters of a line that may be a stamp from its beginning to its end."""


def places_of_stamps(text: str) -> Iterator[int]:
    """The beginnings of all lines of a text that was released; none of any other text."""
    ends = text if len(text) < FIRST_PAGE else text[:FIRST_PAGE] + text[-LAST_LINES:]
    if "Declassified/" not in text and not any(map(ends.__contains__, SIGNS_OF_RELEASE)):
        return
    place = 0
    while place >= 0:
        yield place
        place = text.find("\n", place) + 1 or -1


def find_stamps(text: str) -> list[Piece]:
    """The stamps in one line of the text."""
    if "Declassified/" in text:
        return [
            Piece(found.start(), found.end(), Role.STAMP)
            for found in SYSTEMATIC_REVIEW.finditer(text)
        ]
    if len(text) <= LONGEST_STAMP and any(word in text for word in WORDS):
        stripped = text.strip()
        if any(shape.fullmatch(stripped) for shape in WHOLE_LINES):
            return [Piece(0, len(text), Role.STAMP)]
    return []


def mark_rests_of_stamps(lines: Sequence[LogicalLine]) -> None:
    """Give the second line of a stamp that was wrapped its role too."""
    for index in range(len(lines) - 1):
        line, after = lines[index], lines[index + 1]
        if line.role is Role.STAMP and after.role is None and "Declassified/" in line.text:
            ends = line.text.rstrip().endswith(("State", "EO", "Systematic", "Review"))
            if ends and REST_OF_STAMP.fullmatch(after.text):
                after.role = Role.STAMP
