"""Light text on dark."""

from __future__ import annotations

from typing import Final

from reader.cable.model import Classification
from reader.desktop.theme.colours import Chip, Highlight, Theme

DARK: Final = Theme(
    name="dark",
    is_dark=True,
    has_edges=False,
    window="#17181A",
    base="#1E1F22",
    raised="#2A2C30",
    text="#E2DFD8",
    muted="#A8A59D",
    disabled="#96938B",
    accent="#8CBBEE",
    on_accent="#14202D",
    link="#8CBBEE",
    rule="#36383D",
    edge="#80848D",
    selection="#2E4A6B",
    selection_text="#F3F1EC",
    hit="#54450F",
    hit_text="#FBF3D6",
    current_hit="#E9A83A",
    gutter="#9A978F",
    bookmark="#E9B949",
    reading="#55585F",
    passage="#282A2F",
    redaction="#B9B5AB",
    mark="#E5AE8B",
    notice="#3A3213",
    notice_text="#F4E3A6",
    error="#46201B",
    error_text="#F7C6BE",
    chips=(
        (Classification.UNCLASSIFIED, Chip("#1D3524", "#A6D9B3", "#3E6B4B")),
        (Classification.LIMITED_OFFICIAL_USE, Chip("#32243F", "#D3B8EE", "#684B85")),
        (Classification.CONFIDENTIAL, Chip("#1B3048", "#A9CDF2", "#3F648C")),
        (Classification.SECRET, Chip("#47201C", "#F6B9B1", "#8A453D")),
        (Classification.TOP_SECRET, Chip("#46300F", "#F5C98E", "#855F28")),
    ),
    bands=("#7D786D", "#4FA3A6", "#C9736A", "#6C9BD0", "#A48BD0", "#36383D"),
    unmarked=Chip("#303237", "#BDB9B0", "#4B4E55"),
    highlights=(
        Highlight("yellow", "#4D420F", "●", "#E3C341"),
        Highlight("green", "#1F4423", "▲", "#79C77D"),
        Highlight("blue", "#1E3C5C", "■", "#7FB4EC"),
        Highlight("pink", "#51263B", "◆", "#EE92B8"),
    ),
)
