"""Where cited cables are: files beside the one that is read, and recent ones, by name and content.

A file counts when it is called as the cable is and its text has that very id. Nothing here knows
of the window: a worker does it. A path that a cable names is never followed.
"""

from __future__ import annotations

import os
import stat
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.desktop.session.document import MEMBER_SIGN
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.cable.model import Cable
    from reader.intake.catalogue import Catalogue

MOST_NAMES: Final = 20_000
"""Names in a folder that are looked at."""
MOST_READ: Final = 60
"""Files that are read for the references of one cable."""
MOST_ALIKE: Final = 2
"""Files that are read for one of its references."""
LARGEST_READ: Final = 2_000_000
"""Bytes of a file that is read."""
LONGEST_SUMMARY: Final = 400
"""Characters of a cable that are shown before it is opened."""
SHORT_YEAR: Final = 2
"""Digits of the year in a canonical id of this century and the last."""


class Glimpse(NamedTuple):
    """What is told of a cable before it is opened."""

    subject: str = ""
    sent: str = ""
    """Day and time in UTC, as 2009-03-02 04:36Z."""
    summary: str = ""
    """The beginning of its summary, or of its text where it has none."""


class Way(Enum):
    """How a cited cable can be opened."""

    OPEN = "it is open in a tab"
    BESIDE = "its file lies beside this one"
    RECENT = "its file was opened lately"
    LISTED = "it is in the same list"


class Found(NamedTuple):
    """A cited cable that can be opened, and what it is about."""

    way: Way
    path: str
    """What it is opened by; empty for a pasted text, which is open."""
    glimpse: Glimpse


def glimpse_of(cable: Cable) -> Glimpse:
    """What is told of a cable before it is opened."""
    from reader.cable.model import PassageKind  # noqa: PLC0415 - with the worker's other needs

    header = cable.header
    sent = header.sent.strftime("%Y-%m-%d %H:%MZ") if header.sent else header.date_time_group or ""
    text = next((each.text for each in cable.paragraphs if each.text), "")
    for passage in cable.passages:
        if passage.kind is PassageKind.SUMMARY:
            text = cable.paragraphs[passage.ordinal].text[passage.start : passage.end]
            break
    words = " ".join(text[: 2 * LONGEST_SUMMARY].split())
    if len(words) > LONGEST_SUMMARY:
        words = f"{words[:LONGEST_SUMMARY].rpartition(' ')[0]}…"
    return Glimpse(header.subject or "", sent, words)


def find_near(
    path: str, targets: Sequence[str], recent: Sequence[str], stopped: Callable[[], bool]
) -> dict[str, Found]:
    """The cited cables that lie in the folder of `path`, or are among the recent files."""
    beside = list(_files_in(os.path.dirname(path))) if path else []  # noqa: PTH120  any bytes kept
    known = {*beside, path}
    others = [each for each in recent if each not in known]
    found: dict[str, Found] = {}
    budget = MOST_READ
    for files, way in ((beside, Way.BESIDE), (others, Way.RECENT)):
        for target, candidates in _alike(files, targets).items():
            for candidate in candidates if target not in found else ():
                if not budget or stopped():
                    return found
                budget -= 1
                cable = _read(candidate) if candidate != path else None
                if cable is not None and cable.canonical_id == target:
                    found[target] = Found(way, candidate, glimpse_of(cable))
                    break
    return found


def find_listed(catalogue: Catalogue, targets: Iterable[str]) -> dict[str, Found]:
    """The cited cables that are in a list."""
    rows = {target: catalogue.find(target) for target in targets}
    return {
        target: Found(
            Way.LISTED, f"{catalogue.path}{MEMBER_SIGN}{target}", Glimpse(row.subject, row.sent)
        )
        for target, row in rows.items()
        if row is not None
    }


def _files_in(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder or ".") as entries:
            for count, entry in enumerate(entries):
                if count == MOST_NAMES:
                    return
                yield entry.path
    except OSError:
        return


def _alike(files: Iterable[str], targets: Sequence[str]) -> dict[str, list[str]]:
    """For each cable the files that are called as it is, the shortest names first."""
    spellings = {spelling: target for target in targets for spelling in _spellings(target)}
    found: dict[str, list[str]] = {}
    for path in files:
        name = "".join(filter(str.isalnum, os.path.basename(path))).upper()  # noqa: PTH119
        for spelling, target in spellings.items():
            if spelling in name:
                found.setdefault(target, []).append(path)
    return {
        target: sorted(set(paths), key=lambda path: (len(path), path))[:MOST_ALIKE]
        for target, paths in found.items()
    }


def _spellings(target: str) -> tuple[str, ...]:
    """09OSLO9004 in a name: 09OSLO9004, also within 2009OSLO9004; OSLO0912345 is not looked for."""
    year = target[:SHORT_YEAR]
    if year.isdigit() and not target[SHORT_YEAR : SHORT_YEAR + 1].isdigit():
        return (target,)
    # 1974OSLO9004 may be called 74OSLO9004.
    return (target, target[SHORT_YEAR:])


def _read(path: str) -> Cable | None:
    from reader.intake import read_cable  # noqa: PLC0415 - read by a worker alone

    try:
        status = Path(path).stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST_READ:
            return None
        return read_cable(Path(path))
    except (OSError, ValueError, ReaderError):
        return None
