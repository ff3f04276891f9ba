"""What a cable is about and what it is called: subject, TAGS, its id."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from reader.cable.explanations.explanation import (
    Explanation,
    as_printed,
    file_says,
    find_in,
    place_of,
)
from reader.cable.identifiers import canonical_id, parse_reference_id
from reader.cable.model import Role
from reader.cable.vocabulary import rows
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.cable.model import Cable

KINDS_OF_TAG: Final = {
    "subject": "a subject TAG; its first letter tells the field",
    "geographic": "a country or region; these are the Department's own letters, not ISO's",
    "program": "a program; its first letter is K",
    "organization": "an organization",
}
FIELDS_OF_TAG: Final = {
    "A": "administration",
    "B": "business services",
    "C": "consular affairs",
    "E": "economic affairs",
    "M": "military and defense affairs",
    "O": "operations",
    "P": "political affairs",
    "S": "social affairs",
    "T": "technology and science",
}
"""What the first letter of a subject TAG stands for (5 FAH-3)."""


@cache
def _tags() -> Mapping[str, Mapping[str, str]]:
    return {row["tag"]: row for row in rows("tags")}


def subject(cable: Cable, _number: int = 0) -> Explanation:
    """The SUBJECT line, and what the carrier has in its place."""
    title = tr("Subject")
    meaning = tr("What the cable is about, in the writer's words; telegrams print it in capitals.")
    printed = cable.header.subject
    if not printed:
        return Explanation(title, meaning, (tr("This telegram has no SUBJECT line."),))
    lines = [as_printed(printed), *file_says(cable, "subject", printed)]
    if cable.header.subject_marking:
        from reader.cable.explanations.classifying import portion  # noqa: PLC0415

        marking = portion(cable.header.subject_marking)
        lines.append(tr("The subject's own marking: {words}", words="; ".join(marking.how_read)))
    return Explanation(title, meaning, tuple(lines), place_of(cable, Role.SUBJECT))


def tag(cable: Cable, number: int = 0) -> Explanation:
    """One of the TAGS: what it stands for, and of which kind it is."""
    title = tr("TAGS")
    meaning = tr("Traffic analysis by geography and subject: words by which telegrams are filed.")
    tags = cable.header.tags
    if number >= len(tags):
        return Explanation(title, meaning, (tr("This telegram has none."),))
    word = tags[number]
    row = _tags().get(word)
    if row is None and "," in word:
        lines = [f"{word}: {tr('the person whom the TAG before it is about')}"]
    elif row is None:
        lines = [f"{word}: {tr('not in the list of TAGS')}"]
    else:
        kind = tr(KINDS_OF_TAG.get(row["kind"], row["kind"]))
        if row["kind"] == "subject" and word[0] in FIELDS_OF_TAG:
            field = tr(FIELDS_OF_TAG[word[0]])
            kind = f"{kind}, {word[0]}: {field}"
        lines = [f"{word}: {row['meaning']}", kind]
    lines += file_says(cable, "tags", word)
    span = find_in(cable, place_of(cable, Role.TAGS), word)
    return Explanation(title, meaning, tuple(lines), span)


def reference_id(cable: Cable, _number: int = 0) -> Explanation:
    """The id by which cables cite this one: year, station, serial."""
    title = tr("Cable id")
    meaning = tr("Year, station and serial number: by this id cables cite each other.")
    found = parse_reference_id(cable.canonical_id or "")
    if found is None:
        return Explanation(title, meaning, (tr("This text gives no id that could be read."),))
    lines = [
        tr("{year:02}: the year {whole}", year=found.year % 100, whole=found.year),
        tr("{station}: the station that sent it", station=found.station),
        tr("{serial}: its number in that year", serial=found.serial),
    ]
    given = cable.reference_id
    if given and given != cable.canonical_id:
        lines.append(tr("As the file gives it: {given}", given=given))
    claimed = cable.telegram.envelope.reference_id
    if claimed and canonical_id(claimed) == cable.canonical_id:
        lines.append(tr("The file gives this id."))
    return Explanation(title, meaning, tuple(lines), place_of(cable, Role.CLASSIFICATION))
