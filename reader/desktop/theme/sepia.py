"""Brown text on the colour of old paper, warm and a little darker than light."""

from __future__ import annotations

from typing import Final

from reader.cable.model import Classification
from reader.desktop.theme.colours import Chip, Highlight, Theme

SEPIA: Final = Theme(
    name="sepia",
    is_dark=False,
    has_edges=False,
    window="#E9DFC9",
    base="#F6EEDC",
    raised="#FBF6E9",
    text="#3A2E1F",
    muted="#655640",
    disabled="#6B5B45",
    accent="#7A4412",
    on_accent="#FFFFFF",
    link="#7A4412",
    rule="#D3C5A8",
    edge="#786847",
    selection="#E2CDA3",
    selection_text="#2A2015",
    hit="#F2D98A",
    hit_text="#3A2E1F",
    current_hit="#9A5300",
    gutter="#6B5B45",
    bookmark="#7E5200",
    reading="#BFAE8C",
    passage="#F0E5CD",
    redaction="#544632",
    mark="#8A4423",
    notice="#F7E7B4",
    notice_text="#4A3B08",
    error="#F5D9CC",
    error_text="#7A1D12",
    chips=(
        (Classification.UNCLASSIFIED, Chip("#DCE8CC", "#1F5128", "#9DB98C")),
        (Classification.LIMITED_OFFICIAL_USE, Chip("#E7DBEA", "#542A7C", "#BBA0C9")),
        (Classification.CONFIDENTIAL, Chip("#D7E2EA", "#17426F", "#98B2C9")),
        (Classification.SECRET, Chip("#F3D5CA", "#86190F", "#D69A8D")),
        (Classification.TOP_SECRET, Chip("#F4DBB8", "#713600", "#D6A56C")),
    ),
    bands=("#8F8066", "#3A7C80", "#A34F43", "#456F9F", "#7A5EA3", "#D3C5A8"),
    unmarked=Chip("#E4DAC2", "#574A35", "#BFB190"),
    highlights=(
        Highlight("yellow", "#F7E39A", "●", "#7F5F00"),
        Highlight("green", "#D3E6BE", "▲", "#3B6E24"),
        Highlight("blue", "#CFDEE6", "■", "#2B5F92"),
        Highlight("pink", "#F3CFCF", "◆", "#A03460"),
    ),
)
