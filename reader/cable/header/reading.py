"""read_header(lines) -> HeaderReading: the lines above the body, each with its one role.

One pass: a line opens a field by its first word, or goes on with the field above it, or it stands
between header lines, or the body begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from reader.cable.date_time_group import read_date_time_group
from reader.cable.header.addressees import ROUTED, may_be_addressee
from reader.cable.header.assembling import assemble
from reader.cable.header.bodies import begins_body, is_rule, opens_with_words
from reader.cable.header.captions import PASSING, read_captions
from reader.cable.header.classification import may_be_classification, read_classification_line
from reader.cable.header.gathering import FIELDS, Gathered
from reader.cable.header.going_on import CONTINUATIONS
from reader.cable.header.keywords import Keyword, find_inner, in_capitals, keyword_at
from reader.cable.header.transport import (
    DASH_COUNTER,
    DISTRIBUTION_REST,
    INDICATORS,
    ROUTING,
    STATION,
    find_run_together,
    read_newspaper_date,
)
from reader.cable.lines import cut_line
from reader.cable.model import Role

if TYPE_CHECKING:
    from reader.cable.lines import LogicalLine
    from reader.cable.model import Header, Problem

LONGEST_FIELD_LINE: Final = 20_000
"""Characters of a line in which another field is looked for."""
MOST_CUTS: Final = 60
"""Lines of one header that are cut in two."""
FAR: Final = 80
"""Lines with words, before the first field, after which no more of the header is expected."""
NEAR: Final = 8
"""The same between two fields."""

PARTIAL_EXTRACT: Final = "partial extract of the original cable"
# <<218634>>, a number that an exporter put first
EXPORT_NUMBER: Final = re.compile(r"<{1,2}\d{3,9}>{1,2}$|ID:[ \t]*\d{3,9}$")


@dataclass(frozen=True, slots=True)
class HeaderReading:
    """The header of a telegram, where its body begins, and what was odd."""

    header: Header
    reference_lines: tuple[LogicalLine, ...]
    """The lines of all REF fields, in order, with their words."""
    body_start: int
    """Index of the first line that is no part of the header."""
    problems: tuple[Problem, ...]
    """With spans in reading offsets."""


def read_header(lines: list[LogicalLine], *, year: int | None) -> HeaderReading:
    """Read the header of a telegram or of a fragment; gives the lines that it reads their roles.

    Lines that carry several fields are cut in `lines`. `year` has four digits and serves where the
    text has no date-time group.
    """
    reader = HeaderReader(lines)
    body_start = reader.read()
    header, problems = assemble(reader.gathered, year=year)
    return HeaderReading(header, tuple(reader.gathered.references), body_start, tuple(problems))


class Part(Enum):
    """How far down the header the reader is."""

    TRANSPORT = "above the classification"
    TEXT = "between the classification and the first field"
    FIELDS = "at the fields"


class HeaderReader:
    """Reads lines from the top until the body begins."""

    def __init__(self, lines: list[LogicalLine]) -> None:
        self.lines = lines
        self.gathered = Gathered()
        self.part = Part.TRANSPORT
        self.field: Role | None = None
        """The field that is open, to which the next line may belong."""
        self.after_blank = False
        self.expected = -1
        """Index of a header line further down, up to which no line is of the body."""
        self.cuts = 0

    def read(self) -> int:
        """Give the header's lines their roles; the index of the first line after them."""
        lines = self.lines
        index = 0
        while index < len(lines):
            line = lines[index]
            if line.role is None:
                if not self._take(index, line):
                    break
                self.after_blank = False
            elif line.role is Role.BLANK:
                self.after_blank = True
            index += 1
        return index

    def _take(self, index: int, line: LogicalLine) -> bool:
        """Give one line its role; False when the body begins with it."""
        text = line.text.lstrip()
        if not text:
            line.role = Role.BLANK
            return True
        if self.field in ADDRESSEES and ROUTED.match(text):
            line.role = self.field
            self.gathered.sink.append(text)
            return True
        upper = in_capitals(text)
        keyword = keyword_at(upper)
        if keyword is not None and self._opens(keyword):
            self._open(index, keyword, text, upper)
            return True
        if self.part is not Part.FIELDS and self._take_transport(index, line, text, upper):
            return True
        if begins_body(text):
            return is_rule(text) and self.part is Part.TRANSPORT and self._stands_between(index)
        return self._goes_on(index, text) or self._stands_between(index)

    # -- fields -------------------------------------------------------------------------------

    def _opens(self, keyword: Keyword) -> bool:
        """Whether a field may begin here."""
        role = keyword.role
        gathered = self.gathered
        if role in FIELDS:
            if self.field is Role.CLASSIFIED_BY and role is Role.EXECUTIVE_ORDER:
                return role not in gathered.pieces or self.after_blank
            return True
        if gathered.is_message:
            return True
        if self.part is Part.FIELDS:
            return False
        if self.part is Part.TRANSPORT:
            return True
        if role is Role.DISTRIBUTION:
            return not gathered.captions and not gathered.passing
        return keyword.is_strong and role not in gathered.pieces

    def _open(self, index: int, keyword: Keyword, text: str, upper: str) -> None:
        line = self.lines[index]
        role = keyword.role
        gathered = self.gathered
        if role in FIELDS:
            if role is Role.EXECUTIVE_ORDER and keyword.value == 0 and role in gathered.pieces:
                line.role = role
                gathered.pieces[role].append(text)
                return
            text = self._cut_inner(index, role, text, upper, keyword.value)
            self.part = Part.FIELDS
        else:
            self.part = Part.TRANSPORT if not gathered.is_message else self.part
            if upper.startswith("MRN"):
                gathered.is_message = True
                gathered.message_number = text[keyword.value :].strip()
            if role is Role.TRANSMISSION_ID:
                self._cut_run_together(index, text)
                text = line.text.lstrip()
        line.role = role
        if role is Role.CAPTION:
            gathered.add_captions(read_captions(text[keyword.value :])[0])
            return
        self.field = role
        value = text if role is Role.TRANSMISSION_ID else text[keyword.value :]
        if role is Role.CLASSIFIED_BY:
            value = text
        gathered.open(role, line, value)

    def _cut_inner(self, index: int, role: Role, text: str, upper: str, value: int) -> str:
        """Cut off what begins within a field's line and is another field or the body's."""
        if len(text) <= LONGEST_FIELD_LINE and self.cuts < MOST_CUTS:
            place = find_inner(role, text, upper, value)
            if place is not None:
                self._cut(index, text, place)
                return text[:place]
        return text

    def _cut(self, index: int, text: str, place: int) -> None:
        cut_line(self.lines, index, len(self.lines[index].text) - len(text) + place)
        self.cuts += 1

    def _cut_run_together(self, index: int, text: str) -> None:
        """Cut a line in which an exporter ran a whole transport header together."""
        if "VZCZC" not in text or self.cuts > MOST_CUTS:
            return
        blanks = len(self.lines[index].text) - len(text)
        for place in reversed(find_run_together(text)):
            cut_line(self.lines, index, blanks + place)
            self.cuts += 1

    def _goes_on(self, index: int, text: str) -> bool:
        """Whether a line belongs to the field that is open."""
        field = self.field
        check = CONTINUATIONS.get(field) if field is not None else None
        if check is None or field is None:
            return False
        place = None
        if field in FIELDS and self.cuts < MOST_CUTS and len(text) <= LONGEST_FIELD_LINE:
            place = find_inner(field, text, in_capitals(text), 0)
        own = text if place is None else text[:place]
        gathered = self.gathered
        if place is not None and opens_with_words(text):
            return False
        if not own.strip() or not check(gathered.sink, own, after_blank=self.after_blank):
            return False
        if field is Role.SUBJECT and gathered.text(field) and self._is_underlined(index):
            return False
        if field is not Role.TAGS and read_captions(own)[0]:
            return False
        if place is not None:
            self._cut(index, text, place)
        line = self.lines[index]
        line.role = field
        gathered.add(field, line, line.text)
        return True

    def _is_underlined(self, index: int) -> bool:
        """Whether a rule stands below a line, which then is a heading."""
        following = self.lines[index + 1] if index + 1 < len(self.lines) else None
        return following is not None and is_rule(following.text.strip())

    # -- above the fields ---------------------------------------------------------------------

    def _take_transport(self, index: int, line: LogicalLine, text: str, upper: str) -> bool:
        """Addressees, routing lines, the date-time group, the classification, distribution."""
        role = self._transport_role(text, upper)
        if role is None:
            return may_be_classification(text) and self._take_classification(index, text)
        line.role = role
        if role is self.field and role in GOING_ON:
            self.gathered.add(role, line, text)
        else:
            self.field = role
            self.gathered.open(role, line, text)
        return True

    def _transport_role(self, text: str, upper: str) -> Role | None:
        """The role of a line above the classification that has no word of its own."""
        field = self.field
        if self.part is Part.TEXT and (
            Role.DATE_TIME_GROUP in self.gathered.pieces or not read_date_time_group(text)
        ):
            return None
        first = upper[0]
        if first == upper[1:2] and first in "ZOPR" and ROUTING.match(upper):
            return Role.ROUTING
        if field in ABOVE_ROUTING and INDICATORS.match(upper):
            return Role.ROUTING
        if "#" in text[:14] and STATION.match(upper):
            return Role.STATION
        if (first in "ZOPRY" or first.isdigit()) and read_date_time_group(text):
            return Role.DATE_TIME_GROUP
        if DASH_COUNTER.match(upper):
            return Role.DISTRIBUTION
        if field is Role.DISTRIBUTION or (text.isdigit() and len(text) == 2):
            return Role.DISTRIBUTION if self._is_distribution(text) else None
        if field in ADDRESSEES and not (
            may_be_classification(text) and read_classification_line(text)
        ):
            return field if may_be_addressee(text) or self._is_name(text) else None
        return None

    def _is_distribution(self, text: str) -> bool:
        """The rest of the lines of offices, and the names of those who cleared the text."""
        return not self.after_blank and (
            DISTRIBUTION_REST.match(text) is not None or (text.isupper() and len(text) < 60)
        )

    def _is_name(self, text: str) -> bool:
        """Whether a line below TO or INFO may be an addressee: ALL OECD CAPITALS."""
        return not self.after_blank and text.isupper() and ":" not in text and len(text) < 90

    def _take_classification(self, index: int, text: str) -> bool:
        """The classification line; of several above the captions the last whole one counts."""
        found = read_classification_line(text)
        if found is None:
            return False
        gathered = self.gathered
        whole = found.serial is not None or found.section_count is not None
        line = self.lines[index]
        line.role = Role.CLASSIFICATION
        if text[found.end :].strip(" \t/.*->"):
            self._cut(index, text, found.end)
        if gathered.classification is None or (whole and self._may_replace()):
            gathered.classification = found
            gathered.classification_place = (line, text[: found.end].strip())
            gathered.add_captions(read_captions(found.captions)[0])
        if whole or self.field in ADDRESSEES:
            self.part = Part.TEXT
            self.field = None
        return True

    def _may_replace(self) -> bool:
        return not self.gathered.passing and (
            self.part is Part.TRANSPORT or not self.gathered.captions
        )

    # -- between header lines -----------------------------------------------------------------

    def _stands_between(self, index: int) -> bool:
        """Captions, and lines that are no field's but stand above one: passing lines, debris."""
        line = self.lines[index]
        text = line.text.lstrip()
        if self._take_captions(index, text):
            return True
        self._cut_run_together(index, text)
        date = read_newspaper_date(text)
        if date is not None or EXPORT_NUMBER.match(text):
            line.role = Role.ARTEFACT
            self.gathered.newspaper_date = self.gathered.newspaper_date or date
            return True
        if PARTIAL_EXTRACT in text and self.part is not Part.FIELDS:
            line.role = Role.BOILERPLATE
            return True
        if index >= self.expected:
            self.expected = self._find_header_line(index)
        if index >= self.expected and not (
            self.part is Part.TEXT and PASSING.match(text) and text[:80].isupper()
        ):
            return False
        text = self._cut_inner(index, Role.PASSING, text, in_capitals(text), 0)
        if self.part is Part.TRANSPORT:
            line.role = Role.RULE if is_rule(text) else Role.ARTEFACT
            return True
        line.role = self.field = Role.PASSING
        self.gathered.open(Role.PASSING, line, text)
        return True

    def _take_captions(self, index: int, text: str) -> bool:
        """A line of captions; what follows them on it is a line of its own."""
        place = None
        if len(text) < LONGEST_FIELD_LINE and self.cuts < MOST_CUTS:
            place = find_inner(Role.CAPTION, text, in_capitals(text), 0)
        own = text if place is None else text[:place]
        captions, end = read_captions(own)
        if not captions:
            return False
        if end < len(own) or place is not None:
            self._cut(index, text, min(end, len(own)))
        self.lines[index].role = Role.CAPTION
        self.gathered.add_captions(captions)
        self.field = None
        if self.part is Part.TRANSPORT:
            self.part = Part.TEXT
        return True

    def _find_header_line(self, index: int) -> int:
        """The index of the next line that opens a field, if it is near enough; else -1."""
        left = NEAR if self.part is Part.FIELDS else FAR
        for place in range(index, len(self.lines)):
            line = self.lines[place]
            if line.role is not None:
                continue
            text = line.text.lstrip()
            if begins_body(text) and not (is_rule(text) and self.part is Part.TRANSPORT):
                break
            if self._is_header_line(text):
                return max(place, index + 1)
            left -= 1
            if not left:
                break
        return -1

    def _is_header_line(self, text: str) -> bool:
        """Whether a line further down is without doubt one of this header."""
        upper = in_capitals(text)
        keyword = keyword_at(upper)
        if keyword is not None and keyword.is_strong:
            role = keyword.role
            if role in FIELDS:
                marked = ":" in upper[: keyword.value] or role in PLAIN
                return marked and (role not in self.gathered.pieces or role in MERGED)
            return self.part is not Part.FIELDS and self._opens(keyword)
        if self.part is Part.FIELDS:
            inner = find_inner(Role.CAPTION, text[:400], upper[:400], 0)
            return inner is not None and upper[inner:].startswith("E")
        if find_inner(Role.CAPTION, text[:400], upper[:400], 0) is not None:
            return True
        if self.part is Part.TRANSPORT and may_be_classification(text):
            found = read_classification_line(text)
            return found is not None and found.serial is not None
        return False


ADDRESSEES: Final = frozenset({Role.ACTION, Role.INFO})
GOING_ON: Final = frozenset({Role.ACTION, Role.INFO, Role.ROUTING, Role.DISTRIBUTION})
ABOVE_ROUTING: Final = frozenset({Role.ROUTING, Role.TRANSMISSION_ID})
PLAIN: Final = frozenset({Role.EXECUTIVE_ORDER, Role.CLASSIFIED_BY})
"""Fields that their first word tells without a colon."""
MERGED: Final = frozenset({Role.REFERENCES, Role.CLASSIFIED_BY})
"""Fields that count again when they stand again."""
