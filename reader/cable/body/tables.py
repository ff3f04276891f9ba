"""Tables: lines that share their columns, which are kept as they are set (TELEGRAM.md 2.9)."""

from __future__ import annotations

from typing import Final

from reader.cable.body.shapes import is_filler
from reader.cable.patterns import pattern

FEWEST_ROWS: Final = 3
PAIR: Final = 2
"""Rows that are a table too where both have a wide gap: names of columns, and what these hold."""
LONGEST_HEAD: Final = 240
"""Characters of a line that names columns."""
WIDE: Final = 3
"""Blanks of a gap that makes a table alone; of narrower ones two are needed."""

MOST_HEADS: Final = 3
"""Lines above a table's rows that name its columns, a rule among them."""

# The gap between two columns.
GAP: Final = pattern(r"(?<=\S)[ ]{2,}(?=\S)")


def find_tables(texts: list[str]) -> list[tuple[int, int]]:
    """The tables among some lines, first and end: rows that share their gaps."""
    gaps = [_gaps(text) for text in texts]
    rules = [text[:1] in "-=_ " and is_filler(text) for text in texts]
    tables: list[tuple[int, int]] = []
    start = 0
    for index in range(1, len(texts) + 1):
        if index < len(texts) and (
            _share(gaps[index - 1], gaps[index])
            or (rules[index] and gaps[index - 1][0])
            or (rules[index - 1] and gaps[index][0])
        ):
            continue
        rows = index - start
        is_pair = rows == PAIR and gaps[start][2] and gaps[start + 1][2]
        if rows >= FEWEST_ROWS or is_pair:
            top = start
            while top > (tables[-1][1] if tables else 0) and top > start - MOST_HEADS:
                if not _names_columns(texts[top - 1], texts[top]):
                    break
                top -= 1
            tables.append((top, index))
        start = index
    return tables


def _gaps(text: str) -> tuple[frozenset[int], frozenset[int], frozenset[int]]:
    """Where the gaps of a line begin, where they end, and where the wide ones end."""
    if "\t" in text:
        text = text.expandtabs()
    matches = list(GAP.finditer(text))
    return (
        frozenset(match.start() for match in matches),
        frozenset(match.end() for match in matches),
        frozenset(match.end() for match in matches if match.end() - match.start() >= WIDE),
    )


def _share(
    above: tuple[frozenset[int], frozenset[int], frozenset[int]],
    below: tuple[frozenset[int], frozenset[int], frozenset[int]],
) -> bool:
    """Whether two lines share two gaps, on their left or right side, or a wide one."""
    return len(above[0] & below[0]) > 1 or len(above[1] & below[1]) > 1 or bool(above[2] & below[2])


# Port            Ferries    Bales
# -----           -------    -----
# Bluff Harbor          2     4212
def _names_columns(head: str, row: str) -> bool:
    """Whether a line names the columns of the line below it: each of its gaps lies over one."""
    if len(head) > LONGEST_HEAD or len(row) > LONGEST_HEAD:
        return False
    above = [match.span() for match in GAP.finditer(head.expandtabs())]
    below = [match.span() for match in GAP.finditer(row.expandtabs())]
    return len(above) > 1 and all(
        any(start < other_end and other_start < end for other_start, other_end in below)
        for start, end in above
    )
