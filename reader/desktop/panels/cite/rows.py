"""The rows of the list of citations: one for each form of each style. Nothing here knows of Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from reader.cable.citation.choice import plain_citation
from reader.cable.citation.styles import cite_in_all_styles, styles
from reader.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cable.citation.styles import Citation, Style
    from reader.cable.model import Cable


ID_AND_PARAGRAPH: Final = "Id and paragraph"
"""What a citation is in no style at all."""


class Row(NamedTuple):
    """A citation as it would be copied."""

    choice: str
    """As the setting has it: `chicago-notes/short`; empty for id and paragraph."""
    title: str
    """The style and its form, and whether it was adapted to cables."""
    citation: Citation


def rows_of(cable: Cable, first: int | None, last: int | None) -> tuple[Row, ...]:
    """Every citation of paragraphs, or without a first one of the whole cable."""
    citations = (
        plain_citation(cable, first, last),
        *(citation for _, _, citation in cite_in_all_styles(cable, first=first, last=last)),
    )
    choices = style_choices()
    return tuple(
        Row(choice, title, citation)
        for (choice, title), citation in zip(choices, citations, strict=True)
    )


def style_choices() -> tuple[tuple[str, str], ...]:
    """Every style as the setting has it, with its title."""
    return (("", tr(ID_AND_PARAGRAPH)), *_forms())


def _forms() -> Iterator[tuple[str, str]]:
    for style in styles().values():
        for place, form in enumerate(style.forms):
            yield f"{style.name}/{form}" if place else style.name, _title(style, form)


def _title(style: Style, form: str) -> str:
    title = tr(style.title)
    if len(style.forms) > 1:
        title = f"{title} · {tr(form)}"
    if style.is_adapted and "adapted" not in title:
        title = tr("{style} (adapted)", style=title)
    return title
