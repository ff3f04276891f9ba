"""Remarks on a cable in words: of which kind they are, and where the place is."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.cable.model import NOWHERE
from reader.translation import tr

if TYPE_CHECKING:
    from reader.cable.model import Cable, Problem

KINDS: Final = {
    "carrier_alone": "Only the file says so",
    "carrier_classification": "File and telegram differ",
    "carrier_date": "File and telegram differ",
    "carrier_id": "File and telegram differ",
    "carrier_subject": "File and telegram differ",
    "classification_line": "Garbled in transmission",
    "classification_portions": "Classification and paragraphs differ",
    "date_time_group": "Odd date",
    "last_page": "Something may be missing",
    "look_alike_letters": "Letters that only look right",
    "page_line": "Page lines do not agree",
    "paragraph_number": "Odd paragraph number",
    "section_count": "Something may be missing",
    "section_line": "Sections do not agree",
    "signs_not_obeyed": "Signs that are not obeyed",
    "station_line_serial": "Serial numbers differ",
    "subject_line": "A field is missing",
    "tags_line": "Garbled in transmission",
}
"""What sort of remark a rule makes."""


class Remark(NamedTuple):
    """A remark as a list shows it."""

    problem: Problem
    kind: str
    place: str
    """Where it is in words: `line 24, in paragraph 3`; empty for a remark on the whole."""


def remarks_of(cable: Cable) -> tuple[Remark, ...]:
    """The remarks on a cable in the order in which they were made."""
    starts = [line.start for line in cable.lines]
    numbers = _line_numbers(cable)
    return tuple(
        Remark(
            problem,
            tr(KINDS.get(problem.rule, "Remark")),
            _place(cable, problem, starts, numbers) if problem.span != NOWHERE else "",
        )
        for problem in cable.problems
    )


def _line_numbers(cable: Cable) -> list[int]:
    """Where the lines of the text as received begin, as editors number them."""
    starts = [0]
    text = cable.text
    place = text.find("\n") if cable.problems else -1
    while place >= 0:
        starts.append(place + 1)
        place = text.find("\n", place + 1)
    return starts


def _place(cable: Cable, problem: Problem, starts: list[int], numbers: list[int]) -> str:
    offset = problem.span.start
    line = bisect_right(numbers, offset)
    ordinal = bisect_right(cable.paragraphs, offset, key=lambda each: each.start) - 1
    index = bisect_right(starts, offset) - 1
    if ordinal >= 0 and cable.paragraphs[ordinal].number is not None:
        number = cable.paragraphs[ordinal].number
        return tr("line {line}, at paragraph {number}", line=line, number=number)
    if 0 <= index < len(cable.lines):
        return tr("line {line}, {role}", line=line, role=tr(cable.lines[index].role.value))
    return tr("line {line}", line=line)
