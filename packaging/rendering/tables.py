"""What all rendered files are made from: names, endings, commands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.cli import commands
from reader.cli.window import WINDOW
from reader.formats.registry import FORMATS
from reader.registering.entries import file_types

if TYPE_CHECKING:
    from reader.cli.options import Command

ROOT: Final = Path(__file__).resolve().parents[2]
APP_ID: Final = "org.cablereader.reader"
# Whoever publishes the program names its page here; nothing of the program looks at it.
HOME_PAGE: Final = "https://cable-reader.example"
ALL_COMMANDS: Final[tuple[Command, ...]] = (WINDOW, *commands())
SUMMARY: Final = "Read US diplomatic cables"


def endings() -> tuple[str, ...]:
    """Every ending that FORMATS knows, without those of two parts."""
    return tuple(sorted({ending for row in FORMATS for ending in row.endings}))


def own_endings() -> tuple[str, ...]:
    """The endings of the program's own type that a system with simple endings can have."""
    return tuple(
        ending for each in file_types() for ending in each.endings if ending.count(".") == 1
    )


def other_endings() -> tuple[str, ...]:
    """The endings for which the program is only offered."""
    return tuple(ending for ending in endings() if ending not in own_endings())


def release_date() -> str:
    """The day of the newest release in the change log; of a version to come, its last change."""
    for line in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            return line.rpartition(", ")[2]
    raise SystemExit("CHANGELOG.md names no release.")
