"""`python -m tests.screenshots [NAME...]`: all pictures, or those whose names begin so."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from tests.desk import OFFSCREEN

FOLDER: Final = Path(__file__).resolve().parents[2] / "screenshots"


def main(names: list[str]) -> int:
    """Take the pictures, and say where they are."""
    FOLDER.mkdir(exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", OFFSCREEN)
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
