"""Telegrams of 1973 to 1979 as the National Archives give them out (AAD) (TELEGRAM.md 1.12).

A text of page blocks comes first, `Message Text`; then `Message Attributes`, some 65 lines of
`Key: value` that go on without indent. Where the text is lost, the attributes are all there is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.cable.model import Envelope, Source
from reader.cable.patterns import pattern
from reader.formats.claims import NOT_SAID, read_moment
from reader.formats.telegram import carried
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cable.model import Telegram
    from reader.formats.decoding import Decoded

TEXT_TITLE: Final = pattern(r"^[ \t]{0,80}Message Text[ \t]{0,80}$", re.MULTILINE)
ATTRIBUTES_TITLE: Final = pattern(r"^[ \t]{0,80}Message Attributes[ \t]{0,80}$", re.MULTILINE)
# PAGE 01        OSLO 00893  291302Z, and below it ACTION EUR-12 or ORIGIN SS-25
FIRST_PAGE: Final = pattern(r"^[ \t]{0,80}PAGE 01\b", re.MULTILINE)
DISTRIBUTION: Final = pattern(r"^[ \t]{0,40}(?:ACTION|ORIGIN) {1,4}[A-Z/]{1,8}-\d\d", re.MULTILINE)

# The keys that the attributes have; whatever else stands there goes on with the value above it.
KEYS: Final = frozenset({
    "automatic decaptioning", "capture date", "channel indicators", "concepts", "control number",
    "copy", "current classification", "decaption date", "decaption note", "disposition action",
    "disposition approved on date", "disposition case number", "disposition comment",
    "disposition date", "disposition event", "disposition history", "disposition reason",
    "disposition remarks", "disposition authority", "document number", "document source",
    "document unique id", "draft date", "sent date", "drafter", "enclosure", "errors",
    "executive order", "expiration", "film number", "from", "format", "handling restrictions",
    "image path", "isecure", "legacy key", "line count", "litigation code aids",
    "litigation codes", "litigation history", "locator", "markings", "message id", "office",
    "original classification", "original handling restrictions",
    "original previous classification", "original previous handling restrictions", "page count",
    "previous channel indicators", "previous classification", "previous handling restrictions",
    "reference", "retention", "review action", "review authority", "review comment",
    "review content flags", "review date", "review event", "review exemptions",
    "review media identifier", "review referrals", "review release date", "review release event",
    "review transfer date", "review withdrawn fields", "sas id", "secure", "status", "subject",
    "tags", "to", "type", "vdkvgwkey",
})  # fmt: skip
ATTRIBUTE: Final = pattern(r"^[ \t]{0,80}(?P<key>[A-Za-z][A-Za-z ]{1,50}):[ \t]*(?P<value>.*)$")

# What stands in the place of a text that was lost.
NO_TEXT: Final = pattern(
    r"\s*(?:(?:ERROR READING TEXT INDEX|EXPAND ERROR ENCOUNTERED|TEXT ON MICROFILM|n/a)\s*)?"
)
LOST: Final = "the text is not in the electronic file: {reason}; only its attributes are here"

# An accident of the archive's own: it stands where a telegram refers to nothing.
DEFAULT_REFERENCE: Final = "76STATE290286"
# 75 STATE 13701, 75STATE13701
REFERENCE: Final = pattern(r"(?:19)?(\d\d) ?([A-Z][A-Z '.]{1,30}?) ?(\d{1,6})\b")


class Record(NamedTuple):
    """The two sections of one telegram."""

    text: str
    attributes: str


def is_record(head: str) -> bool:
    """Whether a file that begins so comes from the National Archives."""
    if TEXT_TITLE.match(head) or ATTRIBUTES_TITLE.search(head):
        return True
    return "PAGE 01" in head and bool(FIRST_PAGE.search(head) and DISTRIBUTION.search(head))


def read(decoded: Decoded, path: str, sha256: str) -> Iterator[Telegram]:
    """The telegrams of a file, mostly one."""
    for index, record in enumerate(_records(decoded.text)):
        attributes = read_attributes(record.attributes)
        text, repairs = record.text, decoded.repairs
        lost = NO_TEXT.fullmatch(text) if len(text) < 400 else None
        if lost and attributes:
            reason = attributes.get("locator") or text.strip() or tr("nothing stands in its place")
            repairs = (*repairs, tr(LOST, reason=reason.lower()))
            text = record.attributes.strip("\n")
        source = Source(
            path=path,
            format="nara",
            encoding=decoded.encoding,
            sha256=sha256,
            index=index,
            repairs=repairs,
        )
        yield carried(text, source, _envelope(attributes))


def read_attributes(section: str) -> dict[str, str]:
    """Key and value of each attribute; values go on over lines that have no key of their own."""
    found: dict[str, list[str]] = {}
    last: list[str] = []
    for line in section.split("\n"):
        match = ATTRIBUTE.match(line)
        if match and " ".join(match["key"].lower().split()) in KEYS:
            last = found.setdefault(" ".join(match["key"].lower().split()), [])
            last.append(match["value"].strip())
        elif line.strip():
            last.append(line.strip())
    joined = {key: " ".join(filter(None, values)) for key, values in found.items()}
    return {key: value for key, value in joined.items() if value.lower() not in NOT_SAID}


def _records(text: str) -> Iterator[Record]:
    titles = [match.start() for match in TEXT_TITLE.finditer(text)]
    starts = [0, *titles[1:]] if titles and not text[: titles[0]].strip() else [0]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        part = text[start:end]
        title = TEXT_TITLE.search(part) if titles else None
        begin = title.end() if title and not part[: title.start()].strip() else 0
        attributes = ATTRIBUTES_TITLE.search(part)
        if attributes is None:
            yield Record(part[begin:].strip("\n"), "")
        elif part[: attributes.start()].strip() and attributes.start() > begin:
            yield Record(part[begin : attributes.start()].strip("\n"), part[attributes.end() :])
        else:
            yield Record("", part[attributes.end() :])


def _envelope(attributes: dict[str, str]) -> Envelope:
    sent = attributes.get("sent date") or attributes.get("draft date") or ""
    references = tuple(
        f"{year}{station.replace(' ', '')}{serial}"
        for year, station, serial in REFERENCE.findall(attributes.get("reference", ""))
    )
    return Envelope(
        reference_id=attributes.get("document number"),
        sent=read_moment(sent),
        originator=attributes.get("from"),
        classification=attributes.get("original classification"),
        subject=attributes.get("subject"),
        references=tuple(name for name in references if name != DEFAULT_REFERENCE),
        tags=tuple(part.strip() for part in attributes.get("tags", "").split(",") if part.strip()),
    )
