"""The screen of tests that have no X server: as large as a desk's, so that no window is cut."""

from __future__ import annotations

from pathlib import Path
from typing import Final

OFFSCREEN: Final = f"offscreen:configfile={Path(__file__).with_name('desk.json')}"
"""For QT_QPA_PLATFORM; 2600x1600 pixels; Qt's own would be 800 by 800."""
