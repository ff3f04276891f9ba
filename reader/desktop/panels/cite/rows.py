"""The rows of the list of citations: one for each form of each style. Nothing here knows of Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.cable.citation.choice import plain_citation
from reader.cable.citation.styles import cite, styles
from reader.translation import tr

if TYPE_CHECKING:
    from reader.cable.citation.styles import Citation, Style
    from reader.cable.model import Cable


class Row(NamedTuple):
    """A citation as it would be copied."""

    choice: str
    """As the setting has it: `chicago-notes/short`; empty for id and paragraph."""
    title: str
    """The style and its form, and whether it was adapted to cables."""
    citation: Citation


def rows_of(cable: Cable, first: int | None, last: int | None) -> tuple[Row, ...]:
    """Every citation of paragraphs, or without a first one of the whole cable."""
    rows = [Row("", tr("Id and paragraph"), plain_citation(cable, first, last))]
    for style in styles().values():
        for place, form in enumerate(style.forms):
            choice = f"{style.name}/{form}" if place else style.name
            citation = cite(cable, style.name, form, first=first, last=last)
            rows.append(Row(choice, _title(style, form), citation))
    return tuple(rows)


def _title(style: Style, form: str) -> str:
    title = style.title
    if len(style.forms) > 1:
        title = f"{title} · {form}"
    if style.is_adapted and "adapted" not in title:
        title = tr("{style} (adapted)", style=title)
    return title
