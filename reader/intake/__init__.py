"""Paths become cables: one cable, many of them, or a list of what a file holds."""

from reader.intake.cables import (
    STANDARD_INPUT,
    STANDARD_INPUT_NAME,
    Reading,
    read_cable,
    read_cables,
    read_inputs,
    read_stream,
    read_text_as_cable,
)
from reader.intake.folders import FoundFile, find_files

__all__ = [
    "STANDARD_INPUT",
    "STANDARD_INPUT_NAME",
    "FoundFile",
    "Reading",
    "find_files",
    "read_cable",
    "read_cables",
    "read_inputs",
    "read_stream",
    "read_text_as_cable",
]
