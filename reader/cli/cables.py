"""The cable that a word of the command line names: a file, standard input, or an id."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from reader.errors import UnreadableFile

if TYPE_CHECKING:
    from typing import BinaryIO

    from reader.cable.model import Cable


def standard_input() -> BinaryIO | None:
    """The bytes that the program is sent; None when it was started without."""
    return sys.stdin.buffer if sys.stdin is not None else None


def find_cable(named: str) -> Cable:
    """The first cable in a file or on standard input.

    Raises ReaderError for what cannot be read, and for an id, by which alone nothing is found.
    """
    from reader.intake import STANDARD_INPUT, read_cable, read_stream  # noqa: PLC0415

    if named == STANDARD_INPUT:
        return next(read_stream(standard_input()))
    if _is_id(named):
        raise UnreadableFile(
            f"{named.strip()} is the id of a cable, and a cable cannot be found by its id alone.",
            hint="Name the file that holds it.",
        )
    return read_cable(named)


def _is_id(named: str) -> bool:
    """Whether a word that names no file reads as the id of a cable: 09OSLO9004."""
    from reader.cable.identifiers import canonical_id  # noqa: PLC0415

    return not os.path.lexists(named) and canonical_id(named) is not None
