"""The text as received, cut into logical lines that keep their offsets.

Read first is what does not depend on its place: blank lines, page lines and stamps, which are lines
of their own also where they were glued into a sentence.
"""

from reader.cable.lines.logical import (
    CoveredLines,
    LogicalLine,
    cut_at,
    cut_line,
    split_lines,
)
from reader.cable.lines.reading import ReadingText
from reader.cable.lines.rules import read_lines
from reader.cable.lines.signs import is_set

__all__ = [
    "CoveredLines",
    "LogicalLine",
    "ReadingText",
    "cut_at",
    "cut_line",
    "is_set",
    "read_lines",
    "split_lines",
]
