"""The settings that the reader can choose, declared once: a page each, and what a control says."""

from __future__ import annotations

from typing import Final, NamedTuple

from reader.settings import (
    CLOSEST_LINES,
    LARGEST_ZOOM,
    NARROWEST_COLUMN,
    SMALLEST_ZOOM,
    WIDEST_COLUMN,
    WIDEST_LINES,
    ThemeChoice,
)


class Choice(NamedTuple):
    """A setting with a few values, in a box that opens."""

    name: str
    title: str
    help: str
    values: tuple[tuple[object, str], ...]
    """Each value and its words."""


class Number(NamedTuple):
    """A setting that is a number between two."""

    name: str
    title: str
    help: str
    smallest: int
    largest: int
    step: int
    unit: str
    """The words of a value, with {number} in it."""


class Face(NamedTuple):
    """A setting that is a face of type; empty for the program's own choice."""

    name: str
    title: str
    help: str


class CitationStyle(NamedTuple):
    """A setting that is a style of citations; empty for the id and the paragraph alone."""

    name: str
    title: str
    help: str


class Switch(NamedTuple):
    """A setting that is on or off."""

    name: str
    title: str
    help: str


Setting = Choice | Number | Face | CitationStyle | Switch


class Page(NamedTuple):
    """A page of the dialog."""

    name: str
    title: str
    settings: tuple[Setting, ...] = ()
    has_sample: bool = False
    """Whether a few words below show what was chosen."""


PAGES: Final = (
    Page(
        "appearance",
        "Appearance",
        (
            Choice(
                "theme",
                "&Colours",
                "The system may ask for light, dark or high contrast.",
                (
                    (ThemeChoice.SYSTEM, "As the system"),
                    (ThemeChoice.LIGHT, "Light"),
                    (ThemeChoice.SEPIA, "Sepia"),
                    (ThemeChoice.DARK, "Dark"),
                    (ThemeChoice.CONTRAST, "High contrast"),
                ),
            ),
        ),
        has_sample=True,
    ),
    Page(
        "reading",
        "Reading",
        (
            Face("body_font", "&Font", "Faces for long reading come first."),
            Number("zoom", "&Size", "", SMALLEST_ZOOM, LARGEST_ZOOM, 10, "{number} %"),
            Number(
                "line_height",
                "&Line height",
                "From one line to the next, of the size of the letters.",
                CLOSEST_LINES,
                WIDEST_LINES,
                10,
                "{number} %",
            ),
            Number(
                "column",
                "Column &width",
                "About 70 letters in a line are easiest to read.",
                NARROWEST_COLUMN,
                WIDEST_COLUMN,
                5,
                "{number} letters",
            ),
        ),
        has_sample=True,
    ),
    Page(
        "remembering",
        "Remembering",
        (
            Switch(
                "remember",
                "&Remember opened files",
                "The files and tabs that were open, and your place in them. When this is off, "
                "nothing of what you read is remembered, and what was is forgotten. Your marks "
                "are kept.",
            ),
        ),
    ),
    Page(
        "citing",
        "Citing",
        (
            CitationStyle(
                "citation_style",
                "&Style of citations",
                "What Copy citation gives. Styles that are adapted say so: no manual of theirs "
                "has a rule for cables.",
            ),
            Switch(
                "print_notes",
                "&Print my notes",
                "Your notes stand at the end of what is printed and saved.",
            ),
        ),
    ),
    Page("keys", "Keys"),
)
"""The pages of the dialog, in order; the keys have a form of their own."""

NAMES: Final = tuple(setting.name for page in PAGES for setting in page.settings)
"""The fields of Settings that can be chosen here."""
