"""Dark text on light: the colours of paper by daylight."""

from __future__ import annotations

from typing import Final

from reader.cable.model import Classification
from reader.desktop.theme.colours import Chip, Highlight, Theme

LIGHT: Final = Theme(
    name="light",
    is_dark=False,
    has_edges=False,
    window="#F1EFEA",
    base="#FDFCF9",
    raised="#FFFFFF",
    text="#23211D",
    muted="#625D55",
    disabled="#6B665E",
    accent="#1C5A93",
    on_accent="#FFFFFF",
    link="#1C5A93",
    rule="#DDD9D0",
    edge="#7C776C",
    selection="#C9DDF2",
    selection_text="#1B1A17",
    hit="#FBE7A1",
    hit_text="#23211D",
    current_hit="#B05F00",
    gutter="#6B665D",
    bookmark="#8A5A00",
    reading="#C5BFB2",
    passage="#F6F3EB",
    redaction="#4A4741",
    mark="#8A4B2A",
    notice="#FFF4D1",
    notice_text="#4A3B08",
    error="#FBE3DE",
    error_text="#7A1D12",
    # The hues of the cover sheets SF 703 to 710, quietly: green, violet, blue, red, orange.
    chips=(
        (Classification.UNCLASSIFIED, Chip("#E2F0E4", "#1C5B2E", "#9CC7A6")),
        (Classification.LIMITED_OFFICIAL_USE, Chip("#EEE6F6", "#5A2F86", "#C2A9DC")),
        (Classification.CONFIDENTIAL, Chip("#E0ECF8", "#17497D", "#9CBEE0")),
        (Classification.SECRET, Chip("#FBE3DF", "#8E1B12", "#E0A49C")),
        (Classification.TOP_SECRET, Chip("#FDE8D0", "#7F3D00", "#E5B27C")),
    ),
    bands=("#A39A88", "#3D8A8F", "#B5564A", "#4A7FBA", "#8668B5", "#DDD9D0"),
    unmarked=Chip("#E9E6DF", "#55514A", "#C9C4B8"),
    highlights=(
        Highlight("yellow", "#FFF0A8", "●", "#8F6B00"),
        Highlight("green", "#D6F0CF", "▲", "#2F7A2B"),
        Highlight("blue", "#D6E8FA", "■", "#2B6CB0"),
        Highlight("pink", "#FBDDE9", "◆", "#B03A6E"),
    ),
)
