"""`python -m tests.screenshots [NAME...]`: all pictures, or those whose names begin so."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).resolve().parents[2] / "screenshots"

# Large enough for the largest window; else Qt has a screen of 800 by 800.
SCREEN: Final = {"name": "made-up", "x": 0, "y": 0, "width": 2600, "height": 1500}


def main(names: list[str]) -> int:
    """Take the pictures, and say where they are."""
    screen = FOLDER / "screen.json"
    FOLDER.mkdir(exist_ok=True)
    screen.write_text(json.dumps({"screens": [SCREEN]}), encoding="ascii")
    os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={screen}")
    from PySide6.QtWidgets import QApplication

    from tests.screenshots.pictures import PICTURES
    from tests.screenshots.taking import take

    application = QApplication(["cable-reader", "-style", "fusion"])
    taken = [each for each in PICTURES if not names or each.name.startswith(tuple(names))]
    for picture in taken:
        take(application, picture, FOLDER)
    sys.stdout.write(f"{len(taken)} of {len(PICTURES)} pictures in {FOLDER}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
