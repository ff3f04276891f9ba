"""Files that hold many cables: what they have in common.

Such a file is never read whole. It is gone through once for its entries, each of which says where a
cable lies and what the file says of it; a cable is read when it is asked for.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from reader.cable.patterns import ANY_CASE, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cable.model import Telegram

# How a field of a telegram begins that may follow its subject.
# REF: A. OSLO 9004; Classified By: ...; E.O. 12958; TAGS: ...; ¶1. (U); 1. (C); -----
AFTER_SUBJECT: Final = pattern(
    r"[ \t]{0,20}(?:REFS?\b|REF\(S\)|CLASSIFIED BY|E\.?O\.?[ \t:]|TAGS|¶|\d{1,3}\. |[-=_*]{3})",
    ANY_CASE,
)
SUBJECT_WORDS: Final = (b"SUBJ", b"Subj", b"subj")
# SUBJECT: , SUBJ- , Subject  of the line that is shown
SUBJECT_KEYWORD: Final = pattern(r"SUBJ(?:ECT)?(?![A-Za-z])[ \t]{0,9}[:;]?[ \t]{0,9}", ANY_CASE)
LONGEST_SUBJECT: Final = 400
"""Bytes in which a subject is looked for, from its keyword on."""
SUBJECT_TRIES: Final = 3


class Entry(NamedTuple):
    """One cable of a file that holds many: where it lies, and what is said of it there.

    What is not said is empty; the texts are for a list, on one line each.
    """

    offset: int
    """Bytes from the start of the file, or a number of the format's own."""
    size: int
    """Bytes, all of them the entry's own."""
    part: int = 0
    """Which cable of the entry, where one entry may hold several."""
    name: str = ""
    """Of the member of an archive, or the path of a file in a folder."""
    reference_id: str = ""
    sent: str = ""
    """`2009-03-02 04:36`, or the day alone."""
    originator: str = ""
    classification: str = ""
    subject: str = ""


class Collection(Protocol):
    """An open file that holds many cables."""

    def entries(self) -> Iterator[Entry]:
        """What it holds, in order, found by going through the file once.

        Archives say no more than the name of each; all others what their columns say.
        """

    def read(self, entry: Entry, index: int) -> Iterator[Telegram]:
        """The telegrams of an entry, `index` of the file; raises ReaderError for it alone."""


def subject_in(record: bytes) -> str:
    """The subject of a telegram inside `record`, found without reading the telegram."""
    for word in SUBJECT_WORDS:
        place = -1
        for _ in range(SUBJECT_TRIES):
            place = record.find(word, place + 1)
            if place < 0:
                break
            if place == 0 or record[place - 1] in b"\n\r\"' \t>":
                return subject_at_start(
                    record[place : place + LONGEST_SUBJECT].decode("utf-8", errors="replace")
                )
    return ""


def subject_at_start(text: str) -> str:
    """The subject that a text begins with: to an empty line or to the next field."""
    keyword = SUBJECT_KEYWORD.match(text)
    if not keyword:
        return ""
    words: list[str] = []
    for line in text[keyword.end() :].split("\n")[:4]:
        if not line.strip() or AFTER_SUBJECT.match(line):
            break
        words += line.split()
    return " ".join(words).replace("\\", "")


def shown_moment(moment: datetime | None) -> str:
    """A moment as an entry has it."""
    return f"{moment:%Y-%m-%d %H:%M}" if moment else ""


def moment(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime | None:
    """A moment in UTC, None when the calendar has no such one."""
    try:
        return datetime(year, month, day, hour, minute, tzinfo=UTC)
    except ValueError:
        return None
