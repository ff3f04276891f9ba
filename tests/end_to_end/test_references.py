"""A journalist checks a reference, comes back, and finds all of it open again the next day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end_to_end.screen import Screen

pytestmark = pytest.mark.end_to_end

CABLE = """R 031200Z MAR 09
FM AMEMBASSY OSLO
TO SECSTATE WASHDC

UNCLAS OSLO {number:05}

E.O. 12958: N/A
TAGS: PREL
SUBJECT: {subject}
{references}
{paragraphs}

FAIRWEATHER
"""


def write(path: Path, number: int, subject: str, references: str = "") -> Path:
    paragraphs = "\n\n".join(
        f"{place}. (U) As ref A reports, the ferry has {place} lamps." for place in range(1, 30)
    )
    path.write_text(
        CABLE.format(number=number, subject=subject, references=references, paragraphs=paragraphs)
    )
    return path


def test_a_journalist_checks_a_reference(
    screen: Screen, tmp_path: Path, private_home: Path
) -> None:
    cable = write(tmp_path / "lamps.txt", 1, "WHO COUNTS THE LAMPS", "REF: A. OSLO 2\n")
    write(tmp_path / "09OSLO2.txt", 2, "THE FERRY AGAIN")

    program = screen.start(str(cable))
    program.shows("09OSLO1")
    screen.copies("09OSLO1, para. 1", "c")
    screen.press(*"nnnnnn")
    screen.copies("09OSLO1, para. 7", "c")
    # To the reference by its letter, back, and there again by its link.
    program.goes("09OSLO2", "o", "a")
    screen.copies("09OSLO2, para. 1", "c")
    screen.press("alt+Left")
    program.shows("09OSLO1")
    screen.copies("09OSLO1, para. 7", "c")
    screen.press("ctrl+Tab")
    program.shows("09OSLO2")
    screen.press("ctrl+w")
    program.shows("09OSLO1")
    screen.press("ctrl+shift+t")
    program.shows("09OSLO2")
    screen.press("ctrl+shift+Tab")
    program.shows("09OSLO1")
    program.quit()

    program = screen.start()
    program.shows("09OSLO1")
    screen.copies("09OSLO1, para. 7", "c")
    screen.press("ctrl+Tab")
    program.shows("09OSLO2")
    program.quit()

    settings = private_home / "cable-reader" / "config" / "settings.json"
    settings.write_text(settings.read_text().replace('"remember": true', '"remember": false'))
    program = screen.start()
    program.shows("^Cable Reader$")
    program.quit()
    assert "09OSLO2" not in settings.read_text()
    assert not (private_home / "cable-reader" / "state" / "tabs.json").exists()
