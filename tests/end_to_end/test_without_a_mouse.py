"""Somebody works without a mouse, from opening a cable to printing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdf
import pytest

from tests.conftest import SAMPLE_ID
from tests.end_to_end.screen import Screen, until

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.end_to_end


def is_whole(path: Path) -> bool:
    """Whether a PDF has been written to its end."""
    return path.exists() and b"%%EOF" in path.read_bytes()[-32:]


def test_a_cable_is_opened_read_and_printed_by_keys(
    screen: Screen, sample_path: Path, private_home: Path, tmp_path: Path
) -> None:
    program = screen.start()
    program.shows("^Cable Reader$")
    # The window takes its keys only after it was painted.
    program.goes("Open a cable", "ctrl+o")
    screen.type(str(sample_path))
    screen.press("Return")
    program.shows(f"^{SAMPLE_ID}")
    screen.copies(f"{SAMPLE_ID}, para. 1", "c")
    screen.press(*"nnn")
    screen.copies(f"cable:{SAMPLE_ID}#p4", "ctrl+shift+l")

    screen.press("ctrl+p")
    program.shows("^Print")
    screen.press("Return")
    printed = private_home / f"{SAMPLE_ID}.pdf"
    until("the printed pages", lambda: is_whole(printed))
    program.shows(f"^{SAMPLE_ID}")

    screen.press("ctrl+shift+s")
    program.shows("^Save as")
    saved = tmp_path / "ferry.pdf"
    screen.press("ctrl+a")
    screen.type(str(saved))
    screen.press("Return")
    until("the saved pages", lambda: is_whole(saved))
    for path in (printed, saved):
        first, second = (page.extract_text() for page in pypdf.PdfReader(path).pages)
        assert "page 1 of 2" in " ".join(first.split())
        assert "page 2 of 2" in " ".join(second.split())
    program.shows(f"^{SAMPLE_ID}")
    program.quit()
