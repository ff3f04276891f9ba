"""Where a cable comes from, in rows of words; nothing here knows of Qt."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.cable.explanations.claims import Agreement, claims_of
from reader.desktop.session.document import file_of
from reader.paths import shown_path
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from reader.cable.explanations.claims import Claim
    from reader.cable.model import Cable
    from reader.desktop.session import Document
    from reader.formats.kinds import Format

KILO = 1024


class Fact(NamedTuple):
    """A name and what there is to say."""

    name: str
    words: str


def file_facts(document: Document) -> tuple[Fact, ...]:
    """The file and how it was read."""
    cable = document.cable
    path = file_of(document.path)
    facts = [Fact(tr("Name"), document.name)]
    if path:
        folder = os.path.dirname(path)  # noqa: PTH120  a str in, a str out, any bytes kept
        facts.append(Fact(tr("Folder"), shown_path(folder)))
        facts.append(Fact(tr("Size"), _size(path)))
    else:
        facts.append(Fact(tr("File"), tr("none: this text was pasted or piped in")))
    if cable is None:
        return tuple(facts)
    source = cable.source
    facts.append(Fact(tr("Format"), _format(source.format)))
    facts.append(Fact(tr("Encoding"), source.encoding.upper()))
    facts.append(Fact(tr("Place in the file"), _place(cable, document.path)))
    facts.append(Fact("SHA-256", source.sha256 or tr("not known")))
    repairs = "\n".join(source.repairs) or tr("nothing was mended in reading it")
    facts.append(Fact(tr("Repairs"), repairs))
    if cable.partial:
        facts.append(Fact(tr("Extent"), tr("a partial extract, as the file itself says")))
    return tuple(facts)


def _size(path: str) -> str:
    try:
        size = Path(path).stat().st_size
    except (OSError, ValueError):
        return tr("not known: the file is not there any more")
    words = tr_count("{count} byte", "{count} bytes", size)
    return words if size < KILO else f"{words} ({round(size / KILO)} kB)"


def _format(name: str) -> str:
    found = _format_named(name)
    return tr(found.title) if found is not None else name


def _format_named(name: str) -> Format | None:
    from reader.formats.registry import FORMATS  # noqa: PLC0415 - loaded by whatever read a file

    return next((each for each in FORMATS if each.name == name), None)


def _place(cable: Cable, path: str) -> str:
    from reader.formats.kinds import Kind  # noqa: PLC0415

    found = _format_named(cable.source.format)
    is_one_of_many = found is not None and found.kind is Kind.MANY
    if is_one_of_many or cable.source.index or file_of(path) != path:
        return tr("cable number {number}", number=cable.source.index + 1)
    return tr("the whole file is this cable")


def claims(document: Document) -> tuple[Claim, ...]:
    """What the carrier claims, beside what the telegram says."""
    return claims_of(document.cable) if document.cable is not None else ()


def agreement_words(claim: Claim) -> str:
    """How a claim stands to the telegram, in words that need no colour."""
    words = tr(claim.agreement.value)
    if claim.agreement is Agreement.DIFFERENT:
        words = f"≠ {words}"
    return f"{words}: {claim.note}" if claim.note else words


def as_text(document: Document) -> str:
    """Everything as plain text, to be pasted elsewhere."""
    lines = [f"{fact.name}: {fact.words}" for fact in file_facts(document)]
    for claim in claims(document):
        lines += [
            "",
            claim.field,
            tr("  The file: {words}", words=claim.claimed),
            tr("  The telegram: {words}", words=claim.own or tr("says nothing")),
            f"  {agreement_words(claim)}",
        ]
    return "\n".join(lines)
