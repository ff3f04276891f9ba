"""A header and a body that were run together without a sign between them (TELEGRAM.md 1.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.lines import cut_line, is_set
from reader.cable.model import Role
from reader.cable.patterns import pattern

if TYPE_CHECKING:
    from reader.cable.lines import LogicalLine

# The roles that a line has wherever it stands.
KEPT: Final = frozenset({Role.BLANK, Role.PAGE_BREAK, Role.STAMP})

# AMEMBASSY OSLOUNCLAS REYKJAVIK 003235; ... is not available.C O N F I D E N T I A L OSLO 000001
CLASSIFICATION_IN_LINE: Final = pattern(
    r"(?<=[A-Za-z.>0-9])(?<!\b[A-Za-z])(?:UNCLAS|C O N F I D E N|S E C R E T\b|L I M I T E D"
    r"|CONFIDENTIAL\b)[A-Z /]{0,60}(?:SECTION[ \t]{1,3}\d{2} OF \d{2} [A-Z .'-]{2,40})?\d{3,6}\b"
)


def cut_run_together(lines: list[LogicalLine], end: int) -> bool:
    """Cut the line above `end` in which a classification line begins; whether there is one.

    The roles that were given on the way are taken back, so that the header can be read again.
    """
    for index in range(min(end + 1, len(lines))):
        text = lines[index].text
        may_hold = len(text) > 12 and not is_set(text)
        found = CLASSIFICATION_IN_LINE.search(text) if may_hold else None
        if found:
            cut_line(lines, index, found.start())
            for line in lines[: end + 2]:
                if line.role not in KEPT:
                    line.role = None
            return True
    return False
