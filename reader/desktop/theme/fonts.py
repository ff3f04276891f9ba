"""The fonts of the window: for reading, for labels and numbers, for texts as received."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

READING_SCALE: Final = 1.34
"""Reading text is this much larger than the application's font: 9 points become 12."""

READING_FAMILIES: Final = (
    "Source Serif 4",
    "Source Serif Pro",
    "Charter",
    "Bitstream Charter",
    "Literata",
    "Noto Serif",
    "Georgia",
    "Cambria",
    "Liberation Serif",
    "DejaVu Serif",
)
"""Serif faces for long reading on a screen, the best first."""


def reading_families() -> tuple[str, ...]:
    """The reading faces that this machine has, the best first."""
    # All at once: to ask for one that is not there has the system look for another like it. Where
    # two makers have a face of one name, theirs stands behind it: `Georgia [Ascender]`.
    there = {name.partition(" [")[0] for name in QFontDatabase.families()}
    return tuple(family for family in READING_FAMILIES if family in there)


def reading_font(zoom: int = 100, family: str = "") -> QFont:
    """The font of a cable's text at a zoom in per cent; `family` is the reader's own choice."""
    font = QFont(family or _best_reading_family())
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(_point_size() * READING_SCALE * zoom / 100)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


@cache
def _best_reading_family() -> str:
    return next(iter(reading_families()), "Serif")


def interface_font(zoom: int = 100) -> QFont:
    """The font of labels, numbers and markings beside the text, at a zoom in per cent."""
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(_point_size() * zoom / 100)
    return font


def monospace_font(zoom: int = 100) -> QFont:
    """The font of tables and of the text as received, at a zoom in per cent."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setFixedPitch(True)
    font.setPointSizeF(_point_size() * 1.1 * zoom / 100)
    return font


def _point_size() -> float:
    font = QGuiApplication.font()
    size = font.pointSizeF()
    return size if size > 0 else QFontInfo(font).pointSizeF()
