r"""A cable as an entry for reference managers: RIS, BibTeX, biblatex and CSL-JSON.

Whatever a field holds stays inside its field: lines are joined, signs that mean something to TeX
are spelled out with balanced braces, and keys of entries are made of letters and digits alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from reader.cable.citation.fields import citation_fields
from reader.cable.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime

    from reader.cable.model import Cable

GENRE: Final = "Diplomatic cable"

# Every sign at which some program begins a new line, and other controls.
CONTROLS: Final = pattern("[\x00-\x20\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]+")

# A brace counts for BibTeX even behind a backslash, so it is spelled out.
TEX_SIGNS: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "%": r"\%",
    "#": r"\#",
    "&": r"\&",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "$": r"\$",
}
TEX: Final = pattern(r"[\\{}%#&_^~$]")
NOT_OF_A_KEY: Final = pattern(r"[^A-Za-z0-9]+")
MONTHS: Final = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip


class Entry(NamedTuple):
    """What the formats say of a cable; empty where it is unknown, each on one line."""

    cable_id: str
    author: str
    recipient: str
    title: str
    sent: datetime | None
    tags: tuple[str, ...]
    note: str
    """The paragraphs that are cited, and what must be known of the copy."""
    provenance: str


def entry_of(cable: Cable, first: int | None = None, last: int | None = None) -> Entry:
    """The entry of a cable, or of its paragraphs from one ordinal to another."""
    fields = {name: one_line(value) for name, value in citation_fields(cable, first, last).items()}
    return Entry(
        fields["id"],
        fields["from"],
        fields["to"],
        fields["title"],
        cable.header.sent,
        tuple(filter(None, map(one_line, cable.header.tags))),
        "; ".join(filter(None, (fields["paragraph"], fields["remarks"]))),
        fields["provenance"],
    )


def one_line(text: str) -> str:
    """A text without controls, its lines joined by a blank."""
    return CONTROLS.sub(" ", text).strip()


def ris(entry: Entry) -> str:
    """RIS: personal communication, since Zotero takes `GEN` for an article in a journal."""
    rows: list[tuple[str, str]] = [
        ("TY", "PCOMM"),
        ("AU", entry.author),
        ("A2", entry.recipient),
        ("TI", entry.title),
        ("PY", f"{entry.sent.year:04}" if entry.sent else ""),
        ("DA", f"{entry.sent:%Y/%m/%d}/" if entry.sent else ""),
        ("M3", GENRE),
        ("AN", entry.cable_id),
        *(("KW", tag) for tag in entry.tags),
        ("N1", entry.note),
        ("DB", entry.provenance),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in rows if value) + "ER  - \r\n"


def bibtex(entry: Entry) -> str:
    """BibTeX, which has no kind for letters: `@misc`."""
    sent = entry.sent
    return _tex_entry(
        "misc",
        entry,
        (
            ("author", _whole(entry.author)),
            ("title", _whole(entry.title)),
            ("howpublished", _tex(f"{GENRE} to {entry.recipient}" if entry.recipient else GENRE)),
            ("number", _tex(entry.cable_id)),
            ("year", f"{sent.year:04}" if sent else ""),
            ("month", f"{MONTHS[sent.month - 1]}" if sent else ""),
            ("day", str(sent.day) if sent else ""),
            ("keywords", _tex(", ".join(entry.tags))),
            ("note", _tex(entry.note)),
            ("organization", _whole(entry.provenance)),
        ),
    )


def biblatex(entry: Entry) -> str:
    """Biblatex: `@letter`, with the date as one field."""
    return _tex_entry(
        "letter",
        entry,
        (
            ("author", _whole(entry.author)),
            ("title", _whole(entry.title)),
            ("titleaddon", _tex(f"to {entry.recipient}" if entry.recipient else "")),
            ("type", GENRE),
            ("number", _tex(entry.cable_id)),
            ("date", f"{entry.sent:%Y-%m-%d}" if entry.sent else ""),
            ("keywords", _tex(", ".join(entry.tags))),
            ("note", _tex(entry.note)),
            ("library", _tex(entry.provenance)),
        ),
    )


def csl_json(entry: Entry) -> str:
    """CSL-JSON, a list of one item, in ASCII."""
    import json  # noqa: PLC0415

    item: dict[str, Any] = {
        "id": entry.cable_id or "cable",
        "type": "personal_communication",
        "genre": GENRE,
        "title": entry.title,
        "author": [{"literal": entry.author}] if entry.author else [],
        "recipient": [{"literal": entry.recipient}] if entry.recipient else [],
        "number": entry.cable_id,
        "keyword": ", ".join(entry.tags),
        "note": entry.note,
        "archive": entry.provenance,
    }
    if entry.sent:
        day = [entry.sent.year, entry.sent.month, entry.sent.day]
        item["issued"] = {"date-parts": [day]}
    return json.dumps([{key: value for key, value in item.items() if value}], indent=2) + "\n"


def _tex_entry(kind: str, entry: Entry, fields: Iterable[tuple[str, str]]) -> str:
    """An entry with a field a line; a month is one of BibTeX's own words."""
    key = NOT_OF_A_KEY.sub("", entry.cable_id)[:60] or "cable"

    def lines() -> Iterator[str]:
        yield f"@{kind}{{{key},"
        for name, value in fields:
            if value:
                yield f"  {name} = {value if name == 'month' else f'{{{value}}}'},"
        yield "}"

    return "\n".join(lines()) + "\n"


def _tex(text: str) -> str:
    return TEX.sub(lambda match: TEX_SIGNS[match[0]], text)


def _whole(text: str) -> str:
    """A name or title that is not to be taken apart, nor set in small letters."""
    return f"{{{_tex(text)}}}" if text else ""


EXPORTS: Final[Mapping[str, tuple[str, Callable[[Entry], str]]]] = {
    "ris": ("RIS, for Zotero, EndNote and others", ris),
    "bibtex": ("BibTeX", bibtex),
    "biblatex": ("biblatex", biblatex),
    "csl-json": ("CSL-JSON, for citeproc and Zotero", csl_json),
}
"""The formats by name: what each is, and what writes it."""


def export_citation(
    cable: Cable, name: str, *, first: int | None = None, last: int | None = None
) -> str:
    """A cable, or paragraphs of it, in a format of EXPORTS."""
    return EXPORTS[name][1](entry_of(cable, first, last))
