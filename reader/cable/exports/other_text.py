"""A text that is no cable, as it is set for paper and saved: it says of itself what it is."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from reader.cable.exports.cleaning import clean_text
from reader.cable.exports.edition import Edition, Fact, Piece, Shape
from reader.cable.exports.forms import plain_name
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_CABLE: Final = "Text that is no cable"
"""Stands where a cable has its classification."""
SENTENCE: Final = (
    "No telegram was recognised in this text. It stands here line by line as it was received, "
    "without signs that hide or control others."
)


def edition_of_text(name: str, text: str) -> Edition:
    """A text with the name of its file, ready to be set; its lines end where they ended."""
    facts = (Fact(tr("What it is"), tr(SENTENCE)),)
    return Edition(name, name, tr(NO_CABLE), facts, tuple(_pieces(text)), ())


def clean_copy(name: str, text: str) -> str:
    """A text to be saved, below a head that says what it is."""
    return f"{name}\n{tr(NO_CABLE)}. {tr(SENTENCE)}\n\n{'-' * 40}\n\n{_cleaned(text)}\n"


def name_of_text(name: str, ending: str) -> str:
    """A name for the file, in plain letters."""
    return plain_name(PurePath(name).stem, "text") + ending


def _pieces(text: str) -> Iterator[Piece]:
    """A piece for lines that follow each other without a blank one between."""
    lines: list[str] = []
    for line in (*_cleaned(text).split("\n"), ""):
        if line.strip():
            lines.append(line.rstrip())
        elif lines:
            yield Piece(Shape.TEXT, "\n".join(lines))
            lines = []


def _cleaned(text: str) -> str:
    return clean_text(text).text.strip("\n")
