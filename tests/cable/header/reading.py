"""Reading a header from a text, for the tests of this folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cable.header import read_header
from reader.cable.lines import ReadingText, read_lines
from reader.cable.model import Role, Telegram

if TYPE_CHECKING:
    from reader.cable.header import HeaderReading
    from reader.cable.lines import LogicalLine


def read(text: str, year: int | None = None) -> tuple[HeaderReading, list[LogicalLine]]:
    """The header of a text, and the lines with the roles that it gave them."""
    lines = read_lines(ReadingText(Telegram(text)))
    return read_header(lines, year=year), lines


def header_of(*lines: str, year: int | None = None):
    """The header of a text that is given line by line."""
    reading, _ = read("\n".join(lines), year)
    return reading.header


def roles_of(*lines: str) -> list[tuple[str, Role | None]]:
    """The words of each line of a text that is not blank, with its role."""
    _, read_lines_ = read("\n".join(lines))
    return [(line.text.strip(), line.role) for line in read_lines_ if line.role is not Role.BLANK]
