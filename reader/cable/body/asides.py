"""Lines in the middle of the body that are no part of what its writer says.

Captions that a machine put in, the classification at the foot and head of pages and sections,
and the advertisements of a post's web site (TELEGRAM.md 2.2, 2.3, 2.10).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.body.markings import plain_mark, signed_mark
from reader.cable.header.captions import read_captions
from reader.cable.header.classification import ClassificationLine, read_classification_line
from reader.cable.header.keywords import keyword_at
from reader.cable.identifiers import known_station
from reader.cable.model import Role
from reader.cable.patterns import ANY_CASE, pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cable.lines import LogicalLine

LONGEST_CAPTION: Final = 72
"""Characters of a line of captions, the reason for a corrected copy among them."""

# The first four characters of every line that may be one of these.
# SIPDIS, NOFORN, SENSITIVE, EXDIS, NODIS, STADIS, LIMDIS, C O R R E C T E D  C O P Y, (CORRECTED
CAPTION_BEGINNINGS: Final = frozenset(
    {"SIPD", "Sipd", "NOFO", "SENS", "EXDI", "NODI", "STAD", "LIMD", "C O ", "CORR", "(COR", "S I "}
)
# UNCLAS, C O N F, S E C R E T, CONFIDENTIAL, SECRET, LIMITED OFFICIAL USE, TOP SECRET
CLASSIFICATION_BEGINNINGS: Final = frozenset(
    {"UNCL", "U N ", "CONF", "C O ", "SECR", "S E ", "LIMI", "L I ", "TOP ", "T O ", "S e ", "C o "}
)
# VZCZC, DE RUEHRK #9017, ZNR UUUUU ZZH: the head of a section that was sent on its own
TRANSPORT_BEGINNINGS: Final = frozenset({"VZCZ", "DE R", "ZNR ", "ZNY "})
# Visit, VISIT, Please visit, http://
ADVERTISEMENT_BEGINNINGS: Final = frozenset(
    {"Visi", "VISI", "visi", "Plea", "PLEA", "http", "HTTP", "www.", "WWW.", "To v", "TO V"}
)
SPECIAL_BEGINNINGS: Final = (
    CAPTION_BEGINNINGS | CLASSIFICATION_BEGINNINGS | TRANSPORT_BEGINNINGS | ADVERTISEMENT_BEGINNINGS
)

# Visit Embassy Oslo's Classified Web Site: http://...; Please visit Paris' Classified Website at:
ADVERTISEMENT: Final = pattern(
    r"(?:PLEASE[ ]|TO[ ])?VISIT[ ][^\n]{0,120}?(?:WEB[ -]?SITE|WEB[ ]?PAGE|HOME[ ]?PAGE|FORUM"
    r"|PORTAL|SIPRNET|INTELINK|HTTPS?:|WWW\.)",
    ANY_CASE,
)
ADDRESS: Final = pattern(r"https?:/|www\.|\.s?gov\b", ANY_CASE)


def is_advertisement(words: str) -> bool:
    """Whether a line without leading blanks begins an advertisement of a post's web site."""
    return words[:4] in ADVERTISEMENT_BEGINNINGS and ADVERTISEMENT.match(words) is not None


def goes_on_advertising(before: str, words: str) -> bool:
    """Whether a line goes on with an advertisement: until the address, or the rest of it."""
    if " " not in words and ("/" in words or ADDRESS.search(words[:400])):
        return True
    return ADDRESS.search(before[:400]) is None


def caption_line(words: str) -> bool:
    """Whether a line has nothing but captions: SIPDIS, (CORRECTED COPY - PARA 2 ADDED)."""
    if words[:4] not in CAPTION_BEGINNINGS or len(words) > LONGEST_CAPTION:
        return False
    inner = words[1:-1] if words[0] == "(" and words[-1] == ")" else words
    captions, end = read_captions(inner)
    return bool(captions) and end == len(inner)


def classification_line(words: str) -> ClassificationLine | None:
    """The classification at the foot or head of a page, or the first line of another section."""
    if words[:4] not in CLASSIFICATION_BEGINNINGS or len(words) > LONGEST_CAPTION + 40:
        return None
    line = read_classification_line(words)
    if line is None or words[line.end :].strip(" /.*-"):
        return None
    # "Secret Service" is a word of a sentence; on such lines at least the station is in capitals.
    return line if line.serial is not None or words.isupper() else None


