"""A comparison in words: what each difference is called, all of them in a sentence, as a text.

Nothing here knows of Qt.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.cable.comparison import Field, Kind
from reader.cable.model import Heading
from reader.desktop.panels.page.searched import reading_label
from reader.paths import shown_path
from reader.translation import tr, tr_count

if TYPE_CHECKING:
    from reader.cable.comparison import Comparison, Difference, Row
    from reader.cable.model import Cable

ONLY_HERE: Final = "\N{MINUS SIGN}"
ONLY_THERE: Final = "+"
REDACTED: Final = "\N{BLACK VERTICAL RECTANGLE}"
"""The signs of what only one version has, and of a redaction; no colour is needed to tell them."""

FEW_WORDS: Final = 3
"""Words that are counted as words; what is longer is a passage."""


def field_name(field: Field) -> str:
    """What a field is called in the window."""
    names = {
        Field.ID: tr("Id"),
        Field.DATE: tr("Date"),
        Field.ORIGINATOR: tr("From"),
        Field.ACTION: tr("To"),
        Field.INFO: tr("Info"),
        Field.CLASSIFICATION: tr("Classification"),
        Field.CAPTIONS: tr("Captions"),
        Field.EXECUTIVE_ORDER: tr("E.O."),
        Field.TAGS: tr("TAGS"),
        Field.SUBJECT: tr("Subject"),
        Field.REFERENCES: tr("References"),
        Field.CLASSIFIED_BY: tr("Classified by"),
        Field.SIGNATURE: tr("Signed"),
    }
    return names[field]


def kind_name(kind: Kind) -> str:
    """What a difference is: `only here`."""
    names = {
        Kind.ONLY_HERE: tr("only on the left"),
        Kind.ONLY_THERE: tr("only on the right"),
        Kind.CHANGED: tr("changed"),
        Kind.REDACTED_HERE: tr("redacted on the left"),
        Kind.REDACTED_THERE: tr("redacted on the right"),
    }
    return names[kind]


def cable_name(cable: Cable) -> str:
    """What one of the two is called: its id, and its file where it has one."""
    name = cable.canonical_id or cable.reference_id or tr("a cable without an id")
    file = shown_path(Path(cable.source.path).name)
    return f"{name} ({file})" if file else name


def row_label(comparison: Comparison, row: Row) -> str:
    """Where a row stands: `TAGS`, `¶4`, `¶4-5`, `¶4 / ¶5` where the numbers differ."""
    if row.field is not None:
        return field_name(row.field)
    here = _items_label(comparison.here, row.items)
    there = _items_label(comparison.there, row.items_there)
    return " / ".join(dict.fromkeys(label for label in (here, there) if label))


def _items_label(cable: Cable, items: tuple[int, ...]) -> str:
    if not items:
        return ""
    first, last = reading_label(cable, items[0]), reading_label(cable, items[-1])
    return first if first == last else f"{first}\N{EN DASH}{last.removeprefix('¶')}"


def difference_words(difference: Difference) -> str:
    """A difference on one line, with its signs: `−museum +gallery`."""
    left, right = signs(difference.kind)
    here, there = (" ".join(side.split()) for side in (difference.here, difference.there))
    return " ".join(f"{sign}{words}" for sign, words in ((left, here), (right, there)) if words)


def signs(kind: Kind) -> tuple[str, str]:
    """The signs before the words of either side."""
    return (
        REDACTED if kind is Kind.REDACTED_HERE else ONLY_HERE,
        REDACTED if kind is Kind.REDACTED_THERE else ONLY_THERE,
    )


def summary(comparison: Comparison) -> str:
    """All differences in a sentence: `4 differences: 2 redactions, TAGS.`."""
    differences = comparison.differences
    if not differences:
        return tr("No differences: both have the same words. Layout is not compared.")
    count = tr_count("{count:,} difference", "{count:,} differences", len(differences))
    return f"{count}: {', '.join(_parts(comparison))}."


def _parts(comparison: Comparison) -> list[str]:
    fields: list[str] = []
    kinds: Counter[str] = Counter()
    for each in comparison.differences:
        row = comparison.rows[each.row]
        if row.field is not None:
            fields.append(field_name(row.field))
        else:
            kinds[_sort_of(comparison, row, each)] += 1
    named = (
        ("redacted", "{count:,} redaction", "{count:,} redactions"),
        (
            "paragraph",
            "{count:,} paragraph that only one has",
            "{count:,} paragraphs that only one has",
        ),
        ("heading", "{count:,} heading that only one has", "{count:,} headings that only one has"),
        ("word", "{count:,} change of a few words", "{count:,} changes of a few words"),
        ("passage", "{count:,} longer passage", "{count:,} longer passages"),
    )
    counts = [tr_count(one, many, kinds[name]) for name, one, many in named if kinds[name]]
    return [*counts, *fields]


def _sort_of(comparison: Comparison, row: Row, difference: Difference) -> str:
    if difference.kind in (Kind.REDACTED_HERE, Kind.REDACTED_THERE):
        return "redacted"
    if not row.items or not row.items_there:
        cable, items = (
            (comparison.here, row.items) if row.items else (comparison.there, row.items_there)
        )
        return "heading" if isinstance(cable.body[items[0]], Heading) else "paragraph"
    words = max(len(difference.here.split()), len(difference.there.split()))
    return "word" if words <= FEW_WORDS else "passage"


def report(comparison: Comparison) -> str:
    """The differences as a text to take away."""
    lines = [
        tr("Left: {name}", name=cable_name(comparison.here)),
        tr("Right: {name}", name=cable_name(comparison.there)),
        summary(comparison),
    ]
    for number, each in enumerate(comparison.differences, 1):
        row = comparison.rows[each.row]
        left, right = signs(each.kind)
        lines += ["", f"{number}. {row_label(comparison, row)}: {kind_name(each.kind)}"]
        for sign, words in ((left, each.here), (right, each.there)):
            if words:
                lines += [f"{sign} {line}" for line in words.splitlines() if line]
    return "\n".join(lines) + "\n"