def head_role(words: str, *, in_head: bool) -> Role | None:
    """The field of a header that is repeated at the beginning of a section."""
    if not in_head and words[:4] not in TRANSPORT_BEGINNINGS:
        return None
    keyword = keyword_at(words[:200].upper())
    if keyword is None or (not in_head and not keyword.is_strong):
        return None
    return keyword.role


class Asides:
    """The lines in the middle of the body that are no part of it, and which of them go on."""

    __slots__ = ("_advertisement", "_captions", "_head_end", "_head_role", "_is_in_head", "go_on",
                 "sections")  # fmt: skip

    def __init__(self, captions: Sequence[str]) -> None:
        self.sections: list[tuple[LogicalLine, ClassificationLine]] = []
        """The classification lines of further sections."""
        self.go_on = False
        """Whether the next line may be one whatever its first letters are."""
        self._captions = frozenset(captions)
        self._is_in_head = False
        self._head_role: Role | None = None
        self._head_end = -1
        self._advertisement: LogicalLine | None = None

    def role_of(self, line: LogicalLine, words: str, *, is_free: bool) -> Role | None:
        """The role of a line that is no part of the text; None for the lines of the text.

        `words` is the line without leading blanks. `is_free`: no sentence goes on into it.
        """
        before, self._advertisement = self._advertisement, None
        if before is not None and before.end == line.start:
            role = Role.BOILERPLATE if goes_on_advertising(before.text, words) else None
        else:
            role = None
        if role is None:
            role = self._in_head(line, words) if self._is_in_head else None
            self._is_in_head = role is not None
        if role is None and words[:4] in SPECIAL_BEGINNINGS:
            role = self._at_beginning(line, words, is_free=is_free)
        if role is Role.BOILERPLATE:
            self._advertisement = line
        self.go_on = self._is_in_head or self._advertisement is not None
        return role

    def begin_head(self) -> None:
        """PAGE 01 in the middle of the body: the head of another section follows."""
        self._is_in_head = self.go_on = True
        self._head_role = None

    def _at_beginning(self, line: LogicalLine, words: str, *, is_free: bool) -> Role | None:
        """The role of a line whose first letters are those of an aside."""
        if caption_line(words):
            return Role.CAPTION
        found = classification_line(words)
        if found is not None:
            self._is_in_head = found.serial is not None
            self._take_section(line, found)
            return Role.CLASSIFICATION
        role = head_role(words, in_head=False)
        if role is not None:
            self._is_in_head = True
            return role
        return Role.BOILERPLATE if is_free and is_advertisement(words) else None

    def _in_head(self, line: LogicalLine, words: str) -> Role | None:
        """The role of a line of the header that is repeated at the beginning of a section."""
        found = classification_line(words)
        if found is not None:
            self._take_section(line, found)
            return Role.CLASSIFICATION
        if words in self._captions or caption_line(words):
            return Role.CAPTION
        role = head_role(words, in_head=True) or _distribution(words)
        if role is None and self._head_end == line.start and not _begins_paragraph(words):
            role = self._head_role
        self._head_role = role
        self._head_end = line.end
        return role

    def _take_section(self, line: LogicalLine, found: ClassificationLine) -> None:
        """Remember the section's line; CONFIDENTIAL  PTQ1859 names no station."""
        if found.section_count is not None or known_station(found.station or ""):
            self.sections.append((line, found))


# O 291158Z JAN 75
DATE_TIME_GROUP: Final = pattern(r"(?:[ZOPRY] ){1,3}\d{6} ?Z? [A-Z]{3} \d\d.{0,30}", ANY_CASE)
# 50; ---------------------   078711; ------------------015414 271514Z /43
COUNTER: Final = pattern(r"\d{1,3}|-{5,40} {0,4}[0-9A-F]{5,6}(?: {1,3}\d{6}Z)?(?: {1,3}/\d{1,3})?")


def _distribution(words: str) -> Role | None:
    """What stands at the head of the pages of the 1970s and 1990s, without a keyword."""
    if len(words) > 80:
        return None
    if COUNTER.fullmatch(words):
        return Role.DISTRIBUTION
    return Role.DATE_TIME_GROUP if DATE_TIME_GROUP.fullmatch(words) else None


def _begins_paragraph(words: str) -> bool:
    return signed_mark(words) is not None or plain_mark(words) is not None
